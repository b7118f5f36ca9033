"""Law that cannot be trusted does not load, and the fault is named."""

import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from setara.domain.language.text import Language
from setara.domain.law import parameters
from setara.domain.law.checks import faults
from setara.domain.law.forms import read_forms
from setara.domain.law.glossary import read_terms
from setara.domain.law.nomenclature import read_editions
from setara.domain.law.parameters import NoLongerInForce, NotYetInForce, read_parameters
from setara.domain.law.places import read_places
from setara.domain.law.regulations import read_register
from setara.domain.law.source import MalformedLaw, UncitedLaw
from tests.domain.law.small_law import FILES, written

KNOWN = frozenset({"uu-1-2000", "uu-2-2001", "uu-3-2002"})
CASES = tomllib.loads(
    (Path(__file__).parents[2] / "cases/law/faults.toml").read_text(encoding="utf-8")
)["fault"]
READERS: dict[str, Callable[[Path], object]] = {
    "regulations": read_register,
    "parameters": lambda root: read_parameters(root, KNOWN),
    "forms": lambda root: read_forms(root, KNOWN),
    "places": read_places,
    "nomenclature": read_editions,
    "glossary.toml": read_terms,
}
# Known only once register, parameters and forms are read together.
ACROSS_FILES = "was made"


@pytest.fixture(params=CASES, ids=lambda case: case["says"])
def case(request):
    return request.param


@pytest.fixture
def spoiled(case, tmp_path):
    sound = FILES[case["file"]]
    assert case["old"] in sound, "the case no longer spoils anything"
    return written(tmp_path, **{case["file"]: sound.replace(case["old"], case["new"], 1)})


def test_the_small_law_is_sound(tmp_path):
    assert faults(written(tmp_path)) == ()


def test_a_fault_is_found_and_named(case, spoiled):
    assert any(case["says"] in line for line in faults(spoiled)), faults(spoiled)


def test_faulty_law_does_not_load(case, spoiled):
    if ACROSS_FILES in case["says"]:
        assert faults(spoiled)
        return
    read = READERS[case["file"].partition("/")[0]]
    with pytest.raises(MalformedLaw) as raised:
        read(spoiled)

    assert case["says"] in str(raised.value)


@pytest.mark.parametrize(
    ("file", "citation"),
    [
        ("regulations/a.toml", 'sources = ["LN 2000/1 https://example.org/1"]'),
        ("parameters/a.toml", 'regulation = "uu-1-2000"'),
        ("parameters/a.toml", 'locator = "Pasal 1"'),
        ("forms/a.toml", 'regulation = "uu-1-2000"'),
        ("forms/a.toml", 'sources = ["x"]'),
        ("places/a.toml", 'sources = ["x"]'),
        ("nomenclature/a.toml", 'sources = ["x"]'),
        ("glossary.toml", 'sources = ["s"]'),
    ],
)
def test_no_citation_no_law(tmp_path, file, citation):
    root = written(tmp_path, **{file: FILES[file].replace(citation, "")})

    with pytest.raises(UncitedLaw):
        READERS[file.partition("/")[0]](root)


def test_a_ring_of_amendments_is_found(tmp_path):
    ring = (
        FILES["regulations/b.toml"]
        .replace('amended_by = ["uu-3-2002"]', 'amended_by = ["uu-3-2002"]\namends = ["uu-3-2002"]')
        .replace('state = "unknown"', 'state = "amended"\namended_by = ["uu-2-2001"]')
    )
    root = written(tmp_path, **{"regulations/b.toml": ring})

    assert faults(root) == (
        "uu-2-2001: amends or replaces, over others, itself",
        "uu-3-2002: amends or replaces, over others, itself",
    )


def test_every_fault_of_every_file_is_found_at_once(tmp_path):
    spoiled = {
        "parameters/a.toml": FILES["parameters/a.toml"]
        .replace('locator = "Pasal 1"', "")
        .replace("value = 3", "value = nan"),
        "forms/a.toml": FILES["forms/a.toml"].replace("official = false", ""),
        "places/a.toml": FILES["places/a.toml"].replace('"64.01" =', '"64.1" ='),
        "nomenclature/a.toml": FILES["nomenclature/a.toml"].replace('name = "D"', ""),
        "glossary.toml": FILES["glossary.toml"].replace('en = "X"', "").replace('en = "Y"', ""),
    }

    found = faults(written(tmp_path, **spoiled))

    assert [line.partition(":")[0] for line in found] == [
        "parameters/a.toml",
        "parameters/a.toml",
        "forms/a.toml",
        "glossary.toml",
        "glossary.toml",
        "places/a.toml",
        # A place below a spoiled one has no parent any more.
        "places",
        "places",
        "nomenclature/a.toml",
    ]


def test_without_a_sound_register_nothing_else_is_judged(tmp_path):
    spoiled = {
        "regulations/a.toml": FILES["regulations/a.toml"].replace('mark = "Q"', 'mark = "Z"'),
        "forms/a.toml": "",
    }

    assert faults(written(tmp_path, **spoiled)) == (
        "regulations/a.toml: uu-1-2000: “mark” cannot be “Z”",
    )


def test_a_file_that_is_not_text_is_named(tmp_path):
    root = written(tmp_path)
    (root / "forms/a.toml").write_bytes(b'key = "\xff"')

    assert any(line.startswith("forms/a.toml: ") for line in faults(root))


def test_a_technical_standard_may_speak_of_data_older_than_itself(tmp_path):
    technical = FILES["regulations/a.toml"].replace('"national"', '"technical"')
    older = FILES["parameters/a.toml"].replace("from = 2010-01-01", "from = 1999-01-01", 1)
    root = written(tmp_path, **{"regulations/a.toml": technical, "parameters/a.toml": older})

    assert faults(root) == ()


def test_a_source_is_words_and_an_address(tmp_path):
    read = {each.key: each for each in read_register(written(tmp_path))}["uu-1-2000"]

    assert read.name == "UU 1/2000"
    assert read.sources[0].text == "LN 2000/1"
    assert read.sources[0].url == "https://example.org/1"


@pytest.fixture
def small_parameters(monkeypatch, tmp_path):
    small = read_parameters(written(tmp_path), KNOWN)
    monkeypatch.setattr(parameters, "_all", lambda: small)


@pytest.mark.usefixtures("small_parameters")
@pytest.mark.parametrize(
    ("on", "value"),
    [
        (date(2010, 1, 1), "1.5"),
        (date(2015, 12, 31), "1.5"),
        (date(2016, 1, 1), "2"),
        (date(2019, 12, 31), "2"),
    ],
)
def test_a_value_holds_from_its_first_day_until_before_its_end(on, value):
    assert str(parameters.parameter("a.b", on=on).value) == value


@pytest.mark.usefixtures("small_parameters")
@pytest.mark.parametrize(
    ("on", "fault", "indonesian", "english"),
    [
        (date(2009, 12, 31), NotYetInForce, "belum berlaku", "holds from 1 January 2010"),
        (date(2020, 1, 1), NoLongerInForce, "tidak berlaku lagi", "ended before 1 January 2020"),
    ],
)
def test_a_day_without_a_value_says_when_there_is_one(on, fault, indonesian, english):
    with pytest.raises(fault) as raised:
        parameters.parameter("a.b", on=on)

    assert indonesian in raised.value.reason.say(Language.INDONESIAN)
    assert english in raised.value.reason.say(Language.ENGLISH)
