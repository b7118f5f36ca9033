"""Zero divisors, missing figures, scales, and EIGE's metric."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from setara.domain.indices import UnusableInput
from setara.domain.indices.arithmetic import rounded
from setara.domain.indices.composite import composite_from
from setara.domain.indices.composite.shipped import shipped, shipped_names
from setara.domain.indices.computing import computed
from setara.domain.indices.worksheet import NEWEST, Worksheet
from setara.domain.language.text import Language
from tests.domain.indices.composite.written import HEAD, block, indicator, measures
from tests.domain.indices.test_every_explanation import figures_of
from tests.domain.indices.working import worked_out

BOTH = 'female = "f"\nmale = "m"\n'


def of_sexes(lines="", more="", members='["s"]', kind=""):
    scores = indicator("s", f"{BOTH}{lines}")
    return composite_from(HEAD + block("kota", members, kind) + scores + measures("f", "m") + more)


# The prefectural index of Japan: without men, and without anybody, women stand level.
JAPAN = of_sexes("divisor_zero = 1\nboth_zero = 1\nbenchmark = 1\n")


@pytest.mark.parametrize(("women", "men"), [(3, 0), (0, 0), (4, 4), (9, 2)])
def test_as_in_japan_women_stand_level_without_men(women, men):
    assert computed(JAPAN, {"f": women, "m": men}).unrounded == 1


def test_a_zero_divisor_is_refused_unless_the_file_says_what_it_counts():
    for index, women in ((of_sexes(), 3), (of_sexes("divisor_zero = 1\n"), 0)):
        with pytest.raises(UnusableInput) as caught:
            computed(index, {"f": women, "m": 0})
        told = [fault.reason.say(Language.ENGLISH) for fault in caught.value.faults]
        assert any("divisor is zero" in each for each in told)


def test_an_undefined_ratio_counts_as_missing_where_others_are_enough():
    index = of_sexes(more=measures("x"), members='["s", "x"]', kind="at_least = 1\n")

    found = computed(index, {"f": 3, "m": 0, "x": Decimal("0.4")})
    assert found.unrounded == Decimal("0.4")
    assert "s" not in found.steps
    (doubt,) = found.doubts
    assert "counted as missing" in doubt.reason.say(Language.ENGLISH)


def test_a_rule_for_zero_is_told_as_a_value_of_the_definition():
    (score, _) = computed(JAPAN, {"f": 0, "m": 0}).explain().steps

    rule = next(term for term in score.terms if term.symbol == "kosong_s")
    assert rule.value == 1
    assert rule.parameter is not None
    assert rule.parameter.locator == "uji"


def test_a_given_ratio_that_is_not_that_of_the_figures_is_doubted():
    index = of_sexes('given = "r"\nbenchmark = 1\n', more=measures("r"))

    # The benchmark cuts both, and a ratio is that of figures before they were rounded.
    for ratio in ("1", "1.49", "0.96"):
        assert computed(index, {"f": 3, "m": 2, "r": Decimal(ratio)}).doubts == ()
    (doubt,) = computed(index, {"f": 1, "m": 2, "r": Decimal("0.97")}).doubts
    assert doubt.measures == ("r", "f", "m")


def test_the_given_ratio_goes_before_that_of_the_figures():
    index = of_sexes('given = "r"\n', more=measures("r"))

    assert computed(index, {"f": 1, "m": 2, "r": Decimal("0.51")}).unrounded == Decimal("0.51")
    assert computed(index, {"f": 1, "m": 2}).unrounded == Decimal("0.5")
    assert computed(index, {"f": 1, "r": Decimal("0.51")}).unrounded == Decimal("0.51")
    with pytest.raises(UnusableInput):
        computed(index, {"f": 1})


@pytest.mark.parametrize(("present", "is_enough"), [("ab", True), ("abc", True), ("a", False)])
def test_at_least_so_many_members_must_be_there(present, is_enough):
    index = composite_from(
        HEAD
        + block("kota", '["atas", "d"]', "at_least = 2\n")
        + block("atas", '["a", "b", "c"]', "at_least = 2\n")
        + measures(*"abcd")
    )
    figures = dict.fromkeys([*present, "d"], Decimal("0.5"))

    if is_enough:
        assert computed(index, figures).unrounded == Decimal("0.5")
        return
    with pytest.raises(UnusableInput) as caught:
        computed(index, figures)
    (fault,) = caught.value.faults
    assert fault.measures == ("b", "c")
    assert "at least 2 of its 3" in fault.reason.say(Language.ENGLISH)


def test_a_measure_is_optional_where_some_block_can_do_without():
    index = composite_from(
        HEAD
        + block("kota", '["atas", "d"]')
        + block("atas", '["a", "b"]', "at_least = 1\n")
        + measures(*"abd")
    )

    assert {each.key for each in index.measures if not each.optional} == {"d"}


@pytest.mark.parametrize(
    ("x", "expected"), [(0, 0), (10, 0), (31.6227766, 0.5), (100, 1), (999, 1)]
)
def test_a_logarithmic_scale_ends_at_its_goalposts(x, expected):
    posts = "goalposts = { minimum = 10, maximum = 100, logarithm = true }\n"
    index = composite_from(
        HEAD + block("kota", '["s"]') + indicator("s", f'value = "x"\n{posts}') + measures("x")
    )

    assert float(computed(index, {"x": x}).unrounded) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize(
    ("women", "average", "total", "expected"),
    [
        # 1 + 99 · √(64/100) · (1 − |40/50 − 1|) = 1 + 99 · 0.8 · 0.8
        (40, 50, 64, "64.36"),
        (60, 50, 64, "64.36"),
        (50, 50, 100, "100"),
        (50, 50, 400, "100"),
        (0, 50, 100, "1"),
        (150, 50, 100, "1"),
    ],
)
def test_the_metric_of_eige(women, average, total, expected):
    gamma = 'gamma = { women = "w", average = "avg", total = "t", maximum = 100 }\n'
    index = composite_from(
        HEAD + block("kota", '["s"]') + indicator("s", gamma) + measures("w", "avg", "t")
    )

    found = computed(index, {"w": women, "avg": average, "t": total})
    assert rounded(found.unrounded, 10) == Decimal(expected)


def test_a_zero_pulls_geometric_and_harmonic_means_to_zero():
    for mean in ("geometric", "harmonic"):
        for members in ('["a", "b"]', "{ a = 0.3, b = 0.7 }"):
            index = composite_from(
                HEAD + block("kota", members, f'mean = "{mean}"\n') + measures("a", "b")
            )
            for figures in ({"a": 0, "b": 5}, {"a": 0, "b": 0}):
                found = computed(index, figures)
                assert found.unrounded == 0
                assert worked_out(found.explain().steps[-1]) == 0


@pytest.mark.parametrize("mean", ["arithmetic", "geometric", "harmonic"])
def test_a_mean_of_many_equal_values_is_that_value_even_in_floats(mean):
    keys = [f"m{number}" for number in range(200)]
    members = f"[{', '.join(repr(key) for key in keys)}]"
    index = composite_from(HEAD + block("kota", members, f'mean = "{mean}"\n') + measures(*keys))

    sheet = Worksheet(dict.fromkeys(keys, 900.0), NEWEST)
    assert index.methods[0].formula(sheet) == pytest.approx(900)


def test_the_town_of_the_example_worked_out_by_hand():
    figures = {
        "kerja_perempuan": Decimal("47.51"),
        "kerja_laki_laki": Decimal("84.22"),
        "penghasilan_perempuan": 2_400_000,
        "persalinan_luar_faskes": Decimal("12.5"),
        "lama_sekolah_perempuan": Decimal("8.36"),
        "lama_sekolah_laki_laki": Decimal("9.15"),
        "putus_sekolah_perempuan": 12,
        "putus_sekolah_laki_laki": 21,
        "kursi_perempuan": 20,
        "ketua_rw_perempuan": 9,
        "ketua_rw_laki_laki": 111,
        "musrenbang_perempuan": 42,
        "musrenbang_laki_laki": 104,
    }
    economy = 0.6 * 47.51 / 84.22 + 0.4 * 0.5236171
    living = 2 / (1 / (47.5 / 60) + 1 / ((8.36 / 9.15 + 1) / 2))
    voice = (20 / 50 + 9 / 111 + 42 / 104) / 3

    found = computed(shipped("contoh_kota"), figures)

    expected = 100 * economy**0.4 * living**0.35 * voice**0.25
    assert float(found.unrounded) == pytest.approx(expected, abs=1e-5)
    assert found.published == Decimal("55.10")


@pytest.mark.parametrize("name", ["contoh_kota", "gggi_daerah"])
@given(data=st.data())
def test_definitions_outside_the_registry_explain_themselves_as_well(name, data):
    index = shipped(name)
    try:
        result = computed(index, data.draw(figures_of(index)))
    except UnusableInput:
        assume(False)

    steps = result.explain().steps
    assert {step.key: step.value for step in steps} == dict(result.steps)
    for step in steps:
        assert worked_out(step) == pytest.approx(float(step.value), rel=1e-6, abs=1e-9), step.key


def test_every_shipped_definition_is_sound_and_says_where_it_is_from():
    assert shipped_names() == ("contoh_kota", "eige", "gggi", "gggi_daerah", "gggi_subindices")
    for name in shipped_names():
        assert shipped(name).key == name
