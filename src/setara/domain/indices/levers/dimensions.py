"""Which dimension of an index a measure belongs to, for contributions by dimension."""

from __future__ import annotations

from setara.domain.indices.computing import Result
from setara.domain.indices.definition import Measure
from setara.domain.indices.levers.natural import component_of
from setara.domain.language.text import Text

HEALTH = Text("Kesehatan", "Health")
EDUCATION = Text("Pendidikan", "Education")
LIVING = Text("Standar hidup", "Standard of living")
EMPOWERMENT = Text("Pemberdayaan", "Empowerment")
WORK = Text("Pasar kerja", "Labour market")
PARLIAMENT = Text("Keterlibatan di parlemen", "Seats in parliament")
DECISIONS = Text("Pengambilan keputusan", "Decisions at work")
INCOME = Text("Pendapatan", "Income")

_DIMENSIONS = {
    "life_expectancy": HEALTH,
    "maternal_mortality_ratio": HEALTH,
    "adolescent_birth_rate": HEALTH,
    "mtf": HEALTH,
    "mhpk20": HEALTH,
    "inequality_life_expectancy": HEALTH,
    "expected_schooling": EDUCATION,
    "mean_schooling": EDUCATION,
    "inequality_education": EDUCATION,
    "expenditure": LIVING,
    "gni_per_capita": LIVING,
    "inequality_income": LIVING,
    "seats": EMPOWERMENT,
    "secondary": EMPOWERMENT,
    "lfpr": WORK,
    "professional": DECISIONS,
    "income_share": INCOME,
    "ppp": INCOME,
}
# In the IDG seats are a dimension of their own.
_OF_INDEX = {("idg", "seats"): PARLIAMENT}


def by_dimension(result: Result) -> dict[Text, list[Measure]]:
    """The measures that have a figure by dimension, in the order in which the index has them.

    Where no table says, as of an index that is defined in a file, a dimension is what the last
    step of the formula puts together; a measure that stands there itself is its own.
    """
    index = result.index
    there = [measure for measure in index.measures if measure.key in result.figures]
    is_told = all(component_of(measure.key) in _DIMENSIONS for measure in there)
    blocks = {} if is_told else _blocks(result)
    found: dict[Text, list[Measure]] = {}
    for measure in there:
        component = component_of(measure.key)
        told = _OF_INDEX.get((index.key, component)) or _DIMENSIONS.get(component)
        name = blocks.get(measure.key, measure.name) if blocks else told or measure.name
        found.setdefault(name, []).append(measure)
    return found


def _blocks(result: Result) -> dict[str, Text]:
    """By measure the one term of the last step that it is a part of."""
    found: dict[str, Text] = {}
    for block in result.explain().tree().branches:
        for branch in block.walked():
            if branch.term.key in result.figures and branch.step is None:
                found[branch.term.key] = block.term.name
    return found
