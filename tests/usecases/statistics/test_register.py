"""The register is filled, edited and reconciled by those who may, each act once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Text
from setara.domain.statistics.element import Element, Measure, Polarity, PopulationType
from setara.domain.statistics.seed import seed
from setara.store.models import CategoryRecord, ElementRecord
from setara.usecases.foundation.access import NotFound
from setara.usecases.statistics.element_rows import stamp_of
from setara.usecases.statistics.elements import define_element, edit_element, reconcile_element
from setara.usecases.statistics.seeding import adopt_seed_elements, name_category
from tests.events import count_of_events, last_event
from tests.makers import AT, agency_of
from tests.people import Cast
from tests.world import World

FACTS = {
    "name": Text("Guru mengaji", "Religious teachers"),
    "unit": Text("orang", "people"),
    "measure": Measure.COUNT,
    "polarity": Polarity.NEITHER,
    "population_type": PopulationType.OFFICIALS,
}


def own(by, code: str) -> ElementRecord:
    return ElementRecord.objects.get(government_id=by.government_id, code=code)


def edited(by, element: Element, seen: str, producer_id: int | None = None) -> None:
    edit_element(by=by, at=AT, element=element, producer_id=producer_id, seen=seen)


def test_the_seed_is_taken_whole_and_once(cast: Cast) -> None:
    assert adopt_seed_elements(by=cast.dian, at=AT) == len(seed().elements)
    assert last_event(cast.dian).name == "statistics.seed.adopted"

    assert adopt_seed_elements(by=cast.dian, at=AT) == 0
    rows = ElementRecord.objects.filter(government_id=cast.dian.government_id)
    assert rows.count() == len(seed().elements)
    assert all(row.as_rule_sees_it() == seed().elements[row.code].element for row in rows)


def test_only_what_is_missing_is_added(cast: Cast) -> None:
    define_element(by=cast.dian, at=AT, code="KP01", **FACTS)

    assert adopt_seed_elements(by=cast.dian, at=AT) == len(seed().elements) - 1
    assert own(cast.dian, "KP01").name_id == "Guru mengaji"


def test_a_producer_is_named_only_where_it_is_certain(cast: Cast) -> None:
    adopt_seed_elements(by=cast.dian, at=AT)

    health, school = agency_of(cast.sari), agency_of(cast.budi)
    assert own(cast.dian, "KS16").producer_id == health
    # The religious office is no agency of the government, so the education agency answers.
    assert own(cast.dian, "PD02").producer_id == school
    # Two agencies of the government could be meant; one of them is not founded yet.
    assert own(cast.dian, "KS15").producer_id is None
    assert own(cast.dian, "KP01").producer_id is None
    assert own(cast.dian, "TK01-TPAK").producer_id is None


def test_another_government_has_its_own_register(cast: Cast) -> None:
    adopt_seed_elements(by=cast.dian, at=AT)

    assert not ElementRecord.objects.filter(government_id=cast.maya.government_id).exists()
    with pytest.raises(NotFound):
        reconcile_element(by=cast.maya, at=AT, code="KP01", basis="SIGA")


def test_who_serves_one_agency_writes_its_elements_only(cast: Cast) -> None:
    health, school = agency_of(cast.sari), agency_of(cast.budi)
    with pytest.raises(Refused):
        adopt_seed_elements(by=cast.sari, at=AT)
    with pytest.raises(Refused):
        define_element(by=cast.sari, at=AT, code="X1", **FACTS)
    with pytest.raises(Refused):
        define_element(by=cast.sari, at=AT, code="X1", producer_id=school, **FACTS)
    with pytest.raises(Refused):
        define_element(by=cast.joko, at=AT, code="X1", **FACTS)

    define_element(by=cast.sari, at=AT, code="X1", producer_id=health, **FACTS)
    row = own(cast.sari, "X1")
    with pytest.raises(Refused):
        edited(cast.budi, row.as_rule_sees_it(), stamp_of(row), school)
    assert own(cast.sari, "X1").producer_id == health


def test_who_serves_one_agency_does_not_hand_its_element_to_another(cast: Cast) -> None:
    health, school = agency_of(cast.sari), agency_of(cast.budi)
    define_element(by=cast.sari, at=AT, code="X1", producer_id=health, **FACTS)
    row = own(cast.sari, "X1")

    with pytest.raises(Refused):
        edited(cast.sari, row.as_rule_sees_it(), stamp_of(row), school)


def test_a_used_code_and_a_foreign_producer_are_refused(cast: Cast) -> None:
    define_element(by=cast.dian, at=AT, code="X1", **FACTS)

    with pytest.raises(Refused, match="exists"):
        define_element(by=cast.dian, at=AT, code="X1", **FACTS)
    with pytest.raises(NotFound):
        define_element(by=cast.dian, at=AT, code="X2", producer_id=10**6, **FACTS)


def test_a_card_is_reconciled_and_an_edit_of_its_meaning_undoes_that(cast: Cast) -> None:
    adopt_seed_elements(by=cast.dian, at=AT)
    reconcile_element(by=cast.dian, at=AT, code="KP01", basis="Kartu Dukcapil 2025")
    row = own(cast.dian, "KP01")
    assert (row.is_reconciled, row.reconciled_by, row.reconciled_at) == (True, cast.dian.name, AT)
    assert last_event(cast.dian).name == "statistics.element.reconciled"
    with pytest.raises(Refused):
        reconcile_element(by=cast.dian, at=AT, code="KP01", basis="Sekali lagi")

    element = row.as_rule_sees_it()
    edited(cast.dian, replace(element, by_subdistrict=False), stamp_of(row))
    row = own(cast.dian, "KP01")
    assert row.is_reconciled
    assert row.reconciled_with == "Kartu Dukcapil 2025"

    edited(cast.dian, replace(element, unit=Text("jiwa", "souls")), stamp_of(row))
    row = own(cast.dian, "KP01")
    assert (row.is_reconciled, row.reconciled_at, row.unit_id) == (False, None, "jiwa")


def test_two_who_edit_one_card_do_not_overwrite_each_other(cast: Cast) -> None:
    adopt_seed_elements(by=cast.dian, at=AT)
    row = own(cast.dian, "KP01")
    seen, element = stamp_of(row), row.as_rule_sees_it()
    edited(cast.dian, replace(element, unit=Text("jiwa", "souls")), seen)
    before = count_of_events(cast.dian)

    with pytest.raises(Refused):
        edited(cast.dian, replace(element, unit=Text("kepala", "heads")), seen)
    assert own(cast.dian, "KP01").unit_id == "jiwa"
    assert count_of_events(cast.dian) == before


def test_what_figures_measure_stays(world: World) -> None:
    row = own(world.secretary, "KP01")
    element = row.as_rule_sees_it()

    with pytest.raises(Refused, match="figures already"):
        edited(world.secretary, replace(element, measure=Measure.RATE), stamp_of(row))


def test_a_government_names_categories_of_its_own(cast: Cast) -> None:
    def market(code: str, by=cast.dian, dimension: str = "market") -> int:
        name = Text("Pasar Induk", "Main market")
        return name_category(by=by, at=AT, dimension=dimension, code=code, name=name)

    market("induk")
    assert last_event(cast.dian).name == "statistics.category.named"
    market("induk", by=cast.maya)
    for refused in ({"code": "induk"}, {"code": "x", "dimension": "household_head"}):
        with pytest.raises(Refused):
            market(**refused)
    with pytest.raises(Refused):
        market("lama", by=cast.sari)
    assert CategoryRecord.objects.filter(government_id=cast.dian.government_id).count() == 1
