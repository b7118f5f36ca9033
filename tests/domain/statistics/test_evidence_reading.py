"""What a reading adds from evidence: chance, noise, course, rank, make-up, in the same numbers."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Language, same
from setara.domain.statistics.card import Collection
from setara.domain.statistics.chance_reading import chance_reading, limits_shown
from setara.domain.statistics.counted import counted
from setara.domain.statistics.decomposition import Stratum, kitagawa
from setara.domain.statistics.disparity import Behind
from setara.domain.statistics.element import Measure, Polarity
from setara.domain.statistics.evidence import Evidence
from setara.domain.statistics.interval import Interval, Method
from setara.domain.statistics.observation import Nothing
from setara.domain.statistics.per_capita import per_capita
from setara.domain.statistics.ranking import Ranked
from setara.domain.statistics.sampling import (
    REGISTER,
    SAMPLE,
    Sampling,
    Taken,
    chance,
    change,
)
from tests.domain.statistics.counting import pair, pairs
from tests.domain.statistics.sentences import added, followed, signed
from tests.domain.statistics.test_reading import (
    BAND,
    DEATHS,
    LABOUR,
    SEATS,
    numbers,
    read,
)

TODAY = date(2022, 6, 16)
NOW, BEFORE = pair((56, 70), (48, 80)), pair((50, 70), (40, 80))
SHIFTED = pair((20, 70), (70, 80))


def test_a_survey_says_how_far_the_difference_reaches():
    found = added(LABOUR, 80, 60, Evidence(chance=chance(NOW, SAMPLE)))

    assert found == [
        (
            "Selisih itu dapat bernilai antara 5,2 dan 33,4 persen poin (selang kepercayaan 95%, "
            "metode skor hibrida Newcombe); nol tidak termasuk di dalamnya, jadi perbedaannya "
            "bukan sekadar kebetulan sampel."
        )
    ]
    english = added(LABOUR, 80, 60, Evidence(chance=chance(NOW, SAMPLE)), language=Language.ENGLISH)
    assert english == [
        (
            "That difference may lie between 5.2 and 33.4 percentage points (95% confidence "
            "interval, Newcombe's hybrid score method); zero does not lie within, so the "
            "difference is more than the chance of a sample."
        )
    ]


def test_the_limits_belong_to_the_higher_minus_the_lower():
    found = added(LABOUR, 60, 80, Evidence(chance=chance(NOW.turned, SAMPLE)))

    assert "antara 5,2 dan 33,4 persen poin" in found[0]


def test_what_may_be_chance_is_said_to_be():
    [sentence] = added(LABOUR, "8.9", 0, Evidence(chance=chance(pair((5, 56), (0, 29)), SAMPLE)))

    assert "antara −3,8 dan 19,3 persen poin" in sentence
    assert "belum dapat dibedakan dari kebetulan" in sentence


def test_a_register_says_that_it_has_no_interval_or_what_it_would_be():
    plain = added(LABOUR, 80, 60, Evidence(chance=chance(NOW, REGISTER)))
    assumed = chance(NOW, REGISTER, as_if_sampled=True)
    hypothetical = added(SEATS, 56, 48, Evidence(chance=assumed))

    assert plain == [
        "Angka ini pencatatan lengkap, bukan sampel, sehingga tidak mempunyai selang kepercayaan."
    ]
    assert hypothetical[0].startswith(
        "Selisih proporsi keduanya dapat bernilai antara 5,2 dan 33,4"
    )
    assert "seandainya pencatatan lengkap ini dianggap sampel" in hypothetical[0]
    assert "kebetulan" not in hypothetical[0]


def test_a_survey_without_bases_says_why_it_has_no_interval():
    missing = counted(Sex.FEMALE, Decimal(3), Nothing.NOT_REPORTED)

    found = added(LABOUR, 80, 60, Evidence(chance=chance(missing, SAMPLE)))

    assert found == ["Untuk perempuan, penyebut tidak ada: belum dilaporkan."]


def test_the_relative_error_gives_its_class():
    survey = Sampling(Collection.SAMPLE, Decimal("1.5"), (Decimal("12.5"), Decimal("31.2")))

    found = added(LABOUR, 80, 60, Evidence(chance=chance(NOW, survey)))

    assert found[1] == (
        "Kesalahan baku relatif (RSE) tertinggi pada angka ini 31,2%: gunakan dengan hati-hati."
    )


def since(after, first=SAMPLE, second=SAMPLE, now=(80, 60), before=(71, 50)):
    found = change(Taken(BEFORE, first), Taken(after, second))
    sentences = read(LABOUR, *now, before=before, evidence=Evidence(change=found))
    return [sentence for sentence in sentences if "ubah" in sentence]


def test_a_change_within_chance_is_not_called_a_change():
    [sentence] = since(NOW)

    assert sentence.startswith("Perubahan sejak 2020 belum dapat dibedakan dari kebetulan")
    assert sentence.endswith("dan nol termasuk di dalamnya.")


def test_a_change_beyond_chance_is_told_and_confirmed():
    told, confirmed = since(SHIFTED)

    assert told.startswith("Dibandingkan dengan 2020")
    assert "bukan sekadar kebetulan sampel" in confirmed


def test_a_change_between_registers_is_never_noise():
    told, confirmed = since(NOW, REGISTER, REGISTER)

    assert told.startswith("Dibandingkan dengan 2020")
    assert "pencatatan lengkap" in confirmed


def test_a_change_that_cannot_be_judged_says_why():
    assert "tidak dibandingkan" in since(NOW, REGISTER, SAMPLE)[1]


@pytest.mark.parametrize("sampling", [SAMPLE, REGISTER])
def test_no_change_is_not_asked_about(sampling):
    found = since(BEFORE, sampling, sampling, now=(71, 50))

    assert len(found) == 1
    assert "tidak berubah" in found[0]


def test_without_a_trend_there_is_no_change_to_judge():
    found = change(Taken(BEFORE, SAMPLE), Taken(NOW, SAMPLE))
    sentences = read(LABOUR, 80, 60, before=(71, Nothing.REFUSED), evidence=Evidence(change=found))

    assert [s for s in sentences if "kebetulan" in s] == []
    assert any("tidak dapat dinilai" in s for s in sentences)


def test_a_rank_says_among_how_many_and_by_what():
    rank = Ranked("a", 3, 87, Decimal("0.831"), Behind.WOMEN, Decimal(1200))

    assert added(LABOUR, 68, 80, Evidence(rank=rank)) == [
        (
            "Dari 87 kesenjangan yang dapat diperbandingkan, ini peringkat 3: jaraknya dari "
            "kesetaraan 0,831 pada skala 0 sampai 1, menyangkut 1.200 perempuan."
        )
    ]


@pytest.mark.parametrize(
    ("rank", "end"),
    [
        (Ranked("a", 1, 2, Decimal("0.5"), Behind.MEN, Decimal(9)), "menyangkut 9 laki-laki."),
        (Ranked("a", 1, 2, Decimal("0.5"), Behind.MEN, None), "pada skala 0 sampai 1."),
        (Ranked("a", 1, 1, Decimal("0.5"), Behind.MEN, None), "pada skala 0 sampai 1."),
    ],
)
def test_a_rank_says_no_more_than_is_known(rank, end):
    [sentence] = added(LABOUR, 68, 80, Evidence(rank=rank))

    assert sentence.endswith(end)
    assert ("peringkat" in sentence) == (rank.out_of > 1)


def test_rates_are_told_beside_bare_cases_and_judged_in_their_place():
    found = per_capita(
        pair((30, 1000), (40, 4000)), per=1000, polarity=Polarity.LOWER_IS_BETTER, band=BAND
    )
    sentences = read(DEATHS, 30, 40, evidence=Evidence(per_capita=found))

    assert "Dari setiap 1.000 perempuan ada 30,0 kasus, dari setiap 1.000 laki-laki 10,0." in (
        sentences
    )
    assert (
        "Bagian perempuan 42,9% di antara kasus itu dan 20,0% di antara penduduk yang menjadi "
        "penyebutnya."
    ) in sentences
    assert any(s.startswith("Perempuan tertinggal") for s in sentences)
    assert not any("belum diperhitungkan" in s for s in sentences)


def test_no_case_has_no_share_to_tell():
    nobody = per_capita(pair((0, 9), (0, 9)), polarity=Polarity.LOWER_IS_BETTER, band=BAND)

    assert len(added(DEATHS, 0, 0, Evidence(per_capita=nobody))) == 1


def test_a_reading_takes_the_make_up_in():
    strata = [Stratum(same("semua"), NOW.women, NOW.men)]
    found = added(LABOUR, 80, 60, Evidence(decomposition=kitagawa(strata), decomposition_scale=100))

    assert found == [
        (
            "Dari selisih 20 persen poin itu, 20 berasal dari angka tiap kelompok dan 0 berasal "
            "dari susunan kelompok."
        )
    ]


@given(pairs(), st.integers(0, 2))
def test_the_limits_read_are_on_the_side_of_zero_the_sentence_says(sides, places):
    [sentence] = [
        each.say(Language.ENGLISH)
        for each in chance_reading(
            chance(sides, SAMPLE),
            measure=Measure.RATE,
            women_are_higher=sides.difference >= 0,
            places=places,
            today=TODAY,
        )
    ]

    lower, upper, level = signed(sentence)
    assert level == 95
    assert lower <= upper
    assert ("cannot be told" in sentence) == (lower <= 0 <= upper)


@given(pairs(least=1))
def test_the_difference_read_lies_within_the_limits_read(sides):
    women, men = (round(100 * Fraction(side.rate), 2) for side in (sides.women, sides.men))
    limits = chance(sides, SAMPLE).difference.scaled(100)

    lower, upper = limits_shown(limits, 2)
    assert float(lower) - 0.015 <= float(women - men) <= float(upper) + 0.015


def test_limits_without_an_upper_end_are_shown_without_one():
    open_ended = Interval(Method.SCORE, Decimal("0.95"), Decimal("0.44"), None)

    assert limits_shown(open_ended, 1) == (Decimal("0.4"), None)


@given(st.lists(st.decimals(10, 90, places=4), min_size=6, max_size=6))
def test_every_sentence_names_the_same_difference(values):
    figures = list(zip(values[::2], values[1::2], strict=True))
    course = followed(LABOUR, *figures, places=2)
    sentences = read(
        LABOUR,
        *figures[2],
        year=2019,
        before=figures[1],
        language=Language.ENGLISH,
        evidence=Evidence(series=course),
    )

    women, men = numbers(sentences[0])[-2:]
    for sentence in sentences:
        told = sentence.partition(" ratio")[0]
        if told.startswith("By a straight line") or "difference went from" in told:
            assert numbers(told)[-1] == abs(women - men)
