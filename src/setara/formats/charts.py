"""Vega-Lite specifications drawn on the server: the same figure for page and paper."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from html import escape
from typing import Any

import vl_convert

from setara.domain.language.text import Language
from setara.formats.fonts import FOLDER
from setara.formats.printable import printable

Specification = Mapping[str, Any]

# Vega ships no Indonesian locale; English is spelled out beside it so that both are seen.
_NUMBERS: dict[Language, dict[str, Any]] = {
    Language.INDONESIAN: {
        "decimal": ",",
        "thousands": ".",
        "grouping": [3],
        "currency": ["Rp", ""],
    },
    Language.ENGLISH: {
        "decimal": ".",
        "thousands": ",",
        "grouping": [3],
        "currency": ["Rp", ""],
    },
}


def svg_of(
    specification: Specification, language: Language, *, alternative: str, title: str = ""
) -> str:
    """The figure as SVG without script or outside reference, its words for a screen reader.

    `alternative` says what the figure shows; `title` names it where it has a name of its own.
    Cost: about 60 ms a figure after the first, which loads the engine.
    """
    _load_fonts()
    drawn = vl_convert.vegalite_to_svg(
        dict(specification), format_locale=_NUMBERS[language], allowed_base_urls=[]
    )
    described = escape(printable(alternative))
    name = escape(printable(title)) or described
    opened, inside = drawn.split(">", 1)
    return (
        opened.replace("<svg ", f'<svg role="img" aria-label="{name}" ', 1)
        + f"><title>{name}</title><desc>{described}</desc>{inside}"
    )


def png_of(svg: str) -> bytes:
    """The same drawing as PNG, for formats that hold no SVG."""
    _load_fonts()
    drawn: bytes = vl_convert.svg_to_png(svg, scale=2)
    return drawn


@cache
def _load_fonts() -> None:
    vl_convert.register_font_directory(str(FOLDER))
