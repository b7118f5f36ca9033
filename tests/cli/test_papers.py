"""All papers of a year at the terminal: one ZIP, taken up again by the same command."""

from __future__ import annotations

import zipfile

import pytest

from setara.cli.word import DONE, REFUSED, UNABLE
from setara.store.models import AgencyRecord, GovernmentRecord, PathwayRecord
from tests.world import world

__all__ = ["world"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def paser(world) -> tuple[str, ...]:
    """What names the demo's government among the two."""
    government = GovernmentRecord.objects.get(pk=world.secretary.government_id)
    return ("--government", government.place.code, *["--practice"] * government.is_practice)


def test_the_papers_of_a_year_come_as_one_archive(run, paser, tmp_path):
    outcome = run("papers", "--year", "2026", "--out", str(tmp_path / "keluar"), *paser)

    assert outcome.status == DONE, outcome.err
    (archive,) = (tmp_path / "keluar").iterdir()
    assert archive.name == "GAP-GBS-2026-pdf-id.zip"
    assert str(archive) in outcome.out
    assert "2 dokumen" in outcome.out
    names = zipfile.ZipFile(archive).namelist()
    assert names[:3] == ["index.html", "INDEKS.csv", "SHA256SUMS"]
    assert len(names) == 5


def test_one_agency_one_kind_as_docx_in_english(run, paser, tmp_path):
    agency = AgencyRecord.objects.get(pk=PathwayRecord.objects.get().agency_id)
    words = ("--agency", agency.code, "--kind", "gap", "--format", "docx", "--language", "en")
    outcome = run("papers", "--year", "2026", "--out", str(tmp_path / "out"), *words, *paser)

    assert outcome.status == DONE, outcome.err
    assert "1 papers" in outcome.out
    (archive,) = (tmp_path / "out").iterdir()
    assert zipfile.ZipFile(archive).namelist()[-1].endswith(".docx")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--year", "1999"), "Tidak ada dokumen"),
        (("--year", "2026", "--agency", "9.99"), "Perangkat daerah 9.99 tidak ada"),
    ],
)
def test_what_cannot_be_printed_is_said(run, paser, tmp_path, words, said):
    outcome = run("papers", *words, "--out", str(tmp_path / "keluar"), *paser)

    assert outcome.status == REFUSED
    assert said in outcome.err


def test_a_government_has_to_be_named_and_a_folder_given(run, world, tmp_path):
    file = tmp_path / "berkas"
    file.write_text("x")
    code = GovernmentRecord.objects.get(pk=world.stranger.government_id).place.code

    GovernmentRecord.objects.update(is_practice=False)

    unnamed = run("papers", "--year", "2026", "--out", str(tmp_path))
    assert unnamed.status == REFUSED
    assert "Ada 2 pemerintah" in unnamed.err
    assert run("papers", "--year", "2026").status == UNABLE
    outcome = run("papers", "--year", "2026", "--out", str(file), "--government", code)
    assert outcome.status == REFUSED
    assert "bukan folder" in outcome.err
