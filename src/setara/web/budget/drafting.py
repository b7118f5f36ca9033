"""What is typed into the form of a GAP as the rules want it, and back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from django.utils.datastructures import MultiValueDict

from setara.domain.budget.datum import Aspect
from setara.domain.budget.editions import identity
from setara.domain.budget.pathway import (
    Action,
    Baseline,
    Cause,
    Factor,
    FactorNote,
    Indicator,
    IndicatorLevel,
    Pathway,
    PathwayDraft,
    next_key,
)
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.sex import Sex
from setara.domain.language.writing import written
from setara.web.budget.sheet import ACTION, EXTERNAL, INDICATOR, INTERNAL, Row, Typed, laid_out
from setara.web.budget.writing import SIDES, PathwayForm
from setara.web.budget.writing_rows import RowForm


def free_numbers(pathway: Pathway) -> dict[str, int]:
    """The next number of each kind of row."""
    return {
        "cause": next_key(pathway.causes),
        ACTION: next_key(pathway.actions),
        INDICATOR: next_key(pathway.indicators),
    }


def as_typed(pathway: Pathway, edition: int) -> Typed:
    """The pathway as it stands in the form when it is opened."""
    notes = {note.factor: note for note in pathway.factors}
    typed: Typed = MultiValueDict(
        {
            "edition": [str(edition)],
            "objective": [pathway.objective],
            "activity_target": [pathway.activity_target],
            "reformulated_objective": [pathway.reformulated_objective],
            "reason_kept": [pathway.reason_kept],
            "baselines": [identity(each) for each in pathway.baselines],
        }
    )
    for factor in Factor:
        note = notes.get(factor)
        typed[factor.value] = note.text if note else ""
        typed[f"{factor.value}_datum"] = str(note.datum_key or "") if note else ""
    lists: dict[str, list[Row]] = {
        name: [_cause_row(each) for each in pathway.causes_of(side)] for name, side in SIDES.items()
    }
    lists[ACTION] = [_action_row(each) for each in pathway.actions]
    lists[INDICATOR] = [_indicator_row(each, pathway) for each in pathway.indicators]
    return laid_out(typed, lists, free_numbers(pathway))


def draft_of(form: PathwayForm) -> PathwayDraft:
    """The columns as they were typed, of a valid form.

    A row keeps its number and what the form does not show of it, out of the edition the writer
    started from: in a later one the same number may be another's row. A figure that an indicator
    starts from becomes a baseline.
    """
    typed, rows, pathway = form.cleaned_data, form.rows, form.started
    starts = [row.cleaned_data["from"] for row in _kept(rows[INDICATOR])]
    baselines = _baselines(pathway, [*typed["baselines"], *filter(None, starts)])
    return PathwayDraft(
        objective=typed["objective"],
        activity_target=typed.get("activity_target"),
        factors=tuple(
            FactorNote(factor, text, int(typed[f"{factor.value}_datum"] or 0) or None)
            for factor in Factor
            if (text := typed[factor.value])
        ),
        causes=tuple(
            _cause(row, name, pathway) for name in (INTERNAL, EXTERNAL) for row in _kept(rows[name])
        ),
        reformulated_objective=typed["reformulated_objective"],
        reason_kept=typed["reason_kept"],
        actions=tuple(_action(row, pathway) for row in _kept(rows[ACTION])),
        baselines=tuple(baselines.values()),
        indicators=tuple(_indicator(row, pathway, baselines) for row in _kept(rows[INDICATOR])),
    )


def _kept(rows: Iterable[Any]) -> list[Any]:
    return [row for row in rows if row.is_written]


def _cause(row: RowForm, name: str, pathway: Pathway) -> Cause:
    typed = row.cleaned_data
    factor = Factor(typed["factor"]) if typed["factor"] else None
    known = {each.key: each for each in pathway.causes}
    cause = known.get(typed["key"]) or Cause(typed["key"], SIDES[name], "")
    return replace(cause, side=SIDES[name], text=typed["text"], factor=factor)


def _action(row: RowForm, pathway: Pathway) -> Action:
    typed = row.cleaned_data
    known = {each.key: each for each in pathway.actions}
    action = known.get(typed["key"]) or Action(typed["key"], "")
    amount = typed["amount"]
    return replace(
        action,
        text=typed["text"],
        answers=tuple(sorted(int(key) for key in typed["answers"])),
        # The money of ticked lines is theirs, and nobody types it.
        amount=action.amount if action.lines else None if amount is None else Rupiah(int(amount)),
    )


def _indicator(row: Any, pathway: Pathway, baselines: dict[str, Baseline]) -> Indicator:
    typed = row.cleaned_data
    known = {each.key: each for each in pathway.indicators}
    level = IndicatorLevel(typed["level"])
    indicator = known.get(typed["key"]) or Indicator(typed["key"], level, "", "", None)
    start = baselines[typed["from"]] if typed["from"] else None
    return replace(
        indicator,
        level=level,
        text=typed["text"],
        unit=typed["unit"] or _unit_of(start, pathway),
        target=typed["target"],
        baseline_key=start.key if start else None,
        targets=row.targets(),
        sex=Sex(typed["sex"]) if typed["sex"] and start is None else None,
    )


def _unit_of(start: Baseline | None, pathway: Pathway) -> str:
    datum = pathway.datum(start.datum_key) if start else None
    # An indicator is written in the language of the paper.
    return datum.unit_of(start.aspect).id if start and datum else ""


def _baselines(pathway: Pathway, codes: Iterable[str]) -> dict[str, Baseline]:
    """A figure keeps its number; a new one gets the next."""
    known = {identity(each): each for each in pathway.baselines}
    free = next_key(pathway.baselines)
    found: dict[str, Baseline] = {}
    for code in dict.fromkeys(codes):
        if code in known:
            found[code] = known[code]
            continue
        datum, sex, aspect = code.split(":")
        found[code] = Baseline(free, int(datum), Sex(sex), Aspect(aspect))
        free += 1
    return found


def _cause_row(cause: Cause) -> Row:
    factor = cause.factor.value if cause.factor else ""
    return {"key": [str(cause.key)], "text": [cause.text], "factor": [factor]}


def _action_row(action: Action) -> Row:
    amount = "" if action.amount is None else _number(Decimal(action.amount.amount))
    return {
        "key": [str(action.key)],
        "text": [action.text],
        "answers": [str(key) for key in action.answers],
        "amount": [amount],
    }


def _indicator_row(indicator: Indicator, pathway: Pathway) -> Row:
    start = pathway.baseline(indicator.baseline_key)
    return {
        "key": [str(indicator.key)],
        "level": [indicator.level.value],
        "text": [indicator.text],
        "from": [identity(start) if start else ""],
        "target": [_number(indicator.target)],
        "unit": [indicator.unit],
        "sex": [indicator.sex.value if indicator.sex else ""],
    } | {f"year_{year}": [_number(target)] for year, target in indicator.targets}


def _number(value: Decimal | None) -> str:
    """Written so that it is read back as the same number, whatever language the page is in."""
    return "" if value is None else written(value, indonesian=True)
