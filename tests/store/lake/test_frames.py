"""The door for DataFrames: nothing of the caller's is lost, and what is wrong is named."""

from decimal import Decimal

import duckdb
import narwhals as nw
import numpy
import pandas
import polars
import pyarrow
import pytest

from setara.domain.indices.computing import computed
from setara.domain.indices.definition import UnusableInput
from setara.domain.indices.registry import NoSuchIndex, index_named
from setara.domain.language.text import Language
from setara.store.lake import MissingColumn, with_index

# BPS, IPM by sex: Kabupaten Paser 2021 and 2018; published IPG 71.19 and 70.64.
PASER = {
    "name": ["Paser", "Paser"],
    "year": [2021, 2018],
    "life_expectancy_female": [74.84, 74.15],
    "life_expectancy_male": [70.86, 70.31],
    "expected_schooling_female": [13.47, 13.44],
    "expected_schooling_male": [13.18, 12.87],
    "mean_schooling_female": [8.36, 7.79],
    "mean_schooling_male": [9.15, 8.68],
    "expenditure_female": [2965.0, 2869.0],
    "expenditure_male": [17502.0, 17299.0],
}


def test_published_figures_come_out_and_the_frame_stays():
    frame = polars.DataFrame(PASER)

    found = with_index(frame, "ipg")

    assert found["ipg"].to_list() == [71.19, 70.64]
    assert found.select(frame.columns).equals(frame)
    assert found["ipg_reason"].to_list() == ["", ""]


def test_other_headings_are_mapped():
    frame = pandas.DataFrame(PASER).rename(columns={"life_expectancy_female": "UHH P"})

    found = with_index(frame, "ipg", columns={"life_expectancy_female": "UHH P"})

    assert found["ipg"].tolist() == [71.19, 70.64]


@pytest.mark.parametrize("make", [pandas.DataFrame, polars.DataFrame, polars.LazyFrame])
def test_a_column_that_is_not_there_is_named(make):
    frame = make({key: values for key, values in PASER.items() if key != "mean_schooling_male"})

    with pytest.raises(MissingColumn) as caught:
        with_index(frame, "ipg")

    assert caught.value.columns == ("mean_schooling_male",)
    assert "life_expectancy_male" in caught.value.reason.say(Language.INDONESIAN)


def test_an_index_that_needs_a_year_says_so():
    with pytest.raises(MissingColumn, match="year"):
        with_index(pandas.DataFrame(PASER).drop(columns="year"), "ipg")


def test_an_index_nobody_knows_is_refused():
    with pytest.raises(NoSuchIndex, match="known"):
        with_index(pandas.DataFrame(PASER), "gem")


def test_rows_that_cannot_be_computed_stay_with_their_reason():
    frame = pandas.DataFrame(PASER).astype({"mean_schooling_female": object})
    frame.loc[0, "mean_schooling_female"] = "delapan"
    frame.loc[1, "expenditure_male"] = 17_299_000.0

    found = with_index(frame, "ipg", language=Language.INDONESIAN)

    assert found["ipg"].isna().all()
    assert found["ipg_unrounded"].isna().all()
    assert "Rata-rata lama sekolah perempuan: angkanya tidak ada" in found["ipg_reason"][0]
    assert "ribu rupiah" in found["ipg_reason"][1]
    assert found["ipg_method"].tolist() == ["", ""]


def test_a_year_without_a_method_is_told_in_memory_and_in_a_database():
    frame = pandas.DataFrame({**PASER, "year": [2009, 2018]})
    lazy = duckdb.connect().from_df(frame)

    for found in (with_index(frame, "ipg"), with_index(lazy, "ipg").df()):
        assert "data from 2010" in found["ipg_reason"][0]
        assert numpy.isnan(found["ipg"][0])
        assert found["ipg"][1] == 70.64


def test_swapped_sexes_are_doubted():
    swapped = {**PASER, "life_expectancy_female": [70.0, 74.15]}

    found = with_index(pandas.DataFrame(swapped), "ipg")

    assert "swapped" in found["ipg_doubts"][0]
    assert found["ipg_doubts"][1] == ""


def test_decimals_integers_and_texts_of_numbers_are_numbers():
    frame = pandas.DataFrame(PASER).astype({"expenditure_female": "int64", "year": "str"})
    frame["mean_schooling_male"] = [Decimal("9.15"), Decimal("8.68")]

    assert with_index(frame, "ipg")["ipg"].tolist() == [71.19, 70.64]


def test_an_empty_frame_gets_its_columns():
    found = with_index(pandas.DataFrame(PASER).iloc[:0], "ipg")

    assert len(found) == 0
    assert {"ipg", "ipg_unrounded", "ipm_female", "ipg_reason"} <= set(found.columns)


@pytest.mark.parametrize("make", [pandas.DataFrame, polars.DataFrame, polars.LazyFrame])
def test_columns_that_bear_our_names_stay_as_they_were(make):
    own = {"ipg": [99.0, 98.0], "ipg_reason": ["mine", "too"], "ipm_female": [1.0, 2.0]}

    found = with_index(make({**PASER, **own}), "ipg")
    found = found.collect() if isinstance(found, polars.LazyFrame) else found

    assert {name: list(found[name]) for name in own} == own
    assert list(found["ipg_computed"]) == [71.19, 70.64]
    assert list(found["ipg_reason_computed"]) == ["", ""]
    assert [round(value, 2) for value in found["ipm_female_computed"]] == [55.76, 54.39]


def test_our_own_answers_may_be_computed_again():
    once = with_index(pandas.DataFrame(PASER), "ipg")

    twice = with_index(with_index(once, "ipg"), "ipg")

    assert list(twice["ipg_computed_2"]) == [71.19, 70.64]


@pytest.mark.parametrize("make", [polars.DataFrame, polars.LazyFrame])
def test_a_hidden_division_by_zero_is_refused_as_exact_decimals_refuse_it(make):
    # 1 / (a / 0 + b / c) is 0 in floats, and the index would look sound.
    index = index_named("ipg_until_2013")
    middle = {each.key: [float(each.lowest + each.highest) / 2] * 2 for each in index.measures}
    frame = make({**middle, "life_expectancy_female": [27.5, 70.0], "year": [2012, 2012]})

    found = with_index(frame, index).lazy().collect()

    with pytest.raises(UnusableInput):
        computed(index, {key: Decimal(repr(c[0])) for key, c in middle.items()} | LOWEST, year=2012)
    assert found["ipg_until_2013"][0] is None
    assert found["ipg_until_2013"][1] is not None
    assert "zero" in found["ipg_until_2013_reason"][0]


LOWEST = {"life_expectancy_female": Decimal("27.5")}


@pytest.mark.parametrize("make", [polars.DataFrame, polars.LazyFrame, pyarrow.table])
def test_what_is_missing_is_null_where_a_nan_is_a_number(make):
    frame = {**PASER, "mean_schooling_male": [None, 8.68]}

    found = nw.from_native(with_index(make(frame), "ipg")).lazy().collect()

    for name in ("ipg", "ipg_unrounded"):
        assert found[name].is_null().to_list() == [True, False]


def test_figures_given_are_never_written_in():
    index = index_named("gggi_subindices")
    given = {each.key: numpy.array([0.7, 5.0]) for each in index.measures}
    frame = pandas.DataFrame(given)

    found = with_index(frame, index)

    assert found["gggi_subindices"].isna().tolist() == [False, True]
    assert frame.equals(pandas.DataFrame(given))
