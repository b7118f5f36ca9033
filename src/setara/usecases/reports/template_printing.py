"""A paper on the government's own DOCX."""

from __future__ import annotations

from datetime import date

from setara.domain.foundation.actor import Actor
from setara.domain.language.text import Language, Text
from setara.domain.reports.paper_kinds import PaperFormat, PaperKind
from setara.domain.reports.paper_parts import footer_of, notice_of
from setara.domain.reports.template_fields import values_of
from setara.formats.docx_template import filled
from setara.usecases.budget.pathway_queries import pathway
from setara.usecases.budget.terms import terms_of
from setara.usecases.foundation.access import NotFound
from setara.usecases.reports.papers import MEDIA_TYPES, NAMES
from setara.usecases.reports.printing import PaperAnswer, PaperAsked, plain, standing
from setara.usecases.reports.statement_papers import facts_of
from setara.usecases.reports.templates import template_of

_TEMPLATE = Text("Templat sendiri untuk dokumen ini", "An own template for this paper")


def paper_on_template(
    *, by: Actor, kind: PaperKind, subject_id: int, language: Language, today: date
) -> PaperAnswer:
    """The paper as DOCX on the template that counts. Raises NotFound, also without a template."""
    content = template_of(by=by, kind=kind)
    if content is None:
        raise NotFound(_TEMPLATE)
    printing, signatory = standing(by, PaperAsked(kind, subject_id, today))
    if kind is PaperKind.PATHWAY:
        found = pathway(by=by, pathway_id=subject_id, today=today)
        values = values_of(found.pathway, None, None, printing, signatory)
    else:
        terms = terms_of(by=by, statement_id=subject_id, today=today)
        seen = terms.statement
        values = values_of(seen.pathway, facts_of(seen), terms.terms, printing, signatory)
    notice = notice_of(printing, is_draft=printing.signed_on is None)
    name = f"{NAMES[kind]}-{subject_id}-{plain(printing.agency)}-{language.value}.docx"
    made = filled(content, values, notice, footer_of(printing), language)
    return PaperAnswer(name, MEDIA_TYPES[PaperFormat.DOCX], made)
