"""Taking in a long table: many elements, places, years and groups in one file, all rows or none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, islice

from django.utils.timezone import localdate

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import require
from setara.domain.language.numerals import NotANumber, decimal_style
from setara.domain.language.text import Language, Text
from setara.domain.statistics import long_table_words as words
from setara.domain.statistics.address import column_letter
from setara.domain.statistics.element import Element, Measure
from setara.domain.statistics.long_table import (
    CodeLists,
    FaultyLine,
    LineFinding,
    LongReader,
    LongRow,
    NotALongTable,
    folded,
    is_figure_heading,
    is_long,
)
from setara.formats.streamed import PlacedRow, streamed_rows
from setara.formats.tables import Unreadable
from setara.store.models import CategoryRecord, ElementRecord, GovernmentRecord, PlaceRecord
from setara.store.staging import Staging, staged_figures
from setara.usecases.foundation.access import government_of, visible
from setara.usecases.foundation.command import command, leave_event
from setara.usecases.foundation.files import keep_file
from setara.usecases.statistics.bringing import may_bring
from setara.usecases.statistics.commands import cite_source

MOST_TOLD = 1000
_SEARCHED_ROWS = 40
_SAMPLE = 2000
_AT_ONCE = 20_000
# Points in the code of a kecamatan: 64.01.05.
_SUBDISTRICT = 2


class LongTableRefused(Exception):
    """Nothing of the file was kept; `findings` say row by row what to mend, at most a thousand.

    `kinds` counts all of them by kind.
    """

    def __init__(
        self,
        reason: Text,
        findings: Sequence[LineFinding] = (),
        kinds: Mapping[str, int] | None = None,
    ) -> None:
        super().__init__(reason.say(Language.ENGLISH))
        self.reason = reason
        self.findings = tuple(sorted(findings, key=lambda finding: finding.line))[:MOST_TOLD]
        self.kinds = dict(kinds or Counter(finding.kind for finding in findings))


@command(
    "statistics.long_table.imported", says=Text("Tabel panjang diimpor", "Long table taken in")
)
def import_long_table(
    *,
    by: Actor,
    at: datetime,
    publisher: str,
    document: str,
    name: str,
    content: bytes,
    is_sample: bool = False,
) -> int:
    """Keep every figure of a long table with its row as provenance; all rows or none.

    Returns the id of the source. Raises LongTableRefused with findings by row where a cell says
    nothing known, a figure cannot be, a cell is filled twice or was before, a stated total is not
    women and men together, or a figure exceeds its population. Refused for a file received
    before. Cost: about 8 µs a row; the memory needed does not grow with the rows.
    """
    require(by.may(Permission.IMPORT_STATISTICS))
    file = keep_file(by=by, at=at, name=name, content=content)
    try:
        table = _opened(name, content, _code_lists(by, at))
    except (Unreadable, NotALongTable) as other:
        raise LongTableRefused(other.reason) from other
    source_id = cite_source(
        by=by,
        at=at,
        publisher=publisher,
        document=document,
        locator=f"{name}, {table.sheet}",
        is_sample=is_sample,
        file_id=file.pk,
    )
    kept = _kept(table, source_id=source_id, by=by, at=at)
    event = "statistics.long_table.imported"
    leave_event(event, by=by, at=at, subject=file, sha256=file.sha256, figures=kept)
    return source_id


@dataclass(frozen=True, slots=True)
class _Opened:
    """A long table with its head read; the rows are still to come."""

    sheet: str
    reader: LongReader
    rows: Iterator[PlacedRow]
    lists: CodeLists


def _opened(name: str, content: bytes, lists: CodeLists) -> _Opened:
    """Raises Unreadable, NotALongTable."""
    sheet, head, rows = _table(streamed_rows(name, content))
    sampled = list(islice(rows, _SAMPLE))
    try:
        style = decimal_style(_figures_in(head, sampled))
    except NotANumber as mixed:
        raise NotALongTable(mixed.reason) from mixed
    return _Opened(sheet, LongReader(head, lists, style), chain(sampled, rows), lists)


def _kept(table: _Opened, *, source_id: int, by: Actor, at: datetime) -> int:
    """How many figures were kept. Raises LongTableRefused."""
    with staged_figures() as staging:
        try:
            _lay_out(staging, table.reader, table.rows)
        except Unreadable as broken:
            raise LongTableRefused(broken.reason) from broken
        _refuse_contradictions(staging, table.lists)
        before = f"{table.sheet}!{column_letter(table.reader.value_place)}"
        kept = staging.keep(source_id=source_id, at=at, by=by.name, cell_before=before)
    if not kept:
        raise LongTableRefused(words.NO_ROWS)
    return kept


def _table(rows: Iterator[PlacedRow]) -> tuple[str, Sequence[object], Iterator[PlacedRow]]:
    """The sheet, its headings, and the filled rows below them. Raises NotALongTable."""
    for row in islice(rows, _SEARCHED_ROWS):
        sheet, _, cells = row
        if is_long(cells):
            below = (each for each in rows if each[0] == sheet and any(each[2]))
            return sheet, cells, below
    raise NotALongTable(words.NO_HEAD)


def _figures_in(head: Sequence[object], rows: Sequence[PlacedRow]) -> Iterator[object]:
    """The cells that hold figures, from which the way decimals are written is told."""
    at = [place for place, cell in enumerate(head) if is_figure_heading(cell)]
    return (cells[place] for _, _, cells in rows for place in at if place < len(cells))


def _lay_out(staging: Staging, reader: LongReader, rows: Iterator[PlacedRow]) -> None:
    """Lay the rows out. Raises LongTableRefused where one cannot be understood."""
    findings: list[LineFinding] = []
    kinds: Counter[str] = Counter()

    def understood() -> Iterator[LongRow]:
        for _, line, cells in rows:
            try:
                row = reader.read(line, cells)
                if row is not None:
                    yield row
            except FaultyLine as faulty:
                kinds[faulty.finding.kind] += 1
                if len(findings) < MOST_TOLD:
                    findings.append(faulty.finding)

    taken = understood()
    while some := list(islice(taken, _AT_ONCE)):
        staging.add(some)
    if findings:
        raise LongTableRefused(_count(kinds), findings, kinds)


def _refuse_contradictions(staging: Staging, lists: CodeLists) -> None:
    """Raises LongTableRefused where rows contradict each other or what is kept."""
    findings = [
        *(_finding(line, "twice", words.TWICE, first=first) for line, first in staging.ordered()),
        *(_finding(line, "kept", words.ALREADY_KEPT) for line in staging.already_kept()),
        *(
            _finding(each.line, "total", words.UNEQUAL, sum=each.figure, total=each.other)
            for each in staging.unequal_totals()
        ),
        *(
            _finding(each.line, "base", words.ABOVE_BASE, figure=each.figure, most=each.other)
            for each in staging.above_base(_bases(lists))
        ),
    ]
    if findings:
        kinds = Counter(finding.kind for finding in findings)
        raise LongTableRefused(_count(kinds), findings, kinds)


def _count(kinds: Mapping[str, int]) -> Text:
    return words.REFUSED.filled(count=sum(kinds.values()))


def _finding(line: int, kind: str, said: tuple[Text, Text], **values: object) -> LineFinding:
    message, remedy = said
    return LineFinding(line, kind, message.filled(**values), remedy)


def _bases(lists: CodeLists) -> dict[int, int]:
    """The base of each element that counts some of its population."""
    return {
        element_id: lists.elements[element.population_base.upper()]
        for element_id, element in lists.known.items()
        if element.population_base.upper() in lists.elements and element.measure is Measure.COUNT
    }


def _code_lists(by: Actor, at: datetime) -> CodeLists:
    """What the actor's government knows: its elements, its places, its own categories."""
    rows = list(visible(by, ElementRecord.objects.all()))
    own_rows = [row for row in rows if may_bring(by, row)]
    elements: dict[int, Element] = {row.pk: row.as_rule_sees_it() for row in own_rows}
    own = visible(by, CategoryRecord.objects.all())
    names = own.values_list("dimension", "code", "name_id", "name_en")
    return CodeLists(
        elements={element.code.upper(): pk for pk, element in elements.items()},
        foreign=frozenset(row.code.upper() for row in rows if row.pk not in elements),
        latest_year=localdate(at).year,
        places=_places(by),
        known=elements,
        categories={
            (dimension, folded(word)): code
            for dimension, code, *named in names
            for word in (code, *named)
        },
    )


def _places(by: Actor) -> dict[str, int]:
    """Ids of the government's places by code and name.

    A kecamatan goes before a village of its name; a name two villages bear is left out.
    """
    home = GovernmentRecord.objects.select_related("place").get(pk=government_of(by)).place
    below = PlaceRecord.objects.filter(code__startswith=f"{home.code}.").order_by("code")
    places = [(home.pk, home.code, home.name), *below.values_list("pk", "code", "name")]
    villages = [place for place in places if place[1].count(".") > _SUBDISTRICT]
    bearers = Counter(folded(name) for _, _, name in villages)
    own = [place for place in places if place[1].count(".") <= _SUBDISTRICT]
    named = [each for each in villages if bearers[folded(each[2])] == 1] + own
    return {folded(name): pk for pk, _, name in named} | {
        folded(code): pk for pk, code, _ in places
    }
