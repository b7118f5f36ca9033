"""The gender budget statement (GBS): a signed GAP tied to money, and the steps it takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from setara.domain.budget.activity import is_within
from setara.domain.budget.allocation import Allocation
from setara.domain.budget.pathway import Pathway, PathwayState
from setara.domain.budget.states import may_own, may_step
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import ALLOWED, Verdict, first_refusal, refused
from setara.domain.language.text import Text


class StatementState(StrEnum):
    """Where a statement stands."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"

    @property
    def label(self) -> Text:
        """In both languages."""
        return STATE_LABELS[self]


STATE_LABELS = {
    StatementState.DRAFT: Text("konsep", "draft"),
    StatementState.SUBMITTED: Text("diajukan", "submitted"),
    StatementState.RETURNED: Text("dikembalikan", "returned"),
    StatementState.APPROVED: Text("disetujui", "approved"),
}


class StatementStep(StrEnum):
    """What is done to a statement; to correct it is to choose its category or line anew."""

    CORRECT = "correct"
    SUBMIT = "submit"
    RETURN = "return"
    APPROVE = "approve"

    @property
    def label(self) -> Text:
        """In both languages."""
        return STEP_LABELS[self]


STEP_LABELS = {
    StatementStep.CORRECT: Text("diperbaiki", "corrected"),
    StatementStep.SUBMIT: Text("diajukan", "submitted"),
    StatementStep.RETURN: Text("dikembalikan", "returned"),
    StatementStep.APPROVE: Text("disetujui", "approved"),
}

TRANSITIONS: Mapping[tuple[StatementState, StatementStep], StatementState] = {
    (StatementState.DRAFT, StatementStep.CORRECT): StatementState.DRAFT,
    (StatementState.DRAFT, StatementStep.SUBMIT): StatementState.SUBMITTED,
    (StatementState.RETURNED, StatementStep.CORRECT): StatementState.RETURNED,
    (StatementState.RETURNED, StatementStep.SUBMIT): StatementState.SUBMITTED,
    (StatementState.SUBMITTED, StatementStep.RETURN): StatementState.RETURNED,
    (StatementState.SUBMITTED, StatementStep.APPROVE): StatementState.APPROVED,
}

OWNERS: Mapping[StatementStep, Permission] = {
    StatementStep.CORRECT: Permission.WRITE_STATEMENT,
    StatementStep.SUBMIT: Permission.WRITE_STATEMENT,
    StatementStep.RETURN: Permission.APPROVE_STATEMENT,
    StatementStep.APPROVE: Permission.APPROVE_STATEMENT,
}


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement as the rules see it: nothing in it is typed, the money is a budget line's.

    `submitted_by` is the account that submitted it last.
    """

    pathway: Pathway
    allocation: Allocation
    line_agency_id: int
    line_code: str
    line_year: int
    state: StatementState = StatementState.DRAFT
    submitted_by: int | None = None


def may_draw_up(pathway: Pathway, by: Actor) -> Verdict:
    """Only a signed analysis can be tied to money, and only by its own agency.

    Source: a GBS is written after the gender analysis (Permendagri 67/2011, article not
    verified).
    """
    if pathway.state is PathwayState.DRAFT:
        return first_refusal(_may_write(pathway, by), _UNSIGNED)
    if pathway.state is PathwayState.SUPERSEDED:
        return first_refusal(_may_write(pathway, by), _REPLACED)
    return _may_write(pathway, by)


def may_tie(statement: Statement) -> Verdict:
    """The budget line is the analysed sub kegiatan of the same agency and year, with money.

    Where a programme or kegiatan was analysed, it is a sub kegiatan below it.
    """
    pathway = statement.pathway
    values = {
        "line": statement.line_code,
        "pathway": pathway.activity_code,
        "year": str(pathway.year),
    }
    if statement.line_agency_id != pathway.agency_id:
        return refused(
            "Baris anggaran {line} milik perangkat daerah lain.",
            "Budget line {line} belongs to another agency.",
            **values,
        )
    if not is_within(statement.line_code, pathway.activity_code):
        return refused(
            "Baris anggaran {line} bukan sub kegiatan yang dianalisis ({pathway}).",
            "Budget line {line} is not the sub-activity that was analysed ({pathway}).",
            **values,
        )
    if statement.line_year != pathway.year:
        return refused(
            "Baris anggaran {line} bukan dari tahun anggaran {year}.",
            "Budget line {line} is not of the budget year {year}.",
            **values,
        )
    if statement.allocation.amount.amount <= 0:
        return refused(
            "Pagu sub kegiatan {line} nol: tidak ada anggaran yang dapat dinyatakan.",
            "Sub-activity {line} has no budget: there is nothing to state.",
            **values,
        )
    return ALLOWED


def may_take(step: StatementStep, statement: Statement, by: Actor) -> Verdict:
    """Whether the step is the actor's and leads on from where the statement stands."""
    refusal = _WRONG_STATE.filled(step=step.label, state=statement.state.label)
    return first_refusal(
        may_own(OWNERS[step], by, statement.pathway.agency_id),
        may_step(TRANSITIONS, statement.state, step, refusal),
    )


def may_submit(statement: Statement, by: Actor) -> Verdict:
    """Whether it may be submitted: its analysis still stands and its money is the analysed one."""
    replaced = statement.pathway.state is not PathwayState.SIGNED
    return first_refusal(
        may_take(StatementStep.SUBMIT, statement, by),
        _REPLACED if replaced else ALLOWED,
        may_tie(statement),
    )


def may_return(statement: Statement, by: Actor, comment: str) -> Verdict:
    """Whether it may be returned; without a comment nobody would know what to mend."""
    if not comment.strip():
        no_comment = refused(
            "Tulis catatan tentang apa yang harus diperbaiki.", "Write what has to be mended."
        )
        return first_refusal(may_take(StatementStep.RETURN, statement, by), no_comment)
    return may_take(StatementStep.RETURN, statement, by)


def may_approve(statement: Statement, by: Actor) -> Verdict:
    """Whether it may be approved: by a driver, not the inspectorate nor its own author.

    One whose analysis was replaced since is not: its rupiah belong to the revision.
    """
    verdict = may_take(StatementStep.APPROVE, statement, by)
    if verdict and statement.pathway.state is not PathwayState.SIGNED:
        return _REPLACED
    if verdict and statement.submitted_by is not None and statement.submitted_by == by.account_id:
        return refused(
            "Anda sendiri yang mengajukan GBS ini; persetujuannya diberikan orang lain.",
            "You submitted this GBS yourself; somebody else approves it.",
        )
    return verdict


def _may_write(pathway: Pathway, by: Actor) -> Verdict:
    return may_own(Permission.WRITE_STATEMENT, by, pathway.agency_id)


_UNSIGNED = refused(
    "GAP belum ditandatangani. Tandatangani dahulu, baru GBS dapat disusun.",
    "The GAP is not signed. Sign it first, then a GBS can be drawn up.",
)
_REPLACED = refused(
    "GAP ini sudah diganti. Susunlah GBS dari revisinya.",
    "This GAP has been replaced. Draw up the GBS from its revision.",
)
_WRONG_STATE = Text(
    "GBS ini berstatus {state}, sehingga tidak dapat {step}.",
    "This GBS is {state}, so it cannot be {step}.",
)
