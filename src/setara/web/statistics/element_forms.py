"""Forms on the register: what is looked for, a card written in both languages, a basis named."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol, cast

from django import forms

from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text
from setara.domain.statistics.card import CARD_LABELS, Card, Collection, Frequency
from setara.domain.statistics.dimension import dimensions
from setara.domain.statistics.element import (
    Confidentiality,
    Element,
    Measure,
    Polarity,
    PopulationType,
    Range,
)
from setara.usecases.statistics.register_queries import CardChoices, RegisterAnswer, Standing
from setara.web.foundation.fields import DeedForm, line
from setara.web.shell.words import current_language, lazy_text


class Labelled(Protocol):
    """A member of a list of choices."""

    @property
    def value(self) -> str:
        """As it is stored."""
        ...

    @property
    def label(self) -> Text:
        """In both languages."""
        ...


ALL = Text("semua", "all")
NOBODY = Text("belum dipastikan", "not confirmed yet")
NOTHING = Text("tidak ada", "none")
LANGUAGES = {"id": Text("Indonesia", "Indonesian"), "en": Text("Inggris", "English")}
CHOSEN: dict[str, tuple[Text, Iterable[Labelled]]] = {
    "measure": (Text("Ukuran", "Measure"), Measure),
    "polarity": (Text("Arah", "Direction"), Polarity),
    "population_type": (Text("Yang dihitung", "Who is counted"), PopulationType),
    "confidentiality": (Text("Kerahasiaan", "Confidentiality"), Confidentiality),
    "frequency": (Text("Frekuensi", "Frequency"), Frequency),
    "collection": (Text("Asal angka", "How figures come about"), Collection),
}


class WantedForm(forms.Form):
    """What the list is narrowed to."""

    kata = forms.CharField(label=lazy_text(Text("Cari", "Search")), required=False, max_length=100)
    urusan = forms.ChoiceField(label=lazy_text(Text("Bidang", "Field")), required=False)
    produsen = forms.TypedChoiceField(
        label=lazy_text(Text("Produsen", "Producer")), required=False, coerce=int, empty_value=None
    )
    keadaan = forms.ChoiceField(label=lazy_text(Text("Keadaan", "Standing")), required=False)

    def offer(self, answer: RegisterAnswer) -> None:
        """Give the lists their choices, which the register itself has."""
        language = current_language()
        none = ("", ALL.say(language))
        groups = [(code, name.say(language)) for code, name in answer.every_group]
        producers = [(str(each.agency_id), each.name) for each in answer.producers]
        standings = [(each.value, each.label.say(language)) for each in Standing]
        for name, choices in (("urusan", groups), ("produsen", producers), ("keadaan", standings)):
            cast(forms.ChoiceField, self.fields[name]).choices = [none, *choices]


class ReconcileForm(DeedForm):
    """What the card was compared with."""

    basis = line(
        Text("Dicocokkan dengan", "Compared with"),
        longest=400,
        help_text=Text(
            "Misalnya: kartu metadata Disdukcapil 2025, atau SIGA, diakses 3 Maret 2026.",
            "For example: the civil registry's metadata card 2025, or SIGA, seen 3 March 2026.",
        ),
    )


class ElementForm(DeedForm):
    """One element with its whole card; `element()` is what was written."""

    code = line(Text("Kode", "Code"), longest=40)
    name_id = line(Text("Nama (Indonesia)", "Name (Indonesian)"), longest=200)
    name_en = line(Text("Nama (Inggris)", "Name (English)"), longest=200)
    unit_id = line(Text("Satuan (Indonesia)", "Unit (Indonesian)"), longest=60)
    unit_en = line(Text("Satuan (Inggris)", "Unit (English)"), longest=60)
    producer_id = forms.TypedChoiceField(
        label=lazy_text(Text("Produsen data", "Producer")),
        required=False,
        coerce=int,
        empty_value=None,
    )
    dimensions = forms.MultipleChoiceField(
        label=lazy_text(Text("Rincian selain jenis kelamin", "Breakdowns beside sex")),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    by_subdistrict = forms.BooleanField(
        label=lazy_text(Text("Dikumpulkan per kecamatan", "Collected by sub-district")),
        required=False,
    )
    only_sex = forms.ChoiceField(
        label=lazy_text(Text("Hanya satu jenis kelamin", "One sex only")), required=False
    )
    population_base = forms.ChoiceField(
        label=lazy_text(Text("Basis penduduk", "Population base")),
        help_text=lazy_text(
            Text(
                "Jumlah yang tidak mungkin dilampaui angka elemen ini.",
                "The count no figure of this element can exceed.",
            )
        ),
        required=False,
    )
    from_age = forms.IntegerField(
        label=lazy_text(Text("Umur mulai", "From age")), min_value=0, max_value=120, required=False
    )
    below_age = forms.IntegerField(
        label=lazy_text(Text("Di bawah umur", "Below age")),
        min_value=1,
        max_value=121,
        required=False,
    )
    least = forms.DecimalField(
        label=lazy_text(Text("Angka terkecil", "Least figure")), max_digits=18, required=False
    )
    most = forms.DecimalField(
        label=lazy_text(Text("Angka terbesar", "Greatest figure")), max_digits=18, required=False
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, choices: CardChoices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = current_language()
        for name, (label, kind) in CHOSEN.items():
            offered = [(each.value, each.label.say(language)) for each in kind]
            self.fields[name] = forms.ChoiceField(label=lazy_text(label), choices=offered)
        self._offer("producer_id", NOBODY, [(str(p.agency_id), p.name) for p in choices.producers])
        bases = [(code, f"{code} – {name.say(language)}") for code, name in choices.bases]
        self._offer("population_base", NOTHING, bases)
        self._offer("only_sex", NOTHING, [(sex.value, sex.label.say(language)) for sex in Sex])
        cast(forms.MultipleChoiceField, self.fields["dimensions"]).choices = [
            (each.code, each.name.say(language)) for each in dimensions().values()
        ]
        for field, label in CARD_LABELS.items():
            for code, spoken in LANGUAGES.items():
                self.fields[f"card_{field}_{code}"] = _words(label, spoken)

    def _offer(self, name: str, none: Text, choices: Iterable[tuple[str, str]]) -> None:
        empty = ("", none.say(current_language()))
        cast(forms.ChoiceField, self.fields[name]).choices = [empty, *choices]

    def element(self) -> Element:
        """What was written, whether or not the rules take it."""
        written = self.cleaned_data
        card = {name: self._pair(f"card_{name}") for name in CARD_LABELS}
        return Element(
            code=written["code"].strip(),
            name=self._pair("name"),
            unit=self._pair("unit"),
            polarity=Polarity(written["polarity"]),
            measure=Measure(written["measure"]),
            population_type=PopulationType(written["population_type"]),
            confidentiality=Confidentiality(written["confidentiality"]),
            card=Card(**card),
            frequency=Frequency(written["frequency"]),
            collection=Collection(written["collection"]),
            dimensions=tuple(written["dimensions"]),
            by_subdistrict=written["by_subdistrict"],
            range=Range(written["least"], written["most"]),
            population_base=written["population_base"],
            from_age=written["from_age"],
            below_age=written["below_age"],
            only_sex=Sex(written["only_sex"]) if written["only_sex"] else None,
        )

    def _pair(self, name: str) -> Text:
        return Text(self.cleaned_data[f"{name}_id"], self.cleaned_data[f"{name}_en"])


def _words(label: Text, language: Text) -> forms.CharField:
    both = Text("{label} ({language})", "{label} ({language})")
    return forms.CharField(
        label=lazy_text(both.filled(label=label, language=language)),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2000,
        required=False,
    )


def written_in(element: Element, producer_id: int | None, seen: str) -> dict[str, object]:
    """The form's values for an element that is there already."""
    plain = {name: getattr(element, name) for name in CHOSEN}
    pairs = {"name": element.name, "unit": element.unit}
    pairs |= {f"card_{name}": getattr(element.card, name) for name in CARD_LABELS}
    texts = {
        f"{name}_{code}": getattr(text, code) for name, text in pairs.items() for code in LANGUAGES
    }
    return {
        **plain,
        **texts,
        "code": element.code,
        "producer_id": producer_id,
        "dimensions": element.dimensions,
        "by_subdistrict": element.by_subdistrict,
        "only_sex": element.only_sex,
        "population_base": element.population_base,
        "from_age": element.from_age,
        "below_age": element.below_age,
        "least": element.range.least,
        "most": element.range.most,
        "seen": seen,
    }
