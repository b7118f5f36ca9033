"""Views on budget books."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from setara.domain.budget.phase import BudgetPhase
from setara.domain.budget.reading.findings import ReadingFinding
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Text
from setara.usecases.budget import book_keeping, intake, queries
from setara.usecases.budget.intake_steps import Told
from setara.usecases.budget.version_years import budget_years
from setara.web.budget.forms import BookForm, ReplaceForm, TakeOutForm
from setara.web.budget.pages import BookPage, BookUploadPage, VersionPage
from setara.web.budget.sending import sending_of, told_to
from setara.web.budget.year_pages import VersionsPage, years_shown
from setara.web.shell.request import Request

UPLOAD = Text("Unggah anggaran", "Upload a budget")
WITHDRAW = Text("Tarik berkas anggaran", "Withdraw a budget file")
REPLACE = Text("Ganti berkas anggaran", "Replace a budget file")
YEARS_LEAD = Text(
    "Setiap tahun dari rencana sampai realisasi: tahap mana yang sudah ada, dari berkas apa, dan "
    "perangkat daerah mana yang belum.",
    "Each year from plan to realisation: which stages are there, out of which file, and which "
    "agencies are still missing.",
)
LEAD = Text(
    "Berkas dinilai seluruhnya sebelum satu baris pun disimpan; yang keliru disebut menurut baris.",
    "The file is judged as a whole before a single line is kept; what is wrong is listed by row.",
)


@require_safe
def versions(request: Request) -> HttpResponse:
    """The budget of every year, stage by stage."""
    answer = budget_years(by=request.actor, today=timezone.localdate())
    page = VersionsPage(
        title=Text("Anggaran", "Budget"),
        lead=YEARS_LEAD,
        answer=answer,
        years=years_shown(answer),
        upload_url=reverse("budget:upload"),
    )
    return TemplateResponse(request, "budget/versions.html", {"page": page})


@require_safe
def version(request: Request, version_id: int) -> HttpResponse:
    """One book with a page of its lines."""
    asked = request.GET.get("halaman", "")
    answer = queries.version(
        by=request.actor,
        version_id=version_id,
        today=timezone.localdate(),
        page=int(asked) if asked.isdecimal() else 1,
        words=request.GET.get("cari", ""),
    )
    title = Text("{stage} {year}", "{stage} {year}").filled(
        stage=answer.version.stage.label, year=str(answer.version.year)
    )
    page = VersionPage(title=title, answer=answer)
    return TemplateResponse(request, "budget/version.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: Request) -> HttpResponse:
    """Take a book in, or say row by row why not."""
    answer = queries.upload(by=request.actor, today=timezone.localdate())
    form = BookForm(request.POST or None, request.FILES or None, answer=answer)
    findings: tuple[ReadingFinding, ...] = ()
    if form.is_valid():
        try:
            with told_to(request) as told:
                version_id = _import(request, form, told)
        except intake.BookRefused as refusal:
            form.add_error("file", refusal.reason.say(request.language))
            findings = refusal.findings
        except Refused as refused:
            form.add_error(None, refused.reason.say(request.language))
        else:
            return redirect("budget:version", version_id)
    page = BookUploadPage(
        title=UPLOAD,
        lead=LEAD,
        answer=answer,
        form=form,
        findings=findings,
        sending=sending_of(request),
    )
    status = 422 if form.errors else 200
    return TemplateResponse(request, "budget/upload.html", {"page": page}, status=status)


def _import(request: Request, form: BookForm, told: Told) -> int:
    asked = form.cleaned_data
    return intake.import_budget(
        by=request.actor,
        at=timezone.now(),
        year=asked["year"],
        phase=BudgetPhase(asked["phase"]),
        sequence=asked["sequence"] or 0,
        name=asked["file"].name,
        content=asked["file"].read(),
        agency_id=asked["agency_id"],
        accepts_warnings=asked["accepts_warnings"],
        is_sample=asked["is_sample"],
        progress=told,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: Request, book_id: int) -> HttpResponse:
    """Take a file out of its version, with the reason."""
    answer = queries.book(by=request.actor, book_id=book_id)
    form = TakeOutForm(request.POST or None)
    if form.is_valid():
        try:
            book_keeping.withdraw_book(
                by=request.actor, at=timezone.now(), book_id=book_id, **form.cleaned_data
            )
        except Refused as refused:
            form.add_error(None, refused.reason.say(request.language))
        else:
            return redirect("budget:version", answer.version_id)
    return _taking_out(request, BookPage(title=WITHDRAW, answer=answer, form=form))


@require_http_methods(["GET", "HEAD", "POST"])
def replace(request: Request, book_id: int) -> HttpResponse:
    """Put a corrected file in the place of another, or say row by row why not."""
    answer = queries.book(by=request.actor, book_id=book_id)
    form = ReplaceForm(request.POST or None, request.FILES or None)
    findings: tuple[ReadingFinding, ...] = ()
    if form.is_valid():
        try:
            with told_to(request) as told:
                _replace(request, form, book_id, told)
        except intake.BookRefused as refusal:
            form.add_error("file", refusal.reason.say(request.language))
            findings = refusal.findings
        except Refused as refused:
            form.add_error(None, refused.reason.say(request.language))
        else:
            return redirect("budget:version", answer.version_id)
    page = BookPage(
        title=REPLACE, answer=answer, form=form, findings=findings, sending=sending_of(request)
    )
    return _taking_out(request, page)


def _replace(request: Request, form: ReplaceForm, book_id: int, told: Told) -> int:
    asked = form.cleaned_data
    return intake.replace_book(
        by=request.actor,
        at=timezone.now(),
        book_id=book_id,
        name=asked["file"].name,
        content=asked["file"].read(),
        reason=asked["reason"],
        accepts_warnings=asked["accepts_warnings"],
        progress=told,
    )


def _taking_out(request: Request, page: BookPage) -> HttpResponse:
    status = 422 if page.form.errors else 200
    return TemplateResponse(request, "budget/book.html", {"page": page}, status=status)
