"""Views on a producer's answer: what is asked of me, one answer, one table of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Text
from setara.usecases.statistics import asked, entry_queries, submission_queries
from setara.usecases.statistics import submissions as verbs
from setara.usecases.statistics.asked import FilledMeanwhile
from setara.usecases.statistics.entry_queries import EntryAnswer
from setara.usecases.statistics.verifying import verify_submission
from setara.web.foundation.acting import done, status_of
from setara.web.shell.request import Request
from setara.web.statistics.collecting_pages import AskedPage
from setara.web.statistics.entry_form import EntryForm
from setara.web.statistics.submission_forms import CommentForm, HandInForm, RemindForm
from setara.web.statistics.submission_showing import entry_page, submission_page

ASKED = Text("Yang diminta dari Anda", "What is asked of you")
ASKED_LEAD = Text(
    "Buka satu tabel, isi angkanya, simpan; kirim bila sudah. Anda boleh berhenti kapan saja.",
    "Open a table, fill in the figures, save; hand in when done. You may stop at any time.",
)
HANDED_IN = Text("Isian dikirim kepada Sekretariat Pokja PUG.", "Handed in to the secretariat.")
SAVED = Text("{n} dari {of} sel tabel ini terisi.", "{n} of {of} cells of this table answered.")
COMMENTED = Text("Komentar ditulis.", "The comment was written.")
REMINDED = Text("Pengingat dicatat; cetak suratnya.", "The reminder was recorded; print it.")


@require_safe
def asked_of_me(request: Request) -> HttpResponse:
    """What the reader's agencies are asked for."""
    found = submission_queries.asked_of_me(by=request.actor, today=timezone.localdate())
    page = AskedPage(ASKED, ASKED_LEAD, found)
    return TemplateResponse(request, "statistics/asked_of_me.html", {"page": page})


@require_safe
def submission(request: Request, submission_id: int) -> HttpResponse:
    """One answer."""
    return _submission_page(request, submission_id, HandInForm(), RemindForm())


def _submission_page(
    request: Request, submission_id: int, hand_in: HandInForm, remind: RemindForm
) -> HttpResponse:
    found = submission_queries.submission(
        by=request.actor, submission_id=submission_id, today=timezone.localdate()
    )
    page = submission_page(found, hand_in, remind)
    status = status_of(hand_in, remind)
    return TemplateResponse(request, "statistics/submission.html", {"page": page}, status=status)


@require_POST
def hand_in(request: Request, submission_id: int) -> HttpResponse:
    """Hand the answer in."""
    form = HandInForm(request.POST)
    act = partial(verbs.hand_in, by=request.actor, at=timezone.now(), submission_id=submission_id)
    if done(request, form, act, HANDED_IN):
        return redirect("statistics:submission", submission_id)
    return _submission_page(request, submission_id, form, RemindForm())


@require_POST
def remind(request: Request, submission_id: int) -> HttpResponse:
    """Record that the producer is reminded today."""
    form = RemindForm(request.POST)
    act = partial(
        verbs.write_reminder, by=request.actor, at=timezone.now(), submission_id=submission_id
    )
    if done(request, form, act, REMINDED):
        return redirect("statistics:submission", submission_id)
    return _submission_page(request, submission_id, HandInForm(), form)


@require_POST
def give_back(request: Request, submission_id: int) -> HttpResponse:
    """Return the answer with its comments."""
    return _moved(request, submission_id, verbs.return_submission)


@require_POST
def lock(request: Request, submission_id: int) -> HttpResponse:
    """Lock a verified answer."""
    return _moved(request, submission_id, verbs.lock_submission)


@require_POST
def verify(request: Request, submission_id: int) -> HttpResponse:
    """Verify the answer in the version that was read."""
    typed = request.POST.get("version", "")
    version = int(typed) if typed.isdecimal() else None
    return _moved(request, submission_id, partial(verify_submission, expected_version=version))


def _moved(request: Request, submission_id: int, move: Callable[..., None]) -> HttpResponse:
    move(by=request.actor, at=timezone.now(), submission_id=submission_id)
    return redirect("statistics:submission", submission_id)


@require_http_methods(["GET", "HEAD", "POST"])
def entry(request: Request, submission_id: int, element_code: str) -> HttpResponse:
    """One table of the answer: read, or filled in."""
    found = _entry(request, submission_id, element_code)
    form = EntryForm(request.POST or None, cells=found.cells, opened_at=found.submission.version)
    if form.is_valid() and _kept(request, found, form):
        return _next(request, found)
    return _entry_page(request, found, form, None)


def _entry(request: Request, submission_id: int, element_code: str) -> EntryAnswer:
    return entry_queries.entry(
        by=request.actor,
        submission_id=submission_id,
        element_code=element_code,
        today=timezone.localdate(),
        place_code=request.GET.get("wilayah", ""),
    )


def _kept(request: Request, found: EntryAnswer, form: EntryForm) -> bool:
    """Keep what was typed; otherwise the form says why not, and still holds it."""
    asked_cells = form.cleaned_data["cells"]
    try:
        asked.keep_cells(
            by=request.actor,
            at=timezone.now(),
            submission_id=found.submission.line.submission_id,
            cells=asked_cells,
            expected_version=form.cleaned_data["version"],
        )
    except FilledMeanwhile as meanwhile:
        form.add_error(None, meanwhile.reason.say(request.language))
        form.reopen(found.submission.version, meanwhile.keys)
        return False
    except Refused as refused:
        form.add_error(None, refused.reason.say(request.language))
        return False
    filled = sum(each.value is not None for each in asked_cells)
    messages.success(request, SAVED.filled(n=filled, of=len(asked_cells)).say(request.language))
    return True


def _next(request: Request, found: EntryAnswer) -> HttpResponse:
    """On to the next place or table, or back to all of them."""
    submission_id = found.submission.line.submission_id
    if "next" not in request.POST:
        return _to_table(found, found.place_code)
    if found.next_place:
        return _to_table(found, found.next_place)
    if found.next_code:
        return redirect("statistics:entry", submission_id, found.next_code)
    return redirect("statistics:submission", submission_id)


def _to_table(found: EntryAnswer, place_code: str) -> HttpResponse:
    where = [found.submission.line.submission_id, found.element.code]
    query = f"?wilayah={place_code}" if place_code else ""
    return redirect(f"{reverse('statistics:entry', args=where)}{query}")


def _entry_page(
    request: Request, found: EntryAnswer, form: EntryForm, comment: CommentForm | None
) -> HttpResponse:
    commenting = comment or CommentForm(cells=found.cells)
    page = entry_page(found, form, commenting)
    status = status_of(form, commenting)
    return TemplateResponse(request, "statistics/entry.html", {"page": page}, status=status)


@require_POST
def comment(request: Request, submission_id: int, element_code: str) -> HttpResponse:
    """Comment on a cell of the table."""
    found = _entry(request, submission_id, element_code)
    form = CommentForm(request.POST, cells=found.cells)
    act = partial(
        verbs.comment_cell, by=request.actor, at=timezone.now(), submission_id=submission_id
    )
    if done(request, form, act, COMMENTED):
        return _to_table(found, found.place_code)
    empty = EntryForm(cells=found.cells, opened_at=found.submission.version)
    return _entry_page(request, found, empty, form)


@require_POST
def settle(request: Request, submission_id: int, element_code: str) -> HttpResponse:
    """Call the comment on a cell settled."""
    found = _entry(request, submission_id, element_code)
    place = request.POST.get("cell", "")
    cells = dict(enumerate(found.cells))
    cell = cells.get(int(place)) if place.isdecimal() else None
    if cell is not None:
        verbs.settle_comment(
            by=request.actor, at=timezone.now(), submission_id=submission_id, key=cell.key
        )
    return _to_table(found, found.place_code)
