"""The pages on beneficiaries: recorded, corrected and set beside a need without a script."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from setara.domain.language.text import Language
from setara.store.models import BeneficiaryCostRecord, BeneficiaryRecord, BudgetLineRecord
from tests.usecases.budget.books import ANALYSED, HEALTH
from tests.web.visitor import Visitor, words
from tests.world import World

PLAN = {
    "stage": "planned",
    "unit": "person",
    "certainty": "counted",
    "women": "321",
    "men": "179",
    "document": "Daftar calon peserta 2026",
}
NEED = {"need": "EK01|64.01|2025"}


def own_line(code: str = ANALYSED[2]) -> BudgetLineRecord:
    return BudgetLineRecord.objects.filter(code=code).order_by("pk")[0]


def test_figures_are_recorded_and_their_cost_is_shown(world: World):
    line, visitor = own_line(), Visitor(world.author)

    assert "Belum ada angka" in words(visitor.opens("budget:line_beneficiaries", line.pk))
    assert visitor.sends("budget:line_beneficiaries", line.pk, **PLAN).status_code == 302
    shown = words(visitor.opens("budget:line_beneficiaries", line.pk))
    assert "64,20%" in shown
    assert "Rp1.370.500" in shown
    assert "atribusi menurut jumlah penerima" in shown
    assert "Daftar calon peserta 2026" in shown


def test_the_two_shares_are_drawn_and_told(world: World):
    line, visitor = own_line(), Visitor(world.author)
    visitor.sends("budget:line_beneficiaries", line.pk, **PLAN)

    assert visitor.sends("budget:choose_need", line.pk, **NEED).status_code == 302
    shown = visitor.opens("budget:line_beneficiaries", line.pk)
    assert 'class="dots"' in shown.text
    assert "Agar sebanding" in words(shown)
    book = visitor.opens("budget:beneficiaries", line.version_id, urut="selisih")
    assert 'class="dots"' in book.text
    record = shown.context["page"].answer.need.record_id
    sent = visitor.sends("budget:withdraw_need", line.pk, record, because="Keliru")
    assert sent.status_code == 302
    assert 'class="dots"' not in visitor.opens("budget:line_beneficiaries", line.pk).text


def test_a_correction_starts_from_what_stands_and_needs_a_reason(world: World):
    line, visitor = own_line(), Visitor(world.author)
    visitor.sends("budget:line_beneficiaries", line.pk, **PLAN)
    record = BeneficiaryRecord.objects.get()

    shown = visitor.opens("budget:line_beneficiaries", line.pk, koreksi=str(record.pk))
    assert 'value="321"' in shown.text
    typed = PLAN | {"women": "300", "replacing": record.pk}
    refused = visitor.sends("budget:line_beneficiaries", line.pk, **typed)
    assert refused.status_code == 422
    assert "Alasan perubahan" in words(refused)
    sent = visitor.sends("budget:line_beneficiaries", line.pk, **typed, reason="Salah ketik")
    assert sent.status_code == 302
    assert "Salah ketik" in words(visitor.opens("budget:line_beneficiaries", line.pk))
    standing = BeneficiaryRecord.objects.get(withdrawn_at__isnull=True)
    sent = visitor.sends("budget:withdraw_beneficiaries", line.pk, standing.pk, because="Batal")
    assert sent.status_code == 302


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"women": "31", "men": "141", "stated": "163"}, "berjumlah 172"),
        ({"women": "3", "women_nothing": "refused"}, "Hapus salah satu"),
        ({"document": ""}, "Dokumen sumber"),
        ({"stage": "reached"}, "sampai bulan apa"),
        ({"women": "-1"}, "0 atau lebih"),
        ({"women": "dua"}, "bukan angka"),
    ],
)
def test_what_cannot_be_is_told_and_the_form_keeps_it(
    world: World, typed: dict[str, str], says: str
):
    line = own_line()

    answer = Visitor(world.author).sends("budget:line_beneficiaries", line.pk, **(PLAN | typed))

    assert answer.status_code == 422
    assert says in words(answer)
    assert not BeneficiaryRecord.objects.exists()


def test_direct_costs_are_recorded_and_part_the_sexes(world: World):
    line, visitor = own_line(), Visitor(world.author)
    visitor.sends("budget:line_beneficiaries", line.pk, **PLAN)
    typed = {"stage": "planned", "women": "1.000.000", "men": "0", "document": "RKA"}

    assert visitor.sends("budget:direct_costs", line.pk, **typed).status_code == 302
    assert BeneficiaryCostRecord.objects.get().women == 1_000_000
    assert "sebagian tercatat" in words(visitor.opens("budget:line_beneficiaries", line.pk))
    bad = visitor.sends("budget:direct_costs", line.pk, **(typed | {"women": "x"}))
    assert bad.status_code == 422


def test_another_agency_reads_and_does_not_write(world: World):
    line = own_line()

    shown = Visitor(world.colleague).opens("budget:line_beneficiaries", line.pk)

    assert shown.status_code == 200
    assert 'name="women"' not in shown.text
    answer = Visitor(world.colleague).sends("budget:line_beneficiaries", line.pk, **PLAN)
    assert answer.status_code == 422
    assert Visitor(world.colleague).sends("budget:choose_need", line.pk, **NEED).status_code == 422


@pytest.mark.parametrize(
    ("language", "says"),
    [(Language.INDONESIAN, "Biaya per penerima"), (Language.ENGLISH, "Cost per beneficiary")],
)
def test_the_book_is_told_in_both_languages(world: World, language: Language, says: str):
    line, visitor = own_line(), Visitor(world.author, language)
    visitor.sends("budget:line_beneficiaries", line.pk, **PLAN)

    shown = visitor.opens("budget:beneficiaries", line.version_id)

    assert says in words(shown)
    other = "Bagian perempuan" if language is Language.ENGLISH else "Share of women"
    assert other not in words(shown)


def test_what_an_address_does_not_say_well_is_not_said(world: World):
    line = own_line()

    shown = Visitor(world.author).opens(
        "budget:beneficiaries",
        line.version_id,
        tahap="x",
        perangkat="²",
        tampil="?",
        urut="0",
        halaman="999999999999",
    )

    assert shown.status_code == 200
    assert shown.context["page"].answer.count == shown.context["page"].answer.activities


def test_only_those_without_figures_are_shown_when_asked(world: World):
    line, visitor = own_line(), Visitor(world.author)
    visitor.sends("budget:line_beneficiaries", line.pk, **PLAN)

    shown = visitor.opens("budget:beneficiaries", line.version_id, tampil="belum")

    codes = [each.row.code for each in shown.context["page"].rows]
    assert ANALYSED[2] not in codes
    assert any(code.startswith(HEALTH[0]) for code in codes)


def test_the_list_is_handed_out_and_taken_back(world: World):
    line, visitor = own_line(), Visitor(world.author)
    handed_out = visitor.opens("budget:beneficiary_sheet", line.version_id)

    assert handed_out["Content-Disposition"].endswith('.xlsx"')
    wrong = SimpleUploadedFile("daftar.xlsx", b"a;b\n")
    answer = visitor.sends("budget:beneficiary_upload", line.version_id, **_named(wrong))
    assert answer.status_code == 422
    assert "bukan daftar penerima" in words(answer)
    same = SimpleUploadedFile("daftar.xlsx", handed_out.content)
    answer = visitor.sends("budget:beneficiary_upload", line.version_id, **_named(same))
    assert answer.status_code == 302
    assert not BeneficiaryRecord.objects.exists()


def test_the_table_is_handed_out_whole_and_safe_to_publish(world: World):
    line, visitor = own_line(), Visitor(world.author)
    visitor.sends("budget:line_beneficiaries", line.pk, **(PLAN | {"women": "3"}))

    whole = visitor.opens("budget:beneficiary_table", line.version_id, "csv")
    safe = visitor.opens("budget:beneficiary_table", line.version_id, "csv", terbit="1")
    assert ";3;179;182;" in whole.content.decode()
    assert ";3;" not in safe.content.decode()
    assert visitor.opens("budget:beneficiary_table", line.version_id, "pdf").status_code == 404


def _named(file: SimpleUploadedFile) -> dict[str, object]:
    return {"file": file}
