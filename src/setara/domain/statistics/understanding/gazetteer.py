"""Known places by code and name, with the spellings and code systems that received tables use."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum
from functools import cache

from setara.domain.statistics.dimension import DATA
from setara.domain.statistics.understanding import wording

MOST_SUGGESTED = 3
# Each search for near names compares with every known name.
MOST_SEARCHES = 300


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place of a code list; `kind` as kabupaten, kota, kecamatan, kelurahan, desa."""

    code: str
    name: str
    kind: str
    parent: str | None = None


class How(StrEnum):
    """How a place was recognised, or why it was not."""

    CODE = "code"
    NAME = "name"
    SPELLING = "spelling"
    ANSWERED = "answered"
    AMBIGUOUS = "ambiguous"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Match:
    """What a row's name or code was taken for; `suggestions` where somebody has to say.

    `above` is the code of the place it lies in, as far as the table tells.
    """

    said: str
    place: KnownPlace | None
    how: How
    suggestions: tuple[KnownPlace, ...] = ()
    has_other_code_system: bool = False
    above: str = ""


_PREFIXES: Mapping[str, tuple[str, ...]] = {
    "provinsi": ("province",),
    "prov": ("province",),
    "kabupaten": ("kabupaten",),
    "kab": ("kabupaten",),
    "kota": ("kota",),
    "kecamatan": ("kecamatan",),
    "kec": ("kecamatan",),
    "kelurahan": ("kelurahan",),
    "kel": ("kelurahan",),
    "desa": ("desa", "kelurahan"),
    "ds": ("desa", "kelurahan"),
}
_KEMENDAGRI = re.compile(r"\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?")
# BPS writes 2, 4, 7 and 10 digits; the ministry 2, 4, 6 and 10, with points between.
_BPS = re.compile(r"\d{7}|\d{10}")
_CUTS = {2: (2,), 4: (2, 2), 6: (2, 2, 2), 10: (2, 2, 2, 4)}


@cache
def spellings() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Place codes by folded spelling: those taken, and those only offered."""
    read = tomllib.loads((DATA / "place_spellings.toml").read_text("utf-8"))
    return read["same"], read["ask"]


def bare_name(said: str) -> tuple[str, tuple[str, ...]]:
    """The folded name without the word before it, and the kinds that word stands for."""
    words = wording.folded(said).split()
    kinds: tuple[str, ...] = ()
    if len(words) > 1 and words[0] in _PREFIXES:
        kinds = _PREFIXES[words[0]]
        words = words[1:]
    return " ".join(words), kinds


@dataclass(slots=True)
class Gazetteer:
    """Places to recognise; built once, asked often."""

    places: Mapping[str, KnownPlace]
    names: Mapping[str, tuple[KnownPlace, ...]]
    # Names without blanks: `Batusopang` is Batu Sopang.
    joined: Mapping[str, tuple[KnownPlace, ...]]
    searches: int = field(default=0)

    @classmethod
    def of(cls, places: Iterable[KnownPlace]) -> Gazetteer:
        """From a list of places; the same code twice counts once."""
        known = {place.code: place for place in places}
        names: dict[str, list[KnownPlace]] = {}
        for place in known.values():
            names.setdefault(bare_name(place.name)[0], []).append(place)
        frozen = {name: tuple(found) for name, found in names.items()}
        joined = {name.replace(" ", ""): found for name, found in frozen.items()}
        return cls(known, frozen, joined)

    def by_code(self, code: str) -> tuple[KnownPlace | None, bool]:
        """The place of a ministry code, dotted or not; and whether the code is of BPS."""
        written = code.strip().rstrip(".")
        if _KEMENDAGRI.fullmatch(written) and written in self.places:
            return self.places[written], False
        place = self.places.get(_dotted(written))
        if place is not None and len(written) > len("6401"):
            return place, False
        # `6401` is Paser in both systems, but 6402 is not the same kabupaten in both.
        return None, bool(_BPS.fullmatch(written)) or (written.isdecimal() and len(written) > 2)  # noqa: PLR2004 -- a province has two digits

    def by_name(self, said: str) -> tuple[tuple[KnownPlace, ...], How]:
        """The places of that name, of the kind its first word says; or those spelled alike."""
        name, kinds = bare_name(said)
        same, _ = spellings()
        exact = self.names.get(name, ())
        how = How.NAME if exact else How.SPELLING
        code = same.get(name, "")
        spelled = (self.places[code],) if code in self.places else ()
        # A desa may be called what a kecamatan was called once: Pasir Belengkong.
        found = tuple(dict.fromkeys((*exact, *spelled)))
        found = found or self.joined.get(name.replace(" ", ""), ())
        of_kind = tuple(place for place in found if place.kind in kinds)
        return of_kind or (() if kinds and found and _is_other(kinds, found) else found), how

    def near(self, said: str) -> tuple[KnownPlace, ...]:
        """The places whose names are spelled most alike, best first; at most three."""
        name, kinds = bare_name(said)
        _, ask = spellings()
        offered = [self.places[code]] if (code := ask.get(name, "")) in self.places else []
        if self.searches < MOST_SEARCHES and name:
            self.searches += 1
            for near in get_close_matches(name, self.names, n=MOST_SUGGESTED, cutoff=0.72):
                offered += sorted(self.names[near], key=lambda place: place.kind not in kinds)
        return tuple(dict.fromkeys(offered))[:MOST_SUGGESTED]


def _is_other(kinds: tuple[str, ...], found: tuple[KnownPlace, ...]) -> bool:
    """Whether `Kota Kuaro` can not be the kecamatan Kuaro: the levels are not the same."""
    upper = {"province", "kabupaten", "kota"}
    return bool(set(kinds) & upper) != bool({place.kind for place in found} & upper)


def _dotted(digits: str) -> str:
    if not digits.isdecimal() or len(digits) not in _CUTS:
        return ""
    parts, start = [], 0
    for size in _CUTS[len(digits)]:
        parts.append(digits[start : start + size])
        start += size
    return ".".join(parts)
