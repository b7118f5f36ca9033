"""A faulty definition is refused at its lines, every fault at once, in both languages."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.indices.composite import FaultyDefinition, composite_from
from setara.domain.indices.composite.shipped import definition_text, shipped_names
from setara.domain.indices.computing import computed
from setara.domain.language.text import Language
from tests.domain.indices.composite.written import HEAD, block, indicator, measures

SOUND = HEAD + block("kota", "{ a = 0.5, b = 0.5 }") + measures("a", "b")


def faults(text):
    with pytest.raises(FaultyDefinition) as caught:
        composite_from(text, "kota.toml")
    return caught.value.faults


def told(text, language=Language.ENGLISH):
    return [(fault.line, fault.reason.say(language)) for fault in faults(text)]


def line_of(text, part):
    return next(number for number, line in enumerate(text.splitlines(), 1) if part in line)


RING = (
    HEAD
    + block("kota", '["satu", "a"]')
    + block("satu", '["dua"]')
    + block("dua", '["tiga"]')
    + block("tiga", '["satu"]')
    + measures("a")
)
LOWER = 'polarity = "lower"\n'


def scored(lines, more=""):
    return HEAD + block("kota", '["s"]') + indicator("s", lines) + measures("x") + more


REFUSED = {
    "a ring": (RING, '["satu"]', "satu → dua → tiga → satu"),
    "a block in itself": (
        SOUND.replace("{ a = 0.5, b = 0.5 }", '["a", "b", "kota"]'),
        'kota"]',
        "ring",
    ),
    "weights below one": (SOUND.replace("b = 0.5", "b = 0.4"), "b = 0.4", "sum to 0.9, not 1"),
    "weights beyond the tolerance": (
        SOUND.replace("b = 0.5 }", "b = 0.49 }\ntolerance = 0.005"),
        "b = 0.49",
        "tolerance 0.005",
    ),
    "a tolerance that is none": (
        SOUND.replace("b = 0.5 }", "b = 0.5 }\ntolerance = 0.5"),
        "tolerance",
        "0 to 0.05",
    ),
    "a negative weight": (
        SOUND.replace("a = 0.5, b = 0.5", "a = 1.5, b = -0.5"),
        "b = -0.5",
        "weight of “b” is −0.5",
    ),
    "a weight of zero": (SOUND.replace("a = 0.5, b = 0.5", "a = 1, b = 0"), "b = 0", "above zero"),
    "a weight that is text": (
        SOUND.replace("b = 0.5", 'b = "=1/2"'),
        "=1/2",
        "must be an ordinary number",
    ),
    "a weight that is no number": (SOUND.replace("b = 0.5", "b = nan"), "nan", "not “NaN”"),
    "a weight without end": (SOUND.replace("b = 0.5", "b = inf"), "b = inf", "not “Infinity”"),
    "a weight beyond paper": (SOUND.replace("b = 0.5", "b = 1e-99999"), "e-99999", "number"),
    "a truth for a weight": (SOUND.replace("b = 0.5", "b = true"), "true", "not “True”"),
    "an unknown member": (SOUND.replace("b = 0.5", "c = 0.5"), "c = 0.5", "“c” is no measure"),
    "a slip of the pen": (
        HEAD + block("kota", '["pendapatan_perempuann"]') + measures("pendapatan_perempuan"),
        "perempuann",
        "Is “pendapatan_perempuan” meant?",
    ),
    "an unknown measure": (scored('value = "y"\n'), "[indicators.s]", "“y” is no measure"),
    "an empty list": (SOUND.replace("{ a = 0.5, b = 0.5 }", "[]"), "members", "block is empty"),
    "an empty table": (SOUND.replace("{ a = 0.5, b = 0.5 }", "{}"), "members", "block is empty"),
    "a member twice": (
        SOUND.replace("{ a = 0.5, b = 0.5 }", '["a", "b", "a"]'),
        '"a", "b"',
        "twice",
    ),
    "no block of its name": (
        SOUND.replace("[blocks.kota]", '[blocks.x]\nname="x"\nname_en="x"'),
        'key = "kota"',
        "[blocks.kota]",
    ),
    "an unknown mean": (
        SOUND.replace("members", 'mean = "median"\nmembers'),
        "median",
        "arithmetic, geometric, harmonic",
    ),
    "a key twice": (
        SOUND.replace('key = "kota"', 'key = "kota"\nkey = "desa"'),
        '"desa"',
        "line 2",
    ),
    "a section twice": (SOUND + measures("a"), None, "“measures.a” stands in line"),
    "a measure that is a block too": (
        SOUND + block("a", '["b"]'),
        "[blocks.a]",
        "taken by [measures.a]",
    ),
    "a symbol twice": (
        HEAD + block("kota", '["a", "b"]') + measures("a") + measures("b", lines='symbol = "a"\n'),
        "[measures.b]",
        "symbol “a”",
    ),
    "a symbol of a weight": (
        HEAD + block("kota", "{ a = 0.5, w_a = 0.5 }") + measures("a", "w_a"),
        "[measures.w_a]",
        "weight or bound of another part",
    ),
    "text in one language": (
        SOUND.replace('name_en = "Town index"\n', ""),
        'name = "Indeks kota"',
        "one language only",
    ),
    "no name": (
        scored('value = "x"\n').replace('name = "s"\nname_en = "s"\n', ""),
        "[indicators.s]",
        "“name” is missing",
    ),
    "a formula": (
        SOUND.replace("members", "formula = \"__import__('os').remove('/')\"\nmembers"),
        "__import__",
        "no formula or code is ever run",
    ),
    "text with holes to fill": (
        SOUND.replace("Indeks kota", "{a.__class__}"),
        "__class__",
        "without braces",
    ),
    "a name that is a path": (
        SOUND.replace('key = "kota"', 'key = "../kota"'),
        "../kota",
        "usable name",
    ),
    "a symbol that is code": (
        SOUND.replace('key = "kota"', 'key = "kota"\nsymbol = "f(x)"'),
        "f(x)",
        "usable symbol",
    ),
    "an unknown ranking": (
        SOUND.replace("decimals = 3", 'decimals = 3\nranks_by = "size"'),
        "ranks_by",
        "published, unrounded",
    ),
    "decimals and a half": (SOUND.replace("decimals = 3", "decimals = 2.5"), "2.5", "whole number"),
    "a range the wrong way": (SOUND.replace("[0, 1000]", "[9, 1]", 1), "[9, 1]", "smaller first"),
    "a range of one": (SOUND.replace("[0, 1000]", "[9]", 1), "[9]", "two numbers"),
    "no source": (
        SOUND.replace('[source]\nlocator = "uji"\n', ""),
        "[index]",
        "“source” is missing",
    ),
    "a source nobody holds": (
        SOUND.replace("locator", 'regulation = "uu-0"\nlocator'),
        "uu-0",
        "register holds no “uu-0”",
    ),
    "two origins": (
        scored('value = "x"\nfemale = "x"\nmale = "x"\n'),
        "[indicators.s]",
        "exactly one origin",
    ),
    "no origin": (scored("benchmark = 1\n"), "[indicators.s]", "exactly one origin"),
    "half a pair": (scored('female = "x"\n'), "[indicators.s]", "“male” is missing"),
    "a rule of ratios elsewhere": (
        scored('value = "x"\ndivisor_zero = 1\n'),
        "divisor_zero",
        "only goes with",
    ),
    "goalposts crossed": (
        scored('value = "x"\ngoalposts = { minimum = 9, maximum = 1 }\n'),
        "goalposts",
        "must lie below",
    ),
    "a logarithm of zero": (
        scored('value = "x"\ngoalposts = { minimum = 0, maximum = 1, logarithm = true }\n'),
        "goalposts",
        "above zero",
    ),
    "two scales": (
        scored('value = "x"\nshare_of = 5\ngoalposts = { minimum = 0, maximum = 1 }\n'),
        "goalposts",
        "one scale only",
    ),
    "a benchmark of zero": (
        scored('value = "x"\nbenchmark = 0\n'),
        "benchmark",
        "“benchmark” is 0",
    ),
    "half of a metric": (
        scored('gamma = { women = "x", average = "x" }\n'),
        "gamma",
        "“total” is missing",
    ),
    "less is better in a mean": (
        HEAD + block("kota", '["a", "b"]') + measures("a") + measures("b", lines=LOWER),
        "members",
        "less is better of “b”",
    ),
    "less is better in a ratio": (
        HEAD
        + block("kota", '["s"]')
        + indicator("s", 'female = "a"\nmale = "b"\n')
        + measures("a", "b", lines=LOWER),
        "[indicators.s]",
        "inverse",
    ),
    "less is better of one sex": (
        HEAD
        + block("kota", '["s"]')
        + indicator("s", 'female = "a"\nmale = "b"\ncompare = "inverse"\n')
        + measures("a", lines=LOWER)
        + measures("b"),
        "[indicators.s]",
        "same polarity",
    ),
    "a root below zero": (
        HEAD + block("kota", '["a"]', 'mean = "geometric"\n') + measures("a", span="[-1, 1]"),
        "geometric",
        "below zero",
    ),
    "a ratio below zero": (
        HEAD
        + block("kota", '["s"]')
        + indicator("s", 'female = "a"\nmale = "b"\n')
        + measures("a", "b", span="[-1, 1]"),
        "[indicators.s]",
        "not negative",
    ),
    "something left over": (SOUND + measures("c"), "[measures.c]", "“c” is not used"),
    "too many to be there": (
        SOUND.replace("b = 0.5 }", "b = 0.5 }\nat_least = 3"),
        "at_least",
        "1 to 2",
    ),
    "no TOML": (SOUND + "\nrusak = [1, \n", None, "not proper TOML"),
    "an unknown section": (SOUND + "\n[skrip]\njalan = 1\n", "[skrip]", "“skrip” is not known"),
    "a section that is none": (
        "blocks = 3\n" + SOUND.replace("[blocks.kota]", "[index.x]"),
        "blocks = 3",
        "must be a section",
    ),
    "weights of another block": (
        SOUND + '\n[[vintage]]\nkey = "v"\nname = "v"\nname_en = "v"\nweights.desa = { a = 1 }\n',
        "weights.desa",
        "no block “desa”",
    ),
    "weights of other members": (
        SOUND + '\n[[vintage]]\nkey = "v"\nname = "v"\nname_en = "v"\nweights.kota = { a = 1 }\n',
        "weights.kota",
        "exactly its members",
    ),
    "a vintage twice": (
        SOUND + '\n[[vintage]]\nkey = "v"\nname = "v"\nname_en = "v"\n' * 2,
        None,
        "a vintage “v” already",
    ),
}


def test_the_definition_all_others_are_made_from_is_sound():
    assert composite_from(SOUND).key == "kota"


@pytest.mark.parametrize(("text", "at", "says"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_is_refused_at_its_line(text, at, says):
    found = [(line, reason) for line, reason in told(text) if says in reason]

    assert found, told(text)
    if at is not None:
        assert found[0][0] == line_of(text, at)
    for _, reason in told(text, Language.INDONESIAN):
        assert reason.strip()


def test_every_fault_is_told_at_once_in_the_order_of_lines():
    text = SOUND.replace("b = 0.5", "b = 0.2").replace("decimals = 3", "decimals = -1")
    text = text.replace('unit = "u"\n', "", 1)

    lines = [line for line, _ in told(text)]
    assert len(lines) == 3
    assert lines == sorted(lines)


def test_a_fault_names_its_file():
    with pytest.raises(FaultyDefinition) as caught:
        composite_from(SOUND.replace("b = 0.5", "b = 0.2"), "desa.toml")

    assert caught.value.reason.say(Language.INDONESIAN).startswith(
        "desa.toml, baris 11: jumlah bobot"
    )


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 9000,
        "a = " + "9" * 9000,
        "a = 1e" + "9" * 400,
        "x" * 600_000,
        "",
        "\0",
        "a." * 40_000 + "a = 1",
        "[" + "a." * 40_000 + "a]",
        ("a." * 299 + "a = 1\n") * 300,
        HEAD + block("kota", str([f"m{i}" for i in range(5000)])),
    ],
    ids=[
        *("deep", "long number", "great power", "long", "empty", "null", "dots", "heads", "lines"),
        "members",
    ],
)
def test_a_file_made_to_hurt_is_only_refused(text):
    assert faults(text)


def test_blocks_may_lie_a_thousand_deep():
    depth = 1000
    text = HEAD + block("kota", '["b0"]')
    text += "".join(block(f"b{i}", f'["b{i + 1}"]') for i in range(depth))
    text += block(f"b{depth}", '["a"]') + measures("a")

    assert len(composite_from(text).steps) == depth + 2


@pytest.mark.parametrize("name", shipped_names())
@given(data=st.data())
def test_a_shipped_definition_with_a_line_lost_is_sound_or_refused(name, data):
    lines = definition_text(name).splitlines()
    lost = data.draw(st.integers(0, len(lines) - 1))
    try:
        index = composite_from("\n".join([*lines[:lost], *lines[lost + 1 :]]))
    except FaultyDefinition as refusal:
        told_at = [fault.line for fault in refusal.faults]
    else:
        told_at = [1] if index.key == name else []
    assert told_at
    assert all(0 < line <= len(lines) for line in told_at)


@given(st.text(max_size=200))
def test_any_text_is_only_refused(text):
    assert faults(text)


@given(weight=st.decimals("0.001", "0.999", places=3))
def test_weights_that_sum_to_one_are_taken_as_they_are(weight):
    text = SOUND.replace("a = 0.5, b = 0.5", f"a = {weight}, b = {1 - weight}")
    index = composite_from(text)

    figures = {"a": Decimal(1), "b": Decimal(0)}

    assert computed(index, figures).unrounded == weight
