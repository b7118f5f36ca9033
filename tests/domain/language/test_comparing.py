"""Texts compared word by word: both are read back, and no text takes long."""

from __future__ import annotations

import re
from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.language import comparing
from setara.domain.language.comparing import runs

TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
TEXTS = st.lists(st.sampled_from(["ya", "tidak", "ya.", "\n", "  ", "dan", ";"])).map(" ".join)


@given(TEXTS, TEXTS, st.sampled_from([0, 40, 5_000_000]))
def test_both_texts_are_read_back_however_little_is_compared(before: str, after: str, most: int):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(comparing, "_MOST_STEPS", most)
        found = runs(before, after, TOKEN)

    assert "".join(old for old, _ in found) == before
    assert "".join(new for _, new in found) == after
    fates = [old == new for old, new in found]
    assert all(one is not next_ for one, next_ in pairwise(fates))


def test_a_small_change_in_a_long_text_is_found():
    text = "ya " * 5_000

    assert [
        run for run in runs(f"{text}lama {text}", f"{text}baru {text}", TOKEN) if len(set(run)) > 1
    ] == [("lama", "baru")]


def test_a_long_text_is_compared_sentence_by_sentence():
    one, other = (f"{'ya dan ' * 500}{word} tamat. " for word in ("satu", "dua"))

    found = runs(f"Awal. {one}Sama. Lama.", f"Lain. {other}Sama. Baru.", TOKEN)

    assert [new for old, new in found if old == new] == ["Sama. ", "."]
    assert found[-2] == ("Lama", "Baru")


@pytest.mark.parametrize("count", [200, 700, 2_000, 20_000])
def test_no_text_takes_long(count: int):
    texts = [
        ("ya dan " * count, "dan ya ya " * count),
        ("ya. " * count, "ya. tidak. " * count),
        tuple(" ".join(f"ya {word}{n}" for n in range(count)) for word in "ab"),
    ]
    began = perf_counter()

    for before, after in texts:
        runs(before, after, TOKEN)

    # Seconds on a busy machine; without a bound the middle sizes take minutes.
    assert perf_counter() - began < 15
