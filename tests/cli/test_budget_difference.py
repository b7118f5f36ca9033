"""`budget difference` on two files: what became of each line, and exit statuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from setara.cli.word import DONE, REFUSED, UNABLE

HEAD = "kode_skpd;nama_skpd;kode_sub_kegiatan;nama_sub_kegiatan;kode_rekening;nama_rekening;pagu\n"
GIZI = "1.02;Dinkes;1.02.02.2.02.0009;Pelayanan gizi;5.1.02.01.01.0024;Belanja ATK;{}\n"
KLINIK = "1.02;Dinkes;1.02.02.2.02.0010;Klinik;5.1.02.01.01.0025;Belanja Makan;{}\n"
BEFORE = HEAD + GIZI.format("1000") + KLINIK.format("500")


@pytest.fixture
def compared(run, tmp_path: Path):
    """Compare two files of the given content."""

    def compare(before: str, after: str, *words: str):
        paths = [tmp_path / "a.csv", tmp_path / "b.csv"]
        for path, content in zip(paths, (before, after), strict=True):
            path.write_text(content, encoding="utf-8")
        return run("budget", "difference", *map(str, paths), *words)

    return compare


def test_the_same_budget_is_no_difference(compared):
    outcome = compared(BEFORE, HEAD + KLINIK.format("500,00") + GIZI.format("1.000,00"))

    assert outcome.status == DONE
    assert "memuat anggaran yang sama" in outcome.out


def test_lines_levels_and_accounts_are_told(compared):
    outcome = compared(BEFORE, HEAD + GIZI.format("1200"), "--json")
    facts = json.loads(outcome.out)

    assert outcome.status == REFUSED
    assert [(e["changes"], e["difference"]) for e in facts["lines"]] == [
        (["changed"], 200),
        (["gone"], -500),
    ]
    assert facts["levels"]["program"] == [
        {"code": "1.02.02", "name": facts["levels"]["program"][0]["name"]}
        | {"before": 1500, "after": 1200}
    ]
    assert [
        (e["code"], e["name"], e["before"], e["after"]) for e in facts["levels"]["rekening"]
    ] == [
        ("5.1.02.01.01.0024", "Belanja ATK", 1000, 1200),
        ("5.1.02.01.01.0025", "Belanja Makan", 500, 0),
    ]


def test_words_are_clear_and_a_level_is_chosen(compared):
    outcome = compared(BEFORE, HEAD + GIZI.format("1200"), "--level", "rekening")

    assert "hilang" in outcome.out
    assert "Belanja Makan" in outcome.out
    assert "−Rp500" in outcome.out


def test_money_that_only_moves_between_accounts_is_a_difference(compared):
    moved = BEFORE.replace("5.1.02.01.01.0024", "5.1.02.01.01.0026")
    outcome = compared(BEFORE, moved, "--level", "rekening")

    assert outcome.status == REFUSED
    assert "5.1.02.01.01.0026" in outcome.out


def test_what_is_no_budget_is_refused(compared):
    outcome = compared(BEFORE, "a;b\n1;2\n")

    assert outcome.status == UNABLE
    assert outcome.err
