"""What a GAP says is held against its figures, whatever the order of the words."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.budget.pathway import Pathway
from setara.domain.budget.rule_book import SENTENCES
from setara.domain.budget.substance import findings
from setara.domain.budget.weak_words import OtherPathway, texts_of
from setara.domain.budget.words_and_figures import claimed_larger
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Language
from setara.domain.statistics.element import PopulationType
from tests.domain.budget.examples import TODAY, datum, exemplar

MEN, WOMEN = Sex.MALE, Sex.FEMALE


def rules(pathway: Pathway, **given: object) -> list[str]:
    return [each.rule for each in findings(pathway, today=TODAY, **given)]


def saying(text: str, *, male: int, female: int) -> Pathway:
    """The exemplar with one factor and the datum that shows it."""
    row = datum(2, "Peserta", male=male, female=female)
    note = replace(exemplar().factors[1], text=text)
    return replace(exemplar(), data=(row,), factors=(note,), baselines=(), indicators=())


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        ("Musrenbang didominasi laki-laki", MEN),
        ("Kegiatan didominasi oleh kaum  Perempuan.", WOMEN),
        ("Partisipasi lebih banyak diikuti oleh laki-laki", MEN),
        ("Perempuan masih lebih sedikit", MEN),
        ("peserta perempuan jauh lebih rendah", MEN),
        ("Laki-laki lebih sedikit dalam kegiatan posyandu", WOMEN),
        ("Sebagian besar adalah ibu rumah tangga", WOMEN),
        ("Laki-laki masih mendominasi pengambilan keputusan", MEN),
        ("Hanya sebagian kecil perempuan yang hadir", MEN),
        ("Perempuan dan laki-laki sama-sama hadir", None),
        ("Lebih banyak laki-laki di kota, lebih banyak perempuan di desa", None),
        ("Informasi disampaikan melalui ketua kelompok", None),
    ],
)
def test_a_sentence_says_of_whom_there_are_more(text: str, sex: Sex | None):
    assert claimed_larger(text) is sex


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_a_claim_is_doubted_exactly_where_the_figures_say_the_opposite(male: int, female: int):
    found = rules(saying("Kegiatan ini didominasi laki-laki", male=male, female=female))

    assert ("GAP-02" in found) == (female > male)


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("Perempuan hanya 23,3 persen dari peserta", False),
        ("Perempuan hanya 23% dari peserta", False),
        ("Perempuan hanya 32,3% dari peserta", True),
        ("Laki-laki 76.7% dari peserta", False),
        ("Pada tahun 2023 ada 21 perempuan", False),
    ],
)
def test_a_per_cent_in_a_sentence_is_one_its_data_give(text: str, is_found: bool):
    assert ("GAP-13" in rules(saying(text, male=69, female=21))) is is_found


@pytest.mark.parametrize("kind", list(PopulationType))
def test_figures_of_staff_or_everybody_alone_do_not_carry_an_analysis(kind: PopulationType):
    rows = tuple(replace(each, population_type=kind) for each in exemplar().data)
    alone = rules(replace(exemplar(), data=rows))
    beside = rules(replace(exemplar(), data=(*rows[:2], exemplar().data[2])))

    beyond = kind in {PopulationType.OFFICIALS, PopulationType.POPULATION}
    assert ("GAP-03" in alone) is beyond
    assert "GAP-03" not in beside


def test_where_all_is_at_parity_the_gap_is_asked_for():
    assert "GAP-16" in rules(saying("Ikut serta dalam kegiatan", male=500, female=499))
    assert "GAP-16" not in rules(saying("Ikut serta dalam kegiatan", male=600, female=400))


@pytest.mark.parametrize("text", ["-", "Tidak ada", "dst.", "kurang sosialisasi"])
def test_words_that_say_nothing_are_named(text: str):
    causes = (replace(exemplar().causes[0], text=text), *exemplar().causes[1:])

    assert "GAP-14" in rules(replace(exemplar(), causes=causes))


def test_a_cause_is_not_its_factor_again_and_nothing_stands_twice():
    note, cause, action = exemplar().factors[0], exemplar().causes[0], exemplar().actions[0]
    echo = replace(
        exemplar(), causes=(replace(cause, text=f"{note.text}."), *exemplar().causes[1:])
    )
    twice = replace(exemplar(), actions=(*exemplar().actions, replace(action, key=99)))

    assert "GAP-15" in rules(echo)
    assert "GAP-15" in rules(twice)


def test_an_analysis_pasted_from_another_is_named_with_the_other():
    copy = OtherPathway("GAP 2.17.07 tahun 2024", texts_of(exemplar()))
    words = tuple(f"{number} {text[::-1]}" for number, text in enumerate(texts_of(exemplar())))

    (found,) = [
        each for each in findings(exemplar(), today=TODAY, others=[copy]) if each.rule == "GAP-09"
    ]
    assert "100% sama dengan GAP 2.17.07 tahun 2024" in found.message.say(Language.INDONESIAN)
    assert "GAP-09" not in rules(exemplar(), others=[OtherPathway("lain", words)])


@pytest.mark.parametrize("target", ["-1", "101"])
def test_a_target_that_cannot_be_is_named(target: str):
    indicators = (
        *exemplar().indicators[:1],
        replace(exemplar().indicators[1], target=Decimal(target)),
    )

    assert "GAP-17" in rules(replace(exemplar(), indicators=indicators))


def test_a_typed_per_cent_beyond_a_hundred_is_named():
    row = datum(2, "x", male=50, female=50, stated_female_percent=Decimal(4300))

    assert "GAP-18" in rules(replace(exemplar(), data=(row, exemplar().data[2])))


def test_a_rule_can_be_switched_off_and_each_has_its_sentence():
    weak = saying("Didominasi laki-laki", male=1, female=2)

    assert "GAP-02" in rules(weak)
    assert "GAP-02" not in rules(weak, off={"GAP-02"})
    assert set(SENTENCES) == {f"GAP-{number:02}" for number in (*range(1, 31), *range(40, 49))}
    assert date(2025, 6, 16) == TODAY
