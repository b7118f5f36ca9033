"""What the pages on one figure, on doubts and on publications are given."""

from __future__ import annotations

from dataclasses import dataclass

from setara.domain.language.text import Text
from setara.usecases.statistics.doubt_queries import DoubtLine, DoubtsAnswer
from setara.usecases.statistics.figure_history import HistoryAnswer
from setara.usecases.statistics.releases import ReleasesAnswer
from setara.web.shell.pages import Crumb
from setara.web.statistics.figure_forms import (
    AnswerForm,
    CorrectionForm,
    ExplainForm,
    LimitsForm,
    PublishForm,
    UndoForm,
)


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """One figure with everything that stood in its place."""

    title: Text
    answer: HistoryAnswer
    form: CorrectionForm
    undo_form: UndoForm
    crumbs: tuple[Crumb, ...]


@dataclass(frozen=True, slots=True)
class DoubtCard:
    """One doubt with the forms its reader may use."""

    line: DoubtLine
    explain_form: ExplainForm | None
    answer_form: AnswerForm | None


@dataclass(frozen=True, slots=True)
class DoubtsPage:
    """The doubts of a year; `left` counts those beyond the page."""

    title: Text
    answer: DoubtsAnswer
    cards: tuple[DoubtCard, ...]
    left: int


@dataclass(frozen=True, slots=True)
class ReleasesPage:
    """What of a year is out, and what could go out; the book's addresses where it is served."""

    title: Text
    answer: ReleasesAnswer
    limits_form: LimitsForm
    publish_form: PublishForm
    book_pdf_url: str = ""
    book_docx_url: str = ""

    @property
    def has_published(self) -> bool:
        """Whether anything of the year is out."""
        return any(line.published_at for line in self.answer.lines)
