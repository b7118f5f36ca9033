"""The recapitulation of gender-responsive money (ARG) of a year: rupiah first, then shares."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from setara.domain.budget.activity import ActivityLevel, above, normal_form
from setara.domain.budget.allocation import AllocationCategory, Denominator
from setara.domain.budget.denominators import NOTHING, AccountWhole, Denominators
from setara.domain.budget.missions import UNMAPPED, UNMAPPED_NAME
from setara.domain.budget.numerators import Numerator
from setara.domain.budget.whereabouts import NOWHERE, NOWHERE_NAME, SEVERAL, SEVERAL_NAME
from setara.domain.foundation.money import Rupiah, total
from setara.domain.foundation.share import Share
from setara.domain.language.text import Text, listed, same

M = TypeVar("M", bound="Money")


NO_MONEY = Rupiah(0)


class Money(Protocol):
    """What is added up: see RecapLine for each amount."""

    @property
    def gross(self) -> Rupiah: ...
    @property
    def weighted(self) -> Rupiah | None: ...
    @property
    def pagu(self) -> Rupiah | None: ...
    @property
    def revised(self) -> Rupiah | None: ...
    @property
    def realised(self) -> Rupiah | None: ...


@dataclass(frozen=True, slots=True)
class Slice:
    """The part of a line's money that goes to one sub-district, or to SEVERAL, or NOWHERE."""

    district: str
    gross: Rupiah
    weighted: Rupiah | None = None
    pagu: Rupiah | None = None
    revised: Rupiah | None = None
    realised: Rupiah | None = None


@dataclass(frozen=True, slots=True)
class RecapLine:
    """One sub-activity whose money counts.

    `gross` is the money counted, out of the latest book; `weighted` that money by its weight,
    None where the numerator does not weigh. `pagu` is the book before the mid-year change and
    `revised` the one after, None where there is no such book; `realised` None where not known.
    `mission` is the number of the mission it serves, UNMAPPED where none is known; `slices` are
    its money by sub-district, each amount adding up to the line's.
    """

    category: AllocationCategory
    agency: str
    agency_name: str
    code: str
    name: str
    gross: Rupiah
    weighted: Rupiah | None = None
    pagu: Rupiah | None = None
    revised: Rupiah | None = None
    realised: Rupiah | None = None
    mission: str = UNMAPPED
    slices: tuple[Slice, ...] = ()

    @property
    def affair_field(self) -> str:
        """The code of its bidang urusan."""
        return above(normal_form(self.code), ActivityLevel.AFFAIR_FIELD)

    @property
    def by_district(self) -> tuple[Slice, ...]:
        """Its money by sub-district; all of it NOWHERE where nothing is known."""
        return self.slices or (
            Slice(NOWHERE, self.gross, self.weighted, self.pagu, self.revised, self.realised),
        )


@dataclass(frozen=True, slots=True)
class Sums:
    """What lines come to; an amount is None where one of the lines lacks it.

    `realised` adds up what is known and `unrealised` counts the lines without. No lines come to
    Rp0 of everything.
    """

    lines: int
    gross: Rupiah
    weighted: Rupiah | None
    pagu: Rupiah | None
    revised: Rupiah | None
    realised: Rupiah | None
    unrealised: int

    @property
    def change(self) -> Rupiah | None:
        """What the mid-year change added."""
        if self.pagu is None or self.revised is None:
            return None
        return self.revised - self.pagu


@dataclass(frozen=True, slots=True)
class Part:
    """The lines of one category, agency, field, mission or sub-district, with their share of ARG.

    `of_whole` is the share of the agency's own budget, for agencies.
    """

    key: str
    name: Text
    sums: Sums
    of_all: Share | None
    of_whole: Share | None = None


@dataclass(frozen=True, slots=True)
class NamedShare:
    """The share under one denominator, or the reason why there is none.

    `weighted` is the share of the weighted money, None where the numerator does not weigh.
    """

    key: str
    letter: str
    name: Text
    source: str
    verified: bool
    note: Text | None
    whole: Rupiah | None
    share: Share | None
    weighted: Share | None
    reason: Text | None


def lettered(of: NamedShare) -> Text:
    """The denominator with its letter, where it has one."""
    if not of.letter:
        return of.name
    return Text("{letter}. {name}", "{letter}. {name}").filled(letter=of.letter, name=of.name)


@dataclass(frozen=True, slots=True)
class Book:
    """The budget book the money is of: its name, its total, its agencies' totals.

    `accounts` holds the money of each lowest account, None where no agency's book has any.
    `without_accounts` names the agencies whose books have none; `unplaced` is the money of the
    others that stands at no account. `earlier` names the agencies that are not in this book yet,
    each with the one their money is of.
    """

    year: int
    phase: str
    name: Text
    total: Rupiah
    agencies: Mapping[str, Rupiah]
    accounts: Mapping[str, Rupiah] | None = None
    without_accounts: tuple[str, ...] = ()
    unplaced: Rupiah = NO_MONEY
    earlier: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Names:
    """Names of the parts by key; every mission and sub-district is shown, also without money."""

    fields: Mapping[str, Text] = field(default_factory=dict)
    missions: Mapping[str, Text] = field(default_factory=dict)
    districts: Mapping[str, Text] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Recap:
    """The recapitulation of one book; the parts of each kind add up to `total`."""

    book: Book
    numerator: Numerator
    lines: tuple[RecapLine, ...]
    total: Sums
    shares: tuple[NamedShare, ...]
    by_category: tuple[Part, ...]
    by_agency: tuple[Part, ...]
    by_field: tuple[Part, ...]
    by_mission: tuple[Part, ...]
    by_district: tuple[Part, ...]

    @property
    def of_book(self) -> NamedShare:
        """The share of the whole book, the one every book has."""
        return self.shares[0]


BOOK_SOURCE = Text(
    "jumlah seluruh sub kegiatan dalam berkas yang diunggah",
    "the sum of all sub-activities in the uploaded file",
)
MISSING_AGENCIES = Text(
    "tidak dapat dihitung: tanpa kode rekening dalam buku {agencies}",
    "cannot be computed: no account codes in the books of {agencies}",
)
_MOST_NAMED = 5


def recap(
    lines: Iterable[RecapLine],
    *,
    book: Book,
    numerator: Numerator,
    wholes: Denominators,
    names: Names,
) -> Recap:
    """The recapitulation, its parts under the given names.

    Each agency and code may stand once: the caller counts no money twice. Raises ValueError.
    """
    counted = tuple(lines)
    if len({(line.agency, line.code) for line in counted}) != len(counted):
        message = "a sub-activity of an agency is counted twice"
        raise ValueError(message)
    all_of_it = summed(counted)
    slices = [part for line in counted for part in line.by_district]
    categories = {each.value: each.label for each in AllocationCategory}
    missions = {**names.missions, UNMAPPED: UNMAPPED_NAME}
    districts = {**names.districts, SEVERAL: SEVERAL_NAME, NOWHERE: NOWHERE_NAME}
    return Recap(
        book=book,
        numerator=numerator,
        lines=counted,
        total=all_of_it,
        shares=_shares(all_of_it, book, wholes),
        by_category=_every(counted, lambda each: each.category.value, categories, all_of_it),
        by_agency=_by_agency(counted, all_of_it, book),
        by_field=_named(counted, lambda each: each.affair_field, names.fields, all_of_it),
        by_mission=_every(counted, lambda each: each.mission, missions, all_of_it),
        by_district=_every(slices, lambda each: each.district, districts, all_of_it),
    )


def summed(lines: Iterable[Money]) -> Sums:
    """What the lines come to."""
    found = tuple(lines)
    known = [line.realised for line in found if line.realised is not None]
    return Sums(
        lines=len(found),
        gross=total(line.gross for line in found),
        weighted=_whole_sum([line.weighted for line in found]),
        pagu=_whole_sum([line.pagu for line in found]),
        revised=_whole_sum([line.revised for line in found]),
        realised=total(known) if known or not found else None,
        unrealised=len(found) - len(known),
    )


def _shares(counted: Sums, book: Book, wholes: Denominators) -> tuple[NamedShare, ...]:
    own = Denominator.BOOK.label.filled(book=book.name)
    of_book = NamedShare(
        key=Denominator.BOOK.value,
        letter="",
        name=own,
        source="",
        verified=True,
        note=BOOK_SOURCE,
        whole=book.total,
        share=_share(counted.gross, book.total, own),
        weighted=_weighted(counted, book.total, own),
        reason=None if book.total.amount else NOTHING,
    )
    return (of_book, *(_of_accounts(each, counted, book, wholes) for each in wholes.wholes))


def _of_accounts(each: AccountWhole, counted: Sums, book: Book, wholes: Denominators) -> NamedShare:
    found = wholes.measured(each, year=book.year, accounts=book.accounts)
    if isinstance(found, Rupiah) and book.without_accounts:
        # Part of a whole would make the share look larger than it is.
        found = MISSING_AGENCIES.filled(agencies=_few(book.without_accounts))
    whole = found if isinstance(found, Rupiah) else None
    return NamedShare(
        key=each.key,
        letter=each.letter,
        name=each.name,
        source=each.source,
        verified=each.verified,
        note=each.note,
        whole=whole,
        share=None if whole is None else _share(counted.gross, whole, each.name),
        weighted=None if whole is None else _weighted(counted, whole, each.name),
        reason=found if isinstance(found, Text) else None,
    )


def _by_agency(counted: tuple[RecapLine, ...], all_of_it: Sums, book: Book) -> tuple[Part, ...]:
    parts = []
    for agency, found in _grouped(counted, lambda each: each.agency).items():
        name = found[0].agency_name
        own = Denominator.AGENCY.label.filled(book=book.name, agency=name)
        whole = _share(summed(found).gross, book.agencies.get(agency, Rupiah(0)), own)
        parts.append(_part(agency, same(name), found, all_of_it, whole))
    return tuple(sorted(parts, key=lambda each: (-each.sums.gross.amount, each.key)))


def _part(
    key: str,
    name: Text,
    lines: Iterable[Money],
    all_of_it: Sums,
    of_whole: Share | None = None,
) -> Part:
    sums = summed(lines)
    of = Text("seluruh ARG", "all ARG")
    return Part(key, name, sums, _share(sums.gross, all_of_it.gross, of), of_whole)


def _named(
    lines: Iterable[M], by: Callable[[M], str], names: Mapping[str, Text], all_of_it: Sums
) -> tuple[Part, ...]:
    """The parts that have lines, by code."""
    found = sorted(_grouped(lines, by).items())
    return tuple(_part(key, names.get(key, same(key)), each, all_of_it) for key, each in found)


def _every(
    lines: Iterable[M], by: Callable[[M], str], names: Mapping[str, Text], all_of_it: Sums
) -> tuple[Part, ...]:
    """All parts there are names for, in their order, and then those there is none for."""
    found = _grouped(lines, by)
    keys = [*names, *sorted(found.keys() - names.keys())]
    return tuple(
        _part(key, names.get(key, same(key)), found.get(key, ()), all_of_it) for key in keys
    )


def _few(named: Sequence[str]) -> Text:
    shown = [same(each) for each in named[:_MOST_NAMED]]
    if len(named) > _MOST_NAMED:
        more = Text("{n} lainnya", "{n} more").filled(n=len(named) - _MOST_NAMED)
        shown.append(more)
    return listed(shown)


def _share(part: Rupiah, whole: Rupiah, of: Text) -> Share | None:
    return Share(part.amount, whole.amount, of) if whole.amount else None


def _weighted(counted: Sums, whole: Rupiah, of: Text) -> Share | None:
    return None if counted.weighted is None else _share(counted.weighted, whole, of)


def _grouped(lines: Iterable[M], by: Callable[[M], str]) -> dict[str, list[M]]:
    found: dict[str, list[M]] = {}
    for line in lines:
        found.setdefault(by(line), []).append(line)
    return found


def _whole_sum(amounts: Sequence[Rupiah | None]) -> Rupiah | None:
    known = [amount for amount in amounts if amount is not None]
    return total(known) if len(known) == len(amounts) else None
