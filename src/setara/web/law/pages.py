"""What each page of the law room is given."""

from __future__ import annotations

from dataclasses import dataclass

from setara.domain.language.text import Text
from setara.domain.law.forms import Form, FormField
from setara.domain.law.glossary import Term
from setara.usecases.law.reading import (
    FormAnswer,
    ParameterAnswer,
    RegisterAnswer,
    RegulationAnswer,
)
from setara.web.shell.pages import Crumb


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a filter, with how many regulations it shows."""

    label: Text
    url: str
    count: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class RegisterPage:
    """The register, narrowed by the choices made."""

    title: Text
    lead: Text
    register: RegisterAnswer
    states: tuple[Choice, ...]
    scopes: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class RegulationPage:
    """One regulation with all that is known of it."""

    title: Text
    lead: Text
    crumbs: tuple[Crumb, ...]
    answer: RegulationAnswer


@dataclass(frozen=True, slots=True)
class ParametersPage:
    """Every value of the law by its days."""

    title: Text
    lead: Text
    parameters: tuple[ParameterAnswer, ...]


@dataclass(frozen=True, slots=True)
class FormsPage:
    """The forms that papers are printed by."""

    title: Text
    lead: Text
    forms: tuple[Form, ...]


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """Fields under one heading of the form, or under none."""

    label: Text | None
    fields: tuple[FormField, ...]


@dataclass(frozen=True, slots=True)
class FormPage:
    """One form, field by field."""

    title: Text
    crumbs: tuple[Crumb, ...]
    answer: FormAnswer
    groups: tuple[FieldGroup, ...]


@dataclass(frozen=True, slots=True)
class GlossaryPage:
    """The words of the field."""

    title: Text
    lead: Text
    terms: tuple[Term, ...]
