"""A received table on its way in: uploaded, understood, corrected, kept, and known next time."""

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile

from setara.domain.language.text import Language
from setara.formats.xlsx import xlsx
from setara.store.models import ObservationRecord, ReadingMapRecord, ReceivedFileRecord
from tests.web.visitor import Visitor, words
from tests.world import World

ABOUT = {
    "element_code": "EK01-LATIH",
    "year": "2023",
    "publisher": "Disperindagkop",
    "document": "Peserta 2023",
}
HEAD = ["Kecamatan", "Laki-laki", "Perempuan", "Jumlah"]
GOOD = [HEAD, ["Kuaro", 10, 5, 15], ["Batu Sopang", 3, 4, 7], ["Jumlah", 13, 9, 22]]


def uploads(visitor: Visitor, rows, **changes):
    file = SimpleUploadedFile("data.xlsx", xlsx("Data", ["Peserta, 2023"], rows))
    return visitor.sends("statistics:upload", **ABOUT, file=file, **changes)


def reading(visitor: Visitor, answer):
    """The page an upload leads to."""
    assert answer.status_code == 302
    return visitor.client.get(answer["Location"])


def form_of(page):
    """What a browser would send back of the reading form."""
    shown = page.context["page"]
    sent = {"read_as": shown.reading.read_as}
    for form in (shown.about, shown.reading):
        sent |= {field.name: field.value() or "" for field in form}
    sent |= {f"key_{q.row}": q.key for q in shown.place_questions}
    return sent | {"answered": shown.answered}


def test_a_table_is_understood_shown_and_only_then_kept(world: World):
    visitor = Visitor(world.secretary)
    before = ObservationRecord.objects.count()

    page = reading(visitor, uploads(visitor, GOOD))
    shown = words(page)
    assert "satu kolom untuk tiap jenis kelamin" in shown
    assert "Kuaro (64.01.05)" in shown
    assert ObservationRecord.objects.count() == before

    file_id = page.context["page"].read.file_id
    kept = visitor.sends("statistics:read_file", file_id, **form_of(page), act="take")
    assert kept.status_code == 302
    assert ObservationRecord.objects.count() == before + 4


def test_a_wrong_table_comes_back_cell_by_cell_and_nothing_is_kept(world: World):
    visitor = Visitor(world.secretary)
    before = ObservationRecord.objects.count(), ReadingMapRecord.objects.count()
    rows = [HEAD, ["Kuaro", 10, 5, 14], ["Batu Sopan", 3, 4, 7]]

    page = reading(visitor, uploads(visitor, rows))
    file_id = page.context["page"].read.file_id
    answer = visitor.sends("statistics:read_file", file_id, **form_of(page), act="take")

    shown = words(answer)
    assert answer.status_code == 422
    assert "Maksudnya Batu Sopang (64.01.01)?" in shown
    assert "D4 kesalahan" in shown
    assert "Tidak ada angka yang disimpan" in shown
    assert (ObservationRecord.objects.count(), ReadingMapRecord.objects.count()) == before


def test_an_answer_about_a_place_is_remembered_for_the_next_file(world: World):
    visitor = Visitor(world.secretary)
    others = [["Kuaro", 3, 4, 7], ["Long Ikis", 1, 2, 3]]
    rows = [HEAD, ["Kecamatan Induk", 10, 5, 15], *others]
    page = reading(visitor, uploads(visitor, rows))
    file_id = page.context["page"].read.file_id
    (question,) = page.context["page"].place_questions

    sent = form_of(page) | {f"place_{question.row}": "64.01.04"}
    again = visitor.sends("statistics:read_file", file_id, **sent, act="preview")
    assert "Tanah Grogot (64.01.04)" in words(again)
    assert not again.context["page"].place_questions
    kept = visitor.sends("statistics:read_file", file_id, **form_of(again), act="take")
    assert kept.status_code == 302, words(kept)

    rows = [HEAD, ["Kecamatan Induk", 20, 6, 26], *others]
    file = SimpleUploadedFile("data.xlsx", xlsx("Data", ["Judul baru", "Peserta, 2022"], rows))
    answer = visitor.sends("statistics:upload", **ABOUT | {"year": "2022"}, file=file)
    later = reading(visitor, answer)
    assert not later.context["page"].place_questions
    assert "sama dengan berkas produsen ini" in words(later)


def test_a_file_that_is_built_differently_says_what_changed(world: World):
    visitor = Visitor(world.secretary)
    page = reading(visitor, uploads(visitor, GOOD))
    file_id = page.context["page"].read.file_id
    visitor.sends("statistics:read_file", file_id, **form_of(page), act="take")

    changed = [["Kecamatan", "Perempuan", "Laki-laki", "Total"], *GOOD[1:]]
    later = reading(visitor, uploads(visitor, changed))

    shown = words(later)
    assert "Kolom B dahulu “laki laki”, sekarang “perempuan”." in shown


def test_other_heading_rows_and_roles_can_be_chosen(world: World):
    visitor = Visitor(world.secretary)
    rows = [["Kecamatan", "A", "B"], ["Kuaro", 10, 5], ["Batu Sopang", 3, 4]]
    page = reading(visitor, uploads(visitor, rows))
    file_id = page.context["page"].read.file_id

    sent = form_of(page) | {"role_1": "male", "role_2": "female"}
    answer = visitor.sends("statistics:read_file", file_id, **sent, act="preview")
    assert len(answer.context["page"].read.taken.figures) == 4
    sent = form_of(answer) | {"header_from": "1", "header_to": "1"}
    answer = visitor.sends("statistics:read_file", file_id, **sent, act="preview")
    assert answer.context["page"].read.chosen.header_rows == (1,)
    answer = visitor.sends("statistics:read_file", file_id, **form_of(answer), act="preview")
    assert answer.context["page"].read.chosen.header_rows == (1,)


def test_what_is_no_table_is_refused_at_the_door(world: World):
    visitor = Visitor(world.secretary, Language.ENGLISH)
    file = SimpleUploadedFile("data.xlsx", b"%PDF-1.7 isi")

    answer = visitor.sends("statistics:upload", **ABOUT, file=file)

    assert answer.status_code == 422
    assert "is a PDF" in words(answer)
    assert not ReceivedFileRecord.objects.filter(name="data.xlsx").exists()


def test_a_file_of_another_government_is_not_there(world: World):
    visitor = Visitor(world.secretary)
    page = reading(visitor, uploads(visitor, GOOD))
    file_id = page.context["page"].read.file_id

    assert Visitor(world.stranger).opens("statistics:read_file", file_id).status_code == 404
