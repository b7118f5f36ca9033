"""A received file of BPS tables beside what is kept: what is new, changed, or of other regions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.period import Period
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.place import COUNTRY_CODE
from setara.domain.foundation.verdict import Verdict, require
from setara.domain.indices.bps.measures import Vintage
from setara.domain.indices.bps.reading import IndexFigure, IndexTables
from setara.domain.indices.bps.regions import Region
from setara.domain.indices.bps.remarks import Judgement
from setara.domain.language.text import Text, same
from setara.domain.statistics.observation import Nothing, Value
from setara.formats.tables import Unreadable
from setara.store.models import (
    GovernmentRecord,
    ObservationRecord,
    ReceivedFileRecord,
    SourceRecord,
)
from setara.usecases.foundation.access import government_of, one, visible
from setara.usecases.indices.index_tables import index_tables
from setara.usecases.statistics.element_rows import NO_AGENCY
from setara.usecases.statistics.receiving import FILE, TableRefused

Where = tuple[str, str, date, str]
"""Element, place, first day, sex."""


@dataclass(frozen=True, slots=True)
class ChangedFigure:
    """A figure that stands otherwise in the register; the new one would replace it."""

    figure: IndexFigure
    before: Value


@dataclass(frozen=True, slots=True)
class IndexFileAnswer:
    """A received file as it is read, and what keeping it would do.

    `figures` are those of the government, its province, the other kabupaten and kota of that
    province, and the country; `skipped` are regions elsewhere, with their figures counted.
    """

    file_id: int
    file_name: str
    tables: IndexTables
    vintage: Vintage | None
    figures: tuple[IndexFigure, ...]
    new: int
    same: int
    changed: tuple[ChangedFigure, ...]
    skipped: tuple[tuple[Region, int], ...]
    is_taken: bool

    @property
    def skipped_rows(self) -> int:
        """How many rows are of regions elsewhere."""
        held = {region.code for region, _ in self.skipped}
        rows = {(f.sheet, f.row) for f in self.tables.figures if f.region.code in held}
        return len(rows)

    @property
    def nothing_to_keep(self) -> Text | None:
        """Why keeping the file would record nothing; None where it would, or is not known yet."""
        if self.is_taken or self.tables.asks_vintage or self.new or self.changed:
            return None
        return ALL_KNOWN if self.figures else NOTHING_NEAR.filled(rows=self.skipped_rows)


def index_file(*, by: Actor, file_id: int, vintage: Vintage | None = None) -> IndexFileAnswer:
    """A received file, read, beside what is kept.

    Raises NotFound, TableRefused for what cannot be read. Cost: four queries and the reading.
    """
    require(may_import(by))
    file = one(by, ReceivedFileRecord.objects.all(), file_id, what=FILE)
    tables = read_or_refuse(file.name, bytes(file.content), vintage)
    held, skipped = _parted(tables.figures, home_code(by))
    standing = _standing(by, held)
    known = [(each, standing[where_of(each)]) for each in held if where_of(each) in standing]
    changed = tuple(
        ChangedFigure(each, before)
        for each, before in known
        if each.value is not Nothing.NOT_REPORTED and each.value != before
    )
    return IndexFileAnswer(
        file_id=file.pk,
        file_name=file.name,
        tables=tables,
        vintage=vintage,
        figures=held,
        new=len(held) - len(known),
        same=len(known) - len(changed),
        changed=changed,
        skipped=skipped,
        is_taken=SourceRecord.objects.filter(file=file).exists(),
    )


def may_import(by: Actor) -> Verdict:
    """Who runs the register takes tables of BPS in: they are of no agency of the government."""
    return by.may(Permission.IMPORT_STATISTICS, agency_id=NO_AGENCY)


def read_or_refuse(name: str, content: bytes, vintage: Vintage | None) -> IndexTables:
    """The tables of a file. Raises TableRefused where it is no table, or none of an index."""
    try:
        tables = index_tables(name=name, content=content, vintage=vintage)
    except Unreadable as unreadable:
        raise TableRefused(unreadable.reason) from unreadable
    if not tables.figures and not tables.asks_vintage:
        raise TableRefused(NO_FIGURES.filled(name=name, why=_why(tables)))
    return tables


def _why(tables: IndexTables) -> Text:
    """The first reasons the reading gave, those of single columns and rows before the sheets'."""
    remarks = tables.said(Judgement.DOUBTED, Judgement.SKIPPED)
    ordered = sorted(remarks, key=lambda remark: not remark.cell)
    said = list(dict.fromkeys(remark.message for remark in ordered))[:MOST_REASONS]
    reasons = {f"reason{n}": message for n, message in enumerate(said)}
    return same(" ".join(f"{{{key}}}" for key in reasons)).filled(**reasons)


def home_code(by: Actor) -> str:
    """The code of the government's place. Cost: one query."""
    return GovernmentRecord.objects.select_related("place").get(pk=government_of(by)).place.code


def is_held(region: Region, home: str) -> bool:
    """Whether figures of the region are kept: the own, its province with all in it, the country."""
    return region.code == COUNTRY_CODE or region.province == home.partition(".")[0]


def where_of(figure: IndexFigure) -> Where:
    """Where the register keeps the figure."""
    measure = figure.measure
    start = Period.year(figure.year).valid_from
    return (measure.element_code, figure.region.code, start, measure.kept_sex.value)


def _parted(
    figures: Iterable[IndexFigure], home: str
) -> tuple[tuple[IndexFigure, ...], tuple[tuple[Region, int], ...]]:
    held: list[IndexFigure] = []
    elsewhere: Counter[Region] = Counter()
    for figure in figures:
        if is_held(figure.region, home):
            held.append(figure)
        else:
            elsewhere[figure.region] += 1
    return tuple(held), tuple(sorted(elsewhere.items(), key=lambda each: each[0].code))


def _standing(by: Actor, figures: Iterable[IndexFigure]) -> dict[Where, Value]:
    """What the register holds where the figures belong. Cost: one query."""
    wanted = [where_of(figure) for figure in figures]
    rows = visible(by, ObservationRecord.objects.all(), through="element__government").filter(
        element__code__in={element for element, _, _, _ in wanted},
        place__code__in={place for _, place, _, _ in wanted},
        breakdown="",
    )
    return {
        (row.element.code, row.place.code, row.valid_from, row.sex): row.figure()
        for row in rows.select_related("element", "place")
        if row.valid_to == Period.year(row.valid_from.year).end
    }


MOST_REASONS = 4
ALL_KNOWN = Text(
    "Tidak ada yang perlu disimpan: semua angka di berkas ini sudah tercatat sama.",
    "There is nothing to keep: every figure of this file is on record as it stands here.",
)
NOTHING_NEAR = Text(
    "Tidak ada yang dapat disimpan: berkas ini tidak memuat angka wilayah Anda, provinsinya, "
    "kabupaten dan kota di dalamnya, atau Indonesia. Baris wilayah lain: {rows}.",
    "There is nothing to keep: this file has no figure of your place, its province, what lies in "
    "it, or Indonesia. Rows of other regions: {rows}.",
)
NO_FIGURES = Text(
    "Di “{name}” tidak ada angka indeks gender atau komponennya yang dapat dibaca: judul kolom "
    "harus menyebut indikator dan tahunnya, dan baris menyebut wilayahnya. {why}",
    "In “{name}” there is no figure of a gender index or its parts that can be read: headings "
    "must name the indicator and its year, rows their region. {why}",
)
