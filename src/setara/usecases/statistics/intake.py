"""Taking a table in: read, judged as a whole, and only then kept, with how it was read."""

from __future__ import annotations

from datetime import datetime

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.period import Period
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import require
from setara.domain.language.text import Text
from setara.store.models import ReadingMapRecord
from setara.usecases.foundation.access import government_of
from setara.usecases.foundation.command import command, leave_event
from setara.usecases.statistics.bringing import may_bring
from setara.usecases.statistics.commands import (
    NewObservation,
    cite_source,
    record_observations,
)
from setara.usecases.statistics.receiving import (
    NO_CHOICES,
    Choices,
    ReadAnswer,
    TableRefused,
    element_of,
    read_received,
    receive_table,
)

__all__ = ["TableRefused", "import_table", "take_in"]

NO_ROWS = Text("Tabel tidak memuat baris data.", "The table has no rows of data.")
NOT_TAKEN = Text(
    "Berkas belum diterima: ada {count} hal yang perlu diperbaiki. Tidak ada angka yang disimpan.",
    "The file was not taken: {count} things need mending. No figure was kept.",
)


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
    """Keep a table for one element and year, with its file, as it was understood; all or none.

    Returns the id of the source. Raises TableRefused with findings by cell where the file
    cannot be read, holds no table by sex, contradicts itself or names unknown places; Refused
    for figures or a file that are there already.
    """
    require(by.may(Permission.IMPORT_STATISTICS))
    element = element_of(by, element_code)
    source_id = take_in(
        by=by,
        at=at,
        file_id=receive_table(by=by, at=at, name=name, content=content),
        element_code=element_code,
        publisher=publisher,
        document=document,
        choices=Choices(year=year),
        is_sample=is_sample,
    )
    leave_event("statistics.table.imported", by=by, at=at, subject=element, source=source_id)
    return source_id


@command(
    "statistics.table.taken_in",
    says=Text("Tabel dipetakan dan disimpan", "Table mapped and taken in"),
)
def take_in(
    *,
    by: Actor,
    at: datetime,
    file_id: int,
    element_code: str,
    publisher: str,
    document: str,
    choices: Choices = NO_CHOICES,
    is_sample: bool = False,
) -> int:
    """Keep the figures of a received file as it is read with these choices, and remember them.

    Returns the id of the source. Raises TableRefused with findings by cell; Refused for figures
    that are there already; NotFound.
    """
    element = element_of(by, element_code)
    require(may_bring(by, element))
    read = read_received(
        by=by, file_id=file_id, producer=publisher, element_code=element_code, choices=choices
    )
    figures = _judged(read)
    source_id = cite_source(
        by=by,
        at=at,
        publisher=publisher,
        document=document,
        locator=f"{read.file_name}, {read.sheet.name}"[:200],
        is_sample=is_sample,
        file_id=file_id,
    )
    record_observations(
        by=by, at=at, element_code=element_code, source_id=source_id, figures=figures
    )
    _remember(by, at, publisher, read)
    event, kept = "statistics.table.taken_in", len(figures)
    leave_event(event, by=by, at=at, subject=element, file=file_id, figures=kept)
    return source_id


def _judged(read: ReadAnswer) -> list[NewObservation]:
    """The figures to keep. Raises TableRefused with everything that is wrong."""
    errors = read.taken.errors
    if errors:
        raise TableRefused(NOT_TAKEN.filled(count=len(errors)), read.taken.findings)
    if not read.taken.figures:
        raise TableRefused(NO_ROWS)
    return [
        NewObservation(
            place_code=figure.place_code,
            period=Period.year(figure.year),
            sex=figure.sex,
            value=figure.value,
            cell=f"{read.sheet.name}!{figure.cell}",
            breakdown=figure.breakdown,
        )
        for figure in read.taken.figures
    ]


def _remember(by: Actor, at: datetime, producer: str, read: ReadAnswer) -> None:
    """Keep how the file was read, for the next one of the same build."""
    ReadingMapRecord.objects.update_or_create(
        government_id=government_of(by),
        producer=producer.strip(),
        fingerprint=read.chosen.fingerprint,
        defaults={
            "mapping": read.chosen.as_data(),
            "remembered_at": at,
            "remembered_by": by.name,
        },
    )
