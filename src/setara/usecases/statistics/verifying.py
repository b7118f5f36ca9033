"""Verifying a producer's answer: its figures become observations with their source."""

from __future__ import annotations

from datetime import datetime
from itertools import groupby

from django.utils.timezone import localdate

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.period import Period
from setara.domain.foundation.verdict import Refused, require
from setara.domain.language.text import Text
from setara.domain.statistics.asked import AskedCell
from setara.domain.statistics.submission import SubmissionState, may_verify
from setara.store.models import GovernmentRecord, SubmissionRecord
from setara.usecases.foundation.access import CHANGED_MEANWHILE
from setara.usecases.foundation.command import command, leave_event
from setara.usecases.statistics.asked import asked_cells
from setara.usecases.statistics.commands import NewObservation, cite_source
from setara.usecases.statistics.figures import keep_figures
from setara.usecases.statistics.submissions import (
    move_submission,
    run_submission,
    unsettled_of,
)


@command("statistics.submission.verified", says=Text("Isian data diverifikasi", "Data verified"))
def verify_submission(
    *, by: Actor, at: datetime, submission_id: int, expected_version: int | None = None
) -> None:
    """Accept the answer: its figures now hold, with the agency and the call as their source.

    A figure that held before is kept as a version. Cells left empty bring nothing along.
    Raises Refused with unsettled comments, or where the answer is not the version that was
    read (`expected_version`); NotFound.
    """
    submission = run_submission(by, submission_id)
    if expected_version not in {None, submission.version}:
        raise Refused(CHANGED_MEANWHILE)
    require(may_verify(SubmissionState(submission.state), unsettled_of(submission)))
    source_id = _cite(by, at, submission)
    filled = [cell for cell in asked_cells(submission) if cell.value is not None]
    for code, cells in groupby(filled, key=lambda cell: cell.element_code):
        keep_figures(
            by=by,
            at=at,
            element_code=code,
            source_id=source_id,
            figures=[_observed(submission, cell) for cell in cells],
            reason=submission.call.title,
        )
    move_submission(submission, SubmissionState.VERIFIED, verified_at=at, verified_by=by.name)
    leave_event(
        "statistics.submission.verified", by=by, at=at, subject=submission, figures=len(filled)
    )


def _cite(by: Actor, at: datetime, submission: SubmissionRecord) -> int:
    """The agency as publisher, the call as document, the file as its place in it."""
    government = GovernmentRecord.objects.get(pk=submission.call.government_id)
    return cite_source(
        by=by,
        at=at,
        publisher=submission.agency.as_rule_sees_it().name_on(localdate(at)).name,
        document=submission.call.title,
        locator=submission.file.name if submission.file else "",
        is_sample=government.is_practice,
        file_id=submission.file_id,
    )


def _observed(submission: SubmissionRecord, cell: AskedCell) -> NewObservation:
    call = submission.call
    if cell.value is None:
        message = f"an empty cell brings nothing along: {cell.key}"
        raise ValueError(message)
    return NewObservation(
        place_code=cell.place_code,
        period=Period(call.valid_from, call.valid_to),
        sex=cell.sex,
        value=cell.value,
        cell=cell.cell,
        breakdown=cell.breakdown,
    )
