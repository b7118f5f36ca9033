"""A GAP as a form that is typed into, and back."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, cast

from django import forms

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
)
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text
from setara.web.shell.words import current_language, lazy_text

# `1, 2: Pelatihan …`: the numbers of the causes that an action answers stand before it.
_ANSWERS = re.compile(r"^\s*([\d,\s]+):\s*(.+)$")
ONE_A_LINE = Text("Satu sebab tiap baris.", "One cause a line.")
LEVELS = {"output": IndicatorLevel.OUTPUT, "outcome": IndicatorLevel.OUTCOME}


def _lines(label: Text, help_text: Text) -> forms.CharField:
    return forms.CharField(
        label=lazy_text(label),
        help_text=lazy_text(help_text),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )


def _words(label: Text, rows: int = 2) -> forms.CharField:
    return forms.CharField(
        label=lazy_text(label), widget=forms.Textarea(attrs={"rows": rows}), required=False
    )


class PathwayForm(forms.Form):
    """Columns 1 and 3 to 9; column 2 comes from the register of data and is not typed."""

    edition = forms.IntegerField(widget=forms.HiddenInput)
    objective = _words(Text("Tujuan sub kegiatan", "Objective of the sub-activity"))
    access = _words(Factor.ACCESS.label)
    participation = _words(Factor.PARTICIPATION.label)
    control = _words(Factor.CONTROL.label)
    benefit = _words(Factor.BENEFIT.label)
    internal = _lines(CauseSide.INTERNAL.label, ONE_A_LINE)
    external = _lines(CauseSide.EXTERNAL.label, ONE_A_LINE)
    reformulated_objective = _words(Text("Reformulasi tujuan", "Reformulated objective"))
    reason_kept = _words(
        Text("Bila tujuan tetap: alasannya", "If the objective is kept: the reason"), rows=1
    )
    actions = _lines(
        Text("Rencana aksi", "Actions"),
        Text(
            "Satu aksi tiap baris, didahului nomor sebab yang dijawab: “1, 2: Jadwal sore”.",
            "One action a line, after the numbers of the causes it answers: “1, 2: Late classes”.",
        ),
    )
    baselines = forms.MultipleChoiceField(
        label=lazy_text(Text("Data dasar dari kolom 2", "Baseline from column 2")),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    output_text = _words(Text("Indikator keluaran", "Output indicator"), rows=1)
    output_unit = forms.CharField(label=lazy_text(Text("Satuan", "Unit")), required=False)
    output_target = forms.DecimalField(label=lazy_text(Text("Target", "Target")), required=False)
    outcome_text = _words(Text("Indikator hasil", "Outcome indicator"), rows=1)
    outcome_unit = forms.CharField(label=lazy_text(Text("Satuan", "Unit")), required=False)
    outcome_target = forms.DecimalField(label=lazy_text(Text("Target", "Target")), required=False)

    def __init__(self, *args: object, pathway: Pathway, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        cast(forms.MultipleChoiceField, self.fields["baselines"]).choices = baseline_choices(
            pathway
        )


def baseline_choices(pathway: Pathway) -> list[tuple[str, str]]:
    """Every figure of column 2 that a baseline can be."""
    language = current_language()
    sentence = Text("{label}, {sex}: {value} {unit}", "{label}, {sex}: {value} {unit}")
    found = []
    for datum in pathway.data:
        for sex in (Sex.FEMALE, Sex.MALE):
            for aspect in Aspect:
                value = datum.figure(sex, aspect)
                if value is not None:
                    words = sentence.filled(
                        label=datum.label,
                        sex=sex.label,
                        value=value,
                        unit=datum.unit_of(aspect),
                    )
                    found.append((f"{datum.key}:{sex}:{aspect}", words.say(language)))
    return found


def initial(pathway: Pathway, edition: int) -> dict[str, Any]:
    """What the form shows at first: the pathway as it is."""
    notes = {note.factor: note.text for note in pathway.factors}
    values: dict[str, Any] = {
        "edition": edition,
        "objective": pathway.objective,
        "internal": _joined(pathway, CauseSide.INTERNAL),
        "external": _joined(pathway, CauseSide.EXTERNAL),
        "reformulated_objective": pathway.reformulated_objective,
        "reason_kept": pathway.reason_kept,
        "actions": "\n".join(_action_line(action) for action in pathway.actions),
        "baselines": [f"{each.datum_key}:{each.sex}:{each.aspect}" for each in pathway.baselines],
    }
    values |= {factor.value: notes.get(factor, "") for factor in Factor}
    for indicator in pathway.indicators:
        name = indicator.level.value
        values |= {
            f"{name}_text": indicator.text,
            f"{name}_unit": indicator.unit,
            f"{name}_target": indicator.target,
        }
    return values


def draft_of(typed: dict[str, Any], pathway: Pathway) -> PathwayDraft:
    """What was typed, as the rules want it; causes are numbered through, internal first."""
    internal, external = _split(typed["internal"]), _split(typed["external"])
    sides = [(CauseSide.INTERNAL, text) for text in internal]
    sides += [(CauseSide.EXTERNAL, text) for text in external]
    shows = next((datum.key for datum in pathway.data if datum.has_figures), None)
    baselines = tuple(
        _baseline(key, choice) for key, choice in enumerate(typed["baselines"], start=1)
    )
    return PathwayDraft(
        objective=typed["objective"],
        factors=tuple(
            FactorNote(factor, typed[factor.value].strip(), shows)
            for factor in Factor
            if typed[factor.value].strip()
        ),
        causes=tuple(Cause(key, side, text) for key, (side, text) in enumerate(sides, start=1)),
        reformulated_objective=typed["reformulated_objective"],
        reason_kept=typed["reason_kept"],
        actions=tuple(
            _action(key, line) for key, line in enumerate(_split(typed["actions"]), start=1)
        ),
        baselines=baselines,
        indicators=tuple(_indicators(typed, baselines)),
    )


def _split(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _joined(pathway: Pathway, side: CauseSide) -> str:
    return "\n".join(cause.text for cause in pathway.causes_of(side))


def _action_line(action: Action) -> str:
    numbers = ", ".join(str(key) for key in action.answers)
    return f"{numbers}: {action.text}" if numbers else action.text


def _action(key: int, line: str) -> Action:
    found = _ANSWERS.match(line)
    if found is None:
        return Action(key, line)
    return Action(key, found[2], tuple(int(number) for number in re.findall(r"\d+", found[1])))


def _baseline(key: int, choice: str) -> Baseline:
    datum, sex, aspect = choice.split(":")
    return Baseline(key, int(datum), Sex(sex), Aspect(aspect))


def _indicators(typed: dict[str, Any], baselines: tuple[Baseline, ...]) -> list[Indicator]:
    first = baselines[0].key if baselines else None
    found = []
    for key, (name, level) in enumerate(LEVELS.items(), start=1):
        text: str = typed[f"{name}_text"].strip()
        target: Decimal | None = typed[f"{name}_target"]
        if text:
            found.append(Indicator(key, level, text, typed[f"{name}_unit"].strip(), target, first))
    return found
