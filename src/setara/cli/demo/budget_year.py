"""Plays a budget year through: its books, tags, declined lines, beneficiaries and missions."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from importlib.resources import files
from io import StringIO
from typing import Any, Protocol

from setara.cli.demo.budget_books import Book, book_content
from setara.domain.budget.allocation import AllocationCategory
from setara.domain.budget.beneficiaries.headcount import Certainty, Headcount, ReachStage, Unit
from setara.domain.budget.missions import Mission, MissionPlan
from setara.domain.budget.phase import BudgetPhase
from setara.domain.budget.tagging.checklist import Grade
from setara.domain.budget.tagging.conditions import InstitutionalWork
from setara.domain.budget.tagging.tag import WHOLE, Tag, TagScope
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.sex import Sex
from setara.usecases.budget.beneficiaries import NewBeneficiaries, record_beneficiaries
from setara.usecases.budget.beneficiary_needs import NewNeed, choose_need
from setara.usecases.budget.carrying import carry_tags
from setara.usecases.budget.declining import decline_lines
from setara.usecases.budget.intake import import_budget
from setara.usecases.budget.missions import set_missions
from setara.usecases.budget.queries import version
from setara.usecases.budget.tag_queries import line_tagging
from setara.usecases.budget.tagging_windows import open_tagging
from setara.usecases.budget.tags import TagDecision, set_tag

Table = dict[str, Any]
Lines = dict[str, int]
"""The line of a book by the code of its sub kegiatan."""

SEPTEMBER = 9
NOT_CARRIED = 2
PLACE = "64.01"


class Cast(Protocol):
    """What the year needs of those who run it."""

    now: datetime
    agencies: dict[str, int]
    actors: dict[str, Actor]

    @property
    def secretary(self) -> Actor:
        """Who runs the year."""
        ...


def play_budget_year(cast: Cast, data: Table, agencies: dict[str, str]) -> None:
    """Take the books in, tag, carry tags on and count whom the money reached.

    `agencies` are the names by code, as a book writes them.
    """
    given = (files("setara.cli.demo") / "data" / "budget_year.csv").read_text("utf-8")
    rows = list(csv.DictReader(StringIO(given)))
    books = {
        book: _take_in(cast, data, book, book_content(rows, data["kinds"], agencies, book))
        for book in Book
    }
    _set_missions(cast, data["missions"])
    _tag_the_year(cast, data, books)
    _count_beneficiaries(cast, data["beneficiaries"], _lines(cast, books[Book.DPPA]))


def _take_in(cast: Cast, data: Table, book: Book, content: bytes) -> int:
    year = data["year"] - (1 if book is Book.PREVIOUS else 0)
    return import_budget(
        by=cast.actors["driver_finance"],
        at=cast.now,
        year=year,
        phase=BudgetPhase(book.phase),
        sequence=book.month,
        name=f"{book.value}-{year}-contoh.csv",
        content=content,
        accepts_warnings=True,
        is_sample=True,
    )


def _set_missions(cast: Cast, given: Table) -> None:
    set_missions(
        by=cast.actors["driver_planning"],
        at=cast.now,
        plan=MissionPlan(
            first_year=given["first_year"],
            last_year=given["last_year"],
            document=given["document"],
            missions=tuple(Mission(*each) for each in enumerate(given["texts"], start=1)),
            programs=given["programs"],
        ),
    )


def _tag_the_year(cast: Cast, data: Table, books: dict[Book, int]) -> None:
    """Tags of last year and of this one; those of the DPA go on to its change, but the last."""
    finance, before = cast.actors["driver_finance"], _lines(cast, books[Book.PREVIOUS])
    for each in data["earlier_tag"]:
        _set(cast, before, each)
    today = cast.now.date()
    open_tagging(
        by=cast.secretary,
        at=cast.now,
        year=data["year"],
        phase=None,
        opens_on=today,
        last_day=today + timedelta(days=45),
        reason=data["window_reason"],
    )
    lines, changed = _lines(cast, books[Book.DPA]), _lines(cast, books[Book.DPPA])
    tags = [(_set(cast, lines, each), changed[each["code"]]) for each in data["tag"]]
    chosen = dict(tags[:-NOT_CARRIED])
    carry_tags(
        by=finance,
        at=cast.now,
        before_id=books[Book.DPA],
        after_id=books[Book.DPPA],
        chosen=chosen,
        confirmed=frozenset(chosen),
    )
    for said in data["declined"]:
        for version_id, its in ((books[Book.DPA], lines), (books[Book.DPPA], changed)):
            decline_lines(
                by=finance,
                at=cast.now,
                version_id=version_id,
                line_ids=frozenset(its[code] for code in said["codes"]),
                because=said["because"],
            )


def _set(cast: Cast, lines: Lines, given: Table) -> int:
    line_id = lines[given["code"]]
    tag = Tag(
        category=AllocationCategory(given["category"]),
        scope=TagScope(given["scope"]),
        grade=Grade(given["grade"]),
        reason=given["reason"],
        lines=frozenset(_parts(cast, line_id, given["lines"]) if "lines" in given else ()),
        weight=Decimal(given["weight"]) if "weight" in given else WHOLE,
    )
    decision = TagDecision(
        tag,
        target=Sex(given["target"]) if "target" in given else None,
        need=given.get("need", ""),
        work=InstitutionalWork(given["work"]) if "work" in given else None,
    )
    by = cast.actors["driver_finance"]
    return set_tag(by=by, at=cast.now, line_id=line_id, decision=decision)


def _parts(cast: Cast, line_id: int, texts: list[str]) -> list[str]:
    found = line_tagging(by=cast.secretary, line_id=line_id, today=cast.now.date())
    return [part.key for part in found.parts if part.text in texts]


def _count_beneficiaries(cast: Cast, given: list[Table], lines: Lines) -> None:
    for each in given:
        by, line_id = cast.actors[f"focal-{each['code'][:4]}"], lines[each["code"]]
        for stage, month in ((ReachStage.PLANNED, 0), (ReachStage.REACHED, SEPTEMBER)):
            count = each[stage.value]
            figures = NewBeneficiaries(
                stage=stage,
                unit=Unit.PERSON,
                count=Headcount(Decimal(count["women"]), Decimal(count["men"])),
                certainty=Certainty.COUNTED,
                document="Daftar penerima manfaat (contoh)",
                month=month,
            )
            record_beneficiaries(by=by, at=cast.now, line_id=line_id, figures=figures)
        if "need_by" in each:
            element, year = each["need_by"]
            need = NewNeed(element, PLACE, year)
            choose_need(by=by, at=cast.now, line_id=line_id, need=need)


def _lines(cast: Cast, version_id: int) -> Lines:
    return dict(_codes(cast, version_id))


def _codes(cast: Cast, version_id: int) -> Iterator[tuple[str, int]]:
    page, pages = 1, 1
    while page <= pages:
        found = version(by=cast.secretary, version_id=version_id, today=cast.now.date(), page=page)
        yield from ((line.code, line.line_id) for line in found.lines)
        page, pages = page + 1, found.pages
