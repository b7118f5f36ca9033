"""Sheets of one workbook that together make a book: which belong together, and what they add up to.

A printed DPA has a sheet for each sub kegiatan, others one for each agency; beside them stand
summaries of the same money, older versions, and other years.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from setara.domain.budget.reading.findings import Fault, ReadingFinding
from setara.domain.budget.reading.judging import found, rupiah
from setara.domain.budget.reading.level import ACTIVITY_LEVELS, Level
from setara.domain.budget.reading.line import Amount, Line, added
from setara.domain.budget.reading.reading import BudgetReading, LevelTotal, Part
from setara.domain.budget.reading.sums import is_near
from setara.domain.budget.reading.table import above

Named = tuple[str, BudgetReading]
_Key = tuple[str, str]
_MOST_NAMED = 6


@dataclass(frozen=True, slots=True)
class Together:
    """One book out of several sheets: the reading, the sheets it is made of, those left out."""

    reading: BudgetReading
    taken: tuple[str, ...]
    left: tuple[str, ...]


def together(sheets: Sequence[Named]) -> Together:
    """The book in the sheets, none of its money counted twice.

    Sheets are parts of one book where none repeats a sub kegiatan of the same agency and none
    names another year. Of sheets that repeat each other the more detailed are taken, unless they
    lack activities the others have.
    """
    taken = _parts(sheets) if len(sheets) > 1 else list(sheets)
    names = {name for name, _ in taken}
    left = [each for each in sheets if each[0] not in names]
    reading = taken[0][1] if len(taken) == 1 else joined(taken)
    notes = _notes(reading, taken, left)
    return Together(
        replace(reading, findings=(*notes, *reading.findings)),
        tuple(name for name, _ in taken),
        tuple(name for name, _ in left),
    )


def _parts(sheets: Sequence[Named]) -> list[Named]:
    """The sheets that make up the book, in the order of the workbook."""
    keys = _all_keys(sheets)
    if not any(keys.values()):
        # Nothing but accounts: there is no telling parts from repetitions.
        return [max(sheets, key=lambda each: len(each[1].lines))]
    chosen: list[Named] = []
    for year in _years(sheets):
        mine = [each for each in sheets if keys[each[0]] and each[1].year in {year, ""}]
        detailed = sorted(mine, key=lambda each: (-_detail(each[1]), -len(each[1].lines)))
        firsts: dict[int, Named] = {}
        for each in detailed:
            firsts.setdefault(_detail(each[1]), each)
        for first in firsts.values():
            group = _disjoint([first, *detailed], keys)
            if _covered(group, keys) > _covered(chosen, keys):
                chosen = group
    return [each for each in sheets if each in chosen]


def _years(sheets: Sequence[Named]) -> Iterable[str]:
    return dict.fromkeys(reading.year for _, reading in sheets)


def _disjoint(sheets: Iterable[Named], keys: Mapping[str, frozenset[_Key]]) -> list[Named]:
    """The first sheet and those after it that repeat nothing of those before."""
    group: list[Named] = []
    seen: set[_Key] = set()
    seen_above: set[_Key] = set()
    for each in sheets:
        own = keys[each[0]]
        own_above = {(agency, code) for agency, activity in own for code in _uppers(activity)}
        # A summary by kegiatan repeats the sub kegiatan below it.
        if not (seen & own or seen_above & own or seen & own_above):
            group.append(each)
            seen |= own
            seen_above |= own_above
    return group


def _uppers(activity: str) -> Iterable[str]:
    parts = activity.split(".")
    return (".".join(parts[:length]) for length in range(1, len(parts)))


def _all_keys(sheets: Iterable[Named]) -> dict[str, frozenset[_Key]]:
    """The activities of each sheet; without their agency where some sheet names none."""
    keys = {name: _keys(reading) for name, reading in sheets}
    if all(agency for own in keys.values() for agency, _ in own):
        return keys
    return {name: frozenset(("", code) for _, code in own) for name, own in keys.items()}


def _covered(sheets: Iterable[Named], keys: Mapping[str, frozenset[_Key]]) -> int:
    return sum(len(keys[name]) for name, _ in sheets)


def _keys(reading: BudgetReading) -> frozenset[_Key]:
    """The activities of a sheet with their agency."""
    return frozenset(
        (line.agency.code or line.agency.name.casefold(), line.activity)
        for line in reading.activities
        if line.activity
    )


def _detail(reading: BudgetReading) -> int:
    """2 for priced items, 1 for accounts, 0 for activities only."""
    levels = {total.level for total in reading.totals}
    if Level.ITEM in levels:
        return 2
    return int(any(line.account for line in reading.lines))


def joined(parts: Sequence[Named]) -> BudgetReading:
    """One reading of several, by sheet; columns are those of the sheet with most lines."""
    main = max((reading for _, reading in parts), key=lambda each: len(each.lines))
    readings = [reading for _, reading in parts]
    years = tuple(dict.fromkeys(year for each in readings for year in each.years))
    activities = tuple(line for each in readings for line in each.activities)
    known = [each.realised for each in readings if each.realised is not None]
    return replace(
        main,
        region=next((each.region for each in readings if each.region), ""),
        year=years[0] if len(years) == 1 else "",
        years=years,
        agencies=tuple(dict.fromkeys(agency for each in readings for agency in each.agencies)),
        lines=tuple(line for each in readings for line in each.lines),
        activities=activities,
        totals=_totals(readings, activities),
        accounts=_accounts(readings),
        amount=added(each.amount for each in readings),
        realised=added(known) if known else None,
        findings=tuple(_findings(parts)),
        repairs=tuple(
            replace(each, sheet=name) for name, reading in parts for each in reading.repairs
        ),
        names={key: name for each in reversed(readings) for key, name in each.names.items()},
        parts=tuple(Part(name, len(reading.lines)) for name, reading in parts),
    )


def _findings(parts: Sequence[Named]) -> Iterable[ReadingFinding]:
    """The findings with their sheet; what one sheet does not name another may."""
    for fault, is_missing in (
        (Fault.NO_YEAR, not any(reading.years for _, reading in parts)),
        (Fault.NO_AGENCY, not any(reading.agencies for _, reading in parts)),
    ):
        if is_missing:
            yield found(fault)
    for name, reading in parts:
        for each in reading.findings:
            if each.fault not in {Fault.NO_YEAR, Fault.NO_AGENCY}:
                yield replace(each, sheet=name)


def _totals(
    readings: Sequence[BudgetReading], activities: Sequence[Line]
) -> tuple[LevelTotal, ...]:
    """Activities counted by their codes, for sheets may repeat a program; accounts added up."""
    planned = [line for line in activities if line.level is not Level.NO_ACTIVITY]
    money = added(line.amount or 0 for line in planned)
    spent = [line.realised for line in planned if line.realised is not None]
    totals = []
    for level in ACTIVITY_LEVELS:
        codes = {code for line in planned if (code := above(line.activity, level))}
        if codes:
            totals.append(LevelTotal(level, len(codes), money, added(spent) if spent else None))
    for level in (each for each in Level if each not in ACTIVITY_LEVELS):
        of_level = [total for each in readings if (total := each.total(level))]
        if of_level:
            count = sum(each.count for each in of_level)
            totals.append(LevelTotal(level, count, added(each.amount for each in of_level)))
    return tuple(totals)


def _accounts(readings: Iterable[BudgetReading]) -> dict[str, Amount]:
    totals: dict[str, Amount] = {}
    for reading in readings:
        for code, amount in reading.accounts.items():
            totals[code] = totals.get(code, 0) + amount
    return dict(sorted(totals.items()))


def _notes(
    reading: BudgetReading, taken: Sequence[Named], left: Sequence[Named]
) -> list[ReadingFinding]:
    """Which sheets were read, and what those that were not have to do with them."""
    notes = []
    keys = _all_keys([*taken, *left])
    own = frozenset(key for name, _ in taken for key in keys[name])
    if len(taken) > 1:
        names = listed([name for name, _ in taken])
        notes.append(found(Fault.SHEETS_JOINED, count=len(taken), names=names))
    others = []
    for name, other in left:
        if other.year not in {reading.year, ""}:
            others.append(name)
        elif is_near(other.amount, reading.amount, len(other.lines)):
            notes.append(found(Fault.SHEET_REPEATS, names=name))
        elif keys[name] in (own, frozenset()):
            stated, sum_of_read = rupiah(other.amount), rupiah(reading.amount)
            notes.append(found(Fault.SHEET_DIFFERS, names=name, stated=stated, added=sum_of_read))
        else:
            others.append(name)
    if others:
        notes.append(found(Fault.OTHER_SHEETS, names=listed(others)))
    return notes


def listed(names: Sequence[str]) -> str:
    """The names, the first of them only where there are many."""
    shown = ", ".join(names[:_MOST_NAMED])
    more = len(names) - _MOST_NAMED
    return f"{shown}, … (+{more})" if more > 0 else shown
