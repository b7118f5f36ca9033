"""A government's forms are chosen and taken in on a page, with every fault told by line."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from setara.domain.language.text import Language
from setara.store.models import FormChoiceRecord, FormVersionRecord
from tests.usecases.budget.test_forms import own
from tests.web.visitor import Visitor, words
from tests.world import World

CHOICE = {"form": "gap-madiun|berjalan", "from_year": 2027, "reason": "Perbup 12/2026"}


@pytest.mark.parametrize("language", list(Language))
def test_the_page_shows_what_is_used(world: World, language):
    answer = Visitor(world.author, language).opens("budget:forms")

    assert answer.status_code == 200
    assert "gap-9-columns" in words(answer)


def test_a_form_is_chosen(world: World):
    answer = Visitor(world.secretary).sends("budget:choose_form", "gap", **CHOICE)

    assert answer.status_code == 302
    assert FormChoiceRecord.objects.get().form_key == "gap-madiun"
    assert "Perbup 12/2026" in words(Visitor(world.author).opens("budget:forms"))


def test_a_choice_that_does_not_fit_is_explained(world: World):
    answer = Visitor(world.secretary).sends(
        "budget:choose_form", "gap", **(CHOICE | {"from_year": 2010})
    )

    assert answer.status_code == 422
    assert "Pilih tahun sesudahnya" in words(answer)


def test_who_may_not_choose_is_told(world: World):
    answer = Visitor(world.author).sends("budget:choose_form", "gap", **CHOICE)

    assert answer.status_code == 422
    assert not FormChoiceRecord.objects.exists()


def test_faults_of_a_file_are_told_by_line(world: World):
    file = SimpleUploadedFile("gap.toml", b'key = "Gap Kami"\nversion = 2\n')

    answer = Visitor(world.secretary).sends("budget:add_form", file=file)

    said = words(answer)
    assert answer.status_code == 422
    assert "Baris 1:" in said
    assert "Baris 2:" in said
    assert not FormVersionRecord.objects.exists()


def test_a_shipped_form_comes_back_as_ones_own(world: World):
    secretary = Visitor(world.secretary)
    text = secretary.opens("budget:shipped_form_file", "gap-9-columns", "2013").content.decode()
    file = SimpleUploadedFile("gap.toml", text.replace("gap-9-columns", "gap-paser").encode())

    answer = secretary.sends("budget:add_form", file=file)

    own_id = FormVersionRecord.objects.get().pk
    assert answer.status_code == 302
    assert "gap-paser" in words(secretary.opens("budget:own_form", own_id))
    back = secretary.opens("budget:own_form_file", own_id).content.decode()
    assert back == text.replace("gap-9-columns", "gap-paser")


@pytest.mark.parametrize("name", ["budget:own_form", "budget:own_form_file"])
def test_a_stranger_does_not_find_it(world: World, name):
    own_id = own(world.secretary)

    assert Visitor(world.stranger).opens(name, own_id).status_code == 404
