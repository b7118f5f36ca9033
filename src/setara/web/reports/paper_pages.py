"""What the pages about papers are given."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms

from setara.domain.language.text import Text
from setara.domain.reports.paper_kinds import PaperKind
from setara.formats.docx_template import TemplateFinding
from setara.usecases.budget.statement_queries import StatementAnswer
from setara.usecases.reports.cover_letters import CoverLine
from setara.usecases.reports.templates import TemplatesAnswer


@dataclass(frozen=True, slots=True)
class PrintedPaper:
    """One paper of a statement: its number, and where it is printed."""

    kind: PaperKind
    subject_id: int
    number: str
    has_template: bool


@dataclass(frozen=True, slots=True)
class PapersPage:
    """Everything that can be printed of one statement, in each layout."""

    title: Text
    answer: StatementAnswer
    papers: tuple[PrintedPaper, ...]
    layouts: tuple[tuple[str, Text], ...]
    number_form: forms.Form
    refusal: Text | None = None


@dataclass(frozen=True, slots=True)
class CoverLettersPage:
    """The cover letters, and the form for another one."""

    title: Text
    letters: tuple[CoverLine, ...]
    form: forms.Form
    may_write: bool
    refusal: Text | None = None


@dataclass(frozen=True, slots=True)
class TemplatesPage:
    """A government's own templates, the placeholders there are, and what does not fit."""

    title: Text
    answer: TemplatesAnswer
    form: forms.Form
    findings: tuple[TemplateFinding, ...] = ()
    refusal: Text | None = None
