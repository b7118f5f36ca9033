"""The national code list of places, as far as it is shipped."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable

from setara.domain.language.text import Language, Text
from setara.domain.law.citation import Citation, citations
from setara.domain.law.source import DATA, STRICT, Judge, MalformedLaw, Table, needed, only, tables


@dataclass(frozen=True, slots=True)
class LawPlace:
    """A place of the list.

    `kind` is one of country, province, kabupaten, kota, kecamatan, kelurahan, desa.
    """

    code: str
    name: str
    kind: str
    parent: str | None


class NoSuchPlace(KeyError):
    """The shipped list does not hold the code."""

    def __init__(self, code: str) -> None:
        self.reason = Text(
            "Kode wilayah {code} tidak ada dalam daftar yang disertakan. "
            "Tambahkan berkas wilayahnya ke data hukum.",
            "Place code {code} is not in the shipped list. Add its file to the law data.",
        ).filled(code=code)
        super().__init__(self.reason.say(Language.ENGLISH))


COUNTRY = LawPlace("ID", "Indonesia", "country", None)
_CODE = re.compile(r"\d{2}(\.\d{2}(\.\d{2}(\.[123]\d{3})?)?)?")
_LEVELS = ("province", "second", "kecamatan", "village")
# `Kota Samarinda` and `Kabupaten Paser` carry their kind in the name.
_SECOND_KINDS = {"Kabupaten": "kabupaten", "Kota": "kota"}
# The first digit of a village's last code part says what it is (Kepmendagri 300.2.2-2430/2025);
# 3 is a desa adat, of which neither Paser nor Kalimantan Timur has one.
_VILLAGE_KINDS = {"1": "kelurahan", "2": "desa", "3": "desa"}


@cache
def _list() -> tuple[dict[str, LawPlace], tuple[Citation, ...]]:
    return read_places(DATA)


def places_of(code: str) -> tuple[LawPlace, ...]:
    """The country, the places above `code`, itself, and all below it, parents before children.

    Raises NoSuchPlace.
    """
    known, _ = _list()
    if code not in known:
        raise NoSuchPlace(code)
    if code == COUNTRY.code:
        return (COUNTRY, *sorted((p for p in known.values() if p is not COUNTRY), key=_by_code))
    above: list[LawPlace] = []
    parent = known[code].parent
    while parent is not None:
        above.append(known[parent])
        parent = known[parent].parent
    below = [place for place in known.values() if place.code.startswith(f"{code}.")]
    return (*reversed(above), known[code], *sorted(below, key=_by_code))


def _by_code(place: LawPlace) -> str:
    return place.code


def citation() -> tuple[Citation, ...]:
    """Where the list comes from."""
    return _list()[1]


def read_places(
    root: Traversable, judge: Judge = STRICT
) -> tuple[dict[str, LawPlace], tuple[Citation, ...]]:
    """The places below `root`: each table is headed by a parent's code, parents' files first.

    Raises UncitedLaw for a file without source, MalformedLaw for a code that cannot be.
    """
    known = {COUNTRY.code: COUNTRY}
    sources: list[Citation] = []
    for name, table in tables(root, "places", judge):
        groups: Table = {}
        with judge.entry():
            only(name, table, frozenset({"sources", "places"}))
            groups = needed(name, table, "places", dict)
            sources += citations(name, table)
        for parent, children in groups.items():
            for code in children:
                with judge.entry():
                    _add(known, _place(name, parent, code, needed(name, children, code, str)))
    return known, tuple(dict.fromkeys(sources))


def _add(known: dict[str, LawPlace], place: LawPlace) -> None:
    if place.parent not in known:
        raise MalformedLaw(f"places: {place.code}", f"the parent {place.parent} is not known yet")
    if place.code in known:
        raise MalformedLaw(f"places: {place.code}", "stands there twice")
    known[place.code] = place


def _place(file: str, parent: str, code: str, name: str) -> LawPlace:
    where = f"{file}: {code}"
    if not _CODE.fullmatch(code):
        raise MalformedLaw(where, "is not a code of the national list, such as 64.01.04.1001")
    if (code.rpartition(".")[0] or COUNTRY.code) != parent:
        raise MalformedLaw(where, f"does not lie in {parent}")
    level = _LEVELS[code.count(".")]
    if level == "second":
        kind = _SECOND_KINDS.get(name.partition(" ")[0])
    elif level == "village":
        kind = _VILLAGE_KINDS[code.rpartition(".")[2][0]]
    else:
        kind = level
    if kind is None:
        raise MalformedLaw(where, f"“{name}” does not say whether it is a kabupaten or a kota")
    return LawPlace(code, name, kind, parent)
