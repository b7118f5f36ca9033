"""A file on its way in: its page is told how far it is, and nobody else's is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

import pytest
from django.core.cache import caches
from django.core.files.uploadedfile import SimpleUploadedFile

from setara.domain.language.text import Language
from setara.formats import csv_table
from setara.store.models import BudgetBookRecord, ReceivedFileRecord
from setara.usecases.budget import intake, reading
from setara.usecases.budget.intake_steps import IntakeStep
from setara.web.budget import forms, sending
from tests.usecases.budget.books import HEALTH, book
from tests.web.visitor import Visitor, words
from tests.world import World

FACTS = {"year": "2027", "phase": "RKA"}


@pytest.fixture(autouse=True)
def _forgotten() -> Iterator[None]:
    yield
    caches["progress"].clear()


def token_on(visitor: Visitor) -> str:
    page = visitor.opens("budget:upload").content.decode()
    found = re.search(r'name="progress" value="([^"]+)"', page)
    assert found is not None
    return found[1]


def sent(visitor: Visitor, content: bytes, token: str):
    file = SimpleUploadedFile("rka.csv", content)
    return visitor.sends("budget:upload", file=file, progress=token, **FACTS)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[sending.Reached]:
    """Everything that was written where another request reads it."""
    reached: list[sending.Reached] = []
    keep = caches["progress"].set

    def kept(key: str, value: sending.Reached) -> None:
        reached.append(value)
        keep(key, value)

    monkeypatch.setattr(caches["progress"], "set", kept)
    return reached


def test_the_steps_come_in_their_order_and_are_forgotten_after(
    world: World, told: list[sending.Reached]
):
    planner = Visitor(world.planner)
    token = token_on(planner)

    assert sent(planner, book([*HEALTH, "10", ""]), token).status_code == 302

    assert [each.step for each in told] == list(IntakeStep)
    assert planner.opens("budget:progress", token).json() == {"step": "", "part": None}


def test_the_part_of_a_large_file_rises(
    world: World, told: list[sending.Reached], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(csv_table, "_MOST_HELD", 1000)
    planner = Visitor(world.planner)
    rows = [
        [*HEALTH[:2], f"1.02.02.2.02.{n:04}", f"Pelayanan {n}", "10", ""] for n in range(1, 900)
    ]

    answer = sent(planner, book(*rows), token_on(planner))

    assert answer.status_code == 422 or BudgetBookRecord.objects.exists()
    parts = [each.part for each in told if each.step is IntakeStep.READ]
    assert len(parts) > 1
    assert parts == sorted(parts)
    assert parts[-1] == pytest.approx(1)


@pytest.mark.parametrize(
    ("language", "says"),
    [(Language.INDONESIAN, "Membaca berkas"), (Language.ENGLISH, "Reading the file")],
)
def test_the_page_reads_the_step_in_its_language_while_the_import_runs(
    world: World, monkeypatch: pytest.MonkeyPatch, language: Language, says: str
):
    planner = Visitor(world.planner, language)
    token = token_on(planner)
    seen: list[dict[str, object]] = []
    read = reading.read_file

    def watched(**given: object):
        given["progress"](0.25)  # type: ignore[operator]
        seen.append(planner.opens("budget:progress", token).json())
        return read(**given)

    monkeypatch.setattr(intake, "read_file", watched)
    sent(planner, book([*HEALTH, "10", ""]), token)

    assert seen == [{"step": says, "part": 0.25}]


def test_another_account_finds_no_import_and_cannot_write_to_it(
    world: World, told: list[sending.Reached]
):
    token = token_on(Visitor(world.planner))

    for who in (world.author, world.stranger):
        assert Visitor(who).opens("budget:progress", token).status_code == 404
    assert Visitor(world.planner).opens("budget:progress", token[:-1] + "_").status_code == 404
    assert sent(Visitor(world.planner), book([*HEALTH, "10", ""]), "salah").status_code == 302
    assert told == []


def test_a_refused_file_is_forgotten_too_and_the_page_has_a_fresh_token(world: World):
    planner = Visitor(world.planner)
    token = token_on(planner)

    answer = sent(planner, book([*HEALTH, "banyak", ""]), token)

    assert answer.status_code == 422
    assert token not in answer.content.decode()
    assert caches["progress"].get(token) is None


def test_a_file_too_large_is_told_with_its_size_before_it_is_read(
    world: World, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(forms, "MOST_CSV_BYTES", 1024 * 1024)

    def not_read(**_: object) -> None:
        pytest.fail("the file was read")

    monkeypatch.setattr(intake, "read_file", not_read)
    content = Random(5).randbytes(1024 * 1024 + 1)

    answer = sent(Visitor(world.planner), content, "")

    assert answer.status_code == 422
    assert "“rka.csv” berukuran 2 MB; paling besar 1 MB" in words(answer)
    assert not ReceivedFileRecord.objects.filter(name="rka.csv").exists()
