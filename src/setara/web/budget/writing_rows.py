"""One row of a list in the form of a GAP: a cause, an action, an indicator."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, cast

from django import forms

from setara.domain.budget.pathway import Factor, IndicatorLevel
from setara.domain.foundation.sex import Sex
from setara.domain.language.numerals import DecimalStyle, NotANumber, told_style, typed_number
from setara.domain.language.pasting import MOST_CHARACTERS, TooLong, sentence
from setara.domain.language.text import Text
from setara.web.shell.words import current_language, lazy_text

Choices = Sequence[tuple[str, str]]

MOST_FIGURE = 10**15
NO_FACTOR = Text("– tidak disebut –", "– not said –")
NO_START = Text("– tanpa titik awal –", "– no starting point –")
BOTH = Text("– keduanya –", "– both –")
HALF_CAUSE = Text("Tulis sebabnya, atau hapus barisnya.", "Write the cause, or take the row out.")
HALF_ACTION = Text(
    "Baris ini bertanda sebab atau rupiah, tetapi aksinya belum ditulis. Tulis aksinya, atau hapus "
    "barisnya.",
    "This row has ticks or rupiah but no action. Write the action, or take the row out.",
)
HALF_INDICATOR = Text(
    "Baris ini berisi titik awal, satuan, atau target, tetapi indikatornya belum ditulis. Tulis "
    "apa yang diukur, atau hapus barisnya.",
    "This row has a starting point, unit or target but no indicator. Write what is measured, or "
    "take the row out.",
)
NOT_WHOLE = Text(
    "“{cell}” bukan rupiah bulat; tulis misalnya 25.000.000.",
    "“{cell}” is no whole rupiah; write for instance 25,000,000.",
)
FROM_LINES = Text("Dari baris anggaran yang dicentang.", "From the ticked budget lines.")
NO_CAUSES = Text(
    "Tulis dahulu sebabnya di kolom 4 dan 5, lalu tekan Perbarui halaman.",
    "First write the causes in columns 4 and 5, then press Refresh the page.",
)


class SentenceField(forms.CharField):
    """Words on one line, cleaned of what word processors leave in them; its limit is named."""

    def __init__(
        self,
        label: Text,
        *,
        rows: int = 2,
        help_text: Text | None = None,
        most: int = MOST_CHARACTERS,
    ) -> None:
        super().__init__(
            label=lazy_text(label),
            help_text=lazy_text(help_text) if help_text else "",
            widget=forms.Textarea(attrs={"rows": rows}) if rows > 1 else forms.TextInput(),
            required=False,
        )
        self.most = most
        # Characters that cannot be kept are taken out below, not refused.
        self.validators = []

    def to_python(self, value: Any) -> str:
        """One line. Raises ValidationError naming the limit."""
        try:
            return sentence(super().to_python(value) or "", most=self.most)
        except TooLong as too_long:
            raise forms.ValidationError(too_long.reason.say(current_language())) from too_long


class NumberField(forms.CharField):
    """A number as it is typed in Indonesia: 1.438 is a thousand and more, 12,5 has a half.

    It may be as far from nothing as `MOST_FIGURE`, either way.
    """

    too_far = Text("Paling banyak {most}.", "At most {most}.")

    def __init__(self, label: Text, help_text: Text | None = None) -> None:
        super().__init__(
            label=lazy_text(label),
            help_text=lazy_text(help_text) if help_text else "",
            widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
            max_length=40,
            required=False,
        )

    def clean(self, value: Any) -> Decimal | None:
        """The number; None where nothing was typed. Raises ValidationError."""
        typed = cast(str, super().clean(value))
        try:
            told = told_style([typed])
            is_english = told.is_sure and told.style is DecimalStyle.POINT
            number = typed_number(typed, told.style if is_english else DecimalStyle.COMMA)
        except NotANumber as wrong:
            raise forms.ValidationError(wrong.reason.say(current_language())) from wrong
        if number is not None and abs(number) > MOST_FIGURE:
            too_far = self.too_far.filled(most=MOST_FIGURE)
            raise forms.ValidationError(too_far.say(current_language()))
        return number


class RupiahField(NumberField):
    """Whole rupiah, not less than none."""

    too_far = Text("Paling banyak Rp{most}.", "At most Rp{most}.")

    def clean(self, value: Any) -> Decimal | None:
        """The amount; None where nothing was typed. Raises ValidationError."""
        amount = super().clean(value)
        if amount is None:
            return None
        if amount != amount.to_integral_value() or amount < 0:
            reason = NOT_WHOLE.filled(cell=str(value).strip())
            raise forms.ValidationError(reason.say(current_language()))
        return amount


def choice(label: Text, empty: Text, choices: Choices) -> forms.ChoiceField:
    """One of the choices, or none under the words of `empty`."""
    return forms.ChoiceField(
        label=lazy_text(label), choices=[("", lazy_text(empty)), *choices], required=False
    )


class RowForm(forms.Form):
    """A row with its number; one in which nothing stands is not kept."""

    half = HALF_CAUSE
    key = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=10**9)

    @property
    def is_written(self) -> bool:
        """Whether the row says something, so that it is kept. Only of a valid row."""
        return bool(self.cleaned_data.get("text"))

    def clean(self) -> dict[str, Any]:
        """Words wherever anything else of the row was filled in."""
        typed = self.cleaned_data
        if not typed.get("text") and "text" not in self.errors and self._has_more():
            self.add_error("text", self.half.say(current_language()))
        return typed

    def _has_more(self) -> bool:
        """Whether anything beside the words was filled in, also what could not be read."""
        fixed = {"key", "text", "level"}
        names = [name for name in self.fields if name not in fixed]
        return any(self.cleaned_data.get(name) or name in self.errors for name in names)


class CauseRow(RowForm):
    """A cause, and the factor of column 3 it explains."""

    text = SentenceField(Text("Sebab", "Cause"))
    factor = choice(
        Text("Menerangkan faktor", "Explains the factor"),
        NO_FACTOR,
        [(each.value, lazy_text(each.label)) for each in Factor],
    )


class ActionRow(RowForm):
    """An action, the causes it answers, and its money."""

    half = HALF_ACTION
    text = SentenceField(Text("Aksi", "Action"))
    amount = RupiahField(Text("Rupiah", "Rupiah"))
    answers = forms.MultipleChoiceField(
        label=lazy_text(Text("Menjawab sebab", "Answers the causes")),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: Any, causes: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.MultipleChoiceField, self.fields["answers"]).choices = list(causes)
        if not causes:
            self.fields["answers"].help_text = lazy_text(NO_CAUSES)

    def take_money_from_lines(self) -> None:
        """Show the rupiah without a way to type it: it is that of the ticked budget lines."""
        self.fields["amount"].disabled = True
        self.fields["amount"].help_text = lazy_text(FROM_LINES)


class IndicatorRow(RowForm):
    """What is measured, from which figure to which."""

    half = HALF_INDICATOR
    level = forms.ChoiceField(
        label=lazy_text(Text("Tingkat", "Level")),
        choices=[(each.value, lazy_text(each.label)) for each in IndicatorLevel],
    )
    text = SentenceField(Text("Apa yang diukur", "What is measured"))
    sex = choice(
        Text("Siapa yang dihitung", "Who is counted"),
        BOTH,
        [(each.value, lazy_text(each.label)) for each in (Sex.FEMALE, Sex.MALE)],
    )
    unit = SentenceField(
        Text("Satuan", "Unit"),
        rows=1,
        help_text=Text("Kosong: satuan titik awal.", "Empty: that of the starting point."),
        most=60,
    )

    def __init__(self, *args: Any, figures: Choices, year: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["from"] = choice(
            Text("Titik awal (data dasar)", "Starting point (baseline)"), NO_START, figures
        )
        target = Text("Target {year}", "Target {year}")
        self.fields["target"] = NumberField(target.filled(year=str(year)))
        self.later = tuple(range(year + 1, year + 5))
        for later in self.later:
            self.fields[f"year_{later}"] = NumberField(target.filled(year=str(later)))

    @property
    def fields_of_later_years(self) -> list[forms.BoundField]:
        """The targets of the years after the budget year."""
        return [self[f"year_{year}"] for year in self.later]

    @property
    def has_later(self) -> bool:
        """Whether a target of a later year is typed or wrong, so that they are shown at once."""
        return any(bound.value() or bound.errors for bound in self.fields_of_later_years)

    def targets(self) -> tuple[tuple[int, Decimal], ...]:
        """The targets of later years, in order."""
        typed: Mapping[str, Decimal | None] = {
            str(year): self.cleaned_data.get(f"year_{year}") for year in self.later
        }
        return tuple((int(year), value) for year, value in typed.items() if value is not None)
