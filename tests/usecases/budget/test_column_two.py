"""Column 2 out of the register: searched, broken down, guarded, followed and frozen."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from setara.domain.budget.datum import DatumReference
from setara.domain.budget.datum_words import HIDDEN, datum_words, trend_words
from setara.domain.budget.following import Agreement
from setara.domain.budget.pathway import PathwayDraft, PathwayState
from setara.domain.foundation.actor import PUBLIC
from setara.domain.foundation.period import Period
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Language
from setara.store.models import ElementRecord, ObservationRecord, PathwayRecord
from setara.usecases.budget import pathways as verbs
from setara.usecases.budget.columns import as_kept, as_rule_sees_it
from setara.usecases.budget.offering import Narrowed, Wanted
from setara.usecases.budget.pathway_queries import PathwayDataAnswer, pathway_data
from setara.usecases.budget.register import current, datum_of_issue, standings
from setara.usecases.foundation.access import NotFound
from tests.events import last_event
from tests.makers import AT
from tests.world import World

TODAY = AT.date()
SIGNED = 1
# Participants of training by sub-district (demo): in Muara Samu, 64.01.08, fewer than five women.
TRAINED = "EK01-LATIH"


@pytest.fixture
def draft(world: World) -> int:
    return verbs.revise_pathway(by=world.author, at=AT, pathway_id=SIGNED)


def page(world: World, draft: int, **wanted: object) -> PathwayDataAnswer:
    return pathway_data(by=world.author, pathway_id=draft, today=TODAY, wanted=Wanted(**wanted))


def take(world: World, draft: int, code: str, edition: int = 1, **where: str) -> None:
    verbs.take_datum(
        by=world.author, at=AT, pathway_id=draft, edition=edition, element_code=code, **where
    )


def record(pathway_id: int) -> PathwayRecord:
    return PathwayRecord.objects.select_related("issue__place").get(pk=pathway_id)


def smallest(world: World, draft: int):
    opened = page(world, draft, element_code=TRAINED).offers.opened
    return [each for each in opened.places if each.datum.is_hidden]


def test_that_of_the_issue_comes_first_then_the_agencys_own(world: World, draft: int):
    rows = page(world, draft).offers.rows

    assert rows[0].is_of_issue
    owned = [row.is_own for row in rows[1:]]
    assert owned == sorted(owned, reverse=True)
    assert any(owned)


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("rata-rata SEKOLAH", ["PD10-RLS"]),
        ("mean schooling", ["PD10-RLS"]),
        ("pd10-rls", ["PD10-RLS"]),
        ("tidak-ada-yang-begini", []),
        ("%_'\"; --", []),
    ],
)
def test_elements_are_found_by_words_of_either_language(world: World, draft: int, words, codes):
    assert [row.code for row in page(world, draft, words=words).offers.rows] == codes


def test_the_agencys_own_can_be_looked_at_alone(world: World, draft: int):
    answer = page(world, draft, narrowed=Narrowed.OWN).offers

    assert answer.found == answer.own > 0
    assert all(row.is_own for row in answer.rows)


def test_pages_join_up_to_all_elements(world: World, draft: int):
    first = page(world, draft).offers
    pages = [page(world, draft, page=number).offers for number in range(1, first.pages + 1)]

    codes = [row.code for each in pages for row in each.rows]
    assert len(codes) == len(set(codes)) == first.found
    assert page(world, draft, page=10**6).offers.wanted.page == first.pages


def test_a_breakdown_is_taken_as_the_cell_it_is(world: World, draft: int):
    opened = page(world, draft, element_code="KP01").offers.opened
    chosen = opened.breakdowns[0]

    take(world, draft, "KP01", breakdown=chosen.datum.reference.breakdown)

    datum = current(record(draft)).data[-1]
    assert datum.reference.breakdown
    assert (datum.female, datum.label) == (chosen.datum.female, chosen.datum.label)
    assert "(" in datum.label.id
    again = page(world, draft, element_code="KP01").offers.opened.breakdowns[0]
    assert again.is_taken
    # Those of everybody are another datum.
    take(world, draft, "KP01", edition=2)


def test_a_sub_district_is_taken_under_its_name(world: World, draft: int):
    opened = page(world, draft, element_code=TRAINED).offers.opened
    chosen = next(each for each in opened.places if not each.datum.is_hidden)

    take(world, draft, TRAINED, place_code=chosen.datum.reference.place_code)

    datum = current(record(draft)).data[-1]
    assert datum.place_name == chosen.datum.place_name != "Kabupaten Paser"
    assert last_event(world.author).name == "budget.pathway.datum_taken"


@pytest.mark.parametrize("place", ["64.03", "64", "ID", "31.71", "bukan-kode"])
def test_what_lies_outside_the_issues_place_is_not_taken(world: World, draft: int, place):
    with pytest.raises(Refused):
        take(world, draft, "PD10-RLS", place_code=place)
    assert page(world, draft, element_code="PD10-RLS", place_code=place).offers.opened is None


def test_small_counts_are_named_and_never_shown(world: World, draft: int):
    hidden = smallest(world, draft)

    assert hidden
    for each in hidden:
        assert not each.can_be_taken
        assert not each.datum.has_figures
        where = each.datum.reference.place_code
        truth = ObservationRecord.objects.filter(element__code=TRAINED, place__code=where)
        said = datum_words(each.datum).say(Language.INDONESIAN)
        assert not any(f" {row.figure()} " in said for row in truth)
        with pytest.raises(Refused) as caught:
            take(world, draft, TRAINED, place_code=where)
        assert caught.value.reason == HIDDEN


def test_what_the_guard_hides_is_hidden_here_whatever_is_small(world: World, draft: int):
    rows = ObservationRecord.objects.filter(element__code=TRAINED)
    rows.update(value=50)
    assert smallest(world, draft) == []
    chosen = rows.filter(sex="L").first()
    ObservationRecord.objects.filter(pk=chosen.pk).update(value=2)

    hidden = {each.datum.reference.place_code for each in smallest(world, draft)}

    assert chosen.place.code in hidden


def test_figures_that_became_small_leave_the_draft_and_stay_in_a_signature(
    world: World, draft: int
):
    opened = page(world, draft, element_code=TRAINED).offers.opened
    chosen = next(each for each in opened.places if not each.datum.is_hidden)
    where = chosen.datum.reference.place_code
    take(world, draft, TRAINED, place_code=where)

    figures = ObservationRecord.objects.filter(element__code=TRAINED, place__code=where)
    figures.update(value=2)

    datum = current(record(draft)).data[-1]
    assert datum.is_hidden
    assert not datum.has_figures
    verbs.sign_pathway(by=world.author, at=AT, pathway_id=draft)
    assert current(record(draft)).data[-1] == datum


def test_a_small_count_opens_no_pathway_in_clear(world: World):
    issue = record(SIGNED).issue
    ElementRecord.objects.filter(pk=issue.element_id).update(measure="count")
    rows = ObservationRecord.objects.filter(element=issue.element_id, place=issue.place_id)
    rows.filter(valid_from=issue.valid_from).update(value=3)

    datum = datum_of_issue(issue, TODAY)

    assert datum.is_hidden
    assert not datum.has_figures


def test_a_datum_carries_the_years_before_it(world: World, draft: int):
    datum = page(world, draft, words="PD10-RLS").offers.rows[0].figures.datum

    assert 1 <= len(datum.series) <= 4
    periods = [each.period for each in datum.series]
    assert periods == sorted(periods)
    assert datum.period is not None
    assert periods[-1] < datum.period
    said = trend_words(datum).say(Language.INDONESIAN)
    assert f"({periods[0].valid_from.year}) → " in said
    assert f"({datum.period.valid_from.year})" in said


def test_a_row_says_what_the_register_says_today(world: World, draft: int):
    reference = current(record(draft)).data[0].reference
    assert {each.agreement for each in standings(record(draft))} == {Agreement.SAME}
    rows = ObservationRecord.objects.filter(
        element__code=reference.element_code, place__code=reference.place_code
    )
    rows.filter(sex="P", valid_from__year=2024).update(value=4100)

    (moved, *_) = standings(record(draft))
    assert moved.agreement is Agreement.MOVED
    assert (moved.written.female, moved.today.female) == (Decimal(3300), Decimal(4100))
    # A signed one is told too, and stays.
    assert standings(record(SIGNED))[0].agreement is Agreement.MOVED
    assert current(record(SIGNED)).data[0].female == Decimal(3300)

    rows.filter(valid_from__year=2024).delete()
    (gone, *_) = standings(record(draft))
    assert gone.agreement is Agreement.GONE
    assert current(record(draft)).data[0].female == Decimal(3300)


def test_a_later_period_takes_the_place_of_a_row_and_keeps_its_number(world: World, draft: int):
    take(world, draft, "PD10-RLS")
    kept = record(draft)
    seen = as_rule_sees_it(kept)
    old = seen.data[-1]
    first = old.at(old.series[0])
    kept.columns = as_kept(replace(seen, data=(*seen.data[:-1], first)))
    kept.save()
    assert standings(record(draft))[-1].newer.period == old.period

    verbs.renew_datum(by=world.author, at=AT, pathway_id=draft, edition=2, key=old.key)

    renewed = current(record(draft)).data[-1]
    assert (renewed.key, renewed.period, renewed.female) == (old.key, old.period, old.female)
    assert last_event(world.author).name == "budget.pathway.datum_renewed"
    with pytest.raises(Refused):
        verbs.renew_datum(by=world.author, at=AT, pathway_id=draft, edition=3, key=old.key)


def test_rows_kept_before_there_were_series_still_open(world: World, draft: int):
    kept = record(SIGNED)
    for row in kept.columns["data"]:
        for name in ("series", "hidden", "reconciled"):
            row.pop(name, None)

    (datum, *_) = as_rule_sees_it(kept).data

    assert datum.reference == DatumReference("TK07", "64.01")
    assert (datum.series, datum.is_hidden) == ((), False)


def test_everything_of_a_datum_is_kept_and_read_back(world: World, draft: int):
    take(world, draft, "KP01", breakdown=_a_breakdown(world, draft))
    take(world, draft, "PD10-RLS", edition=2)
    seen = current(record(draft))
    assert any(datum.series for datum in seen.data)

    kept = record(draft)
    kept.columns = json.loads(json.dumps(as_kept(seen)))

    assert as_rule_sees_it(kept).data == seen.data


def _a_breakdown(world: World, draft: int) -> str:
    opened = page(world, draft, element_code="KP01").offers.opened
    return opened.breakdowns[0].datum.reference.breakdown


@pytest.mark.parametrize("name", ["colleague", "planner", "inspector", "chair", "secretary"])
def test_only_its_own_agency_takes_and_renews(world: World, draft: int, name):
    by = getattr(world, name)
    with pytest.raises(Refused):
        verbs.take_datum(by=by, at=AT, pathway_id=draft, edition=1, element_code="KP01")
    with pytest.raises(Refused):
        verbs.renew_datum(by=by, at=AT, pathway_id=draft, edition=1, key=1)


def test_a_stranger_finds_nothing_and_the_public_may_not_ask(world: World, draft: int):
    with pytest.raises(NotFound):
        verbs.renew_datum(by=world.stranger, at=AT, pathway_id=draft, edition=1, key=1)
    with pytest.raises(NotFound):
        pathway_data(by=world.stranger, pathway_id=draft, today=TODAY)
    with pytest.raises(Refused):
        pathway_data(by=PUBLIC, pathway_id=draft, today=TODAY)


FIGURE = st.integers(100, 10**6)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=st.lists(FIGURE, min_size=1, max_size=3), after=st.lists(FIGURE, max_size=3))
def test_a_draft_follows_and_a_signature_stays(world: World, before, after):
    """Whatever the register says, in whatever order."""
    figures = ObservationRecord.objects.filter(element__code="TK07", place__code="64.01", sex="P")
    PathwayRecord.objects.filter(replaces=SIGNED).delete()
    PathwayRecord.objects.filter(pk=SIGNED).update(state=PathwayState.SIGNED)
    draft = verbs.revise_pathway(by=world.author, at=AT, pathway_id=SIGNED)

    for value in before:
        figures.filter(valid_from__year=2024).update(value=value)
        assert current(record(draft)).data[0].female == Decimal(value)
    verbs.sign_pathway(by=world.author, at=AT, pathway_id=draft)
    frozen = current(record(draft)).data
    for value in after:
        figures.update(value=value)
        assert current(record(draft)).data == frozen
    assert frozen[0].female == Decimal(before[-1])
    assert frozen[0].period == Period.year(2024)
    assert frozen[0].source
    with pytest.raises(Refused):
        verbs.save_pathway(
            by=world.author, at=AT, pathway_id=draft, edition=1, draft=PathwayDraft(data=())
        )
