"""Two people wrote the same pathway: their changes put together, or shown side by side.

Each started from the same edition. What only one of them changed is taken; what both changed
alike is taken once; what they changed differently is a clash that a person resolves. Rows are
compared by their number, so that a row keeps its place whatever is written in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from setara.domain.budget.editions import (
    SENTENCES,
    TABLES,
    Place,
    Row,
    identity,
    rows,
    written_fields,
)
from setara.domain.budget.pathway import FactorNote, Pathway, without_loose_ends
from setara.domain.language.text import Text


class Side(StrEnum):
    """Whose words are kept where both wrote in the same place."""

    MINE = "mine"
    THEIRS = "theirs"
    TOGETHER = "together"

    @property
    def label(self) -> Text:
        """In both languages."""
        return SIDE_LABELS[self]


SIDE_LABELS = {
    Side.MINE: Text("Pakai tulisan saya", "Use mine"),
    Side.THEIRS: Text("Pakai tulisan yang sudah tersimpan", "Use what is saved already"),
    Side.TOGETHER: Text("Gabungkan dengan kata-kata ini", "Combine in these words"),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """How a clash is resolved; `words` are those of a combination."""

    side: Side
    words: str = ""


@dataclass(frozen=True, slots=True)
class Clash:
    """A place in which both wrote differently; None for a row that one of them took out."""

    place: Place
    before: Any
    mine: Any
    theirs: Any

    @property
    def is_words(self) -> bool:
        """Whether both wrote words, which can be combined."""
        return type(self.mine) is str and type(self.theirs) is str


@dataclass(frozen=True, slots=True)
class Merged:
    """The pathway with the changes of both; in a clash not resolved it holds what is mine."""

    pathway: Pathway
    clashes: tuple[Clash, ...]


@dataclass(slots=True)
class _Merging:
    choices: Mapping[Place, Choice]
    clashes: list[Clash] = field(default_factory=list)

    def value(self, place: Place, before: Any, mine: Any, theirs: Any) -> Any:
        if theirs in (mine, before):
            return mine
        if mine == before:
            return theirs
        if place.field == "answers":
            return _ticks(before, mine, theirs)
        return self._chosen(Clash(place, before, mine, theirs))

    def _chosen(self, clash: Clash) -> Any:
        choice = self.choices.get(clash.place)
        if choice is not None and choice.side is Side.TOGETHER and clash.is_words:
            return choice.words
        if choice is not None and choice.side is not Side.TOGETHER:
            return clash.mine if choice.side is Side.MINE else clash.theirs
        self.clashes.append(clash)
        return clash.mine

    def row(self, place: Place, before: Row | None, mine: Row | None, theirs: Row | None) -> Any:
        if before is None and isinstance(mine, FactorNote) and isinstance(theirs, FactorNote):
            before = FactorNote(mine.factor, "")
        if mine is None or theirs is None or before is None:
            return self.value(place, before, mine, theirs)
        merged = {
            name: self.value(
                replace(place, field=name),
                *(getattr(row, name) for row in (before, mine, theirs)),
            )
            for name in written_fields(theirs)
        }
        return replace(theirs, **merged)

    def table(self, column: str, base: Pathway, mine: Pathway, theirs: Pathway) -> tuple[Row, ...]:
        before, own, other = (rows(each, column) for each in (base, mine, theirs))
        # Theirs is saved already, so its order stands; what is new in mine comes after it.
        order = list(own) if list(other) == list(before) else list(dict.fromkeys([*other, *own]))
        merged = [
            self.row(Place(column, name), before.get(name), own.get(name), other.get(name))
            for name in dict.fromkeys([*order, *other])
        ]
        return tuple(row for row in merged if row is not None)


def merged(
    base: Pathway, mine: Pathway, theirs: Pathway, choices: Mapping[Place, Choice] | None = None
) -> Merged:
    """Both changes of `base` in one pathway, and the places in which they clash.

    Nothing either wrote is lost: it stands in the result or in a clash. With an unchanged side the
    result is the other one.
    """
    own, merging = _renumbered(base, mine, theirs), _Merging(choices or {})
    found: dict[str, Any] = {
        name: merging.value(Place(name), *(getattr(each, name) for each in (base, own, theirs)))
        for name in SENTENCES
    }
    for column in TABLES:
        found[column] = merging.table(column, base, own, theirs)
    whole = _with_starts(replace(theirs, **found), (own, theirs))
    return Merged(without_loose_ends(whole), tuple(merging.clashes))


def _ticks(before: tuple[int, ...], mine: tuple[int, ...], theirs: tuple[int, ...]) -> Any:
    """Causes ticked by either and taken off by neither."""
    off = (set(before) - set(mine)) | (set(before) - set(theirs))
    return tuple(sorted((set(mine) | set(theirs)) - off))


def _with_starts(whole: Pathway, sides: tuple[Pathway, ...]) -> Pathway:
    """A baseline that one took out and an indicator of the other starts from stays."""
    known = {each.key for each in whole.baselines}
    needed = {each.baseline_key for each in whole.indicators} - known - {None}
    found = {each.key: each for side in sides for each in side.baselines if each.key in needed}
    return replace(whole, baselines=(*whole.baselines, *found.values()))


def _renumbered(base: Pathway, mine: Pathway, theirs: Pathway) -> Pathway:
    """Mine with other numbers for new rows whose numbers theirs gave to new rows too."""
    data = _moves(base, mine, theirs, "data")
    mine = replace(
        mine,
        data=_moved(mine.data, data),
        factors=tuple(replace(n, datum_key=_new(data, n.datum_key)) for n in mine.factors),
        baselines=tuple(
            replace(b, datum_key=data.get(b.datum_key, b.datum_key)) for b in mine.baselines
        ),
    )
    causes, starts = _moves(base, mine, theirs, "causes"), _start_moves(mine, theirs)
    actions = tuple(
        replace(each, answers=tuple(causes.get(key, key) for key in each.answers))
        for each in mine.actions
    )
    indicators = tuple(
        replace(each, baseline_key=_new(starts, each.baseline_key)) for each in mine.indicators
    )
    mine = replace(mine, causes=_moved(mine.causes, causes), actions=actions, indicators=indicators)
    mine = replace(mine, baselines=_moved(mine.baselines, starts))
    acts = _moves(base, mine, theirs, "actions")
    indicators = tuple(replace(i, action_key=_new(acts, i.action_key)) for i in mine.indicators)
    mine = replace(mine, actions=_moved(mine.actions, acts), indicators=indicators)
    return replace(
        mine,
        indicators=_moved(mine.indicators, _moves(base, mine, theirs, "indicators")),
    )


def _moves(base: Pathway, mine: Pathway, theirs: Pathway, column: str) -> dict[int, int]:
    before, own, other = (
        {row.key: row for row in getattr(each, column)} for each in (base, mine, theirs)
    )
    met = [key for key in own if key not in before and key in other and own[key] != other[key]]
    free = max([*before, *own, *other], default=0) + 1
    return {key: free + place for place, key in enumerate(met)}


def _start_moves(mine: Pathway, theirs: Pathway) -> dict[int, int]:
    """Baselines are the same by what they start from: theirs gives them their numbers."""
    other = {identity(row): row.key for row in theirs.baselines}
    free = max([*other.values(), *(row.key for row in mine.baselines)], default=0) + 1
    moves: dict[int, int] = {}
    for row in mine.baselines:
        if identity(row) in other:
            moves[row.key] = other[identity(row)]
        elif row.key in other.values():
            moves[row.key], free = free, free + 1
    return moves


def _moved(table: tuple[Any, ...], moves: Mapping[int, int]) -> tuple[Any, ...]:
    return tuple(replace(row, key=moves.get(row.key, row.key)) for row in table)


def _new(moves: Mapping[int, int], key: int | None) -> int | None:
    return None if key is None else moves.get(key, key)
