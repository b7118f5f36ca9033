"""The recapitulation of gender-responsive money (ARG) of a year: rupiah first, then shares."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from setara.domain.budget.activity import ActivityLevel, above, normal_form
from setara.domain.budget.allocation import AllocationCategory, Denominator
from setara.domain.budget.denominators import NOTHING, AccountWhole, Denominators
from setara.domain.foundation.money import Rupiah, total
from setara.domain.foundation.share import Share
from setara.domain.language.text import Text, same


class Numerator(StrEnum):
    """What counts as gender-responsive money; the ways differ much, so each is named."""

    APPROVED_STATEMENTS = "i"
    ACTIONS = "ii"
    WEIGHTED = "iii"

    @property
    def label(self) -> Text:
        """The way in words."""
        return NUMERATORS[self]


NUMERATORS = {
    Numerator.APPROVED_STATEMENTS: Text(
        "(i) seluruh pagu sub kegiatan yang GBS-nya disetujui",
        "(i) the full budget of each sub-activity with an approved GBS",
    ),
    Numerator.ACTIONS: Text(
        "(ii) hanya komponen rencana aksi dalam GBS",
        "(ii) only the components of the action plan in the GBS",
    ),
    Numerator.WEIGHTED: Text(
        "(iii) pagu yang ditandai, dikalikan bobotnya", "(iii) the tagged budget times its weight"
    ),
}


@dataclass(frozen=True, slots=True)
class RecapLine:
    """One sub-activity whose money counts.

    `gross` is the money counted, out of the latest book; `weighted` that money by its weight,
    None where the numerator does not weigh. `pagu` is the book before the mid-year change and
    `revised` the one after, None where there is no such book; `realised` None where not known.
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

    @property
    def affair_field(self) -> str:
        """The code of its bidang urusan."""
        return above(normal_form(self.code), ActivityLevel.AFFAIR_FIELD)


@dataclass(frozen=True, slots=True)
class Sums:
    """What lines come to; an amount is None where one of the lines lacks it.

    `realised` adds up what is known and `unrealised` counts the lines without.
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
    """The lines of one category, agency or field, with their share of all ARG.

    `of_whole` is the share of the agency's own budget, for agencies.
    """

    key: str
    name: Text
    sums: Sums
    of_all: Share | None
    of_whole: Share | None = None


@dataclass(frozen=True, slots=True)
class NamedShare:
    """The share under one denominator, or the reason why there is none."""

    key: str
    letter: str
    name: Text
    source: str
    verified: bool
    note: Text | None
    whole: Rupiah | None
    share: Share | None
    reason: Text | None


@dataclass(frozen=True, slots=True)
class Book:
    """The budget book the money is of: its name, its total, its agencies' totals.

    `accounts` holds the money of each lowest account, None where the book has none.
    """

    year: int
    phase: str
    name: Text
    total: Rupiah
    agencies: Mapping[str, Rupiah]
    accounts: Mapping[str, Rupiah] | None = None


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

    @property
    def of_book(self) -> NamedShare:
        """The share of the whole book, the one every book has."""
        return self.shares[0]


@dataclass(frozen=True, slots=True)
class YearLine:
    """One year of the series; `breaks` say why it cannot be compared with the year before."""

    year: int
    book: Text
    gross: Rupiah
    whole: Rupiah
    share: Share | None
    breaks: tuple[Text, ...]


BOOK_SOURCE = Text(
    "jumlah seluruh sub kegiatan dalam berkas yang diunggah",
    "the sum of all sub-activities in the uploaded file",
)
NUMERATOR_CHANGED = Text("yang dihitung sebagai ARG berubah", "what counts as ARG has changed")
PHASE_CHANGED = Text(
    "tahap anggarannya lain ({before} menjadi {now})",
    "the phase of the budget differs ({before}, then {now})",
)
CHART_CHANGED = Text(
    "bagan akun berganti, sehingga penyebutnya lain",
    "the chart of accounts changed, and with it the denominators",
)
YEARS_MISSING = Text(
    "tidak ada buku anggaran di antara {before} dan {now}",
    "no budget book between {before} and {now}",
)


def recap(
    lines: Iterable[RecapLine],
    *,
    book: Book,
    numerator: Numerator,
    wholes: Denominators,
    fields: Mapping[str, Text],
) -> Recap:
    """The recapitulation; `fields` names the bidang urusan by code.

    Each agency and code may stand once: the caller counts no money twice. Raises ValueError.
    """
    counted = tuple(lines)
    if len({(line.agency, line.code) for line in counted}) != len(counted):
        message = "a sub-activity of an agency is counted twice"
        raise ValueError(message)
    all_of_it = summed(counted)
    return Recap(
        book=book,
        numerator=numerator,
        lines=counted,
        total=all_of_it,
        shares=_shares(all_of_it.gross, book, wholes),
        by_category=tuple(
            _part(each.value, each.label, [x for x in counted if x.category is each], all_of_it)
            for each in AllocationCategory
        ),
        by_agency=_by_agency(counted, all_of_it, book),
        by_field=tuple(
            _part(code, fields.get(code, same(code)), found, all_of_it)
            for code, found in sorted(_grouped(counted, lambda each: each.affair_field).items())
        ),
    )


def summed(lines: Iterable[RecapLine]) -> Sums:
    """What the lines come to."""
    found = tuple(lines)
    known = [line.realised for line in found if line.realised is not None]
    return Sums(
        lines=len(found),
        gross=total(line.gross for line in found),
        weighted=_whole_sum([line.weighted for line in found]),
        pagu=_whole_sum([line.pagu for line in found]),
        revised=_whole_sum([line.revised for line in found]),
        realised=total(known) if known else None,
        unrealised=len(found) - len(known),
    )


def over_years(recaps: Sequence[Recap], wholes: Denominators) -> tuple[YearLine, ...]:
    """The years in order, each with what breaks it off from the one before it."""
    ordered = sorted(recaps, key=lambda each: each.book.year)
    befores: list[Recap | None] = [None, *ordered]
    return tuple(
        YearLine(
            year=now.book.year,
            book=now.book.name,
            gross=now.total.gross,
            whole=now.book.total,
            share=now.of_book.share,
            breaks=() if before is None else _breaks(before, now, wholes),
        )
        for before, now in zip(befores, ordered, strict=False)
    )


def _breaks(before: Recap, now: Recap, wholes: Denominators) -> tuple[Text, ...]:
    found = []
    if now.book.year > before.book.year + 1:
        found.append(YEARS_MISSING.filled(before=str(before.book.year), now=str(now.book.year)))
    if before.numerator is not now.numerator:
        found.append(NUMERATOR_CHANGED)
    if before.book.phase != now.book.phase:
        found.append(PHASE_CHANGED.filled(before=before.book.phase, now=now.book.phase))
    if wholes.chart_of(before.book.year) != wholes.chart_of(now.book.year):
        found.append(CHART_CHANGED)
    return tuple(found)


def _shares(counted: Rupiah, book: Book, wholes: Denominators) -> tuple[NamedShare, ...]:
    own = Denominator.BOOK.label.filled(book=book.name)
    of_book = NamedShare(
        key=Denominator.BOOK.value,
        letter="",
        name=own,
        source="",
        verified=True,
        note=BOOK_SOURCE,
        whole=book.total,
        share=_share(counted, book.total, own),
        reason=None if book.total.amount else NOTHING,
    )
    return (of_book, *(_of_accounts(each, counted, book, wholes) for each in wholes.wholes))


def _of_accounts(
    each: AccountWhole, counted: Rupiah, book: Book, wholes: Denominators
) -> NamedShare:
    found = wholes.measured(each, year=book.year, accounts=book.accounts)
    whole = found if isinstance(found, Rupiah) else None
    return NamedShare(
        key=each.key,
        letter=each.letter,
        name=each.name,
        source=each.source,
        verified=each.verified,
        note=each.note,
        whole=whole,
        share=None if whole is None else _share(counted, whole, each.name),
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
    lines: Iterable[RecapLine],
    all_of_it: Sums,
    of_whole: Share | None = None,
) -> Part:
    sums = summed(lines)
    of = Text("seluruh ARG", "all ARG")
    return Part(key, name, sums, _share(sums.gross, all_of_it.gross, of), of_whole)


def _share(part: Rupiah, whole: Rupiah, of: Text) -> Share | None:
    return Share(part.amount, whole.amount, of) if whole.amount else None


def _grouped(
    lines: Iterable[RecapLine], by: Callable[[RecapLine], str]
) -> dict[str, list[RecapLine]]:
    found: dict[str, list[RecapLine]] = {}
    for line in lines:
        found.setdefault(by(line), []).append(line)
    return found


def _whole_sum(amounts: Sequence[Rupiah | None]) -> Rupiah | None:
    known = [amount for amount in amounts if amount is not None]
    return total(known) if len(known) == len(amounts) else None
