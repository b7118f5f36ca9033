"""Questions about the law, which is everyone's: no actor is asked for, and no table is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from setara.domain.language.text import Text
from setara.domain.law import regulations
from setara.domain.law.forms import Form, NoSuchForm, all_forms
from setara.domain.law.glossary import Term, terms
from setara.domain.law.parameters import Parameter, history, keys
from setara.domain.law.regulations import Regulation, RegulationState, Scope


class Relation(StrEnum):
    """How one regulation bears on another, as the register names it."""

    AMENDS = "amends"
    AMENDED_BY = "amended_by"
    REPLACES = "replaces"
    REPLACED_BY = "replaced_by"

    @property
    def label(self) -> Text:
        """In both languages."""
        return RELATION_LABELS[self]


RELATION_LABELS = {
    Relation.AMENDS: Text("mengubah", "amends"),
    Relation.AMENDED_BY: Text("diubah oleh", "amended by"),
    Relation.REPLACES: Text("menggantikan", "replaces"),
    Relation.REPLACED_BY: Text("digantikan oleh", "replaced by"),
}


@dataclass(frozen=True, slots=True)
class RegisterAnswer:
    """The regulations asked for, and how many of the whole register each choice would show."""

    regulations: tuple[Regulation, ...]
    states: tuple[tuple[RegulationState, int], ...]
    scopes: tuple[tuple[Scope, int], ...]
    total: int
    verified: int


@dataclass(frozen=True, slots=True)
class RegulationAnswer:
    """A regulation with the ones it bears on, and what in this program cites it."""

    regulation: Regulation
    relations: tuple[tuple[Relation, Regulation], ...]
    parameters: tuple[Parameter, ...]
    forms: tuple[Form, ...]


@dataclass(frozen=True, slots=True)
class CitedParameter:
    """A value of the law with the regulation it stands in; `is_current` on the day asked."""

    parameter: Parameter
    regulation: Regulation
    is_current: bool


@dataclass(frozen=True, slots=True)
class ParameterAnswer:
    """Every value a parameter ever had, newest first."""

    key: str
    values: tuple[CitedParameter, ...]


@dataclass(frozen=True, slots=True)
class FormAnswer:
    """A form in the version asked for, with its regulation and its other versions."""

    form: Form
    regulation: Regulation
    versions: tuple[Form, ...]


def register(*, state: RegulationState | None = None, scope: Scope | None = None) -> RegisterAnswer:
    """The register, or the part of it in one state or of one scope."""
    everything = regulations.register()
    states = Counter(each.state for each in everything)
    scopes = Counter(each.scope for each in everything)
    return RegisterAnswer(
        regulations=tuple(
            each
            for each in everything
            if state in {None, each.state}
            if scope in {None, each.scope}
        ),
        states=tuple((each, states[each]) for each in RegulationState if states[each]),
        scopes=tuple((each, scopes[each]) for each in Scope if scopes[each]),
        total=len(everything),
        verified=sum(each.verified for each in everything),
    )


def regulation(*, key: str) -> RegulationAnswer:
    """One regulation. Raises NoSuchRegulation."""
    found = regulations.regulation(key)
    return RegulationAnswer(
        regulation=found,
        relations=tuple(_relations(found)),
        parameters=tuple(
            value for name in keys() for value in history(name) if value.regulation == key
        ),
        forms=tuple(form for form in all_forms() if form.regulation == key),
    )


def _relations(found: Regulation) -> Iterator[tuple[Relation, Regulation]]:
    for relation in Relation:
        for other in getattr(found, relation.value):
            yield relation, regulations.regulation(other)


def glossary() -> tuple[Term, ...]:
    """Every term, by its Indonesian word."""
    return terms()


def parameters(*, on: date) -> tuple[ParameterAnswer, ...]:
    """Every parameter with its values."""
    return tuple(
        ParameterAnswer(key, tuple(_cited(value, on) for value in reversed(history(key))))
        for key in keys()
    )


def _cited(value: Parameter, on: date) -> CitedParameter:
    current = value.valid_from <= on and (value.valid_to is None or on < value.valid_to)
    return CitedParameter(value, regulations.regulation(value.regulation), current)


def parameter_keys() -> tuple[str, ...]:
    """The names of all parameters."""
    return keys()


def forms() -> tuple[Form, ...]:
    """Every form in every version."""
    return all_forms()


def form(*, key: str, on: date, version: str | None = None) -> FormAnswer:
    """A form in a version, or in the one of the day. Raises NoSuchForm."""
    versions = tuple(each for each in all_forms() if each.key == key)
    for each in versions:
        in_force = each.valid_from <= on and (each.valid_to is None or on < each.valid_to)
        if each.version == version or (version is None and in_force):
            return FormAnswer(each, regulations.regulation(each.regulation), versions)
    raise NoSuchForm(key, on)
