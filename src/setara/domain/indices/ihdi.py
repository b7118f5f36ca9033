"""The inequality-adjusted human development index (IHDI) of UNDP, from its published losses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from setara.domain.indices.arithmetic import N, geometric_mean
from setara.domain.indices.computing import Result, computed
from setara.domain.indices.definition import Fault, Figure, Index, Measure, Method, SuspectFigures
from setara.domain.indices.hdi import (
    DEVELOPMENT,
    SERIES_BEGINS,
    UNDP,
    UNDP_2014,
    schooling_exchanged,
)
from setara.domain.indices.worksheet import StepName, Worksheet
from setara.domain.language.text import Text

PER_CENT = Text("persen", "per cent")
LOSSES = ("inequality_life_expectancy", "inequality_education", "inequality_income")
_LABELS = {
    "inequality_life_expectancy": (
        "A_LE",
        Text("Ketimpangan umur harapan hidup", "Inequality in life expectancy"),
    ),
    "inequality_education": ("A_edu", Text("Ketimpangan pendidikan", "Inequality in education")),
    "inequality_income": ("A_inc", Text("Ketimpangan pendapatan", "Inequality in income")),
}
IN_PER_CENT = Text("Isi dalam persen: 28,6, bukan 0,286.", "Enter per cent: 28.6 and not 0.286.")

KEPT = StepName(
    "kept",
    "K",
    Text("Bagian yang tersisa setelah ketimpangan", "Part that is left after inequality"),
)
IHDI_STEP = StepName(
    "ihdi",
    "IHDI",
    Text(
        "Indeks Pembangunan Manusia disesuaikan dengan ketimpangan",
        "Inequality-adjusted human development index",
    ),
)


def since_2014(sheet: Worksheet[N]) -> N:
    """IHDI: the HDI times the geometric mean of what inequality leaves of its dimensions."""
    development = DEVELOPMENT.compute(sheet, None)
    life, education, income = (sheet.figure(loss) for loss in LOSSES)
    kept = sheet.step(
        KEPT,
        geometric_mean(1 - life / 100, 1 - education / 100, 1 - income / 100),
    )
    return sheet.step(IHDI_STEP, development * kept, decimals=sheet.rule("ihdi.published_decimals"))


def _losses_as_proportions(figures: Mapping[str, Decimal]) -> Iterator[Fault]:
    for loss in LOSSES:
        yield Fault((loss,), AS_PROPORTION.filled(measure=_LABELS[loss][1], figure=figures[loss]))


def _are_all_small(figures: Mapping[str, Any]) -> Any:
    life, education, income = (figures[loss] for loss in LOSSES)
    # No published row has less than one per cent in all three; the lowest income loss is ten.
    is_something = (life > 0) | (education > 0) | (income > 0)
    return is_something & (life <= 1) & (education <= 1) & (income <= 1)


AS_PROPORTION = Text(
    "{measure}: {figure} tampaknya proporsi, sedangkan yang diminta persen. Isi dalam persen: "
    "28,6, bukan 0,286.",
    "{measure}: {figure} looks like a proportion where per cent is asked for. Enter per cent: "
    "28.6 and not 0.286.",
)

IHDI = Index(
    step=IHDI_STEP,
    measures=(
        *DEVELOPMENT.measures(None),
        *(
            Measure(key, symbol, name, PER_CENT, Decimal(0), Decimal(100), IN_PER_CENT)
            for key, (symbol, name) in _LABELS.items()
        ),
    ),
    steps=(*DEVELOPMENT.steps(None), KEPT, IHDI_STEP),
    methods=(Method("ihdi.since_2014", UNDP_2014, since_2014, first_year=SERIES_BEGINS),),
    decimals="ihdi.published_decimals",
    publisher=UNDP,
    checks=(SuspectFigures(LOSSES, _are_all_small, _losses_as_proportions),),
    doubts=(schooling_exchanged(None),),
)


def inequality_coefficient(result: Result) -> Decimal:
    """UNDP's coefficient of human inequality of an IHDI, in per cent: the mean of its losses."""
    return sum((result.figures[loss] for loss in LOSSES), Decimal(0)) / len(LOSSES)


def ihdi(
    *,
    life_expectancy: Figure,
    expected_schooling: Figure,
    mean_schooling: Figure,
    gni_per_capita: Figure,
    inequality_life_expectancy: Figure,
    inequality_education: Figure,
    inequality_income: Figure,
    year: int | None = None,
) -> Result:
    """The HDI less what inequality takes from it, 0 to 1, three decimals.

    The components as for `hdi`; the three inequalities in per cent as UNDP publishes them
    (Atkinson's measure). Raises UnusableInput, NoMethod. Source: UNDP, Human
    Development Report, technical notes.
    """
    return computed(
        IHDI,
        {
            "life_expectancy": life_expectancy,
            "expected_schooling": expected_schooling,
            "mean_schooling": mean_schooling,
            "gni_per_capita": gni_per_capita,
            "inequality_life_expectancy": inequality_life_expectancy,
            "inequality_education": inequality_education,
            "inequality_income": inequality_income,
        },
        year=year,
    )
