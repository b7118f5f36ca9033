"""Files with GAPs and GBSs: read back from DOCX and XLSX, judged, refused with a word why."""

import pytest

from setara.domain.budget.paper.fields import PaperKind
from setara.domain.budget.paper.paper import NotAPathway
from setara.domain.language.text import Language
from setara.formats.tables import Unreadable
from setara.usecases.budget.paper_checks import CheckedPaper, check_paper
from tests.documents.written_papers import as_docx, as_xlsx
from tests.domain.budget.paper.written import (
    CASES,
    EXEMPLAR,
    TODAY,
    filled,
    listed,
    matrix,
    rows_of,
)

PUBLISHED = CASES["published"]
WRITERS = {"docx": as_docx, "xlsx": as_xlsx}
# What those pages lack besides: see the domain's test of the same cases.
LACKING = {"GAP-07"}


def checked(content: bytes, name: str = "gap") -> CheckedPaper:
    return check_paper(name=name, content=content, today=TODAY)


def weighty(paper: CheckedPaper) -> list[set[str]]:
    return [
        {each.finding.rule for each in one.findings if each.is_of_weight} for one in paper.pathways
    ]


@pytest.mark.parametrize("kind", WRITERS)
def test_the_mistakes_of_published_papers_are_found_in_one_file_of_all(kind):
    paper = checked(WRITERS[kind](*map(rows_of, PUBLISHED)))

    assert [found - LACKING for found in weighty(paper)] == [
        set(case["triggers"]) for case in PUBLISHED
    ]


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("form", [matrix, listed])
def test_the_exemplar_has_nothing_of_weight(form, kind):
    paper = checked(WRITERS[kind](form(EXEMPLAR)))

    assert weighty(paper) == [set()]
    assert not paper.has_weight


@pytest.mark.parametrize("kind", WRITERS)
def test_several_gaps_of_one_table_are_told_apart(kind):
    gaps = [case for case in PUBLISHED if case["form"] == "gap"]

    paper = checked(WRITERS[kind](matrix(*map(filled, gaps))))

    assert [one.read.pathway.activity_code for one in paper.pathways] == [
        case["code"] for case in gaps
    ]


@pytest.mark.parametrize("kind", WRITERS)
def test_a_file_of_gaps_and_a_statement_says_what_each_is(kind):
    statement = next(case for case in PUBLISHED if case["form"] == "gbs")

    paper = checked(WRITERS[kind](matrix(EXEMPLAR), rows_of(statement)))

    assert [one.read.kind for one in paper.pathways] == [PaperKind.MATRIX, PaperKind.STATEMENT]


def test_a_finding_names_the_cell_as_its_reader_sees_it():
    case = next(case for case in PUBLISHED if case["id"] == 411)

    for write, place in ((as_docx, "tabel 1, sel B7"), (as_xlsx, "GAP 1!B7")):
        (one,) = checked(write(rows_of(case))).pathways
        (found,) = [each for each in one.findings if each.finding.rule == "GAP-01"][:1]
        assert found.place is not None
        assert found.place.label.say(Language.INDONESIAN) == place


def test_text_above_the_table_of_a_document_names_agency_and_year():
    rows = matrix(EXEMPLAR)[3:]
    content = as_docx(rows, above=["SKPD : Dinas Pertanian", "Tahun Anggaran 2026", "T.A. : 2026"])

    (one,) = checked(content).pathways

    assert (one.read.agency, one.read.year) == ("Dinas Pertanian", 2026)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "kosong"),
        (b"%PDF-1.7\n1 0 obj", "adalah PDF"),
        (b"\x89PNG\r\n\x1a\n0000", "adalah gambar"),
        (b"{\\rtf1 GAP}", "bentuk lama"),
        (as_docx(), "kosong"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le") * 4, "sandi"),
        (as_docx((("x",),))[:-400], "rusak"),
    ],
)
def test_what_cannot_be_read_is_said(content, words):
    with pytest.raises(Unreadable) as refusal:
        checked(content, "berkas")

    assert words in refusal.value.reason.say(Language.INDONESIAN)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ((("Kode Rekening", "Uraian", "Pagu"), ("5.1", "Belanja", "10")), "anggaran"),
        ((("Latar Belakang", "x"), ("Maksud dan Tujuan", "y")), "kerangka acuan"),
        ((("Kecamatan", "L", "P"), ("Long Ikis", "10", "9")), "tabel data terpilah"),
        ((("Program", "Kegiatan"), ("a", "b")), "yang dikenali hanya"),
        ((("Notulen", "rapat"),), "Notulen"),
    ],
)
def test_another_table_is_named_by_what_it_is(rows, words):
    with pytest.raises(NotAPathway) as refusal:
        checked(as_docx(rows))

    assert words in refusal.value.reason.say(Language.INDONESIAN)
