"""One line of a decree's nomenclature, and the codes under which others may write it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from setara.domain.budget.activity import ActivityLevel
from setara.domain.language.text import Text

_LEVELS = {
    1: ActivityLevel.AFFAIR,
    2: ActivityLevel.AFFAIR_FIELD,
    3: ActivityLevel.PROGRAM,
    5: ActivityLevel.ACTIVITY,
    6: ActivityLevel.SUB_ACTIVITY,
}
_SUB_PARTS = 6
_WIDTHS = (2, 4)
_PROGRAM_PARTS = 3
_GENERIC_PROGRAM, _ANY_FIELD = "01", "X.XX"


class Territory(StrEnum):
    """Whose nomenclature a list is: provinces and regencies have different ones."""

    REGENCY = "kabkota"
    PROVINCE = "province"

    @property
    def label(self) -> Text:
        """In both languages."""
        return LABELS[self]


LABELS = {
    Territory.REGENCY: Text("kabupaten/kota", "regencies and cities"),
    Territory.PROVINCE: Text("provinsi", "provinces"),
}


def territory_of(place_code: str) -> Territory:
    """Whose nomenclature the government of a place uses: `64` is a province, `64.01` is not."""
    return Territory.REGENCY if "." in place_code else Territory.PROVINCE


@dataclass(frozen=True, slots=True)
class ListedEntry:
    """A line of a list in the normal form of its code; `row` is where it stood in the file."""

    code: str
    level: ActivityLevel
    name: str
    performance: str = ""
    indicator: str = ""
    unit: str = ""
    row: int = 0


def level_of(code: str) -> ActivityLevel:
    """The level of a well-formed code by the number of its parts."""
    return _LEVELS[code.count(".") + 1]


def spellings(code: str) -> frozenset[str]:
    """The codes that mean the same: a sub kegiatan has two digits under Permendagri 90/2019 and
    four since Kepmendagri 900.1.15.5-1317/2023."""
    head, _, last = code.rpartition(".")
    if code.count(".") + 1 != _SUB_PARTS or not last.isdecimal():
        return frozenset({code})
    bare = last.lstrip("0")
    return frozenset({code, *(f"{head}.{bare.zfill(width)}" for width in _WIDTHS)})


def generic(code: str) -> str | None:
    """The code in the generic program 01, which decrees write once for all fields as `X.XX.01`."""
    parts = code.split(".")
    if len(parts) < _PROGRAM_PARTS or parts[2] != _GENERIC_PROGRAM:
        return None
    return ".".join([_ANY_FIELD, *parts[2:]])
