"""A version of the budget handed out as a file, to those it belongs to."""

from __future__ import annotations

import hashlib

import pytest

from setara.store.models import BudgetBookRecord, BudgetLineRecord, BudgetVersionRecord
from tests.web.visitor import Visitor, words
from tests.world import World


def version_id() -> int:
    return BudgetVersionRecord.objects.get(year=2026).pk


@pytest.mark.parametrize(
    ("form", "starts"), [("csv", b"\xef\xbb\xbfTahun;Tahap;Kode SKPD"), ("xlsx", b"PK")]
)
def test_the_version_page_hands_its_files_out(world: World, form: str, starts: bytes):
    visitor = Visitor(world.colleague)
    page = visitor.opens("budget:version", version_id())
    answer = visitor.opens("budget:export", version_id(), form)

    assert f"/anggaran/{version_id()}/unduh/{form}/" in page.content.decode()
    assert answer.status_code == 200
    assert answer.content.startswith(starts)
    assert f"anggaran-2026-rka.{form}" in answer["Content-Disposition"]


def test_files_are_not_there_for_strangers_and_unknown_kinds(world: World):
    assert Visitor(world.stranger).opens("budget:export", version_id(), "csv").status_code == 404
    answer = Visitor(world.colleague).opens("budget:export", version_id(), "docx")
    assert answer.status_code == 404
    assert "Bentuk berkas itu tidak ditemukan" in words(answer)


def test_the_file_that_was_handed_in_comes_back_byte_for_byte(world: World):
    book = BudgetBookRecord.objects.select_related("file").get(version=version_id())
    answer = Visitor(world.colleague).opens("budget:received_book", book.pk)

    assert hashlib.sha256(answer.content).hexdigest() == book.file.sha256
    assert answer["Content-Disposition"].startswith("attachment")
    assert Visitor(world.stranger).opens("budget:received_book", book.pk).status_code == 404


@pytest.mark.parametrize("asked", ["umkm", "2.17.07.2.01.0015", "2.17", "disperindagkop"])
def test_lines_are_found_by_name_code_and_agency(world: World, asked: str):
    answer = Visitor(world.colleague).opens("budget:version", version_id(), cari=asked)
    lines = answer.context["page"].answer.lines

    assert "2.17.07.2.01.0015" in {line.code for line in lines}
    assert len(lines) < BudgetLineRecord.objects.filter(version=version_id()).count()
    assert f"cocok dengan “{asked}”" in words(answer)


def test_what_no_line_has_is_not_found_and_never_run(world: World):
    answer = Visitor(world.colleague).opens("budget:version", version_id(), cari="<b>%_'")

    assert answer.context["page"].answer.count == 0
    assert "<b>%" not in answer.content.decode()
