"""Questions that end as the letters of a data call: a request, a reminder, a whole batch."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.seat import SeatKind
from setara.domain.language.text import Language
from setara.domain.reports.data_letters import (
    LetterRow,
    ReminderFacts,
    RequestFacts,
    addressee,
    reminder_letter,
    request_letter,
)
from setara.domain.reports.outline import Outline
from setara.domain.reports.paper_parts import Signatory
from setara.formats.archive import packed
from setara.formats.docx import docx
from setara.formats.pdf import pdf
from setara.store.models import GovernmentRecord, SeatRecord
from setara.usecases.budget.signatories import Holder, holder_in, holder_of
from setara.usecases.foundation.access import NotFound, government_of
from setara.usecases.reports.printing import PaperAnswer, plain, printing
from setara.usecases.statistics.letter_queries import REMINDER, LetterAnswer, letter, letters

ZIP = "application/zip"


def request_outline(
    *, by: Actor, submission_id: int, today: date, check_url: str | None = None
) -> Outline:
    """The request to one producer. Raises NotFound. Cost: about fifteen queries."""
    found = letter(by=by, submission_id=submission_id, today=today)
    return _request(by, found, today, check_url)


def reminder_outline(
    *, by: Actor, submission_id: int, today: date, check_url: str | None = None
) -> Outline:
    """The latest reminder to one producer. Raises NotFound, also where none was written."""
    found = letter(by=by, submission_id=submission_id, today=today)
    if found.reminder is None:
        raise NotFound(REMINDER)
    facts = ReminderFacts(
        request=_facts(found, today),
        number=found.reminder.number,
        written_on=found.reminder.written_on,
        level=found.reminder.level,
        state=found.state,
        agency=found.agency_name,
    )
    agency, signatory = sender(by, today)
    return reminder_letter(facts, printing(by, agency, today, check_url), signatory)


def all_requests(
    *,
    by: Actor,
    call_id: int,
    language: Language,
    today: date,
    check_url: Callable[[int], str] | None = None,
) -> PaperAnswer:
    """The requests to all producers of a call as one archive, a PDF and a DOCX each.

    `check_url` gives the address of a submission's page. Raises NotFound, Refused.
    Cost: about a third of a second a producer.
    """
    files = []
    for place, found in enumerate(letters(by=by, call_id=call_id, today=today), start=1):
        url = check_url(found.submission_id) if check_url else None
        outline = _request(by, found, today, url)
        name = f"{place:02}-{plain(found.agency_name)}"
        files.append((f"{name}.pdf", pdf(outline, language)))
        files.append((f"{name}.docx", docx(outline, language)))
    return PaperAnswer(f"surat-permintaan-{call_id}-{language.value}.zip", ZIP, packed(files))


def _request(by: Actor, found: LetterAnswer, today: date, check_url: str | None) -> Outline:
    agency, signatory = sender(by, today)
    return request_letter(_facts(found, today), printing(by, agency, today, check_url), signatory)


def _facts(found: LetterAnswer, today: date) -> RequestFacts:
    head = holder_of(found.agency_id, today)
    return RequestFacts(
        dated_on=found.opened_on,
        recipient=head.office if head else addressee(found.agency_name),
        call=found.call,
        number=found.number,
        period=found.period,
        due_on=found.due_on,
        rows=tuple(
            LetterRow(
                code=line.element.code,
                element=line.element.name,
                unit=line.element.unit,
                by_subdistrict=line.by_subdistrict,
                dimensions=line.dimensions,
                completeness=line.completeness,
            )
            for line in found.lines
        ),
    )


def sender(by: Actor, today: date) -> tuple[str, Signatory | None]:
    """The agency of the working group's secretariat, and who signs for it."""
    seats = SeatRecord.objects.filter(government=government_of(by), kind=SeatKind.SECRETARY)
    seat = seats.select_related("agency").order_by("pk").first()
    if seat is None or seat.agency is None:
        government = GovernmentRecord.objects.select_related("place").get(pk=government_of(by))
        agency = f"Kelompok Kerja PUG {government.place.name}"
    else:
        agency = seat.agency.as_rule_sees_it().name_on(today).name
    return agency, _signatory(holder_in(seat.pk, today) if seat else None)


def _signatory(found: Holder | None) -> Signatory | None:
    if found is None:
        return None
    return Signatory(found.office, found.name, found.rank, found.employee_number, found.capacity)
