"""The pages by which a received table becomes figures."""

from __future__ import annotations

from dataclasses import dataclass

from django.forms import BoundField

from setara.domain.language.text import Text
from setara.domain.statistics.table import Severity
from setara.domain.statistics.understanding.findings import SheetFinding
from setara.domain.statistics.understanding.gazetteer import Match
from setara.domain.statistics.understanding.places import answer_key
from setara.domain.statistics.understanding.rows import FIGURE_ROWS, ReadRow
from setara.usecases.statistics.receiving import ReadAnswer
from setara.web.statistics.taking_forms import (
    ANSWERED,
    AboutForm,
    ReadingForm,
    UploadForm,
    asked_places,
)

MOST_ROWS = 12
MOST_FINDINGS = 100


@dataclass(frozen=True, slots=True)
class UploadPage:
    """The form that receives a table."""

    title: Text
    form: UploadForm


@dataclass(frozen=True, slots=True)
class PlaceQuestion:
    """A name nobody knows, the key its answer is kept under, and the field for it."""

    row: int
    match: Match
    key: str
    field: BoundField


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A received file as it is read now: the facts, the fields to correct it, the preview."""

    title: Text
    read: ReadAnswer
    about: AboutForm
    reading: ReadingForm
    refusal: Text | None = None

    @property
    def general_fields(self) -> list[BoundField]:
        """Sheet, heading rows and the style of numbers."""
        return [self.reading[name] for name in ("sheet", "header_from", "header_to", "style")]

    @property
    def role_fields(self) -> list[BoundField]:
        """One field a column."""
        return [field for field in self.reading if field.name.startswith("role_")]

    @property
    def place_questions(self) -> list[PlaceQuestion]:
        """One question a name that nobody knows."""
        return [
            PlaceQuestion(
                number, match, answer_key(match.said, match.above), self.reading[f"place_{number}"]
            )
            for number, match in asked_places(self.read)
        ]

    @property
    def answered(self) -> list[str]:
        """The answers given so far, carried along until they are kept."""
        return [f"{key}{ANSWERED}{code}" for key, code in self.read.chosen.places.items()]

    @property
    def rows(self) -> list[tuple[ReadRow, Match | None]]:
        """The first rows of figures with their places."""
        rows = [row for row in self.read.sheet.rows if row.kind in FIGURE_ROWS]
        return [(row, self.read.sheet.places.get(row.number)) for row in rows[:MOST_ROWS]]

    @property
    def findings(self) -> list[SheetFinding]:
        """What is wrong, errors first, at most a hundred."""
        found = self.read.taken.findings
        return sorted(found, key=lambda f: f.severity is not Severity.ERROR)[:MOST_FINDINGS]

    @property
    def error_count(self) -> int:
        """How many things stand in the way of keeping the figures."""
        return len(self.read.taken.errors)

    @property
    def matched(self) -> int:
        """How many rows have a known place."""
        return sum(match.place is not None for match in self.read.sheet.places.values())
