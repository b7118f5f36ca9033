"""The form one table of an answer is filled in on: a figure or a kind of nothing in each cell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, cast

from django import forms
from django.forms import BoundField
from django.http import QueryDict

from setara.domain.foundation.sex import Sex
from setara.domain.language.numerals import DecimalStyle, NotANumber, typed_number
from setara.domain.language.text import Language, Text, spoken
from setara.domain.statistics.asked import AskedCell, CellKey, FilledCell, may_stand
from setara.domain.statistics.observation import Nothing, Value
from setara.web.shell.words import current_language, lazy_text

LONGEST = 40
FIGURE = Text("angka", "figure")
KINDS = {
    Nothing.NONE_EXISTS: Text("tidak ada yang dihitung", "nothing to count"),
    Nothing.NOT_REPORTED: Text("belum dilaporkan", "not reported"),
    Nothing.REFUSED: Text("ditolak diberikan", "refused"),
    Nothing.NOT_APPLICABLE: Text("tidak berlaku", "not applicable"),
}
LEAVE = Text("biarkan kosong", "leave them empty")
BOTH = Text(
    "Ada angka sekaligus “{kind}”. Pilih salah satu.",
    "There is a figure and “{kind}” too. Choose one.",
)
NO_NUMBER = Text(
    "“{typed}” tidak terbaca sebagai angka. Contoh: 1.234 atau 12,5.",
    "“{typed}” does not read as a number. Examples: 1,234 or 12.5.",
)
FIGURE_OF = Text("{sex}, {row}: angka", "{sex}, {row}: figure")
NOTHING_OF = Text("{sex}, {row}: bila tidak ada angka", "{sex}, {row}: where there is none")
REST = Text("Sel lain yang masih kosong di tabel ini", "Other empty cells of this table")


@dataclass(frozen=True, slots=True)
class CellFields:
    """One cell with its two controls; `place` is its number in the table, from 0."""

    cell: AskedCell
    place: int
    figure: BoundField
    nothing: BoundField
    is_changed_meanwhile: bool


@dataclass(frozen=True, slots=True)
class FieldRow:
    """The cells of one place and breakdown, by sex."""

    label: Text
    cells: tuple[CellFields, ...]


class EntryForm(forms.Form):
    """One table; `version` is the answer's one when its writer opened it.

    Fields are named by what they hold, never by their position: what is asked may change
    between opening and saving.
    """

    version = forms.IntegerField(widget=forms.HiddenInput)
    rest = forms.ChoiceField(
        label=lazy_text(REST),
        required=False,
        choices=[("", lazy_text(LEAVE))]
        + [(kind.value, lazy_text(words)) for kind, words in KINDS.items()],
    )

    def __init__(
        self, *args: Any, cells: Iterable[AskedCell], opened_at: int, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.cells = tuple(cells)
        self._places = {cell.key: place for place, cell in enumerate(self.cells)}
        self.changed_meanwhile: frozenset[CellKey] = frozenset()
        self.initial["version"] = opened_at
        for cell in self.cells:
            figure, nothing = _names(cell.key)
            words = {"sex": cell.sex.label, "row": row_label(cell)}
            self.fields[figure] = _figure_field(FIGURE_OF.filled(**words))
            self.fields[nothing] = _nothing_field(NOTHING_OF.filled(**words))
            self.initial[figure] = shown(cell.value)
            self.initial[nothing] = cell.value if isinstance(cell.value, Nothing) else ""

    def clean(self) -> dict[str, Any]:
        """Read every cell; a wrong one is named at its place."""
        found = super().clean() or self.cleaned_data
        cells = []
        for cell in self.cells:
            try:
                cells.append(FilledCell(cell.key, self._read(cell)))
            except _WrongCell as wrong:
                self.add_error(_names(cell.key)[0], wrong.reason.say(current_language()))
        found["cells"] = cells
        return found

    def _read(self, cell: AskedCell) -> Value | None:
        figure, nothing = _names(cell.key)
        typed = (self.cleaned_data.get(figure) or "").strip()
        kind = self.cleaned_data.get(nothing) or ""
        if typed and kind:
            raise _WrongCell(BOTH.filled(kind=KINDS[Nothing(kind)]))
        if typed:
            return _figure(cell, typed)
        # A figure that cannot be kept at all is reported by its field, not overwritten here.
        kind = kind or (figure in self.cleaned_data and self.cleaned_data.get("rest")) or ""
        return Nothing(kind) if kind else None

    def reopen(self, at: int, changed: Iterable[CellKey]) -> None:
        """Show the form again as if opened now: what was typed stays, beside what others wrote.

        Where nothing was typed, theirs is taken over.
        """
        self.changed_meanwhile = frozenset(changed)
        data = cast(QueryDict, self.data).copy()
        data["version"] = str(at)
        for cell in self.cells:
            figure, nothing = _names(cell.key)
            is_untouched = not data.get(figure) and not data.get(nothing)
            if cell.key in self.changed_meanwhile and is_untouched:
                data[figure] = shown(cell.value)
                data[nothing] = cell.value.value if isinstance(cell.value, Nothing) else ""
        self.data = data

    @property
    def rows(self) -> tuple[FieldRow, ...]:
        """The cells as the table shows them, a row a place and breakdown."""
        by_row: dict[tuple[str, object], list[AskedCell]] = {}
        for cell in self.cells:
            by_row.setdefault((cell.place_code, cell.breakdown), []).append(cell)
        return tuple(
            FieldRow(row_label(cells[0]), tuple(self._fields_of(cell) for cell in cells))
            for cells in by_row.values()
        )

    def _fields_of(self, cell: AskedCell) -> CellFields:
        figure, nothing = (self[name] for name in _names(cell.key))
        is_changed = cell.key in self.changed_meanwhile
        return CellFields(cell, self._places[cell.key], figure, nothing, is_changed)

    @property
    def sexes(self) -> tuple[Sex, ...]:
        """The sexes asked for, in the order of the columns."""
        return tuple(dict.fromkeys(cell.sex for cell in self.cells))


class _WrongCell(ValueError):
    def __init__(self, reason: Text) -> None:
        super().__init__(reason.say(Language.ENGLISH))
        self.reason = reason


def _figure(cell: AskedCell, typed: str) -> Decimal:
    try:
        value = typed_number(typed, _style())
    except NotANumber:
        value = None
    if value is None:
        raise _WrongCell(NO_NUMBER.filled(typed=typed))
    verdict = may_stand(cell.element, value)
    if not verdict:
        raise _WrongCell(verdict.reason or NO_NUMBER.filled(typed=typed))
    return value


def _names(key: CellKey) -> tuple[str, str]:
    place = f"{key.place_code}_{key.breakdown.key}_{key.sex.value}"
    return f"figure_{place}", f"nothing_{place}"


def _figure_field(label: Text) -> forms.CharField:
    return forms.CharField(
        label=label.say(current_language()),
        required=False,
        max_length=LONGEST,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
    )


def _nothing_field(label: Text) -> forms.ChoiceField:
    choices = [("", f"– {FIGURE.say(current_language())} –")]
    choices += [(kind.value, words.say(current_language())) for kind, words in KINDS.items()]
    return forms.ChoiceField(label=label.say(current_language()), required=False, choices=choices)


def row_label(cell: AskedCell) -> Text:
    """`Kuaro`, or `Kuaro, 0–4 tahun`."""
    if not cell.breakdown:
        return Text("{place}", "{place}").filled(place=cell.place_name)
    return Text("{place}, {rows}", "{place}, {rows}").filled(
        place=cell.place_name, rows=cell.breakdown_name
    )


def shown(value: Value | None) -> str:
    """A figure as its reader would type it; empty where there is none."""
    if value is None or isinstance(value, Nothing):
        return ""
    return spoken(value, current_language()).replace("−", "-")


def _style() -> DecimalStyle:
    is_indonesian = current_language() is Language.INDONESIAN
    return DecimalStyle.COMMA if is_indonesian else DecimalStyle.POINT
