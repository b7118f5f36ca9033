"""Plays last year's GAP to its end: four quarters, and the same disparity looked at again."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Protocol

from django.utils.timezone import get_current_timezone

from setara.domain.budget.allocation import AllocationCategory
from setara.domain.budget.datum import Aspect
from setara.domain.budget.pathway import (
    Action,
    Baseline,
    Cause,
    CauseSide,
    Factor,
    FactorNote,
    Indicator,
    IndicatorLevel,
    PathwayDraft,
)
from setara.domain.budget.quarter import Quarter
from setara.domain.budget.quarter_report import (
    ActionReported,
    ActionState,
    IndicatorReported,
    QuarterReport,
)
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.period import Period
from setara.domain.foundation.sex import Sex
from setara.domain.statistics.observation import Nothing, Value
from setara.usecases.budget.pathway_queries import pathway, pathways
from setara.usecases.budget.pathways import open_pathway, save_pathway, sign_pathway
from setara.usecases.budget.quarter_reports import report_quarter
from setara.usecases.budget.reviewing import approve_statement
from setara.usecases.budget.statements import draw_up_statement, submit_statement
from setara.usecases.statistics.commands import (
    NewObservation,
    cite_source,
    record_observations,
)
from setara.usecases.statistics.issues import raise_issue, take_up_issue

Table = dict[str, Any]
PLACE = "64.01"
DRIVERS = ("driver_substance", "driver_planning", "driver_finance")
NONE = Nothing.NOT_REPORTED


class Cast(Protocol):
    """What the results need of those who report them."""

    now: datetime
    agencies: dict[str, int]
    actors: dict[str, Actor]

    @property
    def secretary(self) -> Actor:
        """Who runs the year."""
        ...


def report_last_year(cast: Cast, data: Table) -> None:
    """From the earlier figure to four reported quarters; the later figure is in the register."""
    pathway_id = _analysed(cast, data, _raised(cast, data))
    _stated(cast, pathway_id, data["pathway"]["agency"])
    for given in data["quarter"]:
        _report(cast, data, pathway_id, given)
        if given["number"] == data["correction"]["number"]:
            _correct(cast, data, pathway_id, given)


def report_this_year(cast: Cast, data: Table) -> None:
    """The quarters of the GAP that runs, as far as their reports are written by now."""
    author = cast.actors[f"focal-{data['pathway']['agency']}"]
    found = pathways(by=author, today=cast.now.date())
    year = data["pathway"]["year"] + 1
    pathway_id = next(each.pathway_id for each in found if each.year == year)
    for given in data["now"]:
        if _morning(given["reported_on"]) <= cast.now:
            report_quarter(
                by=author,
                at=_morning(given["reported_on"]),
                pathway_id=pathway_id,
                report=_so_far(given),
            )


def _so_far(given: Table) -> QuarterReport:
    women, no_men = Decimal(given["women"]), Nothing.NOT_APPLICABLE
    return QuarterReport(
        quarter=Quarter(given["number"]),
        indicators=(
            IndicatorReported(1, women, no_men, NONE, given["source"]),
            IndicatorReported(2, NONE, NONE, NONE, note="dihitung BPS setahun sekali (contoh)"),
        ),
        actions=tuple(
            ActionReported(key, ActionState(state))
            for key, state in enumerate(given["states"], start=1)
        ),
        obstacles=given["obstacles"],
        remedy=given["remedy"],
    )


def _raised(cast: Cast, data: Table) -> int:
    by, at = cast.secretary, cast.now
    period = Period.year(data["data_year"])
    for year, which in ((data["data_year"], ""), (data["later_year"], "later_")):
        _record(cast, data, year, which)
    issue_id = raise_issue(
        by=by,
        at=at,
        element_code=data["element"],
        place_code=PLACE,
        period=period,
        **data["issue"],
    )
    owner = cast.agencies[data["pathway"]["agency"]]
    take_up_issue(by=by, at=at, issue_id=issue_id, agency_id=owner)
    return issue_id


def _record(cast: Cast, data: Table, year: int, which: str) -> None:
    by, at, document = cast.secretary, cast.now, data[f"{which}document"]
    source_id = cite_source(
        by=by, at=at, publisher=data["publisher"], document=document, is_sample=True
    )
    figures = [
        NewObservation(PLACE, Period.year(year), sex, Decimal(data[f"{which}{key}"]))
        for sex, key in ((Sex.FEMALE, "women"), (Sex.MALE, "men"))
    ]
    record_observations(
        by=by, at=at, element_code=data["element"], source_id=source_id, figures=figures
    )


def _analysed(cast: Cast, data: Table, issue_id: int) -> int:
    given = data["pathway"]
    author = cast.actors[f"focal-{given['agency']}"]
    pathway_id = open_pathway(
        by=author,
        at=cast.now,
        issue_id=issue_id,
        agency_id=cast.agencies[given["agency"]],
        year=given["year"],
        activity_code=given["activity_code"],
        activity_name=given["activity_name"],
        objective=given["objective"],
    )
    save_pathway(by=author, at=cast.now, pathway_id=pathway_id, edition=1, draft=_draft(given))
    sign_pathway(by=author, at=cast.now, pathway_id=pathway_id)
    return pathway_id


def _draft(given: Table) -> PathwayDraft:
    sides = [(CauseSide.INTERNAL, text) for text in given["internal"]]
    sides += [(CauseSide.EXTERNAL, text) for text in given["external"]]
    output, outcome = given["output"], given["outcome"]
    return PathwayDraft(
        factors=(FactorNote(Factor.PARTICIPATION, given["participation"], 1),),
        causes=tuple(Cause(key, side, text) for key, (side, text) in enumerate(sides, start=1)),
        reformulated_objective=given["reformulated_objective"],
        actions=tuple(
            Action(key, each["text"], tuple(each["answers"]))
            for key, each in enumerate(given["actions"], start=1)
        ),
        baselines=(Baseline(1, 1, Sex.FEMALE, Aspect.SHARE),),
        indicators=(
            Indicator(
                1,
                IndicatorLevel.OUTPUT,
                output["text"],
                output["unit"],
                Decimal(output["target"]),
            ),
            Indicator(
                2,
                IndicatorLevel.OUTCOME,
                outcome["text"],
                outcome["unit"],
                Decimal(outcome["target"]),
                1,
            ),
        ),
    )


def _stated(cast: Cast, pathway_id: int, agency: str) -> None:
    author = cast.actors[f"focal-{agency}"]
    found = pathway(by=author, pathway_id=pathway_id, today=cast.now.date())
    statement_id = draw_up_statement(
        by=author,
        at=cast.now,
        pathway_id=pathway_id,
        line_id=found.lines[0].line_id,
        category=AllocationCategory.EQUALITY,
    )
    submit_statement(by=author, at=cast.now, statement_id=statement_id)
    for driver in DRIVERS:
        approve_statement(by=cast.actors[driver], at=cast.now, statement_id=statement_id)


def _report(
    cast: Cast,
    data: Table,
    pathway_id: int,
    given: Table,
    *,
    edition: int = 0,
    reason: str = "",
) -> None:
    report_quarter(
        by=cast.actors[f"focal-{data['pathway']['agency']}"],
        at=_morning(given["reported_on"]),
        pathway_id=pathway_id,
        report=_told(given),
        edition=edition,
        reason=reason,
    )


def _correct(cast: Cast, data: Table, pathway_id: int, given: Table) -> None:
    put_right = data["correction"]
    _report(cast, data, pathway_id, given | put_right, edition=1, reason=put_right["reason"])


def _told(given: Table) -> QuarterReport:
    women, men = (Decimal(each) for each in given["people"])
    share: list[Value] = [Decimal(each) for each in given.get("share", ())]
    share = share or [Nothing.NOT_APPLICABLE, Nothing.NOT_APPLICABLE]
    source, note = given["source"], given["note"]
    return QuarterReport(
        quarter=Quarter(given["number"]),
        indicators=(
            IndicatorReported(1, women, men, NONE, source, note),
            IndicatorReported(2, share[0], share[1], NONE, source if "share" in given else ""),
        ),
        actions=tuple(
            ActionReported(key, ActionState(state), reason)
            for key, (state, reason) in enumerate(
                zip(given["states"], given["reasons"], strict=True), start=1
            )
        ),
        spent=Rupiah(given["spent"]),
        spent_source=given["spent_source"],
        obstacles=given["obstacles"],
        remedy=given["remedy"],
    )


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(9), get_current_timezone())
