"""Views on the four-step GAPs of plan documents."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from setara.domain.budget.document_pathway import DocumentKind
from setara.domain.foundation.verdict import Refused
from setara.usecases.budget import document_pathways as verbs
from setara.usecases.budget import document_queries as queries
from setara.web.budget.document_drafting import document_draft, document_initial
from setara.web.budget.document_forms import (
    CarryOutForm,
    DocumentForm,
    DocumentOpeningForm,
    EditionForm,
)
from setara.web.budget.document_pages import (
    OPENING,
    DocumentOpeningPage,
    document_page,
    document_writing_page,
)
from setara.web.shell.request import Request


@require_http_methods(["GET", "HEAD", "POST"])
def open_document(request: Request) -> HttpResponse:
    """Open the analysis of a plan for one issue or several."""
    answer = queries.document_opening(by=request.actor, today=timezone.localdate())
    year = timezone.localdate().year
    asked = request.GET.get("isu", "")
    initial = {"first_year": year + 1, "last_year": year + 5, "issue_ids": [asked]}
    form = DocumentOpeningForm(request.POST or None, answer=answer, initial=initial)
    if form.is_valid():
        try:
            return redirect("budget:write_document", _opened(request, form))
        except Refused as refused:
            form.add_error(None, refused.reason.say(request.language))
    page = DocumentOpeningPage(OPENING, answer, form)
    status = 422 if form.errors else 200
    return TemplateResponse(request, "budget/document_open.html", {"page": page}, status=status)


def _opened(request: Request, form: DocumentOpeningForm) -> int:
    typed = form.cleaned_data | {"kind": DocumentKind(form.cleaned_data["kind"])}
    return verbs.open_document_pathway(by=request.actor, at=timezone.now(), **typed)


@require_http_methods(["GET", "HEAD"])
def document(request: Request, document_id: int) -> HttpResponse:
    """One of them, read step by step."""
    return _shown(request, document_id)


def _shown(request: Request, document_id: int, refused: Refused | None = None) -> TemplateResponse:
    answer = queries.document_pathway(
        by=request.actor, document_id=document_id, today=timezone.localdate()
    )
    page = document_page(answer, refused)
    status = 422 if refused else 200
    return TemplateResponse(request, "budget/document.html", {"page": page}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def write(request: Request, document_id: int) -> HttpResponse:
    """Write the four steps of a draft."""
    writing = queries.document_writing(
        by=request.actor, document_id=document_id, today=timezone.localdate()
    )
    answer = writing.answer
    initial = document_initial(answer.pathway, answer.edition)
    form = DocumentForm(request.POST or None, writing=writing, initial=initial)
    if form.is_valid():
        try:
            return _saved(request, writing, form)
        except Refused as refused:
            form.add_error(None, refused.reason.say(request.language))
    page = document_writing_page(writing, form)
    status = 422 if form.errors else 200
    return TemplateResponse(request, "budget/document_write.html", {"page": page}, status=status)


def _saved(request: Request, writing: queries.DocumentWriting, form: DocumentForm) -> HttpResponse:
    """Save what was typed, then take the figures chosen; back to the form for more."""
    pk, at, taken = writing.answer.document_id, timezone.now(), form.cleaned_data["take"]
    edition = form.cleaned_data["edition"]
    verbs.save_document_pathway(
        by=request.actor,
        at=at,
        document_id=pk,
        edition=edition,
        draft=document_draft(form.cleaned_data, writing.answer.pathway),
    )
    if taken:
        verbs.take_evidence(
            by=request.actor, at=at, document_id=pk, edition=edition + 1, codes=taken
        )
    goes_on = taken or "go_on" in request.POST
    return redirect("budget:write_document" if goes_on else "budget:document_pathway", pk)


@require_POST
def sign(request: Request, document_id: int) -> HttpResponse:
    """Sign the edition that was read; its figures are frozen."""
    form = EditionForm(request.POST)
    # Without the edition nobody knows what the signer read: none has the number 0.
    edition = form.cleaned_data["edition"] if form.is_valid() else 0
    try:
        verbs.sign_document_pathway(
            by=request.actor, at=timezone.now(), document_id=document_id, edition=edition
        )
    except Refused as refused:
        return _shown(request, document_id, refused)
    return redirect("budget:document_pathway", document_id)


@require_POST
def revise(request: Request, document_id: int) -> HttpResponse:
    """Open a revision of a signed one."""
    try:
        revision = verbs.revise_document_pathway(
            by=request.actor, at=timezone.now(), document_id=document_id
        )
    except Refused as refused:
        return _shown(request, document_id, refused)
    return redirect("budget:write_document", revision)


@require_POST
def carry_out(request: Request, pathway_id: int) -> HttpResponse:
    """Tie the GAP of an activity to that of a plan document, or untie it."""
    plans = queries.plans_for(by=request.actor, pathway_id=pathway_id)
    form = CarryOutForm(request.POST, plans=plans)
    if form.is_valid():
        verbs.carry_out(
            by=request.actor, at=timezone.now(), pathway_id=pathway_id, **form.cleaned_data
        )
    return redirect("budget:pathway", pathway_id)
