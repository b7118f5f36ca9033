"""Verbs on the tag of a budget line: set on grounds that carry, and withdrawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from setara.domain.budget.reading.line import Amount
from setara.domain.budget.tagging.checklist import Answer, Unanswered, checklist, scored
from setara.domain.budget.tagging.conditions import InstitutionalWork, meets_conditions
from setara.domain.budget.tagging.tag import Tag, TagScope, is_sound
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.sex import Sex
from setara.domain.foundation.verdict import (
    ALLOWED,
    Refused,
    Verdict,
    first_refusal,
    refused,
    require,
)
from setara.domain.language.text import Text
from setara.store.models import (
    BudgetLineRecord,
    BudgetTagRecord,
    DeclinedLineRecord,
    IssueRecord,
    PathwayRecord,
    TagBatchRecord,
)
from setara.usecases.budget.tag_grounds import ground_of, signed_pathways
from setara.usecases.budget.tag_parts import amounts, parts_of
from setara.usecases.budget.tagging_windows import in_window
from setara.usecases.foundation.access import CHANGED_MEANWHILE, one
from setara.usecases.foundation.command import command, leave_event

LINE = Text("Baris anggaran", "The budget line")
TAG = Text("Tanda anggaran", "The budget tag")
ISSUE = Text("Isu", "The issue")
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class TagDecision:
    """A tag with what it rests on beside the GAP, which is found by agency, code and year.

    `issue_id` is the gap the money answers, the GAP's own where None; `answers` is the whole
    checklist or nothing.
    """

    tag: Tag
    issue_id: int | None = None
    target: Sex | None = None
    need: str = ""
    work: InstitutionalWork | None = None
    answers: Mapping[str, Answer] = field(default_factory=dict)


@command("budget.tag.set", says=Text("Tanda anggaran ditetapkan", "Budget tag set"))
def set_tag(
    *, by: Actor, at: datetime, line_id: int, decision: TagDecision, replacing: int | None = None
) -> int:
    """Tag a line in place of the tag `replacing`, which the actor has seen standing; its id.

    Raises Refused where the category's conditions are not met, the tag says what cannot be, or
    another tag stands by now; NotFound.
    """
    lines = BudgetLineRecord.objects.select_related("version").select_for_update(of=("self",))
    line = one(by, lines, line_id, what=LINE, through="version__government")
    may = by.may(Permission.TAG_BUDGET, agency_id=line.agency_id)
    require(first_refusal(may, in_window(line.version, at)))
    standing = BudgetTagRecord.objects.filter(line=line, withdrawn_at__isnull=True).first()
    if (standing.pk if standing else None) != replacing:
        raise Refused(CHANGED_MEANWHILE)
    (record,) = judged(by, [line], decision)
    if standing:
        withdraw([standing.pk], by.name, at, "")
    record.set_by, record.set_at = by.name, at
    lift_declines([line], by.name, at)
    record.save()
    leave_event(
        "budget.tag.set",
        by=by,
        at=at,
        subject=record,
        line=line.pk,
        category=record.category,
        grade=record.grade,
        replaced=replacing,
        reason=record.reason,
    )
    return record.pk


@command("budget.tag.withdrawn", says=Text("Tanda anggaran dicabut", "Budget tag withdrawn"))
def withdraw_tag(*, by: Actor, at: datetime, tag_id: int, because: str) -> None:
    """Withdraw a standing tag; it stays in the history. Raises Refused, NotFound."""
    tags = BudgetTagRecord.objects.select_related("line__version")
    record = one(by, tags, tag_id, what=TAG, through="line__version__government")
    may = by.may(Permission.TAG_BUDGET, agency_id=record.line.agency_id)
    require(first_refusal(may, in_window(record.line.version, at), says_why(because)))
    withdraw([record.pk], by.name, at, because)
    leave_event("budget.tag.withdrawn", by=by, at=at, subject=record, because=because.strip())


def judged(
    by: Actor, lines: Sequence[BudgetLineRecord], decision: TagDecision
) -> list[BudgetTagRecord]:
    """A record for each line, not saved and without who and when.

    Raises Refused with the lines that cannot be tagged.
    """
    parts = _parts(lines, decision.tag)
    require(first_refusal(is_sound(decision.tag, parts), _is_answered(decision)))
    given = decision.issue_id
    issue = None if given is None else one(by, IssueRecord.objects.all(), given, what=ISSUE)
    pathways = signed_pathways(lines, year=lines[0].version.year)
    records, against = [], []
    for line in lines:
        record = _record(line, decision, issue, pathways.get((line.agency_id, line.code)))
        verdict = meets_conditions(decision.tag, ground_of(record))
        if not verdict.allowed and verdict.reason:
            against.append((line.code, verdict.reason))
        records.append(record)
    if against:
        raise Refused(_unmet(against, len(lines)))
    return records


def _parts(lines: Sequence[BudgetLineRecord], tag: Tag) -> Mapping[str, Amount]:
    """The lines below the one that is tagged; several are never tagged by lines chosen of one."""
    if tag.scope is not TagScope.LINES:
        return {}
    if len(lines) != 1:
        raise Refused(_ONE_BY_ONE)
    return amounts(parts_of(lines[0].version, lines).get(lines[0].pk, ()))


def _record(
    line: BudgetLineRecord,
    decision: TagDecision,
    issue: IssueRecord | None,
    pathway: PathwayRecord | None,
) -> BudgetTagRecord:
    tag = decision.tag
    return BudgetTagRecord(
        line=line,
        category=tag.category,
        scope=tag.scope,
        parts=sorted(tag.lines),
        weight=tag.weight,
        grade=int(tag.grade),
        reason=tag.reason.strip(),
        issue=issue or (pathway.issue if pathway else None),
        pathway=pathway,
        target=decision.target or "",
        need=decision.need.strip(),
        work=decision.work or "",
        answers={key: answer.value for key, answer in decision.answers.items()},
    )


def _unmet(against: Sequence[tuple[str, Text]], of: int) -> Text:
    if of == 1:
        return against[0][1]
    return _LINES_UNMET.filled(
        count=len(against), of=of, codes=named([code for code, _ in against]), why=against[0][1]
    )


def named(codes: Sequence[str]) -> str:
    """A few of the codes."""
    return ", ".join(codes[:_MOST_NAMED]) + (", …" if len(codes) > _MOST_NAMED else "")


def _is_answered(decision: TagDecision) -> Verdict:
    if not decision.answers:
        return ALLOWED
    try:
        scored(checklist(), decision.answers)
    except Unanswered as open_:
        return Verdict(allowed=False, reason=open_.reason)
    return ALLOWED


def says_why(because: str) -> Verdict:
    """Whether it is said why a tag goes."""
    if because.strip():
        return ALLOWED
    return refused("Tulis mengapa tanda dicabut.", "Say why the tag is withdrawn.")


def withdraw(
    pks: Sequence[int],
    who: str,
    moment: datetime,
    because: str,
    batch: TagBatchRecord | None = None,
) -> None:
    """Withdraw tags that stand, in a bulk or alone. Raises Refused where one stands no more."""
    standing = BudgetTagRecord.objects.filter(pk__in=pks, withdrawn_at__isnull=True)
    gone = standing.update(
        withdrawn_at=moment,
        withdrawn_by=who,
        withdrawal_reason=because.strip(),
        withdrawn_in=batch,
    )
    if gone != len(pks):
        raise Refused(CHANGED_MEANWHILE)


def lift_declines(lines: Sequence[BudgetLineRecord], who: str, moment: datetime) -> None:
    """A tag is the later word on a line that was found not gender-responsive before."""
    standing = DeclinedLineRecord.objects.filter(line__in=lines, withdrawn_at__isnull=True)
    standing.update(withdrawn_at=moment, withdrawn_by=who)


_ONE_BY_ONE = Text(
    "Rincian dipilih pada halaman satu sub kegiatan. Untuk beberapa baris sekaligus, pilih seluruh "
    "sub kegiatan atau sebagian menurut bobot.",
    "Lines are chosen on the page of one sub-activity. For several at once, choose the whole "
    "sub-activity or a weighted part.",
)
_LINES_UNMET = Text(
    "{count} dari {of} baris tidak dapat ditandai demikian ({codes}); tidak satu pun ditandai. "
    "{why}",
    "{count} of {of} lines cannot be tagged so ({codes}); none was tagged. {why}",
)
