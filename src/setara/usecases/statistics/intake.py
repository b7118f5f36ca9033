"""Taking a table in: read, judged as a whole, and only then kept."""

from __future__ import annotations

from datetime import datetime

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.period import Period
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.sex import Sex
from setara.domain.foundation.verdict import require
from setara.domain.language.text import Language, Text
from setara.domain.statistics.observation import Nothing
from setara.domain.statistics.sheet import NotASexTable, Sheet, matched_places, read_sheet
from setara.domain.statistics.table import Column, Finding, Severity, SexRow
from setara.domain.statistics.table_checks import table_findings
from setara.formats.tables import Unreadable, read_grids
from setara.store.models import ElementRecord, GovernmentRecord, PlaceRecord
from setara.usecases.foundation.access import NotFound, government_of, visible
from setara.usecases.foundation.command import command, leave_event
from setara.usecases.foundation.files import keep_file
from setara.usecases.statistics.commands import (
    ELEMENT,
    NewObservation,
    cite_source,
    record_observations,
)

_BLOCKING = frozenset({Severity.ERROR})


class TableRefused(Exception):
    """Nothing of the file was kept; `findings` say cell by cell what to mend."""

    def __init__(self, reason: Text, findings: tuple[Finding, ...] = ()) -> None:
        super().__init__(reason.say(Language.ENGLISH))
        self.reason = reason
        self.findings = findings


@command("statistics.table.imported", says=Text("Tabel data diimpor", "Table imported"))
def import_table(
    *,
    by: Actor,
    at: datetime,
    element_code: str,
    year: int,
    publisher: str,
    document: str,
    name: str,
    content: bytes,
    is_sample: bool = False,
) -> int:
    """Keep a table by place for one element and year, with its file; all rows or none.

    Returns the id of the source. Raises TableRefused with findings by cell where the file
    cannot be read, holds no table by sex, contradicts itself or names unknown places; Refused
    for figures or a file that are there already.
    """
    require(by.may(Permission.IMPORT_STATISTICS))
    element = visible(by, ElementRecord.objects.filter(code=element_code)).first()
    if element is None:
        raise NotFound(ELEMENT)
    sheet, page = _sheet(element, name, content)
    figures = _figures_of(sheet, _judged(by, sheet), Period.year(year), page)
    file = keep_file(by=by, at=at, name=name, content=content)
    source_id = cite_source(
        by=by,
        at=at,
        publisher=publisher,
        document=document,
        locator=f"{name}, {page}",
        is_sample=is_sample,
        file_id=file.pk,
    )
    record_observations(
        by=by, at=at, element_code=element_code, source_id=source_id, figures=figures
    )
    leave_event("statistics.table.imported", by=by, at=at, subject=element, sha256=file.sha256)
    return source_id


def _figures_of(
    sheet: Sheet, codes: dict[int, str], period: Period, page: str
) -> list[NewObservation]:
    return [
        figure
        for row in sheet.table.rows
        for figure in _figures(row, codes[row.number], period, sheet, page)
    ]


def _sheet(element: ElementRecord, name: str, content: bytes) -> tuple[Sheet, str]:
    """The first sheet that holds a table by sex."""
    try:
        grids = read_grids(name, content)
    except Unreadable as unreadable:
        raise TableRefused(unreadable.reason) from unreadable
    refusal: NotASexTable | None = None
    for grid in grids:
        try:
            return read_sheet(grid.rows, element.as_rule_sees_it().measure), grid.sheet
        except NotASexTable as not_a_table:
            refusal = not_a_table
    raise TableRefused((refusal or NotASexTable()).reason)


def _judged(by: Actor, sheet: Sheet) -> dict[int, str]:
    """The place of each row. Raises TableRefused with everything that is wrong."""
    codes, unknown = matched_places(sheet.table.rows, _place_names(by))
    findings = (*sheet.findings, *table_findings(sheet.table), *unknown, *_total_finding(sheet))
    ordered = tuple(sorted(findings, key=lambda finding: finding.row))
    errors = [finding for finding in ordered if finding.severity in _BLOCKING]
    if errors:
        raise TableRefused(
            Text(
                "Berkas belum diterima: ada {count} hal yang perlu diperbaiki. Tidak ada angka "
                "yang disimpan.",
                "The file was not taken: {count} things need mending. No figure was kept.",
            ).filled(count=len(errors)),
            ordered,
        )
    if not sheet.table.rows:
        raise TableRefused(Text("Tabel tidak memuat baris data.", "The table has no rows of data."))
    return codes


def _place_names(by: Actor) -> dict[str, str]:
    """The sub-districts of the government by code."""
    home = GovernmentRecord.objects.get(pk=government_of(by)).place_id
    return dict(PlaceRecord.objects.filter(parent_id=home).values_list("code", "name"))


def _total_finding(sheet: Sheet) -> tuple[Finding, ...]:
    """A stated row of totals is compared with the rows, never added to them."""
    stated = sheet.stated_total
    if stated is None:
        return ()
    found = []
    for column, picked in ((Column.FEMALE, "female"), (Column.MALE, "male")):
        figures = [getattr(row, picked) for row in sheet.table.rows]
        known = [figure for figure in figures if not isinstance(figure, Nothing | None)]
        wanted = getattr(stated, picked)
        if isinstance(wanted, Nothing | None) or sum(known) == wanted:
            continue
        found.append(
            Finding(
                stated.number,
                column,
                Severity.ERROR,
                Text(
                    "Baris jumlah menyebut {stated}, tetapi baris-barisnya berjumlah {added}.",
                    "The total row says {stated}, but the rows add up to {added}.",
                ).filled(stated=wanted, added=sum(known)),
                Text(
                    "Periksa apakah ada baris yang hilang atau terhitung dua kali.",
                    "Check whether a row is missing or counted twice.",
                ),
            )
        )
    return tuple(found)


def _figures(
    row: SexRow, place_code: str, period: Period, sheet: Sheet, page: str
) -> list[NewObservation]:
    pairs = ((Sex.FEMALE, Column.FEMALE, row.female), (Sex.MALE, Column.MALE, row.male))
    return [
        NewObservation(
            place_code=place_code,
            period=period,
            sex=sex,
            value=Nothing.NOT_REPORTED if value is None else value,
            cell=f"{page}!{sheet.columns[column]}{row.number}",
        )
        for sex, column, value in pairs
    ]
