"""The page that takes budget books in: what was found is told by cell, with what to do."""

from __future__ import annotations

from random import Random

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from setara.domain.language.text import Language
from setara.store.models import BudgetBookRecord, BudgetVersionRecord
from tests.domain.budget.reading import rendering, rendering_books
from tests.makers import agency_of
from tests.usecases.budget.books import HEALTH, book
from tests.web.visitor import Visitor, words
from tests.world import World


def sent(world: World, content: bytes, language: Language = Language.INDONESIAN, **typed: object):
    visitor = Visitor(world.planner, language)
    file = SimpleUploadedFile("rka.csv", content)
    facts: dict[str, object] = {"year": "2027", "phase": "RKA", "file": file}
    return visitor.sends("budget:upload", **(facts | typed))


@pytest.mark.parametrize(
    ("language", "says"),
    [
        (Language.INDONESIAN, "“banyak” bukan nilai rupiah. Isi dengan angka"),
        (Language.ENGLISH, "“banyak” is not an amount in rupiah. Enter a number"),
    ],
)
def test_a_finding_names_its_cell_and_what_to_do(world: World, language: Language, says: str):
    answer = sent(world, book([*HEALTH, "banyak", ""]), language)

    assert answer.status_code == 422
    assert "E2" in words(answer)
    assert says in words(answer)


def test_hundreds_of_findings_are_told_by_number(world: World):
    rows = [[*HEALTH[:2], f"x{number}", "Pelayanan", "1", ""] for number in range(250)]

    answer = sent(world, book(*rows))

    assert "ada 250 hal yang perlu diperbaiki" in words(answer)
    assert "Temuan lain yang tidak ditampilkan: 50" in words(answer)


def test_a_printed_recapitulation_goes_in_as_it_is(world: World):
    leaves = rendering.current(Random(11))
    content = rendering.written(rendering_books.recap(leaves, 2027, str), Random(4))

    answer = sent(world, content, agency_id=str(agency_of(world.author)))

    version = BudgetVersionRecord.objects.get(year=2027)
    assert answer.status_code == 302
    assert version.lines.count() == len({leaf.activity for leaf in leaves})


def test_a_file_is_replaced_and_then_withdrawn_with_its_reason(world: World):
    planner = Visitor(world.planner)
    sent(world, book([*HEALTH, "10", ""]))
    first = BudgetBookRecord.objects.get(version__year=2027).pk
    file = SimpleUploadedFile("benar.csv", book([*HEALTH, "12", ""]))

    assert planner.sends("budget:replace_book", first, file=file, reason="").status_code == 422
    file.seek(0)
    answer = planner.sends("budget:replace_book", first, file=file, reason="Salah ketik")
    assert answer.status_code == 302
    page = words(planner.opens("budget:version", first_version()))
    assert "Rp12" in page
    assert "Salah ketik" in page
    second = BudgetBookRecord.objects.get(replaces=first).pk
    planner.sends("budget:withdraw_book", second, reason="Bukan milik kita")
    assert "Bukan milik kita" in words(planner.opens("budget:version", first_version()))


def first_version() -> int:
    return BudgetVersionRecord.objects.get(year=2027).pk
