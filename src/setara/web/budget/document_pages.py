"""What the templates of plan documents' GAPs are given."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms

from setara.domain.budget.document_pathway import (
    DocumentPathway,
    PlanLevel,
    PlanRow,
)
from setara.domain.budget.document_wording import (
    evidence_words,
    numbers,
    row_ties,
    start_words,
)
from setara.domain.budget.finding import Finding
from setara.domain.foundation.station import Station, StationKind
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Text
from setara.domain.law.forms import FormField
from setara.usecases.budget.document_queries import (
    DocumentAnswer,
    DocumentOpening,
    DocumentWriting,
)
from setara.web.budget.document_forms import DocumentForm

OPENING = Text("GAP dokumen rencana baru", "A GAP of a plan document")
TITLE = Text("GAP {title}", "GAP of {title}")


@dataclass(frozen=True, slots=True)
class DocumentOpeningPage:
    """The form that opens one."""

    title: Text
    answer: DocumentOpening
    form: forms.Form


@dataclass(frozen=True, slots=True)
class IssueShown:
    """Step 1: an issue and the figures that show it."""

    text: str
    figures: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class RowShown:
    """Step 3: a row with its number, what it is tied to, its start and its targets by year."""

    number: str
    row: PlanRow
    ties: Text | None
    start: Text
    targets: tuple[tuple[int, object], ...]


@dataclass(frozen=True, slots=True)
class LevelShown:
    """The rows of one level of the framework."""

    level: PlanLevel
    rows: tuple[RowShown, ...]


@dataclass(frozen=True, slots=True)
class PartyShown:
    """Step 4: an agency or another party, its part, and the rows it does."""

    name: str
    part: str
    rows: tuple[str, ...]
    is_outside: bool


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """One of them, read step by step; `fields` are the form's steps in their order."""

    title: Text
    answer: DocumentAnswer
    fields: tuple[FormField, ...]
    issues: tuple[IssueShown, ...]
    levels: tuple[LevelShown, ...]
    parties: tuple[PartyShown, ...]
    causes: tuple[tuple[int, Text, str, str], ...]
    station: Station
    refusal: Text | None


@dataclass(frozen=True, slots=True)
class PartTyped:
    """One row of the form; `targets` stand side by side."""

    legend: Text
    fields: tuple[forms.BoundField, ...]
    targets: tuple[forms.BoundField, ...]
    is_new: bool


@dataclass(frozen=True, slots=True)
class StepTyped:
    """One step with its rows, and what is weak in it."""

    field: FormField
    parts: tuple[PartTyped, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class DocumentWritingPage:
    """The form on which one is written."""

    title: Text
    answer: DocumentAnswer
    steps: tuple[StepTyped, ...]
    station: Station
    form: DocumentForm


def document_page(answer: DocumentAnswer, refused: Refused | None = None) -> DocumentPage:
    """The page of one, with the reason on top where an act on it was refused."""
    pathway = answer.pathway
    called = numbers(pathway)
    issues = {issue.key: issue.text for issue in pathway.issues}
    return DocumentPage(
        title=TITLE.filled(title=pathway.title),
        answer=answer,
        fields=answer.form.fields,
        issues=tuple(
            IssueShown(
                issue.text,
                tuple(
                    evidence_words(piece)
                    for key in issue.evidence
                    if (piece := pathway.piece(key)) is not None
                ),
            )
            for issue in pathway.issues
        ),
        levels=tuple(_level(pathway, level, called) for level in PlanLevel),
        parties=_parties(pathway, called),
        causes=tuple(
            (each.key, each.factor.label, each.text, issues.get(each.issue_key or 0, "–"))
            for each in pathway.causes
        ),
        station=_station(answer),
        refusal=refused.reason if refused else None,
    )


def document_writing_page(writing: DocumentWriting, form: DocumentForm) -> DocumentWritingPage:
    """The page on which one is written: each step with its rows and findings."""
    answer = writing.answer
    return DocumentWritingPage(
        title=TITLE.filled(title=answer.pathway.title),
        answer=answer,
        steps=tuple(
            StepTyped(
                field,
                tuple(
                    PartTyped(
                        part.legend,
                        tuple(form[name] for name in part.fields),
                        tuple(form[name] for name in part.targets),
                        part.is_new,
                    )
                    for part in form.parts[field.code]
                ),
                tuple(each for each in answer.findings if each.column == _STEPS[field.code]),
            )
            for field in answer.form.fields
        ),
        station=_station(answer),
        form=form,
    )


_STEPS = {"issues": 1, "causes": 2, "plan": 3, "agencies": 4}


def _station(answer: DocumentAnswer) -> Station:
    return Station(StationKind.PATHWAY, answer.document_id, is_of_plan=True)


def _level(pathway: DocumentPathway, level: PlanLevel, called: dict[int, str]) -> LevelShown:
    rows = tuple(
        RowShown(
            number=called[row.key],
            row=row,
            ties=row_ties(pathway, row),
            start=start_words(pathway, row.start),
            targets=tuple((year, row.targets.get(year)) for year in pathway.years),
        )
        for row in pathway.at(level)
    )
    return LevelShown(level, rows)


def _parties(pathway: DocumentPathway, called: dict[int, str]) -> tuple[PartyShown, ...]:
    own = [
        PartyShown(
            each.name,
            each.part,
            tuple(called[key] for key in each.rows if key in called),
            is_outside=False,
        )
        for each in pathway.agencies
    ]
    outside = [PartyShown(each.name, each.part, (), is_outside=True) for each in pathway.outside]
    return (*own, *outside)
