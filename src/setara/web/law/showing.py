"""Puts what the law says on its pages: choices of the register, fields in their groups."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from itertools import groupby
from typing import TypeVar
from urllib.parse import urlencode

from django.urls import reverse

from setara.domain.language.text import Language, Text, same
from setara.domain.law.forms import FormField
from setara.domain.law.glossary import Term
from setara.domain.law.regulations import RegulationState, Scope
from setara.usecases.law.reading import FormAnswer, RegisterAnswer, RegulationAnswer
from setara.web.law.pages import (
    Choice,
    FieldGroup,
    FormPage,
    RegisterPage,
    RegulationPage,
)
from setara.web.shell.pages import Crumb

REGISTER = Text("Peraturan", "Regulations")
FORMS = Text("Formulir", "Forms")
EVERY = Text("semua", "all")
KNOWN = Text(
    "{verified} dari {total} terverifikasi: nomor, judul, dan keadaannya terbaca pada sumber "
    "yang disebut. Sisanya bersandar pada sumber kedua dan diberi tanda.",
    "{verified} of {total} are verified: number, title and state were read in the source named. "
    "The rest rests on second-hand sources and is marked.",
)

Kind = TypeVar("Kind", RegulationState, Scope)


def chosen(value: str | None, kinds: type[Kind]) -> Kind | None:
    """The member a query asks for; None where it asks for none that is known."""
    return next((kind for kind in kinds if kind.value == value), None)


def register_page(
    answer: RegisterAnswer, state: RegulationState | None, scope: Scope | None
) -> RegisterPage:
    """The register with the choices around it."""
    asked = {"keadaan": state, "lingkup": scope}
    return RegisterPage(
        title=REGISTER,
        lead=KNOWN.filled(verified=answer.verified, total=answer.total),
        register=answer,
        states=_choices("keadaan", asked, answer.total, answer.states),
        scopes=_choices("lingkup", asked, answer.total, answer.scopes),
    )


def _choices(
    name: str,
    asked: Mapping[str, StrEnum | None],
    total: int,
    kinds: Iterable[tuple[RegulationState | Scope, int]],
) -> tuple[Choice, ...]:
    every = Choice(EVERY, _url({**asked, name: None}), total, asked[name] is None)
    return (
        every,
        *(
            Choice(kind.label, _url({**asked, name: kind}), count, asked[name] is kind)
            for kind, count in kinds
        ),
    )


def _url(asked: Mapping[str, StrEnum | None]) -> str:
    query = urlencode({name: kind.value for name, kind in asked.items() if kind is not None})
    return f"{reverse('law:register')}?{query}" if query else reverse("law:register")


def regulation_page(answer: RegulationAnswer) -> RegulationPage:
    """One regulation."""
    name = same(answer.regulation.name)
    return RegulationPage(
        title=name,
        lead=answer.regulation.title,
        crumbs=(Crumb(REGISTER, reverse("law:register")), Crumb(name)),
        answer=answer,
    )


def by_word(terms: Iterable[Term], language: Language) -> tuple[Term, ...]:
    """The terms in the order of the reader's own words."""
    return tuple(sorted(terms, key=lambda each: each.term.say(language).lower()))


def form_page(answer: FormAnswer) -> FormPage:
    """One form with its fields under the form's own headings."""
    return FormPage(
        title=answer.form.title,
        crumbs=(Crumb(FORMS, reverse("law:forms")), Crumb(answer.form.title)),
        answer=answer,
        groups=_groups(answer.form.fields),
    )


def _groups(fields: Iterable[FormField]) -> tuple[FieldGroup, ...]:
    grouped = groupby(fields, key=lambda field: field.group)
    return tuple(FieldGroup(label, tuple(members)) for label, members in grouped)
