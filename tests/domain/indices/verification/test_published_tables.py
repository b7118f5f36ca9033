"""A file is known by its headings, and every published value is compared with what is beside it."""

import csv
from pathlib import Path

import pytest

from setara.domain.indices.registry import INDICES
from setara.domain.indices.verification import Outcome, verified
from setara.domain.indices.verification.published_tables import (
    NotRecognised,
    UnusableCell,
    published_tables,
    read_published_tables,
    recognised,
)
from setara.domain.language.text import Language
from setara.domain.law.source import MalformedLaw

BESIDE = Path(__file__).parents[5] / "shared/data/indices"
# By file: what it is taken for, and how many values of each step are compared and match.
EXPECTED = {
    "undp_hdr_2023_24_40_countries.csv": (
        "undp-hdr",
        {"hdi": 1282, "hdi_female": 1203, "hdi_male": 1203, "gdi": 1203, "gii": 1204, "ihdi": 499},
    ),
    "kaltim_paser_indonesia_2010-2021.csv": (
        "bps-ipm-by-sex",
        {"ipm_female": 131, "ipm_male": 131, "ipg": 131},
    ),
    "bps_ikg_jabar_components_2018-2022.csv": ("bps-ikg", {"ikg": 15}),
    "wef_gggi_2016.csv": (
        "wef-gggi",
        dict.fromkeys(
            ("economy", "education", "health", "politics", "gggi", "gggi_subindices"), 144
        ),
    ),
}
LONG = [
    line.split()
    for line in (
        (
            "name year uhh_L uhh_P hls_L hls_P rls_L rls_P pengeluaran_ribu_L pengeluaran_ribu_P "
            "ipm_P ipm_L ipg"
        ),
        "Paser 2021 70.86 74.84 13.18 13.47 9.15 8.36 17502 2965 55.76 78.33 71.19",
    )
]
WIDE = [
    ["country", "hdi_2021", "hdi_2022", "le_2021", "le_2022", "eys_2022", "mys_2022", "gnipc_2022"],
    ["Indonesia", "", "0.713", "67.57", "68.25", "13.97573724", "8.556509972", "12045.56544"],
]


def with_comma(rows):
    return [rows[0], *([cell.replace(".", ",") for cell in row] for row in rows[1:])]


@pytest.mark.parametrize("name", EXPECTED)
def test_every_value_of_the_tables_beside_the_project_matches(name):
    if not (BESIDE / name).exists():
        pytest.skip("the published table lies outside the project and is not here")
    with (BESIDE / name).open(encoding="utf-8-sig", newline="") as file:
        table = recognised(list(csv.reader(file)))
    key, counts = EXPECTED[name]

    found = verified(table.claims)

    assert table.table.key == key
    assert found.misses == ()
    assert {tally.step: tally.matching for tally in found.tallies()} == counts
    assert {tally.step: tally.compared for tally in found.tallies()} == counts


SUBINDICES = [
    line.split()
    for line in (
        "year country ggi_score eco_score edu_score health_score pol_score",
        "2017 Indonesia 0.691 0.610 0.986 0.976 0.193",
    )
]


def test_a_table_of_subindices_only_is_compared_from_them():
    table = recognised(SUBINDICES)

    assert [each.index for each in table.claims] == ["gggi_subindices"]
    assert verified(table.claims).all_match
    assert {left.index for left in table.left_out} == {"gggi"}


def test_a_place_without_any_indicator_of_a_subindex_is_incomplete_and_no_miss():
    rows = [
        [
            "year",
            "country",
            "labour_score",
            "literacy_score",
            "life_score",
            "pol_score",
            "ggi_score",
        ],
        ["2016", "Di mana", "0.5", "1", "1.05", "0.3", "0.7"],
    ]

    found = verified(recognised(rows).claims)

    assert {each.outcome for each in found.comparisons} == {Outcome.INCOMPLETE}


def test_domains_of_eige_are_recognised():
    heads = ["country", "year", "index", "work", "money", "knowledge", "time", "power", "health"]
    union = ["EU", "2022", "68.6", "71.7", "82.6", "62.5", "64.9", "57.2", "88.7"]

    (found,) = verified(recognised([heads, union]).claims).comparisons

    assert found.outcome is Outcome.EXACT


@pytest.mark.parametrize("rows", [LONG, with_comma(LONG)])
def test_a_long_table_is_read_with_either_decimal_mark(rows):
    table = recognised(rows)

    assert table.table.key == "bps-ipm-by-sex"
    assert verified(table.claims).all_match
    assert [len(claim.printed) for claim in table.claims] == [3]


def test_a_table_below_a_title_and_with_numbers_instead_of_text_is_read_too():
    row = [
        cell if place == 0 else float(cell) if "." in cell else int(cell)
        for place, cell in enumerate(LONG[1])
    ]

    table = recognised([["IPM menurut jenis kelamin"], [], LONG[0], row])

    assert verified(table.claims).all_match


def test_a_wide_table_has_a_claim_for_each_published_year():
    table = recognised(WIDE)

    (claim,) = table.claims
    assert (claim.place, claim.year, claim.index) == ("Indonesia", 2022, "hdi")
    assert verified([claim]).all_match


def test_a_published_value_without_its_figures_is_counted_as_incomplete():
    rows = [WIDE[0], [*WIDE[1]]]
    rows[1][1] = "0.709"

    found = verified(recognised(rows).claims)

    assert [each.outcome for each in found.comparisons] == [Outcome.INCOMPLETE, Outcome.EXACT]


def test_an_index_whose_columns_are_not_there_is_left_out_by_name():
    rows = [[*LONG[0], "gii"], [*LONG[1], "0.4"]]
    assert recognised(rows).left_out == ()

    without = [WIDE[0][:-1], WIDE[1][:-1]]
    (left,) = recognised(without).left_out
    assert (left.index, left.step, left.measures) == ("hdi", "hdi", ("gni_per_capita",))


def test_unknown_headings_are_told_with_those_that_are_known():
    with pytest.raises(NotRecognised) as caught:
        recognised([["desa", "jumlah"], ["Tanah Periuk", "12"]])

    said = caught.value.reason.say(Language.INDONESIAN)
    assert all(table.name.say(Language.INDONESIAN) in said for table in published_tables())


def test_a_cell_that_is_no_number_is_named_by_row_and_column():
    rows = [LONG[0], [*LONG[1]]]
    rows[1][2] = "tujuh puluh"

    with pytest.raises(UnusableCell, match="Row 2, column “uhh_l”"):
        recognised(rows)


def test_no_figure_written_as_a_mark_is_no_figure():
    rows = [LONG[0], [*LONG[1]]]
    for mark in ("-", "..", "…", " "):
        rows[1][9] = mark
        (found, *_) = verified(recognised(rows).claims).comparisons
        assert found.outcome is Outcome.INCOMPLETE


def test_every_mapping_names_measures_and_steps_of_its_index():
    registered = {index.key: index for index in INDICES}
    for table in published_tables():
        for columns in table.indices:
            index = registered[columns.index]
            assert set(columns.figures) <= {measure.key for measure in index.measures}
            assert {each.step for each in columns.printed} <= {step.key for step in index.steps}


@pytest.mark.parametrize("change", [('"wide"', '"high"'), ("place", "plaza")])
def test_a_mapping_that_cannot_be_is_refused(tmp_path, change):
    text = (
        '[[table]]\nkey = "a"\nname = "a"\nname_en = "a"\nlayout = "wide"\nplace = "country"\n'
        '[[table.index]]\nindex = "hdi"\nprinted = []\nfigures = {}\n'
    )
    file = tmp_path / "tables.toml"
    file.write_text(text.replace(*change))

    with pytest.raises(MalformedLaw):
        read_published_tables(file)
