"""What each page of the budget room is given."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms

from setara.domain.budget.finding import Finding
from setara.domain.budget.pathway import PathwayState
from setara.domain.budget.reading.findings import ReadingFinding
from setara.domain.budget.review.hints import Hint
from setara.domain.budget.teaching import Teaching, teaching_of
from setara.domain.foundation.station import Station
from setara.domain.foundation.verdict import Verdict
from setara.domain.language.text import Text
from setara.domain.law.forms import FormField
from setara.usecases.budget.accepted_examples import ExampleLine
from setara.usecases.budget.document_queries import DocumentLine
from setara.usecases.budget.pathway_lists import PathwayList, PathwaysWanted
from setara.usecases.budget.pathway_queries import (
    OpeningAnswer,
    PathwayAnswer,
)
from setara.usecases.budget.queries import (
    BookOfVersion,
    UploadAnswer,
    VersionPageAnswer,
)
from setara.usecases.budget.review_queries import CommentLine, ReviewAnswer
from setara.usecases.budget.statement_queries import StatementAnswer, StatementLine
from setara.web.budget.sending import Sending
from setara.web.budget.writing import PathwayForm
from setara.web.budget.writing_rows import RowForm

_MOST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class VersionPage:
    """One book with a page of its lines."""

    title: Text
    answer: VersionPageAnswer


@dataclass(frozen=True, slots=True, kw_only=True)
class FileTakenPage:
    """A form that takes a file, with what was found wrong in the last one.

    The page shows the first of the findings and says how many more there are.
    """

    title: Text
    form: forms.Form
    findings: tuple[ReadingFinding, ...] = ()

    @property
    def shown(self) -> tuple[ReadingFinding, ...]:
        """As many findings as a person mends before trying again."""
        return self.findings[:_MOST_SHOWN]

    @property
    def not_shown(self) -> int:
        """How many findings the page leaves out."""
        return max(len(self.findings) - _MOST_SHOWN, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class BookUploadPage(FileTakenPage):
    """The form that takes a book in."""

    lead: Text
    answer: UploadAnswer
    sending: Sending


@dataclass(frozen=True, slots=True, kw_only=True)
class BookPage(FileTakenPage):
    """The form that withdraws a file or puts another in its place."""

    answer: BookOfVersion
    sending: Sending | None = None


@dataclass(frozen=True, slots=True)
class PathwaysPage:
    """The list of GAPs."""

    title: Text
    answer: PathwayList
    wanted: PathwaysWanted
    states: tuple[PathwayState, ...]
    here: str
    documents: tuple[DocumentLine, ...] = ()


@dataclass(frozen=True, slots=True)
class OpeningPage:
    """The form that opens a GAP for an issue."""

    title: Text
    answer: OpeningAnswer
    station: Station
    form: forms.Form


@dataclass(frozen=True, slots=True)
class ColumnShown:
    """One column of the GAP with what stands in it."""

    field: FormField
    parts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class PathwayPage:
    """One GAP, read column by column."""

    title: Text
    answer: PathwayAnswer
    columns: tuple[ColumnShown, ...]
    station: Station
    draw_up_form: forms.Form
    carry_out_form: forms.Form
    refusal: Text | None = None


@dataclass(frozen=True, slots=True)
class GroupTyped:
    """Fields that stand together, under a legend where they need one."""

    fields: tuple[forms.BoundField, ...]
    legend: Text | None


@dataclass(frozen=True, slots=True)
class RowTyped:
    """One row of a list with its name, and what the button sends that takes it out."""

    form: RowForm
    legend: Text
    drop: str
    course: Text | None = None


@dataclass(frozen=True, slots=True)
class ColumnTyped:
    """One column of the GAP with its fields, the form's guidance, and what is weak in it."""

    field: FormField
    groups: tuple[GroupTyped, ...]
    shown: tuple[Text, ...]
    findings: tuple[Finding, ...]
    list_name: str = ""
    rows: tuple[RowTyped, ...] = ()

    @property
    def add(self) -> str:
        """What the button sends that adds a row."""
        return f"add-{self.list_name}"

    @property
    def teaching(self) -> Teaching | None:
        """What is taught beside it."""
        return teaching_of(self.field.code)


@dataclass(frozen=True, slots=True)
class Beside:
    """What reviewers said and accepted, shown beside the column it is about."""

    comments: tuple[CommentLine, ...] = ()
    examples: tuple[ExampleLine, ...] = ()
    hints: tuple[Hint, ...] = ()


@dataclass(frozen=True, slots=True)
class WritingPage:
    """The form on which a GAP is written, with the form's own guidance beside each column."""

    title: Text
    answer: PathwayAnswer
    columns: tuple[ColumnTyped, ...]
    station: Station
    form: PathwayForm
    beside: Beside = Beside()


@dataclass(frozen=True, slots=True)
class StatementsPage:
    """The list of GBSs."""

    title: Text
    statements: tuple[StatementLine, ...]


@dataclass(frozen=True, slots=True)
class StatementReview:
    """What the review adds to the page of a GBS."""

    answer: ReviewAnswer
    hints: tuple[Hint, ...]
    may_accept: Verdict


@dataclass(frozen=True, slots=True)
class StatementPage:
    """One GBS as it is printed, and what can be done about it."""

    title: Text
    answer: StatementAnswer
    columns: tuple[ColumnShown, ...]
    station: Station
    correct_form: forms.Form
    review: ReviewAnswer
    hints: tuple[Hint, ...]
    may_accept: Verdict
    example_form: forms.Form
    refusal: Text | None = None
