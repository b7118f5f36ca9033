"""What a line became: exact ones by themselves, any other with what changed for a human's yes."""

import csv
import gzip
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.budget.carry_over import LIKELY, Match
from setara.domain.budget.carrying import Shift, Wording, carriages, reworded
from setara.domain.budget.differences import VersionLine
from setara.domain.budget.nomenclature.reading import read_list
from setara.domain.foundation.money import Rupiah

REFERENCE = Path(__file__).parents[4] / "shared/data/reference"
CODE, NAME = "2.08.02.2.01.01", "Koordinasi dan Sinkronisasi PUG"


def line(agency, code, name):
    return VersionLine(agency, code, name, Rupiah(1))


OLD = line("2.08", CODE, NAME)


def one(*new, heirs=None, old=OLD):
    (found,) = carriages([old], [line(*each) for each in new], heirs or {})
    return found


def test_the_same_agency_code_and_name_is_exact_and_the_only_proposal():
    found = one(
        ("2.08", "2.08.02.2.01.0001", "Koordinasi dan sinkronisasi PUG."),
        ("2.08", "2.08.02.2.01.0002", "Koordinasi dan Sinkronisasi PPRG"),
    )

    assert found.match is Match.EXACT
    assert [each.line.code for each in found.successors] == ["2.08.02.2.01.0001"]


def test_the_same_code_with_another_name_is_proposed_and_says_so():
    found = one(("2.08", "2.08.02.2.01.0001", "Pembangunan Jembatan Gantung"))

    assert found.match is Match.SAME_CODE
    (only,) = found.successors
    assert only.changed == (Shift.NAME,)
    assert only.likeness < LIKELY


def test_a_name_that_moved_to_another_code_comes_before_a_code_used_for_other_work():
    found = one(
        ("2.08", "2.08.02.2.01.0001", "Pembangunan Jembatan Gantung"),
        ("2.08", "2.08.02.2.01.0007", NAME),
    )

    assert found.match is Match.SAME_NAME
    assert [each.line.code for each in found.successors] == [
        "2.08.02.2.01.0007",
        "2.08.02.2.01.0001",
    ]


def test_a_name_alike_has_its_likeness_and_nothing_alike_has_none():
    alike = one(("2.08", "2.08.02.2.01.0009", "Koordinasi dan Sinkronisasi Pelaksanaan PUG"))
    none = one(("2.08", "2.08.02.2.01.0009", "Jembatan"))

    assert alike.match is Match.SIMILAR
    assert LIKELY <= alike.successors[0].likeness < 1
    assert alike.successors[0].changed == (Shift.CODE, Shift.NAME)
    assert (none.match, none.successors) == (Match.NONE, ())


def test_a_merged_agency_is_followed_but_asks():
    merged = one(("2.14", CODE, NAME), heirs={"2.08": frozenset({"2.14"})})

    assert merged.match is Match.OTHER_AGENCY
    assert merged.successors[0].changed == (Shift.AGENCY,)


def test_a_split_agency_offers_both_heirs_and_not_the_old_one():
    found = one(
        ("2.08", CODE, NAME),
        ("2.14", CODE, NAME),
        ("2.17", CODE, NAME),
        heirs={"2.08": frozenset({"2.14", "2.17"})},
    )

    assert [each.line.agency for each in found.successors] == ["2.14", "2.17"]


def test_work_that_went_elsewhere_is_found_by_its_name():
    found = one(("5.01", "5.01.02.2.01.0003", NAME), ("2.08", "2.08.02.2.01.0001", "Jembatan"))

    assert found.match is Match.SAME_NAME
    assert found.successors[0].changed == (Shift.AGENCY, Shift.CODE)


def test_what_changed_in_a_name_is_marked_word_by_word():
    words = reworded("Advokasi Kebijakan PUG", "Advokasi Pelaksanaan PUG Daerah")

    assert [(each.wording, each.text) for each in words] == [
        (Wording.KEPT, "Advokasi"),
        (Wording.GONE, "Kebijakan"),
        (Wording.NEW, "Pelaksanaan"),
        (Wording.KEPT, "PUG"),
        (Wording.NEW, "Daerah"),
    ]


LINES = st.lists(
    st.builds(
        line,
        st.sampled_from(["A", "B"]),
        st.builds("2.08.02.2.{:02}.{:04}".format, st.integers(1, 2), st.integers(1, 3)),
        st.sampled_from(["Pelatihan", "Pelatihan kader", "Sosialisasi", "Pengadaan"]),
    ),
    unique_by=lambda each: each.key,
    max_size=8,
)


@given(LINES)
def test_a_budget_carried_to_itself_is_exact_line_by_line(lines):
    for found in carriages(lines, lines, {}):
        assert found.match is Match.EXACT
        assert found.successors[0].line == found.old


@given(LINES, LINES)
def test_every_old_line_has_an_answer_and_every_proposal_is_a_new_line(old, new):
    found = carriages(old, new, {})

    assert [each.old for each in found] == old
    for each in found:
        assert all(proposal.line in new for proposal in each.successors)
        assert all(0 <= proposal.likeness <= 1 for proposal in each.successors)
        assert (each.match is Match.NONE) == (not each.successors)
        exact = [proposal for proposal in each.successors if proposal.is_exact]
        assert len(exact) <= 1
        assert (each.match is Match.EXACT) == bool(exact)


@given(st.lists(st.sampled_from("abcd"), max_size=8), st.lists(st.sampled_from("abcd"), max_size=8))
def test_kept_and_new_words_make_the_new_name_kept_and_gone_the_old_one(old, new):
    words = reworded(" ".join(old), " ".join(new))

    def said(*kinds):
        return " ".join(each.text for each in words if each.wording in kinds and each.text)

    assert said(Wording.KEPT, Wording.NEW) == " ".join(new)
    assert said(Wording.KEPT, Wording.GONE) == " ".join(old)


@pytest.mark.skipif(not REFERENCE.exists(), reason="the nomenclature lies outside the project")
def test_the_field_of_women_and_children_from_2021_to_2025():
    """Counted from the two lists; their sources stand in tests/cases/budget/nomenclature.toml."""

    def lines(name):
        with gzip.open(REFERENCE / name, "rt", encoding="utf-8", newline="") as file:
            entries = read_list(list(csv.reader(file))).entries
        return [
            line("2.08", each.code, each.name)
            for each in entries
            if each.level == "sub_kegiatan" and each.code.startswith("2.08.")
        ]

    found = carriages(
        lines("nomenklatur_kabkota_2021.csv.gz"),
        lines("nomenklatur_kabkota_2023_2025_terpakai.csv.gz"),
        {},
    )

    assert Counter(each.match for each in found) == {
        Match.EXACT: 63,
        Match.NONE: 47,
        Match.SIMILAR: 10,
    }
    by_code = {each.old.code: each for each in found}
    # In 2021 the network of services for children; by 2025 only that for women is left.
    network = by_code["2.08.07.2.02.04"]
    assert network.successors[0].line.code == "2.08.03.2.03.0004"
    assert by_code["2.08.02.2.01.03"].match is Match.NONE
