"""Questions about the editions of a GAP: who saved what, and what two writers did to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from setara.domain.budget.editions import Change, Place, changes, place_words, value_words
from setara.domain.budget.merging import Choice, Clash
from setara.domain.budget.pathway import Pathway, PathwayDraft
from setara.domain.budget.pathway_steps import PathwayStep, may_take
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Verdict, require
from setara.domain.language.text import Text
from setara.store.models import PathwayEditionRecord, PathwayRecord
from setara.usecases.budget.columns import as_rule_sees_it
from setara.usecases.budget.edition_keeping import EDITION, as_it_was, in_edition, merged_into
from setara.usecases.foundation.access import NotFound, one, visible

PATHWAY = Text("GAP", "The GAP")


@dataclass(frozen=True, slots=True)
class ChangeAnswer:
    """A place of the GAP, and what stood in it before and after."""

    place: Text
    before: Text
    after: Text


@dataclass(frozen=True, slots=True)
class EditionLine:
    """One saving: by whom, when, and what it changed of the edition before."""

    edition: int
    saved_by: str
    saved_at: datetime
    is_in_force: bool
    changes: tuple[ChangeAnswer, ...]


@dataclass(frozen=True, slots=True)
class EditionsAnswer:
    """The editions of a GAP, the latest first."""

    pathway_id: int
    pathway: Pathway
    edition: int
    lines: tuple[EditionLine, ...]
    may_restore: Verdict

    def line(self, edition: int) -> EditionLine:
        """One of them. Raises NotFound."""
        for line in self.lines:
            if line.edition == edition:
                return line
        raise NotFound(EDITION)


@dataclass(frozen=True, slots=True)
class ClashAnswer:
    """A place in which two wrote: what stood there, and what stands there by each."""

    clash: Clash
    place: Text
    before: Text
    mine: Text
    theirs: Text


@dataclass(frozen=True, slots=True)
class MergingAnswer:
    """What others saved since the writer opened the GAP, and where both wrote."""

    edition: int
    others: tuple[EditionLine, ...]
    clashes: tuple[ClashAnswer, ...]


def editions(*, by: Actor, pathway_id: int) -> EditionsAnswer:
    """The savings of a GAP. Raises NotFound, also for another government's. Cost: two queries."""
    require(by.may(Permission.READ_RECORDS))
    record = one(by, PathwayRecord.objects.all(), pathway_id, what=PATHWAY)
    seen = as_rule_sees_it(record)
    return EditionsAnswer(
        pathway_id=record.pk,
        pathway=seen,
        edition=record.edition,
        lines=tuple(reversed(_lines(record))),
        may_restore=may_take(PathwayStep.SAVE, seen, by),
    )


def written_in(*, by: Actor, pathway_id: int, edition: int) -> Pathway:
    """A GAP as it was written in the edition that a writer started from.

    Raises NotFound for another government's and for an edition that was not kept. Cost: two
    queries.
    """
    require(by.may(Permission.READ_RECORDS))
    record = one(by, visible(by, PathwayRecord.objects.all()), pathway_id, what=PATHWAY)
    return in_edition(record, edition)


def merging(
    *,
    by: Actor,
    pathway_id: int,
    edition: int,
    draft: PathwayDraft,
    choices: Mapping[Place, Choice],
) -> MergingAnswer:
    """What stands between a draft that began on a past edition and the edition in force.

    Raises NotFound for another government's, Refused where the past edition was not kept. Cost:
    five queries.
    """
    require(by.may(Permission.READ_RECORDS))
    record = one(by, visible(by, PathwayRecord.objects.all()), pathway_id, what=PATHWAY)
    together = merged_into(record, edition, draft, choices)
    lines = _lines(record)
    seen = (together.pathway, as_rule_sees_it(record))
    return MergingAnswer(
        edition=record.edition,
        others=tuple(line for line in lines if line.edition > edition),
        clashes=tuple(_clash(each, seen) for each in together.clashes),
    )


def _clash(clash: Clash, seen: tuple[Pathway, ...]) -> ClashAnswer:
    field = clash.place.field
    return ClashAnswer(
        clash=clash,
        place=place_words(clash.place, *seen),
        before=value_words(clash.before, field, *seen),
        mine=value_words(clash.mine, field, *seen),
        theirs=value_words(clash.theirs, field, *seen),
    )


def _lines(record: PathwayRecord) -> list[EditionLine]:
    """The savings in order, the first kept one without changes."""
    past = list(record.past_editions.order_by("edition"))
    known = [as_it_was(record, each) for each in past] + [as_rule_sees_it(record)]
    told = [(), *(_changes(before, after) for before, after in pairwise(known))]
    saved: list[PathwayEditionRecord | PathwayRecord] = [*past, record]
    return [
        EditionLine(
            edition=each.edition,
            saved_by=each.saved_by,
            saved_at=each.saved_at,
            is_in_force=each is record,
            changes=changed,
        )
        for each, changed in zip(saved, told, strict=True)
    ]


def _changes(before: Pathway, after: Pathway) -> tuple[ChangeAnswer, ...]:
    return tuple(_change(each, before, after) for each in changes(before, after))


def _change(change: Change, before: Pathway, after: Pathway) -> ChangeAnswer:
    return ChangeAnswer(
        place=place_words(change.place, before, after),
        before=value_words(change.before, change.place.field, before),
        after=value_words(change.after, change.place.field, after),
    )
