"""Editions of a pathway in the store: the one in force is written over, the past ones are kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.utils.timezone import localtime

from setara.domain.budget.editions import Place
from setara.domain.budget.merging import Choice, Merged, merged
from setara.domain.budget.pathway import Pathway, PathwayDraft, PathwayState, redrafted
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.verdict import Refused, Verdict, refused, require
from setara.domain.language.text import Text
from setara.store.models import PathwayEditionRecord, PathwayRecord
from setara.usecases.budget.columns import as_kept, as_rule_sees_it
from setara.usecases.budget.register import current
from setara.usecases.foundation.access import CHANGED_MEANWHILE, NotFound

EDITION = Text("Edisi GAP itu", "That edition of the GAP")
_WRITTEN = ("objective", "reformulated_objective", "reason_kept", "columns")


def keep(record: PathwayRecord, written: Pathway, *, by: Actor, at: datetime) -> int:
    """Write the columns where nobody wrote since they were read; the number of the new edition.

    The edition that was in force is kept. Nothing changes where nothing was written anew. Raises
    Refused where somebody else wrote meanwhile. Cost: two queries.
    """
    new = {
        "objective": written.objective.strip(),
        "reformulated_objective": written.reformulated_objective.strip(),
        "reason_kept": written.reason_kept.strip(),
        "columns": as_kept(written),
    }
    if all(getattr(record, name) == value for name, value in new.items()):
        return record.edition
    judged = PathwayRecord.objects.filter(
        pk=record.pk, edition=record.edition, state=PathwayState.DRAFT
    )
    kept = judged.update(**new, edition=record.edition + 1, saved_by=by.name, saved_at=at)
    if kept != 1:
        raise Refused(CHANGED_MEANWHILE)
    PathwayEditionRecord.objects.create(
        pathway=record,
        edition=record.edition,
        saved_by=record.saved_by,
        saved_at=record.saved_at,
        **{name: getattr(record, name) for name in _WRITTEN},
    )
    return record.edition + 1


def in_edition(record: PathwayRecord, edition: int) -> Pathway:
    """The pathway as it was written in an edition. Raises NotFound. Cost: one query."""
    if edition == record.edition:
        return as_rule_sees_it(record)
    past = PathwayEditionRecord.objects.filter(pathway=record, edition=edition).first()
    if past is None:
        raise NotFound(EDITION)
    return as_it_was(record, past)


def as_it_was(record: PathwayRecord, past: PathwayEditionRecord) -> Pathway:
    """The pathway with the words of a past edition."""
    facts = {
        name: getattr(record, name)
        for name in ("agency_id", "year", "activity_code", "activity_name", "level", "state")
    }
    written = {name: getattr(past, name) for name in _WRITTEN}
    return as_rule_sees_it(PathwayRecord(**facts, **written))


def merged_into(
    record: PathwayRecord, edition: int, draft: PathwayDraft, choices: Mapping[Place, Choice]
) -> Merged:
    """What a writer who started from a past edition wrote, put into the edition in force.

    Raises Refused, saying who saved since, for an edition that was not kept. Cost: two queries.
    """
    try:
        base = in_edition(record, edition)
    except NotFound:
        require(is_current(record, edition))
        raise
    return merged(base, redrafted(base, draft), current(record), choices)


def is_current(record: PathwayRecord, edition: int) -> Verdict:
    """Whether nobody saved since the writer opened that edition."""
    if record.edition == edition:
        return Verdict(allowed=True)
    return refused(
        "{who} menyimpan GAP ini pada {at}, setelah Anda membukanya. Bandingkan dengan isi "
        "terbaru, lalu simpan lagi.",
        "{who} saved this GAP on {at}, after you opened it. Compare with what is there now, "
        "then save again.",
        who=record.saved_by,
        at=localtime(record.saved_at),
    )
