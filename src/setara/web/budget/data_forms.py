"""Forms for column 2 of a GAP: take figures from the register, or type what it does not have."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django import forms

from setara.domain.budget.datum import Datum
from setara.domain.budget.pathway import Pathway, next_key
from setara.domain.foundation.period import Period
from setara.domain.language.text import Text, same
from setara.domain.statistics.element import Measure, Polarity, PopulationType
from setara.domain.statistics.observation import Nothing
from setara.usecases.budget.register import OfferedDatum
from setara.web.shell.words import current_language, lazy_text

OFFERED = Text("{label} ({period})", "{label} ({period})")


class ColumnForm(forms.Form):
    """A form on column 2; `edition` is the one its writer started from.

    Several stand on one page, so their controls have ids of their own.
    """

    edition = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", f"{type(self).__name__}-%s")
        super().__init__(*args, **kwargs)


class TakeForm(ColumnForm):
    """Which figures of the register are taken."""

    element_code = forms.ChoiceField(label=lazy_text(Text("Data terpilah", "Data by sex")))

    def __init__(self, *args: Any, offered: Iterable[OfferedDatum], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["element_code"]).choices = [
            (each.code, _offer(each.datum)) for each in offered
        ]


def _offer(datum: Datum) -> str:
    return OFFERED.filled(label=datum.label, period=datum.period).say(current_language())


class DropForm(ColumnForm):
    """Which row of column 2 is dropped."""

    key = forms.IntegerField(widget=forms.HiddenInput)


def _line(label: Text, help_text: Text | None = None, *, required: bool = True) -> forms.CharField:
    return forms.CharField(
        label=lazy_text(label),
        help_text=lazy_text(help_text) if help_text else "",
        max_length=300,
        required=required,
    )


def _number(label: Text, help_text: Text | None = None) -> forms.DecimalField:
    return forms.DecimalField(
        label=lazy_text(label),
        help_text=lazy_text(help_text) if help_text else "",
        required=False,
        max_digits=24,
        decimal_places=6,
        min_value=0,
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
        min_value=1970,
        max_value=2100,
        required=False,
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

    def datum(self, pathway: Pathway) -> Datum:
        """What was typed as the next row of column 2."""
        typed = self.cleaned_data
        female, male = typed["female"], typed["male"]
        return Datum(
            key=next_key(pathway.data),
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
