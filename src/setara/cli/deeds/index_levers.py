"""What moves the index of one row of a table, in words or as JSON."""

from __future__ import annotations

from argparse import Namespace
from decimal import Decimal, InvalidOperation

from setara.cli.deeds.index_input import NotTaken
from setara.cli.deeds.index_table import worked
from setara.cli.deeds.indices import REFUSALS
from setara.cli.terminal import Terminal
from setara.cli.word import DONE, UNABLE
from setara.domain.indices.arithmetic import rounded
from setara.domain.indices.computing import Result, law_day
from setara.domain.indices.levers import (
    Sensitivity,
    SmallestChange,
    sensitivity,
    smallest_change,
)
from setara.domain.indices.levers.readings import (
    has_seats,
    levelling_reading,
    seats_reading,
    sensitivity_reading,
    smallest_reading,
)
from setara.domain.indices.registry import index_named
from setara.domain.indices.terms import shown
from setara.domain.language.text import Text

FINER = 2
"""Changes of small steps are printed with two decimals more than the index itself."""
TWO_MORE = 2


def levers_of_row(given: Namespace, terminal: Terminal) -> int:
    """Print what moves the index of a row. DONE, or UNABLE with the reason."""
    try:
        result = _result(given, terminal)
        target = _target(given.target)
        found = sensitivity(result, total_seats=_seats(given.seats))
        reached = _reached(result, target)
        sentences = [*levelling_reading(result), *sensitivity_reading(result, found)]
        if given.seats and has_seats(result):
            sentences.append(seats_reading(result, TWO_MORE, of=given.seats))
    except REFUSALS as refusal:
        if given.json:
            terminal.json({"index": given.index, "reason": refusal.reason})
        terminal.tell(refusal.reason)
        return UNABLE
    sentences += [smallest_reading(result, each) for each in reached]
    if given.json:
        terminal.json(_facts(result, found, reached, sentences))
        return DONE
    _say(result, found, sentences, terminal)
    return DONE


def _result(given: Namespace, terminal: Terminal) -> Result:
    work = worked(index_named(given.index), given, terminal)
    rows = len(work.table.rows)
    if not 1 <= given.row <= rows:
        raise NotTaken(NO_ROW, row=str(given.row), rows=rows)
    outcome = work.outcome(given.row - 1)
    if outcome.result is None:
        raise NotTaken(outcome.reason or NO_RESULT)
    return outcome.result


def _target(typed: str | None) -> Decimal | None:
    if typed is None:
        return None
    try:
        target = Decimal(typed)
    except InvalidOperation as error:
        raise NotTaken(NO_TARGET, typed=typed) from error
    if not target.is_finite():
        raise NotTaken(NO_TARGET, typed=typed)
    return target


def _seats(total: int | None) -> int | None:
    if total is not None and total < 1:
        raise NotTaken(NO_SEATS)
    return total


def _reached(result: Result, target: Decimal | None) -> list[SmallestChange]:
    if target is None:
        return []
    return [smallest_change(result, key, target) for key in result.figures]


def _say(
    result: Result, found: tuple[Sensitivity, ...], sentences: list[Text], terminal: Terminal
) -> None:
    places = int(result.index.rounding(law_day(result.year)).value) + FINER
    terminal.say(HEAD.filled(index=result.index.symbol, value=result.published))
    terminal.table(
        (FIGURE, NOW, STEP, CHANGE, PER_CENT),
        [
            (
                each.measure.name,
                shown(each.figure),
                DOWN.filled(step=each.step.name) if each.step_down else each.step.name,
                rounded(each.per_step, places),
                "–" if each.elasticity is None else rounded(each.elasticity, FINER),
            )
            for each in found
        ],
    )
    for sentence in sentences:
        terminal.say(sentence)


def _facts(
    result: Result,
    found: tuple[Sensitivity, ...],
    reached: list[SmallestChange],
    sentences: list[Text],
) -> dict[str, object]:
    return {
        "index": result.index.key,
        "year": result.year,
        "method": result.method.key,
        "published": result.published,
        "unrounded": result.unrounded,
        "sensitivities": [
            {
                "measure": each.measure.key,
                "figure": each.figure,
                "slope": each.slope,
                "elasticity": each.elasticity,
                "step": -each.step.size if each.step_down else each.step.size,
                "per_step": each.per_step,
                "moves_along": each.follower,
                "reason": each.reason,
            }
            for each in found
        ],
        "smallest_changes": [
            {
                "measure": each.measure.key,
                "target": each.target,
                "figure": each.figure,
                "needed": each.published,
                "needed_unrounded": each.unrounded,
                "best": each.best.published if each.best else None,
                "best_at": each.best.figure if each.best else None,
                "reason": each.best.reason if each.best else None,
            }
            for each in reached
        ],
        "reading": sentences,
    }


HEAD = Text("{index} = {value}", "{index} = {value}")
FIGURE = Text("Angka", "Figure")
NOW = Text("Sekarang", "Now")
STEP = Text("Satu langkah", "One step")
CHANGE = Text("Perubahan indeks", "Change of the index")
PER_CENT = Text("% per 1 %", "% per 1 %")
DOWN = Text("turun {step}", "down {step}")
NO_ROW = Text(
    "Baris {row} tidak ada; tabel ini memuat {rows} baris data.",
    "There is no row {row}; this table has {rows} rows of figures.",
)
NO_RESULT = Text("Baris itu tidak memuat angka.", "That row holds no figures.")
NO_TARGET = Text(
    "“{typed}” bukan angka. Contoh target: --target 75.5",
    "“{typed}” is not a number. An example: --target 75.5",
)
NO_SEATS = Text("Jumlah kursi harus paling sedikit 1.", "There must be at least 1 seat.")
