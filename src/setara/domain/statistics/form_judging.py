"""Every answer of a form that came back: read, merged with what is kept, compared with totals."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from typing import TypeVar

from setara.domain.language.text import Text
from setara.domain.statistics.element import ANY_FIGURE, Element
from setara.domain.statistics.form import Content
from setara.domain.statistics.form_guide import Mending
from setara.domain.statistics.form_reading import (
    FORMULA_ERROR,
    GIVE_FIGURE,
    NO_FIGURE,
    TYPE_IT,
    WrongAnswer,
    joined,
    read_figure,
    read_reason,
)
from setara.domain.statistics.form_received import Received, cell_at, spot
from setara.domain.statistics.form_seal import Seal
from setara.domain.statistics.form_slots import Place, Slot, Stated
from setara.domain.statistics.observation import Nothing, Value

CHANGED_MEANWHILE = Text(
    "Orang lain sudah mengubah sel ini; yang tersimpan sekarang: {kept}.",
    "Somebody else has changed this cell; what is kept now: {kept}.",
)
DECIDE = Text(
    "Isi angka yang benar. Bila tetap memakai isian Anda, unggah kembali apa adanya.",
    "Put the right figure. To insist on yours, upload it again as it is.",
)
EMPTY = Text("kosong", "empty")
NOT_THE_TOTAL = Text(
    "Jumlah di sumber {stated}, tetapi angkanya berjumlah {added} (selisih {away}).",
    "The total in the source is {stated}, but the figures add up to {added} ({away} apart).",
)
FIND_IT = Text(
    "Periksa angka dan jumlahnya; kosongkan jumlahnya bila sumber Anda tidak memuatnya.",
    "Check the figures and the total; leave it empty if your source does not give it.",
)

# Reads as a formula in error again.
BROKEN = "#RUMUS?"

T = TypeVar("T")

# What is not there, or cannot be there, adds nothing to a total.
_ADDS_NOTHING = frozenset({Nothing.NONE_EXISTS, Nothing.NOT_APPLICABLE})


class Unread:
    """Stands for an answer that could not be read."""


_UNREAD = Unread()
Read = Value | Unread | None


@dataclass(frozen=True, slots=True)
class Judging:
    """What was found so far; `entries` are what the form holds where it is not as it is kept."""

    received: Received
    seal: Seal
    mendings: list[Mending]
    entries: dict[Place, Content]

    def value(self, slot: Slot) -> Read:
        """The value of a slot after the file: read, or kept where the file left it alone."""
        figure = self._read(slot.figure, partial(read_figure, slot.asked.element))
        kind = self._read(slot.reason, read_reason)
        try:
            value: Read = _UNREAD
            if not isinstance(figure, Unread) and not isinstance(kind, Unread):
                value = joined(figure, kind)
        except WrongAnswer as wrong:
            self._mend(slot.figure, wrong)
            value = _UNREAD
        if isinstance(value, Unread):
            self._keep(slot, *(self._shown(place) for place in (slot.figure, slot.reason)))
            return _UNREAD
        return self._merged(slot, value)

    def _merged(self, slot: Slot, value: Value | None) -> Value | None:
        """What was left alone is what is kept now; what both sides changed is asked about."""
        base = self.seal.base.get(slot.key)
        if value in (base, slot.asked.value):
            return slot.asked.value
        self._keep(slot, *_spread(value))
        if slot.asked.value != base:
            kept = EMPTY if slot.asked.value is None else slot.asked.value
            said = CHANGED_MEANWHILE.filled(kept=kept.label if isinstance(kept, Nothing) else kept)
            self.mendings.append(Mending(slot.figure, said, DECIDE))
        return value

    def compare(self, stated: Stated, values: Mapping[Place, Read]) -> None:
        """A total that was given is that of its parts, where all of them are known."""
        total = self._read(stated.place, partial(_read_total, stated.parts[0].asked.element))
        self.entries[stated.place] = self._shown(stated.place)
        if not isinstance(total, Decimal):
            return
        self.entries[stated.place] = total
        added = _added(values[slot.figure] for slot in stated.parts)
        if added is None or added == total:
            return
        away = abs(total - added)
        message = NOT_THE_TOTAL.filled(stated=total, added=added, away=away)
        self.mendings.append(Mending(stated.place, message, FIND_IT))

    def _read(self, place: Place, read: Callable[[object], T]) -> T | Unread:
        """What `read` makes of the cell; what it cannot read is to be mended."""
        try:
            if place in self.received.broken:
                raise WrongAnswer(FORMULA_ERROR, TYPE_IT)
            return read(self._typed(place))
        except WrongAnswer as wrong:
            self._mend(place, wrong)
            return _UNREAD

    def _mend(self, place: Place, wrong: WrongAnswer) -> None:
        self.mendings.append(Mending(place, wrong.message, wrong.remedy))

    def _shown(self, place: Place) -> Content:
        """What was typed; a formula without a value stays wrong until somebody mends it."""
        if place in self.received.broken:
            return BROKEN
        return _content(self._typed(place))

    def _typed(self, place: Place) -> object:
        sheet, where = place
        return cell_at(self.received.sheets[sheet], *spot(where))

    def _keep(self, slot: Slot, figure: Content, reason: Content) -> None:
        self.entries[slot.figure] = figure
        self.entries[slot.reason] = reason


def _read_total(element: Element, typed: object) -> Decimal | None:
    """A total is a figure or is not given. Raises WrongAnswer."""
    # The bounds of the element are those of one figure, not of a sum.
    total = read_figure(replace(element, range=ANY_FIGURE), typed)
    if isinstance(total, Nothing):
        raise WrongAnswer(NO_FIGURE.filled(typed=str(typed)), GIVE_FIGURE)
    return total


def _added(values: Iterator[Read]) -> Decimal | None:
    """The sum, or None where a figure is still to come, or all there is are reasons."""
    found = list(values)
    figures = [value for value in found if isinstance(value, Decimal)]
    others = [value for value in found if not isinstance(value, Decimal)]
    if not figures or any(value not in _ADDS_NOTHING for value in others):
        return None
    return sum(figures, Decimal())


def _spread(value: Value | None) -> tuple[Content, Content]:
    """What stands in the two cells of an answer."""
    if isinstance(value, Nothing):
        return None, value.label.id
    return value, None


def _content(typed: object) -> Content:
    """What somebody typed, to be shown again as a number or as words."""
    if typed is None or isinstance(typed, str):
        return typed
    if isinstance(typed, int | float | Decimal) and not isinstance(typed, bool):
        return Decimal(str(typed))
    return str(typed)


def cited(slot: Slot, value: Value | None) -> str:
    """`KS15!D8`, the cell that says so."""
    sheet, where = slot.reason if isinstance(value, Nothing) else slot.figure
    return f"{sheet}!{where}"
