"""Where money goes: names of places in a budget's own words, and amounts taken apart by them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.budget.whereabouts import (
    NOWHERE,
    SEVERAL,
    PlaceNames,
    apportioned,
    completed,
)
from setara.domain.foundation.money import Rupiah, total
from setara.domain.foundation.place import Place, PlaceKind

GROGOT, KUARO, IKIS, KALI = "64.01.04", "64.01.05", "64.01.06", "64.01.09"
# Names and codes of Kabupaten Paser (Kepmendagri 300.2.2-2430/2025); "Olong" is made up twice.
NAMES = PlaceNames.of(
    [
        Place("64.01", "Kabupaten Paser", PlaceKind.REGENCY, "64"),
        Place(GROGOT, "Tanah Grogot", PlaceKind.SUBDISTRICT, "64.01"),
        Place(KUARO, "Kuaro", PlaceKind.SUBDISTRICT, "64.01"),
        Place(IKIS, "Long Ikis", PlaceKind.SUBDISTRICT, "64.01"),
        Place(KALI, "Long Kali", PlaceKind.SUBDISTRICT, "64.01"),
        Place("64.01.04.1001", "Tanah Grogot", PlaceKind.WARD, GROGOT),
        Place("64.01.04.2001", "Jone", PlaceKind.VILLAGE, GROGOT),
        Place("64.01.06.2001", "Jone Utara", PlaceKind.VILLAGE, IKIS),
        Place("64.01.05.2001", "Olong", PlaceKind.VILLAGE, KUARO),
        Place("64.01.09.2001", "Olong", PlaceKind.VILLAGE, KALI),
    ]
)
AMOUNTS = st.dictionaries(
    st.sampled_from([GROGOT, KUARO, IKIS, SEVERAL, NOWHERE]),
    st.integers(0, 10**13).map(Rupiah),
    max_size=5,
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Kab. Paser, Kec. Tanah Grogot, Desa Jone", GROGOT),
        ("TANAH   GROGOT", GROGOT),
        ("Desa Jone", GROGOT),
        ("desa jone utara", IKIS),
        ("Kec. Kuaro; Kec. Long Ikis", SEVERAL),
        ("Kec. Kuaro, Desa Jone", KUARO),
        ("Jone dan Jone Utara", SEVERAL),
        ("Desa Olong", NOWHERE),
        ("Kec. Long Kali, Desa Olong", KALI),
        ("Kabupaten Paser", NOWHERE),
        ("Kuarorejo", NOWHERE),
        ("", NOWHERE),
    ],
)
def test_a_place_is_read_out_of_the_words_of_the_budget(words: str, found: str):
    assert NAMES.district_of(words) == found


def test_a_government_without_places_knows_none():
    assert PlaceNames.of([]).district_of("Kec. Kuaro") == NOWHERE


@given(st.integers(0, 10**13).map(Rupiah), AMOUNTS)
def test_the_parts_add_up_to_the_amount(amount: Rupiah, by: dict[str, Rupiah]):
    parts = apportioned(amount, by, rest=KALI)

    assert total(parts.values()) == amount
    assert all(part.amount > 0 for part in parts.values())
    assert set(parts) <= set(by) | {KALI}


@given(AMOUNTS)
def test_an_amount_taken_apart_as_it_was_known_stays_as_it_was(by: dict[str, Rupiah]):
    known = {key: money for key, money in by.items() if money.amount}

    assert apportioned(total(by.values()), by, rest=NOWHERE) == known


@given(st.integers(0, 10**13).map(Rupiah), AMOUNTS)
def test_what_no_place_is_known_of_goes_to_the_rest(whole: Rupiah, known: dict[str, Rupiah]):
    found = completed(whole, known, rest=NOWHERE)

    assert total(found.values()) == max(whole, total(known.values()))
    for key, money in known.items():
        if key != NOWHERE and money.amount:
            assert found[key] == money
