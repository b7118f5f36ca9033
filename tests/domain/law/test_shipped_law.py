"""The law as shipped: complete, cited, and honest about what was not seen."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.indices.registry import INDICES
from setara.domain.language.text import Language
from setara.domain.law import nomenclature, parameters, places, regulations
from setara.domain.law.checks import faults
from setara.domain.law.citation import Mark

DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
# Every instrument of the domain text's map (its §1.1), typed as it is cited there.
MAP = [
    "uu-7-1984",
    "inpres-9-2000",
    "permendagri-15-2008",
    "permendagri-67-2011",
    "se-4-menteri-2012",
    "pmk-104-2010",
    "pmk-rka-kl-94-2017",
    "pmk-142-2018",
    "permen-ppn-9-2017",
    "permen-ppn-1-2021",
    "permen-pppa-4-2014",
    "permen-pppa-5-2014",
    "permen-pppa-9-2015",
    "permen-pppa-7-2018",
    "permen-pppa-5-2025",
    "perpres-39-2019",
    "kepmen-ppn-26a-2025",
    "uu-59-2024",
    "perpres-12-2025",
    "permendagri-86-2017",
    "pp-12-2019",
    "permendagri-77-2020",
    "permendagri-90-2019",
    "kepmendagri-050-5889-2021",
    "permendagri-81-2022",
    "perda-kaltim-2-2016",
    "perda-kaltim-5-2024",
    "se-gub-kaltim-900-8153",
    "perda-paser-5-2019",
    "perbup-se-paser-pug",
    "perbup-paser-10-2014",
    "raperda-paser-kla-2025",
    "perpres-25-2021",
    "permen-pppa-12-2022",
    "kepmen-pppa-70-2021",
    "uu-23-2014",
]
# Those its §1.3 reads them through, the decrees on nomenclature and places, and the standards.
BESIDE_THE_MAP = [
    "kepmendagri-132-2003",
    "ruu-kkg-2012",
    "perda-denpasar-3-2020",
    "perda-diy-4-2023",
    "pergub-jatim-39-2020",
    "perda-jateng-2-2022",
    "perbup-mojokerto-12-2020",
    "perda-demak-6-2021",
    "perwali-sabang-48-2020",
    "pergub-kaltim-6-2022",
    "permendagri-18-2020",
    "permendagri-83-2022",
    "permendagri-1-2023",
    "perda-paser-6-2016",
    "pprg-paser-2021",
    "kepmendagri-050-3708-2020",
    "kepmendagri-900-1-15-5-1317-2023",
    "kepmendagri-900-1-15-5-3406-2024",
    "kepmendagri-900-1-2850-2025",
    "kepmendagri-900-1-861-2026",
    "kepmendagri-300-2-2-2138-2025",
    "kepmendagri-300-2-2-2430-2025",
    "bps-ipm-metode-baru",
    "undp-hdr-technical-notes",
]


def test_the_shipped_law_has_no_fault():
    assert faults() == ()


@pytest.mark.parametrize("key", MAP + BESIDE_THE_MAP)
def test_every_instrument_of_the_map_is_in_the_register(key):
    assert regulations.regulation(key).sources


def test_an_unknown_regulation_is_named():
    with pytest.raises(regulations.NoSuchRegulation, match="permendagri-99-2099"):
        regulations.regulation("permendagri-99-2099")


def test_the_base_is_amended_and_says_by_what():
    base = regulations.regulation("permendagri-15-2008")

    assert base.name == "Permendagri 15/2008"
    assert base.state is regulations.RegulationState.AMENDED
    assert base.amended_by == ("permendagri-67-2011",)
    assert base.replaces == ("kepmendagri-132-2003",)


def test_only_what_was_read_in_a_source_is_verified():
    assert all(each.mark is Mark.QUOTED for each in regulations.register() if each.verified)
    assert any(not each.verified for each in regulations.register())


@pytest.mark.parametrize("key", ["raperda-paser-kla-2025", "ruu-kkg-2012"])
def test_a_draft_is_not_law_yet(key):
    assert regulations.regulation(key).state is regulations.RegulationState.DRAFT


@pytest.mark.parametrize(
    ("key", "set_on"),
    [
        ("permen-pppa-5-2025", date(2025, 11, 28)),
        ("permendagri-90-2019", date(2019, 10, 18)),
        ("kepmendagri-050-5889-2021", date(2021, 12, 27)),
        ("kepmendagri-900-1-861-2026", date(2026, 5, 7)),
        ("kepmendagri-300-2-2-2430-2025", date(2025, 6, 23)),
    ],
)
def test_a_day_of_setting_is_not_taken_for_the_day_of_force(key, set_on):
    known = regulations.regulation(key)

    assert known.set_on == set_on
    assert known.in_force_from is None


@pytest.mark.parametrize(
    ("key", "place"),
    [
        ("perda-paser-5-2019", "64.01"),
        ("perda-kaltim-2-2016", "64"),
        ("perda-denpasar-3-2020", "51.71"),
        ("inpres-9-2000", None),
        ("unesco-gpi", None),
    ],
)
def test_a_regulation_knows_whose_it_is(key, place):
    assert regulations.regulation(key).place == place


def test_the_decrees_on_nomenclature_lead_from_the_first_to_the_last():
    chain = [regulations.regulation("kepmendagri-050-3708-2020")]
    while chain[-1].replaced_by:
        chain.append(regulations.regulation(chain[-1].replaced_by[0]))

    assert [each.year for each in chain] == [2020, 2021, 2023, 2024, 2025, 2026]
    assert chain[-1].state is regulations.RegulationState.IN_FORCE


@pytest.mark.parametrize("state", regulations.RegulationState)
def test_every_state_has_words_in_both_languages(state):
    assert state.label.id
    assert state.label.en


@pytest.mark.parametrize(
    ("key", "on", "value"),
    [
        ("ipg.life_expectancy.female.minimum", date(2021, 12, 31), "22.5"),
        ("ipg.life_expectancy.female.maximum", date(2021, 12, 31), "87.5"),
        ("ipg.life_expectancy.male.minimum", date(2021, 12, 31), "17.5"),
        ("ipg.life_expectancy.male.maximum", date(2021, 12, 31), "82.5"),
        ("ipg.expected_schooling.minimum", date(2021, 1, 1), "0"),
        ("ipg.expected_schooling.maximum", date(2021, 1, 1), "18"),
        ("ipg.mean_schooling.minimum", date(2021, 1, 1), "0"),
        ("ipg.mean_schooling.maximum", date(2021, 1, 1), "15"),
        ("ipg.expenditure.maximum", date(2010, 1, 1), "26572352"),
        ("ipg.published_decimals", date(2010, 1, 1), "2"),
        ("ipg.expenditure.minimum", date(2021, 1, 1), "1007436"),
        ("ipg.rounds_components_first", date(2015, 12, 31), "0"),
        ("ipg.rounds_components_first", date(2016, 1, 1), "1"),
        ("parity.lower", date(2025, 1, 1), "0.97"),
        ("parity.upper", date(2025, 1, 1), "1.03"),
        ("sample.rse.good", date(2025, 1, 1), "25"),
        ("sample.rse.usable", date(2025, 1, 1), "50"),
        ("suppression.default", date(2025, 1, 1), "5"),
        ("suppression.sensitive", date(2025, 1, 1), "10"),
        ("training.target_percent", date(2025, 1, 1), "80"),
        ("responsive_budget.local_bar_percent", date(2025, 1, 1), "5"),
        ("responsive_budget.recommended_percent", date(2025, 1, 1), "10"),
        ("data.maximum_age_years", date(2025, 1, 1), "2"),
        ("report.months_between", date(2025, 1, 1), "6"),
        ("report.first_semester.due_month", date(2025, 1, 1), "7"),
        ("report.second_semester.due_month", date(2025, 1, 1), "1"),
        ("planning.activities_a_year", date(2021, 1, 1), "2"),
    ],
)
def test_a_value_is_that_of_its_day(key, on, value):
    assert str(parameters.parameter(key, on=on).value) == value


def test_before_its_first_day_a_parameter_has_no_value():
    with pytest.raises(parameters.NotYetInForce, match="not yet in force on 31 December 2009"):
        parameters.parameter("ipg.mean_schooling.maximum", on=date(2009, 12, 31))


def test_an_unknown_parameter_is_named():
    with pytest.raises(parameters.NoSuchParameter, match=r"ipg\.nothing"):
        parameters.parameter("ipg.nothing", on=date(2021, 1, 1))


def test_every_parameter_cites_the_register():
    names = parameters.keys()
    for key in names:
        for value in parameters.history(key):
            assert regulations.regulation(value.regulation)
            assert value.locator


def test_a_suggestion_is_not_passed_off_as_verified():
    # What an index needs was confirmed by recomputing its published tables; a bar was not.
    indices = {index.key for index in INDICES}
    names = parameters.keys()
    bars = [name for name in names if name.partition(".")[0] not in indices]

    assert not any(value.verified for bar in bars for value in parameters.history(bar))


@given(st.sampled_from(parameters.keys()), DAYS)
def test_on_each_day_from_its_first_a_parameter_has_exactly_one_value(key, day):
    values = parameters.history(key)
    holding = [
        each for each in values if each.valid_from <= day and (each.valid_to or date.max) > day
    ]

    if day < values[0].valid_from:
        assert holding == []
        with pytest.raises(parameters.NotYetInForce):
            parameters.parameter(key, on=day)
    else:
        assert holding == [parameters.parameter(key, on=day)]


def test_paser_has_its_places():
    kinds = Counter(place.kind for place in places.places_of("64.01"))

    # Kepmendagri 300.2.2-2430/2025; 139 desa and 5 kelurahan also in Paser's own news.
    assert kinds["kecamatan"] == 10
    assert kinds["desa"] == 139
    assert kinds["kelurahan"] == 5
    assert kinds["kabupaten"] == kinds["province"] == kinds["country"] == 1


def test_kalimantan_timur_has_its_regencies_and_cities():
    kinds = Counter(place.kind for place in places.places_of("64"))

    assert kinds["kabupaten"] == 7
    assert kinds["kota"] == 3


# Villages (desa, kelurahan) of each kecamatan, counted in the national list of 2025.
@pytest.mark.parametrize(
    ("code", "name", "desa", "kelurahan"),
    [
        ("64.01.01", "Batu Sopang", 9, 0),
        ("64.01.02", "Tanjung Harapan", 7, 0),
        ("64.01.03", "Paser Belengkong", 15, 0),
        ("64.01.04", "Tanah Grogot", 15, 1),
        ("64.01.05", "Kuaro", 12, 1),
        ("64.01.06", "Long Ikis", 25, 1),
        ("64.01.07", "Muara Komam", 12, 1),
        ("64.01.08", "Long Kali", 22, 1),
        ("64.01.09", "Batu Engau", 13, 0),
        ("64.01.10", "Muara Samu", 9, 0),
    ],
)
def test_each_kecamatan_of_paser_has_its_villages(code, name, desa, kelurahan):
    listed = places.places_of(code)
    kinds = Counter(place.kind for place in listed)

    assert next(place.name for place in listed if place.code == code) == name
    assert (kinds["desa"], kinds["kelurahan"]) == (desa, kelurahan)


def test_the_country_holds_every_place():
    everywhere = places.places_of("ID")

    assert everywhere[0].kind == "country"
    assert set(places.places_of("64")) == set(everywhere)


def test_the_list_of_places_names_its_decree():
    assert any("300.2.2-2430/2025" in source.text for source in places.citation())


@pytest.mark.parametrize("code", ["ID", "64", "64.01", "64.01.04"])
def test_places_come_with_parents_before_children(code):
    seen: set[str | None] = {None}
    for place in places.places_of(code):
        assert place.parent in seen
        seen.add(place.code)


@pytest.mark.parametrize(
    ("code", "name", "kind"),
    [
        ("64.01.04", "Tanah Grogot", "kecamatan"),
        ("64.01.04.1001", "Tanah Grogot", "kelurahan"),
        ("64.01.01.2017", "Songka", "desa"),
    ],
)
def test_a_place_of_paser(code, name, kind):
    place = next(each for each in places.places_of(code) if each.code == code)

    assert (place.code, place.name, place.kind) == (code, name, kind)


def test_a_place_outside_the_list_is_named_with_a_remedy():
    with pytest.raises(places.NoSuchPlace) as caught:
        places.places_of("11.01")

    assert "11.01" in caught.value.reason.say(Language.INDONESIAN)


def test_the_nomenclature_of_a_year_holds_its_codes():
    activity = nomenclature.activity("2.08.02.2.01.0001", 2025)

    assert activity.name == "Koordinasi dan Sinkronisasi Perumusan Kebijakan Pelaksanaan PUG"
    assert activity.level == "sub_kegiatan"
    assert not activity.verified
    assert len([a for a in nomenclature.activities(2025) if a.code.startswith("2.08.")]) == 103


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("3.27.07.2.01.0002", "Pengembangan Kapasitas Kelembagaan Petani di Kecamatan dan Desa"),
        ("2.17.07.2.01.0004", "Pemberdayaan Kelembagaan Potensi dan Pengembangan Usaha Mikro"),
        ("3.27.03.2.01.0010", "Peningkatan pascapanen dan pengolahan hasil perkebunan"),
        ("1.02.02.2.02.0044", "Pengelolaan Pelayanan Kesehatan Reproduksi"),
        ("1.01.02.2.03.0017", "Pembinaan Kelembagaan dan Manajemen PAUD"),
        ("2.07.04.2.01.0005", "Perluasan Kesempatan Kerja"),
    ],
)
def test_activities_of_other_fields_are_at_hand(code, name):
    assert nomenclature.activity(code, 2025).name == name


def test_a_whole_list_counts_as_its_source_does():
    own = [each for each in nomenclature.activities(2025) if each.code.startswith("2.08.")]
    levels = Counter(each.level for each in own)

    assert levels == {"program": 6, "kegiatan": 15, "sub_kegiatan": 82}
    assert all(each.indicator and each.unit for each in own if each.level == "sub_kegiatan")


def test_an_unconfirmed_list_says_so():
    for edition in nomenclature.editions(2025):
        assert not edition.verified
        assert edition.sources
    assert any("belum dipastikan" in each.note.id for each in nomenclature.editions(2025))


def test_a_code_is_not_carried_into_a_year_that_is_not_shipped():
    assert nomenclature.activities(2019) == ()
    with pytest.raises(nomenclature.NoSuchActivity, match="2019"):
        nomenclature.activity("2.08.02.2.01.0001", 2019)
