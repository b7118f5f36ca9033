"""A budget that is written out and taken in again is the same budget."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from setara.domain.budget.phase import BudgetPhase
from setara.domain.language.text import Language
from setara.formats.budget_table import budget_csv, budget_xlsx
from setara.store.lake.budget_details import Detail, details_in
from setara.store.models import BudgetLineRecord, BudgetVersionRecord
from setara.usecases.budget.details import detail_files
from setara.usecases.budget.intake import import_budget
from setara.usecases.budget.reading import read_file
from setara.usecases.budget.version_export import ExportFormat, version_file
from setara.usecases.budget.version_rows import KeptLine, VersionRows
from setara.usecases.foundation.access import NotFound
from tests.makers import AT, agency_of
from tests.usecases.budget.books import ANALYSED, book, take_in
from tests.world import World

TODAY = date(2026, 6, 1)
SAMPLES = Path(__file__).parents[3].parent / "shared" / "data" / "samples" / "budget"
ROUND = (ExportFormat.CSV, ExportFormat.XLSX)

SIGNS = st.sampled_from(["", "'", "=", "-", "+", "@", "''=", "'- ", "- "])
WORDS = st.text(
    st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=30
).map(lambda text: " ".join(text.split()))
NAMES = st.builds("{}{}".format, SIGNS, WORDS).map(str.strip).filter(bool)
CODES = st.sampled_from(
    ["1.02.02.2.02.0009", "X.XX.01.2.01.0001", "2.08.02.2.01.05", "1.20.1.20.05.01.02", "01"]
)
ACCOUNTS = st.sampled_from(["", "5.1.02.01.01.0024", "5.1.1.01.01", "5.2", "4.1.01"])
MONEY = st.one_of(st.integers(0, 10**15).map(Decimal), st.decimals(0, 10**15, places=2))
DETAILS = st.builds(
    Detail,
    row=st.just(0),
    agency=st.sampled_from(["1.02", "2.08"]),
    activity=CODES,
    name=st.just(""),
    account=ACCOUNTS,
    account_name=st.just(""),
    text=NAMES,
    amount=MONEY,
    before=st.one_of(st.none(), MONEY),
    realised=st.one_of(st.none(), MONEY),
    fund=st.one_of(st.just(""), NAMES),
    location=st.one_of(st.just(""), NAMES),
)
LINES = st.lists(
    st.builds(
        KeptLine,
        line_id=st.just(0),
        agency=st.sampled_from(["1.02", "2.08"]),
        code=CODES,
        name=NAMES,
        amount=st.integers(0, 10**15),
        realised=st.one_of(st.none(), st.integers(0, 10**15)),
    ),
    unique_by=lambda line: (line.agency, line.code),
    min_size=1,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(lines=LINES, details=st.lists(DETAILS), form=st.sampled_from(ROUND))
def test_any_budget_comes_back(lines, details, form: ExportFormat):
    version = VersionRows(
        version=BudgetVersionRecord(year=2026, phase=BudgetPhase.DPA),
        lines={(line.agency, line.code): line for line in lines},
        agencies={"1.02": "Dinas Kesehatan", "2.08": "=DP3A"},
        names={"1.02": "KESEHATAN"},
    )
    rows = version.rows(details)
    if form is ExportFormat.CSV:
        content = budget_csv(rows)
    else:
        content = budget_xlsx(rows, title="Anggaran", notes=["x"])
    reading = read_file(name=f"anggaran.{form}", content=content).reading

    assert reading.years == ("2026",)
    assert {each.fault for each in reading.findings} <= {"parent_not_sum"}
    assert {
        (line.agency.code, line.activity, line.name, line.amount, line.realised)
        for line in reading.activities
    } == {(line.agency, line.code, line.name, line.amount, line.realised) for line in lines}
    assert len(reading.activities) == len(lines)
    assert [
        (
            line.agency.code,
            line.activity,
            line.account,
            line.name,
            *(line.amount, line.before, line.realised),
            line.fund,
            line.location,
        )
        for line in reading.lines
    ] == [
        (
            each.agency,
            each.activity,
            each.account,
            each.text,
            *(each.amount, each.before, each.realised),
            each.fund,
            each.location,
        )
        for each in details
    ]


def kept(version_id: int):
    """All that is kept of a version but the rows of its files."""
    version = BudgetVersionRecord.objects.get(pk=version_id)
    rows = BudgetLineRecord.objects.filter(version=version_id)
    lines = set(rows.values_list("agency__code", "code", "name", "amount", "realised"))
    details = [each[1:] for file in detail_files(version).values() for each in details_in(file)]
    return lines, details


def comes_back(world: World, version_id: int, form: ExportFormat, year: int) -> None:
    file = version_file(
        by=world.planner,
        version_id=version_id,
        form=form,
        today=TODAY,
        language=Language.INDONESIAN,
    )
    again = import_budget(
        by=world.planner,
        at=AT,
        year=year,
        phase=BudgetPhase.DPPA,
        name=file.name,
        content=file.content,
        accepts_warnings=True,
    )
    assert kept(again) == kept(version_id)
    assert kept(again)[0]


@pytest.mark.parametrize("form", ROUND)
def test_the_practice_budget_comes_back(world: World, form: ExportFormat):
    comes_back(world, BudgetVersionRecord.objects.get(year=2026).pk, form, 2026)


@pytest.mark.parametrize("form", ROUND)
def test_several_books_with_accounts_funds_and_sen_come_back_as_one(world: World, form):
    first = (
        b"tahun,kode_skpd,nama_skpd,kode_sub_kegiatan,nama_sub_kegiatan,kode_rekening,"
        b"nama_rekening,nama_sumber_dana,lokasi,pagu_murni,pagu,realisasi,nama_komponen\n"
        b"2027,1.02,Dinkes,1.02.02.2.02.0009,-Gizi,5.1.02.01.01.0024,Belanja ATK,DAU,Kuaro,"
        b'"1000,5","2000,25",0,=Kertas\n'
        b"2027,1.02,Dinkes,1.02.02.2.02.0009,-Gizi,5.1.02.01.01.0025,Belanja Makan,PAD,,,3,,Nasi\n"
    )
    version = take_in(world.planner, first, name="dinkes.csv")
    take_in(world.planner, book([*ANALYSED, "250", "10"]), name="dagang.csv")

    _, details = kept(version)
    assert len(details) == 3
    assert ("Belanja ATK", "=Kertas", Decimal("2000.25")) in {each[4:7] for each in details}
    comes_back(world, version, form, 2027)


@pytest.mark.parametrize("form", ROUND)
@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("dp3a_kota_semarang_2025.csv", 2025),
        ("kulonprogo_2015_bpmpdpkb_titik_koma.csv", 2015),
        ("sleman_2015_kbpmpp_format_campur.csv", 2015),
        ("yogyakarta_2016_kpmp_koma_desimal.csv", 2016),
    ],
)
def test_budgets_of_real_towns_come_back(world: World, name: str, year: int, form: ExportFormat):
    path = SAMPLES / name
    if not path.exists():
        pytest.skip("the shared samples are not here")
    version = import_budget(
        by=world.planner,
        at=AT,
        year=year,
        phase=BudgetPhase.DPA,
        name=name,
        content=path.read_bytes(),
        agency_id=agency_of(world.author),
        accepts_warnings=True,
    )
    comes_back(world, version, form, year)


def test_a_stranger_takes_nothing_out(world: World):
    version = BudgetVersionRecord.objects.get(year=2026).pk
    for form in ExportFormat:
        with pytest.raises(NotFound):
            version_file(
                by=world.stranger,
                version_id=version,
                form=form,
                today=TODAY,
                language=Language.ENGLISH,
            )
