"""Numbers and dates as Indonesian and English write them (PUEBI: `1.234,5`; `16 Juni 2025`)."""

from datetime import date, datetime
from decimal import Decimal

INDONESIAN_MONTHS = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
]
ENGLISH_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
INDONESIAN_DAYS = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
ENGLISH_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

_SWAPPED = str.maketrans(",.", ".,")


def written(value: object, *, indonesian: bool) -> str:
    """`value` as text: grouped digits for numbers, month names for dates, `str` for the rest.

    Whole numbers are grouped (12.345), so a year must be passed as text or as a Period.
    """
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, int | Decimal | float):
        return number(value, indonesian=indonesian)
    if isinstance(value, datetime):
        return f"{day(value.date(), indonesian=indonesian)} {value:%H:%M}"
    if isinstance(value, date):
        return day(value, indonesian=indonesian)
    return str(value)


def number(value: Decimal | float, *, indonesian: bool, places: int | None = None) -> str:
    """`value` with grouped digits; `places` fixes the decimals, otherwise they stay as given."""
    if isinstance(value, Decimal) and places is None:
        grouped = f"{value:,f}"
    else:
        grouped = f"{value:,}" if places is None else f"{value:,.{places}f}"
    grouped = grouped.replace("-", "−")
    return grouped.translate(_SWAPPED) if indonesian else grouped


def day(value: date, *, indonesian: bool, with_weekday: bool = False) -> str:
    """A date in full: `16 Juni 2025`, with `Senin, ` before it on request."""
    months = INDONESIAN_MONTHS if indonesian else ENGLISH_MONTHS
    full = f"{value.day} {months[value.month - 1]} {value.year}"
    if not with_weekday:
        return full
    weekdays = INDONESIAN_DAYS if indonesian else ENGLISH_DAYS
    return f"{weekdays[value.weekday()]}, {full}"
