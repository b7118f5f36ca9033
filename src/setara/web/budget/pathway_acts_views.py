"""Views that sign a GAP, give a draft up, and take it back to a past edition."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from setara.domain.budget.wording import data_words
from setara.domain.foundation.station import Station, StationKind
from setara.domain.foundation.verdict import Refused
from setara.domain.language.pasting import sentence
from setara.domain.language.text import Text
from setara.domain.language.word_difference import Piece, pieces
from setara.usecases.budget import pathway_queries as queries
from setara.usecases.budget import pathways as verbs
from setara.usecases.budget.pathway_editions import ChangeAnswer, EditionsAnswer, editions
from setara.usecases.budget.pathway_queries import PathwayAnswer
from setara.web.shell.numbers import number_of
from setara.web.shell.request import Request

SIGNING = Text("Tanda tangani GAP: {name}", "Sign the GAP: {name}")
DROPPING = Text("Batalkan konsep GAP: {name}", "Drop the draft of the GAP: {name}")
EDITIONS = Text("Edisi GAP: {name}", "Editions of the GAP: {name}")
SIGNED = Text("GAP ditandatangani; datanya dibekukan.", "The GAP is signed; its data are frozen.")
DROPPED = Text("Konsep GAP dibatalkan.", "The draft of the GAP was dropped.")
RESTORED = Text("Edisi {n} dipulihkan ke konsep.", "Edition {n} was put back into the draft.")
_REASON = 500


@dataclass(frozen=True, slots=True)
class ActPage:
    """A page that asks before something is done to a GAP."""

    title: Text
    answer: PathwayAnswer
    station: Station
    frozen: tuple[Text, ...] = ()
    refusal: Text | None = None


@dataclass(frozen=True, slots=True)
class ChangeShown:
    """A change with its words parted into what stayed, went and came."""

    answer: ChangeAnswer
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class EditionsPage:
    """The editions of a GAP, one of them with what it changed."""

    title: Text
    answer: EditionsAnswer
    station: Station
    chosen: int
    changes: tuple[ChangeShown, ...]
    refusal: Text | None = None


@require_http_methods(["GET", "HEAD", "POST"])
def sign(request: Request, pathway_id: int) -> HttpResponse:
    """Show what a signature freezes, and sign once it is confirmed."""
    answer = _answer(request, pathway_id)
    if request.method != "POST":
        return _asked(request, "signing", _act_page(SIGNING, answer))
    edition = number_of(request.POST.get("edition", ""))
    try:
        verbs.sign_pathway(
            by=request.actor, at=timezone.now(), pathway_id=pathway_id, edition=edition
        )
    except Refused as refused:
        return _asked(request, "signing", _act_page(SIGNING, _answer(request, pathway_id), refused))
    messages.success(request, SIGNED.say(request.language))
    return redirect("budget:pathway", pathway_id)


@require_http_methods(["GET", "HEAD", "POST"])
def drop(request: Request, pathway_id: int) -> HttpResponse:
    """Give a draft up, after asking."""
    answer = _answer(request, pathway_id)
    if request.method != "POST":
        return _asked(request, "dropping", _act_page(DROPPING, answer))
    reason = sentence(request.POST.get("reason", "")[:_REASON])
    try:
        verbs.drop_pathway(
            by=request.actor, at=timezone.now(), pathway_id=pathway_id, reason=reason
        )
    except Refused as refused:
        return _asked(request, "dropping", _act_page(DROPPING, answer, refused))
    messages.success(request, DROPPED.say(request.language))
    return redirect("budget:pathways")


@require_safe
def past(request: Request, pathway_id: int) -> HttpResponse:
    """The editions, and what one of them changed: the latest where none is named."""
    return _editions(request, pathway_id)


@require_POST
def restore(request: Request, pathway_id: int, edition: int) -> HttpResponse:
    """Put a past edition back into the draft."""
    try:
        verbs.restore_edition(
            by=request.actor,
            at=timezone.now(),
            pathway_id=pathway_id,
            edition=number_of(request.POST.get("edition", "")) or 0,
            restored=edition,
        )
    except Refused as refused:
        return _editions(request, pathway_id, refused)
    messages.success(request, RESTORED.filled(n=str(edition)).say(request.language))
    return redirect("budget:write_pathway", pathway_id)


def _editions(
    request: Request, pathway_id: int, refused: Refused | None = None
) -> TemplateResponse:
    answer = editions(by=request.actor, pathway_id=pathway_id)
    chosen = answer.line(number_of(request.GET.get("edisi", "")) or answer.edition)
    language = request.language
    page = EditionsPage(
        title=EDITIONS.filled(name=answer.pathway.activity_name),
        answer=answer,
        station=Station(StationKind.PATHWAY, pathway_id),
        chosen=chosen.edition,
        changes=tuple(
            ChangeShown(each, pieces(each.before.say(language), each.after.say(language)))
            for each in chosen.changes
        ),
        refusal=refused.reason if refused else None,
    )
    status = 422 if refused else 200
    return TemplateResponse(request, "budget/editions.html", {"page": page}, status=status)


def _answer(request: Request, pathway_id: int) -> PathwayAnswer:
    return queries.pathway(by=request.actor, pathway_id=pathway_id, today=timezone.localdate())


def _act_page(title: Text, answer: PathwayAnswer, refused: Refused | None = None) -> ActPage:
    return ActPage(
        title=title.filled(name=answer.pathway.activity_name),
        answer=answer,
        station=Station(StationKind.PATHWAY, answer.pathway_id),
        frozen=data_words(answer.pathway),
        refusal=refused.reason if refused else None,
    )


def _asked(request: Request, name: str, page: ActPage) -> HttpResponse:
    status = 422 if page.refusal else 200
    return TemplateResponse(request, f"budget/{name}.html", {"page": page}, status=status)
