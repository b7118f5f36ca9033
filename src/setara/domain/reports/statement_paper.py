"""The GBS as it is printed, derived from its GAP and its line of the budget."""

from __future__ import annotations

from collections.abc import Iterator

from setara.domain.budget.pathway import Pathway
from setara.domain.language.text import Text
from setara.domain.law.forms import Form, FormField
from setara.domain.reports.outline import Block, Facts, Heading, Outline
from setara.domain.reports.paper_parts import (
    Printing,
    Signatory,
    footer_of,
    form_notice,
    letterhead_of,
    notice_of,
    number_of,
    signature_of,
)
from setara.domain.reports.statement_fields import FACTS, PARTS, Source, StatementFacts

__all__ = ["StatementFacts", "statement_outline"]

# The signature block has a place of its own at the end of every layout.
_ELSEWHERE = frozenset({"signature"})


def statement_outline(
    pathway: Pathway,
    facts: StatementFacts,
    form: Form,
    printing: Printing,
    signatory: Signatory | None,
) -> Outline:
    """The statement in the order, at the level and under the labels of `form`.

    Raises KeyError where the form asks for a field that no statement has.
    """
    source = Source(pathway, facts, form, printing)
    return Outline(
        title=form.title,
        subtitle=Text("Tahun anggaran {year}", "Budget year {year}").filled(year=str(facts.year)),
        blocks=(
            *number_of(printing),
            *_body(source),
            *form_notice(form),
            *signature_of(signatory, printing),
        ),
        letterhead=letterhead_of(printing),
        notice=notice_of(printing, is_draft=printing.signed_on is None),
        footer=footer_of(printing),
        author=printing.agency,
        check_url=printing.check_url,
        dated_on=printing.signed_on,
    )


def _body(source: Source) -> Iterator[Block]:
    """The fields one after the other; facts that follow one another stand in one block."""
    rows: list[tuple[Text, Text]] = []
    group: Text | None = None
    for field in source.form.fields:
        if field.code in _ELSEWHERE:
            continue
        if field.group != group or field.code in PARTS:
            yield from _facts(rows)
            rows = []
        if field.group is not None and field.group != group:
            yield Heading(field.group)
        group = field.group
        if field.code in PARTS:
            yield Heading(_label(field), level=1 if field.group is None else 2)
            yield from PARTS[field.code](source, field)
        else:
            rows += FACTS[field.code](source, field)
    yield from _facts(rows)


def _facts(rows: list[tuple[Text, Text]]) -> tuple[Facts, ...]:
    return (Facts(tuple(rows)),) if rows else ()


def _label(field: FormField) -> Text:
    if not field.number:
        return field.label
    return Text("{n}. {label}", "{n}. {label}").filled(n=field.number, label=field.label)
