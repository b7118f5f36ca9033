"""What the page of levers is given, and how it is made of the answer."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.urls import NoReverseMatch, reverse

from setara.domain.indices.arithmetic import rounded
from setara.domain.indices.computing import law_day
from setara.domain.indices.ipg import IPG
from setara.domain.indices.levers import Lever, level_note, levers
from setara.domain.indices.levers.aims import is_aim, women_first
from setara.domain.indices.levers.contributions import Line
from setara.domain.indices.levers.readings import (
    contributions_reading,
    levelling_reading,
    sensitivity_reading,
    smallest_reading,
    what_if_reading,
)
from setara.domain.indices.levers.sensitivity import Sensitivity
from setara.domain.indices.levers.smallest import SmallestChange
from setara.domain.indices.terms import shown
from setara.domain.language.text import Text
from setara.usecases.indices.levers import LeversAnswer
from setara.web.indices.lever_forms import LeversForm
from setara.web.shell.pages import Crumb

TITLE = Text(
    "Apa yang menggerakkan {index} {place} {year}", "What moves the {index} of {place} {year}"
)
LEAD = Text(
    "{index} sekarang {value}. Halaman ini menghitung ulang dengan rumus yang sama; tidak ada "
    "taksiran.",
    "The {index} is now {value}. This page recomputes it by the same formula; nothing is "
    "estimated.",
)
CAPTION = Text(
    "Dari {index} {first} ke {last}, komponen demi komponen",
    "From the {index} of {first} to that of {last}, component by component",
)
ALTERNATIVE = Text(
    "Batang bertingkat dari {start} ke {end}; angkanya sama dengan tabel di bawah.",
    "Bars in steps from {start} to {end}; the figures are those of the table below.",
)
PLANNED = Text(
    "Menuju {value}, target {year} menurut {document}",
    "On the way to {value}, the target of {year} by {document}",
)
OVERVIEW = Text("Indeks gender", "Gender indices")
OF_YEAR = Text("{index} {year}", "{index} {year}")
FROM_TRIED = Text(
    "Dihitung dari angka yang dicoba di atas ({index} {tried}), bukan dari yang tersimpan ({now}).",
    "Reckoned from the figures tried above ({index} {tried}), not from those kept ({now}).",
)
TYPED = Text("Menuju {value}", "On the way to {value}")
FINER = 2
"""Changes of small steps are shown with two decimals more than the index itself."""


@dataclass(frozen=True, slots=True)
class SensitivityRow:
    """One measure: its figure, and what a step and a per cent of it do."""

    found: Sensitivity
    figure: Decimal
    per_step: Decimal
    elasticity: Decimal | None


@dataclass(frozen=True, slots=True)
class SmallestRow:
    """One measure: the figure that reaches the target, and the sentence about it."""

    found: SmallestChange
    figure: Decimal
    needed: Decimal | None
    change: Decimal | None
    sentence: Text


@dataclass(frozen=True, slots=True)
class LeversPage:
    """Everything on the page of levers."""

    title: Text
    lead: Text
    answer: LeversAnswer
    form: LeversForm
    crumbs: tuple[Crumb, ...]
    reading: tuple[Text, ...]
    levers: tuple[Lever, ...]
    level_note: Text | None
    tried: Text | None
    sensitivities: tuple[SensitivityRow, ...]
    target: Text | None
    starts: Text | None
    smallest: tuple[SmallestRow, ...]
    only_reckoned: tuple[SmallestRow, ...]
    lines: tuple[Line, ...]
    dimensions: tuple[Line, ...]
    change: Decimal | None
    figure_url: str
    caption: Text
    alternative: Text
    index_url: str


def levers_page(answer: LeversAnswer, form: LeversForm) -> LeversPage:
    """The page of an answer; faults of what was tried go beside their fields."""
    form.tell(answer.result)
    for key, reason in answer.faults.items():
        form.fault(key, reason)
    index, parts = answer.index, answer.parts
    title = TITLE.filled(index=index.symbol, place=answer.place_name, year=str(answer.year))
    level = levers(answer.result) if index.key == IPG.key else ()
    rows = women_first(answer.smallest)
    places = int(index.rounding(law_day(answer.year)).value)
    symbol, value = index.symbol, answer.result.published
    years = {"index": symbol, "first": str(answer.year - 1), "last": str(answer.year)}
    before = answer.before.published if answer.before else value
    return LeversPage(
        title=title,
        lead=LEAD.filled(index=symbol, value=value),
        answer=answer,
        form=form,
        crumbs=_crumbs(answer, title),
        reading=_reading(answer),
        levers=level,
        level_note=level_note(level),
        tried=what_if_reading(answer.tried) if answer.tried else None,
        sensitivities=tuple(_row(each, places + FINER) for each in answer.sensitivities),
        target=_target(answer),
        starts=_starts(answer),
        smallest=tuple(_smallest(answer, each) for each in rows if is_aim(each)),
        only_reckoned=tuple(_smallest(answer, each) for each in rows if not is_aim(each)),
        lines=parts.lines(places) if parts else (),
        dimensions=parts.lines(places, by_measure=False) if parts else (),
        change=parts.published_change if parts else None,
        figure_url=_figure_url(answer),
        caption=CAPTION.filled(**years),
        alternative=ALTERNATIVE.filled(start=before, end=value),
        index_url=reverse("indices:explained", args=_place(answer)),
    )


def _crumbs(answer: LeversAnswer, title: Text) -> tuple[Crumb, ...]:
    one = OF_YEAR.filled(index=answer.index.symbol, year=str(answer.year))
    return (
        Crumb(OVERVIEW, reverse("indices:overview")),
        Crumb(one, reverse("indices:explained", args=_place(answer))),
        Crumb(title),
    )


def _starts(answer: LeversAnswer) -> Text | None:
    """That the way to the target starts from tried figures; None where it starts from kept ones."""
    if answer.tried is None:
        return None
    return FROM_TRIED.filled(
        index=answer.index.symbol,
        tried=answer.tried.after.published,
        now=answer.result.published,
    )


def _reading(answer: LeversAnswer) -> tuple[Text, ...]:
    result = answer.result
    sentences = [
        *levelling_reading(result),
        *sensitivity_reading(result, answer.sensitivities),
    ]
    if answer.parts:
        sentences += contributions_reading(answer.parts)
    return tuple(sentences)


def _row(found: Sensitivity, places: int) -> SensitivityRow:
    elasticity = None if found.elasticity is None else rounded(found.elasticity, FINER)
    return SensitivityRow(found, shown(found.figure), rounded(found.per_step, places), elasticity)


def _smallest(answer: LeversAnswer, found: SmallestChange) -> SmallestRow:
    return SmallestRow(
        found,
        shown(found.figure),
        None if found.published is None else shown(found.published),
        None if found.change is None else shown(found.change),
        smallest_reading(answer.result, found),
    )


def _target(answer: LeversAnswer) -> Text | None:
    """Which target the table is about, and from where it comes."""
    plan = answer.target
    if plan is not None:
        return PLANNED.filled(value=plan.value, year=str(plan.year), document=plan.document)
    typed = answer.asked.target
    return None if typed is None else TYPED.filled(value=typed)


def _figure_url(answer: LeversAnswer) -> str:
    if answer.parts is None:
        return ""
    try:
        return reverse("reports:lever_figure", args=_place(answer))
    except NoReverseMatch:
        return ""


def _place(answer: LeversAnswer) -> tuple[str, str, int]:
    return answer.index.key, answer.place_code, answer.year
