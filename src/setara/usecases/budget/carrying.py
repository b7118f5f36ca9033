"""Verbs that carry tags and GAPs over to a later budget; nothing goes on without a person's yes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from setara.domain.budget.carrying import is_confirmed
from setara.domain.budget.pathway import OVER, PathwayState
from setara.domain.budget.tagging.carried import Confirmation
from setara.domain.budget.tagging.tag import TagScope
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import (
    ALLOWED,
    Refused,
    Verdict,
    first_refusal,
    refused,
    require,
)
from setara.domain.language.text import Text
from setara.domain.law.forms import FormKind
from setara.store.models import (
    BudgetLineRecord,
    BudgetTagRecord,
    PathwayRecord,
    TagBatchRecord,
)
from setara.usecases.budget.carrying_grounds import (
    Books,
    carried_tag,
    holds,
    live_pathways,
    standing_tags,
    two_books,
)
from setara.usecases.budget.forms import form_for, form_of, level_of
from setara.usecases.budget.pathways import PATHWAY
from setara.usecases.budget.tag_grounds import signed_pathways
from setara.usecases.budget.tag_parts import amounts, parts_of
from setara.usecases.budget.tagging_windows import in_window
from setara.usecases.budget.tags import LINE, TAG, lift_declines
from setara.usecases.foundation.access import NotFound, account_of
from setara.usecases.foundation.command import command, leave_event

_MOST_NAMED = 5
Chosen = Mapping[int, int]
"""The line of the newer budget, by the tag or GAP that goes there."""


@command("budget.tags.carried", says=Text("Penandaan dibawa ke anggaran lain", "Tags carried over"))
def carry_tags(
    *,
    by: Actor,
    at: datetime,
    before_id: int,
    after_id: int,
    chosen: Chosen,
    confirmed: frozenset[int] = frozenset(),
) -> int:
    """Set the chosen tags on lines of a later budget, all or none; the id to undo them by.

    `confirmed` were looked at one by one: any that is not exact must be among them. Raises Refused
    naming the codes that cannot go on: not proposed, tagged already, or without what the category
    asks for in the new year; NotFound also for a tag that was carried already.
    """
    books = two_books(by, before_id, after_id)
    require(_is_any(chosen))
    _lock(BudgetTagRecord.objects.filter(pk__in=chosen))
    tags = list(standing_tags(books).filter(pk__in=chosen))
    if len(tags) != len(chosen):
        raise NotFound(TAG)
    lines = _lines(books, chosen)
    may = (by.may(Permission.TAG_BUDGET, agency_id=each) for each in _agencies(lines))
    is_open = in_window(books.after, at)
    require(first_refusal(*may, is_open, _are_different(chosen, lines), _are_untagged(lines)))
    records = _records(by, books, tags, [lines[chosen[tag.pk]] for tag in tags], confirmed)
    batch = TagBatchRecord.objects.create(
        version=books.after, account_id=account_of(by), set_by=by.name, set_at=at
    )
    for record in records:
        record.batch, record.set_at = batch, at
    lift_declines(list(lines.values()), by.name, at)
    BudgetTagRecord.objects.bulk_create(records)
    told = _told(books, chosen, confirmed)
    leave_event("budget.tags.carried", by=by, at=at, subject=batch, **told)
    return batch.pk


@command("budget.pathways.carried", says=Text("GAP dibawa ke tahun lain", "GAPs carried over"))
def carry_pathways(
    *,
    by: Actor,
    at: datetime,
    before_id: int,
    after_id: int,
    chosen: Chosen,
    confirmed: frozenset[int] = frozenset(),
) -> None:
    """Open a draft for the later year of each chosen GAP, with its columns, naming the GAP it
    follows; all or none.

    Raises Refused, NotFound as `carry_tags` does. Column 2 of a draft is read from the register
    anew, so that last year's figures do not go on by themselves.
    """
    books = two_books(by, before_id, after_id)
    require(_is_any(chosen))
    _lock(PathwayRecord.objects.filter(pk__in=chosen))
    olds = list(live_pathways(by, books).filter(pk__in=chosen))
    if len(olds) != len(chosen):
        raise NotFound(PATHWAY)
    lines = _lines(books, chosen)
    may = (by.may(Permission.WRITE_PATHWAY, agency_id=each) for each in _agencies(lines))
    require(first_refusal(*may))
    became = books.became(books.of_pathway(old) for old in olds)
    for old, carriage in zip(olds, became, strict=True):
        line = lines[chosen[old.pk]]
        yes = old.pk in confirmed
        require(is_confirmed(carriage, books.new_line(line), has_a_yes=yes))
        require(is_free(old, line, books.after.year))
        _draft(by, at, old, line, books.after.year)
    told = _told(books, chosen, confirmed)
    leave_event("budget.pathways.carried", by=by, at=at, subject=books.after, **told)


def is_free(old: PathwayRecord, line: BudgetLineRecord, year: int) -> Verdict:
    """Whether the issue has no GAP on that sub kegiatan in the year yet. Cost: one query."""
    live = PathwayRecord.objects.exclude(state__in=OVER)
    if not live.filter(
        issue=old.issue_id, agency=line.agency_id, activity_code=line.code, year=year
    ).exists():
        return ALLOWED
    return refused(
        "Isu ini sudah mempunyai GAP {year} pada {code}.",
        "This issue has a GAP of {year} on {code} already.",
        year=str(year),
        code=line.code,
    )


def _draft(
    by: Actor, at: datetime, old: PathwayRecord, line: BudgetLineRecord, year: int
) -> PathwayRecord:
    form = form_for(old.government_id, FormKind.PATHWAY, year)
    if level_of(form) != old.level:
        # An analysis cannot be lifted to another level by being carried over.
        form = form_of(old)
    return PathwayRecord.objects.create(
        government_id=old.government_id,
        level=old.level,
        form_key=form.key,
        form_version=form.version,
        issue_id=old.issue_id,
        agency_id=line.agency_id,
        year=year,
        activity_code=line.code,
        activity_name=line.name,
        state=PathwayState.DRAFT,
        objective=old.objective,
        reformulated_objective=old.reformulated_objective,
        reason_kept=old.reason_kept,
        columns=old.columns,
        saved_by=by.name,
        saved_at=at,
        follows=old,
    )


def _told(books: Books, chosen: Chosen, confirmed: frozenset[int]) -> dict[str, Any]:
    """What the trail keeps: which went to which line, and which were looked at alone."""
    return {
        "before": books.before.pk,
        "after": books.after.pk,
        "chosen": sorted([pk, line] for pk, line in chosen.items()),
        "confirmed": sorted(confirmed & chosen.keys()),
    }


def _lock(rows: QuerySet[Any]) -> None:
    """Keep others from carrying the same ones meanwhile; what was carried is asked afterwards."""
    list(rows.select_for_update().order_by("pk").values_list("pk"))


def _lines(books: Books, chosen: Chosen) -> dict[int, BudgetLineRecord]:
    wanted = set(chosen.values())
    lines = BudgetLineRecord.objects.select_related("agency")
    rows = lines.filter(version=books.after, pk__in=wanted)
    found = {row.pk: row for row in rows.select_for_update(of=("self",))}
    if len(found) != len(wanted):
        raise NotFound(LINE)
    return found


def _agencies(lines: Mapping[int, BudgetLineRecord]) -> list[int]:
    return sorted({line.agency_id for line in lines.values()})


def _records(
    by: Actor,
    books: Books,
    tags: Sequence[BudgetTagRecord],
    lines: Sequence[BudgetLineRecord],
    confirmed: frozenset[int],
) -> list[BudgetTagRecord]:
    """A record for each tag, not saved. Raises Refused with the codes that cannot go on."""
    signed = signed_pathways(lines, year=books.after.year)
    became = books.became(books.of_tag(tag) for tag in tags)
    parts = parts_of(books.after, _with_parts(tags, lines))
    records, against = [], []
    for tag, line, carriage in zip(tags, lines, became, strict=True):
        record = carried_tag(by, books, tag, line, signed.get((line.agency_id, line.code)))
        yes = tag.pk in confirmed
        if yes:
            record.confirmation = Confirmation.SINGLY
        new = books.new_line(line)
        verdict = first_refusal(
            is_confirmed(carriage, new, has_a_yes=yes),
            holds(record, amounts(parts.get(line.pk, ()))),
        )
        if verdict.reason is not None:
            against.append((line.code, verdict.reason))
        records.append(record)
    if against:
        raise Refused(_unmet(against, len(tags)))
    return records


def _with_parts(
    tags: Sequence[BudgetTagRecord], lines: Sequence[BudgetLineRecord]
) -> list[BudgetLineRecord]:
    return [line for tag, line in zip(tags, lines, strict=True) if tag.scope == TagScope.LINES]


def _unmet(against: Sequence[tuple[str, Text]], of: int) -> Text:
    codes = [code for code, _ in against]
    return _CANNOT.filled(count=len(against), of=of, codes=_named(codes), why=against[0][1])


def _named(codes: Sequence[str]) -> str:
    return ", ".join(codes[:_MOST_NAMED]) + (", …" if len(codes) > _MOST_NAMED else "")


def _is_any(chosen: Chosen) -> Verdict:
    if chosen:
        return ALLOWED
    return refused("Pilih paling sedikit satu.", "Choose at least one.")


def _are_different(chosen: Chosen, lines: Mapping[int, BudgetLineRecord]) -> Verdict:
    twice = [lines[pk].code for pk, times in Counter(chosen.values()).items() if times > 1]
    if not twice:
        return ALLOWED
    return refused(
        "Beberapa tanda menuju baris yang sama: {codes}. Pilih satu untuk tiap baris.",
        "Several tags go to the same line: {codes}. Choose one for each line.",
        codes=_named(twice),
    )


def _are_untagged(lines: Mapping[int, BudgetLineRecord]) -> Verdict:
    tagged = BudgetTagRecord.objects.filter(line__in=lines, withdrawn_at__isnull=True)
    codes = list(tagged.order_by("line__row").values_list("line__code", flat=True))
    if not codes:
        return ALLOWED
    return refused(
        "Sudah bertanda: {codes}. Lepas dari pilihan.",
        "Tagged already: {codes}. Leave those out.",
        codes=_named(codes),
    )


_CANNOT = Text(
    "{count} dari {of} tanda tidak dapat dibawa ({codes}); tidak satu pun dibawa. {why}",
    "{count} of {of} tags cannot be carried over ({codes}); none was. {why}",
)
