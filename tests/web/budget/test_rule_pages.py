"""The pages of the rules, and the page on which a file is checked."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile

from setara.domain.language.text import Language
from setara.store.models import ReceivedFileRecord, RuleSwitchRecord
from setara.web.budget import paper_check_views
from tests.documents.written_papers import as_docx, as_xlsx
from tests.domain.budget.paper.written import CASES, EXEMPLAR, matrix, rows_of
from tests.web.visitor import Visitor, words
from tests.world import World

PUBLISHED = {case["id"]: case for case in CASES["published"]}


def uploaded(content: bytes, name: str = "gap.docx") -> dict[str, object]:
    return {"file": SimpleUploadedFile(name, content)}


def test_the_rules_are_listed_with_sentence_weight_and_how_often_they_fire(world: World):
    page = words(Visitor(world.author).opens("budget:rules"))

    assert "GAP-41 Reformulasi tujuan menyebut bagi siapa keadaan berubah." in page
    assert "harus diperbaiki, sebaiknya diperbaiki" in page
    assert "Matikan" not in page
    english = words(Visitor(world.author, Language.ENGLISH).opens("budget:rules"))
    assert "A cause does not blame those who are behind." in english


def test_the_secretariat_switches_a_rule_off_with_a_reason_and_on_again(world: World):
    visitor = Visitor(world.secretary)
    assert visitor.sends("budget:switch_rule", "GAP-41", reason="").status_code == 422

    answer = visitor.sends("budget:switch_rule", "GAP-41", reason="Kesepakatan penggerak")

    assert answer.status_code == 302
    page = words(visitor.opens("budget:rules"))
    assert "Kesepakatan penggerak" in page
    assert "Hidupkan" in page
    visitor.sends("budget:switch_rule", "GAP-41", reason="Dipakai lagi")
    assert not RuleSwitchRecord.objects.get(rule="GAP-41").is_off


def test_others_are_told_why_they_cannot_switch(world: World):
    visitor = Visitor(world.author)

    assert "Kedudukan Anda" in words(visitor.opens("budget:switch_rule", "GAP-41"))
    assert visitor.sends("budget:switch_rule", "GAP-41", reason="x").status_code in {403, 422}
    assert not RuleSwitchRecord.objects.exists()
    assert visitor.opens("budget:switch_rule", "GAP-99").status_code == 404


def test_a_file_is_checked_and_not_kept(world: World):
    visitor = Visitor(world.author)
    kept = ReceivedFileRecord.objects.count()

    page = words(
        visitor.sends("budget:check_paper", **uploaded(as_xlsx(rows_of(PUBLISHED[490])), "a.xlsx"))
    )

    assert "GAP-11 GAP 1!C10, kolom 2 (sebaiknya diperbaiki)" in page
    assert "Ketua RT" in page
    assert ReceivedFileRecord.objects.count() == kept


def test_a_rule_switched_off_is_silent_on_files_too(world: World):
    Visitor(world.secretary).sends("budget:switch_rule", "GAP-11", reason="Uji")

    content = as_docx(rows_of(PUBLISHED[490]))
    page = words(Visitor(world.author).sends("budget:check_paper", **uploaded(content)))

    assert "GAP-11" not in page


def test_what_cannot_be_read_is_said_beside_the_file(world: World):
    visitor = Visitor(world.author)

    answer = visitor.sends("budget:check_paper", **uploaded(b"%PDF-1.7", "gap.pdf"))

    assert answer.status_code == 422
    assert "adalah PDF" in words(answer)
    answer = visitor.sends("budget:check_paper", **uploaded(as_docx((("Notulen",),))))
    assert "Tidak ada tabel GAP atau GBS" in words(answer)


def test_a_file_without_weight_is_praised(world: World):
    # Without its budget year the data of `n-1` are last year's whenever this runs.
    rows = tuple(row for row in matrix(EXEMPLAR) if not str(row[0]).startswith("Tahun"))

    page = words(Visitor(world.author).sends("budget:check_paper", **uploaded(as_docx(rows))))

    assert "Tidak ada temuan yang berbobot" in page


def test_of_a_file_too_large_nothing_is_read(world: World, monkeypatch, settings):
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 10
    monkeypatch.setattr(paper_check_views, "MOST_BYTES", 100)
    monkeypatch.setattr(
        TemporaryUploadedFile, "read", lambda *_: pytest.fail("it was read"), raising=False
    )

    answer = Visitor(world.author).sends("budget:check_paper", **uploaded(b"x" * 101, "gap.docx"))

    assert answer.status_code == 422
    assert "Pecah berkasnya" in words(answer)
