"""Distinct codes, agencies and years of a flat table, each read once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from setara.domain.budget.reading.cells import tidy
from setara.domain.budget.reading.codes import Code, current_code, tokens_of, written_code
from setara.domain.budget.reading.level import Level
from setara.domain.budget.reading.line import AgencyRef

_SUB_PARTS, _WIDEST_SUB = 6, 4


class Codes(dict[object, "Code | None"]):
    """Each distinct code cell with its normal form."""

    def __init__(self, *, is_key: bool) -> None:
        super().__init__()
        self._is_key = is_key
        self._width = _WIDEST_SUB

    def learn(self, sample: Iterable[object]) -> None:
        """How many digits a sub kegiatan has in this file."""
        widths = Counter(
            len(tokens[_SUB_PARTS - 1])
            for cell in dict.fromkeys(sample)
            if len(tokens := tokens_of(written_code(cell)[0])) >= _SUB_PARTS
        )
        self._width = 2 if widths[2] > widths[_WIDEST_SUB] else _WIDEST_SUB

    def __missing__(self, cell: object) -> Code | None:
        if self._is_key:
            text = tidy(cell)
            code = Code(text, "", Level.SUB_ACTIVITY) if text else None
        else:
            code = current_code(cell, self._width)
        self[cell] = code
        return code


class Agencies(dict[tuple[object, object], AgencyRef]):
    """Each distinct pair of code and name."""

    def __missing__(self, pair: tuple[object, object]) -> AgencyRef:
        ref = self[pair] = AgencyRef(written_code(pair[0])[0], tidy(pair[1]))
        return ref


class Years(dict[object, str]):
    """Each distinct year cell; `2025.0` is 2025."""

    def __missing__(self, cell: object) -> str:
        year = self[cell] = tidy(cell).removesuffix(".0")
        return year
