"""Views about papers: all of a statement, numbers, cover letters, templates of one's own."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Text
from setara.domain.reports.paper_kinds import PaperKind
from setara.formats.docx_template import MOST_BYTES
from setara.usecases.budget.statement_queries import statement
from setara.usecases.reports import cover_letters as covers
from setara.usecases.reports import numbers, template_printing
from setara.usecases.reports import templates as own_templates
from setara.usecases.reports.statement_papers import layouts
from setara.web.reports.paper_forms import NUMBERED, CoverForm, NumberForm, TemplateForm
from setara.web.reports.paper_pages import (
    CoverLettersPage,
    PapersPage,
    PrintedPaper,
    TemplatesPage,
)
from setara.web.reports.views import file_of, keep_print
from setara.web.shell.request import Request

_PAPERS = Text("Cetakan: {name}", "Papers: {name}")
_COVERS = Text("Surat pengantar", "Cover letters")
_TEMPLATES = Text("Templat cetak sendiri", "Templates of your own")
_TOO_LARGE = Text("Berkasnya lebih besar dari 5 MB.", "The file is larger than 5 MB.")


@require_safe
def papers(request: Request, statement_id: int) -> HttpResponse:
    """Everything that can be printed of a statement."""
    page = _papers_page(request, statement_id, NumberForm())
    return TemplateResponse(request, "reports/papers.html", {"page": page})


@require_POST
def number(request: Request, statement_id: int) -> HttpResponse:
    """Give one of the papers its number."""
    form, refusal = NumberForm(request.POST), None
    if form.is_valid():
        kind = PaperKind(form.cleaned_data["kind"])
        found = statement(by=request.actor, statement_id=statement_id, today=timezone.localdate())
        subject = found.line.pathway_id if kind is PaperKind.PATHWAY else statement_id
        try:
            numbers.number_paper(
                by=request.actor,
                at=timezone.now(),
                kind=kind,
                subject_id=subject,
                number=form.cleaned_data["number"],
            )
        except Refused as no:
            refusal = no.reason
        else:
            return redirect("reports:papers", statement_id)
    page = _papers_page(request, statement_id, form, refusal)
    return TemplateResponse(request, "reports/papers.html", {"page": page}, status=422)


def _papers_page(
    request: Request, statement_id: int, form: NumberForm, refusal: Text | None = None
) -> PapersPage:
    today = timezone.localdate()
    answer = statement(by=request.actor, statement_id=statement_id, today=today)
    owned = {
        each.kind for each in own_templates.templates(by=request.actor).templates if each.is_used
    }
    printed = []
    for kind in NUMBERED:
        pk = answer.line.pathway_id if kind is PaperKind.PATHWAY else statement_id
        printed.append(PrintedPaper(kind, pk, numbers.number_of(kind, pk), kind in owned))
    return PapersPage(
        title=_PAPERS.filled(name=answer.line.activity_name),
        answer=answer,
        papers=tuple(printed),
        layouts=layouts(today),
        number_form=form,
        refusal=refusal,
    )


@require_safe
def own(request: Request, kind: str, subject_id: int) -> HttpResponse:
    """A paper on the government's own template."""
    if kind not in list(NUMBERED):
        raise Http404
    keep_print(request, PaperKind(kind), subject_id)
    return file_of(
        template_printing.paper_on_template(
            by=request.actor,
            kind=PaperKind(kind),
            subject_id=subject_id,
            language=request.language,
            today=timezone.localdate(),
        )
    )


@require_http_methods(["GET", "HEAD", "POST"])
def cover_letters(request: Request) -> HttpResponse:
    """The cover letters; write another one."""
    today = timezone.localdate()
    agencies = covers.agencies_to_write_for(by=request.actor, today=today)
    typed = request.POST if request.method == "POST" else None
    started = {"year": today.year + 1, "dated_on": today}
    form, refusal = CoverForm(typed, agencies=agencies, initial=started), None
    if typed is not None and form.is_valid():
        try:
            covers.write_cover_letter(
                by=request.actor,
                at=timezone.now(),
                **form.cleaned_data | {"agency_id": int(form.cleaned_data["agency_id"])},
            )
        except Refused as no:
            refusal = no.reason
        else:
            return redirect("reports:cover_letters")
    letters = covers.cover_letters(by=request.actor, today=today)
    page = CoverLettersPage(_COVERS, letters, form, bool(agencies), refusal)
    status = 200 if typed is None else 422
    return TemplateResponse(request, "reports/cover_letters.html", {"page": page}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def templates(request: Request) -> HttpResponse:
    """The government's own templates; take another one in."""
    if request.method != "POST":
        return _templates(request, TemplateForm())
    form = TemplateForm(request.POST, request.FILES)
    if not form.is_valid():
        return _templates(request, form, status=422)
    file = form.cleaned_data["file"]
    try:
        if file.size > MOST_BYTES:
            raise Refused(_TOO_LARGE)
        own_templates.take_template(
            by=request.actor,
            at=timezone.now(),
            kind=PaperKind(form.cleaned_data["kind"]),
            name=file.name,
            content=file.read(),
        )
    except Refused as no:
        return _templates(request, form, no, status=422)
    return redirect("reports:templates")


@require_POST
def withdraw(request: Request, template_id: int) -> HttpResponse:
    """Print no longer on a template."""
    try:
        own_templates.withdraw_template(
            by=request.actor, at=timezone.now(), template_id=template_id
        )
    except Refused as no:
        return _templates(request, TemplateForm(), no, status=422)
    return redirect("reports:templates")


def _templates(
    request: Request, form: TemplateForm, no: Refused | None = None, status: int = 200
) -> HttpResponse:
    page = TemplatesPage(
        title=_TEMPLATES,
        answer=own_templates.templates(by=request.actor),
        form=form,
        findings=no.findings if isinstance(no, own_templates.TemplateUnfit) else (),
        refusal=no.reason if no else None,
    )
    return TemplateResponse(request, "reports/paper_templates.html", {"page": page}, status=status)
