"""Views on what came of a GAP and its rupiah."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from setara.domain.budget.outcome import OutcomeVerdict
from setara.domain.budget.quarter import Quarter
from setara.domain.foundation.station import Station, StationKind
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Text
from setara.usecases.budget import result_queries as queries
from setara.usecases.budget.quarter_reports import BadReport, report_quarter
from setara.usecases.budget.result_overview import (
    ResultForm,
    results_file,
    totals_of,
)
from setara.usecases.budget.result_overview import results as results_of_year
from setara.usecases.budget.result_parts import QuarterAnswer, ResultAnswer
from setara.usecases.foundation.access import NotFound
from setara.web.budget.result_forms import QuarterForm, started
from setara.web.budget.result_pages import (
    TONES,
    Filter,
    QuarterPage,
    ResultPage,
    ResultsPage,
    RowShown,
    bars_of,
    datum_shown,
    indicator_shown,
    verdicts_shown,
)
from setara.web.shell.numbers import number_of
from setara.web.shell.request import Request

TITLE = Text("Hasil: {name}", "Result: {name}")
QUARTER_TITLE = Text("{quarter} {year}: {name}", "{quarter} {year}: {name}")
LEAD = Text(
    "Apakah rupiah ini menutup kesenjangan itu? Rencana dan realisasi berdampingan, lalu angka "
    "berikutnya dari kesenjangan yang sama.",
    "Did this rupiah close that gap? Plan and result side by side, then the next figures of the "
    "same disparity.",
)
RESULTS = Text("Hasil anggaran responsif gender", "Results of gender-responsive money")
MEDIA_TYPES = {
    ResultForm.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ResultForm.CSV: "text/csv; charset=utf-8",
}
WHAT = Text("Triwulan itu", "That quarter")


@require_safe
def result(request: Request, pathway_id: int) -> HttpResponse:
    """The results of one GAP."""
    answer = _asked(request, pathway_id)
    head = answer.headline
    page = ResultPage(
        title=TITLE.filled(name=answer.activity_name),
        lead=LEAD,
        answer=answer,
        headline=datum_shown(head) if head else None,
        others=tuple(datum_shown(each) for each in answer.data if each is not head),
        bars=bars_of(answer),
        indicators=tuple(indicator_shown(each) for each in answer.indicators),
        station=_station(pathway_id),
    )
    return TemplateResponse(request, "budget/result.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
def quarter(request: Request, pathway_id: int, number: int) -> HttpResponse:
    """Report a quarter, or put its report right."""
    answer = _asked(request, pathway_id)
    if number not in list(Quarter):
        raise NotFound(WHAT)
    asked = answer.quarters[number - 1]
    if request.method != "POST":
        return _form_shown(request, answer, asked, _form(answer, asked))
    form = QuarterForm(
        request.POST,
        pathway=answer.pathway,
        quarter=asked.quarter,
        is_derived=asked.is_derived,
    )
    if not form.is_valid():
        return _form_shown(request, answer, asked, form, status=422)
    try:
        _report(request, pathway_id, form)
    except BadReport as bad:
        for field, reason in bad.fields.items():
            form.add_error(field if field in form.fields else None, reason.say(request.language))
        return _form_shown(request, answer, asked, form, status=422)
    except Refused as no:
        return _form_shown(request, answer, asked, form, refused=no, status=422)
    return redirect("budget:pathway_result", pathway_id)


@require_safe
def results(request: Request) -> HttpResponse:
    """The results of a year across the government."""
    answer = results_of_year(
        by=request.actor,
        year=number_of(request.GET.get("tahun", "")),
        today=timezone.localdate(),
    )
    only = _filter(request)
    chosen = answer.chosen(
        agency_id=only.agency_id, verdict=only.verdict, only_overdue=only.only_overdue
    )
    page = ResultsPage(
        title=RESULTS,
        lead=LEAD,
        answer=answer,
        rows=tuple(_row(each) for each in chosen),
        totals=verdicts_shown(totals_of(chosen)),
        only=only,
        verdicts=tuple(OutcomeVerdict),
    )
    return TemplateResponse(request, "budget/results.html", {"page": page})


@require_safe
def file(request: Request, year: int, form: str) -> HttpResponse:
    """The results of a year as a workbook with its formulas, or as CSV."""
    if form not in list(ResultForm):
        raise NotFound(RESULTS)
    asked = ResultForm(form)
    found = results_file(
        by=request.actor,
        year=year,
        today=timezone.localdate(),
        form=asked,
        language=request.language,
    )
    response = HttpResponse(found.content, content_type=MEDIA_TYPES[asked])
    response["Content-Disposition"] = f'attachment; filename="{found.name}"'
    return response


def _asked(request: Request, pathway_id: int) -> ResultAnswer:
    return queries.pathway_result(
        by=request.actor, pathway_id=pathway_id, today=timezone.localdate()
    )


def _report(request: Request, pathway_id: int, form: QuarterForm) -> None:
    report_quarter(
        by=request.actor,
        at=timezone.now(),
        pathway_id=pathway_id,
        report=form.report(),
        edition=form.cleaned_data["edition"] or 0,
        reason=form.cleaned_data["reason"],
    )


def _form(answer: ResultAnswer, asked: QuarterAnswer) -> QuarterForm:
    """What stands, else the actions as they were a quarter before."""
    current, begun = asked.current, {}
    if current is not None:
        edition = 0 if current.of_earlier_pathway else current.number
        begun = started(current.report, edition, has_figures=True)
    else:
        before = [each.report for each in answer.quarters if each.quarter < asked.quarter]
        told = [report for report in before if report is not None]
        begun = started(told[-1] if told else None, 0, has_figures=False)
    return QuarterForm(
        initial=begun, pathway=answer.pathway, quarter=asked.quarter, is_derived=asked.is_derived
    )


def _form_shown(
    request: Request,
    answer: ResultAnswer,
    asked: QuarterAnswer,
    form: QuarterForm,
    *,
    refused: Refused | None = None,
    status: int = 200,
) -> HttpResponse:
    page = QuarterPage(
        title=QUARTER_TITLE.filled(
            quarter=asked.quarter.label, year=str(answer.year), name=answer.activity_name
        ),
        answer=answer,
        quarter=asked,
        form=form,
        station=_station(answer.pathway_id),
        refusal=refused.reason if refused else None,
    )
    return TemplateResponse(request, "budget/result_form.html", {"page": page}, status=status)


def _station(pathway_id: int) -> Station:
    return Station(StationKind.RESULT, pathway_id)


def _row(answer: ResultAnswer) -> RowShown:
    head = answer.headline
    return RowShown(answer, datum_shown(head) if head else None, TONES[answer.verdict])


def _filter(request: Request) -> Filter:
    asked = request.GET.get("hasil", "")
    return Filter(
        agency_id=number_of(request.GET.get("pd", "")),
        verdict=OutcomeVerdict(asked) if asked in list(OutcomeVerdict) else None,
        only_overdue=bool(request.GET.get("terlambat")),
    )
