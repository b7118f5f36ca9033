"""Questions that end on paper: a GAP, a GBS or a letter in one language and format."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from setara.domain.foundation.actor import Actor
from setara.domain.language.text import Language
from setara.domain.reports.outline import Outline
from setara.domain.reports.paper_parts import Signatory
from setara.domain.reports.pathway_paper import pathway_outline
from setara.domain.reports.statement_paper import statement_outline
from setara.formats.docx import docx
from setara.formats.pdf import pdf
from setara.usecases.budget.pathway_queries import pathway
from setara.usecases.budget.signatories import Holder, holder_of
from setara.usecases.budget.statement_queries import statement
from setara.usecases.reports.letters import reminder_outline, request_outline
from setara.usecases.reports.printing import PaperAnswer, plain, printing
from setara.usecases.reports.statement_papers import facts_of, layout_of


class PaperKind(StrEnum):
    """What can be printed."""

    PATHWAY = "pathway"
    STATEMENT = "statement"
    DATA_REQUEST = "data_request"
    DATA_REMINDER = "data_reminder"


class PaperFormat(StrEnum):
    """As what."""

    PDF = "pdf"
    DOCX = "docx"


MEDIA_TYPES = {
    PaperFormat.PDF: "application/pdf",
    PaperFormat.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
NAMES = {
    PaperKind.PATHWAY: "GAP",
    PaperKind.STATEMENT: "GBS",
    PaperKind.DATA_REQUEST: "Surat-permintaan-data",
    PaperKind.DATA_REMINDER: "Surat-pengingat-data",
}


def outline_of(
    *,
    by: Actor,
    kind: PaperKind,
    subject_id: int,
    today: date,
    check_url: str | None = None,
    layout: str | None = None,
) -> Outline:
    """The paper as data; `layout` is the key of another form of the GBS than the usual one.

    Raises NotFound, also for another government's. Cost: fourteen queries.
    """
    match kind:
        case PaperKind.PATHWAY:
            return _pathway_outline(by, subject_id, today, check_url)
        case PaperKind.STATEMENT:
            return _statement_outline(by, subject_id, today, check_url, layout)
        case PaperKind.DATA_REQUEST:
            return request_outline(
                by=by, submission_id=subject_id, today=today, check_url=check_url
            )
        case PaperKind.DATA_REMINDER:
            return reminder_outline(
                by=by, submission_id=subject_id, today=today, check_url=check_url
            )


def paper(
    *,
    by: Actor,
    kind: PaperKind,
    subject_id: int,
    form: PaperFormat,
    language: Language,
    today: date,
    check_url: str | None = None,
    layout: str | None = None,
) -> PaperAnswer:
    """The paper as a file, in one language. Raises NotFound. Cost: about fourteen queries."""
    outline = outline_of(
        by=by, kind=kind, subject_id=subject_id, today=today, check_url=check_url, layout=layout
    )
    write = pdf if form is PaperFormat.PDF else docx
    name = f"{NAMES[kind]}-{subject_id}-{plain(outline.author)}-{language.value}.{form.value}"
    return PaperAnswer(name, MEDIA_TYPES[form], write(outline, language))


def _pathway_outline(by: Actor, pk: int, today: date, check_url: str | None) -> Outline:
    found = pathway(by=by, pathway_id=pk, today=today)
    return pathway_outline(
        found.pathway,
        found.form,
        printing(by, found.agency_name, today, check_url),
        _signatory(holder_of(found.pathway.agency_id, today)),
    )


def _statement_outline(
    by: Actor, pk: int, today: date, check_url: str | None, layout: str | None
) -> Outline:
    found = statement(by=by, statement_id=pk, today=today)
    return statement_outline(
        found.pathway,
        facts_of(found),
        layout_of(found, layout, today),
        printing(by, found.line.agency_name, today, check_url),
        _signatory(found.signatory),
    )


def _signatory(found: Holder | None) -> Signatory | None:
    if found is None:
        return None
    return Signatory(found.office, found.name, found.rank, found.employee_number, found.capacity)
