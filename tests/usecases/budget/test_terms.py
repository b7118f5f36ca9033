"""Terms of reference are written by the agency of the statement, one after the other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from setara.domain.budget.statement import StatementState
from setara.domain.budget.terms import Accommodation, ScheduledAction, Terms
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Language
from setara.store.models import StatementRecord, TermsRecord
from setara.usecases.budget.terms import save_terms, terms_of
from setara.usecases.foundation.access import NotFound
from tests.events import last_event
from tests.makers import AT
from tests.world import World

TODAY = AT.date()
WRITTEN = Terms(
    women=120,
    men=80,
    disabled=0,
    ages="18–59 tahun",
    method="Kelas sore",
    place="Balai Kuaro",
    implementer="Bidang UMKM",
    responsible="Sari",
    limits="Sepuluh kecamatan",
    schedule=(ScheduledAction(1, (2, 3), "dua angkatan"),),
    accommodations=(Accommodation("Pojok anak", Rupiah(6_000_000)), Accommodation("Transpor")),
)


@pytest.fixture(autouse=True)
def drafted(world: World) -> None:
    """The world's statement is locked; most tests here write while it is still a draft."""
    stands(StatementState.DRAFT)


def stands(state: StatementState) -> None:
    """Put the statement back or forth without its reviewers."""
    StatementRecord.objects.filter(pk=1).update(
        state=state, approved_at=AT if state.is_approved else None
    )


def test_what_is_written_comes_back_and_leaves_an_event(world: World):
    save_terms(by=world.author, at=AT, statement_id=1, edition=0, terms=WRITTEN)
    answer = terms_of(by=world.colleague, statement_id=1, today=TODAY)

    assert answer.terms == WRITTEN
    assert (answer.edition, answer.saved_by) == (1, world.author.name)
    assert last_event(world.author).name == "budget.terms.saved"
    assert not answer.may_save


def test_nothing_written_is_the_first_edition_with_everything_lacking(world: World):
    answer = terms_of(by=world.author, statement_id=1, today=TODAY)

    assert (answer.edition, answer.saved_at) == (0, None)
    assert {"KAK-02", "KAK-06", "KAK-08", "KAK-09", "KAK-12"} <= {
        finding.rule for finding in answer.findings
    }
    assert answer.may_save


def test_of_two_who_write_at_once_the_second_is_told(world: World):
    save_terms(by=world.author, at=AT, statement_id=1, edition=0, terms=WRITTEN)

    with pytest.raises(Refused) as caught:
        save_terms(
            by=world.author, at=AT, statement_id=1, edition=0, terms=replace(WRITTEN, place="X")
        )

    assert world.author.name in caught.value.reason.say(Language.INDONESIAN)
    assert terms_of(by=world.author, statement_id=1, today=TODAY).terms == WRITTEN
    save_terms(by=world.author, at=AT, statement_id=1, edition=1, terms=replace(WRITTEN, men=81))
    assert terms_of(by=world.author, statement_id=1, today=TODAY).terms.men == 81


@pytest.mark.parametrize("who", ["colleague", "planner", "inspector", "chair"])
def test_others_of_the_government_write_nothing(world: World, who):
    with pytest.raises(Refused):
        save_terms(by=getattr(world, who), at=AT, statement_id=1, edition=0, terms=WRITTEN)


def test_another_government_finds_nothing(world: World):
    with pytest.raises(NotFound):
        save_terms(by=world.stranger, at=AT, statement_id=1, edition=0, terms=WRITTEN)
    with pytest.raises(NotFound):
        terms_of(by=world.stranger, statement_id=1, today=TODAY)


@pytest.mark.parametrize(
    ("state", "indonesian", "english"),
    [
        (StatementState.SUBMITTED, "sedang ditelaah (diajukan)", "under review (submitted)"),
        (StatementState.PLAN_AGREED, "bila GBS dikembalikan", "opens again"),
        (StatementState.APPROVED, "disetujui ketiga driver", "approved by all three"),
        (StatementState.COMPLETE, "GBS kegiatan ini lengkap", "is complete, so its KAK is closed"),
        (StatementState.LOCKED, "GBS kegiatan ini dikunci", "is locked, so its KAK is closed"),
    ],
)
def test_what_the_drivers_read_or_agreed_to_is_not_written_anew(
    world: World, state, indonesian, english
):
    save_terms(by=world.author, at=AT, statement_id=1, edition=0, terms=WRITTEN)
    stands(state)

    with pytest.raises(Refused) as caught:
        save_terms(
            by=world.author, at=AT, statement_id=1, edition=1, terms=replace(WRITTEN, place="X")
        )

    assert indonesian in caught.value.reason.say(Language.INDONESIAN)
    assert english in caught.value.reason.say(Language.ENGLISH)
    answer = terms_of(by=world.author, statement_id=1, today=TODAY)
    assert (answer.terms, answer.edition) == (WRITTEN, 1)
    assert answer.may_save.reason == caught.value.reason


def test_the_first_kak_of_a_locked_statement_is_refused_too(world: World):
    stands(StatementState.LOCKED)

    with pytest.raises(Refused):
        save_terms(by=world.author, at=AT, statement_id=1, edition=0, terms=WRITTEN)
    assert not TermsRecord.objects.exists()


def test_a_returned_statement_opens_its_kak_again(world: World):
    save_terms(by=world.author, at=AT, statement_id=1, edition=0, terms=WRITTEN)
    stands(StatementState.RETURNED)
    save_terms(by=world.author, at=AT, statement_id=1, edition=1, terms=replace(WRITTEN, men=81))

    assert terms_of(by=world.author, statement_id=1, today=TODAY).terms.men == 81
