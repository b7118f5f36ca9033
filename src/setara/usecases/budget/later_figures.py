"""The register's figures of what column 2 refers to, at every period, small counts left out."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from setara.domain.budget.datum import DatumReference
from setara.domain.budget.outcome_measure import Compared, compared_datum
from setara.usecases.budget.register import figures_of_rows, rows_of

LaterFigures = dict[DatumReference, list[Compared]]


def register_figures(
    government_id: int, references: Collection[DatumReference], on: date
) -> LaterFigures:
    """The figures of both sexes by reference, the earliest period first.

    Figures so small that nobody may see them are marked as hidden. Cost: two queries, and those of
    `hidden_in`.
    """
    rows = rows_of(government_id).filter(
        element__code__in={each.element_code for each in references},
        place__code__in={each.place_code for each in references},
        breakdown__in={each.breakdown for each in references},
    )
    found = figures_of_rows(rows, government_id, on=on)
    return {
        reference: [
            compared for datum in figures.periods if (compared := compared_datum(datum)) is not None
        ]
        for reference, figures in found.items()
    }
