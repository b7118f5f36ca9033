"""The seed of the register: every code of the list, and no entry that cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from setara.domain.foundation.sex import Sex
from setara.domain.law.source import MalformedLaw
from setara.domain.statistics.card import Card
from setara.domain.statistics.dimension import dimensions
from setara.domain.statistics.element import Confidentiality, Measure
from setara.domain.statistics.register_rules import may_register
from setara.domain.statistics.seed import FILE, faults, group_of, list_code, read_seed, seed

# The list of 101 elements, group by group with its last number.
LAST = {"KP": 9, "PD": 16, "KS": 19, "TK": 9, "EK": 14, "PL": 9, "SO": 8, "PR": 7, "LB": 10}
CODES = {f"{group}{n:02}" for group, last in LAST.items() for n in range(1, last + 1)}
# The list names the layer of indices without codes of its own.
INDICES = {f"IX{n:02}" for n in range(1, 5)}
REGISTER = {code: each.element for code, each in seed().elements.items()}


def test_all_101_codes_of_the_list_are_there_and_no_other():
    assert len(CODES) == 101
    assert {list_code(code) for code in REGISTER} == CODES | INDICES
    assert tuple(seed().groups) == (*LAST, "IX")


def test_no_entry_of_the_shipped_seed_is_faulty():
    assert faults() == ()


@pytest.mark.parametrize("code", sorted(REGISTER))
def test_each_card_is_whole_and_marked_as_not_reconciled(code):
    element = REGISTER[code]

    assert not element.is_reconciled
    assert may_register(element, REGISTER)
    assert set(element.dimensions) <= set(dimensions())
    computed = {"formula", "variables"}
    empty = {name for name in Card.__dataclass_fields__ if not getattr(element.card, name).id}
    assert empty <= (set() if element.measure is Measure.RATE else computed)
    assert Card.from_data(element.card.as_data()) == element.card
    assert "dipastikan" in element.card.producer.id
    assert group_of(code) == code[:2]


def test_what_concerns_one_sex_has_figures_for_that_sex_only():
    only_women = {code for code, each in REGISTER.items() if each.only_sex is Sex.FEMALE}

    assert {"KS02", "KS04", "KS05-K1", "KS14-TTD", "KS18", "SO02"} <= only_women
    # Infants are of both sexes, and so are those who use contraception.
    assert not {"KS08", "KS09", "KS03", "PR01"} & only_women
    assert not any(each.only_sex is Sex.MALE for each in REGISTER.values())


def test_what_could_point_at_a_person_is_sensitive():
    sensitive = {
        code for code, e in REGISTER.items() if e.confidentiality is Confidentiality.SENSITIVE
    }

    assert {code for code in REGISTER if code.startswith("PR")} <= sensitive
    assert {"KS11-HIV", "KS11-TB", "KP06-DISP", "KS02", "KS18"} <= sensitive
    assert "KP01" not in sensitive


ENTRY = """
[[element]]
code = "KP01"
name = ["Penduduk", "Population"]
affair = "2.12"
producers = ["disdukcapil"]
method = "register"
concept = ["Penduduk", "Population"]
definition = ["Orang yang tinggal di sini.", "People who live here."]
source = ["DKB", "DKB"]
interpretation = ["Penyebut.", "A denominator."]
"""
HEAD = """
[groups]
KP = ["Kependudukan", "Population"]
[affairs]
"2.12" = ["Adminduk", "Civil registry"]
[methods]
register = ["Catatan", "Records"]
[producers]
disdukcapil = { name = ["Dukcapil", "Civil registry"], agency = ["Disdukcapil"] }
"""


def read(folder: Path, entries: str, head: str = HEAD):
    file = folder / "elements.toml"
    file.write_text(head + entries, "utf-8")
    return read_seed(file)


def test_a_small_seed_is_read_with_its_defaults(tmp_path: Path):
    found = read(tmp_path, ENTRY).elements["KP01"]

    assert (found.element.unit.id, found.element.measure) == ("orang", Measure.COUNT)
    assert found.element.range.least == 0
    assert found.producers[0].short_names == {"Disdukcapil"}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("code =", "kode ="), "unknown key “kode”"),
        (('"Population"]\naffair', '""]\naffair'), "“name” must be Indonesian and English"),
        (('"2.12"\nproducers', '"9.99"\nproducers'), "“affair” names what is not there"),
        (('["disdukcapil"]', '["nobody"]'), "“producers” names what is not there"),
        (('method = "register"', 'method = "guess"'), "“method” names what is not there"),
        (('"KP01"', '"XX01"'), "belongs to no group"),
        (("method =", 'dims = ["colour"]\nmethod ='), "“dims” names what is not there: colour"),
        (("method =", "ages = [18, 0]\nmethod ="), "“ages” must be a first age"),
        (("method =", "range = [5, 1]\nmethod ="), "“range” must go from the least"),
        (("method =", 'only_sex = "X"\nmethod ='), "“only_sex” cannot be X"),
        (("method =", 'measure = "guess"\nmethod ='), "“measure” cannot be guess"),
        (("method =", 'measure = "rate"\nmethod ='), "a rate needs its “formula”"),
        (("method =", 'base = "KP01"\nmethod ='), "“base” cannot be KP01"),
        (("method =", 'base = "KP99"\nmethod ='), "“base” cannot be KP99"),
        (("interpretation =", "note ="), "unknown key “note”"),
        (('definition = ["Orang yang tinggal di sini.", "People who live here."]', ""), "missing"),
    ],
)
def test_a_faulty_entry_is_refused_and_named(tmp_path: Path, change, says):
    faulty = ENTRY.replace(*change)
    assert faulty != ENTRY

    with pytest.raises(MalformedLaw, match=says) as caught:
        read(tmp_path, faulty)
    assert caught.value.where


def test_a_code_stands_there_once(tmp_path: Path):
    with pytest.raises(MalformedLaw, match="KP01: stands there twice"):
        read(tmp_path, ENTRY * 2)


def test_every_faulty_entry_is_named_at_once(tmp_path: Path):
    text = FILE.read_text("utf-8")
    text = text.replace('code = "KP04"', 'code = "ZZ04"').replace(
        'dims = ["party"]', 'dims = ["x"]'
    )
    file = tmp_path / "elements.toml"
    file.write_text(text, "utf-8")

    found = "\n".join(faults(file))
    assert "ZZ04" in found
    assert {"PL01", "PL02", "PL09-PARPOL"} <= {line.partition(":")[0] for line in found.split("\n")}
