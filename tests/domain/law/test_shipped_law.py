"""The law as shipped: complete, cited, and honest about what was not seen."""

import importlib
from collections import Counter
from datetime import date

import pytest

from setara.domain.language.text import Language
from setara.domain.law import forms, glossary, nomenclature, parameters, places, regulations
from setara.domain.law.checks import faults
from setara.domain.law.citation import Mark

# Every instrument of the domain text's map (its §1.1), typed as it is cited there.
MAP = [
    "uu-7-1984",
    "inpres-9-2000",
    "permendagri-15-2008",
    "permendagri-67-2011",
    "se-4-menteri-2012",
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


def test_the_shipped_law_has_no_fault():
    assert faults() == ()


@pytest.mark.parametrize("key", MAP)
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


def test_a_draft_is_not_law_yet():
    draft = regulations.regulation("raperda-paser-kla-2025")

    assert draft.state is regulations.RegulationState.DRAFT


@pytest.mark.parametrize(
    ("key", "on", "value"),
    [
        ("ipg.life_expectancy.female.maximum", date(2021, 12, 31), "87.5"),
        ("ipg.expenditure.minimum", date(2021, 1, 1), "1007436"),
        ("ipg.rounds_components_first", date(2015, 12, 31), "0"),
        ("ipg.rounds_components_first", date(2016, 1, 1), "1"),
        ("parity.lower", date(2025, 1, 1), "0.97"),
        ("suppression.sensitive", date(2025, 1, 1), "10"),
    ],
)
def test_a_value_is_that_of_its_day(key, on, value):
    assert str(parameters.parameter(key, on=on).value) == value


def test_before_its_first_day_a_parameter_has_no_value():
    with pytest.raises(parameters.NotInForce, match="is not in force on 31 December 2009"):
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


def test_paser_has_its_places():
    kinds = Counter(place.kind for place in places.places_of("64.01"))

    # Kepmendagri 300.2.2-2430/2025; 139 desa and 5 kelurahan also in Paser's own news.
    assert kinds["kecamatan"] == 10
    assert kinds["desa"] == 139
    assert kinds["kelurahan"] == 5
    assert kinds["kabupaten"] == kinds["province"] == kinds["country"] == 1


def test_places_come_with_parents_before_children():
    seen: set[str | None] = {None}
    for place in places.places_of("64.01"):
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


def test_a_code_is_not_carried_into_a_year_that_is_not_shipped():
    assert nomenclature.activities(2019) == ()
    with pytest.raises(nomenclature.NoSuchActivity, match="2019"):
        nomenclature.activity("2.08.02.2.01.0001", 2019)


def test_the_analysis_form_has_its_nine_columns_in_order():
    form = forms.form("gap-9-columns", on=date(2025, 1, 1))

    assert [field.number for field in form.fields] == [str(number) for number in range(1, 10)]
    assert form.field("data").label.id == "Data Pembuka Wawasan"
    assert form.field("factors").guidance is not None


def test_a_form_without_its_official_annex_is_not_called_official():
    assert not any(form.official for form in forms.all_forms())


def test_a_form_before_its_first_day_does_not_exist():
    with pytest.raises(forms.NoSuchForm, match="gap-9-columns"):
        forms.form("gap-9-columns", on=date(2012, 12, 31))


def _resolves(identifier: str) -> bool:
    """Whether a dotted name exists, as a module or as an attribute of one."""
    parts = identifier.split(".")
    for cut in range(len(parts), 0, -1):
        try:
            found: object = importlib.import_module(".".join(parts[:cut]))
        except ModuleNotFoundError:
            continue
        for part in parts[cut:]:
            if not hasattr(found, part):
                return False
            found = getattr(found, part)
        return True
    return False


@pytest.mark.parametrize(
    "identifier", [each.identifier for each in glossary.terms() if each.identifier]
)
def test_every_identifier_of_the_glossary_exists(identifier):
    assert _resolves(identifier)


def test_an_identifier_that_does_not_exist_is_noticed():
    assert not _resolves("setara.domain.foundation.sex.Sex.NEITHER")
    assert not _resolves("setara.nowhere")


def test_an_unknown_term_is_named():
    assert glossary.term("arg").term.id == "Anggaran responsif gender (ARG)"
    with pytest.raises(glossary.NoSuchTerm, match="xyz"):
        glossary.term("xyz")
