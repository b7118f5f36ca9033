"""Each rule on a case small enough to check by hand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from setara.domain.foundation.period import Period
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Language, same
from setara.domain.statistics.ages import apart, covers
from setara.domain.statistics.dimension import EVERYBODY, Breakdown
from setara.domain.statistics.element import Element, Measure, Polarity, PopulationType
from setara.domain.statistics.observation import Nothing, Value
from setara.domain.statistics.plausibility.dataset import Cell, Dataset
from setara.domain.statistics.plausibility.finding import Doubt
from setara.domain.statistics.plausibility.judging import doubts

COUNT = Element(
    "X", same("x"), same("orang"), Polarity.HIGHER_IS_BETTER, Measure.COUNT,
    PopulationType.PARTICIPANTS,
)  # fmt: skip
RATE = replace(COUNT, code="R", unit=same("%"), measure=Measure.RATE)
HOME, NORTH, SOUTH = "64.01", "64.01.01", "64.01.02"
PARENTS = {NORTH: HOME, SOUTH: HOME}
F, M = Sex.FEMALE, Sex.MALE


def at(
    sex: Sex | None, place: str = HOME, year: int = 2024, age: str = "", element: str = "X"
) -> Cell:
    breakdown = Breakdown.of({"age": age}) if age else EVERYBODY
    return Cell(element, place, Period.year(year), sex, breakdown)


def found(figures: dict[Cell, Value | int], *elements: Element) -> tuple[Doubt, ...]:
    values = {c: Decimal(v) if isinstance(v, int) else v for c, v in figures.items()}
    known = {element.code: element for element in (COUNT, RATE, *elements)}
    return doubts(Dataset(values, known, PARENTS))


def ids(figures: dict[Cell, Value | int], *elements: Element) -> list[str]:
    return [doubt.rule.id for doubt in found(figures, *elements)]


def test_the_total_of_the_mojokerto_table_of_2015_is_not_its_sum() -> None:
    """Penduduk Kota Mojokerto 2015, 0–4: 5.464 + 5.168, total 10.513 (BPS, as published)."""
    doubt = found({at(M): 5464, at(F): 5168, at(None): 10513})[0]
    assert doubt.rule.id == "DATA-01"
    assert "10.632" in doubt.message.say(Language.INDONESIAN)


def test_exchanged_digits_are_suspected() -> None:
    doubt = found({at(M): 41, at(F): 50, at(None): 19})[0]
    assert "bertukar tempat" in doubt.message.say(Language.INDONESIAN)


def test_places_that_do_not_make_their_whole_are_told_once_for_both_sexes() -> None:
    figures = {at(s, p): n for s in (F, M) for p, n in ((HOME, 50), (NORTH, 20), (SOUTH, 25))}
    doubt = found(figures)
    assert [each.rule.id for each in doubt] == ["DATA-02"]
    assert set(doubt[0].cells) == {at(F), at(M)}


def test_parts_may_be_fewer_but_not_more_where_one_is_missing() -> None:
    less = {at(F): 50, at(M): 50, at(F, NORTH): 20, at(M, NORTH): 20}
    assert ids(less | {at(F, SOUTH): Nothing.REFUSED, at(M, SOUTH): Nothing.REFUSED}) == []


def test_ages_that_cover_everybody_must_make_the_whole() -> None:
    ages = ("0-17", "18-24", "25-44", "45-59", "60+")
    figures: dict[Cell, Value | int] = {at(s): 100 for s in (F, M)}
    figures |= {at(s, age=age): 19 for s in (F, M) for age in ages}
    assert ids(figures) == ["DATA-03", "DATA-03"]
    assert ids(figures | {at(s): 95 for s in (F, M)}) == []
    assert covers(ages, 0, None)
    assert apart([*ages, "0-4", "5-9", "10-14", "15-19"])[:4] == ["0-4", "5-9", "10-14", "15-19"]


def test_nobody_is_counted_beyond_the_population_of_the_ages_concerned() -> None:
    pupils = replace(COUNT, code="S", population_base="X", from_age=0, below_age=10)
    people = {at(s, age=age): 30 for s in (F, M) for age in ("0-4", "5-9")}
    everybody = {at(s): 400 for s in (F, M)}
    school = {at(F, element="S"): 61, at(M, element="S"): 60}
    assert ids(people | everybody | school, pupils) == ["DATA-04"]
    assert ids(people | everybody | school | {at(F, element="S"): 60}, pupils) == []


def test_a_lost_decimal_mark_is_told_as_one_fault_with_its_consequences() -> None:
    figures = {at(s, year=y): 400 + y % 7 for s in (F, M) for y in range(2019, 2025)}
    figures |= {at(None, year=y): 2 * (400 + y % 7) for y in range(2019, 2025)}
    figures[at(F, year=2022)] *= 100
    told = found(figures)
    assert [doubt.rule.id for doubt in told] == ["DATA-10"]
    assert told[0].suggestion == 400 + 2022 % 7
    assert "DATA-01" in {each.rule.id for each in told[0].consequences}


def test_a_proportion_is_not_a_per_cent() -> None:
    places = (HOME, NORTH, SOUTH)
    now = {at(s, p, element="R"): Decimal("0.61") for s in (F, M) for p in places}
    before = {at(s, p, 2023, element="R"): Decimal(60) for s in (F, M) for p in places}
    assert ids(now | before) == ["DATA-11"]


def test_the_five_kinds_of_nothing_are_not_one() -> None:
    for kind in Nothing:
        expected = ["DATA-12"] if kind is Nothing.NOT_REPORTED else []
        assert ids({at(F): kind, at(M): 10}) == expected
    assert ids({at(F): 0, at(M): 10}) == []
    assert ids({at(M): 10}) == ["DATA-12"]


def test_what_only_women_can_have_has_no_figure_for_men() -> None:
    births = replace(COUNT, code="B", only_sex=F)
    assert ids({at(F, element="B"): 10, at(M, element="B"): 1}, births) == ["DATA-08"]
    assert ids({at(F, element="B"): 10}, births) == []


def test_an_explanation_counts_until_a_figure_changes() -> None:
    figures: dict[Cell, Value] = {at(F): Decimal(5), at(M): Decimal(5), at(None): Decimal(11)}
    doubt = found(dict(figures))[0]
    before = doubt.fingerprint(figures)
    assert before == doubt.fingerprint(dict(reversed(figures.items())))
    assert before != doubt.fingerprint(figures | {at(M): Decimal(6)})


def test_only_judged_cells_are_doubted() -> None:
    figures = {at(M): Decimal(5), at(F): Decimal(5), at(None): Decimal(11)}
    judged = frozenset({at(F, NORTH)})
    assert doubts(Dataset(figures, {"X": COUNT}, PARENTS, judged)) == ()


def over_years(**women: int) -> dict[Cell, Value | int]:
    """Steady figures of six years, with those of women as given by `y2024=…`."""
    steady = {at(s, year=y): 400 + y % 5 for s in (F, M) for y in range(2019, 2025)}
    return {**steady, **{at(F, year=int(name[1:])): n for name, n in women.items()}}


def test_two_faults_in_one_line_do_not_hide_each_other() -> None:
    told = found(over_years(y2021=40100, y2023=1300))
    assert [(doubt.rule.id, doubt.cells) for doubt in told] == [
        ("DATA-10", (at(F, year=2021),)),
        ("DATA-05", (at(F, year=2023),)),
    ]
    assert ids(over_years(y2021=1500, y2023=90)) == ["DATA-05", "DATA-05"]


def test_a_fall_to_nothing_and_a_rise_from_it_are_leaps() -> None:
    assert ids(over_years(y2024=0)) == ["DATA-05"]
    nothing = {at(s, year=y): 0 for s in (F, M) for y in range(2019, 2024)}
    assert ids(nothing | {at(F): 400, at(M): 3}) == ["DATA-05"]
    assert ids(over_years(y2023=0, y2024=0)) == []


def test_a_zero_among_the_years_hides_no_lost_decimal_mark() -> None:
    assert "DATA-10" in ids(over_years(y2019=0, y2023=40000))


def test_a_leap_of_a_village_is_told_once_up_to_the_government() -> None:
    village = f"{NORTH}.2001"
    places = (village, NORTH, HOME)
    figures = {
        at(s, p, y): Decimal(400 + y % 5) for p in places for s in (F, M) for y in range(2019, 2025)
    } | {at(F, p): Decimal(1500) for p in places}
    parents = {village: NORTH, NORTH: HOME}
    told = doubts(Dataset(figures, {"X": COUNT}, parents))
    assert [doubt.cells for doubt in told] == [(at(F, village),)]
    assert {each.cells[0].place for each in told[0].consequences} == {NORTH, HOME}


def test_a_wrong_sum_stays_where_the_leap_beside_it_is_right() -> None:
    figures: dict[Cell, Value | int] = {
        at(s, p, y): n + y % 5
        for s in (F, M)
        for p, n in ((NORTH, 100), (SOUTH, 300))
        for y in range(2019, 2025)
    }
    figures[at(F, NORTH)] = 404
    for s in (F, M):
        for y in range(2019, 2025):
            below = (figures[at(s, p, y)] for p in (NORTH, SOUTH))
            figures[at(s, HOME, y)] = sum(n for n in below if isinstance(n, int))
    assert [doubt.remaining for doubt in found(figures)] == [()]
    told = found({**figures, at(F): 711})
    assert [doubt.rule.id for doubt in told] == ["DATA-05"]
    assert [each.rule.id for each in told[0].remaining] == ["DATA-02"]
