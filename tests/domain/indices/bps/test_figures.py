"""Numbers as BPS tables hold them; what could be two figures is settled by the column or named."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.indices.bps.figures import Cell, Judged, judged
from setara.domain.indices.bps.measures import Family, families
from setara.domain.indices.bps.remarks import Judgement, Quirk
from setara.domain.language.text import Language
from setara.domain.statistics.observation import Nothing

BY_KEY = {family.key: family for family in families()}


def read(key: str | Family, *contents: object, says_percent: bool = False) -> Judged:
    family = BY_KEY[key] if isinstance(key, str) else key
    cells = [Cell(row, content) for row, content in enumerate(contents, start=1)]
    return judged(family, cells, says_percent=says_percent)


def values(found: Judged) -> list[str | None]:
    rows = range(1, 1 + max([*found.values, 0, *(each.row or 0 for each in found.remarks)]))
    return [str(found.values[row]) if row in found.values else None for row in rows]


def quirks(found: Judged) -> list[tuple[Judgement, Quirk]]:
    return [(remark.judgement, remark.quirk) for remark in found.remarks]


@pytest.mark.parametrize(
    ("key", "contents", "expected"),
    [
        ("life_expectancy", ["70,86", "74,84"], ["70.86", "74.84"]),
        ("life_expectancy", [70.86, "74.84"], ["70.86", "74.84"]),
        ("life_expectancy", [70.86000000000001], ["70.86"]),
        ("ikg", ["0.460", "0.440"], ["0.460", "0.440"]),
        ("ikg", ["0,460"], ["0.460"]),
        ("ikg", [",460"], ["0.460"]),
        ("expenditure", ["17.502", "2.965"], ["17502", "2965"]),
        ("expenditure", ["17 502", "2 965"], ["17502", "2965"]),
        ("expenditure", ["16.439,67"], ["16439.67"]),
        ("expenditure", [16439.67, 5091.48], ["16439.67", "5091.48"]),
        ("mtf", ["0", "0.169"], ["0", "0.169"]),
        ("seats", [0, 0.01, 20], ["0", "0.01", "20"]),
        ("seats", ["22,00 %"], ["22.00"]),
    ],
)
def test_plain_figures_are_read_with_their_digits(
    key: str, contents: list[object], expected: list[str]
) -> None:
    found = read(key, *contents)
    assert values(found) == expected
    assert not [each for each in found.remarks if each.judgement is Judgement.DOUBTED]


@pytest.mark.parametrize(
    ("content", "value", "mark"),
    [
        ("70,21*)", "70.21", "*)"),
        ("71.19 r", "71.19", "r"),
        ("71.19r", "71.19", "r"),
        ("71,19 1)", "71.19", "1)"),
        ("71,19¹", "71.19", "¹"),
        ("71,19 x)", "71.19", "x)"),
        ("70,21)", "70.21", ")"),
    ],
)
def test_a_footnote_mark_is_dropped_and_told(content: str, value: str, mark: str) -> None:
    found = read("ipg", content)
    assert values(found) == [value]
    assert quirks(found) == [(Judgement.REPAIRED, Quirk.FOOTNOTE)]
    assert mark in found.remarks[0].message.say(Language.ENGLISH)


@pytest.mark.parametrize(
    "content", ["7O,21", "sekitar 70", "70,21 lihat catatan", "2021/22", "70-71"]
)
def test_what_is_no_number_is_named(content: str) -> None:
    found = read("ipg", content)
    assert found.values == {}
    assert quirks(found) == [(Judgement.DOUBTED, Quirk.NOT_A_NUMBER)]
    assert found.remarks[0].remedy


@pytest.mark.parametrize("sign", ["-", "–", "...", "…", "n/a", "NA", "N.A.", "nihil"])
def test_signs_of_nothing_are_not_available(sign: str) -> None:
    found = read("ipg", "71,19", sign)
    assert found.values[2] is Nothing.NOT_REPORTED
    assert quirks(found) == [(Judgement.REPAIRED, Quirk.NOTHING_SIGN)]


@pytest.mark.parametrize(
    ("key", "is_figure"), [("expenditure", False), ("ipg", False), ("mtf", True)]
)
def test_a_zero_is_a_missing_figure_where_none_can_be(key: str, is_figure: bool) -> None:
    found = read(key, 0.0)
    assert found.values[1] == (Decimal(0) if is_figure else Nothing.NOT_REPORTED)
    assert [quirk for _, quirk in quirks(found)] == ([] if is_figure else [Quirk.ZERO])


def test_rupiah_and_millions_become_thousands_and_it_is_told() -> None:
    for contents in (["17.502.000", "2.965.000"], [17502000, 2965000], [17.502, 2.965]):
        found = read("expenditure", *contents)
        assert values(found) == ["17502", "2965"]
        assert quirks(found) == [(Judgement.REPAIRED, Quirk.UNIT)]


def test_a_cell_in_another_unit_than_its_column_is_named() -> None:
    found = read("expenditure", "17.502", "16.973", "2.965.000")
    assert values(found)[:2] == ["17502", "16973"]
    assert 3 not in found.values
    assert (Judgement.DOUBTED, Quirk.TWO_UNITS) in quirks(found)


def test_thousands_are_told_by_what_can_be_and_the_choice_is_told() -> None:
    found = read("life_expectancy", "70.860")
    assert values(found) == ["70.860"]
    assert quirks(found) == [(Judgement.REPAIRED, Quirk.NUMBER_STYLE)]


def test_a_column_written_in_one_way_settles_its_unsure_cells() -> None:
    wide = replace(BY_KEY["seats"], most=Decimal(100_000), is_percent=False)
    # 1.234 alone could be both; beside 12,5 the point groups thousands.
    alone = read(wide, "1.234")
    assert alone.values == {}
    assert quirks(alone) == [(Judgement.DOUBTED, Quirk.TWO_MEANINGS)]
    beside = read(wide, "1.234", "12,5")
    assert values(beside) == ["1234", "12.5"]


@pytest.mark.parametrize(
    ("key", "content"),
    [("ipg", "719"), ("ikg", "46,0"), ("lfpr", "0,5"), ("expenditure", "150"), ("mtf", "16,9"),
     ("life_expectancy", "-70")],
)  # fmt: skip
def test_what_cannot_be_is_named_with_the_range(key: str, content: str) -> None:
    found = read(key, content)
    assert found.values == {}
    (remark,) = found.remarks
    assert remark.judgement is Judgement.DOUBTED
    assert remark.quirk in {Quirk.OUT_OF_RANGE, Quirk.AS_PROPORTION}


def test_per_cents_given_as_proportions_are_named_and_an_empty_council_is_not() -> None:
    assert quirks(read("secondary", "0,36", "0,41")) == [(Judgement.DOUBTED, Quirk.AS_PROPORTION)]
    assert values(read("seats", "0,01", "0")) == ["0.01", "0"]


def test_proportions_given_as_per_cents_are_divided_only_where_the_heading_says_so() -> None:
    told = read("mtf", "16,9", "19,8", says_percent=True)
    assert values(told) == ["0.169", "0.198"]
    assert quirks(told) == [(Judgement.REPAIRED, Quirk.UNIT)]
    assert read("mtf", "16,9", "19,8").values == {}
    # Below one per cent the cell alone could be both; its column settles it.
    assert values(read("mtf", "16,9", "0,9", says_percent=True)) == ["0.169", "0.009"]
    assert read("mtf", "0,9", says_percent=True).values == {}


@given(st.decimals(min_value=40, max_value=95, places=2))
def test_a_figure_written_in_either_style_comes_back(figure: Decimal) -> None:
    for said in (str(figure), str(figure).replace(".", ","), float(figure)):
        found = read("life_expectancy", said)
        assert found.values == {1: figure}


@given(st.integers(min_value=1000, max_value=60_000))
def test_thousands_in_any_writing_come_back(figure: int) -> None:
    for said in (f"{figure:,}", f"{figure:,}".replace(",", "."), str(figure), figure * 1000):
        assert read("expenditure", said).values == {1: figure}
