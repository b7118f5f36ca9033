"""What a column of a received table holds, told from its headings and its cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text
from setara.domain.statistics.address import column_letter
from setara.domain.statistics.understanding import wording
from setara.domain.statistics.understanding.cells import Kind, kind_of


class Role(StrEnum):
    """What the cells of a column are."""

    PLACE = "place"
    AGE = "age"
    CATEGORY = "category"
    CODE = "code"
    NUMBERING = "numbering"
    SEX = "sex"
    YEAR = "year"
    FEMALE = "female"
    MALE = "male"
    TOTAL = "total"
    FIGURE = "figure"
    FEMALE_PERCENT = "female_percent"
    MALE_PERCENT = "male_percent"
    PERCENT = "percent"
    UNIT = "unit"
    NOTE = "note"
    IGNORED = "ignored"

    @property
    def label(self) -> Text:
        """In both languages."""
        return ROLE_LABELS[self]

    @property
    def is_label(self) -> bool:
        """Whether its cells name the row."""
        return self in _NAMING

    @property
    def is_figure(self) -> bool:
        """Whether its cells are figures, per cents excepted."""
        return self in _FIGURES

    @property
    def is_percent(self) -> bool:
        """Whether its cells are per cents, which are never counts."""
        return self in _PERCENTS

    @property
    def sex(self) -> Sex | None:
        """The sex its figures are about; None for both or none."""
        return _SEX_OF.get(self)


_NAMING = frozenset({Role.PLACE, Role.AGE, Role.CATEGORY})
_FIGURES = frozenset({Role.FEMALE, Role.MALE, Role.TOTAL, Role.FIGURE})
_PERCENTS = frozenset({Role.FEMALE_PERCENT, Role.MALE_PERCENT, Role.PERCENT})
_SEX_OF = {
    Role.FEMALE: Sex.FEMALE,
    Role.FEMALE_PERCENT: Sex.FEMALE,
    Role.MALE: Sex.MALE,
    Role.MALE_PERCENT: Sex.MALE,
}

ROLE_LABELS = {
    Role.PLACE: Text("wilayah", "place"),
    Role.AGE: Text("kelompok umur", "age group"),
    Role.CATEGORY: Text("kategori", "category"),
    Role.CODE: Text("kode", "code"),
    Role.NUMBERING: Text("nomor urut", "row number"),
    Role.SEX: Text("jenis kelamin", "sex"),
    Role.YEAR: Text("tahun", "year"),
    Role.FEMALE: Text("perempuan", "women"),
    Role.MALE: Text("laki-laki", "men"),
    Role.TOTAL: Text("jumlah laki-laki dan perempuan", "women and men together"),
    Role.FIGURE: Text("angka tanpa jenis kelamin", "figure without sex"),
    Role.FEMALE_PERCENT: Text("persen perempuan", "per cent women"),
    Role.MALE_PERCENT: Text("persen laki-laki", "per cent men"),
    Role.PERCENT: Text("persen", "per cent"),
    Role.UNIT: Text("satuan", "unit"),
    Role.NOTE: Text("keterangan", "note"),
    Role.IGNORED: Text("tidak dipakai", "not used"),
}


NOT_SAID = Text("", "")


@dataclass(frozen=True, slots=True)
class ColumnRead:
    """One column: its place from 0, its role, the year and the thing its figures are about.

    `headings` are its own cells of the header rows, merged ones included, from the top;
    `because` says what told its role. `adds_up` is False for rates, indices and averages.
    """

    place: int
    role: Role
    headings: tuple[str, ...] = ()
    year: int | None = None
    about: str = ""
    adds_up: bool = True
    because: Text = NOT_SAID

    @property
    def letter(self) -> str:
        """`A`, `B`, …, `AA`, as the spreadsheet shows it."""
        return column_letter(self.place)


@dataclass(frozen=True, slots=True)
class Content:
    """How many cells of each kind a column holds below its headings."""

    filled: int
    numbers: int
    years: int
    sexes: int
    ages: int
    codes: int
    is_counting: bool

    def mostly(self, count: int) -> bool:
        """Whether four fifths of the filled cells are of that kind."""
        return self.filled > 0 and count * 5 >= self.filled * 4


def content_of(cells: Iterable[object]) -> Content:
    """The kinds of the cells of a column. Cost: one look at each cell."""
    kinds = [kind_of(cell) for cell in cells if cell is not None]
    counted = [each for each in kinds if each is not Kind.NOTHING]
    kept = [cell for cell in cells if cell is not None] if isinstance(cells, Sequence) else []
    return Content(
        filled=len(counted),
        numbers=sum(kind in {Kind.NUMBER, Kind.YEAR} for kind in counted),
        years=counted.count(Kind.YEAR),
        sexes=sum(_is_sex(cell) for cell in kept),
        ages=counted.count(Kind.AGE),
        codes=counted.count(Kind.CODE),
        is_counting=_is_counting(kept),
    )


def _is_sex(cell: object) -> bool:
    said = wording.folded(cell)
    return said in wording.FEMALE_WORDS | wording.MALE_WORDS | wording.TOTAL_WORDS


def _is_counting(cells: Sequence[object]) -> bool:
    """Whether the cells are 1, 2, 3, … from the first on."""
    numbers = [str(cell).strip().rstrip(".") for cell in cells]
    return len(numbers) > 1 and numbers == [str(n) for n in range(1, len(numbers) + 1)]
