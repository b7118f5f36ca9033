"""Views on the rules of substance of a government."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Text
from setara.usecases.budget import rule_switches as verbs
from setara.usecases.budget.rule_switches import RuleLine, RulesAnswer
from setara.web.foundation.fields import DeedForm, line
from setara.web.shell.request import Request

TITLE = Text("Aturan pemeriksaan GAP", "Rules that GAPs are checked by")
LEAD = Text(
    "Aturan berasal dari kekeliruan dalam GAP yang pernah diterbitkan dan dari pertanyaan "
    "pembaca yang ragu. Aturan memperingatkan dan menjelaskan; hanya yang membuat analisis "
    "tidak berarti yang menghalangi tanda tangan.",
    "Rules come from mistakes in published GAPs and from what a sceptical reader asks. They warn "
    "and explain; only what leaves an analysis without meaning stops a signature.",
)
OFF = Text("Matikan {rule}", "Switch {rule} off")
ON = Text("Hidupkan {rule}", "Switch {rule} on")


class SwitchForm(DeedForm):
    """Why a rule is switched."""

    reason = line(
        Text("Alasan", "Reason"),
        longest=500,
        help_text=Text(
            "Dibaca semua perangkat daerah, misalnya kesepakatan tim penggerak.",
            "Every agency reads it; an agreement of the drivers, for example.",
        ),
    )


@dataclass(frozen=True, slots=True)
class RulesPage:
    """Every rule with its switch."""

    title: Text
    lead: Text
    answer: RulesAnswer

    @property
    def year_words(self) -> str:
        """The year counted, without a mark of thousands."""
        return str(self.answer.year)


@dataclass(frozen=True, slots=True)
class SwitchPage:
    """One rule, to be switched."""

    title: Text
    line: RuleLine
    form: forms.Form
    refusal: Text | None = None


@require_safe
def rules(request: Request) -> HttpResponse:
    """Every rule, how much it weighs, whether it is on, and how often it fired this year."""
    answer = verbs.rules(by=request.actor, today=timezone.localdate())
    page = RulesPage(title=TITLE, lead=LEAD, answer=answer)
    return TemplateResponse(request, "budget/rules.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
def switch(request: Request, rule: str) -> HttpResponse:
    """Switch a rule off, or on again, with a reason."""
    shown = _line(request, rule)
    form = SwitchForm(request.POST or None)
    refusal = None
    if form.is_valid():
        try:
            _switched(request, shown, form)
        except Refused as refused:
            refusal = refused.reason
        else:
            return redirect("budget:rules")
    title = (ON if shown.is_off else OFF).filled(rule=shown.rule)
    page = SwitchPage(title=title, line=shown, form=form, refusal=refusal)
    status = 422 if form.is_bound else 200
    return TemplateResponse(request, "budget/rule_switch.html", {"page": page}, status=status)


def _switched(request: Request, shown: RuleLine, form: SwitchForm) -> None:
    verbs.switch_rule(
        by=request.actor,
        at=timezone.now(),
        rule=shown.rule,
        is_off=not shown.is_off,
        reason=form.cleaned_data["reason"],
    )


def _line(request: Request, rule: str) -> RuleLine:
    answer = verbs.rules(by=request.actor, today=timezone.localdate())
    found = next((each for each in answer.rules if each.rule == rule), None)
    if found is None:
        raise Http404
    return found
