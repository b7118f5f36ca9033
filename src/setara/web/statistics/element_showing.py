"""The register and its cards as their pages show them."""

from __future__ import annotations

from collections.abc import Mapping

from django.urls import reverse

from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text, listed, same
from setara.domain.statistics.card import CARD_LABELS
from setara.domain.statistics.dimension import dimensions
from setara.domain.statistics.element import Element
from setara.usecases.statistics.register_queries import (
    CardAnswer,
    RegisterAnswer,
    Standing,
    Wanted,
)
from setara.web.shell.pages import Crumb
from setara.web.statistics.element_forms import CHOSEN, ElementForm, ReconcileForm, WantedForm
from setara.web.statistics.element_pages import (
    CardPage,
    ElementFormPage,
    FieldGroup,
    RegisterPage,
)

REGISTER = Text("Data terpilah", "Data by sex")
LEAD = Text(
    "Daftar elemen data dengan kartu metadata Satu Data Indonesia. Laki-laki dan perempuan selalu "
    "terpilah.",
    "The register of data elements, each with its metadata card. Women and men are always told "
    "apart.",
)
NEW = Text("Elemen baru", "New element")
EDIT = Text("Ubah kartu {code}", "Edit the card of {code}")
AGES = Text("{low} sampai di bawah {high} tahun", "{low} to below {high} years")
AGES_FROM = Text("{low} tahun ke atas", "{low} years and over")
AGES_BELOW = Text("di bawah {high} tahun", "below {high} years")
BETWEEN = Text("{least} sampai {most}", "{least} to {most}")
AT_LEAST = Text("mulai {least}", "from {least}")
AT_MOST = Text("sampai {most}", "up to {most}")
BOTH = Text("perempuan dan laki-laki", "women and men")
ONLY = Text("hanya {sex}", "{sex} only")
NOT_SET = Text("tidak dibatasi", "not limited")
WHOLE = Text("seluruh daerah", "the whole government")
BY_SUBDISTRICT = Text("per kecamatan", "by sub-district")


def wanted_of(asked: Mapping[str, str]) -> Wanted:
    """What an address asks the list for; what is no choice narrows nothing."""
    producer, standing = asked.get("produsen", ""), asked.get("keadaan", "")
    return Wanted(
        words=asked.get("kata", "")[:100],
        group=asked.get("urusan", ""),
        producer_id=int(producer) if producer.isascii() and producer.isdecimal() else None,
        standing=Standing(standing) if standing in list(Standing) else None,
    )


def register_page(answer: RegisterAnswer, form: WantedForm, *, is_narrowed: bool) -> RegisterPage:
    """The page of the register."""
    return RegisterPage(
        title=REGISTER, lead=LEAD, answer=answer, form=form, is_narrowed=is_narrowed
    )


def card_page(answer: CardAnswer, form: ReconcileForm) -> CardPage:
    """The page of one card."""
    element = answer.element
    return CardPage(
        title=element.name,
        crumbs=_crumbs(element, Text("Kartu metadata", "Metadata card")),
        answer=answer,
        facts=_facts(element),
        form=form,
    )


def form_page(form: ElementForm, known: CardAnswer | None) -> ElementFormPage:
    """The page that writes a card; the code of a known element stands fast."""
    if known is not None:
        form.fields["code"].widget.attrs["readonly"] = True
        crumbs = _crumbs(known.element, EDIT.filled(code=known.element.code))
    else:
        crumbs = (Crumb(REGISTER, reverse("statistics:elements")), Crumb(NEW))
    return ElementFormPage(
        title=crumbs[-1].label,
        crumbs=crumbs,
        form=form,
        groups=_groups(form),
        has_figures=bool(known and known.figures),
    )


def _crumbs(element: Element, last: Text) -> tuple[Crumb, ...]:
    return (
        Crumb(REGISTER, reverse("statistics:elements")),
        Crumb(same(element.code), reverse("statistics:table", args=[element.code])),
        Crumb(last),
    )


def _facts(element: Element) -> tuple[tuple[Text, object], ...]:
    """The facts of the element itself, in the order of the card."""
    chosen = [(label, getattr(element, name).label) for name, (label, _) in CHOSEN.items()]
    dims = [dimensions()[code].name for code in element.dimensions if code in dimensions()]
    only = element.only_sex
    return (
        (Text("Satuan", "Unit"), element.unit),
        *chosen,
        (Text("Jenis kelamin", "Sex"), ONLY.filled(sex=Sex(only).label) if only else BOTH),
        (Text("Rincian lain", "Other breakdowns"), listed(dims) if dims else Text("–", "–")),
        (Text("Wilayah", "Places"), BY_SUBDISTRICT if element.by_subdistrict else WHOLE),
        (Text("Basis penduduk", "Population base"), same(element.population_base or "–")),
        (Text("Umur", "Ages"), _span(element.from_age, element.below_age)),
        (Text("Angka yang mungkin", "Possible figures"), _limits(element)),
    )


def _span(low: int | None, high: int | None) -> Text:
    sentence = {
        (True, True): AGES,
        (True, False): AGES_FROM,
        (False, True): AGES_BELOW,
        (False, False): NOT_SET,
    }[(low is not None, high is not None)]
    return sentence.filled(low=low, high=high)


def _limits(element: Element) -> Text:
    least, most = element.range.least, element.range.most
    sentence = {
        (True, True): BETWEEN,
        (True, False): AT_LEAST,
        (False, True): AT_MOST,
        (False, False): NOT_SET,
    }[(least is not None, most is not None)]
    tidy = {
        name: None if end is None else f"{end.normalize():f}"
        for name, end in (("least", least), ("most", most))
    }
    return sentence.filled(**tidy)


def _groups(form: ElementForm) -> tuple[FieldGroup, ...]:
    first = ["code", "name_id", "name_en", "unit_id", "unit_en", "producer_id"]
    more = ["dimensions", "by_subdistrict", "only_sex"]
    limits = ["population_base", "from_age", "below_age", "least", "most"]
    card = [f"card_{name}_{code}" for name in CARD_LABELS for code in ("id", "en")]
    sections = (
        (Text("Elemen", "Element"), first),
        (Text("Sifat", "Nature"), list(CHOSEN)),
        (Text("Rincian", "Breakdowns"), more),
        (Text("Batas", "Limits"), limits),
        (Text("Kartu metadata", "Metadata card"), card),
    )
    return tuple(
        FieldGroup(title, tuple(form[name] for name in names)) for title, names in sections
    )
