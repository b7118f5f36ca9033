"""In which sub-district (kecamatan) money is spent, as far as the budget's own words say it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from setara.domain.foundation.money import Rupiah, total
from setara.domain.foundation.place import Place, PlaceKind
from setara.domain.language.text import Text

SEVERAL = "several"
NOWHERE = "nowhere"
SEVERAL_NAME = Text("beberapa kecamatan", "several sub-districts")
NOWHERE_NAME = Text("tidak terikat pada satu kecamatan", "not tied to one sub-district")

_WORD = re.compile(r"[^\W_]+")
_VILLAGES = frozenset({PlaceKind.WARD, PlaceKind.VILLAGE})


@dataclass(frozen=True, slots=True)
class PlaceNames:
    """The names of a government's sub-districts and villages, each with its sub-districts' codes.

    A village's name is borne in several sub-districts now and then; it decides nothing then.
    """

    districts: Mapping[str, frozenset[str]]
    villages: Mapping[str, frozenset[str]]
    _names: re.Pattern[str]

    @classmethod
    def of(cls, places: Iterable[Place]) -> PlaceNames:
        """The names of the places; those above the sub-district are left out."""
        districts: dict[str, set[str]] = defaultdict(set)
        villages: dict[str, set[str]] = defaultdict(set)
        for place in places:
            if place.kind is PlaceKind.SUBDISTRICT:
                districts[_bare(place.name)].add(place.code)
            elif place.kind in _VILLAGES and place.parent_code:
                villages[_bare(place.name)].add(place.parent_code)
        every = sorted({*districts, *villages} - {""}, key=lambda name: (-len(name), name))
        pattern = rf"\b(?:{'|'.join(map(re.escape, every))})\b" if every else r"(?!)"
        return cls(
            {name: frozenset(codes) for name, codes in districts.items()},
            {name: frozenset(codes) for name, codes in villages.items()},
            re.compile(pattern),
        )

    def district_of(self, location: str) -> str:
        """The code of the one sub-district that the words name, SEVERAL, or NOWHERE.

        Sub-districts named outright go before villages: `Tanah Grogot, Jone` is Tanah Grogot,
        whatever other place is called Jone. The longest name counts where one holds another.
        """
        named = self._names.findall(_bare(location))
        codes = {code for name in named for code in self.districts.get(name, ())}
        if not codes:
            known = [self.villages[name] for name in named if name in self.villages]
            codes = {code for each in known if len(each) == 1 for code in each}
        if len(codes) > 1:
            return SEVERAL
        return codes.pop() if codes else NOWHERE


def _bare(words: str) -> str:
    return " ".join(_WORD.findall(words.casefold()))


def completed(whole: Rupiah, known: Mapping[str, Rupiah], *, rest: str) -> dict[str, Rupiah]:
    """The known money by place, with what it leaves over of the whole at `rest`."""
    found = {key: money for key, money in known.items() if money.amount > 0}
    left = whole - total(found.values())
    if left.amount > 0:
        found[rest] = found.get(rest, Rupiah(0)) + left
    return found


def apportioned(amount: Rupiah, by: Mapping[str, Rupiah], *, rest: str) -> dict[str, Rupiah]:
    """The amount taken apart in the proportions of `by`; the parts add up to the amount.

    To the rupiah, what rounding leaves over going to the largest part; all to `rest` where `by`
    is nothing.
    """
    known = {key: money.amount for key, money in by.items()}
    whole = sum(known.values())
    if whole <= 0:
        return {rest: amount} if amount.amount else {}
    if whole == amount.amount:
        return {key: money for key, money in by.items() if money.amount}
    parts = {key: money * amount.amount // whole for key, money in known.items()}
    largest = max(known, key=lambda key: (known[key], key))
    parts[largest] += amount.amount - sum(parts.values())
    return {key: Rupiah(part) for key, part in parts.items() if part}
