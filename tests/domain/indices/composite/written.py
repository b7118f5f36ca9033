"""Small definitions for tests, written as an author would write them."""

from __future__ import annotations

from decimal import Decimal

HEAD = """[index]
key = "kota"
name = "Indeks kota"
name_en = "Town index"
decimals = 3

[source]
locator = "uji"
"""


def measures(*keys: str, lines: str = "", span: str = "[0, 1000]") -> str:
    """Sections of measures."""
    return "".join(
        f'\n[measures.{key}]\nname = "{key}"\nname_en = "{key}"\nunit = "u"\nunit_en = "u"\n'
        f"range = {span}\n{lines}"
        for key in keys
    )


def block(key: str, members: str, lines: str = "") -> str:
    """The section of a block."""
    names = "" if key == "kota" else f'name = "{key}"\nname_en = "{key}"\n'
    return f"\n[blocks.{key}]\n{names}members = {members}\n{lines}"


def indicator(key: str, lines: str) -> str:
    """The section of an indicator."""
    return f'\n[indicators.{key}]\nname = "{key}"\nname_en = "{key}"\n{lines}'


def weighted(weights: dict[str, Decimal]) -> str:
    """Members with their weights."""
    return "{ " + ", ".join(f"{key} = {weight:f}" for key, weight in weights.items()) + " }"
