"""How each kind of cell of a form looks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from setara.domain.statistics.form import FormCell, Formula, Role

_LINE = {"border": 1, "border_color": "#8FA19B", "valign": "vcenter"}
_WRAPPED = _LINE | {"text_wrap": True, "indent": 1}
_FIGURES = _LINE | {"align": "right", "indent": 1, "num_format": "#,##0.######"}

LOOKS: Mapping[Role, Mapping[str, object]] = {
    Role.TITLE: {"bold": True, "font_size": 14, "font_color": "#0B4F48"},
    Role.LEAD: {"bold": True, "font_color": "#0B4F48", "valign": "vcenter"},
    Role.HEAD: _WRAPPED
    | {"bold": True, "bg_color": "#0F5F57", "font_color": "#FFFFFF"}
    | {"align": "center", "indent": 0},
    Role.LABEL: _WRAPPED | {"bold": True, "bg_color": "#F3F6F5"},
    Role.SOFT: {"italic": True, "font_color": "#4A5B56", "valign": "vcenter"},
    Role.AWAY: {"italic": True, "font_color": "#4A5B56", "valign": "vcenter", "text_wrap": True},
    Role.SAID: {"valign": "vcenter", "text_wrap": True},
    Role.LAST: _FIGURES | {"bg_color": "#ECEFEE", "font_color": "#4A5B56", "italic": True},
    Role.FIGURE: _FIGURES | {"bg_color": "#FFF6CC"},
    Role.REASON: _WRAPPED | {"bg_color": "#FFFBEA", "font_size": 9},
    Role.STATED: _FIGURES | {"bg_color": "#E4EEF9"},
    Role.SUM: _FIGURES | {"bg_color": "#F3F6F5", "bold": True},
    Role.CHECK: _LINE | {"align": "center", "bold": True},
    Role.NOTE: _WRAPPED | {"font_size": 9},
    Role.CLOSED: _LINE | {"bg_color": "#D9DEDC"},
    Role.LINK: _LINE | {"font_color": "#0B57A4", "underline": 1},
}
WRAPPED = frozenset(role for role, look in LOOKS.items() if look.get("text_wrap"))
# A second sign beside the colour, for those who do not see it and for black and white prints.
MARKED = {"bg_color": "#F9C9C4", "font_color": "#7A1109", "border": 2, "border_color": "#A3180D"}
GOOD = {"bg_color": "#D5EEDD", "font_color": "#0D5B2B"}
WAITING = {"bg_color": "#FFE9B8", "font_color": "#6B4700"}
BAD = {"bg_color": "#F9C9C4", "font_color": "#7A1109"}


class Looks:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[object, ...], Any] = {}

    def of(self, cell: FormCell) -> Any:
        """The format of a cell; one with fixed decimals always shows that many."""
        key = (
            cell.role,
            cell.is_marked,
            cell.decimals,
            cell.is_open,
            isinstance(cell.content, str),
        )
        if key not in self._made:
            self._made[key] = self._book.add_format(self._look(cell))
        return self._made[key]

    def plain(self, look: Mapping[str, object]) -> Any:
        """A format for a condition."""
        key = tuple(sorted(look.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(dict(look))
        return self._made[key]

    @staticmethod
    def _look(cell: FormCell) -> dict[str, object]:
        look = dict(LOOKS[cell.role])
        if cell.is_marked:
            look |= MARKED
        if "num_format" in look:
            look["num_format"] = _number_format(cell)
        look["locked"] = not cell.is_open
        return look


def _number_format(cell: FormCell) -> str:
    if isinstance(cell.content, Formula):
        return "#,##0"
    if cell.decimals is None:
        # Grouping would force a decimal mark behind whole numbers.
        return "#,##0" if cell.bounds and cell.bounds.is_whole else "General"
    return "#,##0" + (f".{'0' * cell.decimals}" if cell.decimals else "")
