"""Items of a cell: causes, actions and factors, as people number, dot or just write them down."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from setara.domain.budget.paper.fields import FACTOR_WORDS, Fields
from setara.domain.budget.paper.labels import Part
from setara.domain.budget.paper.places import Line
from setara.domain.budget.pathway import Factor
from setara.domain.foundation.money import Rupiah

_MARK = re.compile(r"^\s*(?:\(?(?:\d{1,2}|[a-zA-Z])[.)]|[-–•*▪◦●○➢✓]|\uf0b7)\s+|^\s*[-–•▪●]\s*")
_KEY = re.compile(r"^\[(\d{1,3})\]\s*")
_ANSWERS = re.compile(r"\(menjawab ((?:\[\d{1,3}\](?:, )?)+)\)")
_MONEY = re.compile(
    r"[:;,]?\s*\(?\bRp\.?\s*(\d{1,3}(?:\.\d{3})+|\d+)(?:,\d{2}|,-)?\)?", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.;:]\s*$")
_FACTOR = re.compile(
    r"^(?:faktor\s+)?(akses|partisipasi|kontrol|manfaat)\b\s*(?:\([^)]*\))?\s*[:=–-]?\s*",
    re.IGNORECASE,
)
_NEXT_FACTOR = re.compile(
    r"[;.]\s*(?=(?:faktor )?(?:akses|partisipasi|kontrol|manfaat)\s*(?:\([^)]*\))?\s*[:=–-])",
    re.IGNORECASE,
)
_FACTORS = {
    "akses": Factor.ACCESS,
    "partisipasi": Factor.PARTICIPATION,
    "kontrol": Factor.CONTROL,
    "manfaat": Factor.BENEFIT,
}


@dataclass(frozen=True, slots=True)
class Item:
    """One item; `key` is the number another column refers to it by, where it has one."""

    text: str
    key: int | None = None
    answers: tuple[int, ...] = ()
    amount: Rupiah | None = None


def items(lines: Sequence[Line]) -> list[Item]:
    """The items of a cell, by number, bullet, line or semicolon.

    A line without a mark goes on with the item before only where marks are used and it begins
    small, as text wrapped by hand does.
    """
    texts: list[str] = []
    marked = any(_MARK.match(line.text) or _KEY.match(line.text) for line in lines)
    for line in lines:
        has_mark = bool(_MARK.match(line.text) or _KEY.match(line.text))
        text = _MARK.sub("", line.text).strip()
        if texts and marked and not has_mark and text[:1].islower():
            texts[-1] = f"{texts[-1]} {text}"
        else:
            texts.append(text)
    parts = [part for text in texts for part in _parted(text)]
    return [_item(part) for part in parts if part]


def factors(fields: Fields) -> list[tuple[Factor | None, str, Line]]:
    """The factors with their words; None where a line names none of the four."""
    found: list[tuple[Factor | None, str, Line]] = []
    lines = [
        (f"{FACTOR_WORDS[part]}: {_MARK.sub('', line.text)}" if first else line.text, line)
        for part in FACTOR_WORDS
        for line, first in _first_marked(fields.lines(part))
    ]
    lines += [(line.text, line) for line in fields.lines(Part.FACTORS)]
    for whole, line in lines:
        bare = _MARK.sub("", whole).strip()
        for text in _NEXT_FACTOR.split(bare):
            named = _FACTOR.match(text)
            if named:
                found.append((_FACTORS[named[1].casefold()], text[named.end() :].strip(), line))
            elif found and found[-1][2].place == line.place and found[-1][0] is not None:
                factor, before, first_line = found[-1]
                found[-1] = (factor, f"{before} {text}".strip(), first_line)
            else:
                found.append((None, text, line))
    return [each for each in found if each[1].strip(" -–.")]


def _first_marked(lines: Sequence[Line]) -> list[tuple[Line, bool]]:
    return [(line, number == 0) for number, line in enumerate(lines)]


def _parted(text: str) -> Iterable[str]:
    return [part.strip() for part in re.split(r";\s+(?!\d)", text) if part.strip(" .;")]


def _item(text: str) -> Item:
    key = _KEY.match(text)
    answers = _ANSWERS.search(text)
    money = _MONEY.search(text)
    words = _KEY.sub("", text)
    words = _MONEY.sub("", _ANSWERS.sub("", words))
    return Item(
        text=_SENTENCE_END.sub("", " ".join(words.split())).strip(" ,:;"),
        key=int(key[1]) if key else None,
        answers=tuple(int(each) for each in re.findall(r"\d+", answers[1])) if answers else (),
        amount=Rupiah(int(money[1].replace(".", ""))) if money else None,
    )
