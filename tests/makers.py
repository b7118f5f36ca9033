"""Makers: test data made through the use-cases wherever they exist, so that it is legal data."""

from __future__ import annotations

from datetime import UTC, date, datetime

from setara.domain.foundation.actor import Actor, SeatTaken
from setara.domain.foundation.seat import Capacity, SeatKind
from setara.domain.foundation.sex import Sex
from setara.usecases.foundation.actors import OPERATOR, actor
from setara.usecases.foundation.agencies import found_agency
from setara.usecases.foundation.commands import (
    found_government,
    issue_decree,
    open_account,
    register_person,
)
from setara.usecases.foundation.seats import create_seat, fill_seat
from tests.people import PASSWORD, Cast

AT = datetime(2025, 6, 16, 2, 0, tzinfo=UTC)
"""The morning of the real rakor in Paser (10.00 WITA)."""

SINCE = date(2025, 1, 2)


def make_government(*, place_code: str = "64.01", name: str = "Kabupaten Paser") -> int:
    """A practice government with its places."""
    return found_government(by=OPERATOR, at=AT, place_code=place_code, name=name, is_practice=True)


def founder(government_id: int) -> Actor:
    """One who may do what a secretary may, before the first secretary is seated."""
    seat = SeatTaken(SeatKind.SECRETARY, Capacity.HOLDER)
    return Actor(name="Pendiri", government_id=government_id, account_id=0, seats=(seat,))


def make_agency(by: Actor, code: str, name: str, short_name: str) -> int:
    """An agency that exists since 2017."""
    return found_agency(
        by=by, at=AT, code=code, name=name, short_name=short_name, valid_from=date(2017, 1, 3)
    )


def make_seated(
    by: Actor,
    *,
    name: str,
    kind: SeatKind,
    title: str,
    agency_id: int | None = None,
    sex: Sex = Sex.FEMALE,
) -> Actor:
    """A person with an account, seated by decree, as an actor."""
    number = f"SK/{name}/2025"
    decree_id = issue_decree(
        by=by, at=AT, number=number, title="Susunan Pokja PUG", decided_on=SINCE
    )
    person_id = register_person(by=by, at=AT, name=name, sex=sex)
    seat_id = create_seat(by=by, at=AT, kind=kind, title=title, agency_id=agency_id)
    fill_seat(
        by=by, at=AT, seat_id=seat_id, person_id=person_id, decree_id=decree_id, valid_from=SINCE
    )
    email = f"{name.split(maxsplit=1)[0].lower()}.{by.government_id}@contoh.id"
    account_id = open_account(
        by=OPERATOR, at=AT, person_id=person_id, email=email, password=PASSWORD
    )
    return actor(account_id=account_id, at=AT)


def make_cast() -> Cast:
    """Paser's practice government with the whole cast, and a second government for Maya."""
    paser = founder(make_government())
    health = make_agency(paser, "1.02", "Dinas Kesehatan", "Dinkes")
    education = make_agency(paser, "1.01", "Dinas Pendidikan dan Kebudayaan", "Disdikbud")
    planning = make_agency(paser, "5.01", "Bappedalitbang", "Bappedalitbang")
    finance = make_agency(paser, "5.02", "Badan Keuangan dan Aset Daerah", "BKAD")
    women = make_agency(paser, "2.08", "DP2KBP3A", "DP2KBP3A")
    inspectorate = make_agency(paser, "6.01", "Inspektorat", "Inspektorat")
    berau = founder(make_government(place_code="64.03", name="Kabupaten Berau"))
    return Cast(
        sari=make_seated(
            paser, name="Sari", kind=SeatKind.FOCAL_POINT, title="FP Dinkes", agency_id=health
        ),
        budi=make_seated(
            paser,
            name="Budi",
            kind=SeatKind.FOCAL_POINT,
            title="FP Disdikbud",
            agency_id=education,
            sex=Sex.MALE,
        ),
        wati=make_seated(
            paser,
            name="Wati",
            kind=SeatKind.DRIVER_PLANNING,
            title="Driver Bappedalitbang",
            agency_id=planning,
        ),
        rina=make_seated(
            paser, name="Rina", kind=SeatKind.DRIVER_FINANCE, title="Driver BKAD", agency_id=finance
        ),
        dian=make_seated(
            paser, name="Dian", kind=SeatKind.SECRETARY, title="Sekretariat Pokja", agency_id=women
        ),
        hasan=make_seated(
            paser, name="Hasan", kind=SeatKind.CHAIR, title="Ketua Pokja", sex=Sex.MALE
        ),
        joko=make_seated(
            paser,
            name="Joko",
            kind=SeatKind.DRIVER_ASSURANCE,
            title="Driver Inspektorat",
            agency_id=inspectorate,
            sex=Sex.MALE,
        ),
        maya=make_seated(berau, name="Maya", kind=SeatKind.SECRETARY, title="Sekretariat Pokja"),
    )


def agency_of(who: Actor) -> int:
    """The one agency the actor has a seat in."""
    (agency_id,) = who.agency_ids
    return agency_id
