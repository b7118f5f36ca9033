"""What changed between two versions of a budget: new, gone, renamed, moved, more or less."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from setara.domain.budget.activity import ActivityLevel, above
from setara.domain.foundation.money import Rupiah, total
from setara.domain.language.text import Text


class Change(StrEnum):
    """What became of a line from one version to the next."""

    NEW = "new"
    GONE = "gone"
    RENAMED = "renamed"
    MOVED = "moved"
    CHANGED = "changed"
    SAME = "same"

    @property
    def label(self) -> Text:
        """In both languages."""
        return LABELS[self]


LABELS = {
    Change.NEW: Text("baru", "new"),
    Change.GONE: Text("hilang", "gone"),
    Change.RENAMED: Text("berganti nama", "renamed"),
    Change.MOVED: Text("berpindah kode atau perangkat daerah", "moved to another code or agency"),
    Change.CHANGED: Text("berubah jumlah", "changed in amount"),
    Change.SAME: Text("tetap", "unchanged"),
}


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A sub-activity of one agency in one version of the budget."""

    agency: str
    code: str
    name: str
    amount: Rupiah

    @property
    def key(self) -> tuple[str, str]:
        """What identifies it within a version."""
        return self.agency, self.code


@dataclass(frozen=True, slots=True)
class Difference:
    """One line in two versions; a new one has no `before`, a gone one no `after`.

    `changes` may hold several: a line can move, be renamed and grow at once.
    """

    before: VersionLine | None
    after: VersionLine | None
    changes: frozenset[Change]

    @property
    def shown(self) -> VersionLine:
        """The line as it is now, or as it was where it is gone."""
        return self.after or self.before or _NONE

    @property
    def amount(self) -> Rupiah:
        """How much more money there is now; negative where there is less."""
        return _money(self.after) - _money(self.before)


def differences(
    before: Iterable[VersionLine], after: Iterable[VersionLine]
) -> tuple[Difference, ...]:
    """Every line of either version, in the order of agency and code of the newer one.

    A line whose key is gone has moved where exactly one new line bears its name; two lines of
    one name are never taken for each other. Raises ValueError for a key that occurs twice.
    """
    old, new = _by_key(before), _by_key(after)
    found = [_pair(old[key], new[key]) for key in old.keys() & new.keys()]
    gone = {key: old[key] for key in old.keys() - new.keys()}
    fresh = {key: new[key] for key in new.keys() - old.keys()}
    for left, right in _moved(gone, fresh):
        found.append(_pair(gone.pop(left.key), fresh.pop(right.key)))
    found += [Difference(line, None, frozenset({Change.GONE})) for line in gone.values()]
    found += [Difference(None, line, frozenset({Change.NEW})) for line in fresh.values()]
    return tuple(sorted(found, key=lambda each: each.shown.key))


def _by_key(lines: Iterable[VersionLine]) -> dict[tuple[str, str], VersionLine]:
    found: dict[tuple[str, str], VersionLine] = {}
    for line in lines:
        if found.setdefault(line.key, line) is not line:
            message = f"{line.code} of {line.agency} occurs twice"
            raise ValueError(message)
    return found


def _pair(before: VersionLine, after: VersionLine) -> Difference:
    changes = set()
    if before.key != after.key:
        changes.add(Change.MOVED)
    if _name(before) != _name(after):
        changes.add(Change.RENAMED)
    if before.amount != after.amount:
        changes.add(Change.CHANGED)
    return Difference(before, after, frozenset(changes or {Change.SAME}))


def _moved(
    gone: Mapping[tuple[str, str], VersionLine], fresh: Mapping[tuple[str, str], VersionLine]
) -> Iterator[tuple[VersionLine, VersionLine]]:
    left, right = _by_name(gone.values()), _by_name(fresh.values())
    for name, lines in left.items():
        others = right.get(name, [])
        if len(lines) == len(others) == 1:
            yield lines[0], others[0]
            continue
        # The same sub-activity of several agencies: it moved where only its code changed.
        for line in lines:
            own = [other for other in others if other.agency == line.agency]
            if len(own) == 1 and sum(each.agency == line.agency for each in lines) == 1:
                yield line, own[0]


def _by_name(lines: Iterable[VersionLine]) -> dict[str, list[VersionLine]]:
    found: dict[str, list[VersionLine]] = defaultdict(list)
    for line in lines:
        found[_name(line)].append(line)
    return found


def _name(line: VersionLine) -> str:
    return " ".join(line.name.casefold().split())


def _money(line: VersionLine | None) -> Rupiah:
    return line.amount if line else Rupiah(0)


_NONE = VersionLine("", "", "", Rupiah(0))


@dataclass(frozen=True, slots=True)
class LevelChange:
    """The money under one code of a higher level in two versions; 0 where it did not exist."""

    code: str
    before: Rupiah
    after: Rupiah

    @property
    def amount(self) -> Rupiah:
        """How much more money there is under the code now."""
        return self.after - self.before


def by_level(found: Iterable[Difference], level: ActivityLevel) -> tuple[LevelChange, ...]:
    """The differences summed up to a level of the nomenclature, by code.

    The sums of all codes equal the sums of the versions, whatever moved.
    """
    money: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for difference in found:
        for place, line in enumerate((difference.before, difference.after)):
            if line is not None:
                money[above(line.code, level)][place] += line.amount.amount
    return tuple(
        LevelChange(code, Rupiah(before), Rupiah(after))
        for code, (before, after) in sorted(money.items())
    )


@dataclass(frozen=True, slots=True)
class KindTotal:
    """How many lines bear a change, with their money in the two versions."""

    change: Change
    lines: int
    before: Rupiah
    after: Rupiah

    @property
    def amount(self) -> Rupiah:
        """How much more money these lines hold now."""
        return self.after - self.before


def by_kind(found: Iterable[Difference]) -> tuple[KindTotal, ...]:
    """The lines and the money of each change, in the order of the changes.

    A line that moved and grew counts under both, so the kinds do not add up to the versions.
    """
    lines = tuple(found)
    return tuple(
        _kind(change, [each for each in lines if change in each.changes]) for change in Change
    )


def _kind(change: Change, lines: Iterable[Difference]) -> KindTotal:
    lines = tuple(lines)
    return KindTotal(
        change,
        len(lines),
        total(_money(each.before) for each in lines),
        total(_money(each.after) for each in lines),
    )
