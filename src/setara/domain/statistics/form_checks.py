"""The checks the form runs while it is filled in, with what they show before they are run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from setara.domain.foundation.sex import Sex
from setara.domain.statistics.form import Content, Formula, address
from setara.domain.statistics.form_slots import FIGURE_OF, REASON_OF, STATED
from setara.domain.statistics.form_tables import TableRow
from setara.domain.statistics.form_words import (
    COMPLETE,
    DIFFERS,
    EMPTY,
    MATCHES,
    NO_NUMBER,
    TWO_ANSWERS,
)

Contents = Mapping[str, Content]
"""What stands in the open cells of one sheet, by address."""


def sum_of(addresses: Sequence[str], contents: Contents) -> Formula:
    """The sum of the figures there; empty while there is none."""
    listed = _listed(addresses)
    found = _figures(addresses, contents)
    return Formula(
        f'=IF(COUNT({listed})=0,"",SUM({listed}))', sum(found, Decimal()) if found else ""
    )


def whole_of(addresses: Sequence[str], contents: Contents) -> Formula:
    """The sum of the figures there; empty until all of them are there."""
    listed, found = _listed(addresses), _figures(addresses, contents)
    is_whole = len(found) == len(addresses)
    return Formula(
        f'=IF(COUNT({listed})={len(addresses)},SUM({listed}),"")',
        sum(found, Decimal()) if is_whole else "",
    )


def row_check(row: TableRow, number: int, contents: Contents) -> Formula:
    """Says in a word whether the row is complete, and whether it adds up to the total given."""
    pairs = [
        (address(number, FIGURE_OF[sex]), address(number, REASON_OF[sex])) for sex in row.cells
    ]
    twice = ",".join(f'AND({figure}<>"",{reason}<>"")' for figure, reason in pairs)
    empty = ",".join(f'AND({figure}="",{reason}="")' for figure, reason in pairs)
    words = ",".join(f'AND({figure}<>"",NOT(ISNUMBER({figure})))' for figure, _ in pairs)
    last = f'"{COMPLETE}"'
    if row.adds_up:
        stated, figures = address(number, STATED), ",".join(figure for figure, _ in pairs)
        away = f"ROUND({stated}-SUM({figures}),6)"
        last = (
            f"IF(AND(ISNUMBER({stated}),COUNT({figures})={len(pairs)}),"
            f'IF({away}=0,"{MATCHES}","{DIFFERS} "&{away}),"{COMPLETE}")'
        )
    return Formula(
        f'=IF(OR({twice}),"{TWO_ANSWERS}",IF(OR({empty}),"{EMPTY}",'
        f'IF(OR({words}),"{NO_NUMBER}",{last})))',
        _row_word(pairs, address(number, STATED) if row.adds_up else "", contents),
    )


def _row_word(pairs: Sequence[tuple[str, str]], stated: str, contents: Contents) -> str:
    answers = [(_is_given(contents, figure), _is_given(contents, why)) for figure, why in pairs]
    if (True, True) in answers:
        return TWO_ANSWERS
    if (False, False) in answers:
        return EMPTY
    if any(isinstance(contents.get(figure), str) and contents[figure] for figure, _ in pairs):
        return NO_NUMBER
    figures = _figures([figure for figure, _ in pairs], contents)
    total = contents.get(stated)
    if len(figures) < len(pairs) or not isinstance(total, Decimal):
        return COMPLETE
    return _compared(total - sum(figures, Decimal()))


def difference(stated: str, added: str, contents: Contents, parts: Sequence[str]) -> Formula:
    """What the total given lies above the sum of the figures; empty while none is given."""
    total, found = contents.get(stated), _figures(parts, contents)
    result: Decimal | str = ""
    if isinstance(total, Decimal) and found:
        result = total - sum(found, Decimal())
    return Formula(
        f'=IF(AND(ISNUMBER({stated}),ISNUMBER({added})),ROUND({stated}-{added},6),"")', result
    )


def difference_check(addresses: Sequence[str], results: Iterable[Formula]) -> Formula:
    """Says in a word whether the totals given agree with what was added up."""
    found = [each.result for each in results if isinstance(each.result, Decimal)]
    word = (DIFFERS if any(found) else MATCHES) if found else ""
    away = ",".join(f"AND(ISNUMBER({each}),{each}<>0)" for each in addresses)
    return Formula(
        f'=IF(COUNT({",".join(addresses)})=0,"",IF(OR({away}),"{DIFFERS}","{MATCHES}"))', word
    )


def sexes_of(row: TableRow) -> tuple[Sex, ...]:
    """The sexes the row asks for, men first as the national code list has them."""
    return tuple(sex for sex in Sex if sex in row.cells)


def _compared(away: Decimal) -> str:
    return MATCHES if not away else f"{DIFFERS} {away.normalize():f}"


def _is_given(contents: Contents, where: str) -> bool:
    return contents.get(where) not in {None, ""}


def _figures(addresses: Iterable[str], contents: Contents) -> list[Decimal]:
    found = (contents.get(each) for each in addresses)
    return [each for each in found if isinstance(each, Decimal)]


def _listed(addresses: Sequence[str]) -> str:
    """As the argument of a function, which takes 255 of them: neighbours are joined."""
    joined: list[list[str]] = []
    for each in addresses:
        if joined and _follows(joined[-1][-1], each):
            joined[-1].append(each)
        else:
            joined.append([each])
    return ",".join(part[0] if len(part) == 1 else f"{part[0]}:{part[-1]}" for part in joined)


def _follows(above: str, below: str) -> bool:
    column = above.rstrip("0123456789")
    return below == f"{column}{int(above[len(column) :]) + 1}"
