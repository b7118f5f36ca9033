"""Forms on data calls: plan one, choose what it asks, give it another day."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django import forms

from setara.domain.language.text import Text
from setara.domain.statistics.asked import breakdowns_by
from setara.usecases.statistics.asking import NewItem
from setara.usecases.statistics.call_queries import AgencyChoice, ElementChoice
from setara.web.foundation.fields import CHOOSE, DeedForm, day, line
from setara.web.shell.words import current_language, lazy_text
from setara.web.statistics.periods import PARTS, period_of

TITLE = Text("Judul permintaan", "Title of the call")
TITLE_HELP = Text("Contoh: Data terpilah 2025", "For example: Data by sex 2025")
LETTER = Text("Nomor surat", "Letter number")
LETTER_HELP = Text(
    "Menurut register surat keluar; dapat diisi kemudian.",
    "From the register of outgoing letters; can be given later.",
)
DUE = Text("Batas waktu", "Due day")
# No agency has this id.
EVERY_SUBDISTRICT = 0
EVERY_WORDS = Text(
    "setiap kecamatan, untuk wilayahnya sendiri", "each sub-district, for its own area"
)


class PlanForm(forms.Form):
    """A new call."""

    title = line(TITLE, longest=200, help_text=TITLE_HELP)
    year = forms.IntegerField(
        label=lazy_text(Text("Tahun data", "Year of the data")), min_value=1990, max_value=2100
    )
    part = forms.ChoiceField(
        label=lazy_text(Text("Masa data", "Period of the data")),
        choices=[(code, lazy_text(words)) for code, words in PARTS.items()],
    )
    due_on = day(DUE)
    letter_number = line(LETTER, longest=120, help_text=LETTER_HELP, required=False)

    def clean(self) -> dict[str, Any]:
        """Year and part become one period."""
        found = super().clean() or self.cleaned_data
        year, part = found.pop("year", None), found.pop("part", None)
        if year is not None and part is not None:
            found["period"] = period_of(int(year), str(part))
        return found


class EditForm(DeedForm):
    """The words and the day of a call."""

    title = line(TITLE, longest=200)
    due_on = day(DUE)
    letter_number = line(LETTER, longest=120, help_text=LETTER_HELP, required=False)


class ElementForm(forms.Form):
    """Whether and how one element is asked for."""

    is_asked = forms.BooleanField(label=lazy_text(Text("minta", "ask for it")), required=False)
    agency_id = forms.TypedChoiceField(
        label=lazy_text(Text("Produsen", "Producer")), coerce=int, empty_value=None, required=False
    )
    by_subdistrict = forms.BooleanField(
        label=lazy_text(Text("per kecamatan", "by sub-district")), required=False
    )
    dimensions = forms.MultipleChoiceField(
        label=lazy_text(Text("Rincian", "Broken down by")),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self, data: Any, *, choice: ElementChoice, agencies: tuple[AgencyChoice, ...]
    ) -> None:
        super().__init__(data, prefix=choice.element.code, initial=_initial(choice))
        self.choice = choice
        self.subdistricts = [each.agency_id for each in agencies if each.is_subdistrict]
        agency = cast(forms.TypedChoiceField, self.fields["agency_id"])
        agency.choices = [("", lazy_text(CHOOSE))]
        if self.subdistricts:
            agency.choices += [(EVERY_SUBDISTRICT, lazy_text(EVERY_WORDS))]
        agency.choices += [(each.agency_id, each.name) for each in agencies]
        cast(forms.MultipleChoiceField, self.fields["dimensions"]).choices = [
            (each.code, f"{each.name.say(current_language())} ({each.categories})")
            for each in choice.dimensions
        ]

    def clean(self) -> dict[str, Any]:
        """What is asked for is asked of somebody."""
        found = super().clean() or self.cleaned_data
        if found.get("is_asked") and found.get("agency_id") is None:
            words = Text("Pilih produsennya.", "Choose its producer.")
            self.add_error("agency_id", words.say(current_language()))
        return found

    @property
    def items(self) -> list[NewItem]:
        """What the form asks for, once it is valid."""
        element, asked = self.choice.element, self.cleaned_data
        breakdowns = tuple(
            each for code in asked["dimensions"] for each in breakdowns_by(element, code)
        )
        if asked["agency_id"] == EVERY_SUBDISTRICT:
            return [NewItem(element.code, pk, breakdowns) for pk in self.subdistricts]
        return [NewItem(element.code, asked["agency_id"], breakdowns, asked["by_subdistrict"])]


def _initial(choice: ElementChoice) -> dict[str, object]:
    if not choice.asked:
        return {
            "agency_id": choice.producer_id,
            "by_subdistrict": choice.element.by_subdistrict,
        }
    first = choice.asked[0]
    return {
        "is_asked": True,
        "agency_id": EVERY_SUBDISTRICT if len(choice.asked) > 1 else first.agency_id,
        "by_subdistrict": first.by_subdistrict,
        "dimensions": list(first.dimension_codes),
    }


class ChoosingForms:
    """One form an element; together they say what the call asks."""

    def __init__(
        self, data: Any, elements: Iterable[ElementChoice], agencies: Iterable[AgencyChoice]
    ) -> None:
        offered = tuple(agencies)
        self.forms = [ElementForm(data, choice=each, agencies=offered) for each in elements]

    def is_valid(self) -> bool:
        """Whether every one is, so that all errors are shown at once."""
        return not [form for form in self.forms if not form.is_valid()]

    @property
    def items(self) -> list[NewItem]:
        """What is asked for now."""
        asked = [form for form in self.forms if form.cleaned_data["is_asked"]]
        return [item for form in asked for item in form.items]

    @property
    def dropped(self) -> list[str]:
        """What was asked for and no longer is."""
        return [
            form.choice.element.code
            for form in self.forms
            if form.choice.asked and not form.cleaned_data["is_asked"]
        ]
