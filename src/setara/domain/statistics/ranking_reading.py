"""A rank in plain words."""

from __future__ import annotations

from typing import Any

from setara.domain.language.text import Text
from setara.domain.statistics.amount import rounded
from setara.domain.statistics.disparity import Behind
from setara.domain.statistics.ranking import Ranked


def ranking_reading(found: Ranked[Any]) -> Text:
    """Which place the disparity has among how many, and by what; one sentence."""
    if found.out_of == 1:
        return ALONE.filled(severity=found.severity)
    sentence = RANK.filled(rank=found.rank, out_of=found.out_of, severity=found.severity)
    if not found.affected:
        return sentence.filled(affected=NOBODY_COUNTED)
    people = WOMEN if found.behind is Behind.WOMEN else MEN
    return sentence.filled(affected=people.filled(count=rounded(found.affected, 0)))


RANK = Text(
    "Dari {out_of} kesenjangan yang dapat diperbandingkan, ini peringkat {rank}: jaraknya dari "
    "kesetaraan {severity} pada skala 0 sampai 1{affected}.",
    "Of {out_of} disparities that can be compared, this ranks {rank}: its distance from parity is "
    "{severity} on a scale from 0 to 1{affected}.",
)
ALONE = Text(
    "Jaraknya dari kesetaraan {severity} pada skala 0 sampai 1.",
    "Its distance from parity is {severity} on a scale from 0 to 1.",
)
NOBODY_COUNTED = Text("", "")
WOMEN = Text(", menyangkut {count} perempuan", ", concerning {count} women")
MEN = Text(", menyangkut {count} laki-laki", ", concerning {count} men")
