"""Views on the tagging of a budget book."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django import forms
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Text
from setara.usecases.budget import tag_bulk
from setara.usecases.budget import tag_queries as queries
from setara.usecases.budget import tags as verbs
from setara.usecases.budget.tag_answers import LineTaggingAnswer, TagFilter, TaggingAnswer
from setara.web.budget.screening_forms import DeclineForm
from setara.web.budget.tag_forms import DecisionForm, LineForm, WithdrawForm, started
from setara.web.shell.request import Request

TAGGING = Text("Penandaan {stage} {year}", "Tagging of the {stage} {year}")
LINE = Text("Penandaan: {name}", "Tagging: {name}")
TAGGED = {"ya": True, "belum": False}


@dataclass(frozen=True, slots=True)
class TaggingPage:
    """The lines of a book with their tags, and the form that tags those chosen."""

    title: Text
    answer: TaggingAnswer
    only: TagFilter
    chosen: frozenset[int]
    form: forms.Form
    refusal: Text | None

    @property
    def earlier(self) -> str:
        """The query of the page before, empty on the first."""
        return self._query(self.answer.page - 1) if self.answer.page > 1 else ""

    @property
    def later(self) -> str:
        """The query of the page after, empty on the last."""
        return self._query(self.answer.page + 1) if self.answer.page < self.answer.pages else ""

    @property
    def here(self) -> str:
        """The query of this page."""
        return self._query(self.answer.page)

    def _query(self, page: int) -> str:
        said = {True: "ya", False: "belum", None: ""}[self.only.tagged]
        asked = {
            "perangkat": self.only.agency_id or "",
            "tanda": said,
            "lihat": "1" if self.only.only_worth_a_look else "",
            "halaman": page,
        }
        return urlencode({key: value for key, value in asked.items() if value != ""})


@dataclass(frozen=True, slots=True)
class LineTaggingPage:
    """One line with the form that tags it."""

    title: Text
    answer: LineTaggingAnswer
    form: LineForm
    withdraw_form: forms.Form
    decline_form: forms.Form
    refusal: Text | None


@require_http_methods(["GET", "HEAD", "POST"])
def tagging(request: Request, version_id: int) -> HttpResponse:
    """A page of the lines of a book; those chosen are tagged by one decision."""
    if request.method != "POST":
        return _shown(request, version_id)
    answer = _asked(request, version_id)
    chosen = frozenset(int(each) for each in request.POST.getlist("line") if each.isdecimal())
    form = DecisionForm(request.POST, issues=answer.issues)
    if not form.is_valid():
        return _shown(request, version_id, form=form, chosen=chosen)
    try:
        tag_bulk.tag_many(
            by=request.actor,
            at=timezone.now(),
            version_id=version_id,
            line_ids=chosen,
            decision=form.decision(),
        )
    except Refused as refused:
        return _shown(request, version_id, form=form, chosen=chosen, refused=refused)
    return redirect(request.get_full_path())


@require_POST
def undo(request: Request, version_id: int, batch_id: int) -> HttpResponse:
    """Withdraw the tags of the last bulk."""
    try:
        tag_bulk.undo_tags(by=request.actor, at=timezone.now(), batch_id=batch_id)
    except Refused as refused:
        return _shown(request, version_id, refused=refused)
    return redirect("budget:tagging", version_id)


@require_http_methods(["GET", "HEAD", "POST"])
def line(request: Request, line_id: int) -> HttpResponse:
    """One line: its tag, what it rests on, its checklist and its history."""
    answer = queries.line_tagging(by=request.actor, line_id=line_id, today=timezone.localdate())
    form = LineForm(
        request.POST if request.method == "POST" else None,
        issues=answer.issues,
        initial=started(answer.line.tag),
    )
    if not form.is_valid():
        return line_shown(request, answer, form=form)
    try:
        verbs.set_tag(
            by=request.actor,
            at=timezone.now(),
            line_id=line_id,
            decision=form.decision(),
            replacing=form.cleaned_data["replacing"],
        )
    except Refused as refused:
        return line_shown(request, answer, form=form, refused=refused)
    return redirect("budget:tag_line", line_id)


@require_POST
def withdraw(request: Request, line_id: int, tag_id: int) -> HttpResponse:
    """Withdraw the tag of a line for a reason."""
    because = request.POST.get("because", "")
    try:
        verbs.withdraw_tag(by=request.actor, at=timezone.now(), tag_id=tag_id, because=because)
    except Refused as refused:
        answer = queries.line_tagging(by=request.actor, line_id=line_id, today=timezone.localdate())
        return line_shown(request, answer, refused=refused)
    return redirect("budget:tag_line", line_id)


def _asked(request: Request, version_id: int) -> TaggingAnswer:
    return queries.tagging(
        by=request.actor,
        version_id=version_id,
        today=timezone.localdate(),
        only=_filter(request.GET),
    )


def _filter(asked: QueryDict) -> TagFilter:
    agency, page = asked.get("perangkat", ""), asked.get("halaman", "")
    return TagFilter(
        agency_id=int(agency) if agency.isdecimal() else None,
        tagged=TAGGED.get(asked.get("tanda", "")),
        only_worth_a_look=asked.get("lihat") == "1",
        page=int(page) if page.isdecimal() else 1,
    )


def _shown(
    request: Request,
    version_id: int,
    *,
    form: DecisionForm | None = None,
    chosen: frozenset[int] = frozenset(),
    refused: Refused | None = None,
) -> TemplateResponse:
    answer = _asked(request, version_id)
    page = TaggingPage(
        title=TAGGING.filled(stage=answer.book.stage.name, year=str(answer.book.year)),
        answer=answer,
        only=_filter(request.GET),
        chosen=chosen,
        form=form or DecisionForm(issues=answer.issues),
        refusal=refused.reason if refused else None,
    )
    status = 422 if refused or form else 200
    return TemplateResponse(request, "budget/tagging.html", {"page": page}, status=status)


def line_shown(
    request: Request,
    answer: LineTaggingAnswer,
    *,
    form: LineForm | None = None,
    decline_form: DeclineForm | None = None,
    refused: Refused | None = None,
) -> TemplateResponse:
    """The page of one line, with what was typed on it where that was refused."""
    page = LineTaggingPage(
        title=LINE.filled(name=answer.line.name),
        answer=answer,
        form=form or LineForm(issues=answer.issues, initial=started(answer.line.tag)),
        withdraw_form=WithdrawForm(),
        decline_form=decline_form or DeclineForm(),
        refusal=refused.reason if refused else None,
    )
    is_refused = refused or decline_form or (form and form.is_bound)
    return TemplateResponse(
        request, "budget/tag_line.html", {"page": page}, status=422 if is_refused else 200
    )
