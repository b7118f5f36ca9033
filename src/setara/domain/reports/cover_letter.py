"""The letter with which an agency hands in its GAP, GBS and KAK of a year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from setara.domain.foundation.money import Rupiah, total
from setara.domain.language.text import Text, same
from setara.domain.reports.outline import (
    NO_PLACE,
    Alignment,
    Block,
    Column,
    Facts,
    Items,
    Outline,
    Paragraph,
    Signature,
    Table,
)
from setara.domain.reports.paper_parts import (
    Printing,
    Signatory,
    footer_of,
    letterhead_of,
    notice_of,
)

NO_NUMBER = "………………"


@dataclass(frozen=True, slots=True)
class HandedIn:
    """One sub kegiatan of the list: which papers there are of it, how its GBS stands, its money."""

    code: str
    name: str
    papers: str
    state: Text
    amount: Rupiah


@dataclass(frozen=True, slots=True)
class CoverFacts:
    """What the letter says; `recipient` is the office it is written to, `dated_on` its day."""

    number: str
    dated_on: date
    recipient: str
    year: int
    rows: tuple[HandedIn, ...]

    @property
    def amount(self) -> Rupiah:
        """The money of all sub kegiatan in the list."""
        return total(row.amount for row in self.rows)


def cover_letter(facts: CoverFacts, printing: Printing, signatory: Signatory | None) -> Outline:
    """The letter with the list of papers and their money."""
    said = {
        "agency": printing.agency,
        "year": str(facts.year),
        "count": len(facts.rows),
        "amount": facts.amount,
    }
    return Outline(
        title=_SUBJECT.filled(**said),
        is_letter=True,
        blocks=(
            *_head(facts, printing, _SUBJECT.filled(**said)),
            Paragraph(_OPENING.filled(**said)),
            _list(facts),
            Paragraph(_CLOSING),
            *_signed(signatory),
            Paragraph(_COPIES),
            Items((_COPY_LEADER, _COPY_ARCHIVE), is_numbered=True),
        ),
        letterhead=letterhead_of(printing),
        notice=notice_of(printing, is_draft=not facts.number),
        footer=footer_of(printing),
        author=printing.agency,
        check_url=printing.check_url,
        dated_on=facts.dated_on,
    )


def _head(facts: CoverFacts, printing: Printing, subject: Text) -> tuple[Block, ...]:
    place_and_day = Text("{place}, {day}", "{place}, {day}")
    rows = (
        (Text("Nomor", "Number"), same(facts.number or NO_NUMBER)),
        (Text("Sifat", "Urgency"), Text("Biasa", "Ordinary")),
        (Text("Lampiran", "Enclosure"), Text("1 (satu) berkas", "1 (one) file")),
        (Text("Hal", "Subject"), subject),
    )
    return (
        Paragraph(
            place_and_day.filled(place=printing.place, day=facts.dated_on),
            alignment=Alignment.RIGHT,
        ),
        Facts(rows, is_narrow=True),
        Paragraph(_TO.filled(recipient=facts.recipient)),
    )


def _list(facts: CoverFacts) -> Table:
    columns = (
        Column(Text("No.", "No."), 2, Alignment.CENTRE),
        Column(Text("Kode", "Code"), 7),
        Column(Text("Sub kegiatan", "Sub-activity"), 12),
        Column(Text("Dokumen", "Papers"), 5),
        Column(Text("Keadaan GBS", "State of the GBS"), 6),
        Column(Text("Anggaran (Rp)", "Budget (Rp)"), 9, Alignment.RIGHT),
    )
    rows = [
        (
            (same(str(place)),),
            (same(row.code),),
            (same(row.name),),
            (same(row.papers),),
            (row.state,),
            (_money(row.amount),),
        )
        for place, row in enumerate(facts.rows, start=1)
    ]
    last = ((), (), (Text("Jumlah", "Total"),), (), (), (_money(facts.amount),))
    return Table(columns, (*rows, last), has_total=True)


def _money(amount: Rupiah) -> Text:
    return Text("{a}", "{a}").filled(a=amount)


def _signed(signatory: Signatory | None) -> tuple[Signature, ...]:
    if signatory is None:
        return ()
    return (
        Signature(
            place_and_day=NO_PLACE,
            office=same(f"{signatory.capacity.prefix}{signatory.office},"),
            agency="",
            name=signatory.name,
            rank=signatory.rank,
            employee_number=signatory.employee_number,
        ),
    )


_TO = Text("Yth. {recipient}", "To: {recipient}")
_SUBJECT = Text(
    "Penyampaian GAP, GBS, dan KAK Tahun Anggaran {year}",
    "Handing in GAP, GBS and KAK for the budget year {year}",
)
_OPENING = Text(
    "Dalam rangka perencanaan dan penganggaran yang responsif gender Tahun Anggaran {year}, "
    "bersama ini kami sampaikan dokumen {count} sub kegiatan {agency} dengan jumlah anggaran "
    "{amount}, sebagaimana daftar berikut.",
    "For gender-responsive planning and budgeting of the budget year {year} we hand in the papers "
    "of {count} sub-activities of {agency} with a budget of {amount} together, as listed below.",
)
_CLOSING = Text(
    "Demikian disampaikan untuk ditelaah. Atas perhatian dan kerja sama Bapak/Ibu diucapkan "
    "terima kasih.",
    "We ask you to review them, and thank you for your attention and help.",
)
_COPIES = Text("Tembusan:", "Copies to:")
_COPY_LEADER = Text("Ketua Pokja PUG;", "Chair of the gender mainstreaming working group;")
_COPY_ARCHIVE = Text("Arsip.", "Archive.")
