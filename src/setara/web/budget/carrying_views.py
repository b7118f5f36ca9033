"""Views that carry tags and GAPs over from one budget to a later one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Text
from setara.usecases.budget import carrying as verbs
from setara.usecases.budget import queries
from setara.usecases.budget.carrying_queries import CarryingAnswer, Resting, carrying
from setara.usecases.budget.queries import VersionAnswer
from setara.web.shell.numbers import number_of
from setara.web.shell.request import Request

TITLE = Text("Bawa penandaan dan GAP", "Carry tags and GAPs over")
BETWEEN = Text("{before} ke {after}", "From {before} to {after}")
NAMED = Text("{stage} {year}", "{stage} {year}")
A_PAGE = 50
_PREFIXES = {"tags": "tanda-", "pathways": "gap-"}


@dataclass(frozen=True, slots=True)
class ChoicePage:
    """Which two budgets."""

    title: Text
    versions: tuple[VersionAnswer, ...]
    refusal: Text | None = None


@dataclass(frozen=True, slots=True)
class Leaf:
    """A part of a long list; a number is 0 where there is no such page."""

    resting: tuple[Resting, ...]
    prefix: str
    count: int
    exact: int
    earlier: int
    later: int


@dataclass(frozen=True, slots=True)
class CarryingPage:
    """What rests on the older budget, and where it may go."""

    title: Text
    answer: CarryingAnswer
    tags: Leaf
    pathways: Leaf
    refusal: Text | None = None


@require_safe
def choose(request: Request) -> HttpResponse:
    """Choose the older and the later budget."""
    before, after = request.GET.get("dari", ""), request.GET.get("ke", "")
    if before.isdecimal() and after.isdecimal():
        return redirect("budget:carrying", int(before), int(after))
    return _choice(request)


@require_http_methods(["GET", "HEAD", "POST"])
def carry(request: Request, before_id: int, after_id: int) -> HttpResponse:
    """Both budgets with the proposals; what was chosen goes over."""
    if request.method != "POST":
        return _shown(request, before_id, after_id)
    what = "pathways" if request.POST.get("apa") == "gap" else "tags"
    verb: Callable[..., object] = verbs.carry_pathways if what == "pathways" else verbs.carry_tags
    chosen, confirmed = _chosen(request.POST, _PREFIXES[what])
    asked = {"before_id": before_id, "after_id": after_id}
    try:
        verb(by=request.actor, at=timezone.now(), **asked, chosen=chosen, confirmed=confirmed)
    except Refused as refused:
        return _shown(request, before_id, after_id, refused.reason)
    if what == "tags":
        return redirect("budget:tagging", after_id)
    return redirect(request.get_full_path())


def _chosen(typed: QueryDict, prefix: str) -> tuple[dict[int, int], frozenset[int]]:
    """The line by what goes there; a ticked exact one says `=`, a chosen proposal is a yes."""
    chosen: dict[int, int] = {}
    confirmed = set()
    for name, value in typed.items():
        bare = str(value).removeprefix("=")
        pk, line = number_of(name.removeprefix(prefix)), number_of(bare)
        if name.startswith(prefix) and pk is not None and line is not None:
            chosen[pk] = line
            if bare == value:
                confirmed.add(pk)
    return chosen, frozenset(confirmed)


def _shown(
    request: Request, before_id: int, after_id: int, refusal: Text | None = None
) -> HttpResponse:
    try:
        answer = carrying(
            by=request.actor,
            before_id=before_id,
            after_id=after_id,
            today=timezone.localdate(),
        )
    except Refused as refused:
        return _choice(request, refused.reason)
    page = CarryingPage(
        title=BETWEEN.filled(before=_named(answer.before), after=_named(answer.after)),
        answer=answer,
        tags=_leaf(answer.tags, _PREFIXES["tags"], request.GET.get("hal", "")),
        pathways=_leaf(answer.pathways, _PREFIXES["pathways"], request.GET.get("bagian", "")),
        refusal=refusal,
    )
    status = 422 if refusal else 200
    return TemplateResponse(request, "budget/carrying.html", {"page": page}, status=status)


def _choice(request: Request, refusal: Text | None = None) -> HttpResponse:
    known = queries.versions(by=request.actor).versions
    page = ChoicePage(TITLE, known, refusal)
    status = 422 if refusal else 200
    return TemplateResponse(request, "budget/carrying_choice.html", {"page": page}, status=status)


def _leaf(resting: Sequence[Resting], prefix: str, raw: str) -> Leaf:
    pages = max(-(-len(resting) // A_PAGE), 1)
    number = min(max(int(raw), 1), pages) if raw.isdecimal() else 1
    shown = resting[(number - 1) * A_PAGE : number * A_PAGE]
    return Leaf(
        resting=tuple(shown),
        prefix=prefix,
        count=len(resting),
        exact=sum(each.is_exact for each in resting),
        earlier=number - 1,
        later=number + 1 if number < pages else 0,
    )


def _named(version: VersionAnswer) -> Text:
    return NAMED.filled(stage=version.stage.name, year=str(version.year))
