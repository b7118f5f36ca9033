"""The figures of one measure in one column: how its numbers are written, and in which unit."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from setara.domain.indices.bps.measures import Family, measures
from setara.domain.indices.bps.remarks import CHECK_SOURCE, Judgement, Quirk, Remark
from setara.domain.language.numerals import DecimalStyle, NotANumber, typed_number
from setara.domain.language.text import Text, listed
from setara.domain.statistics.observation import Nothing, Value
from setara.domain.statistics.understanding.findings import quoted

# As many decimals as a figure is kept with; a spreadsheet's noise stands behind them.
_KEPT = Decimal(1).scaleb(-6)
_ONE = Decimal(1)
# BPS printed 0.01 for a council without women (2010–2019): no proportion of one.
_NO_SEAT = Decimal("0.01")
_MARKED = re.compile(
    r"([-−+]?\s*(?:\d[\d.,'\s]*?|[.,]\d+?))(?<=\d)\s*%?"
    r"((?:\s*(?:[*†‡¹²³⁴^()]|(?<=[\s^(])\d\)|[a-z]{1,2}(?![a-z])))*)\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it stood: row from 1, and what it held."""

    row: int
    content: object


@dataclass(frozen=True, slots=True)
class Written:
    """What is written in a cell: the numbers it can be, by style; a footnote mark behind it."""

    numbers: Mapping[DecimalStyle, Decimal]
    mark: str = ""

    @property
    def values(self) -> tuple[Decimal, ...]:
        """The different numbers."""
        return tuple(dict.fromkeys(self.numbers.values()))


def is_nothing(cell: object) -> bool:
    """Whether the cell holds a sign that there is no figure."""
    return isinstance(cell, str) and cell.strip().lower() in measures().nothing


def written(cell: object) -> Written:
    """The numbers a cell can be. Raises NotANumber."""
    if not isinstance(cell, str):
        exact = typed_number(cell, DecimalStyle.POINT)
        if exact is None:
            raise NotANumber(NOT_A_NUMBER.filled(cell=""))
        return Written(dict.fromkeys(DecimalStyle, _without_noise(exact)))
    found = _MARKED.fullmatch(cell.replace("\xa0", " ").strip())
    if found is None:
        raise NotANumber(NOT_A_NUMBER.filled(cell=quoted(cell)))
    numbers: dict[DecimalStyle, Decimal] = {}
    for style in DecimalStyle:
        try:
            number = typed_number(found[1], style)
        except NotANumber:
            continue
        if number is not None:
            numbers[style] = number
    if not numbers:
        raise NotANumber(NOT_A_NUMBER.filled(cell=quoted(cell)))
    return Written(numbers, found[2].strip())


def _without_noise(number: Decimal) -> Decimal:
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -6:  # noqa: PLR2004 -- as `_KEPT`
        return _plain(number.quantize(_KEPT))
    return number


def _plain(number: Decimal) -> Decimal:
    """Without zeros at the end and without an exponent."""
    whole = number.to_integral_value()
    return whole if whole == number else number.normalize()


@dataclass(slots=True)
class Judged:
    """The figures by row, and what was found; a doubted cell has none."""

    values: dict[int, Value] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)

    def says(
        self,
        judgement: Judgement,
        quirk: Quirk,
        message: Text,
        row: int | None,
        remedy: Text | None = None,
    ) -> None:
        """Note a remark on a cell of the column."""
        if judgement is Judgement.DOUBTED and remedy is None:
            remedy = CHECK_SOURCE
        self.remarks.append(Remark(judgement, quirk, message, remedy, row=row))


@dataclass(frozen=True, slots=True)
class _Option:
    """One figure a cell can be, and the factor that brought it into the unit."""

    value: Decimal
    factor: Decimal


def judged(family: Family, cells: Sequence[Cell], *, says_percent: bool = False) -> Judged:
    """The figures of a column of one measure, judged together. Cost: linear in the cells."""
    found = Judged()
    numbers: dict[int, Written] = {}
    for cell in cells:
        _read(family, cell, numbers, found)
    if not numbers:
        return found
    if _is_proportion(family, numbers.values()):
        most = max(value for each in numbers.values() for value in each.values)
        found.says(
            Judgement.DOUBTED, Quirk.AS_PROPORTION, AS_PROPORTION.filled(most=most), None, PERCENT
        )
        return found
    style = _style(numbers.values())
    factors = _factors(family, says_percent=says_percent)
    options = {row: _options(family, each, style, factors) for row, each in numbers.items()}
    factor = _factor(options.values())
    _say_column(family, found, numbers=numbers, options=options, style=style, factor=factor)
    for row, each in options.items():
        _choose(family, found, row, read=numbers[row], options=each, factor=factor)
    return found


def _read(family: Family, cell: Cell, numbers: dict[int, Written], found: Judged) -> None:
    """Sort a cell: a sign of nothing, a zero that is none, a number, or neither."""
    if is_nothing(cell.content):
        found.values[cell.row] = Nothing.NOT_REPORTED
        said = SIGN.filled(sign=str(cell.content).strip())
        found.says(Judgement.REPAIRED, Quirk.NOTHING_SIGN, said, cell.row)
        return
    try:
        read = written(cell.content)
    except NotANumber as other:
        found.says(Judgement.DOUBTED, Quirk.NOT_A_NUMBER, other.reason, cell.row)
        return
    if read.mark:
        said = FOOTNOTE.filled(cell=quoted(str(cell.content)), mark=read.mark)
        found.says(Judgement.REPAIRED, Quirk.FOOTNOTE, said, cell.row)
    if not any(read.values) and not family.can_be_zero:
        found.values[cell.row] = Nothing.NOT_REPORTED
        found.says(Judgement.REPAIRED, Quirk.ZERO, ZERO.filled(what=family.label), cell.row)
        return
    numbers[cell.row] = read


def _is_proportion(family: Family, numbers: Iterable[Written]) -> bool:
    values = [value for each in numbers for value in each.values]
    return family.is_percent and max(values) <= 1 and any(value > _NO_SEAT for value in values)


def _style(numbers: Iterable[Written]) -> DecimalStyle | None:
    """The style in which the cells that can be read in one way only are written; None for both."""
    sure = {next(iter(each.numbers)) for each in numbers if len(each.numbers) == 1}
    return sure.pop() if len(sure) == 1 else None


def _factors(family: Family, *, says_percent: bool) -> tuple[Decimal, ...]:
    percent = (family.percent_scale,) if says_percent and family.percent_scale else ()
    return (_ONE, *family.scales, *percent)


def _options(
    family: Family, read: Written, style: DecimalStyle | None, factors: tuple[Decimal, ...]
) -> tuple[_Option, ...]:
    """The figures a cell can be that are possible at all, each with the factor nearest to one."""
    told = None if style is None else read.numbers.get(style)
    values = read.values if told is None else (told,)
    found: dict[Decimal, _Option] = {}
    for factor in factors:
        for value in values:
            scaled = value if factor == 1 else _plain(value * factor)
            if family.holds(scaled):
                found.setdefault(scaled, _Option(scaled, factor))
    return tuple(found.values())


def _factor(options: Iterable[tuple[_Option, ...]]) -> Decimal | None:
    """The factor of most cells that leave no choice; none where every cell leaves one."""
    counted = Counter(each[0].factor for each in options if len(each) == 1)
    return max(counted, key=lambda factor: (counted[factor], factor == 1), default=None)


def _say_column(
    family: Family,
    found: Judged,
    *,
    numbers: Mapping[int, Written],
    options: Mapping[int, tuple[_Option, ...]],
    style: DecimalStyle | None,
    factor: Decimal | None,
) -> None:
    """Say once a column what was done to its numbers, with the first of them."""
    for row, each in options.items():
        option, read = _chosen(each, factor), numbers[row]
        if option is None:
            continue
        if option.factor != 1:
            said = UNIT.filled(factor=option.factor, unit=family.unit)
            said = said.filled(example=read.values[0], value=option.value)
            found.says(Judgement.REPAIRED, Quirk.UNIT, said, row)
            return
        if style is None and len(read.values) > 1:
            values = listed([_number(value) for value in read.values], last=OR)
            said = STYLE.filled(values=values, least=family.least, most=family.most)
            said = said.filled(value=option.value)
            found.says(Judgement.REPAIRED, Quirk.NUMBER_STYLE, said, row)
            return


def _chosen(options: tuple[_Option, ...], factor: Decimal | None) -> _Option | None:
    """The one figure of the column's factor, where there is exactly one."""
    of_factor = [each for each in options if each.factor == factor]
    return of_factor[0] if len(of_factor) == 1 else None


def _choose(
    family: Family,
    found: Judged,
    row: int,
    *,
    read: Written,
    options: tuple[_Option, ...],
    factor: Decimal | None,
) -> None:
    option = _chosen(options, factor)
    if option is not None:
        found.values[row] = option.value
    elif not options:
        said = OUT_OF_RANGE.filled(
            value=listed([_number(value) for value in read.values], last=OR),
            what=family.label,
            least=family.least,
            most=family.most,
            unit=family.unit,
        )
        found.says(Judgement.DOUBTED, Quirk.OUT_OF_RANGE, said, row)
    elif len(options) == 1:
        said = TWO_UNITS.filled(value=_number(read.values[0]), what=family.label)
        found.says(Judgement.DOUBTED, Quirk.TWO_UNITS, said, row)
    else:
        said = TWO_MEANINGS.filled(
            values=listed([_number(each.value) for each in options], last=OR), what=family.label
        )
        found.says(Judgement.DOUBTED, Quirk.TWO_MEANINGS, said, row)


def _number(value: Decimal) -> Text:
    return Text("{value}", "{value}").filled(value=value)


OR = Text("atau", "or")
NOT_A_NUMBER = Text("“{cell}” bukan angka.", "“{cell}” is not a number.")
SIGN = Text(
    "“{sign}” dibaca sebagai belum tersedia (belum dilaporkan).",
    "“{sign}” was read as not available (not reported).",
)
ZERO = Text(
    "Nol tidak mungkin untuk {what}; dibaca sebagai belum tersedia.",
    "Zero cannot be for {what}; it was read as not available.",
)
FOOTNOTE = Text(
    "Tanda catatan “{mark}” pada “{cell}” dilepas.",
    "The footnote mark “{mark}” of “{cell}” was dropped.",
)
UNIT = Text(
    "Kolom ini bukan dalam {unit}: {example} dibaca {value} (dikalikan {factor}).",
    "This column is not in {unit}: {example} was read as {value} (multiplied by {factor}).",
)
STYLE = Text(
    "Dapat dibaca {values}; diambil {value}, karena yang lain di luar {least}–{most}.",
    "It could be {values}; {value} was taken, the other being outside {least}–{most}.",
)
OUT_OF_RANGE = Text(
    "{what}: {value} di luar yang mungkin ({least}–{most} {unit}).",
    "{what}: {value} is outside what can be ({least}–{most} {unit}).",
)
TWO_UNITS = Text(
    "{what}: {value} bersatuan lain daripada sel lain di kolomnya.",
    "{what}: {value} is in another unit than the rest of its column.",
)
TWO_MEANINGS = Text(
    "{what}: selnya dapat berarti {values}.",
    "{what}: the cell could mean {values}.",
)
AS_PROPORTION = Text(
    "Tidak ada angka di atas 1 (terbesar {most}): kolom ini tampaknya proporsi, bukan persen.",
    "No figure is above 1 (largest {most}): this column seems to hold proportions, not per cents.",
)
PERCENT = Text(
    "Isi dalam persen (0,78 menjadi 78), lalu unggah kembali.",
    "Enter per cents (0.78 becomes 78) and upload again.",
)
