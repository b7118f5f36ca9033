"""Two people write one GAP; drafts are opened once, given up, and taken back to what they were."""

from __future__ import annotations

from dataclasses import replace

import pytest

from setara.domain.budget.editions import Place
from setara.domain.budget.merging import Choice, Side
from setara.domain.budget.pathway import Cause, CauseSide, Factor, PathwayDraft, PathwayState
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Language
from setara.store.models import PathwayEditionRecord, PathwayRecord
from setara.usecases.budget import pathways as verbs
from setara.usecases.budget.pathway_queries import opening, pathways_of_issue
from setara.usecases.foundation.access import NotFound
from tests.events import last_event
from tests.makers import AT
from tests.usecases.budget.test_pathways import SIGNED, TODAY, open_one, save, seen
from tests.world import World

CHOSEN = {Place("objective"): Choice(Side.TOGETHER, "Satu dan dua")}


def revision(world: World) -> int:
    return verbs.revise_pathway(by=world.author, at=AT, pathway_id=SIGNED)


def resolve(world: World, pathway_id: int, choices: dict[Place, Choice], **draft: object) -> None:
    verbs.save_pathway(
        by=world.author,
        at=AT,
        pathway_id=pathway_id,
        edition=1,
        draft=PathwayDraft(**draft),
        choices=choices,
    )


def test_changes_in_different_places_are_put_together(world: World):
    pathway_id = revision(world)
    before = seen(world.author, pathway_id).pathway

    save(world.author, pathway_id, objective="Tujuan mereka")
    first, *rest = before.causes
    mine = (replace(first, factor=Factor.ACCESS), *rest, Cause(99, CauseSide.EXTERNAL, "Baru"))
    save(world.author, pathway_id, edition=1, causes=mine)

    after = seen(world.author, pathway_id)
    assert after.pathway.objective == "Tujuan mereka"
    assert after.pathway.causes == mine
    assert after.edition == 3


def test_the_same_place_waits_for_a_choice_and_is_then_saved(world: World):
    pathway_id = open_one(world.author)
    save(world.author, pathway_id, objective="Satu")
    with pytest.raises(Refused):
        save(world.author, pathway_id, edition=1, objective="Dua")

    resolve(world, pathway_id, CHOSEN, objective="Dua")

    assert seen(world.author, pathway_id).pathway.objective == "Satu dan dua"


def test_an_edition_that_was_not_kept_is_not_merged(world: World):
    pathway_id = open_one(world.author)
    save(world.author, pathway_id, objective="Satu")
    PathwayEditionRecord.objects.all().delete()

    with pytest.raises(Refused) as caught:
        resolve(world, pathway_id, CHOSEN, objective="Dua")
    assert "menyimpan GAP ini" in caught.value.reason.say(Language.INDONESIAN)


def test_saving_what_is_there_already_makes_no_edition(world: World):
    pathway_id = open_one(world.author)
    save(world.author, pathway_id, objective="Satu")
    save(world.author, pathway_id, edition=2, objective=" Satu ")

    assert seen(world.author, pathway_id).edition == 2
    assert PathwayEditionRecord.objects.filter(pathway=pathway_id).count() == 1


def test_a_past_edition_is_restored_as_a_new_one(world: World):
    pathway_id = open_one(world.author, objective="Semula")
    save(world.author, pathway_id, objective="Berubah")

    verbs.restore_edition(by=world.author, at=AT, pathway_id=pathway_id, edition=2, restored=1)

    answer = seen(world.author, pathway_id)
    assert (answer.pathway.objective, answer.edition) == ("Semula", 3)
    assert last_event(world.author).name == "budget.pathway.restored"
    kept = PathwayEditionRecord.objects.filter(pathway=pathway_id).order_by("edition")
    assert [row.objective for row in kept] == ["Semula", "Berubah"]
    for facts, error in (
        ({"by": world.author, "edition": 2, "restored": 1}, Refused),
        ({"by": world.author, "edition": 3, "restored": 9}, NotFound),
        ({"by": world.colleague, "edition": 3, "restored": 1}, Refused),
        ({"by": world.stranger, "edition": 3, "restored": 1}, NotFound),
    ):
        with pytest.raises(error):
            verbs.restore_edition(at=AT, pathway_id=pathway_id, **facts)


def test_opening_twice_leads_to_the_one_there_is(world: World):
    pathway_id = open_one(world.author)

    with pytest.raises(verbs.AlreadyOpen) as caught:
        open_one(world.author)

    assert caught.value.pathway_id == pathway_id
    verbs.drop_pathway(by=world.author, at=AT, pathway_id=pathway_id)
    assert open_one(world.author) != pathway_id


def test_a_draft_is_given_up_with_its_words_kept(world: World):
    pathway_id = revision(world)
    issue_id = PathwayRecord.objects.get(pk=SIGNED).issue_id
    save(world.author, pathway_id, objective="Kata")
    for by, error in ((world.colleague, Refused), (world.stranger, NotFound)):
        with pytest.raises(error):
            verbs.drop_pathway(by=by, at=AT, pathway_id=pathway_id)
    with pytest.raises(Refused):
        verbs.drop_pathway(by=world.author, at=AT, pathway_id=SIGNED)

    verbs.drop_pathway(by=world.author, at=AT, pathway_id=pathway_id, reason=" Digabung ")

    kept = seen(world.author, pathway_id)
    assert kept.pathway.state is PathwayState.DROPPED
    assert kept.pathway.objective == "Kata"
    assert last_event(world.author).detail["reason"] == "Digabung"
    assert last_event(world.author).detail["revises"] == SIGNED
    standing = pathways_of_issue(by=world.chair, issue_id=issue_id, today=TODAY)
    assert [line.pathway_id for line in standing] == [SIGNED]
    for verdict in (kept.may_save, kept.may_sign, kept.may_revise, kept.may_drop):
        assert "dibatalkan" in verdict.reason.say(Language.INDONESIAN)
    assert revision(world)


def test_a_signature_is_under_the_edition_that_was_read(world: World):
    pathway_id = revision(world)
    save(world.author, pathway_id, objective="Lain")

    with pytest.raises(Refused):
        verbs.sign_pathway(by=world.author, at=AT, pathway_id=pathway_id, edition=1)

    verbs.sign_pathway(by=world.author, at=AT, pathway_id=pathway_id, edition=2)


def test_the_proposed_year_has_a_budget(world: World):
    issue_id = PathwayRecord.objects.get(pk=SIGNED).issue_id

    assert opening(by=world.author, issue_id=issue_id, today=TODAY).year == 2026
