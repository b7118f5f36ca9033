"""The Excel form on its page: down, filled in, up, and back with marks where it is wrong."""

from __future__ import annotations

import base64
import io
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from setara.domain.foundation.actor import PUBLIC
from setara.domain.language.text import Language
from setara.store.models import SubmissionCellRecord, SubmissionRecord
from tests.web.visitor import Visitor, words
from tests.world import World

START = "data:application/vnd.openxmlformats-officedocument.spreadsheetml.sheet;base64,"


def returned() -> SubmissionRecord:
    """The answer of the colleague's agency, sent back with a comment."""
    return SubmissionRecord.objects.get(agency__code="1.02")


def form_of(visitor: Visitor) -> openpyxl.Workbook:
    answer = visitor.opens("statistics:workbook_file", returned().pk)
    return openpyxl.load_workbook(io.BytesIO(answer.content))


def send(visitor: Visitor, book: openpyxl.Workbook) -> Any:
    written = io.BytesIO()
    book.save(written)
    return send_bytes(visitor, written.getvalue())


def send_bytes(visitor: Visitor, content: bytes) -> Any:
    file = SimpleUploadedFile("isian.xlsx", content)
    return visitor.sends("statistics:workbook", returned().pk, file=file)


def kept(place: str, sex: str) -> SubmissionCellRecord:
    return SubmissionCellRecord.objects.get(
        submission=returned(), element__code="KS15", place__code=place, sex=sex
    )


def row_of(book: openpyxl.Workbook, place: str) -> int:
    return next(row for row in range(6, 30) if book["KS15"].cell(row, 1).value == place)


def test_the_answers_page_leads_to_the_form_while_it_may_be_filled(world: World) -> None:
    own = words(Visitor(world.colleague).opens("statistics:submission", returned().pk))
    verified = SubmissionRecord.objects.get(agency__code="2.17")

    assert "Unduh formulir Excel" in own
    closed = Visitor(world.author).opens("statistics:submission", verified.pk)
    assert "Unduh formulir Excel" not in words(closed)
    assert Visitor(world.author).opens("statistics:workbook_file", verified.pk).status_code == 403


def test_the_form_is_downloaded_filled_in_and_taken(world: World) -> None:
    own = Visitor(world.colleague)
    book = form_of(own)
    row = row_of(book, "Tanah Grogot")
    comment = SubmissionCellRecord.objects.exclude(comment="").get(submission=returned()).comment
    assert comment in str(book["KS15"].cell(row, 7).comment.text)
    book["KS15"].cell(row, 7, 777)
    answer = send(own, book)

    assert answer.status_code == 302
    assert "1 sel berubah" in own.opens("statistics:submission", returned().pk).text
    assert kept("64.01.04", "P").value == 777
    assert kept("64.01.04", "P").cell == f"KS15!G{row}"


@pytest.mark.parametrize("language", list(Language))
def test_a_wrong_form_is_listed_and_comes_back_marked(world: World, language: Language) -> None:
    own = Visitor(world.colleague, language)
    book = form_of(own)
    row = row_of(book, "Kuaro")
    book["KS15"].cell(row, 4, "banyak")
    book["KS15"].cell(row, 7, 777)
    answer = send(own, book)

    assert answer.status_code == 422
    assert f"D{row}" in words(answer)
    assert "“banyak”" in words(answer)
    assert kept("64.01.05", "P").value == 133
    url = answer.context["page"].marked_url
    assert f'href="{url}"' in answer.text
    marked = openpyxl.load_workbook(io.BytesIO(base64.b64decode(url.removeprefix(START))))
    assert marked["Perbaikan"]["B4"].value == f"D{row}"
    assert marked["KS15"].cell(row, 7).value == 777


def test_a_file_that_is_no_form_is_told_where_to_go(world: World) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "Rekapitulasi"
    answer = send(Visitor(world.colleague), book)

    assert answer.status_code == 422
    assert "bukan formulir dari Setara" in words(answer)
    assert "Unduh formulir yang ditandai" not in words(answer)


def test_the_same_file_again_is_answered(world: World) -> None:
    own = Visitor(world.colleague)
    content = own.opens("statistics:workbook_file", returned().pk).content

    assert send_bytes(own, content).status_code == 302
    again = own.client.post(
        f"/isian/{returned().pk}/formulir/",
        {"file": SimpleUploadedFile("isian.xlsx", content)},
        follow=True,
    )
    assert "sudah diterima sebelumnya" in again.text


def test_the_form_of_another_agency_is_not_there(world: World) -> None:
    content = Visitor(world.colleague).opens("statistics:workbook_file", returned().pk).content

    for who in (world.author, world.planner, world.inspector, world.chair, world.stranger):
        visitor = Visitor(who)
        assert visitor.opens("statistics:workbook_file", returned().pk).status_code == 404
        assert visitor.opens("statistics:workbook", returned().pk).status_code == 404
        assert send_bytes(visitor, content).status_code == 404


def test_a_guest_is_asked_to_sign_in(world: World) -> None:
    for page in ("statistics:workbook", "statistics:workbook_file"):
        assert "/akun/" in Visitor(PUBLIC).opens(page, returned().pk)["Location"]
