"""A scored checklist: answers to its questions give points, points give a grade."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum, StrEnum
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from setara.domain.language.text import Language, Text, listed
from setara.domain.law.source import MalformedLaw, Table, needed, only, pair, parsed

FILE = files("setara.domain.budget") / "data" / "checklist.toml"


class Answer(StrEnum):
    """What a question can be answered with; half the points for `PARTLY`."""

    NO = "no"
    PARTLY = "partly"
    YES = "yes"

    @property
    def label(self) -> Text:
        """In both languages."""
        return ANSWER_LABELS[self]

    @property
    def part(self) -> Decimal:
        """The part of a question's points it earns."""
        return _PARTS[self]


ANSWER_LABELS = {
    Answer.NO: Text("tidak", "no"),
    Answer.PARTLY: Text("sebagian", "partly"),
    Answer.YES: Text("ya", "yes"),
}
_PARTS = {Answer.NO: Decimal(0), Answer.PARTLY: Decimal("0.5"), Answer.YES: Decimal(1)}


class Grade(IntEnum):
    """How responsive a budget line is, in per cent of its money."""

    NONE = 0
    QUARTER = 25
    HALF = 50
    THREE_QUARTERS = 75
    FULL = 100


@dataclass(frozen=True, slots=True)
class Question:
    """One question with the points a full yes earns; `hint` says what counts as partly."""

    key: str
    text: Text
    hint: Text
    points: Decimal


@dataclass(frozen=True, slots=True)
class Band:
    """From this many points on the grade is at least `grade`."""

    least: Decimal
    grade: Grade


@dataclass(frozen=True, slots=True)
class Checklist:
    """The questions in their order and the bands from the lowest up; `verified` marks law."""

    key: str
    name: Text
    source: str
    verified: bool
    questions: tuple[Question, ...]
    bands: tuple[Band, ...]

    @property
    def points(self) -> Decimal:
        """The points of a full yes to every question."""
        return sum((question.points for question in self.questions), Decimal(0))


@dataclass(frozen=True, slots=True)
class Score:
    """The points earned of those to be had, and the grade they give."""

    earned: Decimal
    of: Decimal
    grade: Grade


class Unanswered(ValueError):
    """Questions without an answer; no grade is guessed. `reason` lists them."""

    def __init__(self, questions: tuple[Question, ...]) -> None:
        self.questions = questions
        self.reason = Text(
            "Pertanyaan berikut belum dijawab: {questions}",
            "These questions are not answered yet: {questions}",
        ).filled(questions=listed([question.text for question in questions]))
        super().__init__(self.reason.say(Language.ENGLISH))


def scored(checklist: Checklist, answers: Mapping[str, Answer]) -> Score:
    """The points and the grade. Raises Unanswered; KeyError for a question that is not asked."""
    for key in answers.keys() - {question.key for question in checklist.questions}:
        raise KeyError(key)
    open_ = tuple(each for each in checklist.questions if each.key not in answers)
    if open_:
        raise Unanswered(open_)
    earned = sum(
        (question.points * answers[question.key].part for question in checklist.questions),
        Decimal(0),
    )
    reached = [band.grade for band in checklist.bands if band.least <= earned]
    return Score(earned, checklist.points, max(reached))


@cache
def checklist() -> Checklist:
    """The shipped checklist; not an official instrument."""
    return read_checklist(FILE)


def read_checklist(file: Traversable) -> Checklist:
    """A checklist from its file.

    Raises MalformedLaw for a missing word or language, a question asked twice, bands that leave
    a score without a grade or a grade nobody can reach.
    """
    table = parsed(file.name, file)
    head: Table = needed(file.name, table, "checklist", dict)
    questions = tuple(
        _question(file.name, each) for each in needed(file.name, table, "question", list)
    )
    if len({question.key for question in questions}) != len(questions):
        raise MalformedLaw(file.name, "a question is asked twice")
    read = Checklist(
        key=needed(file.name, head, "key", str),
        name=pair(file.name, head, "name"),
        source=needed(file.name, head, "source", str),
        verified=needed(file.name, head, "verified", bool),
        questions=questions,
        bands=tuple(_band(file.name, each) for each in needed(file.name, table, "band", list)),
    )
    _require_whole(file.name, read)
    return read


def _question(where: str, table: Table) -> Question:
    only(where, table, frozenset({"key", "points", "text", "text_en", "hint", "hint_en"}))
    points = needed(where, table, "points", int)
    if points <= 0:
        raise MalformedLaw(where, f"a question earns points, not {points}")
    return Question(
        key=needed(where, table, "key", str),
        text=pair(where, table, "text"),
        hint=pair(where, table, "hint"),
        points=Decimal(points),
    )


def _band(where: str, table: Table) -> Band:
    only(where, table, frozenset({"from", "grade"}))
    grade = needed(where, table, "grade", int)
    if grade not in set(Grade):
        raise MalformedLaw(where, f"there is no grade {grade}")
    return Band(Decimal(needed(where, table, "from", int)), Grade(grade))


def _require_whole(where: str, read: Checklist) -> None:
    leasts = [band.least for band in read.bands]
    grades = [band.grade for band in read.bands]
    if leasts[0] != 0 or leasts != sorted(set(leasts)) or grades != sorted(set(grades)):
        raise MalformedLaw(where, "the bands must start at 0 and rise")
    if leasts[-1] > read.points:
        raise MalformedLaw(where, f"nobody can reach the {leasts[-1]} points of the last band")
