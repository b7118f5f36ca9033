"""Papers printed together, as people ask for them, wait for them and fetch them."""

from __future__ import annotations

import io
import zipfile
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from setara.domain.foundation.actor import PUBLIC
from setara.domain.language.text import Language
from setara.domain.reports.paper_batch import SILENCE, BatchState
from setara.store.models import PaperBatchRecord, StatementRecord
from setara.usecases.reports.batch_running import run_batch
from setara.web.reports import batch_process
from tests.web.visitor import Visitor, words

pytestmark = pytest.mark.django_db
CHOSEN = {
    "year": 2026,
    "agency": "",
    "kinds": ["pathway", "statement"],
    "form": "pdf",
    "language": "id",
}


@pytest.fixture
def started(monkeypatch, settings, tmp_path) -> list[int]:
    """The batches a process was started for; none is."""
    settings.MEDIA_ROOT = str(tmp_path)
    numbers: list[int] = []
    monkeypatch.setattr(batch_process, "start", numbers.append)
    return numbers


def asked(visitor: Visitor) -> int:
    answer = visitor.sends("reports:batches", **CHOSEN)
    assert answer.status_code == 302, words(answer)
    return int(answer["Location"].strip("/").split("/")[-1])


def test_from_the_form_to_the_archive(world, started):
    planner = Visitor(world.planner)
    batch_id = asked(planner)

    assert started == [batch_id]
    waiting = planner.opens("reports:batch", batch_id)
    assert "0 dari 2 dokumen tercetak" in words(waiting)
    step = planner.opens("reports:batch_step", batch_id).json()
    assert step == {"under_way": True, "done": 0, "total": 2}
    assert planner.opens("reports:batch_archive", batch_id).status_code == 404

    assert run_batch(batch_id, timezone.now)

    assert not planner.opens("reports:batch_step", batch_id).json()["under_way"]
    done = planner.opens("reports:batch", batch_id)
    assert "Unduh ZIP" in words(done)
    assert PaperBatchRecord.objects.get().sha256 in words(done)
    fetched = planner.opens("reports:batch_archive", batch_id)
    content = b"".join(fetched.streaming_content)
    names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    assert [name.rpartition(".")[2] for name in names] == [
        "html",
        "csv",
        "SHA256SUMS",
        "pdf",
        "pdf",
    ]
    assert "attachment" in fetched["Content-Disposition"]


def test_the_printed_code_leads_to_the_page_as_it_is_called_from_outside(world, started):
    asked(Visitor(world.planner))

    pages = PaperBatchRecord.objects.get().pages
    statement = StatementRecord.objects.get()
    page = reverse("budget:statement", args=[statement.pk])
    assert pages["statement"].replace("{id}", str(statement.pk)) == f"http://testserver{page}"


def test_a_batch_is_for_the_one_who_asked(world, started):
    batch_id = asked(Visitor(world.planner))
    run_batch(batch_id, timezone.now)

    for other in (world.secretary, world.stranger):
        visitor = Visitor(other)
        assert visitor.opens("reports:batch", batch_id).status_code == 404
        assert visitor.opens("reports:batch_step", batch_id).status_code == 404
        assert visitor.opens("reports:batch_archive", batch_id).status_code == 404
        assert visitor.sends("reports:batch_drop", batch_id).status_code == 404
        assert visitor.sends("reports:batch_go_on", batch_id).status_code == 404
        assert "2026" not in words(visitor.opens("reports:batches")) or other is world.secretary
    assert Visitor(PUBLIC).opens("reports:batch_archive", batch_id).status_code == 302
    assert PaperBatchRecord.objects.count() == 1


def test_what_fell_silent_is_said_to_have_stopped_and_goes_on(world, started):
    planner = Visitor(world.planner)
    batch_id = asked(planner)
    assert planner.sends("reports:batch_go_on", batch_id).status_code == 422
    PaperBatchRecord.objects.update(
        state=BatchState.RUNNING, run="dead", seen_at=timezone.now() - SILENCE * 2
    )

    page = words(planner.opens("reports:batch", batch_id))
    assert "Pencetakan terputus sebelum selesai" in page
    assert "Lanjutkan" in page
    assert planner.sends("reports:batch_go_on", batch_id).status_code == 302
    assert started == [batch_id, batch_id]
    assert run_batch(batch_id, timezone.now)


def test_a_dropped_batch_leaves_nothing(
    world, started, tmp_path, django_capture_on_commit_callbacks
):
    planner = Visitor(world.planner)
    batch_id = asked(planner)
    run_batch(batch_id, timezone.now)
    assert list((tmp_path / "batches").iterdir())

    with django_capture_on_commit_callbacks(execute=True):
        assert planner.sends("reports:batch_drop", batch_id).status_code == 302

    assert PaperBatchRecord.objects.count() == 0
    assert list((tmp_path / "batches").iterdir()) == []


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"kinds": []}, "Jenis dokumen"),
        ({"year": "1999"}, "Tahun"),
        ({"agency": "999"}, "Perangkat daerah"),
    ],
)
def test_a_choice_that_is_none_is_said(world, started, changed, said):
    answer = Visitor(world.planner).sends("reports:batches", **(CHOSEN | changed))

    assert answer.status_code == 422
    assert said in words(answer)
    assert started == []


def test_nothing_for_that_agency_is_said(world, started):
    from setara.store.models import AgencyRecord, PathwayRecord

    other = AgencyRecord.objects.filter(government_id=world.planner.government_id).exclude(
        pk=PathwayRecord.objects.get().agency_id
    )[0]
    answer = Visitor(world.planner).sends("reports:batches", **(CHOSEN | {"agency": other.pk}))

    assert answer.status_code == 422
    assert "Tidak ada dokumen dengan pilihan itu" in words(answer)


def test_the_pages_speak_english(world, started):
    planner = Visitor(world.planner, Language.ENGLISH)
    batch_id = asked(planner)
    PaperBatchRecord.objects.update(seen_at=timezone.now() - timedelta(hours=1))

    assert "Print together" in words(planner.opens("reports:batches"))
    page = words(planner.opens("reports:batch", batch_id))
    assert "Printing was cut off before its end" in page
    assert "Go on" in page
