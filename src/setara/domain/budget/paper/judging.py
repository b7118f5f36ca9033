"""What the rules say of a written GAP or GBS, with the cell each finding is about."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from setara.domain.budget.finding import Finding, warning
from setara.domain.budget.measurement import NO_BASELINE
from setara.domain.budget.paper.fields import PaperKind
from setara.domain.budget.paper.measures import ReadMeasures
from setara.domain.budget.paper.places import Place
from setara.domain.budget.paper.reading import ReadPathway, all_answering
from setara.domain.budget.paper.words import overlap
from setara.domain.budget.severity import Severity
from setara.domain.budget.substance import findings
from setara.domain.budget.weak_words import OtherPathway
from setara.domain.language.text import Text
from setara.domain.statistics.element import Polarity

READING = "BACA"
"""The name under which is said what could not be understood; it is no rule of substance."""

_COLUMNS = range(1, 10)
_BASELINE_COLUMN = 8


@dataclass(frozen=True, slots=True)
class PlacedFinding:
    """A finding and the cell of the paper it is about; None where the paper has no such cell."""

    finding: Finding
    place: Place | None

    @property
    def is_of_weight(self) -> bool:
        """Whether it is more than a remark."""
        return self.finding.severity is not Severity.NOTE


def judged(
    read: ReadPathway,
    *,
    today: date,
    others: Iterable[OtherPathway] = (),
    off: Container[str] = frozenset(),
) -> tuple[PlacedFinding, ...]:
    """The findings of the rules and what was not understood, by column and rule.

    A rule is silent about what a GBS has no field for, about an empty code, which is told as
    not understood, and about which action answers which cause where the paper does not say.
    """
    pathway = read.pathway if read.is_tied else all_answering(read.pathway)
    found = [
        finding
        for finding in findings(pathway, today=today, others=others, off=off, budget=read.budget)
        if _is_asked(finding, read)
    ]
    found += [finding for finding in remarks(read) if finding.rule not in off]
    found.sort(key=lambda finding: (finding.column, finding.rule == READING, finding.rule))
    return tuple(PlacedFinding(finding, read.place_of(finding.column)) for finding in found)


def _is_asked(finding: Finding, read: ReadPathway) -> bool:
    if finding.rule == "GAP-12" and not read.pathway.activity_code:
        return False
    if finding.severity is Severity.ERROR or read.kind is PaperKind.MATRIX:
        return True
    if _BASELINE_COLUMN not in read.present and finding.message.id == NO_BASELINE.id:
        return False
    if finding.column == 1 and finding.rule == "GAP-05":
        return bool(read.pathway.objective) or read.kind is PaperKind.LISTED
    return finding.column in read.present


def remarks(read: ReadPathway) -> Iterator[Finding]:
    """What was not understood, or understood only by a rule of thumb."""
    pathway = read.pathway
    yield from _missing(read)
    if read.year is None:
        yield _note(1, _NO_YEAR.filled(year=str(pathway.year)), _STATE_YEAR)
    if not pathway.activity_code and 1 in read.present:
        yield _note(1, _NO_CODE, _WRITE_CODE)
    yield from _of_data(read)
    if not read.is_tied and pathway.causes and pathway.actions:
        yield from _untied(read)
    yield from _of_measures(read.measures)


def _of_data(read: ReadPathway) -> Iterator[Finding]:
    for text in read.data_unread:
        yield _note(2, _NO_PAIR.filled(text=text), _WRITE_PAIR)
    for datum in read.pathway.data:
        if datum.polarity is Polarity.NEITHER:
            yield _note(2, _NO_DIRECTION.filled(datum=datum.label), _SAY_DIRECTION)
    for text in read.strange_factors:
        yield _note(3, _NO_SUCH_FACTOR.filled(text=text), _NAME_FACTOR)


def _of_measures(measures: ReadMeasures) -> Iterator[Finding]:
    for text in measures.strange:
        yield warning("GAP-07", 8, _STRANGE_BASELINE.filled(text=text), _FROM_DATA)
    for text in measures.unread:
        yield _note(8, _NO_FIGURE.filled(text=text), _FROM_DATA)
    for text in measures.without_level:
        yield _note(9, _NO_LEVEL.filled(text=text), _WRITE_LEVEL)


def _missing(read: ReadPathway) -> Iterator[Finding]:
    missing = [column for column in _COLUMNS if column not in read.present]
    if not missing:
        return
    named = ", ".join(map(str, missing))
    if read.kind is PaperKind.MATRIX:
        yield warning(READING, missing[0], _NO_COLUMN.filled(columns=named), _ADD_COLUMN)
    else:
        yield _note(missing[0], _NO_FIELD.filled(columns=named), _NOT_JUDGED)


def _untied(read: ReadPathway) -> Iterator[Finding]:
    actions = " ".join(action.text for action in read.pathway.actions)
    open_ones = [
        f"“{cause.text}”" for cause in read.pathway.causes if not overlap(cause.text, actions)
    ]
    if open_ones:
        yield _note(7, _SEEM_OPEN.filled(causes="; ".join(open_ones)), _TIE)
    else:
        yield _note(7, _NOT_TIED, _TIE)


def _note(column: int, message: Text, fix: Text) -> Finding:
    return Finding(READING, column, Severity.NOTE, message, fix)


_NO_COLUMN = Text(
    "Kolom {columns} dari sembilan kolom GAP tidak ditemukan.",
    "Columns {columns} of the nine of a GAP were not found.",
)
_ADD_COLUMN = Text(
    "Lengkapi kolomnya, atau tulis judulnya seperti dalam pedoman (misalnya “Data Dasar”).",
    "Complete them, or give them the headings of the guideline (“Data Dasar” for instance).",
)
_NO_FIELD = Text(
    "Bentuk ini tidak memuat isian untuk kolom GAP {columns}.",
    "This form has no fields for columns {columns} of the GAP.",
)
_NOT_JUDGED = Text(
    "Bagian itu tidak dinilai; periksa pada GAP-nya.", "They are not judged; look at the GAP."
)
_NO_YEAR = Text(
    "Tahun anggaran tidak disebut; “n-1” dan umur data dihitung dari {year}.",
    "The budget year is not stated; “n-1” and the age of data are counted from {year}.",
)
_STATE_YEAR = Text("Tulis tahun anggarannya.", "State the budget year.")
_NO_CODE = Text(
    "Tidak ada kode sub kegiatan, sehingga tingkatnya tidak dapat diperiksa.",
    "There is no code of a sub-activity, so its level cannot be checked.",
)
_WRITE_CODE = Text(
    "Tulis kodenya, misalnya 2.08.02.2.01.0005.", "Write the code, for example 2.08.02.2.01.0005."
)
_NO_PAIR = Text(
    "Angka dalam “{text}” tidak terbaca sebagai angka laki-laki dan perempuan.",
    "The figures in “{text}” could not be read as figures of men and women.",
)
_WRITE_PAIR = Text(
    "Tulis keduanya, misalnya “peserta L 69 P 21”, jika memang terpilah.",
    "Write both, as in “peserta L 69 P 21”, if they are by sex.",
)
_NO_DIRECTION = Text(
    "{datum}: tidak diketahui apakah lebih banyak berarti lebih baik, sehingga siapa yang "
    "tertinggal tidak dinilai.",
    "{datum}: whether more is better is not known, so who is behind is not judged.",
)
_SAY_DIRECTION = Text(
    "Periksa sendiri arah targetnya.", "Check the direction of the target yourself."
)
_NO_SUCH_FACTOR = Text(
    "“{text}” tidak menyebut akses, partisipasi, kontrol, atau manfaat.",
    "“{text}” names none of access, participation, control, benefit.",
)
_NAME_FACTOR = Text(
    "Awali dengan nama faktornya, misalnya “Partisipasi: …”.",
    "Begin with the name of the factor, as in “Partisipasi: …”.",
)
_SEEM_OPEN = Text(
    "Tabel tidak menyebut aksi mana menjawab sebab mana. Menurut kata-katanya, sebab ini belum "
    "tampak dijawab: {causes}.",
    "The table does not say which action answers which cause. By their words these causes do not "
    "seem to be answered yet: {causes}.",
)
_NOT_TIED = Text(
    "Tabel tidak menyebut aksi mana menjawab sebab mana, sehingga hal itu tidak diperiksa.",
    "The table does not say which action answers which cause, so that was not checked.",
)
_TIE = Text(
    "Beri nomor pada sebab, dan sebutkan nomornya pada aksi, misalnya “(menjawab [2])”.",
    "Number the causes and name the number at the action, as in “(menjawab [2])”.",
)
_STRANGE_BASELINE = Text(
    "Data dasar “{text}” tidak ada pada data pembuka wawasan (kolom 2).",
    "The baseline “{text}” is not among the eye-opening data (column 2).",
)
_FROM_DATA = Text(
    "Ambil data dasar dari kolom 2, dengan angka yang sama.",
    "Take the baseline from column 2, with the same figure.",
)
_NO_FIGURE = Text("Data dasar “{text}” tanpa angka.", "The baseline “{text}” has no figure.")
_NO_LEVEL = Text(
    "Indikator “{text}” tidak menyebut keluaran (output) atau hasil (outcome); tingkatnya "
    "ditentukan dari kata-katanya.",
    "Indicator “{text}” names neither output nor outcome; its level was told by its words.",
)
_WRITE_LEVEL = Text(
    "Awali dengan “Output:” atau “Outcome:”.", "Begin with “Output:” or “Outcome:”."
)
