"""Pages on results: reported in a browser, the verdict and its reason read there."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.utils import timezone

from setara.domain.budget.phase import BudgetPhase
from setara.domain.budget.quarter import Quarter
from setara.domain.language.text import Language
from setara.store.models import QuarterReportRecord, StatementRecord
from tests.usecases.budget.books import ANALYSED, book, take_in
from tests.usecases.budget.results import NEXT_YEAR, SIGNED, realised, record_later, report, trained
from tests.web.visitor import Visitor, words
from tests.world import World

TYPED = {
    "women_1": "1.120",
    "men_1": "35",
    "source_1": "Daftar hadir Maret",
    "women_none_2": "not_applicable",
    **{f"state_{key}": "under_way" for key in (1, 2, 3, 4)},
    "spent": "Rp61.500.000",
    "spent_source": "SP2D sampai Maret",
    "obstacles": "Hujan",
    "remedy": "Pindah gedung",
}


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything is read and typed in February of the year after."""
    monkeypatch.setattr(timezone, "now", lambda: NEXT_YEAR)
    monkeypatch.setattr(timezone, "localdate", lambda value=None, timezone=None: NEXT_YEAR.date())


@pytest.mark.usefixtures("today")
class TestAYearLater:
    """In February of the year after the budget year."""

    def test_a_quarter_is_typed_the_indonesian_way(self, world: World):
        visitor = Visitor(world.author)
        form = words(visitor.opens("budget:report_quarter", SIGNED, 1))
        assert "mengurus NIB atas nama sendiri" in form

        answer = visitor.sends("budget:report_quarter", SIGNED, 1, **TYPED)

        assert answer.status_code == 302
        kept = QuarterReportRecord.objects.get()
        assert kept.indicators[0]["women"] == {"value": "1120"}
        assert kept.indicators[1]["women"] == {"nothing": "not_applicable"}
        assert kept.spent == 61_500_000
        shown = words(visitor.opens("budget:pathway_result", SIGNED))
        assert "dilaporkan terlambat" in shown
        assert "Rp61.500.000" in shown
        assert "Pindah gedung" in shown

    def test_what_is_wrong_stands_beside_its_field_and_is_still_typed(self, world: World):
        visitor = Visitor(world.author)

        answer = visitor.sends(
            "budget:report_quarter",
            SIGNED,
            1,
            **(TYPED | {"women_1": "dua belas", "source_1": "", "men_2": "5"}),
        )

        assert answer.status_code == 422
        assert "“dua belas” bukan angka" in words(answer)
        assert "Pindah gedung" in answer.text
        assert not QuarterReportRecord.objects.exists()
        answer = visitor.sends("budget:report_quarter", SIGNED, 1, **(TYPED | {"source_1": ""}))
        assert answer.status_code == 422
        assert "Sebutkan dokumen sumbernya" in words(answer)

    def test_a_correction_opens_with_what_stands_and_asks_why(self, world: World):
        report(world.author, Quarter.FIRST, trained(Decimal(1120), Decimal(35)), at=NEXT_YEAR)
        visitor = Visitor(world.author)

        assert 'value="1.120"' in visitor.opens("budget:report_quarter", SIGNED, 1).text
        again = TYPED | {"edition": "1", "spent": "", "spent_source": ""}
        assert visitor.sends("budget:report_quarter", SIGNED, 1, **again).status_code == 422
        again["reason"] = "satu peserta terlewat"
        assert visitor.sends("budget:report_quarter", SIGNED, 1, **again).status_code == 302
        shown = words(visitor.opens("budget:pathway_result", SIGNED))
        assert "satu peserta terlewat" in shown
        assert "Laporan sebelumnya" in shown

    def test_money_of_an_imported_realisation_is_no_field(self, world: World):
        realised(world.planner, 3, "61.500.000")

        shown = Visitor(world.author).opens("budget:report_quarter", SIGNED, 1)

        assert 'name="spent"' not in shown.text
        assert "diambil dari Realisasi s.d. Maret" in words(shown)

    @pytest.mark.parametrize(
        ("language", "says"),
        [
            (Language.INDONESIAN, ["menyempit", "tidak membuktikan", "pilihan Setara"]),
            (Language.ENGLISH, ["narrowed", "do not prove", "Setara's choice"]),
        ],
    )
    def test_the_verdict_its_reason_and_its_limits_are_read(self, world: World, language, says):
        record_later(world.secretary, 2026, "9000", "21000")

        shown = words(Visitor(world.chair, language).opens("budget:pathway_result", SIGNED))

        assert all(each in shown for each in says)

    def test_the_government_sees_the_year_filters_it_and_takes_it_out(self, world: World):
        record_later(world.secretary, 2026, "9000", "21000")
        report(world.author, Quarter.FIRST, at=NEXT_YEAR)
        visitor = Visitor(world.colleague)

        shown = words(visitor.opens("budget:results"))
        assert "Belum melaporkan" in shown
        assert "Triwulan II, Triwulan III, Triwulan IV" in shown
        assert "menyempit" in shown
        widened = words(visitor.opens("budget:results", hasil="widened"))
        assert "Tidak ada yang cocok" in widened
        assert visitor.opens("budget:results", tahun="1999").status_code == 404
        for form in ("xlsx", "csv"):
            answer = visitor.opens("budget:results_file", 2026, form)
            assert answer["Content-Disposition"] == f'attachment; filename="hasil-2026.{form}"'
        csv = visitor.opens("budget:results_file", 2026, "csv").content.decode("utf-8-sig")
        assert csv.splitlines()[0].startswith("Perangkat daerah;Kode")
        assert "menyempit" in csv

    def test_the_thread_ends_in_the_result(self, world: World):
        record_later(world.secretary, 2026, "9000", "21000")

        shown = Visitor(world.chair).opens("reports:thread", 1)

        assert "Kesenjangan menyempit (tahun anggaran 2026)" in words(shown)
        assert f"/gap/{SIGNED}/hasil/" in shown.text


def test_a_quarter_that_is_not_over_is_not_reported(world: World):
    visitor = Visitor(world.author)

    answer = visitor.sends("budget:report_quarter", SIGNED, 4, **TYPED)

    if timezone.now() < datetime(2026, 12, 31, 16, tzinfo=UTC):
        assert answer.status_code == 422
        assert "berakhir pada 31 Desember 2026" in words(answer)
    assert visitor.opens("budget:report_quarter", SIGNED, 5).status_code == 404


def test_a_changed_budget_is_said_and_changed_in_one_act(world: World):
    take_in(world.planner, book([*ANALYSED, "700.000.000", ""]), year=2026, phase=BudgetPhase.DPPA)
    visitor = Visitor(world.author)

    assert "pagu naik" in words(visitor.opens("budget:statements"))
    page = words(visitor.opens("budget:statement", 1))
    assert "menjadi Rp700.000.000 (DPPA 2026): naik" in page
    assert Visitor(world.planner).sends("budget:change_statement", 1).status_code in {403, 422}
    answer = visitor.sends("budget:change_statement", 1)

    assert answer.status_code == 302
    drawn = StatementRecord.objects.get(changes=1)
    assert answer["Location"].endswith(f"/gbs/{drawn.pk}/")
    assert "Lihat GBS semula" in words(visitor.opens("budget:statement", drawn.pk))
    assert "Lihat GBS perubahannya" in words(visitor.opens("budget:statement", 1))
    listed = words(visitor.opens("budget:statements"))
    assert "sudah diubah" in listed
    assert "GBS perubahan" in listed
    assert visitor.sends("budget:change_statement", 1).status_code == 422


def test_a_sub_activity_that_is_gone_is_not_shown_as_nothing(world: World):
    other = [*ANALYSED[:2], "2.17.07.2.01.0004", "Lain", "5.000", ""]
    take_in(world.planner, book(other), year=2026, phase=BudgetPhase.DPPA)
    visitor = Visitor(world.author)

    assert "sub kegiatan hilang" in words(visitor.opens("budget:statements"))
    assert "bukan berarti sekarang Rp0" in words(visitor.opens("budget:statement", 1))
    assert "tidak ada dalam DPPA 2026" in words(visitor.opens("budget:pathway_result", SIGNED))
