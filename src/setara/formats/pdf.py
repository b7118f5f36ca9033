"""An outline as PDF: tagged (PDF/UA-1), fonts embedded, the same bytes for the same words."""

from __future__ import annotations

import json
import re
import string
from datetime import UTC, datetime, time
from functools import cache
from importlib.resources import files

import typst

from setara.domain.language.text import Language, Text
from setara.domain.reports.outline import Outline
from setara.formats.fonts import FOLDER
from setara.formats.spelled import spelled

_WORDS = {
    "page": Text("Halaman", "Page"),
    "of": Text("dari", "of"),
    "code": Text("Pindai untuk memeriksa cetakan ini.", "Scan to check this print."),
    "check": Text("Periksa cetakan ini di", "Check this print at"),
    "region": Text("ID", "US"),
}
_UNDRAWN = re.compile(r'the text `"(.+?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
# A round names every character it met; a second is needed only where a mark hid another.
_MOST_ROUNDS = 3


def pdf(outline: Outline, language: Language) -> bytes:
    """The paper in one language. Cost: about 20 ms a page once the fonts are loaded.

    A character no font of the paper can draw (an emoji, say) is printed as its code point,
    `[U+1F600]`: nothing is lost silently, and the PDF stays readable aloud.
    """
    paper = json.dumps(spelled(outline, language), ensure_ascii=False)
    words = json.dumps({name: text.say(language) for name, text in _WORDS.items()})
    day = outline.dated_on
    made_at = datetime.combine(day, time.min, UTC) if day else datetime.fromtimestamp(0, UTC)
    for _ in range(_MOST_ROUNDS):
        try:
            return _compiled(paper, words, made_at)
        except typst.TypstError as error:
            undrawn = _undrawn(error)
            if not undrawn:
                raise
            for characters in sorted(undrawn, key=len, reverse=True):
                paper = paper.replace(characters, _code_points(characters))
    return _compiled(paper, words, made_at)


def _compiled(paper: str, words: str, made_at: datetime) -> bytes:
    compiled: bytes = typst.compile(
        _template(),
        font_paths=_fonts(),
        sys_inputs={"outline": paper, "words": words},
        pdf_standards="ua-1",
        timestamp=made_at,
    )
    return compiled


def _undrawn(error: typst.TypstError) -> set[str]:
    """The characters that the setter says it has no glyph for."""
    quoted = _UNDRAWN.findall(error.diagnostic)
    characters = (_ESCAPED.sub(lambda code: chr(int(code[1], 16)), each) for each in quoted)
    # A digit or a quotation mark in front belongs to the words (and to their JSON).
    return {each.lstrip(string.printable) for each in characters} - {""}


def _code_points(characters: str) -> str:
    return "".join(f"[U+{ord(each):04X}]" for each in characters)


@cache
def _template() -> bytes:
    return (files("setara.formats") / "templates" / "outline.typ").read_bytes()


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[str(FOLDER)])
