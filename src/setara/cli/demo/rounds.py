"""Runs one round of data collection: three producers, one done, one sent back, one late."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, Protocol

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.period import Period
from setara.domain.foundation.sex import Sex
from setara.domain.statistics.asked import CellKey, FilledCell
from setara.domain.statistics.dimension import EVERYBODY
from setara.domain.statistics.observation import Nothing, Value
from setara.domain.statistics.submission import Availability
from setara.usecases.statistics.asked import keep_cells
from setara.usecases.statistics.asking import NewItem, ask_elements
from setara.usecases.statistics.board import BoardLine, board
from setara.usecases.statistics.calls import open_call, plan_call
from setara.usecases.statistics.commands import (
    NewObservation,
    cite_source,
    record_observations,
)
from setara.usecases.statistics.inventory import say_availability
from setara.usecases.statistics.submissions import (
    comment_cell,
    hand_in,
    return_submission,
    write_reminder,
)
from setara.usecases.statistics.verifying import verify_submission

Table = dict[str, Any]
PLACE = "64.01"
SEXES = (Sex.MALE, Sex.FEMALE)


class Cast(Protocol):
    """What the round needs of those who run it."""

    now: datetime
    agencies: dict[str, int]
    actors: dict[str, Actor]

    @property
    def secretary(self) -> Actor:
        """Who runs the year."""
        ...


def run_round(cast: Cast, data: Table) -> None:
    """Plan, ask, send out, fill in, verify or return, remind; the round stays open."""
    _record_before(cast, data["before"])
    call_id = _send_out(cast, data)
    found = board(by=cast.secretary, today=cast.now.date(), call_id=call_id)
    lines = {line.agency_id: line for line in found.lines} if found else {}
    for given in data["producer"]:
        _answer(cast, lines[cast.agencies[given["agency"]]], given)


def _record_before(cast: Cast, given: Table) -> None:
    source_id = cite_source(
        by=cast.secretary,
        at=cast.now,
        publisher=given["publisher"],
        document=given["document"],
        is_sample=True,
    )
    record_observations(
        by=cast.secretary,
        at=cast.now,
        element_code=given["element"],
        source_id=source_id,
        figures=[
            NewObservation(
                cell.key.place_code, Period.year(given["year"]), cell.key.sex, cell.value
            )
            for cell in _cells(given["element"], given["rows"])
            if cell.value is not None
        ],
    )


def _send_out(cast: Cast, data: Table) -> int:
    given, by = data["call"], cast.secretary
    at = _before(cast, given["opened_before"])
    call_id = plan_call(
        by=by,
        at=at,
        title=given["title"],
        period=Period.year(given["year"]),
        due_on=_before(cast, given["due_before"]).date(),
        letter_number=given["letter_number"],
    )
    items = [
        NewItem(code, cast.agencies[each["agency"]], by_subdistrict=True)
        for each in data["producer"]
        for code in each["figures"]
    ]
    ask_elements(by=by, at=at, call_id=call_id, items=items)
    open_call(by=by, at=at, call_id=call_id)
    return call_id


def _answer(cast: Cast, line: BoardLine, given: Table) -> None:
    author = cast.actors[f"focal-{given['agency']}"]
    at = _before(cast, given.get("submitted_before", 1))
    for code, said in given["availability"].items():
        say_availability(by=author, at=at, element_code=code, availability=Availability(said))
    keep_cells(
        by=author,
        at=at,
        submission_id=line.submission_id,
        cells=[cell for code, rows in given["figures"].items() for cell in _cells(code, rows)],
        expected_version=1,
    )
    if given["state"] == "draft":
        write_reminder(
            by=cast.secretary,
            at=cast.now,
            submission_id=line.submission_id,
            letter_number=given["reminder_number"],
        )
        return
    hand_in(by=author, at=at, submission_id=line.submission_id, note=given["note"])
    _judge(cast, line.submission_id, given)


def _judge(cast: Cast, submission_id: int, given: Table) -> None:
    reader = cast.actors["driver_substance"]
    if "comment" in given:
        remark = given["comment"]
        key = _key(remark["element"], remark["row"], Sex(remark["sex"]))
        comment_cell(
            by=reader,
            at=cast.now,
            submission_id=submission_id,
            key=key,
            comment=remark["words"],
        )
        return_submission(by=reader, at=cast.now, submission_id=submission_id)
        return
    verify_submission(by=reader, at=cast.now, submission_id=submission_id)


def _cells(code: str, rows: list[list[object]]) -> Iterator[FilledCell]:
    for number, row in enumerate(rows):
        for sex, value in zip(SEXES, row, strict=True):
            yield FilledCell(_key(code, number, sex), _value(value))


def _key(code: str, row: int, sex: Sex) -> CellKey:
    return CellKey(code, f"{PLACE}.{row + 1:02}", EVERYBODY, sex)


def _value(given: object) -> Value:
    return Nothing(given) if isinstance(given, str) else Decimal(str(given))


def _before(cast: Cast, days: int) -> datetime:
    return cast.now - timedelta(days=days)
