"""Questions that end on paper: a GAP, a GBS or a letter in one language and format."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.utils.timezone import localdate

from setara.domain.budget.pathway import PathwayState
from setara.domain.foundation.actor import Actor
from setara.domain.language.text import Language
from setara.domain.reports.document_paper import document_outline
from setara.domain.reports.outline import Outline
from setara.domain.reports.paper_kinds import PaperFormat, PaperKind
from setara.domain.reports.pathway_paper import pathway_outline
from setara.domain.reports.statement_paper import statement_outline
from setara.domain.reports.terms_paper import terms_outline
from setara.formats.docx import docx
from setara.formats.pdf import pdf
from setara.usecases.budget.document_queries import document_pathway
from setara.usecases.budget.pathway_queries import pathway
from setara.usecases.budget.signatories import holder_of
from setara.usecases.budget.statement_queries import statement
from setara.usecases.budget.terms import terms_of
from setara.usecases.reports.cover_letters import cover_outline
from setara.usecases.reports.letters import reminder_outline, request_outline
from setara.usecases.reports.printing import (
    PaperAnswer,
    PaperAsked,
    plain,
    printing,
    signatory,
    standing,
)
from setara.usecases.reports.statement_papers import facts_of, layout_of

__all__ = ["MEDIA_TYPES", "NAMES", "PaperFormat", "PaperKind", "outline_of", "paper"]

MEDIA_TYPES = {
    PaperFormat.PDF: "application/pdf",
    PaperFormat.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
NAMES = {
    PaperKind.PATHWAY: "GAP",
    PaperKind.DOCUMENT_PATHWAY: "GAP-dokumen-rencana",
    PaperKind.STATEMENT: "GBS",
    PaperKind.TERMS: "KAK",
    PaperKind.COVER_LETTER: "Surat-pengantar",
    PaperKind.DATA_REQUEST: "Surat-permintaan-data",
    PaperKind.DATA_REMINDER: "Surat-pengingat-data",
}


def outline_of(  # noqa: PLR0911 -- one way out a kind of paper
    *,
    by: Actor,
    kind: PaperKind,
    subject_id: int,
    today: date,
    check_url: str | None = None,
    layout: str | None = None,
    check_page: str | None = None,
) -> Outline:
    """The paper as data; `layout` is the key of another form of the GBS than the usual one.

    A signed version whose print is kept (`keep_print`) bears a code that leads to `check_page`, an
    address with `{code}` in it. Raises NotFound, also for another government's.
    Cost: twenty queries.
    """
    asked = PaperAsked(kind, subject_id, today, check_url, check_page)
    match kind:
        case PaperKind.PATHWAY:
            return _pathway_outline(by, asked)
        case PaperKind.DOCUMENT_PATHWAY:
            return _document_outline(by, asked)
        case PaperKind.STATEMENT:
            return _statement_outline(by, asked, layout)
        case PaperKind.TERMS:
            return _terms_outline(by, asked)
        case PaperKind.DATA_REQUEST:
            return request_outline(
                by=by, submission_id=subject_id, today=today, check_url=check_url
            )
        case PaperKind.DATA_REMINDER:
            return reminder_outline(
                by=by, submission_id=subject_id, today=today, check_url=check_url
            )
        case PaperKind.COVER_LETTER:
            return cover_outline(by=by, letter_id=subject_id, today=today)


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
    check_page: str | None = None,
) -> PaperAnswer:
    """The paper as a file, in one language; the rest as for `outline_of`. Raises NotFound."""
    outline = outline_of(
        by=by,
        kind=kind,
        subject_id=subject_id,
        today=today,
        check_url=check_url,
        layout=layout,
        check_page=check_page,
    )
    write = pdf if form is PaperFormat.PDF else docx
    name = f"{NAMES[kind]}-{subject_id}-{plain(outline.author)}-{language.value}.{form.value}"
    return PaperAnswer(name, MEDIA_TYPES[form], write(outline, language))


def _pathway_outline(by: Actor, asked: PaperAsked) -> Outline:
    found = pathway(by=by, pathway_id=asked.subject_id, today=asked.today)
    return pathway_outline(found.pathway, found.form, *standing(by, asked))


def _statement_outline(by: Actor, asked: PaperAsked, layout: str | None) -> Outline:
    found = statement(by=by, statement_id=asked.subject_id, today=asked.today)
    form = layout_of(found, layout, asked.today)
    return statement_outline(found.pathway, facts_of(found), form, *standing(by, asked))


def _terms_outline(by: Actor, asked: PaperAsked) -> Outline:
    found = terms_of(by=by, statement_id=asked.subject_id, today=asked.today)
    return terms_outline(
        found.statement.pathway,
        facts_of(found.statement),
        found.terms,
        *standing(by, asked),
        forms=(found.form, found.matrix),
    )


def _document_outline(by: Actor, asked: PaperAsked) -> Outline:
    found = document_pathway(by=by, document_id=asked.subject_id, today=asked.today)
    signed_on = localdate(found.signed_at) if found.signed_at else None
    printed = replace(
        printing(by, found.agency_name, asked.today, asked.check_url),
        signed_on=signed_on,
        is_superseded=found.pathway.state is PathwayState.SUPERSEDED,
    )
    head = found.signatory or holder_of(found.pathway.agency_id, signed_on or asked.today)
    return document_outline(found.pathway, found.form, printed, signatory(head))
