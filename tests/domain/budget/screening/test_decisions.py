"""What may be learned from: one word a name, and nothing held back that was learned."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from setara.domain.budget.screening.decisions import (
    FEWEST_OF_A_KIND,
    Decided,
    can_be_learned,
    counted,
    examples_of,
    held_back,
    plain_words,
)
from setara.domain.language.text import Language

NAMES = ["Pelatihan UMKM", "pelatihan  umkm", "Pelatihan, UMKM", "Gaji ASN", "Pasar", "Posyandu"]
CODES = ["2.17.07.2.01.0015", "1.02.02.2.02.0009", "5.02.02.2.01.0001", "X.XX.01.2.02.0001"]
decisions = st.lists(
    st.builds(
        Decided,
        st.sampled_from(NAMES),
        st.sampled_from(CODES),
        st.sampled_from("ab"),
        st.booleans(),
    ),
    max_size=30,
)


def many(kind: str, count: int, *, is_responsive: bool) -> list[Decided]:
    return [
        Decided(f"{kind} ke-{i}", f"1.01.02.2.01.{i:04}", "1", is_responsive) for i in range(count)
    ]


@given(decisions)
def test_held_back_lines_share_neither_name_nor_code_with_what_is_learned(decided):
    parts = held_back(decided)

    assert sorted(place for part in parts for place in part) == list(range(len(decided)))
    for part in parts:
        outside = [each for place, each in enumerate(decided) if place not in set(part)]
        for place in part:
            assert plain_words(decided[place].name) not in {plain_words(e.name) for e in outside}
            assert decided[place].code not in {e.code for e in outside}


@given(decisions)
def test_parts_do_not_depend_on_chance(decided):
    assert held_back(decided) == held_back(list(decided))


@given(decisions)
def test_a_name_teaches_each_answer_once(decided):
    examples = examples_of(decided)

    taught = [(plain_words(each.name), each.is_responsive) for each in examples]
    assert len(set(taught)) == len(taught)


def test_both_kinds_are_spread_over_the_parts():
    yes = [Decided(f"Bantuan {i}", f"1.01.02.2.01.{i:04}", "1", True) for i in range(40)]
    no = [Decided(f"Kantor {i}", f"1.02.02.2.01.{i:04}", "1", False) for i in range(80)]

    for part in held_back([*yes, *no]):
        assert counted([[*yes, *no][place] for place in part]) == counted([*yes[:8], *no[:16]])


def test_an_agency_takes_its_word_back_and_another_does_not():
    first = Decided("Pelatihan UMKM", CODES[0], "1", is_responsive=True)
    later = Decided("pelatihan umkm", CODES[0], "1", is_responsive=False)
    elsewhere = Decided("Pelatihan UMKM", CODES[0], "2", is_responsive=True)

    assert [each.is_responsive for each in examples_of([first, later])] == [False]
    assert [each.is_responsive for each in examples_of([first, later, elsewhere])] == [False, True]


def test_too_few_decisions_say_how_many_there_are():
    yes = many("Bantuan", FEWEST_OF_A_KIND, is_responsive=True)
    no = many("Kantor", FEWEST_OF_A_KIND - 1, is_responsive=False)

    verdict = can_be_learned([*yes, *no])

    assert not verdict.allowed
    assert "40 nama" in verdict.reason.say(Language.INDONESIAN)
    assert "39 yang dilihat" in verdict.reason.say(Language.INDONESIAN)


def test_decisions_all_tied_together_by_one_code_cannot_be_tested():
    tied = [
        Decided(f"{kind} {i}", CODES[0], "1", kind == "Bantuan")
        for i in range(FEWEST_OF_A_KIND)
        for kind in ("Bantuan", "Kantor")
    ]

    verdict = can_be_learned(tied)

    assert "terlalu serupa" in verdict.reason.say(Language.INDONESIAN)


def test_enough_of_both_kinds_may_be_learned():
    yes = many("Bantuan", FEWEST_OF_A_KIND, is_responsive=True)
    no = [
        Decided(f"Kantor {i}", f"5.01.02.2.01.{i:04}", "2", False) for i in range(FEWEST_OF_A_KIND)
    ]

    assert can_be_learned([*yes, *no]).allowed
