"""The placeholders of a government's own DOCX: which ones a kind of paper has, and their words."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from setara.domain.budget.pathway import CauseSide, IndicatorLevel, Pathway
from setara.domain.budget.terms import Terms
from setara.domain.budget.wording import baseline_words, course_words, data_words, objective_words
from setara.domain.language.text import Text, same
from setara.domain.reports.paper_kinds import PaperKind
from setara.domain.reports.paper_parts import Printing, Signatory
from setara.domain.reports.statement_fields import StatementFacts

Row = Mapping[str, Text]

_COMMON = frozenset(
    {"government", "agency", "year", "number", "place", "day", "activity", "activity_code"}
    | {"objective", "reformulated_objective", "head_office", "head_name", "head_rank"}
    | {"head_number", "content"}
)
_MONEY = frozenset({"program", "program_code", "amount", "phase", "category"})
_TERMS = frozenset(
    {"women", "men", "disabled", "ages", "method", "venue", "implementer", "responsible"}
    | {"responsible_number", "limits"}
)
_ROWS = frozenset(
    {"datum.text", "factor.name", "factor.text", "internal_cause.text", "external_cause.text"}
    | {"action.number", "action.text", "action.answers", "action.amount", "baseline.text"}
    | {"output.text", "outcome.text"}
)
ALLOWED: Mapping[PaperKind, frozenset[str]] = {
    PaperKind.PATHWAY: _COMMON | _ROWS,
    PaperKind.STATEMENT: _COMMON | _MONEY | _ROWS,
    PaperKind.TERMS: _COMMON | _MONEY | _TERMS | _ROWS | {"ease.text", "ease.amount"},
}
"""The placeholders each kind knows; one with a dot repeats its row or paragraph."""
REQUIRED: Mapping[PaperKind, tuple[str, ...]] = {
    PaperKind.PATHWAY: ("agency", "activity", "datum.text", "action.text", "outcome.text"),
    PaperKind.STATEMENT: ("agency", "activity", "amount", "action.text"),
    PaperKind.TERMS: ("agency", "activity", "amount", "action.text"),
}
"""Without these a print would not say whose paper it is, about what, and with how much."""


@dataclass(frozen=True, slots=True)
class TemplateValues:
    """What is put into a template: single words, and rows under the name before the dot."""

    single: Mapping[str, Text]
    rows: Mapping[str, tuple[Row, ...]]


def closest(name: str, kind: PaperKind) -> str:
    """The placeholder that was probably meant, empty where none is like it."""
    return next(iter(difflib.get_close_matches(name, sorted(ALLOWED[kind]), n=1)), "")


def values_of(
    pathway: Pathway,
    facts: StatementFacts | None,
    terms: Terms | None,
    printing: Printing,
    signatory: Signatory | None,
) -> TemplateValues:
    """The words of one paper; what it does not have is a dash, never nothing."""
    single = _common(pathway, printing) | _head(signatory)
    if facts is not None:
        single |= _money(facts)
    if terms is not None:
        single |= _terms(terms)
    return TemplateValues(single, _rows(pathway, terms))


def _common(pathway: Pathway, printing: Printing) -> dict[str, Text]:
    return {
        "government": same(printing.government),
        "agency": same(printing.agency),
        "year": same(str(pathway.year)),
        "number": _given(printing.number),
        "place": same(printing.place),
        "day": _value(printing.signed_on or printing.on),
        "activity": same(pathway.activity_name),
        "activity_code": same(pathway.activity_code),
        "objective": _given(pathway.objective),
        "reformulated_objective": objective_words(pathway),
        "content": _given(printing.fingerprint),
    }


def _head(signatory: Signatory | None) -> dict[str, Text]:
    if signatory is None:
        return dict.fromkeys(("head_office", "head_name", "head_rank", "head_number"), _DASH)
    return {
        "head_office": same(f"{signatory.capacity.prefix}{signatory.office}"),
        "head_name": _given(signatory.name),
        "head_rank": _given(signatory.rank),
        "head_number": _given(signatory.employee_number),
    }


def _money(facts: StatementFacts) -> dict[str, Text]:
    return {
        "program": _given(facts.program),
        "program_code": _given(facts.program_code),
        "amount": _value(facts.amount),
        "phase": facts.phase,
        "category": facts.category.label,
    }


def _terms(terms: Terms) -> dict[str, Text]:
    counts = {"women": terms.women, "men": terms.men, "disabled": terms.disabled}
    return {name: _DASH if each is None else _value(each) for name, each in counts.items()} | {
        "ages": _given(terms.ages),
        "method": _given(terms.method),
        "venue": _given(terms.place),
        "implementer": _given(terms.implementer),
        "responsible": _given(terms.responsible),
        "responsible_number": _given(terms.responsible_number),
        "limits": _given(terms.limits),
    }


def _rows(pathway: Pathway, terms: Terms | None) -> dict[str, tuple[Row, ...]]:
    return {
        "datum": _texts(data_words(pathway)),
        "factor": tuple(
            {"name": each.factor.label, "text": same(each.text)} for each in pathway.factors
        ),
        **{
            f"{side.value}_cause": _texts(same(each.text) for each in pathway.causes_of(side))
            for side in CauseSide
        },
        "action": tuple(
            {
                "number": same(str(place)),
                "text": same(each.text),
                "answers": _given(", ".join(str(key) for key in each.answers)),
                "amount": _DASH if each.amount is None else _value(each.amount),
            }
            for place, each in enumerate(pathway.actions, start=1)
        ),
        "baseline": _texts(baseline_words(pathway)),
        **{
            level.value: _texts(
                course_words(pathway, each) for each in pathway.indicators if each.level is level
            )
            for level in IndicatorLevel
        },
        "ease": tuple(
            {
                "text": same(each.text),
                "amount": _DASH if each.amount is None else _value(each.amount),
            }
            for each in (terms.accommodations if terms else ())
        ),
    }


def _texts(words: Iterable[Text]) -> tuple[Row, ...]:
    return tuple({"text": each} for each in words)


def _given(words: str) -> Text:
    return same(words) if words.strip() else _DASH


def _value(value: object) -> Text:
    return Text("{v}", "{v}").filled(v=value)


_DASH = same("–")
