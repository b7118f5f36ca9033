"""Decrees are loaded at the terminal; a file is held against a list, or what is shipped."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from setara.cli.word import DONE, REFUSED, UNABLE
from setara.store.models import NomenclatureRecord

LIST = """Kode;Nomenklatur
1.02;KESEHATAN
1.02.02;PROGRAM UPAYA KESEHATAN
1.02.02.2.02;Layanan Kesehatan
1.02.02.2.02.0009;Pelayanan gizi
"""
BOOK = """tahun;kode_skpd;nama_skpd;kode_sub_kegiatan;nama_sub_kegiatan;pagu
2025;1.02;Dinas Kesehatan;1.02.02.2.02.0009;Pelayanan gizi ibu;1000000
2025;1.02;Dinas Kesehatan;1.02.02.2.02.0077;Layanan lain;1000000
2025;2.08;DP3A;2.08.02.2.01.0099;Bukan kodenya;1000000
"""
YEARS = ("--from", "2025", "--to", "2026")


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    """A list and a book of 2025."""
    listed, book = tmp_path / "daftar.csv", tmp_path / "rka.csv"
    listed.write_text(LIST, encoding="utf-8")
    book.write_text(BOOK, encoding="utf-8")
    return str(listed), str(book)


def faults(out: str) -> list[tuple[str, str, int]]:
    told = json.loads(out)["findings"]
    return [
        (each["fault"], each["severity"], each["row"])
        for each in told
        if "nomenclature" in each["fault"] or "decree" in each["fault"]
    ]


def test_a_book_is_held_against_the_list_that_is_given(run, files):
    outcome = run("budget", "check", files[1], "--nomenclature", files[0], "--json")

    assert outcome.status == DONE
    assert faults(outcome.out) == [
        ("name_not_of_nomenclature", "note", 2),
        ("code_not_in_nomenclature", "warning", 3),
        ("code_not_in_nomenclature", "warning", 4),
    ]


def test_without_a_list_only_what_is_shipped_speaks_and_only_notes(run, files):
    outcome = run("budget", "check", files[1], "--json")

    assert faults(outcome.out) == [("code_not_in_nomenclature", "note", 4)]


def test_a_file_that_is_no_list_is_said(run, files, tmp_path: Path):
    other = tmp_path / "lain.csv"
    other.write_text("desa;penduduk\nSongka;12\n", encoding="utf-8")
    outcome = run("budget", "check", files[1], "--nomenclature", str(other))

    assert outcome.status == UNABLE
    assert "bukan daftar nomenklatur" in outcome.err


@pytest.mark.django_db
def test_a_decree_is_loaded_listed_and_withdrawn(run, files, tmp_path: Path):
    run("government", "found", "64.01", "Kabupaten Paser")
    load = ("budget", "nomenclature", "load", files[0], "--decree", "Kepmendagri 1", *YEARS)

    outcome = run(*load, "--official")
    assert (outcome.status, outcome.out) == (
        DONE,
        "Kepmendagri 1 dimuat untuk 2025–2026: 4 kode, 1 di antaranya sub kegiatan.\n",
    )
    again = run(*load)
    assert (again.status, "sudah dimuat" in again.err) == (REFUSED, True)
    assert "Kepmendagri 1" in run("budget", "nomenclature", "list").out
    assert run("budget", "nomenclature", "withdraw", "Kepmendagri 2").status == REFUSED
    assert run("budget", "nomenclature", "withdraw", "Kepmendagri 1").status == DONE
    assert "Belum ada" in run("budget", "nomenclature", "list").out


@pytest.mark.django_db
def test_what_is_wrong_is_told_by_row_and_nothing_kept(run, files, tmp_path: Path):
    run("government", "found", "64.01", "Kabupaten Paser")
    bad = tmp_path / "salah.csv"
    bad.write_text(LIST + "dua;Nama\n", encoding="utf-8")

    outcome = run("budget", "nomenclature", "load", str(bad), "--decree", "K", *YEARS)
    assert outcome.status == REFUSED
    assert "A6" in outcome.out
    assert not NomenclatureRecord.objects.exists()
    missing = run("budget", "nomenclature", "load", "tiada.csv", "--decree", "K", *YEARS)
    assert missing.status == UNABLE


@pytest.mark.django_db
def test_of_several_governments_one_is_named(run, files):
    run("government", "found", "64.01", "Kabupaten Paser")
    run("government", "found", "64.03", "Kabupaten Berau")
    load = ("budget", "nomenclature", "load", files[0], "--decree", "K", *YEARS)

    assert run(*load).status == REFUSED
    assert run(*load, "--government", "64.03").status == DONE
    assert NomenclatureRecord.objects.get().government.name == "Kabupaten Berau"
