"""The recapitulation of ARG as the annex of the semester report."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from setara.domain.budget.recap import NamedShare, Part, Recap, Sums, lettered
from setara.domain.budget.recap_series import followed_name
from setara.domain.budget.recap_words import (
    book_notes,
    district_note,
    has_change,
    has_realised,
    mission_note,
)
from setara.domain.budget.recap_year import Way, YearRecap
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.share import Share
from setara.domain.language.text import Text, same
from setara.domain.reports.outline import (
    Alignment,
    Block,
    Column,
    Facts,
    Figure,
    Heading,
    Items,
    Orientation,
    Outline,
    Paragraph,
    Table,
)
from setara.domain.reports.paper_parts import (
    Printing,
    Signatory,
    footer_of,
    letterhead_of,
    notice_of,
    signature_of,
)

TITLE = Text(
    "Lampiran Laporan Semester: Rekapitulasi Anggaran Responsif Gender (ARG)",
    "Annex of the Semester Report: Recapitulation of the Gender-Responsive Budget (ARG)",
)
NONE = same("–")
TOTAL = Text("Jumlah", "Total")
FIGURE = Text(
    "ARG dari tahun ke tahun: rupiah, dan persentase dari {whole}",
    "ARG over the years: rupiah, and per cent of {whole}",
)
UNVERIFIED = Text("{name} (belum diverifikasi)", "{name} (unverified)")

Cell = tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """The figure over the years, empty where one stands alone, and its denominator's key."""

    svg: str
    whole: str


def recap_annex_outline(
    made: YearRecap, drawn: Drawn, printing: Printing, signatory: Signatory | None
) -> Outline:
    """The annex: rupiah, shares under every denominator, the parts, the years, the signature."""
    return Outline(
        title=TITLE,
        subtitle=Text("Tahun anggaran {year}", "Budget year {year}").filled(year=str(made.year)),
        blocks=(
            _head(made),
            *_ways(made),
            *_shares(made),
            *(_parts(made, made.recap) if made.recap else ()),
            *_years(made, drawn),
            *signature_of(signatory, printing),
        ),
        letterhead=letterhead_of(printing),
        orientation=Orientation.LANDSCAPE,
        notice=notice_of(printing, is_draft=signatory is None),
        footer=footer_of(printing),
        author=printing.agency,
        check_url=printing.check_url,
    )


def _head(made: YearRecap) -> Facts:
    rows = [(Text("Yang dihitung sebagai ARG", "What counts as ARG"), made.chosen.label)]
    if made.recap is None:
        return Facts((*rows, (Text("ARG", "ARG"), made.way.reason or NONE)))
    found = made.recap
    rows.append((Text("Buku anggaran", "Budget"), found.book.name))
    rows.append((Text("ARG", "ARG"), said(found.total.gross)))
    if found.total.weighted is not None:
        rows.append((Text("ARG tertimbang", "ARG, weighted"), said(found.total.weighted)))
    lines = Text("{n}", "{n}").filled(n=found.total.lines)
    rows.append((Text("Jumlah sub kegiatan", "Sub-activities"), lines))
    return Facts(tuple(rows))


def _ways(made: YearRecap) -> Iterator[Block]:
    yield Heading(Text("Tiga cara menghitung ARG", "Three ways of counting ARG"))
    yield Items(tuple(_way_words(way) for way in made.ways))


def _way_words(way: Way) -> Text:
    known: Text | Rupiah | None = way.reason
    if way.recap is not None:
        known = way.recap.total.gross
        if way.recap.total.weighted is not None:
            known = Text("{gross}, tertimbang {weighted}", "{gross}, weighted {weighted}").filled(
                gross=way.recap.total.gross, weighted=way.recap.total.weighted
            )
    return Text("{label}: {known}. {meaning}", "{label}: {known}. {meaning}").filled(
        label=way.numerator.label, known=known, meaning=way.numerator.meaning
    )


def _shares(made: YearRecap) -> Iterator[Block]:
    known = [way.recap for way in made.ways if way.recap is not None]
    columns = [column for way in made.ways for column in way_columns(way)]
    yield Heading(Text("Persentase menurut setiap penyebut", "Share under every denominator"))
    yield Table(
        columns=(
            Column(Text("Penyebut", "Denominator"), width=5),
            Column(Text("Nilai penyebut", "Denominator in rupiah"), 4, Alignment.RIGHT),
            *(Column(heading, 2, Alignment.RIGHT) for heading, _ in columns),
            Column(Text("Sumber dan catatan", "Source and note"), width=6),
        ),
        rows=tuple(
            _share_row(each, [shares(place) for _, shares in columns])
            for place, each in enumerate(known[0].shares)
        ),
    )
    if made.recap is not None:
        yield from (Paragraph(note, is_small=True) for note in book_notes(made, made.recap))


def way_columns(way: Way) -> list[tuple[Text, Callable[[int], Share | None]]]:
    """The heading of each column of a way, and its share by the place of the denominator."""
    number = way.numerator.value
    found = way.recap
    plain = Text("({way})", "({way})").filled(way=number)
    if found is None:
        return [(plain, lambda _: None)]
    if found.total.weighted is None or not found.lines:
        return [(plain, lambda place: found.shares[place].share)]
    return [
        (
            Text("({way}) bruto", "({way}) gross").filled(way=number),
            lambda place: found.shares[place].share,
        ),
        (
            Text("({way}) tertimbang", "({way}) weighted").filled(way=number),
            lambda place: found.shares[place].weighted,
        ),
    ]


def _share_row(of: NamedShare, shares: list[Share | None]) -> tuple[Cell, ...]:
    name = lettered(of)
    source = [same(of.source)] if of.source else []
    return (
        (name if of.verified else UNVERIFIED.filled(name=name),),
        (said(of.whole) if of.whole is not None and of.reason is None else of.reason or NONE,),
        *((percent(share),) for share in shares),
        (*source, *([of.note] if of.note else [])),
    )


def _parts(made: YearRecap, found: Recap) -> Iterator[Block]:
    if not found.lines:
        return
    for title, parts, note in (
        (Text("Menurut kategori", "By category"), found.by_category, None),
        (Text("Menurut perangkat daerah", "By agency"), found.by_agency, None),
        (Text("Menurut bidang urusan", "By field of affairs"), found.by_field, None),
        (
            Text("Menurut misi RPJMD", "By mission of the RPJMD"),
            found.by_mission,
            mission_note(made, found),
        ),
        (Text("Menurut kecamatan", "By sub-district"), found.by_district, district_note(found)),
    ):
        yield Heading(title)
        yield _part_table(title, parts, made, found)
        if note is not None:
            yield Paragraph(note, is_small=True)


def _part_table(title: Text, parts: tuple[Part, ...], made: YearRecap, found: Recap) -> Table:
    amounts = _amounts(made, found)
    return Table(
        columns=(
            Column(title, width=5),
            *(Column(heading, 3, Alignment.RIGHT) for heading, _ in amounts),
            Column(Text("Bagian dari ARG", "Part of ARG"), 2, Alignment.RIGHT),
        ),
        rows=(
            *(
                (
                    (part.name,),
                    *((read(part.sums),) for _, read in amounts),
                    (percent(part.of_all),),
                )
                for part in parts
            ),
            (
                (TOTAL,),
                *((read(found.total),) for _, read in amounts),
                (Text("100,00%", "100.00%") if found.total.gross.amount else NONE,),
            ),
        ),
        has_total=True,
    )


def _amounts(made: YearRecap, found: Recap) -> list[tuple[Text, Callable[[Sums], Text]]]:
    amounts: list[tuple[Text, Callable[[Sums], Text]]] = [
        (Text("ARG", "ARG"), lambda sums: said(sums.gross))
    ]
    if found.total.weighted is not None:
        amounts.append((Text("Tertimbang", "Weighted"), lambda sums: said(sums.weighted)))
    if has_change(made):
        amounts += [
            (Text("Pagu semula", "Before the change"), lambda sums: said(sums.pagu)),
            (Text("Perubahan", "Change"), lambda sums: said(sums.change)),
        ]
    if has_realised(found):
        amounts.append((Text("Realisasi", "Realised"), _realised))
    return amounts


def _realised(sums: Sums) -> Text:
    if not sums.unrealised:
        return said(sums.realised)
    return Text("{known} (belum diketahui: {n})", "{known} (not known: {n})").filled(
        known=said(sums.realised), n=sums.unrealised
    )


def _years(made: YearRecap, drawn: Drawn) -> Iterator[Block]:
    if not made.series:
        return
    yield Heading(Text("Dari tahun ke tahun", "Over the years"))
    weighs = any(line.weighted is not None for line in made.series)
    of = followed_name(made.series[-1].share_of(drawn.whole))
    if drawn.svg:
        caption = FIGURE.filled(whole=of)
        yield Figure(drawn.svg, caption, caption)
    yield Table(
        columns=(
            Column(Text("Tahun", "Year"), width=1),
            Column(Text("Buku", "Book"), width=3),
            Column(Text("ARG", "ARG"), 3, Alignment.RIGHT),
            *([Column(Text("Tertimbang", "Weighted"), 3, Alignment.RIGHT)] if weighs else []),
            Column(of, 4, Alignment.RIGHT),
            Column(Text("Persentase", "Share"), 2, Alignment.RIGHT),
            Column(Text("Deret terputus karena", "The series breaks because"), width=5),
        ),
        rows=tuple(
            (
                (same(str(line.year)),),
                (line.book,),
                (said(line.gross),),
                *([(said(line.weighted),)] if weighs else []),
                (said(share.whole) if share.whole is not None else share.reason or NONE,),
                (percent(share.share),),
                line.breaks or (NONE,),
            )
            for line in made.series
            for share in (line.share_of(drawn.whole),)
        ),
    )


def said(amount: Rupiah | None) -> Text:
    """The amount in words, a dash where it is not known."""
    return NONE if amount is None else Text("{a}", "{a}").filled(a=amount)


def percent(share: Share | None) -> Text:
    """The share in per cent, a dash where there is none."""
    return NONE if share is None else Text("{p}%", "{p}%").filled(p=share.percent())
