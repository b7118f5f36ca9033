"""The thread on pages: what each shows, what is refused, and that nothing typed is lost."""

from __future__ import annotations

import io
from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from setara.domain.language.text import Language
from setara.store.models import FollowUpRecord, ObservationRecord
from tests.makers import AT
from tests.web.visitor import Visitor, words
from tests.world import World


def test_the_thread_names_every_station_and_the_break(world: World):
    shown = words(Visitor(world.secretary).opens("reports:thread", 1))

    assert "Rp685.250.000" in shown
    assert "Disperindagkop UKM, DP2KBP3A" in shown
    assert "Belum ada data sesudahnya" in shown


def test_the_thread_is_complete_in_english(world: World):
    shown = words(Visitor(world.secretary, Language.ENGLISH).opens("reports:thread", 1))

    assert "Rp685,250,000" in shown
    assert "No later data yet" in shown


def test_a_page_on_the_thread_says_where_it_stands(world: World):
    answer = Visitor(world.secretary).opens("budget:statement", 1)

    assert answer.text.count('aria-current="step"') == 1
    assert "Terputus" in answer.text


def test_a_disabled_button_tells_why(world: World):
    shown = Visitor(world.inspector).opens("budget:review", 1).text

    assert "Inspektorat memberi keyakinan" in shown


def test_a_later_figure_becomes_the_result_of_the_thread(world: World):
    first = ObservationRecord.objects.filter(element__code="TK07", valid_from__year=2024)
    for row in list(first):
        row.pk = None
        row.valid_from, row.valid_to = row.valid_from.replace(year=2025), row.valid_to.replace(2026)
        row.value = (row.value or 0) + 200
        row.save()

    shown = words(Visitor(world.secretary).opens("reports:thread", 1))

    assert "Dari 2024 ke 2025" in shown
    assert "Benang ini utuh" in shown


def test_an_issue_is_raised_once(world: World):
    visitor = Visitor(world.secretary)
    place = ("statistics:raise_issue", "PD10-RLS", "64.01", 2021)

    first = visitor.sends(*place, title="Perempuan bersekolah lebih pendek")
    again = visitor.sends(*place, title="Judul yang diketik")

    assert first.status_code == 302
    assert again.status_code == 422
    assert "sudah menjadi isu" in again.text


def test_a_file_that_is_no_budget_is_refused_with_its_reason(world: World):
    file = SimpleUploadedFile("foto.csv", b"nama,umur\nSari,30\n")

    answer = Visitor(world.planner).sends("budget:upload", year="2027", phase="RKA", file=file)

    assert answer.status_code == 422
    assert "Baris judul tidak ditemukan" in answer.text


def test_a_follow_up_is_reported_with_evidence_and_closed_by_somebody_else(world: World):
    row = FollowUpRecord.objects.get()
    author, chair = Visitor(world.author), Visitor(world.chair)
    proof = SimpleUploadedFile("bukti.pdf", b"%PDF-1.7 isi")

    own = author.sends("coordination:finish", row.pk)
    author.sends("coordination:report", row.pk, note="Jadwal terbit", file=proof)
    closed = chair.sends("coordination:finish", row.pk)

    assert own.status_code == 422
    assert closed.status_code == 302
    assert "selesai" in words(chair.opens("coordination:follow_up", row.pk))


def test_evidence_of_another_kind_is_refused(world: World):
    row = FollowUpRecord.objects.get()
    program = SimpleUploadedFile("bukti.pdf", b"MZ program")

    answer = Visitor(world.author).sends(
        "coordination:report", row.pk, note="Selesai", file=program
    )

    assert answer.status_code == 422
    assert "bukan PDF" in answer.text
    assert "Selesai" in answer.text


def test_a_meeting_past_midnight_ends_on_the_next_day(world: World):
    visitor = Visitor(world.secretary)
    night = {"title": "Rakor malam", "venue": "Sadurengas", "starts_at": "2026-12-01T22:00"}

    wrong = visitor.sends("coordination:plan", **night, ends_at="2026-12-01T01:00")
    right = visitor.sends("coordination:plan", **night, ends_at="2026-12-02T01:00")

    assert wrong.status_code == 422
    assert "tanggal berikutnya" in wrong.text
    assert right.status_code == 302


def test_what_a_meeting_left_open_comes_up_first_at_the_next(world: World):
    visitor = Visitor(world.secretary)
    begins = AT + timedelta(days=400)
    answer = visitor.sends(
        "coordination:plan",
        title="Rakor berikutnya",
        venue="Sadurengas",
        starts_at=f"{begins:%Y-%m-%dT09:00}",
        ends_at=f"{begins:%Y-%m-%dT12:00}",
    )

    shown = visitor.client.get(answer["Location"]).text

    assert "Yang belum selesai dari rapat sebelumnya" in shown
    assert "Menyatukan jadwal pelatihan" in shown


def test_the_printed_statement_is_a_pdf_in_the_readers_language(world: World):
    from pypdf import PdfReader

    answer = Visitor(world.secretary, Language.ENGLISH).opens(
        "reports:paper", "statement", 1, "pdf"
    )
    leaves = PdfReader(io.BytesIO(answer.content)).pages

    assert answer["Content-Type"] == "application/pdf"
    assert "NOT AN OFFICIAL DOCUMENT" in leaves[0].extract_text()


def test_an_unknown_paper_is_not_found(world: World):
    assert Visitor(world.secretary).opens("reports:paper", "kak", 1, "pdf").status_code == 404
