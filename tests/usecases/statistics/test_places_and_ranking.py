"""By place, by breakdown and in order: every kind of nothing stays what it is."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Language, Text
from setara.domain.statistics.disparity import Behind, Undefined
from setara.domain.statistics.observation import Nothing
from setara.domain.statistics.parity_class import ParityClass
from setara.store.models import BoundaryRecord, ObservationRecord
from setara.usecases.foundation.access import NotFound
from setara.usecases.statistics.boundaries import boundaries_room, load_boundaries
from setara.usecases.statistics.breakdowns import broken_down, side_by_side
from setara.usecases.statistics.disparity_room import disparity_room
from setara.usecases.statistics.element_room import element_room
from setara.usecases.statistics.place_figures import outlines, places_of_element
from setara.usecases.statistics.ranking_queries import Level, RankingWanted, disparities
from setara.usecases.statistics.seeding import name_category
from tests.events import count_of_events, last_event
from tests.makers import AT
from tests.world import World

TODAY = AT.date()


def at_place(world: World, code: str, name: str, year: int | None = None):
    answer = places_of_element(by=world.secretary, element_code=code, year=year)
    return next(each for each in answer.figures if each.place_name == name)


def test_every_sub_district_is_there_with_its_kind_of_nothing(world: World) -> None:
    found = places_of_element(by=world.secretary, element_code="EK01", year=2024)

    assert len(found.figures) == 10
    refused = at_place(world, "EK01", "Muara Komam", 2024)
    assert (refused.women, refused.men, refused.parity) == (Nothing.REFUSED, Nothing.REFUSED, None)
    half = at_place(world, "EK01", "Tanjung Harapan", 2024)
    assert (half.women, half.ratio, half.total) == (Nothing.NOT_REPORTED, None, None)
    assert isinstance(half.men, Decimal)
    assert at_place(world, "KS02", "Kuaro").men is Nothing.NOT_APPLICABLE
    assert at_place(world, "SO08", "Kuaro").women is Nothing.NONE_EXISTS
    zero = at_place(world, "PL06-KADES", "Muara Samu")
    assert (zero.women, zero.parity) == (Decimal(0), ParityClass.FAR_LOWER)


def test_the_practice_government_has_each_kind_of_nothing_and_zero(world: World) -> None:
    kinds = set(ObservationRecord.objects.values_list("nothing", flat=True))

    assert set(Nothing) <= kinds
    assert ObservationRecord.objects.filter(value=0).exists()
    samples = ObservationRecord.objects.exclude(nothing="")
    assert not samples.filter(source__is_sample=False).exists()


def test_a_place_nobody_reported_is_not_reported(world: World) -> None:
    ObservationRecord.objects.filter(element__code="EK01", place__name="Kuaro").delete()

    assert at_place(world, "EK01", "Kuaro", 2024).women is Nothing.NOT_REPORTED


def test_an_element_without_figures_has_no_period(world: World) -> None:
    room = element_room(by=world.secretary, element_code="KP05")

    assert (room.places.period, room.has_figures, room.has_map) == (None, False, False)
    assert room.kinds == frozenset()
    with pytest.raises(NotFound):
        element_room(by=world.secretary, element_code="XX99")
    with pytest.raises(NotFound):
        element_room(by=world.stranger, element_code="KP01")


def test_ages_are_in_order_and_add_up_to_the_published_total(world: World) -> None:
    found = broken_down(by=world.secretary, element_code="KP01", place_code="64.01")

    assert found.is_by_age
    assert [row.breakdown.category_of("age") for row in found.rows][:3] == ["0-4", "5-9", "10-14"]
    assert found.rows[-1].breakdown.category_of("age") == "75+"
    # Dukcapil, second half of 2024: 149,391 women and 160,276 men.
    women, men = zip(*((str(row.women), str(row.men)) for row in found.rows), strict=True)
    assert (sum(map(Decimal, women)), sum(map(Decimal, men))) == (149391, 160276)
    assert found.has_sample


def test_several_dimensions_can_be_chosen_at_once(world: World) -> None:
    def cut(key: str):
        return broken_down(by=world.secretary, element_code="SO04", place_code="64.01", cut=key)

    assert [each.key for each in cut("").cuts] == ["disability", "age+disability"]
    both = cut("age+disability")
    assert both.chosen.name.id == "kelompok umur × ragam disabilitas"
    assert len(both.rows) == 25
    assert not both.is_by_age
    first = next(row for row in both.rows if row.breakdown.key == "age=0-17;disability=mental")
    assert (first.women, first.men) == (Nothing.NONE_EXISTS, Nothing.NONE_EXISTS)
    with pytest.raises(NotFound):
        cut("education")


def test_ages_stand_by_age_and_a_pyramid_takes_none_twice(world: World) -> None:
    rows = ObservationRecord.objects.filter(element__code="KP01")
    rows.filter(breakdown="age=5-9").update(breakdown="age=0-17")
    rows.filter(breakdown="age=70-74").update(breakdown="age=60+")
    found = broken_down(by=world.secretary, element_code="KP01", place_code="64.01")
    codes = [row.breakdown.category_of("age") for row in found.rows]
    drawn = [row.breakdown.category_of("age") for row in side_by_side(found.rows)]

    assert codes[:3] == ["0-4", "0-17", "10-14"]
    assert codes[-4:] == ["60-64", "60+", "65-69", "75+"]
    assert not {"0-17", "60+"} & set(drawn)
    assert len(drawn) == len(codes) - 2
    both = broken_down(
        by=world.secretary, element_code="SO04", place_code="64.01", cut="age+disability"
    )
    ages = [row.breakdown.category_of("age") for row in both.rows[::5]]
    assert ages == ["0-17", "18-24", "25-44", "45-59", "60+"]


def test_a_category_of_ones_own_is_read_by_its_name(world: World) -> None:
    name = Text("Pasar Penyembolum", "Penyembolum market")
    name_category(by=world.secretary, at=AT, dimension="disability", code="lain", name=name)
    ObservationRecord.objects.filter(breakdown="disability=multiple").update(
        breakdown="disability=lain"
    )
    found = broken_down(by=world.secretary, element_code="SO04", place_code="64.01")

    assert found.rows[-1].name == name


def test_the_ranking_holds_every_disparity_once(world: World) -> None:
    found = disparities(by=world.secretary, today=TODAY, wanted=RankingWanted(year=2024))
    pairs = (
        ObservationRecord.objects.filter(valid_from__year=2024, breakdown="")
        .filter(element__government_id=world.secretary.government_id)
        .values("element", "place", "valid_from", "valid_to")
        .distinct()
        .count()
    )

    assert len(found.ranked) + len(found.at_parity) + len(found.apart) == pairs
    severities = [line.severity or Decimal(-1) for line in found.ranked]
    assert severities == sorted(severities, reverse=True)
    assert {line.disparity.behind for line in found.ranked} == {Behind.WOMEN, Behind.MEN}
    assert all(line.reason for line in found.apart)
    assert not any(
        isinstance(line.disparity.difference, Undefined)
        for line in (*found.ranked, *found.at_parity)
    )


def test_what_cannot_be_ranked_says_which_nothing_stands_there(world: World) -> None:
    found = disparities(
        by=world.secretary, today=TODAY, wanted=RankingWanted(year=2024, group="EK")
    )
    apart = {line.pair.place_name: line for line in found.apart}
    half, neither = apart["Tanjung Harapan"], apart["Muara Komam"]
    assert "belum dilaporkan" in half.reason.say(Language.INDONESIAN)
    assert "ditolak diberikan" in neither.reason.say(Language.INDONESIAN)
    reading = " ".join(sentence.say(Language.INDONESIAN) for sentence in neither.reading)
    assert "ditolak diberikan" in reading


@pytest.mark.parametrize(
    ("wanted", "holds"),
    [
        (RankingWanted(2024, group="PL"), lambda line: line.element.code == "PL06-KADES"),
        (RankingWanted(2024, level=Level.GOVERNMENT), lambda line: line.pair.place_code == "64.01"),
        (
            RankingWanted(2024, level=Level.SUBDISTRICT),
            lambda line: line.pair.place_code != "64.01",
        ),
        (RankingWanted(2024, behind=Behind.MEN), lambda line: line.disparity.behind is Behind.MEN),
    ],
)
def test_the_ranking_is_narrowed(world: World, wanted, holds) -> None:
    found = disparities(by=world.secretary, today=TODAY, wanted=wanted)

    assert found.ranked
    assert all(map(holds, found.ranked))


def test_a_direction_does_not_change_a_rank(world: World) -> None:
    def ranks(behind: Behind | None) -> dict[tuple[str, str], int | None]:
        wanted = RankingWanted(2024, behind=behind)
        found = disparities(by=world.secretary, today=TODAY, wanted=wanted)
        return {(line.element.code, line.pair.place_code): line.rank for line in found.ranked}

    every, men = ranks(None), ranks(Behind.MEN)
    assert men
    assert all(every[key] == rank for key, rank in men.items())


def test_a_year_without_figures_gives_the_latest(world: World) -> None:
    found = disparities(by=world.secretary, today=TODAY, wanted=RankingWanted(year=1990))

    assert found.year == max(found.years)
    nothing = disparities(by=world.stranger, today=TODAY, wanted=RankingWanted())
    assert (nothing.year, nothing.ranked, nothing.years) == (None, (), ())


def test_a_disparity_stands_among_its_years_and_neighbours(world: World) -> None:
    room = disparity_room(
        by=world.secretary, element_code="KP04", place_code="64.01.05", year=2024, today=TODAY
    )

    assert room.has_neighbours
    assert len(room.neighbours.figures) == 10
    assert not isinstance(room.pace, Undefined)
    assert "pencatatan lengkap" in room.chance.id
    survey = disparity_room(
        by=world.secretary, element_code="KS01", place_code="64.01", year=2021, today=TODAY
    )
    assert "galat sampel" in survey.chance.id
    assert not survey.has_neighbours


def geojson(*codes: str, **more: object) -> bytes:
    ring = [[116.0, -1.0], [116.5, -1.0], [116.5, -1.5], [116.0, -1.0]]
    features = [
        {
            "type": "Feature",
            "properties": {"kode": code},
            "geometry": {"type": "Polygon", "coordinates": [ring]} | more,
        }
        for code in codes
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def load(world: World, content: bytes, **more: object) -> int:
    facts = {"by": world.secretary, "at": AT, "content": content, "source": "BIG 2023"}
    return load_boundaries(**(facts | more))


def test_boundaries_are_kept_and_replaced(world: World) -> None:
    assert load(world, geojson("64.01.05", "64.01.06")) == 2
    assert last_event(world.secretary).name == "statistics.boundaries.loaded"
    assert load(world, geojson("64.01.05"), source="BIG 2024") == 1

    assert BoundaryRecord.objects.count() == 2
    assert set(outlines(by=world.secretary).outlines) == {"64.01.05", "64.01.06"}
    room = boundaries_room(by=world.secretary)
    sources = {each.place_code: each.source for each in room.places}
    assert (sources["64.01.05"], sources["64.01.06"], sources["64.01.01"]) == (
        "BIG 2024",
        "BIG 2023",
        "",
    )
    assert outlines(by=world.stranger).outlines == {}


@pytest.mark.parametrize(
    ("content", "more"),
    [
        (b"not json", {}),
        (b"\xff\xfe\x00", {}),
        (b"[" * 100_000, {}),
        (b'{"features": 3}', {}),
        (geojson("64.01.05", type="Point", coordinates=[1, 2]), {}),
        (geojson("64.01.05", "64.99.01"), {}),
        (geojson("64.99.01"), {"skips_unknown": True}),
        (geojson("64.01.05"), {"source": " "}),
    ],
    ids=[
        "words",
        "bytes",
        "deep",
        "no-collection",
        "point",
        "unknown",
        "none-of-ours",
        "no-source",
    ],
)
def test_bad_boundaries_are_refused_and_nothing_is_kept(world: World, content, more) -> None:
    before = count_of_events(world.secretary)
    with pytest.raises(Refused):
        load(world, content, **more)

    assert not BoundaryRecord.objects.exists()
    assert count_of_events(world.secretary) == before


def test_features_of_others_can_be_skipped(world: World) -> None:
    assert load(world, geojson("64.01.05", "64.99.01"), skips_unknown=True) == 1


def test_who_serves_one_agency_loads_no_boundaries(world: World) -> None:
    with pytest.raises(Refused):
        load(world, geojson("64.01.05"), by=world.author)
    assert not boundaries_room(by=world.author).may_load
