"""What old books say of a kegiatan in the column of explanations: where it is, who pays for it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from setara.domain.budget.reading.cells import tidy
from setara.domain.budget.reading.level import ACTIVITY_LEVELS, Level
from setara.domain.budget.reading.node import Node

# `Sumber Dana : Dana Alokasi Umum (D A U) Lokasi Kegiatan : Kab. Bantul`
_FUND = re.compile(r"\bsumber dana\s*:\s*(.*?)\s*(?=\blokasi\b|$)", re.IGNORECASE)
_LOCATION = re.compile(r"\blokasi(?: (?:sub )?kegiatan)?\s*:\s*(.+)", re.IGNORECASE)
_SPOKEN_OF = frozenset({*ACTIVITY_LEVELS, Level.NO_ACTIVITY})


def take_remarks(nodes: Sequence[Node]) -> None:
    """Give activities the fund and the location their explanations name, where no column does."""
    for node in nodes:
        if node.level not in _SPOKEN_OF:
            continue
        for note in map(tidy, node.notes):
            if not node.fund and (fund := _FUND.search(note)):
                node.fund = fund[1]
            if not node.location and (place := _LOCATION.search(note)):
                node.location = place[1]
