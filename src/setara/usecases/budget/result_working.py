"""From what was read to what is answered on the results of one GAP."""

from __future__ import annotations

from dataclasses import replace

from django.utils.timezone import localdate

from setara.domain.budget.datum import Datum
from setara.domain.budget.outcome import unknown
from setara.domain.budget.outcome_followed import (
    NO_PERIOD,
    NOT_REGISTERED,
    Followed,
    followed,
)
from setara.domain.budget.outcome_indicator import indicator_outcome, way_gone
from setara.domain.budget.outcome_measure import compared_datum
from setara.domain.budget.pathway import Indicator, Pathway
from setara.domain.budget.quarter import Quarter, quarter_state
from setara.domain.budget.quarter_report import IndicatorReported, carried, may_report
from setara.domain.foundation.money import Rupiah
from setara.domain.language.text import same
from setara.store.models import PathwayRecord, QuarterReportRecord, StatementRecord
from setara.usecases.budget.activity_lines import activity_of
from setara.usecases.budget.columns import as_rule_sees_it
from setara.usecases.budget.quarter_rows import report_as_rule_sees_it
from setara.usecases.budget.realised_money import Realised
from setara.usecases.budget.result_facts import Facts
from setara.usecases.budget.result_parts import (
    DatumFollowed,
    Edition,
    IndicatorFollowed,
    MoneyAnswer,
    QuarterAnswer,
    ResultAnswer,
)


def result_of(row: PathwayRecord, facts: Facts) -> ResultAnswer:
    """The results of one GAP. Cost: no query, where its issue and agency are selected."""
    pathway = facts.pathways[row.pk]
    quarters = tuple(_quarter(row, pathway, quarter, facts) for quarter in Quarter)
    statement = _statement(row, facts)
    data = tuple(_datum(datum, row, facts) for datum in pathway.data)
    return ResultAnswer(
        pathway_id=row.pk,
        pathway=pathway,
        activity_code=row.activity_code,
        activity_name=row.activity_name,
        agency_id=row.agency_id,
        agency_name=row.agency.as_rule_sees_it().name_on(facts.today).short_name,
        year=row.year,
        issue_id=row.issue_id,
        issue_title=row.issue.title,
        quarters=quarters,
        money=_money(row, quarters, facts),
        data=data,
        indicators=tuple(_indicator(each, pathway, quarters) for each in pathway.indicators),
        statement_id=statement.pk if statement else None,
        stated=Rupiah(statement.line.amount) if statement else None,
        is_approved=statement is not None and statement.approved_at is not None,
        is_sample=_is_sample(statement, data),
    )


def _quarter(row: PathwayRecord, pathway: Pathway, quarter: Quarter, facts: Facts) -> QuarterAnswer:
    editions = [
        _edition(each, row.pk, pathway)
        for each in facts.reports_of(row.pk)
        if each.quarter == quarter
    ]
    current = editions[-1] if editions else None
    first = localdate(editions[0].reported_at) if editions else None
    answer = QuarterAnswer(
        quarter=quarter,
        state=quarter_state(quarter, row.year, reported_on=first, today=facts.today),
        may_report=may_report(pathway, quarter, facts.by, facts.today),
        current=current,
        history=tuple(reversed(editions[:-1])),
    )
    return _with_money(answer, facts.realised.get(activity_of(row), {}).get(quarter))


def _with_money(answer: QuarterAnswer, realised: Realised | None) -> QuarterAnswer:
    report = answer.report
    typed = report.spent if report else None
    if realised is not None:
        return replace(
            answer,
            spent=realised.amount,
            spent_from=realised.stage.name,
            is_derived=True,
            typed_instead=typed if typed != realised.amount else None,
        )
    if report is None or typed is None:
        return answer
    return replace(answer, spent=typed, spent_from=same(report.spent_source))


def _edition(record: QuarterReportRecord, pathway_id: int, pathway: Pathway) -> Edition:
    is_earlier = record.pathway_id != pathway_id
    report = report_as_rule_sees_it(record)
    return Edition(
        record.edition,
        carried(report, as_rule_sees_it(record.pathway), pathway) if is_earlier else report,
        record.reported_by,
        record.reported_at,
        record.reason,
        of_earlier_pathway=is_earlier,
    )


def _money(row: PathwayRecord, quarters: tuple[QuarterAnswer, ...], facts: Facts) -> MoneyAnswer:
    latest = facts.lines.get(activity_of(row))
    spent = next((each for each in reversed(quarters) if each.spent is not None), None)
    return MoneyAnswer(
        budget=latest.amount if latest else None,
        budget_in=latest.book_name if latest else None,
        spent=spent.spent if spent else None,
        spent_by=spent.quarter if spent else None,
    )


def _datum(datum: Datum, row: PathwayRecord, facts: Facts) -> DatumFollowed:
    issue = row.issue
    reference = datum.reference
    is_issue = reference is not None and (reference.element_code, reference.place_code) == (
        issue.element.code,
        issue.place.code,
    )
    return DatumFollowed(datum, _followed(datum, row.year, facts), is_issue)


def _followed(datum: Datum, year: int, facts: Facts) -> Followed:
    before = compared_datum(datum)
    if before is None:
        return Followed(unknown(NO_PERIOD))
    if datum.reference is None:
        return Followed(unknown(NOT_REGISTERED, before))
    return followed(before, facts.figures.get(datum.reference, ()), year)


def _indicator(
    indicator: Indicator, pathway: Pathway, quarters: tuple[QuarterAnswer, ...]
) -> IndicatorFollowed:
    reported = tuple(_reported(indicator.key, each) for each in quarters)
    told = [
        (quarter, each)
        for quarter, each in zip(Quarter, reported, strict=True)
        if each is not None and each.has_figure
    ]
    quarter, latest = told[-1] if told else (None, None)
    row = pathway.baseline(indicator.baseline_key)
    baseline = pathway.figure(row) if row else None
    reached, percent = way_gone(indicator, row, baseline, latest)
    return IndicatorFollowed(
        indicator=indicator,
        baseline=baseline,
        reported=reported,
        latest=latest,
        latest_quarter=quarter,
        reached=reached,
        percent=percent,
        outcome=indicator_outcome(pathway, indicator, latest, quarter),
    )


def _reported(key: int, quarter: QuarterAnswer) -> IndicatorReported | None:
    report = quarter.report
    if report is None:
        return None
    return next((each for each in report.indicators if each.key == key), None)


def _statement(row: PathwayRecord, facts: Facts) -> StatementRecord | None:
    """The statement that counts: the latest approved one of the GAP or of those it replaced."""
    found = [
        each for pk in reversed(facts.lineage[row.pk]) for each in facts.statements.get(pk, ())
    ]
    approved = [each for each in found if each.approved_at is not None]
    return next(iter(reversed(approved or found)), None)


def _is_sample(statement: StatementRecord | None, data: tuple[DatumFollowed, ...]) -> bool:
    of_money = statement is not None and statement.line.book.is_sample
    return of_money or any(each.datum.is_sample for each in data)
