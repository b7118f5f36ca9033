"""Batches that are run apart: two at once, cut off, dropped meanwhile, failed, grown old."""

from __future__ import annotations

import zipfile
from argparse import Namespace
from datetime import timedelta
from pathlib import Path

import pytest

from setara.cli.deeds import papers
from setara.cli.deeds.papers import run_batches
from setara.cli.terminal import Terminal
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Language
from setara.domain.reports.paper_batch import (
    KEPT_FOR,
    MOST_AT_ONCE,
    MOST_UNDER_WAY,
    SILENCE,
    BatchState,
)
from setara.formats.paper_archive import write_paper_archive
from setara.formats.pdf import pdf
from setara.store.models import HoldingRecord, PaperBatchRecord
from setara.usecases.reports import batch_parts, batch_printing, batch_running
from setara.usecases.reports.batch_contents import USUAL, BatchWanted
from setara.usecases.reports.batch_running import batches_to_run, clean_batches, run_batch
from setara.usecases.reports.batches import ask_for_batch, batch_folder, drop_batch
from setara.usecases.reports.papers import PaperFormat
from tests.makers import AT

pytestmark = pytest.mark.django_db
WANTED = BatchWanted(2026, None, USUAL, PaperFormat.PDF, Language.INDONESIAN)


def clock():
    return AT


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path, monkeypatch) -> None:
    settings.MEDIA_ROOT = str(tmp_path)
    # Every paper gives a sign of life, so that what happens between two is met.
    monkeypatch.setattr(batch_running, "_EVERY", timedelta(-1))


def asked(who, at=AT):
    return ask_for_batch(by=who, at=at, wanted=WANTED, pages={})


def archive(batch_id: int) -> Path:
    return batch_folder(batch_id) / PaperBatchRecord.objects.get(pk=batch_id).file_name


def test_a_batch_is_run_once(world):
    batch_id = asked(world.planner)
    assert batches_to_run(AT) == (batch_id,)

    assert run_batch(batch_id, clock)
    assert not run_batch(batch_id, clock)
    assert batches_to_run(AT + SILENCE * 2) == ()
    assert [each.name for each in batch_folder(batch_id).iterdir()] == [archive(batch_id).name]


def test_two_batches_at_once_do_not_mix(world, monkeypatch):
    first, second = asked(world.planner), asked(world.secretary)
    set_paper = pdf
    met: list[int] = []

    def with_another_between(outline, language):
        if not met:
            met.append(second)
            assert run_batch(second, clock)
        return set_paper(outline, language)

    monkeypatch.setattr(batch_parts, "pdf", with_another_between)
    assert run_batch(first, clock)

    assert archive(first) != archive(second)
    assert archive(first).exists()
    with zipfile.ZipFile(archive(first)) as one, zipfile.ZipFile(archive(second)) as other:
        assert one.namelist() == other.namelist()
        assert one.testzip() is other.testzip() is None


def test_a_run_whose_process_died_is_taken_up_and_prints_only_the_rest(world, monkeypatch):
    whole, batch_id = asked(world.planner), asked(world.planner)
    run_batch(whole, clock)
    set_paper = pdf
    printed: list[object] = []

    def killed(outline, language):
        if printed:
            raise SystemExit
        printed.append(outline.title)
        return set_paper(outline, language)

    with monkeypatch.context() as patch:
        patch.setattr(batch_parts, "pdf", killed)
        with pytest.raises(SystemExit):
            run_batch(batch_id, clock)
    assert PaperBatchRecord.objects.get(pk=batch_id).state == BatchState.RUNNING
    assert not run_batch(batch_id, clock), "it is still thought to be alive"

    def later():
        return AT + SILENCE * 2

    assert batches_to_run(later()) == (batch_id,)
    assert run_batch(batch_id, later)
    assert archive(batch_id).read_bytes() == archive(whole).read_bytes()


def test_a_batch_dropped_while_it_is_printed_leaves_nothing(
    world, monkeypatch, tmp_path, django_capture_on_commit_callbacks
):
    batch_id = asked(world.planner)
    set_paper = pdf

    def dropped_meanwhile(outline, language):
        content = set_paper(outline, language)
        if PaperBatchRecord.objects.exists():
            with django_capture_on_commit_callbacks(execute=True):
                drop_batch(by=world.planner, at=AT, batch_id=batch_id)
        return content

    monkeypatch.setattr(batch_parts, "pdf", dropped_meanwhile)
    assert not run_batch(batch_id, clock)

    assert list((tmp_path / "batches").iterdir()) == []
    assert not PaperBatchRecord.objects.exists()


def test_trouble_is_kept_for_the_owner_in_both_languages(world, monkeypatch):
    batch_id = asked(world.planner)

    def broken(outline, language):
        message = "no"
        raise ValueError(message)

    monkeypatch.setattr(batch_parts, "pdf", broken)
    assert not run_batch(batch_id, clock)

    batch = PaperBatchRecord.objects.get()
    assert batch.state == BatchState.FAILED
    assert "tidak dapat dicetak" in batch.trouble_id
    assert "cannot be printed" in batch.trouble_en
    assert not batch.file_name


def test_who_lost_the_seat_meanwhile_gets_no_papers(world):
    batch_id = asked(world.planner)
    HoldingRecord.objects.filter(person_id=world.planner.person_id).delete()

    assert not run_batch(batch_id, clock)
    assert PaperBatchRecord.objects.get().state == BatchState.FAILED
    assert not batch_folder(batch_id).exists()


def test_one_person_has_few_batches_under_way(world):
    for _ in range(MOST_UNDER_WAY):
        asked(world.planner)

    with pytest.raises(Refused) as refusal:
        asked(world.planner)
    assert "3" in refusal.value.reason.say(Language.INDONESIAN)
    assert asked(world.secretary)


def test_old_batches_and_orphans_are_cleaned_away(world, tmp_path):
    old, new = asked(world.planner), asked(world.planner, AT + KEPT_FOR)
    run_batch(old, clock)
    run_batch(new, lambda: AT + KEPT_FOR)
    (tmp_path / "batches" / "999").mkdir()

    assert clean_batches(AT + KEPT_FOR + timedelta(minutes=1)) == 2

    assert [each.name for each in (tmp_path / "batches").iterdir()] == [str(new)]
    assert PaperBatchRecord.objects.get().pk == new


def test_a_run_another_one_took_over_leaves_the_parts_to_it(world, monkeypatch):
    batch_id = asked(world.planner)

    def taken_over(path, head, papers, language):
        PaperBatchRecord.objects.update(run="another")
        return write_paper_archive(path, head, papers, language)

    monkeypatch.setattr(batch_printing, "write_paper_archive", taken_over)
    assert not run_batch(batch_id, clock)

    assert list((batch_folder(batch_id) / "parts").iterdir())
    assert PaperBatchRecord.objects.get().state == BatchState.RUNNING


def test_only_few_are_printed_at_once_and_who_ends_takes_up_the_waiting(world, monkeypatch):
    batches = [asked(who) for who in (world.planner, world.secretary, world.author)]
    for batch_id in batches[:MOST_AT_ONCE]:
        PaperBatchRecord.objects.filter(pk=batch_id).update(
            state=BatchState.RUNNING, run="another", seen_at=AT
        )
    waiting = batches[MOST_AT_ONCE]

    assert not run_batch(waiting, clock)
    assert PaperBatchRecord.objects.get(pk=waiting).state == BatchState.WAITING

    PaperBatchRecord.objects.filter(pk=batches[0]).update(state=BatchState.WAITING)
    monkeypatch.setattr(papers, "now", clock)
    run_batches(Namespace(batch=[batches[0]]), Terminal())
    assert PaperBatchRecord.objects.get(pk=batches[0]).state == BatchState.DONE
    assert PaperBatchRecord.objects.get(pk=waiting).state == BatchState.DONE


def test_one_that_waits_for_others_is_not_taken_for_stopped(world):
    first, waiting = asked(world.planner), asked(world.secretary)

    assert run_batch(first, lambda: AT + SILENCE * 2)

    assert PaperBatchRecord.objects.get(pk=waiting).seen_at == AT + SILENCE * 2
