"""What a reader tries on an index, as a form that is read from the address."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms import BoundField

from setara.domain.indices.computing import Result
from setara.domain.indices.definition import Index
from setara.domain.indices.levers.shares import WOMEN
from setara.domain.indices.terms import shown
from setara.domain.language.numerals import (
    DecimalStyle,
    NotANumber,
    decimal_style,
    told_style,
    typed_number,
)
from setara.domain.language.text import Text
from setara.usecases.indices.levers import LeversAsked
from setara.web.shell.words import current_language, lazy_text

LONGEST = 40
MOST_SEATS = 1000
ERROR = "galat-"
TOTAL, MORE, TARGET = "kursi", "tambah", "target"


class FigureField(forms.CharField):
    """A number as either language writes it; None where nothing was typed."""

    def __init__(
        self,
        *,
        label: Text,
        help_text: Text | None = None,
        least: int | None = None,
        required: bool = False,
    ) -> None:
        super().__init__(
            label=lazy_text(label),
            help_text=lazy_text(help_text) if help_text else "",
            required=required,
            max_length=LONGEST,
            widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
        )
        self.least = least

    def clean(self, value: Any) -> Any:
        """The number. Raises ValidationError that quotes what was typed."""
        typed = str(super().clean(value))
        try:
            number = typed_number(typed, self.style_of(typed))
        except NotANumber as wrong:
            raise _wrong(wrong.reason) from wrong
        if number is not None and self.least is not None and number < self.least:
            raise _wrong(TOO_SMALL.filled(least=self.least))
        return number

    def style_of(self, typed: str) -> DecimalStyle:
        """Which mark stands before the decimals."""
        return decimal_style([typed])


class TargetField(FigureField):
    """A value an index shall have: it never has thousands, so a lone mark is a decimal one."""

    def style_of(self, typed: str) -> DecimalStyle:
        """The mark that was typed where it could be read either way."""
        told = told_style([typed])
        if told.is_sure:
            return told.style
        return DecimalStyle.POINT if "." in typed else DecimalStyle.COMMA


class SeatsField(forms.IntegerField):
    """A whole number of seats."""

    def __init__(self, *, label: Text, help_text: Text, least: int) -> None:
        super().__init__(
            label=lazy_text(label),
            help_text=lazy_text(help_text),
            required=False,
            min_value=least,
            max_value=MOST_SEATS,
        )
        self.error_messages["invalid"] = lazy_text(NOT_WHOLE)


class LeversForm(forms.Form):
    """Other figures and errors by measure, seats where the index has them, and a target."""

    def __init__(self, data: Any, index: Index) -> None:
        super().__init__(data)
        self.measures = index.measures
        for measure in self.measures:
            self.fields[measure.key] = FigureField(label=measure.name)
            self.fields[ERROR + measure.key] = FigureField(
                label=measure.name, help_text=measure.unit, least=0
            )
        if any(measure.key == WOMEN for measure in self.measures):
            self.fields[TOTAL] = SeatsField(label=TOTAL_LABEL, help_text=TOTAL_HELP, least=1)
            self.fields[MORE] = SeatsField(label=MORE_LABEL, help_text=MORE_HELP, least=-MOST_SEATS)
        self.fields[TARGET] = TargetField(
            label=TARGET_LABEL.filled(index=index.symbol), help_text=TARGET_HELP
        )

    def tell(self, result: Result) -> None:
        """Say beside each field how the figure stands; what has none is not offered."""
        self.measures = tuple(each for each in self.measures if each.key in result.figures)
        for measure in self.measures:
            now = NOW.filled(now=shown(result.figures[measure.key]), unit=measure.unit)
            # The bound field was made when the form was read and keeps its own words.
            self[measure.key].help_text = now.say(current_language())

    def clean(self) -> dict[str, Any]:
        """Seats can only be added to a house whose seats are told."""
        cleaned = super().clean() or {}
        if cleaned.get(MORE) and not cleaned.get(TOTAL) and TOTAL not in self.errors:
            self.add_error(TOTAL, TOTAL_MISSING.say(current_language()))
        return cleaned

    def asked(self) -> LeversAsked:
        """What was typed and can be read; what cannot is left out and has its message."""
        self.is_valid()
        read = {key: value for key, value in self.cleaned_data.items() if value not in (None, "")}
        measures = {measure.key for measure in self.measures}
        return LeversAsked(
            figures={key: value for key, value in read.items() if key in measures},
            errors={
                key.removeprefix(ERROR): value
                for key, value in read.items()
                if key.startswith(ERROR)
            },
            total_seats=read.get(TOTAL),
            more_seats=read.get(MORE),
            target=read.get(TARGET),
        )

    def fault(self, key: str, reason: Text) -> None:
        """Put why something cannot be beside its field, or above the form."""
        self.add_error(key if key in self.fields else None, reason.say(current_language()))

    def figure_fields(self) -> Iterator[BoundField]:
        """The fields for other figures."""
        for measure in self.measures:
            yield self[measure.key]

    def error_fields(self) -> Iterator[BoundField]:
        """The fields for standard errors."""
        for measure in self.measures:
            yield self[ERROR + measure.key]

    def other_fields(self) -> Iterator[BoundField]:
        """Seats, where the index has them, and the target."""
        return (self[name] for name in (TARGET, TOTAL, MORE) if name in self.fields)

    @property
    def has_errors_typed(self) -> bool:
        """Whether a standard error was typed or refused, so that its part stands open."""
        return any(field.data for field in self.error_fields())


def _wrong(reason: Text) -> forms.ValidationError:
    return forms.ValidationError(reason.say(current_language()))


NOW = Text("sekarang {now} {unit}", "now {now} {unit}")
TOO_SMALL = Text("Tidak boleh kurang dari {least}.", "This may not be less than {least}.")
NOT_WHOLE = Text("Isi jumlah kursi dengan bilangan bulat.", "Enter a whole number of seats.")
TOTAL_LABEL = Text("Jumlah kursi DPRD", "Seats in the council")
TOTAL_HELP = Text("seluruhnya, misalnya 30", "altogether, such as 30")
MORE_LABEL = Text("Kursi perempuan tambahan", "More seats for women")
MORE_HELP = Text("misalnya 2; −1 berarti berkurang", "such as 2; −1 means one fewer")
TOTAL_MISSING = Text(
    "Isi jumlah seluruh kursi agar tambahan kursi dapat dihitung.",
    "Enter how many seats there are, so that more of them can be reckoned.",
)
TARGET_LABEL = Text("Target {index}", "Target of the {index}")
TARGET_HELP = Text("misalnya target RPJMD", "such as the one of the RPJMD")
