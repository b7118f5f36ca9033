"""What the page of an explained index is given, and how its tree is set."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse
from django.utils.safestring import SafeString

from setara.domain.indices.bps.measures import Vintage
from setara.domain.indices.levers import Lever, level_note, levers, levers_reading
from setara.domain.indices.terms import shown
from setara.domain.indices.tree import Branch, amount_words, cited, rule_words
from setara.domain.language.text import Language, Text
from setara.domain.law.parameters import Parameter
from setara.formats.explained_html import symbol_html
from setara.formats.mathml import formula_mathml, worked_mathml
from setara.usecases.indices.explaining import FigureAnswer, IndexAnswer
from setara.usecases.indices.series_queries import STRANDS


@dataclass(frozen=True, slots=True)
class RulePart:
    """A value of the law with its citation."""

    words: Text
    is_verified: bool


@dataclass(frozen=True, slots=True)
class BranchPart:
    """One number of the tree, set for the page."""

    name: Text
    symbol: SafeString
    value: Decimal
    unit: Text | str
    formula: SafeString | None
    worked: SafeString | None
    note: Text | None
    is_repeated: bool
    law: RulePart | None
    figure: FigureAnswer | None
    figure_url: str
    rules: tuple[RulePart, ...]
    branches: tuple[BranchPart, ...]


@dataclass(frozen=True, slots=True)
class ExplainedPage:
    """An index, explained."""

    title: Text
    lead: Text
    answer: IndexAnswer
    trunk: BranchPart
    rounding: RulePart | None
    unrounded: Decimal
    reading: tuple[Text, ...]
    parameters: tuple[tuple[Parameter, Text], ...]
    levers: tuple[Lever, ...]
    level_note: Text | None
    json_url: str
    levers_url: str
    series_url: str


def explained_page(answer: IndexAnswer, language: Language) -> ExplainedPage:
    """The page of an answer in one language."""
    explained = answer.explained
    decimals = explained.steps[-1].decimals
    is_ipg = answer.index.key == "ipg"
    level = levers(answer.result) if is_ipg else ()
    place = [answer.index.key, answer.place_code, answer.year]
    return ExplainedPage(
        title=TITLE.filled(
            symbol=answer.index.symbol,
            place=answer.place_name,
            year=str(answer.year),
            value=explained.published,
        ),
        lead=LEAD.filled(name=answer.index.name, publisher=answer.index.publisher),
        answer=answer,
        trunk=_branch(explained.tree(), answer, language),
        rounding=RulePart(cited(decimals), decimals.verified) if decimals else None,
        unrounded=shown(explained.unrounded),
        reading=levers_reading(answer.result) if is_ipg else (),
        parameters=tuple((each, amount_words(each)) for each in explained.parameters),
        levers=level,
        level_note=level_note(level),
        json_url=reverse("indices:explained_json", args=place) + vintage_query(answer.vintage),
        levers_url=reverse("indices:levers", args=place),
        series_url=reverse("indices:series", args=place[:1]) if place[0] in STRANDS else "",
    )


def _branch(branch: Branch, answer: IndexAnswer, language: Language) -> BranchPart:
    step, term = branch.step, branch.term
    figure = answer.figures.get(term.key) if term.unit else None
    is_worked = step is not None and not branch.is_repeated
    # What mathml writes of symbols and numbers is escaped there.
    return BranchPart(
        name=term.name,
        symbol=SafeString(symbol_html(term.symbol)),  # nosec B703
        value=shown(term.value),
        unit=term.unit or (term.parameter.unit if term.parameter else ""),
        formula=SafeString(formula_mathml(step)) if step and is_worked else None,  # nosec B703
        worked=SafeString(worked_mathml(step, language))  # nosec B703
        if step and is_worked
        else None,
        note=step.note if step and is_worked else None,
        is_repeated=branch.is_repeated,
        law=RulePart(cited(term.parameter), term.parameter.verified) if term.parameter else None,
        figure=figure,
        figure_url=_figure_url(figure),
        rules=tuple(map(_rule, step.rules)) if step and is_worked else (),
        branches=tuple(_branch(each, answer, language) for each in branch.branches),
    )


def _figure_url(figure: FigureAnswer | None) -> str:
    if figure is None or figure.observation_id is None:
        return ""
    return reverse("statistics:figure", args=[figure.observation_id])


def _rule(parameter: Parameter) -> RulePart:
    return RulePart(rule_words(parameter), parameter.verified)


def vintage_query(vintage: Vintage | None) -> str:
    """What an address ends in to mean the series of the long form; the old one needs nothing."""
    return f"?{VINTAGE}={vintage.value}" if vintage is Vintage.LONG_FORM else ""


def vintage_asked(given: str) -> Vintage | None:
    """The series that an address names, None for none or one that is not known."""
    return Vintage(given) if given in set(Vintage) else None


VINTAGE = "seri"
TITLE = Text("{symbol} {place} {year} = {value}", "{symbol} of {place} {year} = {value}")
LEAD = Text("{name} – {publisher}.", "{name} – {publisher}.")
