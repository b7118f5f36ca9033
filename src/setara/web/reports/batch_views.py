"""Views on papers printed together."""

from __future__ import annotations

from django.http import FileResponse, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Text
from setara.usecases.reports import batch_queries
from setara.usecases.reports import batches as verbs
from setara.usecases.reports.batch_printing import CHECK, NothingToPrint
from setara.usecases.reports.batch_queries import BatchAnswer
from setara.web.reports import batch_process
from setara.web.reports.batch_forms import BatchForm
from setara.web.reports.batch_pages import BatchesPage, BatchPage
from setara.web.reports.views import PAGES, check_page
from setara.web.shell.request import Request

TITLE = Text("Cetak sekaligus", "Print together")
LEAD = Text(
    "Semua GAP dan GBS satu tahun atau satu perangkat daerah dalam satu ZIP, dengan daftar dan "
    "SHA256SUMS.",
    "Every GAP and GBS of a year or an agency in one ZIP, with an index and SHA256SUMS.",
)
ONE = Text("Cetakan {kinds} {year}", "{kinds} of {year} printed together")
# Stands for the id in an address until there is one; no record has it.
_ANY_ID = 987_654_321


@require_http_methods(["GET", "HEAD", "POST"])
def batches(request: Request) -> HttpResponse:
    """The batches of the reader; a new one is asked for."""
    answer = batch_queries.batches(by=request.actor, now=timezone.now(), today=timezone.localdate())
    form = BatchForm(request.POST or None, answer=answer, language=request.language)
    refusal = None
    if form.is_valid():
        try:
            return redirect("reports:batch", _asked(request, form))
        except (Refused, NothingToPrint) as refused:
            refusal = refused.reason
    page = BatchesPage(TITLE, LEAD, answer, form, refusal)
    status = 422 if form.is_bound else 200
    return TemplateResponse(request, "reports/batches.html", {"page": page}, status=status)


@never_cache
@require_safe
def batch(request: Request, batch_id: int) -> HttpResponse:
    """One batch: how far it is, or what came of it."""
    return _shown(request, batch_id)


@never_cache
@require_safe
def step(request: Request, batch_id: int) -> HttpResponse:
    """How far a batch is, for the page that waits for it."""
    found = _found(request, batch_id)
    return JsonResponse({"under_way": found.is_under_way, "done": found.done, "total": found.total})


@require_POST
def go_on(request: Request, batch_id: int) -> HttpResponse:
    """Take a batch up again where it stopped."""
    try:
        verbs.continue_batch(by=request.actor, at=timezone.now(), batch_id=batch_id)
    except Refused as refused:
        return _shown(request, batch_id, refused=refused)
    batch_process.start(batch_id)
    return redirect("reports:batch", batch_id)


@require_POST
def drop(request: Request, batch_id: int) -> HttpResponse:
    """Drop a batch with its files, also one that is being printed."""
    verbs.drop_batch(by=request.actor, at=timezone.now(), batch_id=batch_id)
    return redirect("reports:batches")


@require_safe
def archive(request: Request, batch_id: int) -> HttpResponseBase:
    """The archive, streamed from the disk."""
    found = batch_queries.archive_of(by=request.actor, batch_id=batch_id)
    return FileResponse(found.path.open("rb"), as_attachment=True, filename=found.name)


def _asked(request: Request, form: BatchForm) -> int:
    batch_id = verbs.ask_for_batch(
        by=request.actor, at=timezone.now(), wanted=form.wanted(), pages=_pages(request)
    )
    batch_process.start(batch_id)
    return batch_id


def _pages(request: Request) -> dict[str, str]:
    """The addresses printed codes lead to, as they are called from outside."""
    any_id = str(_ANY_ID)
    pages = {kind.value: reverse(route, args=[_ANY_ID]) for kind, route in PAGES.items() if route}
    absolute = {kind: request.build_absolute_uri(page) for kind, page in pages.items()}
    found = {kind: page.replace(any_id, "{id}") for kind, page in absolute.items()}
    return found | {CHECK: check_page(request)}


def _found(request: Request, batch_id: int) -> BatchAnswer:
    return batch_queries.batch(
        by=request.actor, batch_id=batch_id, now=timezone.now(), today=timezone.localdate()
    )


def _shown(request: Request, batch_id: int, *, refused: Refused | None = None) -> TemplateResponse:
    found = _found(request, batch_id)
    page = BatchPage(
        title=ONE.filled(kinds=found.kinds, year=str(found.year)),
        batch=found,
        refusal=refused.reason if refused else None,
    )
    status = 422 if refused else 200
    return TemplateResponse(request, "reports/batch.html", {"page": page}, status=status)
