"""The form on which terms of reference (KAK) are written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.http import QueryDict

from setara.domain.budget.pathway import Action, Pathway
from setara.domain.budget.phase import MONTHS
from setara.domain.budget.terms import Accommodation, ScheduledAction, Terms
from setara.domain.foundation.money import Rupiah
from setara.domain.language.numerals import NotANumber, decimal_style, typed_number
from setara.domain.language.text import Text
from setara.web.shell.words import current_language, lazy_text

_MOST_PEOPLE, _MOST_WORDS = 10_000_000, 5000
_MONTHS_OF = Text("Bulan pelaksanaan: {action}", "Months: {action}")
_METHOD_OF = Text("Cara: {action}", "How: {action}")
_MONEY = re.compile(r"\s*=\s*(?=[^=]*$)")


def _words(label: Text, rows: int = 2, help_text: Text | None = None) -> forms.CharField:
    return forms.CharField(
        label=lazy_text(label),
        help_text=lazy_text(help_text) if help_text else "",
        widget=forms.Textarea(attrs={"rows": rows}),
        required=False,
        max_length=_MOST_WORDS,
    )


def _line(label: Text) -> forms.CharField:
    return forms.CharField(label=lazy_text(label), required=False, max_length=300)


def _people(label: Text) -> forms.IntegerField:
    return forms.IntegerField(
        label=lazy_text(label), required=False, min_value=0, max_value=_MOST_PEOPLE
    )


class TermsForm(forms.Form):
    """What cannot be derived; a schedule row for each action of the analysis."""

    edition = forms.IntegerField(widget=forms.HiddenInput)
    men = _people(Text("Sasaran laki-laki (orang)", "Men to be reached"))
    women = _people(Text("Sasaran perempuan (orang)", "Women to be reached"))
    disabled = _people(
        Text("Di antaranya penyandang disabilitas (orang)", "Of them, people with disabilities")
    )
    ages = _words(Text("Kelompok umur", "Age groups"), 1)
    method = _words(Text("Metode pelaksanaan", "Method"))
    accommodations = _words(
        Text("Kemudahan bagi peserta", "What makes taking part easier"),
        3,
        Text(
            "Satu kemudahan tiap baris, rupiahnya di belakang: “Pojok anak = Rp6.000.000”.",
            "One a line, its rupiah behind: “Children's corner = Rp6,000,000”.",
        ),
    )
    place = _words(Text("Tempat/lokasi", "Place"))
    implementer = _line(Text("Pelaksana", "Carried out by"))
    responsible = _line(Text("Penanggung jawab (nama)", "Person responsible (name)"))
    responsible_number = _line(Text("NIP penanggung jawab", "Employee number"))
    limits = _words(Text("Batasan", "Limits"))

    def __init__(self, *args: Any, pathway: Pathway, terms: Terms, **kwargs: Any) -> None:
        kwargs.setdefault("initial", _initial(terms))
        super().__init__(*args, **kwargs)
        self._actions = pathway.actions
        for action in pathway.actions:
            self._schedule(action, terms.scheduled(action.key))

    def clean_accommodations(self) -> tuple[Accommodation, ...]:
        """Each line with its money. Raises ValidationError naming the line that has none."""
        lines = self.cleaned_data["accommodations"].splitlines()
        return tuple(_accommodation(line) for line in lines if line.strip())

    def start_from(self, edition: int) -> None:
        """Send another edition the next time; what was typed stays."""
        data = cast(QueryDict, self.data).copy()
        data["edition"] = str(edition)
        self.data = data

    def terms(self) -> Terms:
        """The terms as typed; call it on a valid form only."""
        typed = dict(self.cleaned_data)
        typed.pop("edition")
        schedule = tuple(
            ScheduledAction(
                action.key,
                tuple(int(month) for month in typed.pop(f"months_{action.key}")),
                typed.pop(f"method_{action.key}"),
            )
            for action in self._actions
        )
        return Terms(**typed, schedule=schedule)

    def _schedule(self, action: Action, kept: ScheduledAction) -> None:
        language = current_language()
        self.fields[f"months_{action.key}"] = forms.MultipleChoiceField(
            label=lazy_text(_MONTHS_OF.filled(action=action.text)),
            choices=[(str(n), each.say(language)) for n, each in enumerate(MONTHS, start=1)],
            widget=forms.CheckboxSelectMultiple,
            required=False,
            initial=[str(month) for month in kept.months],
        )
        method = _line(_METHOD_OF.filled(action=action.text))
        method.initial = kept.method
        self.fields[f"method_{action.key}"] = method


def _initial(terms: Terms) -> dict[str, object]:
    names = ("men", "women", "disabled", "ages", "method", "place", "limits", "implementer")
    kept = {name: getattr(terms, name) for name in names}
    return kept | {
        "responsible": terms.responsible,
        "responsible_number": terms.responsible_number,
        "accommodations": "\n".join(_typed(terms.accommodations)),
    }


def _typed(accommodations: Iterable[Accommodation]) -> list[str]:
    language = current_language()
    return [
        each.text if each.amount is None else f"{each.text} = {each.amount.say(language)}"
        for each in accommodations
    ]


def _accommodation(line: str) -> Accommodation:
    text, *money = _MONEY.split(line.strip(), maxsplit=1)
    if not money:
        return Accommodation(text)
    try:
        amount = typed_number(money[0], decimal_style(money))
    except NotANumber:
        amount = None
    if amount is None or amount < 0 or amount != int(amount) or not text:
        raise forms.ValidationError(_NO_MONEY.filled(line=line.strip()).say(current_language()))
    return Accommodation(text, Rupiah(int(cast("int", amount))))


_NO_MONEY = Text(
    "Rupiah pada baris “{line}” tidak terbaca. Tulis misalnya “Pojok anak = Rp6.000.000”.",
    "The rupiah of “{line}” cannot be read. Write, say, “Children's corner = Rp6,000,000”.",
)
