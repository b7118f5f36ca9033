"""The page of an explained index: every step, figure and source, and the same as JSON."""

from decimal import Decimal

import pytest
from django.urls import reverse

from setara.domain.indices.bps.measures import Vintage
from setara.domain.language.text import Language
from setara.store.models import ElementRecord, ObservationRecord, SourceRecord
from tests.usecases.indices.tables import take_in
from tests.web.visitor import Visitor, words
from tests.world import World

IPG = ("ipg", "64.01", 2021)


def test_every_step_stands_there_with_its_numbers_and_its_law(world: World):
    answer = Visitor(world.colleague).opens("indices:explained", *IPG)
    seen = words(answer)

    assert "IPG Kabupaten Paser 2021 = 71,19" in seen
    assert "Indeks umur harapan hidup perempuan" in seen
    assert "71,186008 dibulatkan menjadi 71,19, setengah ke atas" in seen
    assert "Metode baru IPM dan IPG BPS, umur harapan hidup perempuan, batas bawah" in seen
    assert answer.text.count("<mfrac>") > 10
    assert "<mroot>" in answer.text


def test_a_figure_leads_to_where_it_is_from(world: World):
    answer = Visitor(world.colleague).opens("indices:explained", *IPG)

    row = ObservationRecord.objects.get(
        element__code="KS01", place__code="64.01", valid_from__year=2021, sex="P"
    )
    assert f'href="{reverse("statistics:figure", args=[row.pk])}">74,84</a>' in answer.text
    assert row.source.document in answer.text


def test_the_page_speaks_english(world: World):
    seen = words(Visitor(world.colleague, Language.ENGLISH).opens("indices:explained", *IPG))

    assert "IPG of Kabupaten Paser 2021 = 71.19" in seen
    assert "Each number is computed from the numbers below it." in seen
    assert "lower goalpost" in seen


def test_the_old_address_shows_the_same(world: World):
    visitor = Visitor(world.colleague)

    assert words(visitor.opens("indices:ipg", "64.01", 2021)) == words(
        visitor.opens("indices:explained", *IPG)
    )


def test_programs_read_the_tree_as_json(world: World):
    facts = Visitor(world.colleague, Language.ENGLISH).opens("indices:explained_json", *IPG).json()

    assert facts["place"] == {"code": "64.01", "name": "Kabupaten Paser"}
    assert (facts["published"], facts["year"]) == ("71.19", 2021)
    leaf = facts["tree"]["inputs"][0]["inputs"][0]["inputs"][0]
    assert (leaf["key"], Decimal(leaf["value"])) == ("life_expectancy_female", Decimal("74.84"))
    assert leaf["source"]["publisher"]


@pytest.mark.parametrize("name", ["indices:explained", "indices:explained_json"])
@pytest.mark.parametrize(
    "place",
    [
        ("ipg", "64.01", 1999),
        ("ipg", "99.99", 2021),
        ("abc", "64.01", 2021),
        ("hdi", "64.01", 2021),
    ],
)
def test_what_is_not_there_is_not_found(world: World, name, place):
    assert Visitor(world.colleague).opens(name, *place).status_code == 404


def test_another_government_does_not_find_it(world: World):
    answer = Visitor(world.stranger).opens("indices:explained_json", *IPG)

    assert answer.status_code == 404


def test_figures_that_cannot_be_true_are_refused_with_the_reason(world: World):
    ObservationRecord.objects.filter(
        element__code="KS01", place__code="64.01", valid_from__year=2021, sex="P"
    ).update(value=748)

    answer = Visitor(world.colleague).opens("indices:explained", *IPG)
    assert answer.status_code == 403 or "di luar batas yang mungkin" in answer.text


def test_samples_are_marked(world: World):
    assert "Data contoh" not in words(Visitor(world.colleague).opens("indices:explained", *IPG))
    SourceRecord.objects.update(is_sample=True)
    assert "Data contoh" in words(Visitor(world.colleague).opens("indices:explained", *IPG))


def test_the_series_of_life_expectancy_can_be_asked_for(world: World):
    visitor = Visitor(world.colleague)
    address = reverse("indices:explained", args=IPG)

    assert visitor.client.get(address, {"seri": "old"}).status_code == 200
    assert visitor.client.get(address, {"seri": "lf"}).status_code == 404
    assert "seri lama" in words(visitor.client.get(address, {"seri": "?"}))

    rows = ObservationRecord.objects.filter(
        element__code="KS01", place__code="64.01", valid_from__year=2021
    )
    owner = rows[0].element.government_id
    element = ElementRecord.objects.get(code="KS01-LF", government_id=owner)
    rows.update(element=element)
    seen = words(visitor.opens("indices:explained", *IPG))
    assert "UHH hasil Long Form SP2020" in seen
    assert "?seri=lf" in visitor.opens("indices:explained", *IPG).text


def test_the_page_leads_to_what_moves_the_index_and_to_its_years(world: World):
    text = Visitor(world.colleague).opens("indices:explained", *IPG).text

    assert reverse("indices:levers", args=IPG) in text
    assert reverse("indices:series", args=["ipg"]) in text


# BPS Kalimantan Timur prints 68.58 for 2014; the printed components give 68.57.
IPG_2014 = ("Indeks Pembangunan Gender", "Wilayah;2014;2021", "Paser;68,58;71,19")


def test_the_printed_figure_stands_beside_the_computed_one_with_the_reason(world: World):
    take_in(world.secretary, IPG_2014, Vintage.OLD)
    seen = words(Visitor(world.colleague).opens("indices:explained", "ipg", "64.01", 2014))

    assert "IPG Kabupaten Paser 2014 = 68,57" in seen
    assert "BPS menerbitkan IPG 68,58; di sini dihitung 68,57." in seen
    assert "kedua IPM yang belum dibulatkan" in seen
    assert "kedua IPM tidak dibulatkan sebelum dibagi" in seen
    # Where both are the same nothing has to be said.
    assert "BPS menerbitkan" not in words(Visitor(world.colleague).opens("indices:explained", *IPG))


def test_rules_are_told_in_words(world: World):
    seen = words(Visitor(world.colleague).opens("indices:explained", *IPG))

    assert "dibulatkan 2 desimal" in seen
    assert "0 tidak, 1 ya" not in seen
    assert "aturan ipg" not in seen
