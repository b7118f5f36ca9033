"""One table of a producer's answer, cell by cell, and the way through a long one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from setara.domain.foundation.actor import Actor
from setara.domain.statistics.asked import AskedCell
from setara.domain.statistics.completeness import Completeness, completeness
from setara.domain.statistics.element import Element
from setara.usecases.foundation.access import NotFound
from setara.usecases.statistics.asked import asked_cells
from setara.usecases.statistics.calls import ELEMENT
from setara.usecases.statistics.submission_queries import SubmissionAnswer, answer_of, readable


@dataclass(frozen=True, slots=True)
class EntryPlace:
    """One place of a table that is too long to be filled in at once."""

    code: str
    name: str
    completeness: Completeness


@dataclass(frozen=True, slots=True)
class EntryAnswer:
    """One table of the answer cell by cell, and the way to the next one.

    A long table comes place by place: then `cells` are those of `place_code`, and `places` all
    there are; both are empty otherwise.
    """

    submission: SubmissionAnswer
    element: Element
    cells: tuple[AskedCell, ...]
    places: tuple[EntryPlace, ...]
    place_code: str
    next_place: str
    previous_code: str
    next_code: str


def entry(
    *, by: Actor, submission_id: int, element_code: str, today: date, place_code: str = ""
) -> EntryAnswer:
    """One table of an answer, of a long one the part about `place_code` (the first for none).

    Raises NotFound. Cost: about twenty queries.
    """
    row = readable(by, submission_id)
    cells = asked_cells(row)
    codes = list(dict.fromkeys(cell.element_code for cell in cells))
    if element_code not in codes:
        raise NotFound(ELEMENT.filled(code=element_code))
    found = tuple(cell for cell in cells if cell.element_code == element_code)
    places = _places(found)
    chosen = place_code if place_code in {each.code for each in places} else ""
    if places and not chosen:
        chosen = places[0].code
    return EntryAnswer(
        submission=answer_of(by, row, cells, today),
        element=found[0].element,
        cells=tuple(cell for cell in found if chosen in {"", cell.place_code}),
        places=places,
        place_code=chosen,
        next_place=_after([each.code for each in places], chosen),
        previous_code=_after(codes[::-1], element_code),
        next_code=_after(codes, element_code),
    )


# Twice as many fields stand on the page; a form of more than a thousand is not taken.
MOST_CELLS = 120


def _places(cells: tuple[AskedCell, ...]) -> tuple[EntryPlace, ...]:
    by_place: dict[str, list[AskedCell]] = {}
    for cell in cells:
        by_place.setdefault(cell.place_code, []).append(cell)
    if len(cells) <= MOST_CELLS or len(by_place) == 1:
        return ()
    return tuple(
        EntryPlace(code, found[0].place_name, completeness(cell.value for cell in found))
        for code, found in by_place.items()
    )


def _after(codes: list[str], code: str) -> str:
    """The code that follows, empty at the end."""
    following = codes[codes.index(code) + 1 :] if code in codes else []
    return following[0] if following else ""
