"""The way to each result, as text, JSON or a page, for all rows or for those asked for."""

import json
from html.parser import HTMLParser

import pytest

from tests.cli.index_tables import HEAD, ROWS, read_csv, write_csv


@pytest.fixture
def table(tmp_path):
    bad = ["Kata & <b>", "banyak", *ROWS[0][2:]]
    return str(write_csv(tmp_path / "a.csv", [ROWS[0], bad, ROWS[1]]))


def test_the_tree_is_printed_for_every_row(run, table):
    outcome = run("index", "ipg", "--input", table, "--explain")

    assert outcome.status == 1
    first, bad, last = outcome.out.strip().split("\n\n")
    assert first.startswith("Baris 1: Paser, ")
    assert "├─ Indeks Pembangunan Manusia perempuan: IPM_P = 100 × (" in first
    assert "“banyak” bukan angka" in bad
    assert last.startswith("Baris 3: Paser, ")


def test_one_row_is_chosen_by_its_number_or_by_what_stands_in_a_column(run, table):
    by_number = run("index", "ipg", "--input", table, "--explain", "--row", "3")
    by_column = run("index", "ipg", "--input", table, "--where", f"year={ROWS[1][9]}")

    assert by_number.status == 0
    assert by_number.out == by_column.out
    assert by_number.out.count("IPG = 100 × IPM_P / IPM_L") == 1


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--row", "4"], "no data row 4; the table has 3"),
        (["--row", "0"], "no data row 0"),
        (["--where", "wilayah=Kutai"], "no row with wilayah=Kutai"),
        (["--where", "tempat=Paser"], "must name a column"),
        (["--where", "Paser"], "must name a column"),
        (["--explain", "html", "--output", "x.json"], "does not fit the file name"),
    ],
)
def test_rows_that_are_not_there_are_refused(run, table, words, says):
    outcome = run("index", "ipg", "--input", table, *words, "--language", "en")

    assert (outcome.status, says in outcome.err) == (2, True)


def test_json_nests_the_steps_with_figures_and_citations(run, table):
    outcome = run("index", "ipg", "--input", table, "--explain", "json", "--language", "en")

    first, bad, _ = json.loads(outcome.out)
    assert bad["ipg"] is None
    trunk = first["explanation"]["tree"]
    assert (trunk["key"], trunk["kind"]) == ("ipg", "step")
    leaf, goalpost, _ = trunk["inputs"][0]["inputs"][0]["inputs"]
    assert (leaf["key"], leaf["kind"]) == ("life_expectancy_female", "figure")
    assert goalpost["parameter"]["regulation"] == "bps-ipm-metode-baru"
    assert goalpost["parameter"]["verified"] is True


class Page(HTMLParser):
    """The tags of a page; each must be closed where it was opened."""

    def __init__(self):
        super().__init__()
        self.open, self.tags = [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_page_stands_alone(run, table, tmp_path, language):
    out = tmp_path / "c.html"
    outcome = run(
        "index", "ipg", "--input", table, "--explain", "--output", str(out), "--language", language
    )

    assert (outcome.status, outcome.out) == (1, "")
    written = out.read_text("utf-8")
    page = Page()
    page.feed(written)
    assert page.open == []
    assert f'<html lang="{language}">' in written
    assert not {"script", "link", "img", "iframe"} & set(page.tags)
    assert "http" not in written
    assert "@media print" in written
    assert "prefers-color-scheme: dark" in written
    assert page.tags.count("article") == 3
    assert {"mfrac", "mroot"} <= set(page.tags)
    assert "Kata &amp; &lt;b&gt;" in written


def test_the_table_goes_to_its_file_and_the_explanation_to_the_screen(run, table, tmp_path):
    out = tmp_path / "c.csv"
    outcome = run("index", "ipg", "--input", table, "--output", str(out), "--row", "1", "--explain")

    assert outcome.out.startswith("Baris 1: Paser")
    assert len(read_csv(out)) == 3
    assert list(read_csv(out)[0])[: len(HEAD)] == HEAD
