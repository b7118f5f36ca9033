"""`lint FILE|ID`: findings with their cell, JSON, and statuses a script can go by."""

import json

import pytest

from setara.cli.word import DONE, REFUSED, UNABLE
from tests.documents.written_papers import as_docx, as_xlsx
from tests.domain.budget.paper.written import CASES, EXEMPLAR, TODAY, matrix, rows_of

ON = ("--on", TODAY.isoformat())


@pytest.fixture
def linted(run, tmp_path):
    """Lint a file of the given content."""

    def lint(name, content, *words):
        path = tmp_path / name
        path.write_bytes(content)
        return run("lint", str(path), *ON, *words)

    return lint


def case(number):
    return next(each for each in CASES["published"] if each["id"] == number)


def test_findings_are_told_with_cell_rule_sentence_and_fix(linted):
    outcome = linted("gap.xlsx", as_xlsx(rows_of(case(411))))

    assert outcome.status == REFUSED
    assert "GAP, matriks sembilan kolom: 1.01.02.2.01.0021" in outcome.out
    assert "Siswa SD: L 161.685 P 151.822 orang" in outcome.out
    assert "GAP 1!B7, kolom 2  GAP-01 sebaiknya diperbaiki: Siswa SD" in outcome.out
    assert "Tulis 48,43%" in outcome.out


def test_remarks_alone_are_no_findings_of_weight(linted):
    outcome = linted("gap.docx", as_docx(matrix(EXEMPLAR)))

    assert outcome.status == DONE
    assert "0 harus diperbaiki, 0 sebaiknya diperbaiki, 2 untuk diketahui" in outcome.out


def test_facts_for_programs(linted):
    outcome = linted("gbs.docx", as_docx(rows_of(case(490))), "--json")
    facts = json.loads(outcome.out)

    (one,) = facts["pathways"]
    assert facts["has_weight"]
    assert one["kind"] == "statement"
    assert one["data"][0]["stated_total"] == "163"
    assert {"GAP-11"} <= {each["rule"] for each in one["findings"]}
    (found,) = [each for each in one["findings"] if each["rule"] == "GAP-11"]
    assert (found["severity"], found["row"], found["cell_column"]) == ("warning", 10, 3)


def test_english_is_spoken_too(linted):
    outcome = linted("gap.docx", as_docx(rows_of(case(411))), "--language", "en")

    assert "table 1, cell B7, column 2  GAP-01 better corrected" in outcome.out


def test_what_cannot_be_read_is_unable(linted, run):
    assert linted("scan.pdf", b"%PDF-1.7").status == UNABLE
    refused = linted("a.docx", as_docx((("Notulen",),)), "--json")
    assert refused.status == UNABLE
    assert json.loads(refused.out)["readable"] is False
    assert run("lint", "tidak-ada.docx", *ON).status == UNABLE
    assert run("lint", "tidak-ada.docx", "--on", "kemarin").status == UNABLE
