"""Views on the beneficiaries of a budget book and of one sub kegiatan."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from setara.domain.budget.beneficiaries.headcount import ReachStage
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Text
from setara.usecases.budget import beneficiaries as verbs
from setara.usecases.budget import beneficiary_needs as needs
from setara.usecases.budget import beneficiary_queries as queries
from setara.usecases.budget.beneficiary_queries import (
    BeneficiaryFilter,
    LineBeneficiariesAnswer,
    Only,
    Order,
)
from setara.web.budget.beneficiary_forms import (
    CostsForm,
    FiguresForm,
    NeedForm,
    WithdrawForm,
    costs_started,
    figures_started,
    need_started,
)
from setara.web.budget.beneficiary_pages import (
    STAGES,
    BeneficiariesPage,
    LineBeneficiariesPage,
    ShownRow,
    dots_of,
    shown_unit,
)
from setara.web.shell.numbers import number_of
from setara.web.shell.request import Request

BOOK = Text("Penerima manfaat, {stage} {year}", "Beneficiaries, {stage} {year}")
LEAD = Text(
    "Siapa yang dijangkau tiap sub kegiatan, berapa biayanya per penerima, dan apakah bagian "
    "perempuan di antara penerima sebanding dengan bagiannya di antara yang membutuhkan.",
    "Whom each sub-activity reaches, what a beneficiary costs, and whether the share of women "
    "among the beneficiaries is in line with their share among those in need.",
)
LINE = Text("Penerima manfaat: {name}", "Beneficiaries: {name}")


@require_safe
def beneficiaries(request: Request, version_id: int) -> HttpResponse:
    """A page of the sub kegiatan of a book with whom they reach."""
    only = asked_of(request.GET)
    answer = queries.beneficiaries(
        by=request.actor, version_id=version_id, today=timezone.localdate(), only=only
    )
    page = BeneficiariesPage(
        title=BOOK.filled(stage=answer.book.stage.name, year=str(answer.book.year)),
        lead=LEAD,
        answer=answer,
        only=only,
        rows=tuple(ShownRow(row, dots_of(row.beside)) for row in answer.rows),
    )
    return TemplateResponse(request, "budget/beneficiaries.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
def line(request: Request, line_id: int) -> HttpResponse:
    """One sub kegiatan; figures are recorded, or corrected where the address names them."""
    answer = _asked(request, line_id)
    if request.method != "POST":
        return _shown(request, answer)
    form = FiguresForm(request.POST)
    if not form.is_valid():
        return _shown(request, answer, figures_form=form)
    try:
        verbs.record_beneficiaries(
            by=request.actor,
            at=timezone.now(),
            line_id=line_id,
            figures=form.figures(),
            replacing=form.cleaned_data["replacing"],
            reason=form.cleaned_data["reason"],
        )
    except Refused as refused:
        return _shown(request, answer, refused=refused, figures_form=form)
    return redirect("budget:line_beneficiaries", line_id)


@require_POST
def need(request: Request, line_id: int) -> HttpResponse:
    """Choose who needs the sub kegiatan."""
    answer = _asked(request, line_id)
    form = NeedForm(request.POST, offered=answer.offered)
    if not form.is_valid():
        return _shown(request, answer, need_form=form)
    try:
        needs.choose_need(
            by=request.actor,
            at=timezone.now(),
            line_id=line_id,
            need=form.chosen(),
            replacing=form.cleaned_data["replacing"],
            reason=form.cleaned_data["reason"],
        )
    except Refused as refused:
        return _shown(request, answer, refused=refused, need_form=form)
    return redirect("budget:line_beneficiaries", line_id)


@require_POST
def costs(request: Request, line_id: int) -> HttpResponse:
    """Record money of components for one sex alone."""
    answer, form = _asked(request, line_id), CostsForm(request.POST)
    if not form.is_valid():
        return _shown(request, answer, costs_form=form)
    try:
        verbs.record_direct_costs(
            by=request.actor,
            at=timezone.now(),
            line_id=line_id,
            stage=ReachStage(form.cleaned_data["stage"]),
            direct=form.direct(),
            document=form.cleaned_data["document"],
            replacing=form.cleaned_data["replacing"],
            reason=form.cleaned_data["reason"],
        )
    except Refused as refused:
        return _shown(request, answer, refused=refused, costs_form=form)
    return redirect("budget:line_beneficiaries", line_id)


@require_POST
def withdraw(request: Request, line_id: int, record_id: int) -> HttpResponse:
    """Withdraw figures for a reason."""
    because = request.POST.get("because", "")
    try:
        verbs.withdraw_beneficiaries(
            by=request.actor, at=timezone.now(), record_id=record_id, because=because
        )
    except Refused as refused:
        return _shown(request, _asked(request, line_id), refused=refused)
    return redirect("budget:line_beneficiaries", line_id)


@require_POST
def withdraw_need(request: Request, line_id: int, record_id: int) -> HttpResponse:
    """Leave the sub kegiatan without a need to stand beside."""
    because = request.POST.get("because", "")
    try:
        needs.withdraw_need(
            by=request.actor, at=timezone.now(), record_id=record_id, because=because
        )
    except Refused as refused:
        return _shown(request, _asked(request, line_id), refused=refused)
    return redirect("budget:line_beneficiaries", line_id)


def asked_of(asked: QueryDict) -> BeneficiaryFilter:
    """What an address asks for; what it does not understand counts as not said."""
    agency, page = asked.get("perangkat", ""), asked.get("halaman", "")
    stages = {said: stage for stage, said in STAGES.items()}
    only, order = asked.get("tampil", ""), asked.get("urut", "")
    return BeneficiaryFilter(
        stage=stages.get(asked.get("tahap", ""), ReachStage.PLANNED),
        agency_id=number_of(agency),
        only=Only(only) if only in set(Only) else Only.ALL,
        order=Order(order) if order in set(Order) else Order.AGENCY,
        page=number_of(page) or 1,
    )


def _asked(request: Request, line_id: int) -> LineBeneficiariesAnswer:
    return queries.line_beneficiaries(by=request.actor, line_id=line_id, today=timezone.localdate())


def _shown(
    request: Request,
    answer: LineBeneficiariesAnswer,
    *,
    refused: Refused | None = None,
    **typed: Any,
) -> TemplateResponse:
    corrected = number_of(request.GET.get("koreksi", ""))
    figure = next((each for each in answer.figures if each.record_id == corrected), None)
    known = next(iter(answer.costs), None)
    given: dict[str, Any] = {
        "figures_form": FiguresForm(initial=figures_started(figure)),
        "need_form": NeedForm(offered=answer.offered, initial=need_started(answer.need)),
        "costs_form": CostsForm(initial=costs_started(known)),
    }
    page = LineBeneficiariesPage(
        title=LINE.filled(name=answer.name),
        answer=answer,
        units=tuple(shown_unit(each) for each in answer.units),
        withdraw_form=WithdrawForm(),
        refusal=refused.reason if refused else None,
        **(given | typed),
    )
    status = 422 if refused or typed else 200
    return TemplateResponse(
        request, "budget/line_beneficiaries.html", {"page": page}, status=status
    )
