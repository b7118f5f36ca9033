"""The tree of a calculation as plain values, for JSON: numbers are exact decimals in texts."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from setara.domain.indices.terms import Term
from setara.domain.indices.tree import Branch, source_name
from setara.domain.language.text import Language
from setara.domain.law.parameters import Parameter
from setara.domain.statistics.observation import Source

Facts = dict[str, Any]


def branch_facts(branch: Branch, language: Language) -> Facts:
    """A branch by its `kind`: a `step` with its `inputs`, a `figure` or a `parameter`.

    `used` is the number as the formula above takes it, `value` what the step gave; they differ
    where a publisher rounds on the way.
    """
    facts = _number(branch.term, language)
    step = branch.step
    if step is None:
        return facts | _origin(branch.term, language)
    facts |= {"kind": "step", "value": plain(step.value), "used": plain(branch.term.value)}
    if branch.is_repeated:
        return facts | {"repeated": True}
    return facts | {
        "formula": step.formula,
        "worked": step.worked(language),
        "published": plain(step.published) if step.published is not None else None,
        "note": step.note.say(language) if step.note else None,
        "rules": [parameter_facts(rule, language) for rule in step.rules],
        "inputs": [branch_facts(each, language) for each in branch.branches],
    }


def _number(term: Term, language: Language) -> Facts:
    return {"key": term.key, "symbol": term.symbol, "name": term.name.say(language)}


def _origin(term: Term, language: Language) -> Facts:
    if term.parameter is not None:
        value = {"kind": "parameter", "value": plain(term.value)}
        return value | {"parameter": parameter_facts(term.parameter, language)}
    return {
        "kind": "figure",
        "value": plain(term.value),
        "unit": term.unit.say(language) if term.unit else None,
        "source": source_facts(term.source) if term.source else None,
    }


def parameter_facts(parameter: Parameter, language: Language) -> Facts:
    """A value of the law with its citation; `verified` is False where its text was not seen."""
    return {
        "key": parameter.key,
        "value": plain(parameter.value),
        "unit": parameter.unit,
        "valid_from": parameter.valid_from.isoformat(),
        "valid_to": parameter.valid_to.isoformat() if parameter.valid_to else None,
        "regulation": parameter.regulation,
        "regulation_name": source_name(parameter),
        "locator": parameter.locator,
        "verified": parameter.verified,
        "note": parameter.note.say(language) if parameter.note else None,
    }


def source_facts(source: Source) -> Facts:
    """Where a figure can be looked up."""
    return {
        "publisher": source.publisher,
        "document": source.document,
        "locator": source.locator,
        "url": source.url,
        "published_on": source.published_on.isoformat() if source.published_on else None,
        "is_sample": source.is_sample,
        "file_hash": source.file_hash,
    }


def plain(value: Decimal) -> str:
    """The exact number with a decimal point and no exponent."""
    return f"{value:f}"
