"""Learned weights are added up, and what each word adds can be told."""

from __future__ import annotations

from math import log, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.budget.screening.learned import (
    CONTEXT,
    LearnedModel,
    pieces_of,
    strength,
)

CODE = "2.17.07.2.01.0015"
weights = st.floats(-5, 5, allow_nan=False)


def model_for(name: str, weight: float = 1.0, start: float = -0.5) -> LearnedModel:
    pieces = dict.fromkeys(pieces_of(name), weight)
    return LearnedModel(
        start, pieces, dict.fromkeys(pieces, 2.0), {"bidang 2.17": 0.6, "perangkat 7": -0.2}
    )


def test_pieces_do_not_cross_words_and_hold_the_word_itself():
    assert pieces_of("Ibu-A") == [
        *(" i", "ib", "bu", "u ", " ib", "ibu", "bu ", " ibu", "ibu ", " ibu "),
        *(" a", "a ", " a "),
    ]
    assert " pelatihan " in pieces_of("PELATIHAN")
    assert pieces_of("– (…)") == []


def test_a_score_added_up_with_a_pencil():
    # One piece twice and one once: (1 + ln 2)·2 and 1·3, to the length 1, then weighed.
    model = LearnedModel(0.25, {" a": 2.0, "b ": -1.0}, {" a": 2.0, "b ": 3.0}, {})
    twice, once = (1 + log(2)) * 2, 3.0

    expected = 0.25 + (2.0 * twice - once) / sqrt(twice**2 + once**2)

    assert model.score("ab a", CODE, "1") == pytest.approx(expected)


@given(st.lists(st.sampled_from(["Pelatihan", "UMKM", "bagi", "Ibu-Ibu", "Gedung"]), max_size=5))
def test_the_parts_of_the_words_are_the_score(words):
    name = " ".join(words)
    model = model_for("Pelatihan Ibu")
    told = model.reasons(name, CODE, "7")

    parts = sum(each.part for each in (*told.words_for, *told.words_against))
    # Parts below 0.1 are not told.
    assert model.start + parts + told.field + told.agency == pytest.approx(
        model.score(name, CODE, "7"), abs=0.1 * len(words) + 1e-9
    )
    assert (told.field, told.agency) == (CONTEXT * 0.6, CONTEXT * -0.2)


def test_words_are_told_as_written_and_for_or_against():
    model = model_for("Pelatihan")

    told = model.reasons("Gedung PELATIHAN", CODE, "7")
    against = model_for("Pelatihan", weight=-1.0).reasons("Gedung PELATIHAN", CODE, "7")

    assert [each.word for each in told.words_for] == ["PELATIHAN"]
    assert [each.word for each in against.words_against] == ["PELATIHAN"]


def test_strength_is_fifty_where_a_look_begins():
    assert (strength(0.0), strength(1000.0), strength(-1000.0)) == (50, 100, 0)
