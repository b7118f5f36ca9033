"""What each page of the register is given."""

from __future__ import annotations

from dataclasses import dataclass

from django.forms import BoundField, Form

from setara.domain.language.text import Text
from setara.usecases.statistics.boundaries import BoundariesRoomAnswer
from setara.usecases.statistics.register_queries import CardAnswer, RegisterAnswer
from setara.web.shell.pages import Crumb
from setara.web.statistics.element_forms import ElementForm, ReconcileForm, WantedForm


@dataclass(frozen=True, slots=True)
class RegisterPage:
    """The register, narrowed by a form."""

    title: Text
    lead: Text
    answer: RegisterAnswer
    form: WantedForm
    is_narrowed: bool


@dataclass(frozen=True, slots=True)
class CardPage:
    """One metadata card."""

    title: Text
    crumbs: tuple[Crumb, ...]
    answer: CardAnswer
    facts: tuple[tuple[Text, object], ...]
    form: ReconcileForm


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """Fields of the card's form under one heading."""

    title: Text
    fields: tuple[BoundField, ...]


@dataclass(frozen=True, slots=True)
class ElementFormPage:
    """The form of a card, new or known."""

    title: Text
    crumbs: tuple[Crumb, ...]
    form: ElementForm
    groups: tuple[FieldGroup, ...]
    has_figures: bool


@dataclass(frozen=True, slots=True)
class BoundariesPage:
    """Which sub-districts have an outline, and the form that loads them."""

    title: Text
    lead: Text
    crumbs: tuple[Crumb, ...]
    room: BoundariesRoomAnswer
    form: Form
