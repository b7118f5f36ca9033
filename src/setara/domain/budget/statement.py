"""The gender budget statement (GBS): a signed GAP tied to money, and the steps it takes."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from setara.domain.budget.activity import is_within
from setara.domain.budget.allocation import Allocation
from setara.domain.budget.pathway import Pathway, PathwayState
from setara.domain.budget.states import may_own, may_step
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.seat import Capacity, SeatKind
from setara.domain.foundation.verdict import ALLOWED, Verdict, first_refusal, refused
from setara.domain.language.text import Text


class StatementState(StrEnum):
    """Where a statement stands; between SUBMITTED and APPROVED the drivers have it in turn.

    Source: pug.md 6.2 (own inference, no regulation names the states): draf, diajukan,
    dikembalikan, disetujui_driver_x, lengkap, dikunci.
    """

    DRAFT = "draft"
    SUBMITTED = "submitted"
    SUBSTANCE_AGREED = "substance_agreed"
    PLAN_AGREED = "plan_agreed"
    RETURNED = "returned"
    APPROVED = "approved"
    COMPLETE = "complete"
    LOCKED = "locked"

    @property
    def label(self) -> Text:
        """In both languages."""
        return STATE_LABELS[self]

    @property
    def is_approved(self) -> bool:
        """Whether all three drivers that decide have said yes."""
        return self in APPROVED_STATES

    @property
    def waits_for(self) -> SeatKind | None:
        """The driver whose turn it is; None where it is nobody's."""
        return TURNS.get(self)


STATE_LABELS = {
    StatementState.DRAFT: Text("konsep", "draft"),
    StatementState.SUBMITTED: Text("diajukan", "submitted"),
    StatementState.SUBSTANCE_AGREED: Text(
        "disetujui driver pemberdayaan perempuan", "agreed by the women's agency driver"
    ),
    StatementState.PLAN_AGREED: Text(
        "disetujui driver perencanaan", "agreed by the planning driver"
    ),
    StatementState.RETURNED: Text("dikembalikan", "returned"),
    StatementState.APPROVED: Text("disetujui ketiga driver", "approved by all three drivers"),
    StatementState.COMPLETE: Text("lengkap", "complete"),
    StatementState.LOCKED: Text("dikunci", "locked"),
}
APPROVED_STATES = frozenset(
    {StatementState.APPROVED, StatementState.COMPLETE, StatementState.LOCKED}
)

# Source: pug.md 6.2 (own inference): substance, then plan, then budget, then assurance.
TURNS: Mapping[StatementState, SeatKind] = {
    StatementState.SUBMITTED: SeatKind.DRIVER_SUBSTANCE,
    StatementState.SUBSTANCE_AGREED: SeatKind.DRIVER_PLANNING,
    StatementState.PLAN_AGREED: SeatKind.DRIVER_FINANCE,
    StatementState.APPROVED: SeatKind.DRIVER_ASSURANCE,
}
DECIDING = (SeatKind.DRIVER_SUBSTANCE, SeatKind.DRIVER_PLANNING, SeatKind.DRIVER_FINANCE)
"""The drivers that say yes or no, in the order in which they do."""


class StatementStep(StrEnum):
    """What is done to a statement; to correct it is to choose its category or line anew."""

    CORRECT = "correct"
    SUBMIT = "submit"
    RETURN = "return"
    APPROVE = "approve"
    ASSURE = "assure"
    LOCK = "lock"

    @property
    def label(self) -> Text:
        """In both languages."""
        return STEP_LABELS[self]


STEP_LABELS = {
    StatementStep.CORRECT: Text("diperbaiki", "corrected"),
    StatementStep.SUBMIT: Text("diajukan", "submitted"),
    StatementStep.RETURN: Text("dikembalikan", "returned"),
    StatementStep.APPROVE: Text("disetujui", "approved"),
    StatementStep.ASSURE: Text("diberi keyakinan", "given assurance"),
    StatementStep.LOCK: Text("dikunci", "locked"),
}

# Where a yes of an earlier round stands, `reached` leads on from the state a step ends in.
TRANSITIONS: Mapping[tuple[StatementState, StatementStep], StatementState] = {
    (StatementState.DRAFT, StatementStep.CORRECT): StatementState.DRAFT,
    (StatementState.DRAFT, StatementStep.SUBMIT): StatementState.SUBMITTED,
    (StatementState.RETURNED, StatementStep.CORRECT): StatementState.RETURNED,
    (StatementState.RETURNED, StatementStep.SUBMIT): StatementState.SUBMITTED,
    (StatementState.SUBMITTED, StatementStep.RETURN): StatementState.RETURNED,
    (StatementState.SUBMITTED, StatementStep.APPROVE): StatementState.SUBSTANCE_AGREED,
    (StatementState.SUBSTANCE_AGREED, StatementStep.RETURN): StatementState.RETURNED,
    (StatementState.SUBSTANCE_AGREED, StatementStep.APPROVE): StatementState.PLAN_AGREED,
    (StatementState.PLAN_AGREED, StatementStep.RETURN): StatementState.RETURNED,
    (StatementState.PLAN_AGREED, StatementStep.APPROVE): StatementState.APPROVED,
    (StatementState.APPROVED, StatementStep.ASSURE): StatementState.COMPLETE,
    (StatementState.APPROVED, StatementStep.LOCK): StatementState.LOCKED,
    (StatementState.COMPLETE, StatementStep.LOCK): StatementState.LOCKED,
}

OWNERS: Mapping[StatementStep, Permission] = {
    StatementStep.CORRECT: Permission.WRITE_STATEMENT,
    StatementStep.SUBMIT: Permission.WRITE_STATEMENT,
    StatementStep.RETURN: Permission.APPROVE_STATEMENT,
    StatementStep.APPROVE: Permission.APPROVE_STATEMENT,
    StatementStep.ASSURE: Permission.ASSURE_STATEMENT,
    StatementStep.LOCK: Permission.LOCK_STATEMENT,
}


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement as the rules see it: nothing in it is typed, the money is a budget line's.

    `submitted_by` is the account that submitted it last, `writers` are those that wrote its
    analysis or chose its money.
    """

    pathway: Pathway
    allocation: Allocation
    line_agency_id: int
    line_code: str
    line_year: int
    state: StatementState = StatementState.DRAFT
    submitted_by: int | None = None
    writers: frozenset[int] = frozenset()

    def is_written_by(self, by: Actor) -> bool:
        """Whether the actor had a hand in what is to be reviewed."""
        return by.account_id is not None and by.account_id in {self.submitted_by, *self.writers}


def reached(state: StatementState, standing: Collection[SeatKind]) -> StatementState:
    """Where a statement comes to from `state`, past the drivers whose earlier yes still stands.

    The inspectorate's assurance is never passed over.
    """
    while (turn := TURNS.get(state)) in standing and turn in DECIDING:
        state = TRANSITIONS[state, StatementStep.APPROVE]
    return state


def may_draw_up(pathway: Pathway, by: Actor) -> Verdict:
    """Only a signed analysis can be tied to money, and only by its own agency.

    Source: a GBS is written after the gender analysis (Permendagri 67/2011, article not
    verified).
    """
    if pathway.state in {PathwayState.DRAFT, PathwayState.DROPPED}:
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


def may_return(statement: Statement, by: Actor, comments: Collection[object]) -> Verdict:
    """Whether it may be returned; without a comment nobody would know what to mend."""
    verdict = may_review(StatementStep.RETURN, statement, by)
    if verdict and not comments:
        return refused(
            "Tulis paling sedikit satu catatan: kolom mana, dan apa yang harus diperbaiki.",
            "Write one comment at least: which column, and what has to be mended.",
        )
    return verdict


def may_approve(statement: Statement, by: Actor) -> Verdict:
    """Whether the driver whose turn it is may say yes.

    One whose analysis was replaced since is not approved: its rupiah belong to the revision.
    """
    verdict = may_review(StatementStep.APPROVE, statement, by)
    if verdict and statement.pathway.state is not PathwayState.SIGNED:
        return _REPLACED
    return verdict


def may_assure(statement: Statement, by: Actor, note: str) -> Verdict:
    """Whether the inspectorate may give its assurance; its note is the review's result (CHR).

    It is given to what all three drivers approved, and takes nothing back.
    """
    verdict = may_review(StatementStep.ASSURE, statement, by)
    if verdict and not note.strip():
        return refused(
            "Tulis catatan hasil reviu (CHR), juga bila tidak ada yang perlu diperbaiki.",
            "Write the note of the review (CHR), also where there is nothing to mend.",
        )
    return verdict


def may_lock(statement: Statement, by: Actor, assurance_is_late: bool) -> Verdict:
    """Whether it may be locked: once complete, or where the inspectorate let its days pass.

    The inspectorate gives assurance and cannot stop a statement, not by silence either.
    """
    verdict = may_take(StatementStep.LOCK, statement, by)
    if verdict and statement.state is StatementState.APPROVED and not assurance_is_late:
        return refused(
            "Inspektorat masih dalam hari kerjanya; kunci setelah keyakinannya diberikan atau "
            "hari kerjanya lewat.",
            "The inspectorate is still within its days; lock once its assurance is given or its "
            "days have passed.",
        )
    return verdict


def may_review(step: StatementStep, statement: Statement, by: Actor) -> Verdict:
    """Whether the actor may review it now: in the turn of an own seat, and nothing self-written."""
    verdict = may_take(step, statement, by)
    if not verdict:
        return verdict
    turn = statement.state.waits_for
    if turn is not None and not _sits_in(by, turn):
        return refused(
            "Sekarang giliran {driver}; giliran Anda belum tiba atau sudah lewat.",
            "It is the turn of the {driver}; yours has not come yet, or is over.",
            driver=turn.label,
        )
    # Who learns alone goes the whole way in seats played one after another.
    if statement.is_written_by(by) and not by.is_practising:
        return refused(
            "Anda ikut menulis atau mengajukan GBS ini; reviunya dilakukan orang lain.",
            "You wrote or submitted this GBS yourself; somebody else reviews it.",
        )
    return ALLOWED


def _sits_in(by: Actor, kind: SeatKind) -> bool:
    return any(
        seat.kind is kind and seat.capacity is not Capacity.REPRESENTING for seat in by.seats
    )


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
