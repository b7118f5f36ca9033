"""The ARG counted in three ways, over accounts, missions and places, out of what is kept."""

from __future__ import annotations

import io

import pytest
from openpyxl import load_workbook

from setara.domain.budget.allocation import AllocationCategory
from setara.domain.budget.missions import Mission, MissionPlan
from setara.domain.budget.numerators import Numerator
from setara.domain.budget.phase import BudgetPhase
from setara.domain.budget.recap import NamedShare, Recap
from setara.domain.budget.recap_words import book_notes
from setara.domain.budget.recap_year import YearRecap
from setara.domain.budget.whereabouts import NOWHERE
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Language
from setara.store.models import (
    AgencyRecord,
    BudgetLineRecord,
    BudgetTagRecord,
    BudgetVersionRecord,
    DeclinedLineRecord,
    PathwayRecord,
)
from setara.usecases.budget.mission_queries import mission_plan, missions
from setara.usecases.budget.missions import (
    MissionsRefused,
    import_missions,
    map_programs,
    set_missions,
)
from setara.usecases.budget.recap_queries import responsive_recap, responsive_recap_file
from setara.usecases.budget.tag_parts import parts_of
from setara.usecases.foundation.access import NotFound
from tests.makers import AT
from tests.usecases.budget.books import ANALYSED, HEALTH, OTHERS, book, take_in
from tests.world import World

TODAY = AT.date()
HEADS = (
    "kode_skpd,nama_skpd,kode_sub_kegiatan,nama_sub_kegiatan,kode_rekening,nama_rekening,uraian,"
    "lokasi,pagu,realisasi"
)
GOODS, CAPITAL = ("5.1.02.01.01.0024", "Belanja Alat"), ("5.2.02.05.01.0001", "Belanja Modal")
GROGOT, KUARO = "64.01.04", "64.01.05"
PLAN = MissionPlan(
    2021, 2026, "RPJMD contoh", (Mission(1, "Manusia"), Mission(2, "Ekonomi")), {"2.17.07": 2}
)


def of(world: World, numerator: Numerator = Numerator.APPROVED_STATEMENTS) -> YearRecap:
    made = responsive_recap(by=world.chair, year=2026, today=TODAY, numerator=numerator).year
    assert made is not None
    return made


def recap_of(world: World, numerator: Numerator = Numerator.APPROVED_STATEMENTS) -> Recap:
    made = of(world, numerator).recap
    assert made is not None
    return made


def with_accounts(*rows: tuple[list[str], tuple[str, str], str, int, int]) -> bytes:
    """A book by accounts: the sub kegiatan, the account, the place, budget and realisation."""
    lines = [
        ",".join(f'"{cell}"' for cell in (*of_, *account, "rincian", place, pagu, spent or ""))
        for of_, account, place, pagu, spent in rows
    ]
    return "\r\n".join([HEADS, *lines, ""]).encode()


def take_in_2026(world: World, content: bytes, phase: BudgetPhase, **given: object) -> int:
    facts = {"year": 2026, "phase": phase, "accepts_warnings": True} | given
    return take_in(world.planner, content, **facts)


def dppa(world: World) -> int:
    content = with_accounts(
        (ANALYSED, GOODS, "Kec. Kuaro", 300, 0),
        (ANALYSED, CAPITAL, "Kabupaten Paser", 100, 0),
        (HEALTH, GOODS, "Kec. Tanah Grogot", 500, 0),
        (HEALTH, CAPITAL, "", 100, 0),
        *((each, GOODS, "", 0, 0) for each in OTHERS),
    )
    return take_in_2026(world, content, BudgetPhase.DPPA)


def tag(code: str, weight: int, grade: int, phase: str = "DPPA") -> None:
    line = BudgetLineRecord.objects.get(code=code, version__phase=phase)
    BudgetTagRecord.objects.create(
        line=line,
        category=AllocationCategory.TARGETED,
        scope="weighted",
        weight=weight,
        grade=grade,
        reason="untuk perempuan",
        set_by="Wati",
        set_at=AT,
    )


def amounts(made: Recap, kind: str) -> dict[str, int]:
    parts = getattr(made, f"by_{kind}")
    return {part.key: part.sums.gross.amount for part in parts if part.sums.gross.amount}


def under(made: Recap, letter: str) -> NamedShare:
    return next(each for each in made.shares if each.letter == letter)


def test_denominators_are_the_sums_of_the_accounts_of_the_latest_book(world: World):
    dppa(world)

    made = recap_of(world)

    wholes = {each.letter: each.whole.amount for each in made.shares if each.whole}
    assert wholes == {"": 1000, "B": 1000, "D": 1000, "E": 1000}
    share = under(made, "D").share
    assert share is not None
    assert share.percent() == 40


def test_an_agency_without_accounts_is_named_and_no_share_is_made_up(world: World):
    others = [(each, GOODS, "", 0, 0) for each in OTHERS]
    content = with_accounts((ANALYSED, GOODS, "", 300, 0), *others)
    take_in_2026(world, content, BudgetPhase.DPPA)
    take_in_2026(world, book([*HEALTH, "1400", ""]), BudgetPhase.DPPA, name="dinkes.csv")

    reason = under(recap_of(world), "D").reason

    assert reason is not None
    assert reason.say(Language.ENGLISH) == (
        "cannot be computed: no account codes in the books of Dinkes"
    )


def test_tags_count_by_weight_and_grade_beside_the_approved_statements(world: World):
    dppa(world)
    tag(HEALTH[2], weight=50, grade=75)

    made = of(world, Numerator.WEIGHTED)

    assert made.recap is not None
    assert (made.recap.total.gross, made.recap.total.weighted) == (Rupiah(300), Rupiah(225))
    assert amounts(made.recap, "category") == {"1": 300}
    sums = {way.numerator: way.recap and way.recap.total.gross for way in made.ways}
    assert sums[Numerator.APPROVED_STATEMENTS] == Rupiah(400)
    assert under(made.recap, "D").weighted is not None


def test_chosen_lines_count_with_their_money_in_the_latest_book(world: World):
    dppa(world)
    line = BudgetLineRecord.objects.get(code=HEALTH[2], version__phase="DPPA")
    parts = parts_of(line.version, [line])[line.pk]
    chosen = next(part for part in parts if part.account == GOODS[0])
    tag(HEALTH[2], weight=100, grade=50)
    BudgetTagRecord.objects.update(scope="lines", parts=[chosen.key])

    made = recap_of(world, Numerator.WEIGHTED)

    assert (made.total.gross, made.total.weighted) == (Rupiah(500), Rupiah(250))


def test_an_agency_without_its_changed_budget_counts_as_before_and_is_named(world: World):
    before = recap_of(world)
    take_in_2026(world, with_accounts((HEALTH, GOODS, "", 600, 0)), BudgetPhase.DPPA)

    after = recap_of(world)

    assert after.total.gross == before.total.gross
    assert after.total.revised == before.total.pagu
    assert after.book.total.amount > 600
    assert after.book.agencies["1.02"] == Rupiah(600)
    assert "Disperindagkop UKM (RKA)" in after.book.earlier
    note = [each.say(Language.ENGLISH) for each in book_notes(of(world), after)][1]
    assert note.startswith("Not in DPPA 2026 yet")


@pytest.mark.parametrize("ending", ["withdrawn", "declined"])
def test_what_the_latest_stage_decided_ends_an_earlier_tag(world: World, ending: str):
    first = with_accounts((HEALTH, GOODS, "", 500, 0), (ANALYSED, GOODS, "", 1, 0))
    take_in_2026(world, first, BudgetPhase.DPA)
    dppa(world)
    tag(HEALTH[2], weight=50, grade=100, phase="DPA")
    assert recap_of(world, Numerator.WEIGHTED).total.gross == Rupiah(300)
    line = BudgetLineRecord.objects.get(code=HEALTH[2], version__phase="DPPA")
    if ending == "declined":
        DeclinedLineRecord.objects.create(
            line=line, reason="bukan", account_id=1, set_by="Wati", set_at=AT
        )
    else:
        tag(HEALTH[2], weight=50, grade=100)
        BudgetTagRecord.objects.filter(line=line).update(withdrawn_at=AT, withdrawn_by="Wati")

    assert of(world, Numerator.WEIGHTED).recap is None


def test_a_sub_activity_left_without_money_still_shows_its_part_of_before(world: World):
    first = with_accounts((HEALTH, GOODS, "", 500, 0), (ANALYSED, GOODS, "", 1, 0))
    take_in_2026(world, first, BudgetPhase.DPA)
    rows = (HEALTH, GOODS, "", 0, 0), (ANALYSED, GOODS, "", 1, 0)
    take_in_2026(world, with_accounts(*rows), BudgetPhase.DPPA)
    tag(HEALTH[2], weight=30, grade=100)

    total = recap_of(world, Numerator.WEIGHTED).total
    assert (total.gross, total.pagu, total.revised) == (Rupiah(0), Rupiah(150), Rupiah(0))


def test_without_tags_or_money_of_actions_the_way_says_why(world: World):
    dppa(world)

    made = of(world)

    said = {way.numerator: way.reason.say(Language.INDONESIAN) for way in made.ways if way.reason}
    assert said == {
        Numerator.ACTIONS: "tidak dapat dihitung: rupiah rencana aksi belum dicatat pada 1 dari "
        "1 GBS",
        Numerator.WEIGHTED: "belum ada sub kegiatan yang ditandai pada tahun ini",
    }
    assert of(world, Numerator.WEIGHTED).recap is None


def test_the_money_of_the_actions_counts_once_it_is_written_down(world: World):
    dppa(world)
    pathway = PathwayRecord.objects.get(pk=1)
    for action in pathway.columns["actions"]:
        action["amount"] = 50
    pathway.save()

    made = recap_of(world, Numerator.ACTIONS)

    assert made.total.gross == Rupiah(50 * len(pathway.columns["actions"]))


def test_actions_never_count_more_than_their_sub_activity_has(world: World):
    dppa(world)
    pathway = PathwayRecord.objects.get(pk=1)
    for action in pathway.columns["actions"]:
        action["amount"] = 10**9
    pathway.save()

    assert recap_of(world, Numerator.ACTIONS).total.gross == Rupiah(400)


def test_money_goes_to_the_sub_district_that_the_details_name(world: World):
    dppa(world)
    tag(HEALTH[2], weight=50, grade=100)

    assert amounts(recap_of(world), "district") == {KUARO: 300, NOWHERE: 100}
    assert amounts(recap_of(world, Numerator.WEIGHTED), "district") == {GROGOT: 250, NOWHERE: 50}


def test_what_names_no_place_is_at_home_where_the_agency_is_a_sub_districts_office(world: World):
    dppa(world)
    agency = AgencyRecord.objects.get(code=ANALYSED[0])
    name = agency.names.get(valid_to=None)
    name.name = "Kecamatan Tanah Grogot"
    name.save()

    assert amounts(recap_of(world), "district") == {KUARO: 300, GROGOT: 100}


def test_realisation_is_that_of_the_latest_month_and_is_named(world: World):
    dppa(world)
    spent = with_accounts((ANALYSED, GOODS, "Kec. Kuaro", 400, 120))
    take_in_2026(world, spent, BudgetPhase.REALISATION, sequence=3, name="maret.csv")
    later = with_accounts((ANALYSED, GOODS, "Kec. Kuaro", 400, 250))
    take_in_2026(world, later, BudgetPhase.REALISATION, sequence=6, name="juni.csv")

    made = of(world)

    assert made.recap is not None
    assert made.recap.total.realised == Rupiah(250)
    assert made.sources.spent is not None
    assert made.sources.spent.say(Language.INDONESIAN) == "Realisasi s.d. Juni 2026"
    realised = {part.key: part.sums.realised for part in made.recap.by_district}
    assert (realised[KUARO], realised[NOWHERE]) == (Rupiah(250), Rupiah(0))


def test_a_share_of_the_sub_activity_takes_the_same_share_of_its_realisation(world: World):
    dppa(world)
    spent = with_accounts((HEALTH, GOODS, "", 600, 400))
    take_in_2026(world, spent, BudgetPhase.REALISATION, sequence=6)
    tag(HEALTH[2], weight=25, grade=100)

    assert recap_of(world, Numerator.WEIGHTED).total.realised == Rupiah(100)


def test_missions_are_kept_and_take_the_money_of_their_programmes(world: World):
    set_missions(by=world.planner, at=AT, plan=PLAN)
    assert [*amounts(recap_of(world), "mission")] == ["2"]

    (answer,) = missions(by=world.chair).plans
    map_programs(by=world.planner, at=AT, plan_id=answer.plan_id, programs={"2.17.07": None})

    assert [*amounts(recap_of(world), "mission")] == [""]
    assert [part.key for part in recap_of(world).by_mission] == ["1", "2", ""]
    assert of(world).sources.missions is not None


def test_missions_come_in_a_file_as_a_whole_or_not_at_all(world: World):
    set_missions(by=world.planner, at=AT, plan=PLAN)
    facts = {"first_year": 2021, "last_year": 2026, "document": "Perda 1/2021", "name": "misi.csv"}
    good = b'misi,bunyi misi,kode program\n1,"Manusia unggul",2.17.07\n2,Ekonomi,\n'
    bad = b"misi,bunyi misi,kode program\n1,Manusia,2.17.07\ndua,Ekonomi,\n"

    with pytest.raises(MissionsRefused):
        import_missions(by=world.planner, at=AT, content=bad, **facts)
    assert missions(by=world.chair).plans[0].plan == PLAN
    import_missions(by=world.planner, at=AT, content=good, **facts)

    (answer,) = missions(by=world.chair).plans
    assert answer.plan.document == "Perda 1/2021"
    assert answer.plan.missions == (Mission(1, "Manusia unggul"), Mission(2, "Ekonomi"))
    assert answer.plan.programs == {"2.17.07": 1}


def test_only_who_takes_in_budgets_sets_missions_and_nobody_those_of_another(world: World):
    plan_id = set_missions(by=world.planner, at=AT, plan=PLAN)

    with pytest.raises(Refused):
        set_missions(by=world.author, at=AT, plan=PLAN)
    with pytest.raises(Refused):
        map_programs(by=world.chair, at=AT, plan_id=plan_id, programs={})
    with pytest.raises(NotFound):
        mission_plan(by=world.stranger, plan_id=plan_id)
    assert missions(by=world.stranger).plans == ()
    with pytest.raises(Refused):
        map_programs(by=world.planner, at=AT, plan_id=plan_id, programs={"1.01.02": 7})


def test_the_workbook_adds_up_every_way_year_and_place(world: World):
    dppa(world)
    tag(HEALTH[2], weight=50, grade=50)
    file = responsive_recap_file(
        by=world.chair,
        year=2026,
        today=TODAY,
        language=Language.ENGLISH,
        numerator=Numerator.WEIGHTED,
    )

    live = load_workbook(io.BytesIO(file.content))
    kept = load_workbook(io.BytesIO(file.content), data_only=True)

    assert live.sheetnames == ["Recap", "Years", "Way i", "Way iii", "Sub-districts"]
    front = kept["Recap"]
    checks = [row[2].value for row in front if str(row[1].value).startswith("Difference")]
    assert checks == [0] * 5
    ways = {str(row[0].value)[:5]: (row[1].value, row[2].value) for row in front if row[0].value}
    assert (ways["(i) t"], ways["(iii)"]) == ((400, None), (300, 150))
    formulas = [cell.value for row in live["Recap"] for cell in row if cell.data_type == "f"]
    assert any("'Sub-districts'!" in formula for formula in formulas)
    assert any("'Way iii'!" in formula for formula in formulas)


def test_versions_of_other_years_do_not_count(world: World):
    dppa(world)
    other = take_in(world.planner, book([*ANALYSED, "999", ""]))

    assert BudgetVersionRecord.objects.get(pk=other).year == 2027
    assert recap_of(world).total.gross == Rupiah(400)
