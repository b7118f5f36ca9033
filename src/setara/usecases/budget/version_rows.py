"""A version of the budget as rows: the lowest lines of all its books with the names above them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from setara.domain.budget.activity import (
    ActivityLevel,
    BadActivityCode,
    above,
    sub_activity_code,
)
from setara.domain.budget.reading.exported import ExportedRow
from setara.domain.budget.reading.line import plain
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import require
from setara.domain.language.text import Language
from setara.domain.law.nomenclature import activities
from setara.store.lake.budget_details import Detail, details_in
from setara.store.models import AgencyRecord, BudgetLineRecord, BudgetVersionRecord
from setara.usecases.budget.details import detail_files
from setara.usecases.budget.queries import VERSION
from setara.usecases.budget.stored_versions import live_versions
from setara.usecases.foundation.access import one, visible

_UPPER = (
    ActivityLevel.AFFAIR,
    ActivityLevel.AFFAIR_FIELD,
    ActivityLevel.PROGRAM,
    ActivityLevel.ACTIVITY,
)

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class KeptLine:
    """A sub kegiatan of the version with the money its record has."""

    line_id: int
    agency: str
    code: str
    name: str
    amount: int
    realised: int | None


@dataclass(frozen=True, slots=True)
class VersionRows:
    """What an export of a version is made of; `details` are read when they are asked for."""

    version: BudgetVersionRecord
    lines: Mapping[Key, KeptLine]
    agencies: Mapping[str, str]
    names: Mapping[str, str]

    def details(self) -> Iterator[Detail]:
        """The lowest lines, book by book, in the order of their files."""
        for file in detail_files(self.version).values():
            yield from details_in(file)

    def rows(self, details: Iterable[Detail] | None = None) -> Iterator[ExportedRow]:
        """The rows of the export: each sub kegiatan's own money once, on its first row."""
        waiting = dict(self.lines)
        upper = UpperCodes(self.names)
        stage = self.version.stage.name.say(Language.INDONESIAN)
        for detail in self.details() if details is None else details:
            own = waiting.pop((detail.agency, detail.activity), None)
            yield self._row(stage, upper, detail, own)
        for line in waiting.values():
            alone = Detail(
                0, line.agency, line.code, line.name, "", "", "", None, None, None, "", ""
            )
            yield self._row(stage, upper, alone, line)

    def _row(
        self, stage: str, upper: UpperCodes, detail: Detail, own: KeptLine | None
    ) -> ExportedRow:
        money = (detail.before, detail.amount, detail.realised)
        return ExportedRow._make(
            (
                self.version.year,
                stage,
                detail.agency,
                self.agencies.get(detail.agency, ""),
                *upper[detail.activity],
                detail.activity,
                own.name if own else detail.name,
                detail.account,
                detail.account_name,
                detail.text,
                detail.fund,
                detail.location,
                *(None if each is None else plain(each) for each in money),  # type: ignore[arg-type]
                own.amount if own else None,
                own.realised if own else None,
            )
        )


class UpperCodes(dict[str, tuple[str, ...]]):
    """Code and name of urusan, bidang urusan, program and kegiatan above a sub kegiatan.

    Empty for codes of the nomenclature of Permendagri 13/2006, whose parts mean something else.
    """

    def __init__(self, names: Mapping[str, str]) -> None:
        super().__init__()
        self._names = names

    def __missing__(self, code: str) -> tuple[str, ...]:
        found = self[code] = tuple(self._above(code))
        return found

    def _above(self, code: str) -> Iterable[str]:
        try:
            known = sub_activity_code(code).text
        except BadActivityCode:
            return [""] * (2 * len(_UPPER))
        codes = [above(known, level) for level in _UPPER]
        return [part for each in codes for part in (each, self._names.get(each, ""))]


def version_rows(*, by: Actor, version_id: int, today: date) -> VersionRows:
    """What a version holds. Raises NotFound. Cost: four queries, and one for each book."""
    require(by.may(Permission.READ_RECORDS))
    version = one(by, live_versions(), version_id, what=VERSION)
    return VersionRows(
        version=version,
        lines=_kept_lines(version),
        agencies=_agency_names(by, today),
        names={each.code: each.name for each in activities(version.year)},
    )


def _kept_lines(version: BudgetVersionRecord) -> dict[Key, KeptLine]:
    rows = BudgetLineRecord.objects.filter(version=version).order_by("book", "row", "pk")
    values = rows.values_list("pk", "agency__code", "code", "name", "amount", "realised")
    return {(each[1], each[2]): KeptLine(*each) for each in values}


def _agency_names(by: Actor, today: date) -> dict[str, str]:
    rows = visible(by, AgencyRecord.objects.prefetch_related("names"))
    return {row.code: row.as_rule_sees_it().name_on(today).name for row in rows}
