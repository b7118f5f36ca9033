"""Views on data calls."""

from __future__ import annotations

from collections import Counter
from functools import partial

from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Refused, require
from setara.domain.language.text import Text, same
from setara.usecases.statistics import asking, call_queries
from setara.usecases.statistics import calls as verbs
from setara.usecases.statistics.call_queries import ChoosingAnswer, ElementChoice
from setara.web.foundation.acting import done, status_of
from setara.web.shell.pages import Crumb
from setara.web.shell.request import Request
from setara.web.statistics.call_forms import ChoosingForms, EditForm, PlanForm
from setara.web.statistics.collecting_pages import (
    CallPage,
    CallsPage,
    ChoosingPage,
    GroupChoice,
    PlanPage,
)
from setara.web.statistics.showing import address

CALLS = Text("Permintaan data", "Data calls")
CALLS_LEAD = Text(
    "Setiap putaran meminta angka satu masa dari produsennya, sampai satu hari tertentu.",
    "Each round asks producers for the figures of one period, by a certain day.",
)
PLAN = Text("Buat permintaan data", "Make a data call")
EDITED = Text("Permintaan data diubah.", "The data call was changed.")
CHOOSE = Text("Apa yang diminta, dan dari siapa", "What is asked, and of whom")
CHOOSE_LEAD = Text(
    "Produsen diisi dari daftar elemen; ubah bila perlu. Rincian menambah baris di setiap wilayah.",
    "Producers come from the register; change them where needed. Breakdowns add rows.",
)


@require_safe
def calls(request: Request) -> HttpResponse:
    """The list of calls."""
    page = CallsPage(CALLS, CALLS_LEAD, call_queries.calls(by=request.actor))
    return TemplateResponse(request, "statistics/calls.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: Request) -> HttpResponse:
    """Prepare a new call."""
    require(request.actor.may(Permission.RUN_DATA_CALL))
    form = PlanForm(request.POST or None)
    if form.is_valid():
        try:
            call_id = verbs.plan_call(by=request.actor, at=timezone.now(), **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refused.reason.say(request.language))
        else:
            return redirect("statistics:ask_elements", call_id)
    crumbs = (Crumb(CALLS, reverse("statistics:calls")), Crumb(PLAN))
    page = PlanPage(PLAN, crumbs, form)
    return TemplateResponse(
        request, "statistics/plan_call.html", {"page": page}, status=status_of(form)
    )


@require_safe
def call(request: Request, call_id: int) -> HttpResponse:
    """One call."""
    return _call_page(request, call_id, None)


def _call_page(request: Request, call_id: int, edit: EditForm | None) -> HttpResponse:
    today = timezone.localdate()
    found = call_queries.call(by=request.actor, call_id=call_id, today=today)
    form = edit or EditForm(
        initial={
            "title": found.title,
            "due_on": found.due_on,
            "letter_number": found.letter_number,
        }
    )
    page = CallPage(
        title=same(found.title),
        crumbs=(Crumb(CALLS, reverse("statistics:calls")), Crumb(same(found.title))),
        call=found,
        edit_form=form,
        batch_url=address("reports:data_letters", call_id) if found.lines else "",
    )
    return TemplateResponse(request, "statistics/call.html", {"page": page}, status=status_of(form))


@require_POST
def edit(request: Request, call_id: int) -> HttpResponse:
    """Change words and day."""
    form = EditForm(request.POST)
    act = partial(verbs.edit_call, by=request.actor, at=timezone.now(), call_id=call_id)
    if done(request, form, act, EDITED):
        return redirect("statistics:call", call_id)
    return _call_page(request, call_id, form)


@require_http_methods(["GET", "HEAD", "POST"])
def ask_elements(request: Request, call_id: int) -> HttpResponse:
    """Choose what is asked and of whom, one group of elements at a time."""
    today = timezone.localdate()
    found = call_queries.choosing(by=request.actor, call_id=call_id, today=today)
    group = _group(request, found)
    offered = [each for each in found.elements if _group_of(each) == group]
    chosen = ChoosingForms(request.POST or None, offered, found.agencies)
    refusal = None
    if request.method == "POST" and chosen.is_valid():
        refusal = _ask(request, call_id, chosen)
        if refusal is None:
            return redirect(
                f"{reverse('statistics:ask_elements', args=[call_id])}?kelompok={group}"
            )
    page = _choosing_page(found, group, chosen, refusal)
    status = 422 if request.method == "POST" else 200
    return TemplateResponse(request, "statistics/ask_elements.html", {"page": page}, status=status)


def _ask(request: Request, call_id: int, chosen: ChoosingForms) -> Text | None:
    """Do it; why not, where a rule says no."""
    try:
        asking.ask_elements(
            by=request.actor,
            at=timezone.now(),
            call_id=call_id,
            items=chosen.items,
            dropped=chosen.dropped,
        )
    except Refused as refused:
        return refused.reason
    return None


def _choosing_page(
    found: ChoosingAnswer, group: str, chosen: ChoosingForms, refusal: Text | None
) -> ChoosingPage:
    counts = Counter(_group_of(each) for each in found.elements)
    title = found.call.title
    return ChoosingPage(
        title=CHOOSE,
        lead=CHOOSE_LEAD,
        crumbs=(
            Crumb(CALLS, reverse("statistics:calls")),
            Crumb(same(title), reverse("statistics:call", args=[found.call.call_id])),
            Crumb(CHOOSE),
        ),
        call=found.call,
        groups=tuple(GroupChoice(code, n, code == group) for code, n in sorted(counts.items())),
        forms=tuple(chosen.forms),
        refusal=refusal,
    )


def _group_of(choice: ElementChoice) -> str:
    """The letters a code begins with: KP, PD, KS …"""
    code = choice.element.code
    return code.rstrip("-").partition("-")[0].rstrip("0123456789") or code


def _group(request: Request, found: ChoosingAnswer) -> str:
    groups = sorted({_group_of(each) for each in found.elements})
    wanted = request.GET.get("kelompok", "")
    return wanted if wanted in groups else next(iter(groups), "")


@require_POST
def open_one(request: Request, call_id: int) -> HttpResponse:
    """Send it out."""
    verbs.open_call(by=request.actor, at=timezone.now(), call_id=call_id)
    return redirect("statistics:call", call_id)


@require_POST
def close(request: Request, call_id: int) -> HttpResponse:
    """End it."""
    verbs.close_call(by=request.actor, at=timezone.now(), call_id=call_id)
    return redirect("statistics:call", call_id)
