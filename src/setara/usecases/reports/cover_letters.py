"""Cover letters: an agency hands in its papers of a year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from setara.domain.budget.pathway import OVER
from setara.domain.budget.statement import StatementState
from setara.domain.budget.states import may_own
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import ALLOWED, refused, require
from setara.domain.language.text import Text
from setara.domain.reports.cover_letter import CoverFacts, HandedIn, cover_letter
from setara.domain.reports.outline import Outline
from setara.store.models import (
    AgencyRecord,
    CoverLetterRecord,
    StatementRecord,
    TermsRecord,
)
from setara.usecases.budget.signatories import holder_of
from setara.usecases.foundation.access import government_of, one, visible
from setara.usecases.foundation.command import command, leave_event
from setara.usecases.reports.printing import printing, signatory

LETTER = Text("Surat pengantar", "The cover letter")
AGENCY = Text("Perangkat daerah", "The agency")
_MOST_WORDS = 200


@dataclass(frozen=True, slots=True)
class CoverLine:
    """A cover letter in a list."""

    letter_id: int
    agency: str
    year: int
    number: str
    dated_on: date
    recipient: str
    papers: int


@command(
    "reports.cover_letter.written", says=Text("Surat pengantar ditulis", "Cover letter written")
)
def write_cover_letter(
    *,
    by: Actor,
    at: datetime,
    agency_id: int,
    year: int,
    number: str,
    dated_on: date,
    recipient: str,
) -> int:
    """Write the letter for every GBS of the agency and year that is no draft.

    Raises NotFound, and Refused for another agency's member, without a recipient, or where there
    is nothing to hand in.
    """
    agency = one(by, AgencyRecord.objects.all(), agency_id, what=AGENCY)
    require(may_own(Permission.WRITE_STATEMENT, by, agency.pk))
    handed_in = _statements(by, agency.pk, year)
    require(_NOTHING if not handed_in else ALLOWED)
    require(_NOBODY if not recipient.strip() else ALLOWED)
    record = CoverLetterRecord.objects.create(
        government_id=government_of(by),
        agency=agency,
        year=year,
        number=" ".join(number.split())[:100],
        dated_on=dated_on,
        recipient=" ".join(recipient.split())[:_MOST_WORDS],
        statements=handed_in,
        written_at=at,
        written_by=by.name,
    )
    leave_event(
        "reports.cover_letter.written",
        by=by,
        at=at,
        subject=record,
        number=record.number,
        statements=handed_in,
    )
    return record.pk


def cover_letters(*, by: Actor, today: date) -> tuple[CoverLine, ...]:
    """Every cover letter of the actor's government, the latest first. Cost: two queries."""
    require(by.may(Permission.READ_RECORDS))
    rows = visible(by, CoverLetterRecord.objects.select_related("agency"))
    return tuple(
        CoverLine(
            letter_id=row.pk,
            agency=row.agency.as_rule_sees_it().name_on(today).name,
            year=row.year,
            number=row.number,
            dated_on=row.dated_on,
            recipient=row.recipient,
            papers=len(row.statements),
        )
        for row in rows.prefetch_related("agency__names").order_by("-pk")
    )


def agencies_to_write_for(*, by: Actor, today: date) -> tuple[tuple[int, str], ...]:
    """The agencies in whose name the actor may write a letter. Cost: two queries."""
    require(by.may(Permission.READ_RECORDS))
    rows = visible(by, AgencyRecord.objects.prefetch_related("names")).order_by("code")
    return tuple(
        (row.pk, row.as_rule_sees_it().name_on(today).name)
        for row in rows
        if by.may(Permission.WRITE_STATEMENT, agency_id=row.pk)
    )


def cover_outline(*, by: Actor, letter_id: int, today: date) -> Outline:
    """The letter as data: as dated, with the head of that day. Raises NotFound. Eight queries."""
    require(by.may(Permission.READ_RECORDS))
    rows = CoverLetterRecord.objects.select_related("agency").prefetch_related("agency__names")
    letter = one(by, rows, letter_id, what=LETTER)
    facts = CoverFacts(
        number=letter.number,
        dated_on=letter.dated_on,
        recipient=letter.recipient,
        year=letter.year,
        rows=_handed_in(letter),
    )
    agency = letter.agency.as_rule_sees_it().name_on(letter.dated_on).name
    head = holder_of(letter.agency_id, letter.dated_on)
    return cover_letter(facts, printing(by, agency, today, None), signatory(head))


def _handed_in(letter: CoverLetterRecord) -> tuple[HandedIn, ...]:
    """The papers of the list in its order, as they stand now."""
    found = StatementRecord.objects.select_related("line").in_bulk(letter.statements)
    written = set(
        TermsRecord.objects.filter(statement__in=letter.statements).values_list(
            "statement_id", flat=True
        )
    )
    return tuple(
        HandedIn(
            code=row.line.code,
            name=row.line.name,
            papers="GAP, GBS, KAK" if row.pk in written else "GAP, GBS",
            state=StatementState(row.state).label,
            amount=Rupiah(row.line.amount),
        )
        for pk in letter.statements
        if (row := found.get(pk)) is not None
    )


def _statements(by: Actor, agency_id: int, year: int) -> list[int]:
    """The GBS of an agency and year that are no drafts, in the order of their codes.

    One that was changed since is left to the one that changed it, so that no money counts twice.
    """
    submitted = StatementRecord.objects.exclude(state=StatementState.DRAFT)
    changed = submitted.filter(changes__isnull=False).values("changes")
    rows = visible(by, submitted.exclude(pk__in=changed).exclude(pathway__state__in=OVER))
    of_agency = rows.filter(pathway__agency=agency_id, line__version__year=year)
    return list(of_agency.order_by("line__code", "pk").values_list("pk", flat=True))


_NOTHING = refused(
    "Belum ada GBS tahun itu yang diajukan, jadi tidak ada yang dapat disampaikan.",
    "No GBS of that year was submitted yet, so there is nothing to hand in.",
)
_NOBODY = refused(
    "Tuliskan kepada siapa surat ini ditujukan.", "Write to whom the letter is addressed."
)
