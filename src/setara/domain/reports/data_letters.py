"""The letters of a data call: the request to a producer, and the reminder when it is awaited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from setara.domain.foundation.period import Period
from setara.domain.language.text import Text, listed, same
from setara.domain.language.writing import day
from setara.domain.reports.letter_words import REMINDER, REQUEST, TABLE
from setara.domain.reports.outline import (
    NO_PLACE,
    Alignment,
    Block,
    Column,
    Facts,
    Heading,
    Items,
    Outline,
    PageBreak,
    Paragraph,
    Signature,
    Table,
)
from setara.domain.reports.paper_parts import (
    Printing,
    Signatory,
    footer_of,
    letterhead_of,
    notice_of,
)
from setara.domain.statistics.completeness import Completeness, total
from setara.domain.statistics.submission import SubmissionState
from setara.domain.statistics.timeliness import ReminderLevel, days_in_words

# Up to so many rows the table stands in the letter itself.
MOST_ROWS = 6
NO_NUMBER = "………………"


@dataclass(frozen=True, slots=True)
class LetterRow:
    """One element asked for, by which places and breakdowns, and how far it is answered."""

    code: str
    element: Text
    unit: Text
    by_subdistrict: bool
    dimensions: tuple[Text, ...]
    completeness: Completeness


@dataclass(frozen=True, slots=True)
class RequestFacts:
    """What a request says; `recipient` is the office it is written to, `dated_on` its day."""

    dated_on: date
    recipient: str
    call: str
    number: str
    period: Period
    due_on: date
    rows: tuple[LetterRow, ...]


@dataclass(frozen=True, slots=True)
class ReminderFacts:
    """What a reminder adds: its number, day and level, and what has come in until then."""

    request: RequestFacts
    number: str
    written_on: date
    level: ReminderLevel
    state: SubmissionState
    agency: str

    @property
    def answered(self) -> Completeness:
        """All rows together."""
        return total(row.completeness for row in self.request.rows)


def addressee(agency: str) -> str:
    """The office that heads an agency, from the agency's name, where no seat names it."""
    for kind, office in OFFICES:
        if agency.startswith(kind):
            return f"{office}{agency.removeprefix(kind)}".strip()
    return f"Kepala {agency}"


OFFICES = (
    ("Kecamatan ", "Camat "),
    ("Kelurahan ", "Lurah "),
    ("Sekretariat Daerah", "Sekretaris Daerah"),
    ("Sekretariat DPRD", "Sekretaris DPRD"),
    ("Inspektorat", "Inspektur"),
)


def request_letter(facts: RequestFacts, printing: Printing, signatory: Signatory | None) -> Outline:
    """The request: who is asked for what, by when, and how to answer."""
    is_annexed = len(facts.rows) > MOST_ROWS
    said = {
        "government": printing.government,
        "period": facts.period,
        "due": _full_day(facts.due_on),
        "call": facts.call,
    }
    words = REQUEST["annexed" if is_annexed else "asking"].filled(**said)
    parts = _Parts(
        call=facts.call,
        dated_on=facts.dated_on,
        number=facts.number,
        urgency=REQUEST["urgency"],
        subject=REQUEST["subject"].filled(period=facts.period),
        recipient=facts.recipient,
        body=(
            Paragraph(REQUEST["opening"].filled(**said)),
            Paragraph(words),
            *(() if is_annexed else (_asked_table(facts.rows),)),
            Items(
                tuple(REQUEST[point].filled(**said) for point in REQUEST_POINTS), is_numbered=True
            ),
            Paragraph(REQUEST["closing"]),
        ),
        copies=(REQUEST["copy_leader"], REQUEST["copy_chair"], REQUEST["copy_archive"]),
        annex=_asked_table(facts.rows) if is_annexed else None,
    )
    return _letter(parts, printing, signatory)


REQUEST_POINTS = ("due", "how", "nothing", "persons")


def reminder_letter(
    facts: ReminderFacts, printing: Printing, signatory: Signatory | None
) -> Outline:
    """The reminder: what is missing, since when, and by when it is asked for now."""
    request, past = facts.request, (facts.written_on - facts.request.due_on).days
    said = {
        "number": request.number or NO_NUMBER,
        "requested": request.dated_on,
        "call": request.call,
        "period": request.period,
        "agency": facts.agency,
        "due": _full_day(request.due_on),
        "days": days_in_words(past),
        "answered": facts.answered.answered,
        "asked": facts.answered.asked,
    }
    standing = "returned" if facts.state is SubmissionState.RETURNED else "awaited"
    timing = "overdue" if past > 0 else "coming"
    is_annexed = len(request.rows) > MOST_ROWS
    table = _missing_table(request.rows)
    parts = _Parts(
        call=request.call,
        dated_on=facts.written_on,
        number=facts.number,
        urgency=REMINDER["urgency"],
        subject=REMINDER["subject"].filled(period=request.period),
        recipient=_reminded(facts),
        body=(
            Paragraph(REMINDER["opening"].filled(**said)),
            Paragraph(REMINDER[standing].filled(**said)),
            Paragraph(REMINDER[timing].filled(**said)),
            *(() if is_annexed else (table,)),
            Paragraph(REMINDER["asking"]),
            Paragraph(REQUEST["closing"]),
        ),
        copies=tuple(REMINDER[copy].filled(**said) for copy in COPIES[facts.level]),
        annex=table if is_annexed else None,
    )
    return _letter(parts, printing, signatory)


COPIES = {
    ReminderLevel.FOCAL_POINT: ("copy_archive",),
    ReminderLevel.AGENCY_HEAD: ("copy_focal_point", "copy_archive"),
    ReminderLevel.CHAIR: ("copy_chair", "copy_focal_point", "copy_archive"),
    ReminderLevel.REGIONAL_SECRETARY: (
        "copy_regional_secretary",
        "copy_chair",
        "copy_focal_point",
        "copy_archive",
    ),
}


def _reminded(facts: ReminderFacts) -> str:
    if facts.level is ReminderLevel.FOCAL_POINT:
        return f"Focal Point Gender {facts.agency}"
    return facts.request.recipient


@dataclass(frozen=True, slots=True)
class _Parts:
    """What differs between letters."""

    call: str
    dated_on: date
    number: str
    urgency: Text
    subject: Text
    recipient: str
    body: tuple[Block, ...]
    copies: tuple[Text, ...]
    annex: Table | None


def _letter(parts: _Parts, printing: Printing, signatory: Signatory | None) -> Outline:
    """Head, addressee, body, signature and copies in the order of an official letter.

    Source: the order of general rules of official papers (Setneg); Permendagri 1/2023 on the
    papers of regions was not at hand (unverified).
    """
    return Outline(
        title=parts.subject,
        is_letter=True,
        blocks=(
            *_head(parts, printing.place),
            *parts.body,
            *_signed(signatory),
            Paragraph(TABLE["copies"]),
            Items(parts.copies, is_numbered=True),
            *_annexed(parts),
        ),
        letterhead=letterhead_of(printing),
        notice=notice_of(printing, is_draft=not parts.number or signatory is None),
        footer=footer_of(printing),
        author=printing.agency,
        check_url=printing.check_url,
        subject=same(parts.call),
        dated_on=parts.dated_on,
    )


def _head(parts: _Parts, place: str) -> tuple[Block, ...]:
    place_and_day = Text("{place}, {day}", "{place}, {day}")
    rows = (
        (TABLE["number"], same(parts.number or NO_NUMBER)),
        (TABLE["urgency"], parts.urgency),
        (TABLE["enclosure"], TABLE["one_annex"] if parts.annex else same("–")),
        (TABLE["subject"], parts.subject),
    )
    return (
        Paragraph(place_and_day.filled(place=place, day=parts.dated_on), alignment=Alignment.RIGHT),
        Facts(rows, is_narrow=True),
        Paragraph(TABLE["to"].filled(recipient=parts.recipient)),
    )


def _signed(signatory: Signatory | None) -> tuple[Signature, ...]:
    if signatory is None:
        return ()
    return (
        Signature(
            place_and_day=NO_PLACE,
            office=same(f"{signatory.capacity.prefix}{signatory.office},"),
            agency="",
            name=signatory.name,
            rank=signatory.rank,
            employee_number=signatory.employee_number,
        ),
    )


def _annexed(parts: _Parts) -> tuple[Block, ...]:
    if parts.annex is None:
        return ()
    heading = TABLE["annex"].filled(number=parts.number or NO_NUMBER, day=parts.dated_on)
    return (PageBreak(), Heading(heading), parts.annex)


def _asked_table(rows: tuple[LetterRow, ...]) -> Table:
    columns = (
        Column(TABLE["row"], 1, Alignment.CENTRE),
        Column(TABLE["code"], 2),
        Column(TABLE["element"], 6),
        Column(TABLE["unit"], 2),
        Column(TABLE["breakdown"], 5),
    )
    return Table(
        columns,
        tuple(
            (
                (same(str(place)),),
                (same(row.code),),
                (row.element,),
                (row.unit,),
                (_broken_down(row),),
            )
            for place, row in enumerate(rows, start=1)
        ),
        caption=TABLE["asked"],
    )


def _missing_table(rows: tuple[LetterRow, ...]) -> Table:
    columns = (
        Column(TABLE["row"], 1, Alignment.CENTRE),
        Column(TABLE["code"], 2),
        Column(TABLE["element"], 7),
        Column(TABLE["filled"], 2, Alignment.RIGHT),
        Column(TABLE["not_filled"], 2, Alignment.RIGHT),
    )
    return Table(
        columns,
        tuple(
            (
                (same(str(place)),),
                (same(row.code),),
                (row.element,),
                (Text("{n}", "{n}").filled(n=row.completeness.answered),),
                (Text("{n}", "{n}").filled(n=row.completeness.not_reported),),
            )
            for place, row in enumerate(rows, start=1)
        ),
        caption=TABLE["standing"],
    )


def _broken_down(row: LetterRow) -> Text:
    """`jenis kelamin, kecamatan, dan kelompok umur`."""
    places = (TABLE["by_subdistrict"],) if row.by_subdistrict else ()
    return listed([TABLE["by_sex"], *places, *row.dimensions])


def _full_day(on: date) -> Text:
    """`Senin, 16 Juni 2025`."""
    return Text(
        day(on, indonesian=True, with_weekday=True), day(on, indonesian=False, with_weekday=True)
    )
