"""Fills the practice government through the use-cases, in the order a year would."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from typing import Any

from django.utils import timezone

from setara.cli.demo.budget_year import play_budget_year
from setara.cli.demo.plan_pathway import write_plan_pathway
from setara.cli.demo.printing import print_papers
from setara.cli.demo.results import report_last_year, report_this_year
from setara.cli.demo.review import play_reviews
from setara.cli.demo.rounds import run_round
from setara.cli.demo.samples import record_samples
from setara.cli.demo.thread import run_thread
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.period import Period
from setara.domain.foundation.seat import Capacity, SeatKind
from setara.domain.foundation.sex import Sex
from setara.domain.indices.bps.measures import Vintage
from setara.domain.language.text import Text
from setara.usecases.foundation.actors import OPERATOR, actor
from setara.usecases.foundation.agencies import found_agency
from setara.usecases.foundation.commands import (
    found_government,
    issue_decree,
    open_account,
    register_person,
)
from setara.usecases.foundation.operating import start_secretariat
from setara.usecases.foundation.seats import create_seat, fill_seat
from setara.usecases.indices.importing import import_index_table, receive_index_table
from setara.usecases.statistics.commands import (
    NewObservation,
    cite_source,
    record_observations,
)
from setara.usecases.statistics.seeding import adopt_seed_elements

PASSWORD = "Sadurengas-16-Juni"  # noqa: S105 -- the demo prints it for everybody
PLACE = "64.01"
NAME = "Kabupaten Paser (LATIHAN)"
INDEX_TABLE = "bps_indices.csv"
# Law no. 23/2014 and the regional regulation of 2016 gave the agencies their present shape.
AGENCIES_SINCE = date(2017, 1, 3)

Table = dict[str, Any]
Step = tuple[Text, Callable[[], None]]


@dataclass
class Practice:
    """What the steps hand on to one another."""

    folder: Path
    now: datetime
    agencies: dict[str, int] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)
    sources: dict[str, int] = field(default_factory=dict)
    government_id: int = 0

    @property
    def secretary(self) -> Actor:
        """Who runs the year."""
        return self.actors["secretary"]


def table_of(name: str) -> Table:
    """One file of the demo's data, fractions exact."""
    content = (files("setara.cli.demo") / "data" / name).read_text("utf-8")
    return tomllib.loads(content, parse_float=Decimal)


def accounts() -> list[tuple[str, str]]:
    """The sample accounts: address and seat."""
    return [(each["email"], each["title"]) for each in table_of("people.toml")["seated"]]


def steps(folder: Path) -> list[Step]:
    """Everything there is to do, with what it is called while it runs."""
    return steps_of(Practice(folder, timezone.now()), table_of("terms.toml"))


def steps_of(practice: Practice, terms: Mapping[str, Any] | None = None) -> list[Step]:
    """The same for a practice whose moment is given, with a KAK where `terms` has its words.

    Printing comes last.
    """
    return [
        (Text("Wilayah dan sekretariat", "Places and secretariat"), lambda: _found(practice)),
        (Text("Perangkat daerah", "Agencies"), lambda: _agencies(practice)),
        (Text("Kedudukan dan akun", "Seats and accounts"), lambda: _seats(practice)),
        (Text("Data terbitan", "Published figures"), lambda: _statistics(practice)),
        (
            Text("Berkas, isu, GAP, GBS, rakor", "Files, issue, GAP, GBS, meeting"),
            lambda: run_thread(practice, table_of("thread.toml"), terms),
        ),
        (
            Text("Permintaan data", "A data call"),
            lambda: run_round(practice, table_of("rounds.toml")),
        ),
        (Text("Tabel indeks BPS", "Tables of indices of BPS"), lambda: _indices(practice)),
        (
            Text("GAP RPJMD", "The GAP of the RPJMD"),
            lambda: _plan_pathway(practice),
        ),
        (Text("Tahun anggaran", "A budget year"), lambda: _budget_year(practice)),
        (
            Text("Reviu GBS", "Reviews of statements"),
            lambda: play_reviews(practice, table_of("review.toml")),
        ),
        (Text("Cetakan", "Papers"), lambda: print_papers(practice)),
    ]


def _plan_pathway(practice: Practice) -> None:
    write_plan_pathway(practice, table_of("plan_pathway.toml"))


def _budget_year(practice: Practice) -> None:
    names = {each["code"]: each["name"] for each in table_of("agencies.toml")["agency"]}
    play_budget_year(practice, table_of("budget_year.toml"), names)
    report_last_year(practice, table_of("results.toml"))
    report_this_year(practice, table_of("results.toml"))


def _indices(practice: Practice) -> None:
    """What BPS published of neighbours, province and country, taken in as a user does."""
    file_id = receive_index_table(
        by=practice.secretary,
        at=practice.now,
        name=INDEX_TABLE,
        content=(files("setara.cli.demo") / "data" / INDEX_TABLE).read_bytes(),
    )
    import_index_table(
        by=practice.secretary,
        at=practice.now,
        file_id=file_id,
        publisher="Badan Pusat Statistik",
        document="IPG dan IDG menurut provinsi dan kabupaten/kota, 2010–2021",
        vintage=Vintage.OLD,
    )


def _found(practice: Practice) -> None:
    people = table_of("people.toml")
    secretary = people["seated"][0]
    practice.government_id = found_government(
        by=OPERATOR, at=practice.now, place_code=PLACE, name=NAME, is_practice=True
    )
    person_id = start_secretariat(
        by=OPERATOR,
        at=practice.now,
        government_id=practice.government_id,
        name=secretary["name"],
        sex=Sex(secretary["sex"]),
        decree_number=people["decree"]["number"] + "/S",
        decided_on=people["decree"]["decided_on"],
    )
    practice.actors["secretary"] = _account(practice, person_id, secretary["email"])


def _account(practice: Practice, person_id: int, email: str) -> Actor:
    account_id = open_account(
        by=OPERATOR, at=practice.now, person_id=person_id, email=email, password=PASSWORD
    )
    return actor(account_id=account_id, at=practice.now)


def _agencies(practice: Practice) -> None:
    for each in table_of("agencies.toml")["agency"]:
        practice.agencies[each["code"]] = found_agency(
            by=practice.secretary,
            at=practice.now,
            code=each["code"],
            name=each["name"],
            short_name=each["short_name"],
            valid_from=AGENCIES_SINCE,
        )
    for number, name in enumerate(SUBDISTRICTS, start=1):
        code = f"{PLACE}.{number:02}"
        practice.agencies[code] = found_agency(
            by=practice.secretary,
            at=practice.now,
            code=code,
            name=f"Kecamatan {name}",
            short_name=f"Kec. {name}",
            valid_from=AGENCIES_SINCE,
            place_code=code,
        )


# In the order of their codes (Kepmendagri 300.2.2-2430/2025).
SUBDISTRICTS = (
    "Batu Sopang",
    "Tanjung Harapan",
    "Paser Belengkong",
    "Tanah Grogot",
    "Kuaro",
    "Long Ikis",
    "Muara Komam",
    "Long Kali",
    "Batu Engau",
    "Muara Samu",
)


def _seats(practice: Practice) -> None:
    people = table_of("people.toml")
    by, at = practice.secretary, practice.now
    decree_id = issue_decree(by=by, at=at, **people["decree"])
    for each in people["seated"][1:]:
        person_id = register_person(
            by=by, at=at, name=each["name"], sex=Sex(each["sex"]), rank=each["rank"]
        )
        seat_id = create_seat(
            by=by,
            at=at,
            kind=SeatKind(each["kind"]),
            title=each["title"],
            agency_id=practice.agencies.get(each.get("agency", "")),
        )
        fill_seat(
            by=by,
            at=at,
            seat_id=seat_id,
            person_id=person_id,
            decree_id=decree_id,
            valid_from=people["decree"]["decided_on"] + timedelta(days=1),
            capacity=Capacity(each.get("capacity", Capacity.HOLDER)),
        )
        key = each["kind"] if each["kind"] != SeatKind.FOCAL_POINT else f"focal-{each['agency']}"
        practice.actors[key] = _account(practice, person_id, each["email"])


def _statistics(practice: Practice) -> None:
    data = table_of("statistics.toml")
    by, at = practice.secretary, practice.now
    adopt_seed_elements(by=by, at=at)
    for each in data["source"]:
        key = each.pop("key")
        practice.sources[key] = cite_source(by=by, at=at, **each)
    for each in data["series"]:
        record_observations(
            by=by,
            at=at,
            element_code=each["element"],
            source_id=practice.sources[each["source"]],
            figures=[
                NewObservation(PLACE, Period.year(int(year)), sex, Decimal(value))
                for sex in (Sex.FEMALE, Sex.MALE)
                for year, value in each[sex.value].items()
            ],
        )
    record_samples(
        by=by,
        at=at,
        data=table_of("samples.toml"),
        home=PLACE,
        places={name: f"{PLACE}.{number:02}" for number, name in enumerate(SUBDISTRICTS, start=1)},
    )
