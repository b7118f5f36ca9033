"""Two made-up papers like those of an agency: a statement that stands, a matrix that lies."""

from __future__ import annotations

from datetime import date

from setara.domain.foundation.period import Period
from setara.domain.foundation.seat import Capacity
from setara.domain.language.text import Language, Text, same
from setara.domain.reports.data_letters import LetterRow, ReminderFacts, RequestFacts
from setara.domain.reports.outline import (
    Alignment,
    Block,
    Column,
    Facts,
    Figure,
    Heading,
    Items,
    Letterhead,
    Notice,
    Orientation,
    Outline,
    PageBreak,
    Paragraph,
    Signature,
    SourceNote,
    Table,
)
from setara.domain.reports.paper_parts import Printing, Signatory
from setara.domain.statistics.completeness import Completeness
from setara.domain.statistics.submission import SubmissionState
from setara.domain.statistics.timeliness import ReminderLevel

ID, EN = Language.INDONESIAN, Language.ENGLISH

SAMPLE = Text("CONTOH – BUKAN DOKUMEN RESMI", "SAMPLE – NOT AN OFFICIAL DOCUMENT")
CHECK_URL = "https://setara.example/periksa/3f9ac2d177"
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60">'
    '<rect width="120" height="20" fill="#6b2c91"/><rect y="30" width="180" height="20"/></svg>'
)
HEAD = Letterhead("Pemerintah Kabupaten Paser", "Dinas Pertanian", "Jalan Contoh 1, Tanah Grogot")
SIGNATURE = Signature(
    Text("Tana Paser, {day}", "Tana Paser, {day}").filled(day=date(2025, 6, 16)),
    Text("Plt. Kepala Dinas", "Acting Head of the Agency"),
    "Dinas Pertanian",
    "Ir. Siti Contoh, M.P.",
    "Pembina Tingkat I (IV/b)",
    "19800101 200501 2 001",
)
DATA = (
    Text(
        "Petani dibina: perempuan {women}, laki-laki {men} orang (2024)",
        "Farmers trained: women {women}, men {men} people (2024)",
    ).filled(women=21, men=1438),
    Text("Pengurus inti: perempuan 12%", "Core board: women 12%"),
)


def paper(*blocks: Block, **facts: object) -> Outline:
    """A paper of these blocks with a title, and nothing else that was not asked for."""
    return Outline(title=Text("Judul", "Title"), blocks=blocks, **facts)


def statement() -> Outline:
    """A statement: facts, lists, a figure, a table with its total, a signature."""
    columns = (
        Column(Text("Rencana aksi", "Actions"), width=3),
        Column(Text("Masukan (Rp)", "Input (Rp)"), width=2, alignment=Alignment.RIGHT),
    )
    rows = (
        ((Text("Pelatihan gender", "Gender training"),), (same("45.600.000"),)),
        ((Text("Pendampingan", "Mentoring"),), (same("25.000.000"),)),
        ((Text("Jumlah", "Total"),), (same("70.600.000"),)),
    )
    return Outline(
        title=Text("Pernyataan Anggaran Gender", "Gender Budget Statement"),
        subtitle=Text("Tahun anggaran {year}", "Budget year {year}").filled(year="2026"),
        letterhead=HEAD,
        notice=SAMPLE,
        footer=Text("Dicetak dari Setara", "Printed from Setara"),
        author="Dinas Pertanian",
        subject=Text("GBS contoh", "Sample GBS"),
        dated_on=date(2025, 6, 16),
        check_url=CHECK_URL,
        blocks=(
            Facts(((Text("Perangkat daerah", "Agency"), same("Dinas Pertanian")),)),
            Heading(Text("Analisis situasi", "Situation analysis")),
            Heading(Text("1. Data pembuka wawasan", "1. Opening data"), level=2),
            Items(DATA),
            Figure(
                DRAWING,
                Text("Peserta menurut jenis kelamin", "Participants by sex"),
                Text("Perempuan lebih sedikit.", "Fewer women."),
            ),
            SourceNote(Text("Dinas Pertanian (data contoh)", "Dinas Pertanian (sample data)")),
            Items((same("Penyuluh"), same("Undangan")), is_numbered=True),
            Paragraph(Text("Tujuan yang dirumuskan ulang.", "The objective, reworded.")),
            Table(columns, rows, Text("Rencana aksi", "Actions"), has_total=True),
            Items((same("Satu"), same("Dua")), is_numbered=True),
            Notice(Text("Bentuk resmi belum diperoleh.", "The official form is not at hand.")),
            PageBreak(),
            Paragraph(Text("Penutup.", "Closing."), is_small=True),
            SIGNATURE,
        ),
    )


def matrix(rows: int = 1) -> Outline:
    """Nine columns in groups on a sheet that lies; many rows fill several pages."""
    issue, plan, result = (
        Text("Isu gender", "Gender issue"),
        Text("Kebijakan dan rencana ke depan", "Policy and plans ahead"),
        Text("Pengukuran hasil", "Measuring results"),
    )
    headings = (
        (Text("1. Sub kegiatan", "1. Sub-activity"), None),
        (Text("2. Data pembuka wawasan", "2. Opening data"), None),
        (Text("3. Faktor kesenjangan", "3. Factors"), issue),
        (Text("4. Sebab internal", "4. Internal causes"), issue),
        (Text("5. Sebab eksternal", "5. External causes"), issue),
        (Text("6. Reformulasi tujuan", "6. New objective"), plan),
        (Text("7. Rencana aksi", "7. Action plan"), plan),
        (Text("8. Data dasar", "8. Baseline"), result),
        (Text("9. Indikator", "9. Indicators"), result),
    )
    columns = tuple(Column(heading, width=3, group=group) for heading, group in headings)
    row = (
        *((DATA if place % 2 else DATA[:1]) for place in range(8)),
        (Text("mempertanggungjawabkan", "accountability"),),
    )
    return Outline(
        title=same("Gender Analysis Pathway (GAP)"),
        letterhead=HEAD,
        orientation=Orientation.LANDSCAPE,
        notice=SAMPLE,
        blocks=(Table(columns, (row,) * rows), SIGNATURE),
    )


def letter_rows(count: int = 2) -> tuple[LetterRow, ...]:
    """Elements asked of a producer; the second one by age, in the whole area."""
    first = LetterRow(
        "KS15",
        Text("Kader posyandu", "Volunteers of health posts"),
        Text("orang", "people"),
        by_subdistrict=True,
        dimensions=(),
        completeness=Completeness(figures=12, none_exists=2, not_reported=6),
    )
    second = LetterRow(
        "KS12",
        Text("Penderita hipertensi yang dilayani", "People treated for hypertension"),
        Text("orang", "people"),
        by_subdistrict=False,
        dimensions=(Text("kelompok umur", "age group"),),
        completeness=Completeness(not_reported=34),
    )
    return (first, second) * (count // 2)


PRINTING = Printing(
    government="Kabupaten Paser",
    agency="DP2KBP3A",
    place="Tana Paser",
    on=date(2025, 7, 10),
    is_practice=False,
    check_url=CHECK_URL,
    trail="#31 4f1c2a9b7d10",
)
SIGNATORY = Signatory(
    "Kepala Sekretariat Pokja PUG",
    "Dra. Dian Contoh",
    "Pembina Tingkat I",
    "19700101 199503 2 001",
    Capacity.ACTING,
)


def request_facts(rows: int = 2, number: str = "400.2/014/DP2KBP3A-2025") -> RequestFacts:
    """A request to the health agency."""
    return RequestFacts(
        dated_on=date(2025, 6, 2),
        recipient="Kepala Dinas Kesehatan",
        call="Data terpilah 2024",
        number=number,
        period=Period.year(2024),
        due_on=date(2025, 6, 30),
        rows=letter_rows(rows),
    )


def reminder_facts(
    level: ReminderLevel = ReminderLevel.CHAIR,
    state: SubmissionState = SubmissionState.DRAFT,
    written_on: date = date(2025, 7, 10),
) -> ReminderFacts:
    """A reminder to the same agency, ten days after the day."""
    return ReminderFacts(
        request=request_facts(),
        number="400.2/031/DP2KBP3A-2025",
        written_on=written_on,
        level=level,
        state=state,
        agency="Dinas Kesehatan",
    )


# What people (and worse) put into a form. Each must come out as the words it is.
HOSTILE = {
    "typst": "#let x = 1; #panic[*a*] $x$ @b <c> `d` \\u{1F600}",
    "markup": "</text><script>alert(1)</script> &amp; <!-- -->",
    "template": "{{ settings.SECRET_KEY }} {% include 'x' %} {nama}",
    "formula": "=cmd|' /C calc'!A1",
    "json": '","kind":"heading"} \\n " \\',
    "arabic": "السلام عليكم",
    "hebrew": "שלום",
    "signs": "≥ ± ½ ✓ ☐ → “petik” … Rp 1.000,00",
}
