"""The line of a setting is found whatever way TOML lets one write it."""

from setara.domain.indices.composite.lines import Lines

TEXT = '''# comment
[index]   # another
key = "a"
note = """
[not.a.section]
x = 1
"""
"quoted" = 2
dotted.name = 3

[blocks.kota]
members = [
    "a",
    "b",
]

[[vintage]]
key = "one"
[vintage.weights.kota]
a = 1

[[vintage]]
key = "two"
weights.kota = { a = 1 }
'''


def line(*path):
    return Lines(TEXT).of(*path)


def test_settings_and_sections_are_found():
    assert line("index") == 2
    assert line("index", "key") == 3
    assert line("index", "quoted") == 8
    assert line("index", "dotted", "name") == 9
    assert line("blocks", "kota", "members") == 12


def test_what_stands_in_text_is_no_setting():
    assert line("index", "x") == 2
    assert ("not", "a", "section") not in Lines(TEXT).found


def test_repeated_sections_are_told_apart():
    assert line("vintage", 0, "key") == 18
    assert line("vintage", 0, "weights", "kota", "a") == 20
    assert line("vintage", 1, "key") == 23
    assert line("vintage", 1, "weights", "kota", "a") == 24


def test_what_is_not_there_is_at_what_is_around_it():
    assert line("blocks", "kota", "mean") == 11
    assert line("measures") == 1


def test_what_stands_twice_is_told_with_both_lines():
    assert Lines("[a]\nb = 1\nb = 2\n[a]\n").twice == [(3, "b", 2), (4, "a", 1)]
