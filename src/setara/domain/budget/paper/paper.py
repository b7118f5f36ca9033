"""A paper of one or several GAPs or GBSs: which tables they stand in, each read and judged."""

from __future__ import annotations

from collections.abc import Container, Sequence
from datetime import date

from setara.domain.budget.paper.fields import Fields, PaperKind
from setara.domain.budget.paper.listed import heads_of, listed
from setara.domain.budget.paper.matrix import gathered, heading_of
from setara.domain.budget.paper.places import Sheet
from setara.domain.budget.paper.reading import ReadPathway, read_fields
from setara.domain.budget.paper.stranger import what_it_is
from setara.domain.language.text import Language, Text


class NotAPathway(Exception):
    """The paper holds neither a GAP nor a GBS; `reason` says what it seems to be."""

    def __init__(self, reason: Text) -> None:
        self.reason = reason
        super().__init__(reason.say(Language.ENGLISH))


def read_pathways(
    sheets: Sequence[Sheet], *, today: date, skip: Container[str] = frozenset()
) -> tuple[ReadPathway, ...]:
    """Every GAP and GBS of the paper, in its order. Raises NotAPathway where there is none.

    Sheets named in `skip` are passed over. Cost: about 5 ms for a GAP.
    """
    found: list[ReadPathway] = []
    between: list[Sheet] = []
    heads = Fields()
    for sheet in (each for each in sheets if each.name not in skip or not each.name):
        heading = heading_of(sheet)
        if heading is None:
            between.append(sheet)
            continue
        above = Sheet(sheet.name, sheet.rows[: heading.first], sheet.is_workbook)
        found += _listed(between, heads, today)
        heads = heads_of([*between, above])
        between = []
        found += [
            read_fields(fields, PaperKind.MATRIX, heads=heads, current_year=today.year)
            for fields in gathered(sheet, heading)
        ]
    found += _listed(between, heads, today)
    if not found:
        raise NotAPathway(what_it_is(sheets))
    return tuple(found)


def _listed(sheets: Sequence[Sheet], heads: Fields, today: date) -> list[ReadPathway]:
    return [
        read_fields(fields, fields.kind_of_list, heads=heads, current_year=today.year)
        for fields in listed(sheets)
    ]
