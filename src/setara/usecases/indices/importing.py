"""Taking tables of BPS in: received, looked at, and only then kept, all of it or nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.utils.timezone import localdate

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.period import Period
from setara.domain.foundation.place import COUNTRY_CODE
from setara.domain.foundation.verdict import refused, require
from setara.domain.indices.bps.measures import Vintage
from setara.domain.indices.bps.reading import IndexFigure
from setara.domain.indices.bps.regions import regions
from setara.domain.language.text import Language, Text
from setara.domain.law.places import LawPlace
from setara.domain.statistics.seed import seed
from setara.store.models import ElementRecord, ReceivedFileRecord
from setara.usecases.foundation.access import one, visible
from setara.usecases.foundation.command import command, leave_event
from setara.usecases.foundation.files import keep_file
from setara.usecases.foundation.territory import keep_places
from setara.usecases.indices.importing_queries import (
    NOTHING_NEAR,
    IndexFileAnswer,
    home_code,
    index_file,
    is_held,
    may_import,
    read_or_refuse,
)
from setara.usecases.statistics.commands import NewObservation, cite_source
from setara.usecases.statistics.element_rows import row_of
from setara.usecases.statistics.figures import keep_figures
from setara.usecases.statistics.receiving import FILE, waiting_file

REASON = Text("Tabel BPS: {document}", "Table of BPS: {document}")


@command("indices.table.received", says=Text("Berkas tabel BPS diterima", "BPS table received"))
def receive_index_table(*, by: Actor, at: datetime, name: str, content: bytes) -> int:
    """Keep a file of BPS tables, to be looked at before any figure of it is kept.

    Returns its id; a file that was received before but not taken in is found again. Raises
    TableRefused for what holds no figure of an index; Refused for a file that was taken in.
    """
    require(may_import(by))
    read_or_refuse(name, content, None)
    file = waiting_file(by, content) or keep_file(by=by, at=at, name=name, content=content)
    leave_event("indices.table.received", by=by, at=at, subject=file, sha256=file.sha256)
    return file.pk


@command("indices.table.imported", says=Text("Tabel BPS disimpan", "BPS table taken in"))
def import_index_table(
    *,
    by: Actor,
    at: datetime,
    file_id: int,
    publisher: str,
    document: str,
    vintage: Vintage | None = None,
    is_sample: bool = False,
) -> int:
    """Keep the figures of a received file that are of the government's surroundings.

    New figures are recorded, changed ones replace those of before as versions, “not available”
    replaces nothing. Missing elements and places are added from the shipped lists. Returns the id
    of the source. Raises Refused where the series has to be named first, nothing is there to keep,
    or the file was taken in; TableRefused; NotFound. Cost: ten queries an element, two a change.
    """
    require(may_import(by))
    read = index_file(by=by, file_id=file_id, vintage=vintage)
    _refuse_unfit(read, localdate(at).year)
    _keep_surroundings(by)
    _add_elements(by, {figure.measure.element_code for figure in read.figures})
    source_id = cite_source(
        by=by,
        at=at,
        publisher=publisher,
        document=document,
        locator=_locator(read),
        is_sample=is_sample,
        file_id=file_id,
    )
    _keep_figures(by, at, read, source_id, document.strip())
    file = one(by, ReceivedFileRecord.objects.all(), file_id, what=FILE)
    detail = {"new": read.new, "changed": len(read.changed), "same": read.same}
    event, elsewhere = "indices.table.imported", read.skipped_rows
    leave_event(event, by=by, at=at, subject=file, elsewhere=elsewhere, source=source_id, **detail)
    return source_id


def _keep_figures(
    by: Actor, at: datetime, read: IndexFileAnswer, source_id: int, document: str
) -> None:
    """The figures element by element, new or as revisions."""
    for code, figures in _by_element(read.figures).items():
        keep_figures(
            by=by,
            at=at,
            element_code=code,
            source_id=source_id,
            figures=map(_observation, figures),
            reason=REASON.filled(document=document).say(Language.INDONESIAN),
        )


def _refuse_unfit(read: IndexFileAnswer, this_year: int) -> None:
    """Raises Refused where keeping would guess, keep nothing, or keep twice."""
    if read.is_taken:
        require(refused(TAKEN.id, TAKEN.en, name=read.file_name))
    if read.tables.asks_vintage:
        require(refused(NAME_SERIES.id, NAME_SERIES.en))
    if late := [figure for figure in read.figures if figure.year > this_year]:
        cell, year = late[0].cell, str(late[0].year)
        require(refused(FUTURE.id, FUTURE.en, cell=cell, year=year))
    if not read.figures:
        require(refused(NOTHING_NEAR.id, NOTHING_NEAR.en, rows=read.skipped_rows))


def _keep_surroundings(by: Actor) -> None:
    """The country, the own province, and what lies in it: figures of neighbours need a place."""
    home = home_code(by)
    near = [region for region in regions().by_code.values() if is_held(region, home)]
    keep_places(
        LawPlace(region.code, region.name, region.kind.value, _parent(region.code))
        for region in near
    )


def _parent(code: str) -> str | None:
    if code == COUNTRY_CODE:
        return None
    return code.rpartition(".")[0] or COUNTRY_CODE


def _add_elements(by: Actor, codes: set[str]) -> None:
    """Elements of the seed that the register does not have. Cost: two queries."""
    rows = visible(by, ElementRecord.objects.filter(code__in=codes))
    missing = codes - set(rows.values_list("code", flat=True))
    known = seed().elements
    ElementRecord.objects.bulk_create(
        row_of(by, known[code].element, None) for code in sorted(missing)
    )


def _locator(read: IndexFileAnswer) -> str:
    sheets = ", ".join(dict.fromkeys(figure.sheet for figure in read.figures))
    return f"{read.file_name}, {sheets}"[:200]


def _by_element(figures: Iterable[IndexFigure]) -> dict[str, list[IndexFigure]]:
    found: dict[str, list[IndexFigure]] = {}
    for figure in figures:
        found.setdefault(figure.measure.element_code, []).append(figure)
    return found


def _observation(figure: IndexFigure) -> NewObservation:
    return NewObservation(
        place_code=figure.region.code,
        period=Period.year(figure.year),
        sex=figure.measure.kept_sex,
        value=figure.value,
        cell=figure.cell,
    )


TAKEN = Text(
    "“{name}” sudah disimpan. Bila BPS memperbaiki angkanya, unggah berkas yang baru.",
    "“{name}” was taken in already. Where BPS has revised its figures, upload the new file.",
)
NAME_SERIES = Text(
    "Pilih serinya dahulu: sejak 2020 BPS menerbitkan UHH, IPM, dan IPG dalam dua seri, dan tabel "
    "ini tidak menyebut serinya.",
    "Choose the series first: since 2020 BPS publishes life expectancy, IPM and IPG in two "
    "series, and this table does not name its own.",
)
FUTURE = Text(
    "Angka di {cell} dibaca sebagai data tahun {year}, yang belum dimulai. Perbaiki tahunnya.",
    "The figure at {cell} was read as of {year}, which has not begun. Mend its year.",
)
