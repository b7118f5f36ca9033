"""Views on gender issues."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from setara.domain.foundation.period import Period
from setara.domain.foundation.station import Station, StationKind
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Text, same
from setara.usecases.statistics import issue_queries
from setara.usecases.statistics import issues as verbs
from setara.usecases.statistics.disparity_room import disparity_room
from setara.web.shell.request import Request
from setara.web.statistics.forms import CloseForm, IssueForm, TakeUpForm
from setara.web.statistics.pages import IssuePage, IssuesPage
from setara.web.statistics.showing import address, disparity_page


@require_safe
def issues(request: Request) -> HttpResponse:
    """The list of issues."""
    page = IssuesPage(
        title=Text("Isu gender", "Gender issues"),
        issues=issue_queries.issues(by=request.actor, today=timezone.localdate()),
    )
    return TemplateResponse(request, "statistics/issues.html", {"page": page})


@require_safe
def issue(request: Request, issue_id: int) -> HttpResponse:
    """One issue."""
    return issue_page(request, issue_id)


def issue_page(
    request: Request, issue_id: int, *, refused: Refused | None = None
) -> TemplateResponse:
    """The page of an issue, with the reason on top where an act on it was refused."""
    answer = issue_queries.issue(by=request.actor, issue_id=issue_id, today=timezone.localdate())
    typed = request.POST or None
    take_up_form = TakeUpForm(
        typed if "agency_id" in request.POST else None, owners=answer.owner_choices
    )
    close_form = CloseForm(typed if "because" in request.POST else None)
    for form in (take_up_form, close_form):
        if refused is not None and form.is_bound:
            form.add_error(None, refused.reason.say(request.language))
    page = IssuePage(
        title=same(answer.title),
        issue=answer,
        station=Station(StationKind.ISSUE, issue_id),
        take_up_form=take_up_form,
        close_form=close_form,
        disparity_url=address(
            "statistics:disparity",
            answer.disparity.element.code,
            answer.disparity.pair.place_code,
            answer.disparity.pair.year,
        ),
        thread_url=address("reports:thread", issue_id),
        pathway_url=address("budget:open_pathway", issue_id),
        reopen_url=address("statistics:reopen", issue_id),
    )
    status = 422 if refused or take_up_form.errors or close_form.errors else 200
    return TemplateResponse(request, "statistics/issue.html", {"page": page}, status=status)


@require_POST
def raise_one(request: Request, element_code: str, place_code: str, year: int) -> HttpResponse:
    """Raise an issue from the disparity shown."""
    form = IssueForm(request.POST)
    if form.is_valid():
        try:
            issue_id = verbs.raise_issue(
                by=request.actor,
                at=timezone.now(),
                element_code=element_code,
                place_code=place_code,
                period=Period.year(year),
                **form.cleaned_data,
            )
        except Refused as refused:
            form.add_error(None, refused.reason.say(request.language))
        else:
            return redirect("statistics:issue", issue_id)
    answer = disparity_room(
        by=request.actor,
        element_code=element_code,
        place_code=place_code,
        year=year,
        today=timezone.localdate(),
    )
    return TemplateResponse(
        request, "statistics/disparity.html", {"page": disparity_page(answer, form)}, status=422
    )


@require_POST
def take_up(request: Request, issue_id: int) -> HttpResponse:
    """Let an agency answer for the issue."""
    typed = request.POST.get("agency_id", "")
    if not typed.isdecimal():
        return issue_page(request, issue_id)
    try:
        verbs.take_up_issue(
            by=request.actor, at=timezone.now(), issue_id=issue_id, agency_id=int(typed)
        )
    except Refused as refused:
        return issue_page(request, issue_id, refused=refused)
    return redirect("statistics:issue", issue_id)


@require_POST
def close(request: Request, issue_id: int) -> HttpResponse:
    """Close the issue for a reason."""
    try:
        verbs.close_issue(
            by=request.actor,
            at=timezone.now(),
            issue_id=issue_id,
            because=request.POST.get("because", ""),
        )
    except Refused as refused:
        return issue_page(request, issue_id, refused=refused)
    return redirect("statistics:issue", issue_id)


@require_POST
def reopen(request: Request, issue_id: int) -> HttpResponseRedirect:
    """Open the issue again."""
    verbs.reopen_issue(by=request.actor, at=timezone.now(), issue_id=issue_id)
    return redirect("statistics:issue", issue_id)
