"""Views on which a GAP is written, also by two people at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from setara.domain.budget.editions import Place
from setara.domain.budget.merging import Choice
from setara.domain.budget.pathway import Pathway, PathwayDraft
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Text
from setara.domain.law.own_forms import TARGET
from setara.usecases.budget import pathway_queries as queries
from setara.usecases.budget import pathways as verbs
from setara.usecases.budget.pathway_editions import MergingAnswer, merging, written_in
from setara.usecases.foundation.access import NotFound
from setara.web.budget.drafting import as_typed, draft_of, free_numbers
from setara.web.budget.merging_forms import choices_in, merging_page
from setara.web.budget.review_list_views import beside
from setara.web.budget.sheet import Typed, tidied
from setara.web.budget.showing import writing_page
from setara.web.budget.writing import PathwayForm
from setara.web.shell.numbers import number_of
from setara.web.shell.request import Request

SAVED = Text("Tersimpan.", "Saved.")
ALSO = Text(
    "{who} menyimpan perubahan lain setelah Anda membuka GAP ini ({places}); keduanya tersimpan.",
    "{who} saved other changes after you opened this GAP ({places}); both are kept.",
)
KEEP = ("", "save")


@require_http_methods(["GET", "HEAD", "POST"])
def write(request: Request, pathway_id: int) -> HttpResponse:
    """Write the columns of a draft."""
    answer = queries.pathway(by=request.actor, pathway_id=pathway_id, today=timezone.localdate())
    form = _form(request, answer)
    if form.is_valid():
        try:
            return _kept_or_asked(request, answer, form)
        except Refused as refused:
            form.add_error(None, refused.reason.say(request.language))
    status = 422 if form.is_bound else 200
    page = replace(writing_page(answer, form), beside=beside(request, pathway_id))
    return TemplateResponse(request, "budget/write.html", {"page": page}, status=status)


def _form(request: Request, answer: queries.PathwayAnswer) -> PathwayForm:
    do = request.POST.get("do", "")
    return PathwayForm(
        _typed(request, answer, do),
        pathway=answer.pathway,
        started=_started(request, answer),
        is_sent=request.method == "POST" and do in KEEP,
        holds_target=TARGET in answer.form.field("activity").holds,
    )


def _typed(request: Request, answer: queries.PathwayAnswer, do: str) -> Typed:
    if request.method == "POST":
        return tidied(request.POST, do, free_numbers(answer.pathway))
    return as_typed(answer.pathway, answer.edition)


def _started(request: Request, answer: queries.PathwayAnswer) -> Pathway:
    """The GAP as it was when the writer opened it."""
    edition = number_of(request.POST.get("edition", ""))
    if edition is None or edition == answer.edition:
        return answer.pathway
    try:
        return written_in(by=request.actor, pathway_id=answer.pathway_id, edition=edition)
    except NotFound:
        # Saving refuses such an edition and says who saved since; until then the form is shown.
        return answer.pathway


def _kept_or_asked(
    request: Request, answer: queries.PathwayAnswer, form: PathwayForm
) -> HttpResponse:
    """Save, or ask whose words are kept where somebody else wrote in the same place."""
    edition, draft = form.cleaned_data["edition"], draft_of(form)
    choices = choices_in(request.POST, answer.edition)
    others: MergingAnswer | None = None
    if edition != answer.edition:
        others = merging(
            by=request.actor,
            pathway_id=answer.pathway_id,
            edition=edition,
            draft=draft,
            choices=choices,
        )
        if others.clashes:
            page = merging_page(answer, others, request.POST)
            return TemplateResponse(request, "budget/merging.html", {"page": page}, status=409)
    _save(request, answer.pathway_id, edition, draft, choices)
    _tell(request, others)
    # The page's script forgets what it kept of the typing only where this is said.
    return redirect(f"{reverse('budget:pathway', args=[answer.pathway_id])}?tersimpan=1")


def _save(
    request: Request,
    pathway_id: int,
    edition: int,
    draft: PathwayDraft,
    choices: Mapping[Place, Choice],
) -> None:
    verbs.save_pathway(
        by=request.actor,
        at=timezone.now(),
        pathway_id=pathway_id,
        edition=edition,
        draft=draft,
        choices=choices,
    )


def _tell(request: Request, others: MergingAnswer | None) -> None:
    messages.success(request, SAVED.say(request.language))
    for line in others.others if others else ():
        places = "; ".join(each.place.say(request.language) for each in line.changes)
        words = ALSO.filled(who=line.saved_by, places=places or "–")
        messages.info(request, words.say(request.language))
