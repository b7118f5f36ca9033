"""Recomputes an index from the figures given on the command line."""

from __future__ import annotations

from argparse import Namespace
from decimal import Decimal, InvalidOperation

from setara.cli.terminal import Terminal
from setara.cli.word import DONE, UNABLE
from setara.domain.indices.computing import computed
from setara.domain.indices.definition import Figure, NoMethod, UnusableInput
from setara.domain.indices.explanation import Explained
from setara.domain.indices.ipg import IPG
from setara.domain.indices.ipm import COMPONENTS
from setara.domain.language.text import Text, same
from setara.domain.law.regulations import regulation

NOT_FOUR = Text(
    "“{given}” bukan empat angka yang dipisahkan koma. Contoh: 74.84,13.47,8.36,2965.",
    "“{given}” is not four numbers separated by commas. Example: 74.84,13.47,8.36,2965.",
)
PARAMETER = Text(
    "  {key} = {value} {unit} – {source}, {locator}{mark}",
    "  {key} = {value} {unit} – {source}, {locator}{mark}",
)
UNVERIFIED = Text(" (belum diverifikasi)", " (unverified)")


class NotFour(ValueError):
    """What was given for one sex is not four numbers."""

    def __init__(self, given: str) -> None:
        self.reason = NOT_FOUR.filled(given=given)
        super().__init__(given)


def ipg_of(given: Namespace, terminal: Terminal) -> int:
    """Print the IPG of a year, with every step and source on request."""
    try:
        figures = {**_figures(given.women, "female"), **_figures(given.men, "male")}
        found = computed(IPG, figures, year=given.year).explain()
    except (NotFour, UnusableInput, NoMethod) as refusal:
        terminal.tell(refusal.reason)
        return UNABLE
    if given.json:
        terminal.json(_facts(found))
        return DONE
    lines = found.as_lines(terminal.language)
    terminal.say(same(lines[0]))
    if given.explain:
        _explain(found, terminal)
    return DONE


def _figures(given: str, sex: str) -> dict[str, Figure]:
    try:
        figures = [Decimal(part.strip()) for part in given.split(",")]
    except InvalidOperation as error:
        raise NotFour(given) from error
    if len(figures) != len(COMPONENTS):
        raise NotFour(given)
    return {f"{name}_{sex}": value for name, value in zip(COMPONENTS, figures, strict=True)}


def _explain(found: Explained, terminal: Terminal) -> None:
    for line in found.as_lines(terminal.language)[1:]:
        terminal.say(same(line))
    for parameter in found.parameters:
        terminal.say(
            PARAMETER.filled(
                key=parameter.key,
                value=parameter.value,
                unit=parameter.unit,
                source=regulation(parameter.regulation).name,
                locator=parameter.locator,
                mark="" if parameter.verified else UNVERIFIED,
            )
        )


def _facts(found: Explained) -> dict[str, object]:
    return {
        "ipg": str(found.published),
        "ipg_unrounded": str(found.unrounded),
        "method": found.method_key,
        "steps": {step.symbol: str(step.value) for step in found.steps},
    }
