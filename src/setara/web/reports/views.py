"""Views that bring the rooms together."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from setara.domain.language.text import Text
from setara.usecases.reports import books, drawing, letters, papers, prints, threads
from setara.usecases.reports.printing import PaperAnswer
from setara.usecases.reports.today import today_of
from setara.web.reports.figure_answers import drawn, ground_of
from setara.web.reports.pages import ThreadPage, TodayPage
from setara.web.reports.stops import linked
from setara.web.shell.request import Request

LEAD = Text(
    "Dari data terpilah sampai hasil: siapa mengerjakan apa, dengan berapa rupiah.",
    "From data by sex to the result: who does what, with how much money.",
)


@require_safe
def today(request: Request) -> HttpResponse:
    """The reader's page of the day."""
    page = TodayPage(
        title=Text("Hari ini", "Today"),
        lead=Text("Selamat bekerja, {name}.", "Welcome, {name}.").filled(name=request.actor.name),
        answer=today_of(by=request.actor, today=timezone.localdate()),
    )
    return TemplateResponse(request, "reports/today.html", {"page": page})


@require_safe
def thread(request: Request, issue_id: int) -> HttpResponse:
    """The whole thread of one issue."""
    found = threads.thread_of(by=request.actor, issue_id=issue_id, today=timezone.localdate())
    place = threads.disparity_place(by=request.actor, issue_id=issue_id)
    stops = linked(
        found,
        reverse("statistics:disparity", args=place),
        reverse("statistics:table", args=place[:1]),
    )
    page = ThreadPage(title=found.title, lead=LEAD, thread=found, stops=stops)
    return TemplateResponse(request, "reports/thread.html", {"page": page})


@require_safe
def paper(request: Request, kind: str, subject_id: int, form: str) -> HttpResponse:
    """A paper as a file, in the reader's language."""
    if kind not in list(papers.PaperKind) or form not in list(papers.PaperFormat):
        raise Http404
    keep_print(request, papers.PaperKind(kind), subject_id)
    answer = papers.paper(
        by=request.actor,
        kind=papers.PaperKind(kind),
        subject_id=subject_id,
        form=papers.PaperFormat(form),
        language=request.language,
        today=timezone.localdate(),
        check_url=_page_of(request, papers.PaperKind(kind), subject_id),
        layout=request.GET.get("bentuk") or None,
        check_page=check_page(request),
    )
    return file_of(answer)


def keep_print(request: Request, kind: papers.PaperKind, subject_id: int) -> None:
    """The first print of a signed version is kept; what is asked for again changes nothing."""
    if prints.is_unkept(by=request.actor, kind=kind, subject_id=subject_id):
        prints.keep_print(by=request.actor, at=timezone.now(), kind=kind, subject_id=subject_id)


@require_safe
def data_book(request: Request, year: int, form: str) -> HttpResponse:
    """The book of a year's published figures, in the reader's language."""
    if form not in list(papers.PaperFormat):
        raise Http404
    answer = books.book(
        by=request.actor,
        year=year,
        form=papers.PaperFormat(form),
        language=request.language,
        today=timezone.localdate(),
    )
    return file_of(answer)


# The page a printed code leads to.
PAGES = {
    papers.PaperKind.PATHWAY: "budget:pathway",
    papers.PaperKind.DOCUMENT_PATHWAY: "budget:document_pathway",
    papers.PaperKind.STATEMENT: "budget:statement",
    papers.PaperKind.TERMS: "budget:statement",
    papers.PaperKind.COVER_LETTER: "",
    papers.PaperKind.DATA_REQUEST: "statistics:submission",
    papers.PaperKind.DATA_REMINDER: "statistics:submission",
}


def _page_of(request: Request, kind: papers.PaperKind, subject_id: int) -> str:
    if not PAGES[kind]:
        return ""
    return request.build_absolute_uri(reverse(PAGES[kind], args=[subject_id]))


def check_page(request: Request) -> str:
    """The address behind a print's code, with `{code}` in it."""
    page = request.build_absolute_uri(reverse("reports:check", args=["code"]))
    return f"{page.removesuffix('code/')}{{code}}/"


def file_of(answer: PaperAnswer) -> HttpResponse:
    response = HttpResponse(answer.content, content_type=answer.media_type)
    response["Content-Disposition"] = f'inline; filename="{answer.file_name}"'
    return response


@require_safe
def data_letters(request: Request, call_id: int) -> HttpResponse:
    """The requests to all producers of a call, as one archive."""
    answer = letters.all_requests(
        by=request.actor,
        call_id=call_id,
        language=request.language,
        today=timezone.localdate(),
        check_url=lambda pk: _page_of(request, papers.PaperKind.DATA_REQUEST, pk),
    )
    return file_of(answer)


@require_safe
def disparity_figure(
    request: Request, element_code: str, place_code: str, year: int
) -> HttpResponse:
    """The history of a disparity."""
    return drawn(
        drawing.disparity_figure(
            by=request.actor,
            element_code=element_code,
            place_code=place_code,
            year=year,
            language=request.language,
            theme=ground_of(request),
            today=timezone.localdate(),
        )
    )


@require_safe
def places_figure(request: Request, element_code: str) -> HttpResponse:
    """An element by place."""
    return drawn(
        drawing.places_figure(
            by=request.actor,
            element_code=element_code,
            language=request.language,
            theme=ground_of(request),
        )
    )
