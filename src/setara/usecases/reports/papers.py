"""Questions that end on paper: the GAP and the GBS in one language and format."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from setara.domain.foundation.actor import Actor
from setara.domain.language.text import Language
from setara.domain.reports.outline import Outline
from setara.domain.reports.paper_parts import Printing, Signatory
from setara.domain.reports.pathway_paper import pathway_outline
from setara.domain.reports.statement_paper import StatementFacts, statement_outline
from setara.formats.docx import docx
from setara.formats.pdf import pdf
from setara.store.models import GovernmentRecord, TrailHeadRecord
from setara.usecases.budget.pathway_queries import pathway
from setara.usecases.budget.signatories import Holder, holder_of
from setara.usecases.budget.statement_queries import statement
from setara.usecases.foundation.access import government_of


class PaperKind(StrEnum):
    """What can be printed."""

    PATHWAY = "pathway"
    STATEMENT = "statement"


class PaperFormat(StrEnum):
    """As what."""

    PDF = "pdf"
    DOCX = "docx"


MEDIA_TYPES = {
    PaperFormat.PDF: "application/pdf",
    PaperFormat.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
_NAMES = {PaperKind.PATHWAY: "GAP", PaperKind.STATEMENT: "GBS"}


@dataclass(frozen=True, slots=True)
class PaperAnswer:
    """A paper as a file."""

    file_name: str
    media_type: str
    content: bytes


def outline_of(
    *, by: Actor, kind: PaperKind, subject_id: int, today: date, check_url: str | None = None
) -> Outline:
    """The paper as data. Raises NotFound, also for another government's. Cost: ten queries."""
    if kind is PaperKind.PATHWAY:
        return _pathway_outline(by, subject_id, today, check_url)
    return _statement_outline(by, subject_id, today, check_url)


def paper(
    *,
    by: Actor,
    kind: PaperKind,
    subject_id: int,
    form: PaperFormat,
    language: Language,
    today: date,
    check_url: str | None = None,
) -> PaperAnswer:
    """The paper as a file, in one language. Raises NotFound. Cost: about ten queries."""
    outline = outline_of(by=by, kind=kind, subject_id=subject_id, today=today, check_url=check_url)
    write = pdf if form is PaperFormat.PDF else docx
    name = f"{_NAMES[kind]}-{subject_id}-{_plain(outline.author)}-{language.value}.{form.value}"
    return PaperAnswer(name, MEDIA_TYPES[form], write(outline, language))


def _plain(words: str) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "-", words).strip("-")[:40]


def _pathway_outline(by: Actor, pk: int, today: date, check_url: str | None) -> Outline:
    found = pathway(by=by, pathway_id=pk, today=today)
    return pathway_outline(
        found.pathway,
        found.form,
        _printing(by, found.agency_name, today, check_url),
        _signatory(holder_of(found.pathway.agency_id, today)),
    )


def _statement_outline(by: Actor, pk: int, today: date, check_url: str | None) -> Outline:
    found = statement(by=by, statement_id=pk, today=today)
    line = found.line
    facts = StatementFacts(
        year=line.year,
        phase=found.phase.label,
        program=found.program.name if found.program else "",
        program_code=".".join(line.activity_code.split(".")[:3]),
        activity=line.activity_name,
        activity_code=line.activity_code,
        amount=line.amount,
        category=line.category,
        shares=found.shares,
        state=line.state,
    )
    return statement_outline(
        found.pathway,
        facts,
        found.form,
        _printing(by, line.agency_name, today, check_url),
        _signatory(found.signatory),
    )


def _printing(by: Actor, agency: str, today: date, check_url: str | None) -> Printing:
    government = GovernmentRecord.objects.select_related("place").get(pk=government_of(by))
    head = TrailHeadRecord.objects.filter(government=government).first()
    return Printing(
        government=government.place.name,
        agency=agency,
        place=government.place.name,
        on=today,
        is_practice=government.is_practice,
        check_url=check_url,
        trail=f"#{head.sequence} {head.hash[:12]}" if head else "",
    )


def _signatory(found: Holder | None) -> Signatory | None:
    if found is None:
        return None
    return Signatory(found.office, found.name, found.rank, found.employee_number, found.capacity)
