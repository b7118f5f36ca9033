"""What the operator asks and does to bring a government into the house."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db.models import Count, Q

from setara.domain.foundation.actor import Actor, SeatTaken
from setara.domain.foundation.seat import Capacity, SeatKind
from setara.domain.foundation.sex import Sex
from setara.domain.foundation.verdict import ALLOWED, Verdict, refused, require
from setara.domain.language.text import Language, Text
from setara.store.models import AccountRecord, GovernmentRecord, HoldingRecord, PersonRecord
from setara.usecases.foundation.access import NotFound
from setara.usecases.foundation.command import command, leave_event
from setara.usecases.foundation.commands import issue_decree, may_operate, register_person
from setara.usecases.foundation.seats import create_seat, fill_seat

SECRETARIAT = SeatKind.SECRETARY.label.id
"""The title of the first seat; Indonesian, as seats are titled."""


@dataclass(frozen=True, slots=True)
class HouseholdAnswer:
    """A government as its operator sees it: how many use it, nothing of what they do."""

    government_id: int
    place_code: str
    name: str
    is_practice: bool
    persons: int
    accounts: int


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """A person the operator may open an account for."""

    person_id: int
    name: str
    employee_number: str


@dataclass(frozen=True, slots=True)
class OperatorAnswer:
    """Where an operator is written to, and in which language."""

    email: str
    language: Language


def operators(*, by: Actor) -> tuple[OperatorAnswer, ...]:
    """The accounts that watch over the installation. Raises Refused. Cost: one query."""
    require(may_operate(by))
    rows = AccountRecord.objects.filter(is_staff=True, is_active=True).order_by("pk")
    return tuple(OperatorAnswer(row.email, Language(row.language)) for row in rows)


def households(*, by: Actor) -> tuple[HouseholdAnswer, ...]:
    """Every government but practice years, whose people are those of the one they copy.

    Raises Refused for anyone but the operator. Cost: one query.
    """
    require(may_operate(by))
    own = GovernmentRecord.objects.filter(copy_of__isnull=True)
    rows = own.select_related("place").annotate(
        person_count=Count("persons"), account_count=Count("persons__account")
    )
    return tuple(
        HouseholdAnswer(
            government_id=row.pk,
            place_code=row.place.code,
            name=row.name,
            is_practice=row.is_practice,
            persons=row.person_count,
            accounts=row.account_count,
        )
        for row in rows.order_by("place__code", "is_practice")
    )


def household(*, by: Actor, place_code: str, is_practice: bool) -> HouseholdAnswer:
    """The real or the practice government of a place. Raises Refused, NotFound."""
    for each in households(by=by):
        if (each.place_code, each.is_practice) == (place_code, is_practice):
            return each
    raise NotFound(Text("Pemerintah {code}", "The government of {code}").filled(code=place_code))


def persons_called(*, by: Actor, government_id: int, name: str) -> tuple[FoundPerson, ...]:
    """The persons of a government with that name or employee number. Raises Refused."""
    require(may_operate(by))
    rows = PersonRecord.objects.filter(government_id=government_id)
    known = name.strip()
    # Who has no number must not be found by an empty one.
    called = rows.filter(Q(name__iexact=known) | Q(employee_number=known) & ~Q(employee_number=""))
    return tuple(
        FoundPerson(row.pk, row.name, row.employee_number) for row in called.order_by("pk")
    )


@command(
    "foundation.secretariat.started",
    says=Text("Sekretariat pertama diisi", "First secretariat seated"),
)
def start_secretariat(
    *,
    by: Actor,
    at: datetime,
    government_id: int,
    name: str,
    sex: Sex,
    decree_number: str,
    decided_on: date,
) -> int:
    """Seat the first secretary, who then does everything else; the person's id.

    Raises Refused for anyone but the operator, and where a secretary was ever seated: from
    then on seats are the secretariat's own affair.
    """
    require(may_operate(by))
    require(_may_start(government_id))
    seat = SeatTaken(SeatKind.SECRETARY, Capacity.HOLDER)
    founder = replace(by, government_id=government_id, seats=(seat,))
    decree_id = issue_decree(
        by=founder, at=at, number=decree_number, title="Pokja PUG", decided_on=decided_on
    )
    person_id = register_person(by=founder, at=at, name=name, sex=sex)
    seat_id = create_seat(by=founder, at=at, kind=SeatKind.SECRETARY, title=SECRETARIAT)
    fill_seat(
        by=founder,
        at=at,
        seat_id=seat_id,
        person_id=person_id,
        decree_id=decree_id,
        valid_from=decided_on,
    )
    leave_event(
        "foundation.secretariat.started",
        by=founder,
        at=at,
        subject=PersonRecord(pk=person_id),
        person=name.strip(),
    )
    return person_id


def _may_start(government_id: int) -> Verdict:
    if not GovernmentRecord.objects.filter(pk=government_id).exists():
        raise NotFound(Text("Pemerintah daerah", "The government"))
    seated = HoldingRecord.objects.filter(
        seat__government_id=government_id, seat__kind=SeatKind.SECRETARY
    )
    if seated.exists():
        return refused(
            "Sekretariat Pokja PUG sudah pernah diisi; pengisian berikutnya dilakukan sekretariat.",
            "A secretary has been seated before; the secretariat itself fills seats from then on.",
        )
    return ALLOWED
