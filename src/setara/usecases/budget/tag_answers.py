"""The tagging of a budget book as its pages are answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from setara.domain.budget.allocation import AllocationCategory
from setara.domain.budget.phase import Stage
from setara.domain.budget.reading.line import Amount
from setara.domain.budget.screening.rules import Screened
from setara.domain.budget.tagging.carried import Confirmation
from setara.domain.budget.tagging.checklist import Grade
from setara.domain.budget.tagging.conditions import Ground
from setara.domain.budget.tagging.overtagging import TagFinding
from setara.domain.budget.tagging.parts import PartLine
from setara.domain.budget.tagging.tag import Tag, TaggedMoney, tagged_money
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.verdict import Verdict
from setara.domain.language.text import Text
from setara.store.models import BudgetTagRecord, BudgetVersionRecord
from setara.usecases.budget.stored_versions import is_sample
from setara.usecases.budget.tag_grounds import evidence_of, ground_of, tag_of
from setara.usecases.budget.tagging_windows import WindowState


class TagOrder(StrEnum):
    """The order in which lines are asked for."""

    FILE = "file"
    CODE = "code"
    NAME = "name"
    AMOUNT = "amount"
    AGENCY = "agency"

    @property
    def label(self) -> Text:
        """In both languages."""
        return ORDER_LABELS[self]


ORDER_LABELS = {
    TagOrder.FILE: Text("urutan berkas", "as in the file"),
    TagOrder.CODE: Text("kode", "code"),
    TagOrder.NAME: Text("nama", "name"),
    TagOrder.AMOUNT: Text("pagu terbesar", "largest budget"),
    TagOrder.AGENCY: Text("perangkat daerah", "agency"),
}


@dataclass(frozen=True, slots=True)
class TagFilter:
    """Which lines are asked for; `tagged` is None for all of them, pages count from 1.

    `words` must all be in the name, or be part of the code; a `category` asks for tagged lines.
    """

    agency_id: int | None = None
    tagged: bool | None = None
    category: AllocationCategory | None = None
    only_worth_a_look: bool = False
    only_doubtful: bool = False
    words: str = ""
    order: TagOrder = TagOrder.FILE
    page: int = 1


@dataclass(frozen=True, slots=True)
class TagAnswer:
    """A tag with its money and what it rests on."""

    tag_id: int
    tag: Tag
    ground: Ground
    money: TaggedMoney
    evidence: Grade | None
    issue_id: int | None
    pathway_id: int | None
    set_by: str
    set_at: datetime
    withdrawn_by: str
    withdrawn_at: datetime | None
    withdrawal_reason: str
    answers: Mapping[str, str]
    confirmation: Confirmation | None = None


@dataclass(frozen=True, slots=True)
class TagLine:
    """A budget line with the reasons for a look, the tag that stands, and what is doubtful.

    `declined_because` is why it was found not gender-responsive, empty where it was not.
    """

    line_id: int
    code: str
    name: str
    agency_name: str
    amount: Rupiah
    screened: Screened
    tag: TagAnswer | None
    findings: tuple[TagFinding, ...]
    declined_because: str
    may_tag: Verdict


@dataclass(frozen=True, slots=True)
class TaggedBook:
    """The book the lines are of."""

    version_id: int
    year: int
    stage: Stage
    is_sample: bool


@dataclass(frozen=True, slots=True)
class BatchAnswer:
    """The actor's last bulk that is not undone: tags set, or withdrawn."""

    batch_id: int
    lines: int
    is_withdrawal: bool
    set_at: datetime


@dataclass(frozen=True, slots=True)
class TaggingAnswer:
    """A page of a book's lines; `count` and `pages` are of all that were asked for."""

    book: TaggedBook
    window: WindowState
    lines: tuple[TagLine, ...]
    count: int
    page: int
    pages: int
    agencies: tuple[tuple[int, str], ...]
    issues: tuple[tuple[int, str], ...]
    tagged: int
    money: TaggedMoney
    last_batch: BatchAnswer | None
    may_tag: Verdict


@dataclass(frozen=True, slots=True)
class DeclineAnswer:
    """That somebody looked at the line and found it not gender-responsive."""

    decline_id: int
    reason: str
    set_by: str
    set_at: datetime


@dataclass(frozen=True, slots=True)
class LineTaggingAnswer:
    """One line with the signed GAP it can rest on and every tag it had, the latest first.

    `parts` are the lines within it, none where the book has no details; `decline` is the finding
    against it that stands.
    """

    book: TaggedBook
    window: WindowState
    line: TagLine
    pathway_id: int | None
    issues: tuple[tuple[int, str], ...]
    parts: tuple[PartLine, ...]
    history: tuple[TagAnswer, ...]
    decline: DeclineAnswer | None


def tag_answer(row: BudgetTagRecord, parts: Mapping[str, Amount]) -> TagAnswer:
    """A stored tag with its money; `parts` are the lines within its line."""
    tag = tag_of(row)
    return TagAnswer(
        tag_id=row.pk,
        tag=tag,
        ground=ground_of(row),
        money=tagged_money(tag, Rupiah(row.line.amount), parts),
        evidence=evidence_of(row),
        issue_id=row.issue_id,
        pathway_id=row.pathway_id,
        set_by=row.set_by,
        set_at=row.set_at,
        withdrawn_by=row.withdrawn_by,
        withdrawn_at=row.withdrawn_at,
        withdrawal_reason=row.withdrawal_reason,
        answers=row.answers,
        confirmation=Confirmation(row.confirmation) if row.confirmation else None,
    )


def book_of(version: BudgetVersionRecord) -> TaggedBook:
    """The book as its pages name it. Cost: one query."""
    return TaggedBook(version.pk, version.year, version.stage, is_sample(version))
