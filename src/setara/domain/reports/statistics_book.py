"""The book “Statistik Gender dan Anak”: chapters of tables, charts and readings, as an outline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text, same
from setara.domain.reports.outline import (
    Alignment,
    Block,
    Column,
    Figure,
    Heading,
    Items,
    Notice,
    Outline,
    PageBreak,
    Paragraph,
    SourceNote,
    Table,
)
from setara.domain.reports.paper_parts import SAMPLE, Printing, footer_of, letterhead_of
from setara.domain.statistics.element import Element
from setara.domain.statistics.release import CellState, ReleasedCell, states_in

TITLE = Text("Statistik Gender dan Anak", "Gender and Child Statistics")


@dataclass(frozen=True, slots=True)
class BookRow:
    """One place or group: women, men, and both where they add up."""

    label: Text
    women: ReleasedCell
    men: ReleasedCell
    both: ReleasedCell | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One element: its tables by place and by group, what they say, and its drawing."""

    element: Element
    year: int
    rows: tuple[BookRow, ...]
    groups: tuple[tuple[Text, tuple[BookRow, ...]], ...]
    reading: tuple[Text, ...]
    drawing: str
    sources: tuple[str, ...]
    is_sample: bool


@dataclass(frozen=True, slots=True)
class Chapter:
    """The elements of one field."""

    title: Text
    entries: tuple[Entry, ...]


def book_outline(chapters: Sequence[Chapter], *, year: int, printing: Printing) -> Outline:
    """The book on the figures of a year; charts and tables show the same released cells."""
    filled = [chapter for chapter in chapters if chapter.entries]
    return Outline(
        title=TITLE,
        subtitle=Text("{who}, {year}", "{who}, {year}").filled(
            who=printing.government, year=same(str(year))
        ),
        blocks=(*_preface(filled), *(part for each in filled for part in _chapter(each))),
        letterhead=letterhead_of(printing),
        notice=SAMPLE if printing.is_practice else None,
        footer=footer_of(printing),
        check_url=printing.check_url,
        author=printing.agency,
    )


def _preface(chapters: Sequence[Chapter]) -> Iterator[Block]:
    yield Heading(Text("Tentang buku ini", "About this book"))
    yield Paragraph(ABOUT)
    yield Items(
        (
            ABOUT_WHO,
            ABOUT_HIDDEN,
            ABOUT_SIGNS,
        )
    )
    if any(not entry.element.is_reconciled for each in chapters for entry in each.entries):
        yield Notice(NOT_RECONCILED)
    if not chapters:
        yield Notice(NO_FIGURES)
        return
    yield Heading(Text("Isi", "Contents"))
    yield Items(
        tuple(
            Text("{chapter}: {elements}", "{chapter}: {elements}").filled(
                chapter=each.title, elements=_listed(entry.element.name for entry in each.entries)
            )
            for each in chapters
        ),
        is_numbered=True,
    )


def _listed(names: Iterable[Text]) -> Text:
    said = list(names)
    return Text(", ".join(name.id for name in said), ", ".join(name.en for name in said))


def _chapter(chapter: Chapter) -> Iterator[Block]:
    yield PageBreak()
    yield Heading(chapter.title)
    for entry in chapter.entries:
        yield from _entry(entry)


def _entry(entry: Entry) -> Iterator[Block]:
    element = entry.element
    yield Heading(element.name, level=2)
    if element.card.definition.id:
        yield Paragraph(element.card.definition, is_small=True)
    for sentence in entry.reading:
        yield Paragraph(sentence)
    caption = CAPTION.filled(element=element.name, year=same(str(entry.year)), unit=element.unit)
    if entry.drawing:
        alternative = entry.reading[0] if entry.reading else caption
        yield Figure(entry.drawing, DRAWN.filled(caption=caption), alternative)
    if entry.rows:
        yield _table(Text("Wilayah", "Place"), entry.rows, caption)
    for dimension, rows in entry.groups:
        by = BY.filled(caption=caption, dimension=dimension)
        yield _table(_capital(dimension), rows, by)
    yield from _legend(entry)
    yield SourceNote(same("; ".join(entry.sources)))


def _table(label: Text, rows: Sequence[BookRow], caption: Text) -> Table:
    has_both = any(row.both is not None for row in rows)
    columns = [Column(label, width=3), *(_figures(sex.label) for sex in (Sex.FEMALE, Sex.MALE))]
    if has_both:
        columns.append(_figures(Text("jumlah", "total")))
    return Table(
        columns=tuple(columns),
        rows=tuple(
            ((row.label,), (_said(row.women),), (_said(row.men),))
            + (((_said(row.both) if row.both else same("")),),) * has_both
            for row in rows
        ),
        caption=caption,
    )


def _figures(label: Text) -> Column:
    return Column(_capital(label), alignment=Alignment.RIGHT)


def _capital(text: Text) -> Text:
    return Text(text.id[:1].upper() + text.id[1:], text.en[:1].upper() + text.en[1:])


def _said(cell: ReleasedCell) -> Text:
    if cell.value is None:
        return same(cell.state.symbol)
    return Text("{value}", "{value}").filled(value=cell.value)


def _legend(entry: Entry) -> Iterator[Block]:
    """What the signs in the tables above mean, only those that are there."""
    rows = [*entry.rows, *(row for _, rows in entry.groups for row in rows)]
    cells = [cell for row in rows for cell in (row.women, row.men, row.both) if cell]
    signs = states_in(cells)
    if signs:
        yield Paragraph(_signs(signs), is_small=True)
    if entry.is_sample:
        yield Paragraph(SAMPLE_FIGURES, is_small=True)


def _signs(signs: Sequence[CellState]) -> Text:
    return Text(
        "; ".join(f"{state.symbol} {state.label.id}" for state in signs),
        "; ".join(f"{state.symbol} {state.label.en}" for state in signs),
    )


ABOUT = Text(
    "Buku ini menyajikan data terpilah menurut jenis kelamin yang dikumpulkan perangkat daerah, "
    "beserta apa yang dapat dibaca darinya. Bacaan disusun dengan aturan dari angka yang sama "
    "dengan yang tercetak dalam tabel dan gambar.",
    "This book shows the data by sex that the agencies collect, and what can be read from them. "
    "Readings are written by rules from the very figures in the tables and charts.",
)
ABOUT_WHO = Text(
    "Kesenjangan dapat merugikan perempuan maupun laki-laki; arahnya dibaca dari angka.",
    "A disparity may disfavour women or men; the direction is read from the figures.",
)
ABOUT_HIDDEN = Text(
    "Sel kecil dan sel yang dapat mengungkapkannya disembunyikan agar tidak seorang pun dikenali.",
    "Small cells, and cells that would reveal them, are hidden so that nobody is recognised.",
)
ABOUT_SIGNS = Text(
    "Nol, tidak ada yang dapat dihitung, belum dilaporkan, ditolak, dan tidak berlaku adalah lima "
    "hal yang berbeda; tandanya diterangkan di bawah setiap tabel.",
    "Zero, nothing there to count, not reported, refused and not applicable are five different "
    "things; their signs are explained below each table.",
)
NOT_RECONCILED = Text(
    "Sebagian metadata belum dicocokkan dengan produsen data dan SIGA; belum resmi.",
    "Some metadata have not been compared with the producers' and SIGA's yet; not official.",
)
NO_FIGURES = Text("Belum ada angka untuk tahun ini.", "There are no figures for this year yet.")
SAMPLE_FIGURES = Text(
    "Angka contoh untuk latihan, bukan data resmi.", "Practice figures, not official data."
)
CAPTION = Text("{element}, {year} ({unit})", "{element}, {year} ({unit})")
DRAWN = Text("Gambar: {caption}", "Figure: {caption}")
BY = Text("{caption}, menurut {dimension}", "{caption}, by {dimension}")
