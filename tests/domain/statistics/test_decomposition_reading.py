"""A difference is taken apart in words whose numbers make it up."""

from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from setara.domain.language.text import Language, Text, same
from setara.domain.statistics.amount import PERCENT_POINTS
from setara.domain.statistics.decomposition import Factor, Stratum, das_gupta, kitagawa
from setara.domain.statistics.decomposition_reading import decomposition_reading
from tests.domain.statistics.counting import part
from tests.domain.statistics.sentences import signed


def make_up(difference, places=1):
    strata = [
        Stratum(Text("muda", "young"), part(10, 20), part(30, 40)),
        Stratum(Text("tua", "old"), part(46, 50), part(9, 20)),
    ]
    return decomposition_reading(
        kitagawa(strata),
        difference=Decimal(difference),
        unit=PERCENT_POINTS,
        places=places,
        scale=100,
    ).say(Language.INDONESIAN)


def test_a_difference_is_taken_apart_into_parts_that_make_it_up():
    assert make_up("15.0") == (
        "Dari selisih 15,0 persen poin itu, 12,7 berasal dari angka tiap kelompok dan 2,3 berasal "
        "dari susunan kelompok."
    )
    # Rounded figures may differ by one step more than the exact ones.
    assert "15,1 persen poin itu, 12,8" in make_up("15.1")


def test_another_difference_is_not_called_that_one():
    assert make_up("20.0").startswith("Dari selisih 15,0 persen poin yang diuraikan")


def test_no_difference_is_not_taken_apart():
    still = das_gupta([Factor(same("x"), (Decimal(2),), (Decimal(2),))])
    found = decomposition_reading(still, difference=Decimal(0), unit=PERCENT_POINTS, places=0)

    assert "Tidak ada selisih" in found.say(Language.INDONESIAN)


PARTS = st.lists(st.tuples(st.integers(1, 50), st.integers(51, 99)), min_size=2, max_size=4)


@given(PARTS, st.integers(0, 2))
def test_the_parts_read_add_up_to_the_difference_read(factors, places):
    found = das_gupta(
        [
            Factor(same(f"f{chr(97 + i)}"), (Decimal(a),), (Decimal(b),))
            for i, (a, b) in enumerate(factors)
        ]
    )
    shown = Decimal(round(found.total * 10**places)).scaleb(-places)
    assume(shown)

    sentence = decomposition_reading(
        found, difference=shown, unit=same("orang"), places=places
    ).say(Language.ENGLISH)

    total, *sizes = signed(sentence)
    assert sum(sizes) == total == abs(shown)
