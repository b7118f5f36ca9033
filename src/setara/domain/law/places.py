"""The national code list of places, as far as it is shipped."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable

from setara.domain.language.text import Language, Text
from setara.domain.law.citation import Citation, citations
from setara.domain.law.source import DATA, MalformedLaw, needed, tables


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
# The first digit of a village's last code part says what it is (Kepmendagri 300.2.2-2430/2025).
_LEVELS = ("province", "second", "kecamatan", "village")
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
    above: list[LawPlace] = []
    parent = known[code].parent
    while parent is not None:
        above.append(known[parent])
        parent = known[parent].parent
    below = [place for place in known.values() if place.code.startswith(f"{code}.")]
    return (*reversed(above), known[code], *sorted(below, key=lambda place: place.code))


def citation() -> tuple[Citation, ...]:
    """Where the list comes from."""
    return _list()[1]


def read_places(root: Traversable) -> tuple[dict[str, LawPlace], tuple[Citation, ...]]:
    """The places below `root`: each table is headed by a parent's code. Raises MalformedLaw."""
    known = {COUNTRY.code: COUNTRY}
    sources: list[Citation] = []
    for name, table in tables(root, "places"):
        sources += citations(name, table)
        for parent, children in needed(name, table, "places", dict).items():
            if parent not in known:
                raise MalformedLaw(name, f"the parent {parent} is not known yet")
            for code, label in children.items():
                if code in known:
                    raise MalformedLaw(name, f"{code} stands there twice")
                known[code] = _place(name, parent, code, label)
    return known, tuple(dict.fromkeys(sources))


def _place(where: str, parent: str, code: str, label: str) -> LawPlace:
    level = _LEVELS[code.count(".")]
    if parent != COUNTRY.code and code.rpartition(".")[0] != parent:
        raise MalformedLaw(where, f"{code} does not lie in {parent}")
    if level == "second":
        # `Kota Samarinda` and `Kabupaten Paser` carry their kind in the name.
        kind = "kota" if label.startswith("Kota ") else "kabupaten"
    elif level == "village":
        kind = _VILLAGE_KINDS[code.rpartition(".")[2][0]]
    else:
        kind = level
    return LawPlace(code, label, kind, parent)
