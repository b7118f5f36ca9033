"""Forms for column 2 of a GAP: take figures from the register, or type what it does not have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms

from setara.domain.budget.datum import Datum
from setara.domain.budget.pathway import Pathway, next_key
from setara.domain.budget.typed_datum import flaws
from setara.domain.foundation.period import Period
from setara.domain.language.numerals import NotANumber, decimal_style, typed_number
from setara.domain.language.text import Text, same
from setara.domain.statistics.element import Measure, Polarity, PopulationType
from setara.domain.statistics.observation import Nothing
from setara.usecases.budget.offering import Narrowed, Wanted
from setara.web.shell.words import lazy_text

FIGURES = ("female", "male", "stated_total")
PER_CENTS = ("stated_female_percent", "stated_male_percent")
_FIELD_OF = {"period": "year"}


class ColumnForm(forms.Form):
    """A form on column 2; `edition` is the one its writer started from.

    Several stand on one page, so their controls have ids of their own.
    """

    edition = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", f"{type(self).__name__}-%s")
        super().__init__(*args, **kwargs)


class TakeForm(ColumnForm):
    """Which figures of the register are taken: of which element, where, and of whom."""

    element_code = forms.CharField(widget=forms.HiddenInput, max_length=40)
    place_code = forms.CharField(widget=forms.HiddenInput, max_length=13, required=False)
    breakdown = forms.CharField(widget=forms.HiddenInput, max_length=200, required=False)


class RowForm(ColumnForm):
    """Which row of column 2 is dropped, or brought to its latest period."""

    key = forms.IntegerField(widget=forms.HiddenInput)

    def drops(self, datum: Datum) -> bool:
        """Whether that is the row; none is where the form makes no sense."""
        return self.is_valid() and datum.key == self.cleaned_data["key"]


def _line(label: Text, help_text: Text | None = None, *, required: bool = True) -> forms.CharField:
    return forms.CharField(
        label=lazy_text(label),
        help_text=lazy_text(help_text) if help_text else "",
        max_length=300,
        required=required,
    )


def _number(label: Text, help_text: Text | None = None) -> forms.CharField:
    """A number as people type it; `TypeForm.clean` reads it beside those of its kind."""
    return forms.CharField(
        label=lazy_text(label),
        help_text=lazy_text(help_text) if help_text else "",
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )


def _one_of(label: Text, members: Iterable[Any]) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=lazy_text(label),
        choices=[(member.value, lazy_text(member.label)) for member in members],
    )


class TypeForm(ColumnForm):
    """Figures the register does not have, with where they come from."""

    label = _line(Text("Apa yang dihitung", "What is counted"))
    unit = _line(Text("Satuan", "Unit"))
    measure = _one_of(Text("Jenis angka", "Kind of figure"), Measure)
    polarity = _one_of(Text("Arah yang baik", "Which way is better"), Polarity)
    population_type = _one_of(Text("Tentang siapa", "About whom"), PopulationType)
    female = _number(
        Text("Perempuan", "Women"),
        Text(
            "Kosongkan bila belum dilaporkan; 0 berarti nol.",
            "Leave empty what is not reported; 0 means zero.",
        ),
    )
    male = _number(Text("Laki-laki", "Men"))
    year = forms.IntegerField(
        label=lazy_text(Text("Tahun data", "Year of the data")),
        min_value=1,
        max_value=9998,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    source = _line(
        Text("Sumber", "Source"),
        Text("Dokumen dan penerbitnya.", "The document and who published it."),
        required=False,
    )
    stated_total = _number(
        Text("Jumlah menurut sumber", "Total stated by the source"),
        Text(
            "Bila diisi, dibandingkan dengan perempuan ditambah laki-laki.",
            "If given, it is compared with women plus men.",
        ),
    )
    stated_female_percent = _number(Text("Persen perempuan menurut sumber", "Stated % of women"))
    stated_male_percent = _number(Text("Persen laki-laki menurut sumber", "Stated % of men"))
    is_sample = forms.BooleanField(
        label=lazy_text(Text("Tandai sebagai contoh", "Mark as a sample")), required=False
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._today = today

    def clean(self) -> dict[str, Any]:
        """Numbers in the place of what was typed, and what of them cannot be."""
        typed = super().clean() or {}
        for names in (FIGURES, PER_CENTS):
            typed |= self._numbers({name: typed[name] for name in names if name in typed})
        if not self.errors:
            for flaw in flaws(self._datum(typed, 1), self._today):
                self.add_error(_FIELD_OF.get(flaw.field, flaw.field), lazy_text(flaw.reason))
        return typed

    def _numbers(self, typed: dict[str, str]) -> dict[str, Decimal | None]:
        """The numbers in the style they are written in together: `1.438` beside `12,5`."""
        try:
            style = decimal_style(typed.values())
        except NotANumber as no:
            self.add_error(next(iter(typed)), lazy_text(no.reason))
            return {}
        found: dict[str, Decimal | None] = {}
        for name, words in typed.items():
            try:
                found[name] = typed_number(words, style)
            except NotANumber as no:
                self.add_error(name, lazy_text(no.reason))
        return found

    def datum(self, pathway: Pathway) -> Datum:
        """What was typed as the next row of column 2."""
        return self._datum(self.cleaned_data, next_key(pathway.data))

    @staticmethod
    def _datum(typed: dict[str, Any], key: int) -> Datum:
        female, male = typed["female"], typed["male"]
        return Datum(
            key=key,
            label=same(typed["label"].strip()),
            unit=same(typed["unit"].strip()),
            female=Nothing.NOT_REPORTED if female is None else female,
            male=Nothing.NOT_REPORTED if male is None else male,
            period=Period.year(typed["year"]) if typed["year"] else None,
            source=typed["source"].strip(),
            population_type=PopulationType(typed["population_type"]),
            measure=Measure(typed["measure"]),
            polarity=Polarity(typed["polarity"]),
            is_sample=typed["is_sample"],
            stated_total=typed["stated_total"],
            stated_female_percent=typed["stated_female_percent"],
            stated_male_percent=typed["stated_male_percent"],
        )


def wanted_in(asked: Mapping[str, str]) -> Wanted:
    """What is looked for, out of the address of the page; what makes no sense there is left out."""
    narrowed, page = asked.get("dari", ""), asked.get("halaman", "")
    return Wanted(
        words=asked.get("cari", "").strip()[:100],
        narrowed=Narrowed(narrowed) if narrowed in set(Narrowed) else Narrowed.ALL,
        page=int(page) if page.isascii() and page.isdecimal() and len(page) < MANY_DIGITS else 1,
        element_code=asked.get("elemen", "").strip()[:40],
        place_code=asked.get("wilayah", "").strip()[:13],
    )


MANY_DIGITS = 6
