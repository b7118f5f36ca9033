"""Views on the forms a government uses, chooses, and has of its own."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Text
from setara.domain.law.forms import FormKind
from setara.domain.law.own_forms import MOST_BYTES, FormFault, FormUnreadable
from setara.usecases.budget import form_queries as queries
from setara.usecases.budget import forms as verbs
from setara.usecases.budget.form_queries import FormsAnswer, KindAnswer, OfferedForm
from setara.web.budget.form_forms import ChooseForm, OwnFormForm
from setara.web.shell.request import Request

TITLE = Text("Formulir GAP, GBS, dan KAK", "Forms of GAP, GBS and KAK")
LEAD = Text(
    "Bentuk berbeda antardaerah, substansinya sama. Pilihan berlaku untuk yang dibuka sesudahnya; "
    "dokumen yang sudah dibuka tetap memakai formulirnya.",
    "Forms differ between regions, their substance does not. A choice holds for what is opened "
    "later; what is open already keeps its form.",
)


@dataclass(frozen=True, slots=True)
class KindShown:
    """One kind with the form on which its form is chosen."""

    answer: KindAnswer
    form: forms.Form


@dataclass(frozen=True, slots=True)
class FormsPage:
    """Every kind, and the form that takes in one's own; `faults` are those of the last file."""

    title: Text
    lead: Text
    answer: FormsAnswer
    kinds: tuple[KindShown, ...]
    upload: forms.Form
    faults: tuple[FormFault, ...] = ()
    refusal: Text | None = None


@dataclass(frozen=True, slots=True)
class OwnFormPage:
    """One of the government's own forms."""

    title: Text
    own: OfferedForm


@require_safe
def used(request: Request) -> HttpResponse:
    """Which form of each kind is used, and from when."""
    return _shown(request)


@require_POST
def choose(request: Request, kind: str) -> HttpResponse:
    """Choose the form of one kind from a year on."""
    answer = queries.forms_used(by=request.actor, today=timezone.localdate())
    asked = next((each for each in answer.kinds if each.kind == kind), None)
    if asked is None:
        return redirect("budget:forms")
    form = ChooseForm(request.POST, answer=asked, year=answer.year)
    if not form.is_valid():
        return _shown(request, chosen=form, kind=asked.kind)
    try:
        verbs.choose_form(by=request.actor, at=timezone.now(), kind=asked.kind, **form.choice())
    except Refused as refused:
        form.add_error(None, refused.reason.say(request.language))
        return _shown(request, chosen=form, kind=asked.kind)
    return redirect("budget:forms")


@require_POST
def add(request: Request) -> HttpResponse:
    """Take in a form of the government's own, or say by line what to mend."""
    form = OwnFormForm(request.POST, request.FILES)
    if not form.is_valid():
        return _shown(request, upload=form)
    try:
        content = form.cleaned_data["file"].read(MOST_BYTES + 1)
        own_id = verbs.add_form(by=request.actor, at=timezone.now(), content=content)
    except FormUnreadable as unreadable:
        return _shown(request, faults=unreadable.faults)
    except Refused as refused:
        return _shown(request, refusal=refused.reason)
    return redirect("budget:own_form", own_id)


@require_safe
def own(request: Request, own_id: int) -> HttpResponse:
    """One of the government's own forms, field by field."""
    found = queries.own_form_answer(by=request.actor, own_id=own_id)
    page = OwnFormPage(found.form.title, found)
    return TemplateResponse(request, "budget/own_form.html", {"page": page})


@require_safe
def own_file(request: Request, own_id: int) -> HttpResponse:
    """Its file as it was handed in."""
    text = queries.own_form_text(by=request.actor, own_id=own_id)
    return _file(text, f"formulir-{own_id}.toml")


@require_safe
def shipped_file(request: Request, key: str, version: str) -> HttpResponse:
    """The file of a shipped form, to start one's own from."""
    text = queries.shipped_form_text(by=request.actor, key=key, version=version)
    return _file(text, f"{key}.toml")


def _file(text: str, name: str) -> HttpResponse:
    response = HttpResponse(text, content_type="application/toml; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _shown(
    request: Request,
    *,
    chosen: ChooseForm | None = None,
    kind: FormKind | None = None,
    upload: OwnFormForm | None = None,
    faults: tuple[FormFault, ...] = (),
    refusal: Text | None = None,
) -> TemplateResponse:
    answer = queries.forms_used(by=request.actor, today=timezone.localdate())
    kinds = tuple(
        KindShown(
            each,
            chosen if chosen and each.kind is kind else ChooseForm(answer=each, year=answer.year),
        )
        for each in answer.kinds
    )
    page = FormsPage(TITLE, LEAD, answer, kinds, upload or OwnFormForm(), faults, refusal)
    status = 422 if chosen or upload or faults or refusal else 200
    return TemplateResponse(request, "budget/forms.html", {"page": page}, status=status)
