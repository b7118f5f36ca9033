"""What is typed into the form of a GAP as the rules want it, and back."""

from __future__ import annotations

import re
from itertools import count
from typing import Any

from setara.domain.budget.datum import Aspect
from setara.domain.budget.pathway import (
    Action,
    Baseline,
    Cause,
    CauseSide,
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
from setara.domain.language.text import Language

Typed = dict[str, Any]

# `1, 2: Pelatihan …`: the numbers of the causes that an action answers stand before it.
_ANSWERS = re.compile(r"^\s*([\d,\s]+):\s*(.+)$")
# `… = Rp45.600.000`: the money of an action's components stands behind it.
_MONEY = re.compile(r"^(.*\S)\s*=\s*(?:Rp\s*)?(\d{1,3}(?:[.,]\d{3})+|\d+)(?:,-|,00)?\s*$")
# `3. Waktu pelatihan …`: the number of a cause stands before it.
_NUMBERED = re.compile(r"^(\d{1,3})\s*[.)]\s+(.+)$")


def initial(pathway: Pathway, edition: int) -> Typed:
    """What the form shows at first: the pathway as it is."""
    notes = {note.factor: note for note in pathway.factors}
    values: Typed = {
        "edition": edition,
        "objective": pathway.objective,
        "activity_target": pathway.activity_target,
        "internal": _cause_lines(pathway, CauseSide.INTERNAL),
        "external": _cause_lines(pathway, CauseSide.EXTERNAL),
        "reformulated_objective": pathway.reformulated_objective,
        "reason_kept": pathway.reason_kept,
        "actions": "\n".join(action_line(action) for action in pathway.actions),
        "baselines": [_code(each) for each in pathway.baselines],
    }
    for factor in Factor:
        note = notes.get(factor)
        values[factor.value] = note.text if note else ""
        values[f"{factor.value}_datum"] = str(note.datum_key or "") if note else ""
    for level in IndicatorLevel:
        of_level = [each for each in pathway.indicators if each.level is level]
        for number, indicator in enumerate(of_level, start=1):
            values |= _indicator_values(pathway, indicator, f"{level.value}_{number}")
    return values


def draft_of(typed: Typed, pathway: Pathway) -> PathwayDraft:
    """The columns as they were typed; a figure an indicator starts from becomes a baseline."""
    rows = _indicator_rows(typed)
    codes = dict.fromkeys([*typed["baselines"], *(row["from"] for _, row in rows if row["from"])])
    baselines = {code: _baseline(key, code) for key, code in enumerate(codes, start=1)}
    return PathwayDraft(
        objective=typed["objective"],
        activity_target=typed.get("activity_target"),
        factors=tuple(
            FactorNote(factor, text, int(typed[f"{factor.value}_datum"] or 0) or None)
            for factor in Factor
            if (text := typed[factor.value].strip())
        ),
        causes=_causes(typed, next_key(pathway.causes)),
        reformulated_objective=typed["reformulated_objective"],
        reason_kept=typed["reason_kept"],
        actions=tuple(
            action_of(key, line) for key, line in enumerate(_lines(typed["actions"]), start=1)
        ),
        baselines=tuple(baselines.values()),
        indicators=tuple(
            Indicator(
                key=key,
                level=level,
                text=row["text"].strip(),
                unit=row["unit"].strip(),
                target=row["target"],
                baseline_key=baselines[row["from"]].key if row["from"] else None,
            )
            for key, (level, row) in enumerate(rows, start=1)
        ),
    )


def _causes(typed: Typed, first_free: int) -> tuple[Cause, ...]:
    """A line keeps the number it shows, so that actions go on answering the same cause."""
    lines = [(CauseSide.INTERNAL, line) for line in _lines(typed["internal"])]
    lines += [(CauseSide.EXTERNAL, line) for line in _lines(typed["external"])]
    shown = [int(found[1]) for _, line in lines if (found := _NUMBERED.match(line))]
    free = count(max([first_free, *(number + 1 for number in shown)]))
    taken: set[int] = set()
    causes = []
    for side, line in lines:
        found = _NUMBERED.match(line)
        key, text = (int(found[1]), found[2]) if found else (0, line)
        if key in taken or not key:
            key = next(free)
        taken.add(key)
        causes.append(Cause(key, side, text))
    return tuple(causes)


def _indicator_rows(typed: Typed) -> list[tuple[IndicatorLevel, Typed]]:
    """The rows in which something is written, outputs first."""
    found = []
    for level in IndicatorLevel:
        for number in count(1):
            name = f"{level.value}_{number}"
            if f"{name}_text" not in typed:
                break
            row = {part: typed[f"{name}_{part}"] for part in ("text", "from", "target", "unit")}
            if row["text"].strip():
                found.append((level, row))
    return found


def _indicator_values(pathway: Pathway, indicator: Indicator, name: str) -> Typed:
    start = pathway.baseline(indicator.baseline_key)
    return {
        f"{name}_text": indicator.text,
        f"{name}_from": _code(start) if start else "",
        f"{name}_target": indicator.target,
        f"{name}_unit": indicator.unit,
    }


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _cause_lines(pathway: Pathway, side: CauseSide) -> str:
    return "\n".join(f"{cause.key}. {cause.text}" for cause in pathway.causes_of(side))


def action_line(action: Action) -> str:
    """The action as it is typed: causes before it, rupiah behind it."""
    numbers = ", ".join(str(key) for key in action.answers)
    money = "" if action.amount is None else f" = {action.amount.say(Language.INDONESIAN)}"
    return f"{numbers}: {action.text}{money}" if numbers else f"{action.text}{money}"


def action_of(key: int, line: str) -> Action:
    """The action that a typed line says."""
    paid = _MONEY.match(line)
    text, amount = (paid[1], _rupiah(paid[2])) if paid else (line, None)
    found = _ANSWERS.match(text)
    if found is None:
        return Action(key, text, amount=amount)
    answers = tuple(int(number) for number in re.findall(r"\d+", found[1]))
    return Action(key, found[2], answers, amount)


def _rupiah(written: str) -> Rupiah:
    return Rupiah(int(re.sub(r"\D", "", written)))


def _code(baseline: Baseline) -> str:
    return f"{baseline.datum_key}:{baseline.sex}:{baseline.aspect}"


def _baseline(key: int, code: str) -> Baseline:
    datum, sex, aspect = code.split(":")
    return Baseline(key, int(datum), Sex(sex), Aspect(aspect))
