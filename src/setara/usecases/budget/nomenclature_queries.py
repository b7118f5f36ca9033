"""Questions about the nomenclature: the decrees there are, and what each calls a code."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet

from setara.domain.budget.activity import ActivityLevel
from setara.domain.budget.carry_over import code_key, name_key
from setara.domain.budget.nomenclature.entry import level_of, spellings
from setara.domain.budget.nomenclature.loading import DecreeYears
from setara.domain.budget.nomenclature.shipped import SHIPPED, SHIPPED_VERIFIED
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import ALLOWED, Verdict, require
from setara.domain.language.text import Text
from setara.domain.law.nomenclature import Activity, Edition, all_editions
from setara.store.models import NomenclatureEntryRecord, NomenclatureRecord
from setara.usecases.budget.nomenclature import is_unused, may_keep
from setara.usecases.foundation.access import visible

PAGE = 50


@dataclass(frozen=True, slots=True)
class NomenclatureFilter:
    """Which codes are asked for: words of a name or the beginning of a code; pages count from 1."""

    words: str = ""
    year: int | None = None
    level: ActivityLevel | None = None
    page: int = 1


@dataclass(frozen=True, slots=True)
class DecreeAnswer:
    """A loaded list with its extent; `may_withdraw` says also why not."""

    nomenclature_id: int
    decree: DecreeYears
    set_in: int | None
    entries: int
    sub_activities: int
    file_name: str
    sha256: str
    is_official: bool
    verified_by: str
    verified_at: datetime | None
    loaded_by: str
    loaded_at: datetime
    may_withdraw: Verdict

    @property
    def short_hash(self) -> str:
        """As much of the hash as a person compares."""
        return self.sha256[:12]


@dataclass(frozen=True, slots=True)
class ShippedAnswer:
    """A list that comes with Setara; `note` says how far it goes."""

    first_year: int
    last_year: int
    entries: int
    is_verified: bool
    note: Text


@dataclass(frozen=True, slots=True)
class Naming:
    """What one list calls a code."""

    decree: str | Text
    years: str
    code: str
    name: str
    indicator: str
    unit: str
    is_shipped: bool
    is_sure: bool


@dataclass(frozen=True, slots=True)
class CodeAnswer:
    """A code with what each list calls it, the earliest first."""

    code: str
    level: ActivityLevel
    namings: tuple[Naming, ...]

    @property
    def differs(self) -> bool:
        """Whether two lists call it otherwise."""
        return len({name_key(each.name) for each in self.namings}) > 1


@dataclass(frozen=True, slots=True)
class NomenclatureAnswer:
    """A page of codes out of all lists; `count` and `pages` are of all that were asked for."""

    decrees: tuple[DecreeAnswer, ...]
    shipped: tuple[ShippedAnswer, ...]
    codes: tuple[CodeAnswer, ...]
    count: int
    page: int
    pages: int
    may_load: Verdict


def nomenclature(*, by: Actor, only: NomenclatureFilter) -> NomenclatureAnswer:
    """A page of the nomenclature, searched. Cost: at most five queries and one for each list.

    Six thousand codes of two decrees take some 50 ms.
    """
    require(by.may(Permission.READ_RECORDS))
    records = list(_standing(by))
    editions = [each for each in all_editions() if only.year is None or each.holds_in(only.year)]
    asked = [row for row in records if only.year is None or _holds(row, only.year)]
    codes = sorted(_codes(asked, editions, only), key=_order)
    pages = max(-(-len(codes) // PAGE), 1)
    page = min(max(only.page, 1), pages)
    return NomenclatureAnswer(
        decrees=_decrees(records, may=may_keep(by)),
        shipped=tuple(_shipped(each) for each in all_editions()),
        codes=_answers(codes[(page - 1) * PAGE : page * PAGE], records),
        count=len(codes),
        page=page,
        pages=pages,
        may_load=may_keep(by),
    )


def decrees(*, by: Actor) -> tuple[DecreeAnswer, ...]:
    """The loaded lists, for whoever may read or keep them. Cost: one query each, and two."""
    require(ALLOWED if by.is_operator else by.may(Permission.READ_RECORDS))
    return _decrees(list(_standing(by)), may=may_keep(by))


def _decrees(records: Sequence[NomenclatureRecord], *, may: Verdict) -> tuple[DecreeAnswer, ...]:
    """The lists with their extents. Cost: one query for each, and one."""
    extents = {
        row["nomenclature"]: row
        for row in NomenclatureEntryRecord.objects.filter(nomenclature__in=records)
        .values("nomenclature")
        .annotate(all=Count("pk"), sub=Count("pk", filter=Q(level=ActivityLevel.SUB_ACTIVITY)))
    }
    return tuple(
        DecreeAnswer(
            nomenclature_id=row.pk,
            decree=row.as_rule_sees_it(),
            set_in=row.set_in,
            entries=extents[row.pk]["all"] if row.pk in extents else 0,
            sub_activities=extents[row.pk]["sub"] if row.pk in extents else 0,
            file_name=row.file.name,
            sha256=row.file.sha256,
            is_official=row.is_official,
            verified_by=row.verified_by,
            verified_at=row.verified_at,
            loaded_by=row.loaded_by,
            loaded_at=row.loaded_at,
            may_withdraw=is_unused(row) if may.allowed else may,
        )
        for row in records
    )


def _standing(by: Actor) -> QuerySet[NomenclatureRecord]:
    rows = visible(by, NomenclatureRecord.objects.filter(withdrawn_at__isnull=True))
    ordered = rows.order_by("first_year", "decree")
    return ordered.select_related("file").defer("file__content")


def _holds(row: NomenclatureRecord, year: int) -> bool:
    return row.first_year <= year <= row.last_year


def _codes(
    records: Sequence[NomenclatureRecord], editions: Iterable[Edition], only: NomenclatureFilter
) -> set[str]:
    """The codes asked for, one for both widths of a sub kegiatan: the longer one."""
    rows = NomenclatureEntryRecord.objects.filter(nomenclature__in=records)
    if only.level is not None:
        rows = rows.filter(level=only.level)
    for word in only.words.split():
        rows = rows.filter(Q(name__icontains=word) | Q(code__startswith=word))
    found = set(rows.values_list("code", flat=True))
    for edition in editions:
        found |= {each.code for each in edition.activities if _fits(each, only)}
    return set({code_key(code): code for code in sorted(found, key=len)}.values())


def _fits(line: Activity, only: NomenclatureFilter) -> bool:
    if only.level is not None and line.level != only.level:
        return False
    name = line.name.casefold()
    return all(word.casefold() in name or line.code.startswith(word) for word in only.words.split())


def _order(code: str) -> list[str]:
    return [part.zfill(4) for part in code.split(".")]


def _answers(codes: Sequence[str], records: Sequence[NomenclatureRecord]) -> tuple[CodeAnswer, ...]:
    namings = _namings(codes, records)
    return tuple(CodeAnswer(code, level_of(code), tuple(namings[code_key(code)])) for code in codes)


def _namings(
    codes: Sequence[str], records: Sequence[NomenclatureRecord]
) -> dict[str, list[Naming]]:
    """Each list's name for each code, by `code_key`; in both widths. Cost: one query."""
    by_pk = {row.pk: row for row in records}
    written = {spelled for code in codes for spelled in spellings(code)}
    rows = NomenclatureEntryRecord.objects.filter(nomenclature__in=records, code__in=written)
    found: dict[str, list[Naming]] = defaultdict(list)
    for row in sorted(rows, key=lambda each: by_pk[each.nomenclature_id].first_year):
        decree = by_pk[row.nomenclature_id]
        found[code_key(row.code)].append(
            Naming(
                decree=decree.decree,
                years=decree.as_rule_sees_it().years,
                code=row.code,
                name=row.name,
                indicator=row.indicator,
                unit=row.unit,
                is_shipped=False,
                is_sure=decree.is_sure,
            )
        )
    for edition in all_editions():
        for line in edition.activities:
            if line.code in written:
                found[code_key(line.code)].append(_shipped_naming(edition, line))
    return found


def _shipped_naming(edition: Edition, line: Activity) -> Naming:
    return Naming(
        decree=SHIPPED_VERIFIED if edition.verified else SHIPPED,
        years=f"{edition.first_year}–{edition.last_year}",
        code=line.code,
        name=line.name,
        indicator=line.indicator,
        unit=line.unit,
        is_shipped=True,
        is_sure=edition.verified,
    )


def _shipped(edition: Edition) -> ShippedAnswer:
    return ShippedAnswer(
        first_year=edition.first_year,
        last_year=edition.last_year,
        entries=len(edition.activities),
        is_verified=edition.verified,
        note=edition.note,
    )
