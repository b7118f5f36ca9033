"""The region a row of a BPS table is about, by name and status; its code is a second witness."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from importlib.resources.abc import Traversable

from setara.domain.foundation.place import COUNTRY_CODE, PlaceKind
from setara.domain.indices.bps.measures import DATA
from setara.domain.law.source import MalformedLaw, needed, only, parsed
from setara.domain.statistics.understanding.wording import folded

MOST_SUGGESTED = 3


@dataclass(frozen=True, slots=True)
class Region:
    """The country, a province, a kabupaten or a kota, by the code of the ministry."""

    code: str
    name: str
    kind: PlaceKind

    @property
    def province(self) -> str:
        """The code of its province; its own for a province, of the country for the country."""
        return self.code.partition(".")[0]


class CodeSystem(StrEnum):
    """Whose codes a column holds; both number the same kabupaten differently."""

    BPS = "bps"
    MINISTRY = "ministry"


class Doubt(StrEnum):
    """Why a row is about no region for certain."""

    UNKNOWN = "unknown"
    TWO_OF_THAT_NAME = "two_of_that_name"
    CODE_CONTRADICTS = "code_contradicts"
    OTHER_PROVINCE = "other_province"


@dataclass(frozen=True, slots=True)
class Found:
    """The region of a row, or why there is none; `spelled` where the name is of another list.

    `suggestions` are regions that may be meant; a code is never believed against a name.
    """

    region: Region | None
    doubt: Doubt | None = None
    suggestions: tuple[Region, ...] = ()
    spelled: bool = False


_STATUS: Mapping[str, tuple[PlaceKind, ...]] = {
    "provinsi": (PlaceKind.PROVINCE,),
    "prov": (PlaceKind.PROVINCE,),
    "propinsi": (PlaceKind.PROVINCE,),
    "province": (PlaceKind.PROVINCE,),
    "kabupaten": (PlaceKind.REGENCY,),
    "kab": (PlaceKind.REGENCY,),
    "regency": (PlaceKind.REGENCY,),
    "kota": (PlaceKind.CITY,),
    "kodya": (PlaceKind.CITY,),
    "kotamadya": (PlaceKind.CITY,),
    "kodia": (PlaceKind.CITY,),
    "municipality": (PlaceKind.CITY,),
}
_SECOND = (PlaceKind.REGENCY, PlaceKind.CITY)
_ADMINISTRATIVE = frozenset({"adm", "administrasi"})
_SHORT = {"kep": "kepulauan", "kab": "kabupaten"}
_CODE = re.compile(r"(\d{2})\.?(\d{2})?\.?")
_CODE_AND_NAME = re.compile(r"[\s\[(]*(\d{2}\.?\d{2}|\d{2})[\s\])\-–.:]+(\D.*)", re.DOTALL)
_STATUS_BEHIND = re.compile(
    r"\w\s*[,(]\s*(?:kab|kabupaten|kota|kodya|prov)\.?\s*\)?\s*$", re.IGNORECASE
)
# `1. Paser` is numbered, `Papua*)` and `Mahakam Ulu 1)` have a note.
_NUMBERED = re.compile(r"\d\s*[.)]\s*(?=\D)")
_NOTED = re.compile(r"\s*(?:[*†‡¹²³]+\)?|\s\d\)|\^\w\)?)$")
_CITIES_FROM = "71"
# The provinces of Papua were divided in 2022; codes of both systems changed, and are no witness.
_DIVIDED = frozenset({"91", "92", "93", "94", "95", "96", "97"})


@dataclass(frozen=True, slots=True)
class Regions:
    """Regions to recognise, with the spellings and the codes of BPS."""

    by_code: Mapping[str, Region]
    by_name: Mapping[str, tuple[Region, ...]]
    spellings: Mapping[str, str]
    bps_codes: Mapping[str, str]
    codes_of_bps: Mapping[str, str]

    def found(
        self,
        said: str,
        code: str = "",
        *,
        province: str = "",
        system: CodeSystem | None = None,
        seeks: bool = True,
    ) -> Found:
        """The region of a name with its code; `province` is that of the rows around it.

        Cost: one look-up; where nothing bears the name and `seeks`, a search through all names,
        which takes a thousand times as long.
        """
        digits, name = _parted(said, code)
        if not name:
            return self._by_code_alone(digits, system)
        bare, kinds = bare_name(name)
        candidates, spelled = self._named(bare, kinds)
        if not candidates:
            return Found(None, Doubt.UNKNOWN, self._near(bare, digits) if seeks else ())
        chosen = _narrowed(candidates, kinds, digits, province, is_capital=name.isupper())
        if len(chosen) > 1:
            return Found(None, Doubt.TWO_OF_THAT_NAME, chosen)
        region = chosen[0]
        if len(digits) == len("64") and "." in region.code and not code:
            # A number in front that is no code of a kabupaten only counts the rows.
            digits = ""
        if digits and not self._may_bear(region, digits, system):
            other = self._by_code_alone(digits, system).suggestions
            return Found(None, Doubt.CODE_CONTRADICTS, (region, *other))
        return Found(region, spelled=spelled)

    def _named(self, bare: str, kinds: tuple[PlaceKind, ...]) -> tuple[tuple[Region, ...], bool]:
        """The regions of that name and status, and whether it is another spelling of theirs."""
        exact = self.by_name.get(bare.replace(" ", ""), ())
        of_kind = tuple(each for each in exact if not kinds or each.kind in kinds)
        if of_kind:
            return of_kind, False
        code = self.spellings.get(bare, "")
        if code in self.by_code and (not kinds or self.by_code[code].kind in kinds):
            return (self.by_code[code],), True
        return (), False

    def _by_code_alone(self, digits: str, system: CodeSystem | None) -> Found:
        """Only a code that means one region in both systems, or of a named system, tells."""
        meant = {
            CodeSystem.MINISTRY: self.by_code.get(_dotted(digits)),
            CodeSystem.BPS: self.by_code.get(self.bps_codes.get(digits, _dotted(digits))),
        }
        asked = [meant[system]] if system is not None else list(meant.values())
        regions = tuple(dict.fromkeys(each for each in asked if each is not None))
        if len(regions) == 1:
            return Found(regions[0], suggestions=regions)
        return Found(None, Doubt.UNKNOWN, regions)

    def _may_bear(self, region: Region, digits: str, system: CodeSystem | None) -> bool:
        """Whether the code can be the region's; one that no system knows is no witness."""
        if region.code == COUNTRY_CODE:
            return digits in {"00", "99", "0000", "9999"} or not digits.strip("0")
        if region.province in _DIVIDED:
            return digits[:2] in _DIVIDED
        known = {
            CodeSystem.MINISTRY: {region.code.replace(".", "")},
            CodeSystem.BPS: {self._bps_code(region)},
        }
        own = known[system] if system else set.union(*known.values())
        if digits in own or digits.removesuffix("00") in own:
            return True
        if region.kind is PlaceKind.PROVINCE:
            return False
        is_another = _dotted(digits) in self.by_code or digits in self.bps_codes
        return not is_another and digits[:2] == region.province

    def _bps_code(self, region: Region) -> str:
        return self.codes_of_bps.get(region.code, region.code.replace(".", ""))

    def _near(self, bare: str, digits: str) -> tuple[Region, ...]:
        """Regions whose names are spelled much alike, then the one the code is of."""
        close = get_close_matches(bare.replace(" ", ""), self.by_name, MOST_SUGGESTED, cutoff=0.84)
        near = [region for name in close for region in self.by_name[name]]
        coded = self._by_code_alone(digits, None).suggestions if digits else ()
        return tuple(dict.fromkeys((*near, *coded)))[:MOST_SUGGESTED]


def _parted(said: str, code: str) -> tuple[str, str]:
    """Digits of the code and the name; a code may stand in front of the name in one cell."""
    name = _NOTED.sub("", " ".join(said.split()))
    if name[:1].isdecimal() and not name[1:2].isdecimal():
        name = _NUMBERED.sub("", name, count=1)
    if found := _CODE_AND_NAME.fullmatch(name):
        code, name = code or found[1], found[2]
    elif name.replace(".", "").isdecimal():
        code, name = code or name, ""
    whole = _CODE.fullmatch(code.strip().removesuffix(".0"))
    return ("".join(filter(None, whole.groups())) if whole else ""), name


def bare_name(said: str) -> tuple[str, tuple[PlaceKind, ...]]:
    """The folded name without its status, and the kinds the status stands for."""
    words = folded(said).split()
    kinds: tuple[PlaceKind, ...] = ()
    if len(words) > 1 and words[0] in _STATUS:
        kinds, words = _STATUS[words[0]], words[1:]
    elif _STATUS_BEHIND.search(said):
        # `Bogor (Kota)`; `Lima Puluh Kota` is a kabupaten.
        kinds, words = _STATUS.get(words[-1], ()), words[:-1]
    words = [_SHORT.get(word, word) for word in words if word not in _ADMINISTRATIVE]
    return " ".join(words), kinds


def _narrowed(
    found: tuple[Region, ...],
    kinds: tuple[PlaceKind, ...],
    digits: str,
    province: str,
    *,
    is_capital: bool,
) -> tuple[Region, ...]:
    """Those that the code's place in the numbering, capitals, and the rows around leave over."""
    kept = found
    if not kinds and digits:
        wanted = _kinds_of(digits)
        kept = tuple(each for each in kept if each.kind in wanted) or kept
    if not kinds and len(kept) > 1 and is_capital and not digits:
        # Provinces stand in capitals, what lies in them does not: GORONTALO, Gorontalo.
        kept = tuple(each for each in kept if each.kind is PlaceKind.PROVINCE) or kept
    if len(kept) > 1 and province:
        within = tuple(each for each in kept if each.province == province)
        kept = within or kept
    if not kinds and len(kept) > 1 and not digits and not is_capital:
        # BPS leaves out the status of a kabupaten, never that of a kota.
        kept = tuple(each for each in kept if each.kind is PlaceKind.REGENCY) or kept
    return kept


def _kinds_of(digits: str) -> tuple[PlaceKind, ...]:
    if not digits.strip("0") or digits == "9999":
        return (PlaceKind.COUNTRY,)
    if len(digits) == len("64") or digits.endswith("00"):
        return (PlaceKind.PROVINCE,)
    return (PlaceKind.CITY,) if digits[2:] >= _CITIES_FROM else (PlaceKind.REGENCY,)


def _dotted(digits: str) -> str:
    if not digits.strip("0"):
        return COUNTRY_CODE if digits else ""
    province, second = digits[:2], digits[2:]
    return province if second in {"", "00"} else f"{province}.{second}"


COUNTRY = Region(COUNTRY_CODE, "Indonesia", PlaceKind.COUNTRY)


@cache
def regions() -> Regions:
    """The shipped list: 38 provinces, 416 kabupaten, 98 kota, and the country."""
    return read_regions(DATA / "regions.toml")


def read_regions(file: Traversable) -> Regions:
    """The regions in `file`. Raises MalformedLaw for a code or spelling that leads nowhere."""
    table = parsed(file.name, file)
    only(file.name, table, frozenset({"sources", "bps", "bps_provinces", "spellings", "regions"}))
    needed(file.name, table, "sources", list)
    known = {COUNTRY_CODE: COUNTRY}
    for code, name in needed(file.name, table, "regions", dict).items():
        known[code] = Region(code, _short(name), _kind(code, name))
    bps = {**table.get("bps", {}), **table.get("bps_provinces", {})}
    spellings = table.get("spellings", {})
    for said, code in (*bps.items(), *spellings.items()):
        if code not in known:
            raise MalformedLaw(f"{file.name}: {said}", f"there is no region {code}")
    names: dict[str, list[Region]] = {}
    for region in known.values():
        names.setdefault(bare_name(region.name)[0].replace(" ", ""), []).append(region)
    by_name = {name: tuple(each) for name, each in names.items()}
    ministry = {code: said for said, code in bps.items()}
    return Regions(known, by_name, spellings, bps, ministry)


def _short(name: str) -> str:
    return " ".join(word for word in name.split() if word != "Administrasi")


def _kind(code: str, name: str) -> PlaceKind:
    if "." not in code:
        return PlaceKind.PROVINCE
    first = name.partition(" ")[0]
    if first not in {"Kabupaten", "Kota"}:
        raise MalformedLaw(code, f"“{name}” does not say whether it is a kabupaten or a kota")
    return PlaceKind.CITY if first == "Kota" else PlaceKind.REGENCY
