"""The page of the terms of reference, and the page behind the code of a print."""

from __future__ import annotations

import pytest

from setara.domain.budget.statement import StatementState
from setara.domain.foundation.actor import PUBLIC
from setara.domain.language.text import Language
from setara.store.models import PrintRecord, StatementRecord, TermsRecord
from tests.web.visitor import Visitor, words
from tests.world import World

TYPED = {
    "edition": "0",
    "men": "80",
    "women": "120",
    "disabled": "4",
    "ages": "18–59 tahun",
    "method": "Kelas sore",
    "accommodations": "Pojok anak = Rp6.000.000\nTranspor = Rp2,500,000\nJuru bahasa isyarat",
    "place": "Balai Kuaro",
    "implementer": "Bidang UMKM",
    "responsible": "Sari",
    "months_1": ["2", "3"],
    "method_1": "dua angkatan",
}


def draft() -> None:
    StatementRecord.objects.filter(pk=1).update(state=StatementState.DRAFT, approved_at=None)


def test_terms_are_written_in_the_browser_and_printed(world: World):
    draft()
    visitor = Visitor(world.author)
    answer = visitor.sends("budget:terms", 1, **TYPED)
    shown = words(visitor.opens("budget:terms", 1))

    assert answer.status_code == 302
    content = TermsRecord.objects.get().content
    assert content["schedule"][0] == {"action": 1, "months": [2, 3], "method": "dua angkatan"}
    assert [each["amount"] for each in content["accommodations"]] == [6_000_000, 2_500_000, None]
    assert "KAK-10" in shown
    assert "KAK-02" not in shown
    assert visitor.opens("reports:paper", "terms", 1, "pdf").status_code == 200


def test_money_that_cannot_be_read_is_named_and_nothing_is_kept(world: World):
    draft()
    answer = Visitor(world.author).sends(
        "budget:terms", 1, **TYPED | {"accommodations": "Pojok anak = enam juta"}
    )

    assert answer.status_code == 422
    assert "“Pojok anak = enam juta”" in answer.text
    assert not TermsRecord.objects.exists()


def test_who_comes_second_keeps_what_was_typed(world: World):
    draft()
    visitor = Visitor(world.author)
    visitor.sends("budget:terms", 1, **TYPED)
    answer = visitor.sends("budget:terms", 1, **TYPED | {"place": "Balai Long Ikis"})

    assert answer.status_code == 422
    assert "setelah Anda membukanya" in answer.text
    assert "Balai Long Ikis" in answer.text
    edition = answer.context["page"].form["edition"].value()
    again = TYPED | {"place": "Balai Long Ikis", "edition": edition}
    assert visitor.sends("budget:terms", 1, **again).status_code == 302
    assert TermsRecord.objects.get().content["place"] == "Balai Long Ikis"


def test_the_page_of_a_locked_statement_says_why_its_kak_is_closed(world: World):
    visitor = Visitor(world.author)
    answer = visitor.sends("budget:terms", 1, **TYPED)

    assert answer.status_code == 422
    assert "KAK-nya tidak dapat diubah lagi" in words(visitor.opens("budget:terms", 1))
    english = Visitor(world.author, Language.ENGLISH)
    assert "so its KAK is closed" in words(english.opens("budget:terms", 1))
    assert not TermsRecord.objects.exists()


def test_a_member_of_another_agency_reads_and_does_not_write(world: World):
    assert Visitor(world.colleague).opens("budget:terms", 1).status_code == 200
    assert Visitor(world.colleague).sends("budget:terms", 1, **TYPED).status_code == 422
    assert Visitor(world.stranger).opens("budget:terms", 1).status_code == 404
    assert Visitor(PUBLIC).opens("budget:terms", 1).status_code == 302


@pytest.mark.parametrize(
    ("language", "verdict"),
    [
        (Language.INDONESIAN, "Cetakan ini versi yang disetujui"),
        (Language.ENGLISH, "This print is the approved version"),
    ],
)
def test_anybody_checks_a_print_without_signing_in(world: World, language, verdict):
    Visitor(world.author).opens("reports:paper", "statement", 1, "pdf")
    code = PrintRecord.objects.get().code
    guest = Visitor(PUBLIC, language)
    answer = guest.opens("reports:check", code)

    assert answer.status_code == 200
    assert verdict in words(answer)
    assert "2.17.07.2.01.0015" in words(answer)
    # Nothing of what the paper says, nor who printed it.
    assert "Undangan" not in answer.text
    assert world.author.name not in answer.text
    assert guest.opens("reports:ask_check", kode=code.lower())["Location"].endswith("/")


def test_a_code_nobody_gave_is_not_known(world: World):
    answer = Visitor(PUBLIC).opens("reports:check", "AAAA-BBBB-CCCC-DDDD")

    assert answer.status_code == 404
    assert "Kode ini tidak dikenal" in words(answer)
    assert Visitor(PUBLIC).opens("reports:ask_check").status_code == 200


@pytest.mark.parametrize("typed", ["A/B", "abcd efgh", "a" * 400, "ab?#%2F..\\x"])
def test_a_code_typed_oddly_leads_to_the_answer_that_it_is_not_known(world: World, typed):
    guest = Visitor(PUBLIC)
    asked = guest.opens("reports:ask_check", kode=typed)

    assert asked.status_code == 302
    assert guest.client.get(asked["Location"]).status_code == 404


@pytest.mark.parametrize("typed", ["/", "..", "\x00", "–?", "\ufffd"])
def test_what_holds_no_code_at_all_is_answered_at_once(world: World, typed):
    answer = Visitor(PUBLIC).opens("reports:ask_check", kode=typed)

    assert answer.status_code == 404
    assert "Kode ini tidak dikenal" in words(answer)
    assert Visitor(PUBLIC).opens("reports:ask_check", kode=" ").status_code == 200
