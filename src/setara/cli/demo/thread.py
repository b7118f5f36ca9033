"""Runs the thread once: real files taken in, an issue, a GAP, a GBS, a meeting, a follow-up."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from importlib.resources import files
from pathlib import Path
from typing import Any, Protocol

from setara.cli.demo.terms import write_terms
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
from setara.domain.budget.phase import BudgetPhase
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.period import Period
from setara.domain.foundation.sex import Sex
from setara.formats.xlsx import xlsx
from setara.usecases.budget.intake import import_budget
from setara.usecases.budget.pathway_queries import pathway
from setara.usecases.budget.pathways import open_pathway, save_pathway, sign_pathway
from setara.usecases.budget.reviewing import (
    approve_statement,
    assure_statement,
    lock_statement,
)
from setara.usecases.budget.statements import draw_up_statement, submit_statement
from setara.usecases.coordination.follow_ups import assign_follow_up
from setara.usecases.coordination.meetings import (
    decide,
    hold_meeting,
    plan_meeting,
    record_attendance,
)
from setara.usecases.statistics.intake import import_table
from setara.usecases.statistics.issues import raise_issue, take_up_issue

Table = dict[str, Any]
PLACE = "64.01"
BEFORE = timedelta(days=14)
UNTIL_DUE = timedelta(days=45)


class Cast(Protocol):
    """What the thread needs of those who run it."""

    folder: Path
    now: datetime
    agencies: dict[str, int]
    actors: dict[str, Actor]

    @property
    def secretary(self) -> Actor:
        """Who runs the year."""
        ...


def run_thread(cast: Cast, data: Table, terms: Mapping[str, Any] | None = None) -> None:
    """From the files to the follow-up; the meeting is left open, as meetings are."""
    _take_files_in(cast, data)
    issue_id = _raise(cast, data["issue"])
    _analyse(cast, data["pathway"], issue_id, terms)
    _meet(cast, data, issue_id)


def _take_files_in(cast: Cast, data: Table) -> None:
    """Write the two files a user would have, and take them in the way a user would."""
    given = data["table"]
    head = ["No.", "Kecamatan", "Laki-laki / Male", "Perempuan / Female", "Jumlah / Total"]
    rows: list[list[object]] = [list(head)]
    for number, (place, (men, women)) in enumerate(given["rows"].items(), start=1):
        rows.append([number, place, men, women, men + women])
    men, women = (sum(row[i] for row in given["rows"].values()) for i in (0, 1))
    rows.append(["", "Jumlah", men, women, men + women])
    sheet = xlsx("Tabel 1", [given["title"], given["subtitle"]], rows)
    book = (files("setara.cli.demo") / "data" / "budget.csv").read_bytes()
    folder = cast.folder / "files"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "peserta-pelatihan-2025.xlsx").write_bytes(sheet)
    (folder / "rka-2026.csv").write_bytes(book)
    import_table(
        by=cast.secretary,
        at=cast.now,
        element_code=given["element"],
        year=given["year"],
        publisher=given["publisher"],
        document=given["document"],
        name="peserta-pelatihan-2025.xlsx",
        content=sheet,
        is_sample=True,
    )
    import_budget(
        by=cast.actors["driver_finance"],
        at=cast.now,
        year=data["pathway"]["year"],
        phase=BudgetPhase.RKA,
        name="rka-2026.csv",
        content=book,
        is_sample=True,
    )


def _raise(cast: Cast, given: Table) -> int:
    issue_id = raise_issue(
        by=cast.secretary,
        at=cast.now,
        element_code=given["element"],
        place_code=PLACE,
        period=Period.year(given["year"]),
        title=given["title"],
        why_it_matters=given["why_it_matters"],
        target=given["target"],
    )
    take_up_issue(
        by=cast.secretary,
        at=cast.now,
        issue_id=issue_id,
        agency_id=cast.agencies[given["owner"]],
    )
    return issue_id


def _analyse(cast: Cast, given: Table, issue_id: int, terms: Mapping[str, Any] | None) -> None:
    """The focal point writes and signs the GAP and submits the GBS; a driver approves it."""
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
    save_pathway(
        by=author, at=cast.now, pathway_id=pathway_id, edition=1, draft=nine_columns(given)
    )
    sign_pathway(by=author, at=cast.now, pathway_id=pathway_id)
    found = pathway(by=author, pathway_id=pathway_id, today=cast.now.date())
    statement_id = draw_up_statement(
        by=author,
        at=cast.now,
        pathway_id=pathway_id,
        line_id=found.lines[0].line_id,
        category=AllocationCategory.EQUALITY,
    )
    if terms is not None:
        write_terms(cast, terms, statement_id)
    submit_statement(by=author, at=cast.now, statement_id=statement_id)
    for driver in ("driver_substance", "driver_planning", "driver_finance"):
        approve_statement(by=cast.actors[driver], at=cast.now, statement_id=statement_id)
    assure_statement(
        by=cast.actors["driver_assurance"],
        at=cast.now,
        statement_id=statement_id,
        note=given["assurance"],
    )
    lock_statement(by=cast.secretary, at=cast.now, statement_id=statement_id)


def nine_columns(given: Table) -> PathwayDraft:
    """The columns of a GAP as the demo's files write them; column 2 is the issue's datum."""
    notes = {
        Factor.ACCESS: given["access"],
        Factor.PARTICIPATION: given["participation"],
        Factor.BENEFIT: given["benefit"],
    }
    sides = [(CauseSide.INTERNAL, text) for text in given["internal"]]
    sides += [(CauseSide.EXTERNAL, text) for text in given["external"]]
    output, outcome = given["output"], given["outcome"]
    return PathwayDraft(
        # The figure shows the benefit; the two others are words so far.
        factors=tuple(
            FactorNote(factor, text, 1 if factor is Factor.BENEFIT else None)
            for factor, text in notes.items()
        ),
        causes=tuple(Cause(key, side, text) for key, (side, text) in enumerate(sides, start=1)),
        reformulated_objective=given["reformulated_objective"],
        actions=tuple(
            Action(key, each["text"], tuple(each["answers"]))
            for key, each in enumerate(given["actions"], start=1)
        ),
        baselines=(Baseline(1, 1, Sex.FEMALE, Aspect.VALUE),),
        indicators=(
            Indicator(1, IndicatorLevel.OUTPUT, output["text"], output["unit"], output["target"]),
            Indicator(
                2, IndicatorLevel.OUTCOME, outcome["text"], outcome["unit"], outcome["target"], 1
            ),
        ),
    )


def _meet(cast: Cast, data: Table, issue_id: int) -> None:
    given, by, at = data["meeting"], cast.secretary, cast.now
    meeting_id = _gather(cast, given)
    hold_meeting(
        by=by,
        at=at,
        meeting_id=meeting_id,
        opened_by=given["opened_by"],
        on_behalf_of=given["on_behalf_of"],
    )
    decision_id = decide(
        by=by, at=at, meeting_id=meeting_id, text=given["decision"], issue_id=issue_id
    )
    work = data["follow_up"]
    assign_follow_up(
        by=by,
        at=at,
        decision_id=decision_id,
        task=work["task"],
        lead_id=cast.agencies[work["lead"]],
        due_on=(at + UNTIL_DUE).date(),
        parts={cast.agencies[code]: part for code, part in work["parts"].items()},
        indicator=work["indicator"],
    )


def _gather(cast: Cast, given: Table) -> int:
    """Plan the meeting and put everybody who came on its list."""
    by, at = cast.secretary, cast.now
    starts_at = (at - BEFORE).replace(hour=2, minute=0, second=0, microsecond=0)
    meeting_id = plan_meeting(
        by=by,
        at=at,
        title=given["title"],
        theme=given["theme"],
        venue=given["venue"],
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=4),
        agenda=given["agenda"],
    )
    for each in given["attendance"]:
        record_attendance(
            by=by,
            at=at,
            meeting_id=meeting_id,
            name=each["name"],
            sex=Sex(each["sex"]),
            agency_id=cast.agencies.get(each.get("agency", "")),
            on_behalf_of=each.get("on_behalf_of", ""),
        )
    return meeting_id
