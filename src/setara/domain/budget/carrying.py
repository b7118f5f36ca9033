"""What the lines of one budget become in a later one, for the tags and GAPs that rest on them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from setara.domain.budget.carry_over import (
    MOST_PROPOSALS,
    Entry,
    Match,
    code_key,
    likeliest,
    likeness,
    name_key,
)
from setara.domain.budget.differences import VersionLine
from setara.domain.budget.phase import Stage
from setara.domain.foundation.verdict import ALLOWED, Verdict, refused
from setara.domain.language.text import Text

Heirs = Mapping[str, frozenset[str]]
"""The codes of the agencies that do the work of an agency by its code; absent for itself."""


class Shift(StrEnum):
    """What is not as it was."""

    AGENCY = "agency"
    CODE = "code"
    NAME = "name"

    @property
    def label(self) -> Text:
        """In both languages."""
        return SHIFTS[self]


SHIFTS = {
    Shift.AGENCY: Text("perangkat daerah lain", "another agency"),
    Shift.CODE: Text("kode lain", "another code"),
    Shift.NAME: Text("nama lain", "another name"),
}


@dataclass(frozen=True, slots=True)
class Successor:
    """A line that may be what the old one became, how alike the names are, and what changed."""

    line: VersionLine
    likeness: float
    shifts: frozenset[Shift]

    @property
    def is_exact(self) -> bool:
        """Same agency, code and name: it goes on without being looked at alone."""
        return not self.shifts

    @property
    def changed(self) -> tuple[Shift, ...]:
        """What changed, in the order of the kinds."""
        return tuple(each for each in Shift if each in self.shifts)


@dataclass(frozen=True, slots=True)
class Carriage:
    """An old line with what it may have become, the likeliest first."""

    old: VersionLine
    successors: tuple[Successor, ...]

    @property
    def match(self) -> Match:
        """How sure the likeliest successor is."""
        if not self.successors:
            return Match.NONE
        best = self.successors[0]
        if best.is_exact:
            return Match.EXACT
        if best.shifts == {Shift.AGENCY}:
            return Match.OTHER_AGENCY
        if Shift.NAME not in best.shifts:
            return Match.SAME_NAME
        return Match.SAME_CODE if Shift.CODE not in best.shifts else Match.SIMILAR

    def successor(self, agency: str, code: str) -> Successor | None:
        """The proposal of that agency and code."""
        return next((each for each in self.successors if each.line.key == (agency, code)), None)


def carriages(
    old: Iterable[VersionLine], new: Sequence[VersionLine], heirs: Heirs
) -> tuple[Carriage, ...]:
    """For each old line what it may have become, in the order given.

    Looked for among the agencies that answer for the old one: the same code and name, then the
    same name under another code, then the same code under another name, which may be other work,
    then names that are alike. A name found nowhere there is looked for in the whole budget: work
    goes to other agencies too. Codes that differ only in the width of their last part are the
    same. Cost: linear for exact ones; any other is compared with every line of its agencies.
    """
    shelf = _Shelf(new)
    return tuple(Carriage(each, shelf.successors(each, _heirs(each, heirs))) for each in old)


def _heirs(line: VersionLine, heirs: Heirs) -> frozenset[str]:
    return heirs.get(line.agency, frozenset({line.agency}))


class _Shelf:
    def __init__(self, lines: Sequence[VersionLine]) -> None:
        self._by_agency: dict[str, list[VersionLine]] = defaultdict(list)
        self._by_code: dict[tuple[str, str], VersionLine] = {}
        self._by_name: dict[str, list[VersionLine]] = defaultdict(list)
        for each in lines:
            self._by_agency[each.agency].append(each)
            self._by_code[each.agency, code_key(each.code)] = each
            self._by_name[name_key(each.name)].append(each)

    def successors(self, old: VersionLine, agencies: frozenset[str]) -> tuple[Successor, ...]:
        found = list(self._found(old, sorted(agencies)))
        if any(each.is_exact for each in found):
            found = [each for each in found if each.is_exact]
        found.sort(key=_order)
        return tuple(found[:MOST_PROPOSALS])

    def _found(self, old: VersionLine, agencies: Sequence[str]) -> Iterator[Successor]:
        seen: set[tuple[str, str]] = set()
        namesakes = self._by_name.get(name_key(old.name), [])
        near = [each for each in namesakes if each.agency in agencies]
        same_code = [
            line
            for agency in agencies
            if (line := self._by_code.get((agency, code_key(old.code)))) is not None
        ]
        alike = [] if near else [*self._alike(old, agencies)]
        for line in (*(near or namesakes), *same_code, *alike):
            if line.key not in seen:
                seen.add(line.key)
                yield _successor(old, line)

    def _alike(self, old: VersionLine, agencies: Sequence[str]) -> Iterator[VersionLine]:
        for agency in agencies:
            lines = {each.code: each for each in self._by_agency.get(agency, [])}
            entries = [Entry(each.code, each.name) for each in lines.values()]
            for proposal in likeliest(old.name, entries):
                yield lines[proposal.entry.code]


def _successor(old: VersionLine, new: VersionLine) -> Successor:
    shifts = set()
    if old.agency != new.agency:
        shifts.add(Shift.AGENCY)
    if code_key(old.code) != code_key(new.code):
        shifts.add(Shift.CODE)
    if name_key(old.name) != name_key(new.name):
        shifts.add(Shift.NAME)
    return Successor(new, likeness(old.name, new.name), frozenset(shifts))


def _order(each: Successor) -> tuple[bool, float, int, str, str]:
    return (
        Shift.NAME in each.shifts,
        -each.likeness,
        len(each.shifts),
        each.line.agency,
        each.line.code,
    )


class Wording(StrEnum):
    """Whether words of a name stayed, are gone, or are new."""

    KEPT = "kept"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand together in one of two names, or in both."""

    wording: Wording
    text: str


def reworded(old: str, new: str) -> tuple[Words, ...]:
    """How one name became the other, word by word; all the kept and new words make the new one."""
    before, after = old.split(), new.split()
    matcher = SequenceMatcher(
        None, [name_key(each) for each in before], [name_key(each) for each in after], False
    )
    found: list[Words] = []
    for _, left, left_end, right, right_end in matcher.get_opcodes():
        gone, fresh = " ".join(before[left:left_end]), " ".join(after[right:right_end])
        if name_key(gone) == name_key(fresh):
            found.append(Words(Wording.KEPT, fresh))
            continue
        found += [Words(Wording.GONE, gone)] if gone else []
        found += [Words(Wording.NEW, fresh)] if fresh else []
    return tuple(found)


@dataclass(frozen=True, slots=True)
class BudgetMoment:
    """Where a budget stands in time: its year, and its stage within the year."""

    year: int
    stage: Stage

    @property
    def name(self) -> Text:
        """`RKA 2026`."""
        said = Text("{stage} {year}", "{stage} {year}")
        return said.filled(stage=self.stage.name, year=str(self.year))

    @property
    def order(self) -> tuple[int, tuple[int, int]]:
        """Later ones are larger."""
        return self.year, self.stage.order


def may_go_on(before: BudgetMoment, after: BudgetMoment) -> Verdict:
    """Whether what rests on one budget may go on to the other: a later one, and a plan."""
    if not after.stage.phase.is_plan:
        return refused(
            "{after} memuat realisasi. Penandaan dibawa ke rencana anggaran, misalnya RKA.",
            "{after} holds what was spent. Tags are carried to a plan, such as an RKA.",
            after=after.name,
        )
    if before.order < after.order:
        return ALLOWED
    return refused(
        "{after} mendahului {before}. Pilih anggaran yang lebih baru sebagai tujuan.",
        "{after} comes before {before}. Choose the later budget to carry to.",
        before=before.name,
        after=after.name,
    )


def is_confirmed(carriage: Carriage, to: VersionLine, *, has_a_yes: bool) -> Verdict:
    """Whether what rests on the old line may go on to `to`: it must be proposed, and anything
    that is not exact needs a human's yes of its own."""
    successor = carriage.successor(*to.key)
    if successor is None:
        return refused(
            "{new} bukan salah satu usulan bagi {old}. Tandai baris itu tersendiri.",
            "{new} is not among the proposals for {old}. Tag that line by itself.",
            new=to.code,
            old=carriage.old.code,
        )
    if successor.is_exact or has_a_yes:
        return ALLOWED
    return refused(
        "{old} tidak persis sama dengan {new}; seseorang harus melihat dan menyetujuinya.",
        "{old} is not quite the same as {new}; a person has to look at it and say yes.",
        old=carriage.old.code,
        new=to.code,
    )
