"""Which counts are hidden before a table is published: small ones, and those that reveal them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from setara.domain.language.text import Text
from setara.domain.statistics.additive import Key, Relation, Tables
from setara.domain.statistics.recovery import Bounds, recoverable

PRIMARY_WIDTH = 2
"""A small count must be possible to differ by this much; one that is hidden to cover it, by 1."""


@dataclass(frozen=True, slots=True)
class Protection:
    """What is hidden, and what an attacker could still find out; nothing where `holds`.

    `primary` are hidden for being small, `secondary` to cover them. `recovered` gives the bounds
    of those that could not be covered, because too much was published before.
    """

    primary: frozenset[Key]
    secondary: frozenset[Key]
    recovered: Mapping[Key, Bounds] = field(default_factory=dict)

    @property
    def hidden(self) -> frozenset[Key]:
        """Both kinds; a reader cannot tell them apart."""
        return self.primary | self.secondary

    @property
    def holds(self) -> bool:
        """Whether nothing can be recovered."""
        return not self.recovered

    def share_hidden(self, tables: Tables) -> float:
        """The part of the cells that is hidden: what readers lose."""
        return len(self.hidden) / len(tables.counts) if tables.counts else 0.0


def small(counts: Mapping[Key, int], thresholds: Mapping[Key, int]) -> frozenset[Key]:
    """The cells from one person up to, not including, their threshold.

    Zero is shown: it points at nobody, and a table without its zeros says little. A group of
    whom all are in one cell is seen from the other cells, which are zero then; where such a cell
    is small it is hidden itself.
    """
    return frozenset(key for key, count in counts.items() if 0 < count < thresholds[key])


def protected(
    tables: Tables,
    primary: Collection[Key],
    *,
    shown_before: Collection[Key] = (),
    hidden_before: Collection[Key] = (),
) -> Protection:
    """Hide more cells until no hidden one can be recovered, as few and as small as found.

    What was shown before cannot be hidden any more; what was hidden before stays hidden. Ends
    after at most as many rounds as there are cells.
    """
    first = frozenset(primary) - frozenset(shown_before)
    given_away = {key: Bounds(tables.counts[key], tables.counts[key]) for key in primary}
    lost = {key: bounds for key, bounds in given_away.items() if key not in first}
    hidden = set(first) | {key for key in hidden_before if key in tables.counts}
    using = _using(tables)
    free = set(tables.counts) - hidden - set(shown_before)
    while open_ := _open(tables, hidden, first):
        more = _cover(open_, tables, using, free, hidden)
        if not more:
            return Protection(first, frozenset(hidden - first), lost | open_)
        hidden |= more
        free -= more
    return Protection(first, frozenset(hidden - first), lost)


def _open(tables: Tables, hidden: Collection[Key], primary: Collection[Key]) -> dict[Key, Bounds]:
    widths = {key: PRIMARY_WIDTH if key in primary else 1 for key in hidden}
    return recoverable(tables, hidden, widths)


def _using(tables: Tables) -> dict[Key, list[Relation]]:
    using: dict[Key, list[Relation]] = {}
    for relation in tables.relations:
        for key in (relation.total, *relation.parts):
            using.setdefault(key, []).append(relation)
    return using


def _cover(
    open_: Iterable[Key],
    tables: Tables,
    using: Mapping[Key, list[Relation]],
    free: Collection[Key],
    hidden: Collection[Key],
) -> set[Key]:
    """One more cell for each open one that has none yet; empty where no cell is left to hide."""
    more: set[Key] = set()
    for key in open_:
        relations = sorted(using.get(key, ()), key=lambda each: _hidden_in(each, hidden))
        for relation in relations:
            others = {relation.total, *relation.parts} - {key}
            if others & more:
                break
            candidates = [other for other in others if other in free]
            if candidates:
                more.add(min(candidates, key=lambda other: _cost(other, relation, tables)))
                break
    return more or _any_near(open_, tables, using, free)


def _any_near(
    open_: Iterable[Key],
    tables: Tables,
    using: Mapping[Key, list[Relation]],
    free: Collection[Key],
) -> set[Key]:
    """The cheapest cell that hangs together with an open one over any number of relations."""
    reached, ahead = set(open_), list(open_)
    while ahead:
        key = ahead.pop()
        for relation in using.get(key, ()):
            near = {relation.total, *relation.parts} - reached
            reached |= near
            ahead += near
    candidates = [key for key in reached if key in free]
    return (
        {min(candidates, key=lambda key: (tables.counts[key], repr(key)))} if candidates else set()
    )


def _hidden_in(relation: Relation, hidden: Collection[Key]) -> int:
    return sum(key in hidden for key in (relation.total, *relation.parts))


def _cost(key: Key, relation: Relation, tables: Tables) -> tuple[bool, bool, int, str]:
    """A zero covers little, a total is what readers come for, and large counts tell most."""
    count = tables.counts[key]
    return (count == 0, key == relation.total, count, repr(key))


def may_show_derived(used: Iterable[Key], hidden: Collection[Key]) -> bool:
    """Whether a rate, share, ratio or disparity may be shown: none of its counts is hidden.

    From a shown ratio and one of its counts the other follows.
    """
    return not any(key in hidden for key in used)


REVEALED = Text(
    "Tabel tidak diterbitkan: {count} sel yang harus disembunyikan masih dapat dihitung kembali "
    "dari tabel yang sudah terbit.",
    "The table was not published: {count} cells that must be hidden could still be worked out from "
    "tables that are out already.",
)
