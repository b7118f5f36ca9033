"""The GBS as it is printed, derived from its GAP and its line of the budget."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from setara.domain.budget.allocation import AllocationCategory
from setara.domain.budget.pathway import CauseSide, IndicatorLevel, Pathway
from setara.domain.budget.statement import StatementState
from setara.domain.budget.wording import (
    action_words,
    baseline_words,
    cause_words,
    data_words,
    factor_words,
    indicator_words,
    objective_words,
)
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.share import Share
from setara.domain.language.text import Text, same
from setara.domain.law.forms import Form
from setara.domain.reports.outline import (
    Alignment,
    Block,
    Column,
    Facts,
    Heading,
    Items,
    Outline,
    Paragraph,
    Table,
)
from setara.domain.reports.paper_parts import (
    Printing,
    Signatory,
    footer_of,
    form_notice,
    letterhead_of,
    notice_of,
    signature_of,
)


@dataclass(frozen=True, slots=True)
class StatementFacts:
    """What a GBS adds to its GAP: the budget line, the programme above it, the category."""

    year: int
    phase: Text
    program: str
    program_code: str
    activity: str
    activity_code: str
    amount: Rupiah
    category: AllocationCategory
    shares: Sequence[Share]
    state: StatementState


def statement_outline(
    pathway: Pathway,
    facts: StatementFacts,
    form: Form,
    printing: Printing,
    signatory: Signatory | None,
) -> Outline:
    """The statement in the order and under the labels of `form`."""
    blocks: tuple[Block, ...] = (
        _head(facts, form, printing),
        *_situation(pathway, form),
        *_achievement(pathway, form),
        _money(facts, form),
        *_actions(pathway, facts, form),
        *form_notice(form),
        *signature_of(signatory, printing),
    )
    return Outline(
        title=form.title,
        subtitle=Text("Tahun anggaran {year}", "Budget year {year}").filled(year=str(facts.year)),
        blocks=blocks,
        letterhead=letterhead_of(printing),
        notice=notice_of(printing, is_draft=facts.state is not StatementState.APPROVED),
        footer=footer_of(printing),
        author=printing.agency,
        check_url=printing.check_url,
    )


def _head(facts: StatementFacts, form: Form, printing: Printing) -> Facts:
    return Facts(
        (
            (form.field("agency").label, same(printing.agency)),
            (form.field("year").label, same(str(facts.year))),
            (form.field("program").label, same(facts.program or "–")),
            (form.field("program_code").label, same(facts.program_code)),
            (Text("Sub kegiatan", "Sub-activity"), same(facts.activity)),
            (Text("Kode sub kegiatan", "Sub-activity code"), same(facts.activity_code)),
        )
    )


def _situation(pathway: Pathway, form: Form) -> tuple[Block, ...]:
    parts: list[Block] = [
        _heading(form, "situation_data", is_group=True),
        _heading(form, "situation_data"),
        Items(data_words(pathway)),
    ]
    words = {
        "factors": factor_words(pathway),
        "internal_causes": cause_words(pathway, CauseSide.INTERNAL),
        "external_causes": cause_words(pathway, CauseSide.EXTERNAL),
    }
    parts.append(_heading(form, "factors", is_group=True))
    for code, items in words.items():
        parts += [_heading(form, code), Items(items)]
    return tuple(parts)


def _achievement(pathway: Pathway, form: Form) -> tuple[Block, ...]:
    return (
        _heading(form, "objective", is_group=True),
        _heading(form, "objective"),
        Paragraph(objective_words(pathway)),
        _heading(form, "indicators"),
        Items(indicator_words(pathway)),
        Paragraph(Text("Data dasar (kolom 8 GAP):", "Baseline (column 8 of the GAP):")),
        Items(baseline_words(pathway)),
    )


def _money(facts: StatementFacts, form: Form) -> Facts:
    rows = [
        (form.field("amount").label, Text("{a}", "{a}").filled(a=facts.amount)),
        (Text("Tahap anggaran", "Budget phase"), facts.phase),
        (Text("Kategori ARG", "ARG category"), _category(facts.category)),
    ]
    rows += [
        (Text("Bagian ARG", "ARG share"), Text("{s}", "{s}").filled(s=share))
        for share in facts.shares
    ]
    return Facts(tuple(rows))


def _category(category: AllocationCategory) -> Text:
    return Text("{number}. {label}", "{number}. {label}").filled(
        number=category.value, label=category.label
    )


def _actions(pathway: Pathway, facts: StatementFacts, form: Form) -> tuple[Block, ...]:
    """Input, output and outcome of the sub kegiatan beside the actions of column 7."""
    words = indicator_words(pathway)
    by_level = {
        level: tuple(
            text
            for indicator, text in zip(pathway.indicators, words, strict=True)
            if indicator.level is level
        )
        for level in IndicatorLevel
    }
    columns = (
        Column(form.field("actions").label, width=4),
        Column(Text("Masukan (Rp)", "Input (Rp)"), width=2, alignment=Alignment.RIGHT),
        Column(Text("Keluaran", "Output"), width=3),
        Column(Text("Hasil", "Outcome"), width=3),
    )
    row = (
        action_words(pathway),
        (Text("{a}", "{a}").filled(a=facts.amount),),
        by_level[IndicatorLevel.OUTPUT],
        by_level[IndicatorLevel.OUTCOME],
    )
    return (Heading(form.field("actions").label), Table(columns, (row,)))


def _heading(form: Form, code: str, *, is_group: bool = False) -> Heading:
    field = form.field(code)
    if is_group and field.group is not None:
        return Heading(field.group)
    words = Text("{n}. {label}", "{n}. {label}").filled(n=field.number, label=field.label)
    return Heading(words, level=2)
