"""Codes of the current nomenclature and accounts as files write them, brought to one form."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from setara.domain.budget.reading.cells import is_number, tidy
from setara.domain.budget.reading.findings import Mend
from setara.domain.budget.reading.level import Level, account_level

_AROUND_DOTS = re.compile(r"\s*\.[\s.]*")
# Typed before a code so that a spreadsheet leaves it alone.
_AS_TEXT = "'`’‘"
_TOKEN = re.compile(r"[0-9]+|X+", re.IGNORECASE)
_FLOATED = re.compile(r"([0-9]+)\.0")
# Widths of the parts: urusan, bidang, program, level of government, kegiatan, sub kegiatan.
ACTIVITY_WIDTHS = (1, 2, 2, 1, 2, 4)
# akun, kelompok, jenis, objek, rincian objek, sub rincian objek (Permendagri 90/2019).
ACCOUNT_WIDTHS = (1, 1, 2, 2, 2, 4)
_SUB_ACTIVITY_PARTS, _SHORT_SUB, _LONG_SUB = 6, 2, 4
_LEVEL_OF_PARTS = {
    1: Level.AFFAIR,
    2: Level.FIELD,
    3: Level.PROGRAM,
    5: Level.ACTIVITY,
    6: Level.SUB_ACTIVITY,
}
_AGENCY_PARTS = 8
_AGENCY = re.compile(r"\d\.\d{2}\.\d\.\d{1,2}\.\d\.\d{1,2}\.\d{2}\.\d{4}")
# Income, expenditure, financing; 7 and 8 are accounts of the accrual books.
FIRST_ACCOUNTS = frozenset("45678")


class Code(NamedTuple):
    """A code in its normal form; `mend` says what had to be repaired, None for nothing."""

    activity: str
    account: str
    level: Level
    mend: Mend | None = None

    @property
    def text(self) -> str:
        """Activity and account as one."""
        return ".".join(part for part in (self.activity, self.account) if part)


def written_code(cell: object) -> tuple[str, Mend | None]:
    """A code cell as text with blanks and outer dots gone, and what that took.

    A date is what a spreadsheet makes of `1.02.03`; a number has lost the zeros at its end.
    """
    if isinstance(cell, date):
        return f"{cell.day}.{cell.month:02}.{cell.year % 100:02}", Mend.CODE_FROM_DATE
    text = tidy(cell)
    bare = _AROUND_DOTS.sub(".", text.lstrip(_AS_TEXT)).strip(". ")
    if is_number(cell) and "." in bare:
        head, _, tail = bare.partition(".")
        return f"{head}.{tail.ljust(2, '0')}", (Mend.CODE_FROM_NUMBER if len(tail) < 2 else None)  # noqa: PLR2004
    return bare, (Mend.CODE_BLANKS if bare != text else None)


def tokens_of(bare: str) -> tuple[str, ...]:
    """The parts of a code between its dots; none where something else stands there too."""
    parts = tuple(bare.upper().split("."))
    return parts if all(_TOKEN.fullmatch(part) for part in parts) else ()


def joined_parts(cells: tuple[object, ...]) -> str:
    """A code whose parts stand in cells of their own: `5.`, `1.`, `02.`; `2.0` is 2."""
    parts = []
    for cell in cells:
        text = tidy(cell).strip(". ")
        floated = _FLOATED.fullmatch(text)
        parts.append(floated[1] if floated and len(cells) > 1 else text)
    return ".".join(part for part in parts if part)


def is_agency_code(bare: str) -> bool:
    """Whether it is the code of an agency in SIPD: `2.08.0.00.0.00.01.0000`."""
    return _AGENCY.fullmatch(bare) is not None


def activity_of(tokens: tuple[str, ...], sub_width: int = _LONG_SUB) -> tuple[str, ...] | None:
    """The parts of an activity code with their zeros: `02` is `2` at the fourth, `1` is `01` at
    the others. None where they cannot be one.

    `sub_width` is how many digits a sub kegiatan has where a shorter one lost its zeros.
    """
    if len(tokens) not in _LEVEL_OF_PARTS:
        return None
    mended = []
    for place, token in enumerate(tokens):
        part = _part(token, ACTIVITY_WIDTHS[place], sub_width if place == _LONG_SUB + 1 else 0)
        if part is None:
            return None
        mended.append(part)
    return tuple(mended)


def _part(token: str, width: int, sub_width: int) -> str | None:
    if token.startswith("X"):
        return token if len(token) <= width else None
    bare = token.lstrip("0") or "0"
    if sub_width:
        known = len(token) in {_SHORT_SUB, _LONG_SUB}
        return token if known else (bare.zfill(sub_width) if len(bare) <= sub_width else None)
    if len(bare) > width:
        return None
    return bare.zfill(width)


def account_of(tokens: tuple[str, ...]) -> tuple[str, ...] | None:
    """The parts of an account with their zeros; None where they cannot be one."""
    if not tokens or tokens[0] not in FIRST_ACCOUNTS or len(tokens) > len(ACCOUNT_WIDTHS):
        return None
    mended = []
    for token, width in zip(tokens, ACCOUNT_WIDTHS, strict=False):
        bare = token.lstrip("0") or "0"
        if not token.isdecimal() or len(bare) > width:
            return None
        mended.append(bare.zfill(width))
    return tuple(mended)


def is_account(tokens: tuple[str, ...]) -> bool:
    """Whether it can only be an account: `5.1`, where `5.01` would be a bidang urusan."""
    return len(tokens) > 1 and tokens[0] in FIRST_ACCOUNTS and len(tokens[1]) == 1


def current_code(
    cell: object, sub_width: int = _LONG_SUB, *, has_accounts: bool = True
) -> Code | None:
    """An activity code, an account, or both in one; None where the cell is neither.

    `1.02.01.2.01.0001.5.1.02.01.01.0004` is a sub kegiatan with its account. A code that may be
    both is taken for an account where its second part has one digit: `5.1` belanja operasi, `5.01`
    perencanaan; `5` alone where the file `has_accounts`.
    """
    bare, mend = written_code(cell)
    tokens = tokens_of(bare)
    if not tokens:
        return None
    activity, account = _divided(tokens, sub_width, has_accounts=has_accounts)
    if activity is None and account is None:
        return None
    code = ".".join(activity or ()), ".".join(account or ())
    level = account_level(code[1]) if account else _LEVEL_OF_PARTS[len(activity or ())]
    now = ".".join(part for part in code if part)
    return Code(*code, level, Mend.CODE_ZEROS if now != bare and mend is None else mend)


def _divided(
    tokens: tuple[str, ...], sub_width: int, *, has_accounts: bool
) -> tuple[tuple[str, ...] | None, tuple[str, ...] | None]:
    is_first = has_accounts and len(tokens) == 1 and tokens[0] in FIRST_ACCOUNTS
    if (is_first or is_account(tokens)) and (account := account_of(tokens)):
        return None, account
    if len(tokens) <= _SUB_ACTIVITY_PARTS and (activity := activity_of(tokens, sub_width)):
        return activity, None
    for cut in (_SUB_ACTIVITY_PARTS, 5, 3):
        activity, account = activity_of(tokens[:cut], sub_width), account_of(tokens[cut:])
        if activity and account:
            return activity, account
    return None, account_of(tokens)
