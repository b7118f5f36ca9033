"""Verbs on tags of budget lines: set, set for many at once, withdrawn, and undone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from setara.domain.budget.tagging.checklist import Answer, Unanswered, checklist, scored
from setara.domain.budget.tagging.conditions import InstitutionalWork, meets_conditions
from setara.domain.budget.tagging.tag import Tag, is_sound
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
    BudgetVersionRecord,
    DeclinedLineRecord,
    IssueRecord,
    PathwayRecord,
    TagBatchRecord,
)
from setara.usecases.budget.queries import VERSION
from setara.usecases.budget.tag_grounds import ground_of, signed_pathways
from setara.usecases.foundation.access import CHANGED_MEANWHILE, NotFound, account_of, one
from setara.usecases.foundation.command import command, leave_event

LINE = Text("Baris anggaran", "The budget line")
TAG = Text("Tanda anggaran", "The budget tag")
BATCH = Text("Penandaan bersama", "The bulk tagging")
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
    require(by.may(Permission.TAG_BUDGET, agency_id=line.agency_id))
    standing = BudgetTagRecord.objects.filter(line=line, withdrawn_at__isnull=True).first()
    if (standing.pk if standing else None) != replacing:
        raise Refused(CHANGED_MEANWHILE)
    (record,) = _judged(by, at, [line], decision)
    if standing:
        _withdraw(by, at, [standing.pk])
    _lift_declines(by, at, [line])
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


@command("budget.tags.set", says=Text("Beberapa baris anggaran ditandai", "Budget lines tagged"))
def tag_many(
    *, by: Actor, at: datetime, version_id: int, line_ids: frozenset[int], decision: TagDecision
) -> int:
    """Tag several untagged lines of a book by one decision, all or none; the id to undo it by.

    Raises Refused naming the lines that cannot be tagged so; NotFound. Cost: some fifteen queries,
    however many lines.
    """
    version = one(by, BudgetVersionRecord.objects.all(), version_id, what=VERSION)
    lines = list(
        BudgetLineRecord.objects.filter(version=version, pk__in=line_ids)
        .select_related("version")
        .select_for_update(of=("self",))
        .order_by("row")
    )
    if len(lines) != len(line_ids):
        raise NotFound(LINE)
    require(first_refusal(*(by.may(Permission.TAG_BUDGET, agency_id=i) for i in _agencies(lines))))
    require(first_refusal(_is_chosen(lines), _are_untagged(lines)))
    records = _judged(by, at, lines, decision)
    batch = TagBatchRecord.objects.create(
        version=version, account_id=account_of(by), set_by=by.name, set_at=at
    )
    for record in records:
        record.batch = batch
    _lift_declines(by, at, lines)
    BudgetTagRecord.objects.bulk_create(records)
    leave_event(
        "budget.tags.set",
        by=by,
        at=at,
        subject=batch,
        lines=[line.pk for line in lines],
        category=decision.tag.category.value,
        grade=int(decision.tag.grade),
        reason=decision.tag.reason.strip(),
    )
    return batch.pk


@command("budget.tag.withdrawn", says=Text("Tanda anggaran dicabut", "Budget tag withdrawn"))
def withdraw_tag(*, by: Actor, at: datetime, tag_id: int, because: str) -> None:
    """Withdraw a standing tag; it stays in the history. Raises Refused, NotFound."""
    tags = BudgetTagRecord.objects.select_related("line")
    record = one(by, tags, tag_id, what=TAG, through="line__version__government")
    require(by.may(Permission.TAG_BUDGET, agency_id=record.line.agency_id))
    require(_says_why(because))
    _withdraw(by, at, [record.pk])
    leave_event("budget.tag.withdrawn", by=by, at=at, subject=record, because=because.strip())


@command("budget.tags.undone", says=Text("Penandaan bersama dibatalkan", "Bulk tagging undone"))
def undo_tags(*, by: Actor, at: datetime, batch_id: int) -> None:
    """Withdraw the tags of a bulk that still stand. Raises Refused for another's, NotFound."""
    batch = one(
        by, TagBatchRecord.objects.all(), batch_id, what=BATCH, through="version__government"
    )
    require(first_refusal(by.may(Permission.TAG_BUDGET), _is_own(by, batch)))
    if TagBatchRecord.objects.filter(pk=batch.pk, undone_at__isnull=True).update(undone_at=at) != 1:
        raise Refused(_UNDONE)
    standing = BudgetTagRecord.objects.filter(batch=batch, withdrawn_at__isnull=True)
    agencies = set(standing.values_list("line__agency_id", flat=True))
    require(first_refusal(*(by.may(Permission.TAG_BUDGET, agency_id=each) for each in agencies)))
    withdrawn = standing.update(withdrawn_at=at, withdrawn_by=by.name)
    leave_event("budget.tags.undone", by=by, at=at, subject=batch, lines=withdrawn)


def _judged(
    by: Actor, at: datetime, lines: Sequence[BudgetLineRecord], decision: TagDecision
) -> list[BudgetTagRecord]:
    """A record for each line, not saved. Raises Refused with the lines that cannot be tagged."""
    # Books are kept by sub kegiatan, so there are no lines within one to choose from.
    require(first_refusal(is_sound(decision.tag, {}), _is_answered(decision)))
    given = decision.issue_id
    issue = None if given is None else one(by, IssueRecord.objects.all(), given, what=ISSUE)
    pathways = signed_pathways(lines, year=lines[0].version.year)
    records, against = [], []
    for line in lines:
        record = _record(line, decision, issue, pathways.get((line.agency_id, line.code)))
        record.set_by, record.set_at = by.name, at
        verdict = meets_conditions(decision.tag, ground_of(record))
        if not verdict.allowed and verdict.reason:
            against.append((line.code, verdict.reason))
        records.append(record)
    if against:
        raise Refused(_unmet(against, len(lines)))
    return records


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
        count=len(against), of=of, codes=_named([code for code, _ in against]), why=against[0][1]
    )


def _named(codes: Sequence[str]) -> str:
    return ", ".join(codes[:_MOST_NAMED]) + (", …" if len(codes) > _MOST_NAMED else "")


def _agencies(lines: Sequence[BudgetLineRecord]) -> set[int | None]:
    return {line.agency_id for line in lines} or {None}


def _is_chosen(lines: Sequence[BudgetLineRecord]) -> Verdict:
    if lines:
        return ALLOWED
    return refused("Pilih paling sedikit satu baris anggaran.", "Choose at least one budget line.")


def _are_untagged(lines: Sequence[BudgetLineRecord]) -> Verdict:
    tagged = BudgetTagRecord.objects.filter(line__in=lines, withdrawn_at__isnull=True)
    codes = list(tagged.order_by("line__row").values_list("line__code", flat=True))
    if not codes:
        return ALLOWED
    return refused(
        "Sudah bertanda: {codes}. Ubah tandanya satu per satu, atau lepas dari pilihan.",
        "Tagged already: {codes}. Change those one by one, or leave them out.",
        codes=_named(codes),
    )


def _is_answered(decision: TagDecision) -> Verdict:
    if not decision.answers:
        return ALLOWED
    try:
        scored(checklist(), decision.answers)
    except Unanswered as open_:
        return Verdict(allowed=False, reason=open_.reason)
    return ALLOWED


def _says_why(because: str) -> Verdict:
    if because.strip():
        return ALLOWED
    return refused("Tulis mengapa tanda dicabut.", "Say why the tag is withdrawn.")


def _is_own(by: Actor, batch: TagBatchRecord) -> Verdict:
    if batch.account_id == by.account_id:
        return ALLOWED
    return refused(
        "Hanya yang menandai yang dapat membatalkannya sekaligus. Cabut tandanya satu per satu.",
        "Only who tagged can undo it at once. Withdraw the tags one by one.",
    )


def _withdraw(by: Actor, at: datetime, pks: Sequence[int]) -> None:
    standing = BudgetTagRecord.objects.filter(pk__in=pks, withdrawn_at__isnull=True)
    if standing.update(withdrawn_at=at, withdrawn_by=by.name) != len(pks):
        raise Refused(CHANGED_MEANWHILE)


def _lift_declines(by: Actor, at: datetime, lines: Sequence[BudgetLineRecord]) -> None:
    """A tag is the later word on a line that was found not gender-responsive before."""
    standing = DeclinedLineRecord.objects.filter(line__in=lines, withdrawn_at__isnull=True)
    standing.update(withdrawn_at=at, withdrawn_by=by.name)


_UNDONE = Text("Penandaan ini sudah dibatalkan.", "This tagging was undone already.")
_LINES_UNMET = Text(
    "{count} dari {of} baris tidak dapat ditandai demikian ({codes}); tidak satu pun ditandai. "
    "{why}",
    "{count} of {of} lines cannot be tagged so ({codes}); none was tagged. {why}",
)
