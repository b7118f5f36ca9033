"""A tag: how much of a sub-activity's money is gender responsive, of which category and grade."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from setara.domain.budget.allocation import AllocationCategory
from setara.domain.budget.reading.line import Amount, added
from setara.domain.budget.reading.line import whole as rounded
from setara.domain.budget.tagging.checklist import Grade
from setara.domain.budget.tagging.parts import part_name
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.verdict import ALLOWED, Verdict, refused
from setara.domain.language.text import Text

WHOLE = Decimal(100)
_MOST_NAMED = 5


class TagScope(StrEnum):
    """Which money of the sub-activity a tag takes in."""

    WHOLE = "whole"
    LINES = "lines"
    WEIGHTED = "weighted"

    @property
    def label(self) -> Text:
        """In both languages."""
        return SCOPE_LABELS[self]


SCOPE_LABELS = {
    TagScope.WHOLE: Text("seluruh sub kegiatan", "the whole sub-activity"),
    TagScope.LINES: Text("rincian yang dipilih", "chosen lines"),
    TagScope.WEIGHTED: Text("sebagian menurut bobot", "a weighted part"),
}


@dataclass(frozen=True, slots=True)
class Tag:
    """What was decided about a sub-activity.

    `lines` are the keys of the chosen lines, for the scope of chosen lines; `weight` is the part
    in per cent, for a weighted one; `reason` is the human's own sentence.
    """

    category: AllocationCategory
    scope: TagScope
    grade: Grade
    reason: str
    lines: frozenset[str] = frozenset()
    weight: Decimal = WHOLE


@dataclass(frozen=True, slots=True)
class TaggedMoney:
    """`gross` is the money the tag takes in, `weighted` that money times the grade."""

    gross: Rupiah
    weighted: Rupiah


def tagged_money(tag: Tag, whole: Rupiah, lines: Mapping[str, Amount]) -> TaggedMoney:
    """The money of a tag, to the rupiah, half rounded up; `lines` are the sub-activity's.

    Sen are added up before they are rounded, so that all lines come to what the file says. A
    chosen line that is no longer there takes in nothing: `is_sound` refuses such a tag.
    """
    if tag.scope is TagScope.LINES:
        gross = Rupiah(rounded(added(lines[key] for key in tag.lines & lines.keys())))
    elif tag.scope is TagScope.WEIGHTED:
        gross = _part(whole, tag.weight)
    else:
        gross = whole
    return TaggedMoney(gross, _part(gross, Decimal(tag.grade)))


def _part(whole: Rupiah, percent: Decimal) -> Rupiah:
    return Rupiah(int((whole.amount * percent / 100).quantize(Decimal(1), ROUND_HALF_UP)))


def is_sound(tag: Tag, lines: Mapping[str, Amount]) -> Verdict:
    """Whether the tag says something that can be: its lines exist, its weight is a part."""
    if not tag.reason.strip():
        return refused(
            "Tulis alasan penandaan dalam satu kalimat, agar dapat dipertanggungjawabkan.",
            "Write the reason for the tag in one sentence, so that it can be defended.",
        )
    if tag.scope is TagScope.LINES:
        return _lines_exist(tag, lines)
    if tag.scope is TagScope.WEIGHTED and not 0 < tag.weight < WHOLE:
        return refused(
            "Bobot {weight}% tidak mungkin: isi lebih dari 0 dan kurang dari 100, atau pilih "
            "seluruh sub kegiatan.",
            "A weight of {weight}% cannot be: give more than 0 and less than 100, or choose the "
            "whole sub-activity.",
            weight=tag.weight,
        )
    return ALLOWED


def _lines_exist(tag: Tag, lines: Mapping[str, Amount]) -> Verdict:
    if not lines:
        return refused(
            "Berkas anggaran ini tidak memuat rincian di bawah sub kegiatan. Tandai seluruh sub "
            "kegiatan atau sebagian menurut bobot, atau ganti berkasnya dengan yang berincian.",
            "This budget file has no lines below the sub-activity. Tag the whole sub-activity or a "
            "weighted part, or replace the file by one with lines.",
        )
    if not tag.lines:
        return refused("Pilih paling sedikit satu rincian.", "Choose at least one line.")
    gone = tag.lines - lines.keys()
    if not gone:
        return ALLOWED
    return refused(
        "Rincian {lines} tidak ada pada versi anggaran ini. Pilih kembali rinciannya.",
        "The lines {lines} are not in this version of the budget. Choose the lines again.",
        lines="; ".join(part_name(key) for key in sorted(gone)[:_MOST_NAMED]),
    )
