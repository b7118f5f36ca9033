"""Column 2 of a GAP as its page shows it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlencode

from django import forms

from setara.domain.budget.datum import Datum
from setara.domain.budget.datum_words import (
    datum_words,
    disparity_words,
    figure_words,
    trend_words,
)
from setara.domain.budget.following import Agreement, Standing
from setara.domain.budget.pathway import Pathway
from setara.domain.budget.teaching import Teaching, teaching_of
from setara.domain.foundation.sex import Sex
from setara.domain.foundation.station import Station, StationKind
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Text, listed
from setara.usecases.budget.offering import (
    ElementOffer,
    Narrowed,
    OfferedDatum,
    OfferedElement,
    Wanted,
)
from setara.usecases.budget.pathway_queries import PathwayDataAnswer
from setara.web.budget.data_forms import RowForm, TakeForm, TypeForm
from setara.web.budget.pages import Beside, ColumnShown

DATA = Text("Data pembuka wawasan: {name}", "Eye-opening data: {name}")


@dataclass(frozen=True, slots=True)
class Said:
    """A datum in the parts a reader compares; `share` is that of women in per cent, for a bar."""

    datum: Datum
    women: Text
    men: Text
    disparity: Text
    trend: Text | None
    share: str

    @property
    def is_counted(self) -> bool:
        """Whether there are two parts of a whole to draw."""
        return bool(self.share)


@dataclass(frozen=True, slots=True)
class DatumShown:
    """One row of column 2: how it stands to the register, what refers to it, what can be done."""

    said: Said
    standing: Standing
    is_written: Text
    today: Text | None
    newer: Text | None
    used_by: Text | None
    row_form: forms.Form

    @property
    def is_moved(self) -> bool:
        """Whether the register says something else than what was last written."""
        return self.standing.agreement is Agreement.MOVED

    @property
    def is_gone(self) -> bool:
        """Whether the register has it no more."""
        return self.standing.agreement is Agreement.GONE


@dataclass(frozen=True, slots=True)
class OfferShown:
    """Figures that can be taken, or why they cannot; `name` says which within their list."""

    name: Text
    said: Said
    offer: OfferedDatum
    take_form: forms.Form


@dataclass(frozen=True, slots=True)
class ElementShown:
    """An element of the list, and where its parts are seen."""

    element: ElementOffer
    offer: OfferShown | None
    inside: str


@dataclass(frozen=True, slots=True)
class OpenedShown:
    """An element that was opened."""

    element: OfferedElement
    breakdowns: tuple[OfferShown, ...]
    places: tuple[tuple[OfferShown, str], ...]
    closed: str


@dataclass(frozen=True, slots=True)
class PathwayDataPage:
    """Column 2 of a GAP: what stands in it, what can be taken, what can be typed."""

    title: Text
    answer: PathwayDataAnswer
    column: ColumnShown
    teaching: Teaching | None
    rows: tuple[DatumShown, ...]
    station: Station
    elements: tuple[ElementShown, ...]
    opened: OpenedShown | None
    narrowings: tuple[tuple[str, Text, bool], ...]
    here: str
    earlier: str
    later: str
    type_form: forms.Form
    beside: Beside = field(default_factory=Beside)
    refusal: Text | None = None


def data_page(
    answer: PathwayDataAnswer,
    today: date,
    *,
    type_form: TypeForm | None = None,
    refused: Refused | None = None,
) -> PathwayDataPage:
    """The page of column 2, with the form as it was typed where it was refused."""
    found = answer.offers
    return PathwayDataPage(
        title=DATA.filled(name=answer.pathway.pathway.activity_name),
        answer=answer,
        column=ColumnShown(answer.pathway.form.field("data"), ()),
        teaching=teaching_of("data"),
        rows=tuple(_row(answer, each) for each in answer.standings),
        station=Station(StationKind.PATHWAY, answer.pathway.pathway_id),
        elements=tuple(_element(each, answer) for each in found.rows),
        opened=_opened(found.opened, answer) if found.opened else None,
        narrowings=tuple(
            (each.value, each.label, each is found.wanted.narrowed) for each in Narrowed
        ),
        here=_here(found.wanted),
        earlier=_address(found.wanted, found.wanted.page - 1) if found.wanted.page > 1 else "",
        later=_address(found.wanted, found.wanted.page + 1)
        if found.wanted.page < found.pages
        else "",
        type_form=type_form or TypeForm(initial=_started(answer), today=today),
        refusal=refused.reason if refused else None,
    )


def said(datum: Datum) -> Said:
    """The datum in parts."""
    share = datum.share_of(Sex.FEMALE)
    return Said(
        datum=datum,
        women=figure_words(datum, Sex.FEMALE),
        men=figure_words(datum, Sex.MALE),
        disparity=disparity_words(datum),
        trend=trend_words(datum),
        share=str(share.percent(1)) if share else "",
    )


def _row(answer: PathwayDataAnswer, standing: Standing) -> DatumShown:
    key, pathway = standing.written.key, answer.pathway.pathway
    seen = pathway.datum(key) or standing.written
    return DatumShown(
        said=said(seen),
        standing=standing,
        is_written=datum_words(standing.written),
        today=datum_words(standing.today) if standing.today else None,
        newer=datum_words(standing.newer) if standing.newer else None,
        used_by=_used_by(pathway, key),
        row_form=RowForm(initial=_started(answer) | {"key": key}, auto_id=f"row-{key}-%s"),
    )


def _used_by(pathway: Pathway, key: int) -> Text | None:
    """What refers to the datum and goes, or loses its ground, when it is dropped."""
    found = [note.factor.label for note in pathway.factors if note.datum_key == key]
    baselines = {each.key for each in pathway.baselines if each.datum_key == key}
    if baselines:
        found.append(BASELINE)
    if any(each.baseline_key in baselines for each in pathway.indicators):
        found.append(INDICATOR)
    return listed(found) if found else None


def _element(each: ElementOffer, answer: PathwayDataAnswer) -> ElementShown:
    shown = _offer(each.figures, answer, each.name) if each.figures else None
    wanted = answer.offers.wanted
    return ElementShown(each, shown, _address(wanted, wanted.page, element=each.code))


def _offer(each: OfferedDatum, answer: PathwayDataAnswer, name: Text) -> OfferShown:
    reference = each.datum.reference
    chosen = {
        "element_code": each.code,
        "place_code": reference.place_code if reference else "",
        "breakdown": reference.breakdown if reference else "",
    }
    return OfferShown(
        name=name,
        said=said(each.datum),
        offer=each,
        take_form=TakeForm(initial=_started(answer) | chosen, auto_id=False),
    )


def _opened(opened: OfferedElement, answer: PathwayDataAnswer) -> OpenedShown:
    wanted = answer.offers.wanted
    places = []
    for each in opened.places:
        code = each.datum.reference.place_code if each.datum.reference else ""
        name = Text("{place}", "{place}").filled(place=each.datum.place_name)
        inside = _address(wanted, wanted.page, element=opened.code, place=code)
        places.append((_offer(each, answer, name), inside))
    return OpenedShown(
        element=opened,
        breakdowns=tuple(_offer(each, answer, each.datum.label) for each in opened.breakdowns),
        places=tuple(places),
        closed=_address(wanted, wanted.page) or "?",
    )


def _here(wanted: Wanted) -> str:
    return _address(wanted, wanted.page, element=wanted.element_code, place=wanted.place_code)


def _address(wanted: Wanted, page: int, *, element: str = "", place: str = "") -> str:
    asked = {
        "cari": wanted.words,
        "dari": "" if wanted.narrowed is Narrowed.ALL else wanted.narrowed.value,
        "halaman": "" if page == 1 else str(page),
        "elemen": element,
        "wilayah": place,
    }
    said_in_it = {name: value for name, value in asked.items() if value}
    return "?" + urlencode(said_in_it) if said_in_it else ""


def _started(answer: PathwayDataAnswer) -> dict[str, object]:
    return {"edition": answer.pathway.edition}


BASELINE = Text("data dasar", "the baseline")
INDICATOR = Text("titik awal indikator", "the starting point of an indicator")
