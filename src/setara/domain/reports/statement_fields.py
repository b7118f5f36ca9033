"""What stands under each field a layout of the GBS can have, whatever its order and labels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from setara.domain.budget.allocation import AllocationCategory
from setara.domain.budget.pathway import (
    CauseSide,
    Factor,
    IndicatorLevel,
    Pathway,
)
from setara.domain.budget.wording import (
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
from setara.domain.law.forms import Form, FormField
from setara.domain.reports.outline import Block, Heading, Items, Paragraph
from setara.domain.reports.paper_parts import Printing
from setara.domain.reports.statement_actions import NOTHING, actions_table

Row = tuple[Text, Text]
_UNKNOWN = Text("tidak tercatat di Setara", "not recorded in Setara")


@dataclass(frozen=True, slots=True)
class StatementFacts:
    """What a GBS adds to its GAP: the budget line, what stands above it, the category.

    `amount` is that of the line the statement is tied to. `not_in_force` names the later budget
    of the year in which the sub kegiatan does not stand; `in_force` its amount there where it
    differs. `above_amount` is the money of the kegiatan in the same book, None where unknown.
    """

    year: int
    phase: Text
    program: str
    program_code: str
    activity: str
    activity_code: str
    amount: Rupiah
    category: AllocationCategory
    shares: Sequence[Share]
    above: str = ""
    above_code: str = ""
    above_amount: Rupiah | None = None
    address: str = ""
    not_in_force: Text | None = None
    in_force: tuple[Text, Rupiah] | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Everything a field is filled from."""

    pathway: Pathway
    facts: StatementFacts
    form: Form
    printing: Printing


def _said(value: object) -> Text:
    return Text("{v}", "{v}").filled(v=value)


def _coded(code: str, name: str) -> Text:
    return same(f"{code} {name}".strip() or "–")


def _one(words: Callable[[Source], Text], source: Source, field: FormField) -> list[Row]:
    return [(field.label, words(source))]


def _amount(source: Source, field: FormField) -> list[Row]:
    """The money with the book it stands in; a later book without the sub kegiatan is named."""
    facts = source.facts
    rows = [
        (field.label, _said(facts.amount)),
        (Text("Tahap anggaran", "Budget phase"), facts.phase),
    ]
    if facts.not_in_force:
        rows.append((_LATER, _NOT_IN.filled(stage=facts.not_in_force)))
    if facts.in_force:
        stage, amount = facts.in_force
        rows.append((_LATER, _DIFFERS.filled(stage=stage, amount=amount)))
    category = _NUMBERED.filled(n=facts.category.value, label=facts.category.label)
    rows.append((Text("Kategori ARG", "ARG category"), category))
    shares = [(Text("Bagian ARG", "ARG share"), _said(share)) for share in facts.shares]
    return rows + shares


def _points(words: Sequence[Text]) -> tuple[Block, ...]:
    return (Items(tuple(words)),) if words else (Paragraph(NOTHING),)


def _situation(source: Source, _field: FormField) -> tuple[Block, ...]:
    """Columns 2 to 5 under one field, as the module's table has them."""
    pathway = source.pathway
    parts = (
        (Text("Data pembuka wawasan", "Eye-opening data"), data_words(pathway)),
        (Text("Faktor kesenjangan", "Factors of the disparity"), factor_words(pathway)),
        *((side.label, cause_words(pathway, side)) for side in CauseSide),
    )
    return tuple(
        block for title, words in parts for block in (Heading(title, level=2), *_points(words))
    )


def _factor(factor: Factor, source: Source, _: FormField) -> tuple[Block, ...]:
    notes = [same(note.text) for note in source.pathway.factors if note.factor is factor]
    return tuple(Paragraph(note) for note in notes) or (Paragraph(NOTHING),)


def _objective(source: Source, _: FormField) -> tuple[Block, ...]:
    return (Paragraph(objective_words(source.pathway)),)


def _before(source: Source, _: FormField) -> tuple[Block, ...]:
    return (Paragraph(same(source.pathway.objective or "–")),)


def _indicators(source: Source, _: FormField) -> tuple[Block, ...]:
    baselines = baseline_words(source.pathway)
    shown = (Paragraph(_BASELINE), Items(baselines)) if baselines else ()
    return (*_points(indicator_words(source.pathway)), *shown)


def _achievement(source: Source, field: FormField) -> tuple[Block, ...]:
    return (
        Heading(Text("Tolok ukur", "Benchmark"), level=2),
        *_objective(source, field),
        Heading(Text("Indikator dan target kinerja", "Indicators and targets"), level=2),
        *_indicators(source, field),
    )


def _actions(source: Source, field: FormField) -> tuple[Block, ...]:
    facts = source.facts
    activity = _coded(facts.activity_code, facts.activity)
    return (actions_table(source.pathway, activity, facts.amount, field.label),)


def _indicators_of(level: IndicatorLevel, source: Source) -> Text:
    return _joined([same(each.text) for each in source.pathway.indicators if each.level is level])


def _targets(source: Source) -> Text:
    """What is to come out: each outcome with its target and unit."""
    return _joined(
        [
            _TARGET.filled(text=each.text, target=each.target, unit=each.unit)
            for each in source.pathway.indicators
            if each.level is IndicatorLevel.OUTCOME and each.target is not None
        ]
    )


def _joined(words: Sequence[Text]) -> Text:
    if not words:
        return NOTHING
    joined = words[0]
    for each in words[1:]:
        joined = _AND.filled(a=joined, b=each)
    return joined


def _policy(source: Source) -> Text:
    facts = source.facts
    activity = _coded(facts.activity_code, facts.activity)
    return _AND.filled(a=facts.program, b=activity) if facts.program else activity


def _above_amount(source: Source) -> Text:
    amount = source.facts.above_amount
    return _UNKNOWN if amount is None else _said(amount)


FACTS: dict[str, Callable[[Source, FormField], list[Row]]] = {
    "agency": partial(_one, lambda source: same(source.printing.agency)),
    "unit": partial(_one, lambda source: same(source.printing.agency)),
    "address": partial(_one, lambda source: same(source.facts.address or "–")),
    "year": partial(_one, lambda source: same(str(source.facts.year))),
    "program": partial(_one, lambda source: same(source.facts.program or "–")),
    "program_code": partial(_one, lambda source: same(source.facts.program_code)),
    "policy": partial(_one, _policy),
    "activity": partial(_one, lambda source: _coded(source.facts.above_code, source.facts.above)),
    "sub_activity": partial(_one, lambda source: same(source.facts.activity)),
    "sub_activity_code": partial(_one, lambda source: same(source.facts.activity_code)),
    "amount": _amount,
    "activity_name": partial(
        _one, lambda source: _coded(source.facts.above_code, source.facts.above)
    ),
    "activity_input": partial(_one, _above_amount),
    "activity_output": partial(_one, lambda _: _UNKNOWN),
    "activity_outcome": partial(_one, lambda _: _UNKNOWN),
    "sub_activity_name": partial(
        _one, lambda source: _coded(source.facts.activity_code, source.facts.activity)
    ),
    "sub_activity_input": partial(_one, lambda source: _said(source.facts.amount)),
    "sub_activity_output": partial(_one, partial(_indicators_of, IndicatorLevel.OUTPUT)),
    "sub_activity_outcome": partial(_one, _targets),
}
PARTS: dict[str, Callable[[Source, FormField], tuple[Block, ...]]] = {
    "situation": _situation,
    "situation_data": lambda source, _: _points(data_words(source.pathway)),
    "factors": lambda source, _: _points(factor_words(source.pathway)),
    **{factor.value: partial(_factor, factor) for factor in Factor},
    "internal_causes": lambda source, _: _points(cause_words(source.pathway, CauseSide.INTERNAL)),
    "external_causes": lambda source, _: _points(cause_words(source.pathway, CauseSide.EXTERNAL)),
    "objective_before": _before,
    "objective": _objective,
    "indicators": _indicators,
    "achievement": _achievement,
    "actions": _actions,
}
_NUMBERED = Text("{n}. {label}", "{n}. {label}")
_TARGET = Text("{text}: {target} {unit}", "{text}: {target} {unit}")
_AND = Text("{a}; {b}", "{a}; {b}")
_BASELINE = Text("Data dasar (kolom 8 GAP):", "Baseline (column 8 of the GAP):")
_LATER = Text("Anggaran terakhir", "Latest budget")
_NOT_IN = Text(
    "sub kegiatan ini tidak tercantum dalam {stage}; jumlah di atas dari buku yang lebih awal",
    "this sub-activity does not stand in the {stage}; the amount above is that of an earlier book",
)
_DIFFERS = Text("{amount} dalam {stage}", "{amount} in the {stage}")
