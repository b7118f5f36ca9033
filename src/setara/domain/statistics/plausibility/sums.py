"""Rules that hold figures against those they are a part of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text
from setara.domain.statistics.ages import apart, covers
from setara.domain.statistics.dimension import Breakdown, dimensions
from setara.domain.statistics.element import Element, Measure
from setara.domain.statistics.plausibility import rules
from setara.domain.statistics.plausibility.dataset import Cell, Dataset
from setara.domain.statistics.plausibility.finding import Doubt, Rule


def unequal_totals(data: Dataset) -> Iterator[Doubt]:
    """DATA-01: women and men do not make the stated total."""
    for spot, sexes in data.spots.items():
        women, men, total = (sexes.get(sex) for sex in (Sex.FEMALE, Sex.MALE, None))
        if not (isinstance(women, Decimal) and isinstance(men, Decimal)):
            continue
        if isinstance(total, Decimal) and total != women + men and _adds_up(data, spot.element):
            cells = tuple(
                Cell(spot.element, spot.place, spot.period, sex, spot.breakdown)
                for sex in (None, Sex.FEMALE, Sex.MALE)
            )
            says = UNEQUAL.filled(women=women, men=men, made=women + men, total=total)
            hint = _transposed(total, women + men)
            yield Doubt(rules.TOTAL, cells, says if hint is None else _both(says, hint))


UNEQUAL = Text(
    "Perempuan {women} dan laki-laki {men} berjumlah {made}, tetapi totalnya tertulis {total}.",
    "Women {women} and men {men} make {made}, but the total reads {total}.",
)


def _transposed(one: Decimal, other: Decimal) -> Text | None:
    """The same digits in another order: two of them may have changed places."""
    if sorted(f"{one:f}") == sorted(f"{other:f}"):
        return Text(
            "Angkanya sama, urutannya berbeda: mungkin dua angka bertukar tempat.",
            "The digits are the same in another order: perhaps two changed places.",
        )
    return None


def _both(one: Text, other: Text) -> Text:
    return Text("{one} {other}", "{one} {other}").filled(one=one, other=other)


def _adds_up(data: Dataset, element: str) -> bool:
    return data.elements[element].measure is Measure.COUNT


def unequal_places(data: Dataset) -> Iterator[Doubt]:
    """DATA-02: the places of a place do not make it; where some are missing, they exceed it."""
    children: dict[str, list[str]] = defaultdict(list)
    for place, parent in data.parents.items():
        children[parent].append(place)
    told: dict[Cell, list[Doubt]] = defaultdict(list)
    for cell in data.numbers:
        below = children.get(cell.place)
        if cell.sex is None or not below or not _adds_up(data, cell.element):
            continue
        parts = [c for c in (cell._replace(place=place) for place in below) if c in data.numbers]
        if parts:
            is_all = len(parts) == len(below)
            told[cell._replace(sex=None)] += _unequal(
                data, rules.PLACES, cell, parts, is_all=is_all
            )
    yield from (_joined(sexes) for sexes in told.values() if sexes)


def _joined(sexes: list[Doubt]) -> Doubt:
    """One doubt where women and men are both wrong: a missing place does that."""
    first, *others = sexes
    return replace(
        first,
        cells=tuple(cell for doubt in sexes for cell in doubt.cells),
        against=tuple(cell for doubt in sexes for cell in doubt.against),
        message=_both(*(_of_sex(doubt) for doubt in sexes)) if others else _of_sex(first),
    )


def _of_sex(doubt: Doubt) -> Text:
    sex = doubt.cells[0].sex
    who = sex.label if sex else Text("jumlah", "total")
    return Text("{who}: {message}", "{who}: {message}").filled(who=who, message=doubt.message)


def unequal_groups(data: Dataset) -> Iterator[Doubt]:
    """DATA-03: the groups of a dimension do not make the whole."""
    parts: dict[tuple[Cell, str], list[Cell]] = defaultdict(list)
    for cell in data.numbers:
        for dimension in cell.breakdown.dimensions:
            whole = cell._replace(breakdown=cell.breakdown.without(dimension))
            parts[whole, dimension].append(cell)
    for (whole, dimension), cells in parts.items():
        if whole not in data.numbers or whole.sex is None or not _adds_up(data, whole.element):
            continue
        codes = {cell.breakdown.category_of(dimension) or "": cell for cell in cells}
        kept = apart(codes) if dimension == "age" else list(codes)
        is_all = _is_all(data.elements[whole.element], dimension, kept)
        yield from _unequal(
            data, rules.GROUPS, whole, [codes[code] for code in kept], is_all=is_all
        )


def _is_all(element: Element, dimension: str, codes: list[str]) -> bool:
    """Whether the groups leave nobody out."""
    if dimension == "age":
        return covers(codes, element.from_age or 0, element.below_age)
    known = dimensions().get(dimension)
    shipped = {category.code for category in known.categories} if known else set()
    return bool(shipped) and shipped <= set(codes)


def _unequal(
    data: Dataset, rule: Rule, whole: Cell, parts: list[Cell], *, is_all: bool
) -> Iterator[Doubt]:
    made, stated = sum(data.numbers[part] for part in parts), data.numbers[whole]
    if made > stated or (is_all and made != stated):
        says = PARTS.filled(count=len(parts), made=made, stated=stated)
        hint = _transposed(Decimal(made), stated) if is_all else None
        yield Doubt(rule, (whole,), says if hint is None else _both(says, hint), tuple(parts))


PARTS = Text(
    "{count} bagiannya berjumlah {made}, tetapi keseluruhannya tertulis {stated}.",
    "Its {count} parts make {made}, but the whole reads {stated}.",
)


def above_base(data: Dataset) -> Iterator[Doubt]:
    """DATA-04: more than there are people of that age and sex at that place."""
    for cell, number in data.numbers.items():
        element = data.elements[cell.element]
        base = element.population_base
        if not base or cell.sex is None or element.measure is not Measure.COUNT:
            continue
        people = _people(data, element, cell, base)
        if people is not None and number > people[0]:
            says = ABOVE.filled(number=number, people=people[0])
            yield Doubt(rules.BASE, (cell,), says, people[1])


def _people(
    data: Dataset, element: Element, cell: Cell, base: str
) -> tuple[Decimal, tuple[Cell, ...]] | None:
    """How many people there are, and which cells say so; None where nothing does."""
    same = Cell(base, cell.place, cell.period, cell.sex, cell.breakdown)
    if same in data.numbers and (cell.breakdown or element.from_age is None):
        return data.numbers[same], (same,)
    everybody = same._replace(breakdown=Breakdown())
    if not cell.breakdown and element.from_age is not None:
        aged = _of_ages(data, everybody, element)
        if aged:
            return sum((data.numbers[each] for each in aged), Decimal(0)), aged
    if everybody in data.numbers:
        return data.numbers[everybody], (everybody,)
    return None


def _of_ages(data: Dataset, everybody: Cell, element: Element) -> tuple[Cell, ...]:
    """The age groups of the population that make up the element's ages exactly."""
    start, end = element.from_age or 0, element.below_age
    cells = {
        category.code: everybody._replace(breakdown=Breakdown.of({"age": category.code}))
        for category in dimensions()["age"].categories
        if (category.from_age or 0) >= start
        and (end is None or (category.below_age is not None and category.below_age <= end))
    }
    known = [code for code, each in cells.items() if each in data.numbers]
    kept = apart(known)
    return tuple(cells[code] for code in kept) if covers(kept, start, end) else ()


ABOVE = Text(
    "Angka {number} melebihi penduduk kelompok itu, {people}.",
    "The figure {number} exceeds the population of that group, {people}.",
)
