"""`budget screen` on a file: which lines deserve a look, and why the model is silent."""

from __future__ import annotations

import json
from pathlib import Path

from setara.cli.word import DONE, UNABLE
from tests.usecases.budget.books import ANALYSED, HEALTH, book

OFFICE = [*ANALYSED[:2], "2.17.01.2.02.0001", "Penyediaan Gaji dan Tunjangan ASN"]


def kept(tmp_path: Path) -> str:
    path = tmp_path / "rka.csv"
    path.write_bytes(book([*OFFICE, "900", ""], [*ANALYSED, "600", ""], [*HEALTH, "1.400", ""]))
    return str(path)


def test_the_lines_worth_a_look_come_first_with_their_reasons(run, tmp_path: Path):
    done = run("budget", "screen", kept(tmp_path))

    assert done.status == DONE
    assert "2 dari 3 sub kegiatan layak dilihat" in done.out
    assert done.out.index(HEALTH[2]) < done.out.index(ANALYSED[2])
    assert "(gizi)" in done.out
    assert OFFICE[2] not in done.out
    assert "Hanya menurut aturan" in done.err


def test_json_says_every_line_where_asked(run, tmp_path: Path):
    done = run("--language", "en", "budget", "screen", kept(tmp_path), "--json", "--all")

    said = json.loads(done.out)
    assert [each["code"] for each in said] == [HEALTH[2], ANALYSED[2], OFFICE[2]]
    assert [each["worth_a_look"] for each in said] == [True, True, False]
    assert said[0]["reasons"][0]["rule"] == "SCR-01"
    assert set(said[0]["reasons"][0]["text"]) == {"id", "en"}


def test_what_is_no_budget_is_refused_in_words(run, tmp_path: Path):
    path = tmp_path / "x.csv"
    path.write_text("a;b\n1;2\n")

    done = run("budget", "screen", str(path))

    assert (done.status, done.out) == (UNABLE, "")
    assert done.err
    assert "Traceback" not in done.err
