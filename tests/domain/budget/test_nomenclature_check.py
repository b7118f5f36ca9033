"""A budget is held against the nomenclature of its year, each code once, and never refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.budget.carry_over import Entry
from setara.domain.budget.nomenclature.checking import Written, YearList, by_key, unlisted
from setara.domain.budget.nomenclature.shipped import shipped_lists
from setara.domain.budget.reading.findings import Fault
from setara.domain.budget.severity import Severity
from setara.domain.language.text import Language
from setara.domain.law.nomenclature import activities

CODE, NAME = "2.08.02.2.01.0001", "Koordinasi dan Sinkronisasi PUG"


def year_list(names, *, first=2023, last=2025, is_sure=True, complete_below=("",)):
    keyed = by_key(Entry(code, name) for code, name in names.items())
    return YearList(f"Kepmendagri {first}", first, last, keyed, is_sure, complete_below)


HERE = year_list({CODE: NAME, "X.XX.01.2.01.0001": "Penyusunan Dokumen Perencanaan"})
BEFORE = year_list({"2.08.06.2.01.01": "Advokasi Hak Anak"}, first=2021, last=2022)


def found(*written, lists=(HERE, BEFORE), year=2025):
    return unlisted([Written(*each) for each in written], lists, year=year)


def kinds(*written, **given):
    return [(each.fault, each.severity, each.row) for each in found(*written, **given)]


def test_what_the_decree_has_passes_in_either_width_and_whatever_the_marks():
    assert (
        kinds(
            (2, CODE, "KOORDINASI DAN SINKRONISASI PUG."),
            (3, "2.08.02.2.01.01", NAME),
            (4, "1.02.01.2.01.0001", "Penyusunan Dokumen Perencanaan"),
        )
        == []
    )


def test_an_unknown_code_and_one_of_another_decree_are_told_apart():
    assert kinds((2, "2.08.02.2.01.0099", "Apa"), (3, "2.08.06.2.01.0001", "Advokasi")) == [
        (Fault.UNLISTED_CODE, Severity.WARNING, 2),
        (Fault.OTHER_DECREE, Severity.WARNING, 3),
    ]
    (other,) = found((3, "2.08.06.2.01.0001", "Advokasi"))
    said = other.message.say(Language.INDONESIAN)
    assert "Kepmendagri 2023" in said
    assert "Kepmendagri 2021 (2021–2022)" in said


def test_a_name_found_under_another_code_is_the_remedy():
    (one,) = found((2, "2.08.02.2.01.0099", NAME))

    assert CODE in one.remedy.say(Language.INDONESIAN)


def test_another_name_is_a_note_where_it_is_alike_and_a_warning_where_it_is_not():
    alike, unlike = "Koordinasi dan Sinkronisasi Pelaksanaan PUG", "Pembangunan Jembatan Gantung"

    assert kinds((2, CODE, alike)) == [(Fault.NAME_DIFFERS, Severity.NOTE, 2)]
    assert kinds((2, CODE, unlike)) == [(Fault.NAME_DIFFERS, Severity.WARNING, 2)]
    (one,) = found((2, CODE, unlike))
    assert NAME in one.message.say(Language.ENGLISH)
    assert unlike in one.message.say(Language.ENGLISH)


def test_a_list_that_is_not_sure_only_notes():
    unsure = year_list({CODE: NAME}, is_sure=False)

    assert {
        each.severity
        for each in found((2, "2.08.02.2.01.0099", "Apa"), (3, CODE, "Lain"), lists=[unsure])
    } == {Severity.NOTE}


def test_a_part_speaks_only_of_what_it_holds_whole():
    part = year_list({CODE: NAME}, complete_below=("2.08.02",))
    none = year_list({CODE: NAME}, complete_below=())

    asked = ((2, "2.08.02.2.01.0099", "Apa"), (3, "1.02.02.2.01.0001", "Lain"))
    assert [row for *_, row in kinds(*asked, lists=[part])] == [2]
    assert kinds(*asked, lists=[none]) == []
    assert [row for *_, row in kinds((2, CODE, "Lain"), lists=[none])] == [2]


def test_a_year_without_a_list_and_levels_above_say_nothing():
    assert kinds((2, "9.99.99.2.01.0001", "Apa"), year=2030) == []
    assert kinds((2, "2.99", "Apa"), (3, "2.08.99.2.01", "Kegiatan")) == []


def test_the_shipped_part_knows_itself_and_is_not_sure():
    lines = [each for each in activities(2025) if each.level == "sub_kegiatan"]
    lists = shipped_lists()

    assert len(lines) > 80
    assert kinds(*((2, each.code, each.name) for each in lines), lists=lists) == []
    assert kinds((2, "2.08.05.2.01.0099", "Apa"), lists=lists) == [
        (Fault.UNLISTED_CODE, Severity.NOTE, 2)
    ]
    assert kinds((2, "1.01.02.2.01.0999", "Apa"), lists=lists) == []


WRITTEN = st.lists(
    st.tuples(
        st.integers(1, 500),
        st.sampled_from([CODE, "2.08.02.2.01.0099", "2.08.06.2.01.0001", "1.02"]),
        st.sampled_from([NAME, "Lain"]),
    ),
    max_size=30,
)


@given(WRITTEN)
def test_a_code_is_spoken_of_once_and_nothing_is_an_error(written):
    told = found(*written)

    assert len(told) <= len({code for _, code, _ in written})
    assert Severity.ERROR not in {each.severity for each in told}
    for each in told:
        for language in Language:
            assert "{" not in each.message.say(language) + each.remedy.say(language)


@pytest.mark.parametrize("times", [1, 100_000])
def test_a_long_book_costs_its_codes_not_its_rows(times):
    assert len(found(*[(2, "2.08.02.2.01.0099", "Apa")] * times)) == 1
