"""The nine columns of a pathway in words, for pages and papers alike."""

from __future__ import annotations

from setara.domain.budget.datum_words import datum_words
from setara.domain.budget.pathway import Action, Cause, CauseSide, Direction, Indicator, Pathway
from setara.domain.language.text import Text, same
from setara.domain.law.forms import Form, FormField
from setara.domain.law.own_forms import TARGET


def columns_on_form(pathway: Pathway, form: Form) -> tuple[tuple[FormField, tuple[Text, ...]], ...]:
    """Each column of the form with what stands in it, in the order of the form."""
    words = columns_in_words(pathway)
    return tuple((field, (*words[field.code], *_held(pathway, field))) for field in form.fields)


def _held(pathway: Pathway, field: FormField) -> tuple[Text, ...]:
    """What the form writes into a column beside its own content."""
    if TARGET not in field.holds:
        return ()
    return (_TARGET.filled(text=pathway.activity_target or "–"),)


def columns_reviewed(pathway: Pathway) -> dict[str, tuple[Text, ...]]:
    """The columns with everything that was written into them, on whatever form it stands."""
    words = columns_in_words(pathway)
    if pathway.activity_target:
        target = _TARGET.filled(text=pathway.activity_target)
        words["activity"] = (*words["activity"], target)
    words["indicators"] = tuple(
        _with_its_action(pathway, indicator, said)
        for indicator, said in zip(pathway.indicators, indicator_words(pathway), strict=True)
    )
    return words


def _with_its_action(pathway: Pathway, indicator: Indicator, words: Text) -> Text:
    for number, action in enumerate(pathway.actions, start=1):
        if action.key == indicator.action_key:
            return Text("{words} (dari aksi {n})", "{words} (of action {n})").filled(
                words=words, n=number
            )
    return words


def columns_in_words(pathway: Pathway) -> dict[str, tuple[Text, ...]]:
    """What stands in each column, under the column codes of the nine-column form."""
    activity = Text("{code} {name}", "{code} {name}").filled(
        code=pathway.activity_code, name=pathway.activity_name
    )
    objective = Text("Tujuan: {text}", "Objective: {text}").filled(text=pathway.objective or "–")
    return {
        "activity": (activity, objective),
        "data": data_words(pathway),
        "factors": factor_words(pathway),
        "internal_causes": cause_words(pathway, CauseSide.INTERNAL),
        "external_causes": cause_words(pathway, CauseSide.EXTERNAL),
        "reformulated_objective": (objective_words(pathway),),
        "actions": action_words(pathway),
        "baseline": baseline_words(pathway),
        "indicators": indicator_words(pathway),
    }


def data_words(pathway: Pathway) -> tuple[Text, ...]:
    """Column 2: each datum with its figures, period and source."""
    return tuple(datum_words(datum) for datum in pathway.data)


def factor_words(pathway: Pathway) -> tuple[Text, ...]:
    """Column 3: only the factors that matter."""
    return tuple(
        Text("{factor}: {text}", "{factor}: {text}").filled(
            factor=note.factor.label, text=note.text
        )
        for note in pathway.factors
    )


def cause_words(pathway: Pathway, side: CauseSide) -> tuple[Text, ...]:
    """Column 4 or 5, numbered so that actions can refer to them."""
    return tuple(_cause_words(cause) for cause in pathway.causes_of(side))


def _cause_words(cause: Cause) -> Text:
    words = Text("[{key}] {text}", "[{key}] {text}").filled(key=cause.key, text=cause.text)
    if cause.factor is None:
        return words
    return Text("{words} (faktor {factor})", "{words} (factor: {factor})").filled(
        words=words, factor=cause.factor.label
    )


def objective_words(pathway: Pathway) -> Text:
    """Column 6: the reformulated objective, or why the old one is kept."""
    if pathway.reason_kept:
        return Text(
            "{objective} (tujuan sudah responsif: {reason})",
            "{objective} (the objective is responsive already: {reason})",
        ).filled(
            objective=pathway.reformulated_objective or pathway.objective,
            reason=pathway.reason_kept,
        )
    return same(pathway.reformulated_objective)


def action_words(pathway: Pathway) -> tuple[Text, ...]:
    """Column 7: each action with the causes it answers and its money, where they are known."""
    return tuple(_action_words(action) for action in pathway.actions)


def _action_words(action: Action) -> Text:
    words = same(action.text)
    if action.answers:
        words = Text("{text} (menjawab {keys})", "{text} (answers {keys})").filled(
            text=action.text, keys=", ".join(f"[{key}]" for key in action.answers)
        )
    if action.lines:
        words = Text("{words} ({n} baris anggaran)", "{words} ({n} budget lines)").filled(
            words=words, n=len(action.lines)
        )
    if action.amount is not None:
        words = Text("{words}: {amount}", "{words}: {amount}").filled(
            words=words, amount=action.amount
        )
    return words


def baseline_words(pathway: Pathway) -> tuple[Text, ...]:
    """Column 8: figures of column 2, referred to."""
    found = []
    for baseline in pathway.baselines:
        datum, value = pathway.datum(baseline.datum_key), pathway.figure(baseline)
        if datum is None:
            continue
        found.append(
            Text("{label}, {sex}: {value} {unit}", "{label}, {sex}: {value} {unit}").filled(
                label=datum.label,
                sex=baseline.sex.label,
                value=value if value is not None else "–",
                unit=datum.unit_of(baseline.aspect),
            )
        )
    return tuple(found)


def indicator_words(pathway: Pathway) -> tuple[Text, ...]:
    """Column 9: output and outcome from baseline to target."""
    return tuple(_indicator_words(pathway, indicator) for indicator in pathway.indicators)


def _indicator_words(pathway: Pathway, indicator: Indicator) -> Text:
    words = Text("{level}: {course}", "{level}: {course}").filled(
        level=indicator.level.label, course=course_words(pathway, indicator)
    )
    if indicator.sex is not None:
        words = Text("{words} (menghitung {sex})", "{words} (counts {sex})").filled(
            words=words, sex=indicator.sex.label
        )
    return words


_COURSE = Text("{text}, {start} → {target} {unit}", "{text}, {start} → {target} {unit}")
_ONLY_TARGET = Text("{text}, target {target} {unit}", "{text}, target {target} {unit}")


def course_words(pathway: Pathway, indicator: Indicator) -> Text:
    """One indicator from its baseline to its target, without its level."""
    baseline = pathway.baseline(indicator.baseline_key)
    start = pathway.figure(baseline) if baseline else None
    course = _ONLY_TARGET if start is None else _COURSE
    words = course.filled(
        text=indicator.text,
        start=start,
        target=indicator.target if indicator.target is not None else "–",
        unit=indicator.unit,
    )
    for year, target in indicator.targets:
        words = Text("{words}; {year}: {target}", "{words}; {year}: {target}").filled(
            words=words, year=str(year), target=target
        )
    return words


def direction_words(pathway: Pathway, indicator: Indicator) -> Text | None:
    """Which way the target goes from the baseline; None where one of the two is missing."""
    direction, baseline = pathway.direction(indicator), pathway.baseline(indicator.baseline_key)
    if direction is None or baseline is None:
        return None
    return _COURSES[direction].filled(
        sex=baseline.sex.label,
        start=pathway.figure(baseline),
        target=indicator.target,
        unit=indicator.unit,
    )


_TARGET = Text("Indikator/sasaran: {text}", "Indicator or target: {text}")
_COURSES = {
    Direction.UP: Text(
        "Naik dari {start} ke {target} {unit} ({sex}).",
        "Up from {start} to {target} {unit} ({sex}).",
    ),
    Direction.DOWN: Text(
        "Turun dari {start} ke {target} {unit} ({sex}).",
        "Down from {start} to {target} {unit} ({sex}).",
    ),
    Direction.STILL: Text(
        "Tetap {start} {unit} ({sex}): target sama dengan titik awal.",
        "Unchanged at {start} {unit} ({sex}): the target is the starting point.",
    ),
}
