"""The course of a disparity is read in numbers from which its end can be worked out."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from setara.domain.language.text import Language
from setara.domain.statistics.evidence import Evidence
from tests.domain.statistics.sentences import added, followed
from tests.domain.statistics.test_reading import EXPENDITURE, LABOUR, SEATS, numbers


def test_the_years_to_parity_follow_from_the_numbers_said():
    course = followed(LABOUR, *[(60 + 2 * i, 80) for i in range(5)])

    assert added(LABOUR, 68, 80, Evidence(series=course)) == [
        (
            "Menurut garis lurus sejak 2017 (5 periode), selisihnya berkurang rata-rata 2 persen "
            "poin per tahun dan kini 12,0 persen poin."
        ),
        (
            "Bila laju itu bertahan, kesetaraan tercapai sekitar 6 tahun setelah 2021, yaitu pada "
            "2027; ini hitungan, bukan ramalan."
        ),
    ]


def test_a_count_is_followed_by_its_index():
    course = followed(SEATS, *[(6 + i, 24 - i) for i in range(3)])

    pace, years = added(SEATS, 8, 22, Evidence(series=course))

    assert (
        "jarak indeks paritas dari 1 berkurang rata-rata 0,05682 per tahun dan kini 0,636" in pace
    )
    assert "sekitar 12 tahun setelah 2019, yaitu pada 2031" in years


@pytest.mark.parametrize(
    ("pairs_", "sentences"),
    [
        ([(60, 80), (59, 80), (58, 80)], ["bertambah rata-rata 1 persen poin", "makin lebar"]),
        ([(60, 80), (60, 80), (60, 80)], ["tidak bergerak"]),
        ([(70, 80), (75, 80), (79, 80)], []),
        ([(60, 80), (61, 80)], []),
        ([(40, 80), ("40.1", 80), ("40.2", 80)], ["rata-rata 0,1", "lebih dari 100 tahun"]),
    ],
)
def test_the_course_says_what_there_is_to_say(pairs_, sentences):
    course = followed(LABOUR, *pairs_)

    found = added(LABOUR, pairs_[-1][0], pairs_[-1][1], Evidence(series=course))

    assert len(found) == len(sentences)
    for sentence, words in zip(found, sentences, strict=True):
        assert words in sentence


def test_a_break_in_the_method_is_named():
    course = followed(EXPENDITURE, *[(2900 + 9 * i, 16000 + i) for i in range(5)], vintages="aabbb")
    short = followed(EXPENDITURE, *[(2900 + 9 * i, 16000) for i in range(4)], vintages="aabb")

    broken = added(EXPENDITURE, 2936, 16004, Evidence(series=course))
    assert broken[0].startswith("2 periode terdahulu tidak diikutkan")
    assert "sejak 2019 (3 periode)" in broken[1]
    assert (
        "Sejak metode datanya berganti"
        in added(EXPENDITURE, 2927, 16000, Evidence(series=short))[1]
    )


@given(st.lists(st.tuples(st.integers(1, 99), st.integers(1, 99)), min_size=3, max_size=6))
def test_the_pace_read_reaches_parity_in_the_years_read(figures):
    course = followed(LABOUR, *figures)
    found = added(
        LABOUR,
        figures[-1][0],
        figures[-1][1],
        Evidence(series=course),
        language=Language.ENGLISH,
    )
    assume(len(found) == 2 and "holds" in found[1] and "more than" not in found[1])

    pace, distance = numbers(found[0])[-2:]
    years = numbers(found[1])[0]
    assert pace * (years - 1) < distance <= pace * years
