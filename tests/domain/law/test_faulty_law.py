"""Law that cannot be trusted does not load, and the fault is named."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.law import parameters
from setara.domain.law.checks import faults
from setara.domain.law.forms import read_forms
from setara.domain.law.glossary import read_terms
from setara.domain.law.nomenclature import read_activities
from setara.domain.law.parameters import read_parameters
from setara.domain.law.places import read_places
from setara.domain.law.regulations import read_register
from setara.domain.law.source import DATA, MalformedLaw, UncitedLaw

REGULATION = """
[[regulation]]
key = "uu-1-2000"
kind = "UU"
number = "1"
year = 2000
title = "Contoh"
title_en = "Example"
issuer = "DPR"
scope = "national"
state = "in_force"
mark = "Q"
verified = true
sources = ["LN 2000/1 https://example.org/1"]
"""
PARAMETER = """
[[a.b]]
from = 2010-01-01
value = 1.5
unit = "tahun"
regulation = "uu-1-2000"
locator = "Pasal 1"
verified = true
"""
FORM = """
key = "f"
version = "1"
title = "F"
title_en = "F"
official = false
verified = false
from = 2010-01-01
regulation = "uu-1-2000"
agency_label = "PD"
agency_label_en = "Agency"
sources = ["x"]
field = [{ code = "a", label = "A", label_en = "A" }]
"""
KNOWN = frozenset({"uu-1-2000"})


def law(root: Path, folder: str, content: str) -> Path:
    (root / folder).mkdir(exist_ok=True)
    (root / folder / "a.toml").write_text(content, encoding="utf-8")
    return root


def test_a_sound_register_loads(tmp_path):
    (read,) = read_register(law(tmp_path, "regulations", REGULATION))

    assert read.name == "UU 1/2000"
    assert read.sources[0].text == "LN 2000/1"
    assert read.sources[0].url == "https://example.org/1"


@pytest.mark.parametrize(
    ("old", "new", "names"),
    [
        ('sources = ["LN 2000/1 https://example.org/1"]', "sources = []", "no source"),
        ('sources = ["LN 2000/1 https://example.org/1"]', "", "no source"),
        ('title_en = "Example"', "", "title_en"),
        ('title_en = "Example"', 'title_en = ""', "title_en"),
        ('state = "in_force"', 'state = "valid"', "valid"),
        ('scope = "national"', 'scope = "world"', "world"),
        ('mark = "Q"', 'mark = "Z"', "Z"),
        ('mark = "Q"', 'mark = "K"', "verified"),
        ("year = 2000", 'year = "2000"', "year"),
        ("year = 2000", "year = 2000\nyaer = 1", "yaer"),
        ("verified = true", 'verified = true\nnote = "catatan"', "note_en"),
        ("verified = true", 'verified = true\namends = ["uu-9-1999"]', "uu-9-1999"),
        ("verified = true", 'verified = true\nreplaced_by = ["uu-1-2000"]', "uu-1-2000"),
        ("[[regulation]]", "[[regulation]", "a.toml"),
    ],
)
def test_a_faulty_regulation_is_refused_and_named(tmp_path, old, new, names):
    with pytest.raises(MalformedLaw, match=names):
        read_register(law(tmp_path, "regulations", REGULATION.replace(old, new)))


def test_a_relation_must_be_told_from_both_sides(tmp_path):
    second = REGULATION.replace("uu-1-2000", "uu-2-2001") + 'amends = ["uu-1-2000"]\n'

    with pytest.raises(MalformedLaw, match="does not say so"):
        read_register(law(tmp_path, "regulations", REGULATION + second))


def test_what_was_amended_is_not_simply_in_force(tmp_path):
    first = REGULATION + 'amended_by = ["uu-2-2001"]\n'
    second = REGULATION.replace("uu-1-2000", "uu-2-2001") + 'amends = ["uu-1-2000"]\n'

    with pytest.raises(MalformedLaw, match="amended"):
        read_register(law(tmp_path, "regulations", first + second))


def test_a_key_stands_once(tmp_path):
    with pytest.raises(MalformedLaw, match="twice"):
        read_register(law(tmp_path, "regulations", REGULATION + REGULATION))


@pytest.mark.parametrize(
    ("old", "new", "fault", "names"),
    [
        ('regulation = "uu-1-2000"', "", UncitedLaw, "regulation"),
        ('regulation = "uu-1-2000"', 'regulation = "uu-9"', UncitedLaw, "uu-9"),
        ('locator = "Pasal 1"', "", UncitedLaw, "locator"),
        ("value = 1.5", 'value = "1.5"', MalformedLaw, "value"),
        ("value = 1.5", "value = true", MalformedLaw, "value"),
        ("from = 2010-01-01", "", MalformedLaw, "from"),
        ("from = 2010-01-01", 'from = "2010"', MalformedLaw, "from"),
        ("from = 2010-01-01", "from = 2010-01-01\nto = 2009-01-01", MalformedLaw, "ends before"),
        ('unit = "tahun"', 'unit = "tahun"\nnote = "x"', MalformedLaw, "note_en"),
        ("[[a.b]]", "[a]\nb = 1\n[c]", MalformedLaw, "its date and its source"),
    ],
)
def test_a_value_without_source_or_date_is_refused(tmp_path, old, new, fault, names):
    with pytest.raises(fault, match=names):
        read_parameters(law(tmp_path, "parameters", PARAMETER.replace(old, new)), KNOWN)


@pytest.mark.parametrize("end", ["2015-01-01", "2017-01-01"])
def test_the_days_of_two_values_neither_overlap_nor_leave_a_hole(tmp_path, end):
    first = PARAMETER.replace("from = 2010-01-01", f"from = 2010-01-01\nto = {end}")
    second = PARAMETER.replace("2010-01-01", "2016-01-01")

    with pytest.raises(MalformedLaw, match="must end where"):
        read_parameters(law(tmp_path, "parameters", first + second), KNOWN)


@pytest.mark.parametrize(
    ("old", "new", "names"),
    [
        ('regulation = "uu-1-2000"', 'regulation = "uu-9"', "uu-9"),
        ('label_en = "A"', 'label_en = ""', "label_en"),
        ("}]", '}, { code = "a", label = "B", label_en = "B" }]', "same code"),
        ("official = false", "", "official"),
    ],
)
def test_a_faulty_form_is_refused(tmp_path, old, new, names):
    with pytest.raises(MalformedLaw, match=names):
        read_forms(law(tmp_path, "forms", FORM.replace(old, new)), KNOWN)


@pytest.mark.parametrize(
    ("content", "names"),
    [
        ('sources = ["x"]\n[places."64.01"]\n"64.01.01" = "A"\n', "not known yet"),
        ('sources = ["x"]\n[places.ID]\n"64" = "A"\n[places.64]\n"65.01" = "B"\n', "not lie in"),
        ('[places.ID]\n"64" = "A"\n', "no source"),
    ],
)
def test_a_faulty_list_of_places_is_refused(tmp_path, content, names):
    with pytest.raises(MalformedLaw, match=names):
        read_places(law(tmp_path, "places", content))


@pytest.mark.parametrize(
    ("content", "names"),
    [
        (
            'id = "X"\nen = "X"\nmeans = "m"\nmeans_en = ""\nverified = true\nsources = ["s"]',
            "means_en",
        ),
        ('id = "X"\nen = "X"\nmeans = "m"\nmeans_en = "m"\nverified = true', "no source"),
    ],
)
def test_a_faulty_term_is_refused(tmp_path, content, names):
    (tmp_path / "glossary.toml").write_text(f"[x]\n{content}\n", encoding="utf-8")

    with pytest.raises(MalformedLaw, match=names):
        read_terms(tmp_path)


def test_a_term_is_explained_once(tmp_path):
    entry = 'id = "X"\nen = "X"\nmeans = "m"\nmeans_en = "m"\nverified = true\nsources = ["s"]\n'
    (tmp_path / "glossary.toml").write_text(f"[x]\n{entry}[y]\n{entry}", encoding="utf-8")

    with pytest.raises(MalformedLaw, match="twice"):
        read_terms(tmp_path)


def test_a_code_of_the_nomenclature_has_a_level(tmp_path):
    head = 'first_year = 2025\nlast_year = 2025\nverified = false\nsources = ["s"]\n'
    broken = law(tmp_path, "nomenclature", head + '[[activity]]\ncode = "2"\nname = "X"\n')

    with pytest.raises(MalformedLaw, match="no level"):
        read_activities(broken, 2025)


def test_all_faults_are_found_at_once(tmp_path):
    law(tmp_path, "regulations", REGULATION)
    law(tmp_path, "parameters", PARAMETER.replace('locator = "Pasal 1"', ""))
    law(tmp_path, "forms", FORM.replace('regulation = "uu-1-2000"', 'regulation = "uu-9"'))
    law(tmp_path, "places", '[places.ID]\n"64" = "A"\n')
    law(tmp_path, "nomenclature", "first_year = 2025\nlast_year = 2025\nverified = false\n")
    (tmp_path / "glossary.toml").write_text("[x]\n", encoding="utf-8")

    assert len(faults(tmp_path)) == 5


def test_without_a_sound_register_nothing_else_is_judged(tmp_path):
    law(tmp_path, "regulations", REGULATION.replace('mark = "Q"', 'mark = "Z"'))

    assert len(faults(tmp_path)) == 1


DAYS = st.integers(0, 365 * 100).map(lambda days: date(2000, 1, 1) + timedelta(days=days))


@given(st.sampled_from(parameters.keys()), DAYS)
def test_on_each_day_a_parameter_has_one_value_or_none(key, day):
    values = read_parameters(DATA, ALL_KEYS)[key]
    holding = [
        v for v in values if v.valid_from <= day and (v.valid_to is None or day < v.valid_to)
    ]

    assert len(holding) == (1 if day >= values[0].valid_from else 0)


ALL_KEYS = frozenset(each.key for each in read_register(DATA))
