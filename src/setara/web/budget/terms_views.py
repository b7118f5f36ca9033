"""Views on terms of reference (KAK)."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from setara.domain.budget.wording import columns_in_words
from setara.domain.foundation.station import Station, StationKind
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Text
from setara.usecases.budget import terms as uses
from setara.web.budget.terms_forms import TermsForm
from setara.web.budget.terms_pages import TermsPage
from setara.web.shell.request import Request

_TITLE = Text("KAK: {name}", "KAK (terms of reference): {name}")
_DERIVED = (
    (Text("Indikator kinerja", "Indicators"), "indicators"),
    (Text("Data pembuka wawasan", "Eye-opening data"), "data"),
    (Text("Tujuan", "Objective"), "reformulated_objective"),
    (Text("Tahapan dari rencana aksi", "Stages, from the actions"), "actions"),
)


@require_http_methods(["GET", "HEAD", "POST"])
def terms(request: Request, statement_id: int) -> HttpResponse:
    """Write the KAK of a GBS, or see what it lacks."""
    answer = uses.terms_of(by=request.actor, statement_id=statement_id, today=timezone.localdate())
    if request.method != "POST":
        return TemplateResponse(request, "budget/terms.html", {"page": _page(answer)})
    form = TermsForm(request.POST, pathway=answer.statement.pathway, terms=answer.terms)
    refusal = None
    if form.is_valid():
        try:
            _save(request, statement_id, form)
        except Refused as no:
            refusal = no.reason
            # Somebody saved meanwhile, and that was said: the next attempt starts from there.
            form.start_from(answer.edition)
        else:
            return redirect("budget:terms", statement_id)
    page = _page(answer, form, refusal)
    return TemplateResponse(request, "budget/terms.html", {"page": page}, status=422)


def _save(request: Request, statement_id: int, form: TermsForm) -> None:
    uses.save_terms(
        by=request.actor,
        at=timezone.now(),
        statement_id=statement_id,
        edition=form.cleaned_data["edition"],
        terms=form.terms(),
    )


def _page(
    answer: uses.TermsAnswer, form: TermsForm | None = None, refusal: Text | None = None
) -> TermsPage:
    pathway = answer.statement.pathway
    shown = form or TermsForm(pathway=pathway, terms=answer.terms)
    # What somebody else saved meanwhile is what the next attempt starts from.
    shown.initial["edition"] = answer.edition
    for field in shown.fields.values():
        field.disabled = not answer.may_save
    words = columns_in_words(pathway)
    line = answer.statement.line
    return TermsPage(
        title=_TITLE.filled(name=line.activity_name),
        answer=answer,
        station=Station(StationKind.STATEMENT, line.statement_id),
        form=shown,
        derived=tuple((label, words[code]) for label, code in _DERIVED),
        refusal=refusal,
    )
