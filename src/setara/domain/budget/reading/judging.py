"""How findings are made: the sentence, the weight and the place of each."""

from __future__ import annotations

from setara.domain.budget.reading.cells import letter
from setara.domain.budget.reading.findings import Fault, ReadingFinding
from setara.domain.budget.reading.line import Amount, whole
from setara.domain.budget.reading.wording import LOOK, MESSAGES, REMEDIES
from setara.domain.budget.severity import Severity
from setara.domain.foundation.money import Rupiah

_ERRORS = frozenset(
    {
        Fault.CHILD_LARGER,
        Fault.LOST_DECIMAL,
        Fault.LOST_ZEROS,
        Fault.TIMES_HUNDRED,
        Fault.DUPLICATE,
        Fault.BAD_CODE,
        Fault.UPPER_CODE,
        Fault.MISSING_CODE,
        Fault.MISSING_NAME,
        Fault.MISSING_AMOUNT,
        Fault.BAD_AMOUNT,
        Fault.NEGATIVE,
        Fault.TWO_YEARS,
        Fault.CUT_OFF,
        Fault.NO_LINES,
        Fault.FORMULA,
        Fault.MISSING_CODE_OF_ENTRY,
        Fault.TWO_NAMES_OF_A_CODE,
        Fault.LONG_NAME,
    }
)
_NOTES = frozenset(
    {
        Fault.NO_YEAR,
        Fault.NO_AGENCY,
        Fault.NO_ACTIVITIES,
        Fault.MIXED_STYLES,
        Fault.AMBIGUOUS_STYLE,
        Fault.UNKNOWN_COLUMN,
        Fault.SWAPPED,
        Fault.SHEETS_JOINED,
        Fault.SHEET_REPEATS,
    }
)


def found(
    fault: Fault,
    row: int = 0,
    place: int | None = None,
    /,
    *,
    rows: tuple[int, ...] = (),
    **values: object,
) -> ReadingFinding:
    """A finding at a cell; `place` is the column from 0, None for the whole row."""
    return ReadingFinding(
        fault,
        severity_of(fault),
        row,
        "" if place is None else letter(place),
        MESSAGES[fault].filled(**values) if values else MESSAGES[fault],
        REMEDIES.get(fault, LOOK).filled(**values) if values else REMEDIES.get(fault, LOOK),
        rows,
    )


def severity_of(fault: Fault) -> Severity:
    """How much a fault weighs: errors keep a book out of the records."""
    if fault in _ERRORS:
        return Severity.ERROR
    return Severity.NOTE if fault in _NOTES else Severity.WARNING


def rupiah(amount: Amount) -> Rupiah:
    """The amount as sentences write it, sen rounded."""
    return Rupiah(whole(amount))
