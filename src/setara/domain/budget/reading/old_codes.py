"""Codes of Permendagri 13/2006: bidang, organisation, program, kegiatan and account in one row.

How many parts the organisation has differs by government, so it is told from all codes of a file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from setara.domain.budget.reading.cells import tidy
from setara.domain.budget.reading.codes import Code, tokens_of, written_code
from setara.domain.budget.reading.findings import Mend
from setara.domain.budget.reading.level import ACCOUNT_LEVELS, Level, account_level

Tokens = tuple[str, ...]

_BETWEEN_GROUPS = re.compile(r"\s+\.\s*|\s*\.\s+")
_FIRST = frozenset("456")
_FIELD = 2
# program and kegiatan
_MIDDLE = 2
_FEWEST_BEFORE_ACCOUNT = 4
_USUAL_ORGANISATION = 3
_SINGLE_PARTS = 3
# 5.2.2.01.01: three parts of one digit, two of two.
_ACCOUNT_WIDTHS = (1, 1, 1, 2, 2)


@dataclass(frozen=True, slots=True)
class OldShape:
    """How the codes of one file are built; widths are those most codes have."""

    has_field: bool
    organisation: int
    program_width: int
    activity_width: int

    @property
    def before_program(self) -> int:
        """How many parts stand before the program."""
        return (_FIELD if self.has_field else 0) + self.organisation

    def read(self, cell: object) -> Code | None:
        """The code in its normal form; None where the cell is none of this shape."""
        bare, mend = written_code(cell)
        tokens = tokens_of(bare)
        if not tokens:
            return None
        found = self._short(tokens) if len(tokens) < _USUAL_ORGANISATION else self._long(tokens)
        if found is None:
            return None
        now = found.text
        return found._replace(mend=Mend.CODE_ZEROS if now != bare and mend is None else mend)

    def organisation_of(self, activity: str) -> str:
        """The code of the organisation within an activity code, empty where it has none."""
        tokens = activity.split(".")[_FIELD if self.has_field else 0 : self.before_program]
        return ".".join(tokens) if len(tokens) == self.organisation else ""

    def _short(self, tokens: Tokens) -> Code | None:
        if tokens[0] in _FIRST:
            return _account(tokens)
        if len(tokens) == 1:
            return Code(tokens[0], "", Level.AFFAIR) if len(tokens[0]) == 1 else None
        # A spreadsheet makes 1.2 of 1.20; a field of affairs has two digits.
        return Code(f"{tokens[0]}.{tokens[1].ljust(2, '0')}", "", Level.FIELD)

    def _long(self, tokens: Tokens) -> Code | None:
        if tokens[0] in _FIRST and (account := _account(tokens)):
            return account
        before = self.before_program
        if len(tokens) <= before:
            return Code(".".join(tokens), "", Level.AGENCY)
        middle, rest = tokens[before : before + _MIDDLE], tokens[before + _MIDDLE :]
        for number, token in enumerate(middle):
            if (
                token in _FIRST
                and (account := _account(tokens[before + number :]))
                and (rest or number or len(middle) == 1)
                and self._is_narrow(number)
            ):
                return Code(".".join(tokens[: before + number]), account.account, account.level)
        padded = self._padded(middle)
        activity = ".".join((*tokens[:before], *padded))
        if rest:
            account = _account(rest)
            return Code(activity, account.account, account.level) if account else None
        if len(middle) == 1:
            return Code(activity, "", Level.PROGRAM)
        is_none = not "".join(padded).strip("0")
        return Code(activity, "", Level.NO_ACTIVITY if is_none else Level.ACTIVITY)

    def _is_narrow(self, number: int) -> bool:
        """Whether a single digit cannot be a program or kegiatan that lost its zeros."""
        return (self.program_width, self.activity_width)[number] > 1

    def _padded(self, middle: Tokens) -> Tokens:
        widths = (self.program_width, self.activity_width)
        return tuple(token.zfill(width) for token, width in zip(middle, widths, strict=False))


def is_nothing(activity: str, shape: OldShape) -> bool:
    """Whether an activity code names no program: `….00`, `….000`."""
    middle = activity.split(".")[shape.before_program :]
    return not middle or not middle[0].strip("0")


def _account(tokens: Tokens) -> Code | None:
    if not tokens or tokens[0] not in _FIRST or len(tokens) > len(ACCOUNT_LEVELS):
        return None
    if not all(token.isdecimal() for token in tokens):
        return None
    parts = [
        (token.lstrip("0") or "0").zfill(width)
        for token, width in zip(tokens, (*_ACCOUNT_WIDTHS, 2), strict=False)
    ]
    account = ".".join(parts)
    return Code("", account, account_level(account))


def speaks_old(cells: Iterable[object]) -> bool:
    """Whether the codes of a file are those of Permendagri 13/2006 rather than today's."""
    old = new = 0
    for cell in cells:
        tokens = tokens_of(written_code(cell)[0])
        vote = _vote(tokens)
        old, new = old + (vote < 0), new + (vote > 0)
    return old > new


def _vote(tokens: Tokens) -> int:
    if len(tokens) > _SINGLE_PARTS and tokens[:2] == tokens[2:4]:
        return -1
    if len(tokens) >= _SINGLE_PARTS and tokens[0] in _FIRST and len(tokens[1]) == 1:
        return 1 if len(tokens[2]) > 1 else -1
    if len(tokens) > _FEWEST_BEFORE_ACCOUNT:
        return _vote_of_long(tokens)
    return 0


def _vote_of_long(tokens: Tokens) -> int:
    """By the account at the end: 5.2.2.01 is old, 5.1.02.01 new; else by the fourth part."""
    for place in range(_SINGLE_PARTS, len(tokens) - 2):
        if tokens[place] in _FIRST and len(tokens[place + 1]) == 1:
            return 1 if len(tokens[place + 2]) > 1 else -1
    is_new = len(tokens[2]) == _FIELD and len(tokens[3]) == 1 and len(tokens[4]) == _FIELD
    return 1 if is_new else -(len(tokens[3]) > 1)


def old_shape(cells: Sequence[object], agency_code: str = "") -> OldShape:
    """The shape most codes of a file agree on; `agency_code` is what the preamble says.

    Blanks around dots group the parts, an account ends the row, the preamble's code stands in
    the middle: the first of these that tells is followed.
    """
    codes = [tokens for cell in cells if (tokens := tokens_of(written_code(cell)[0]))]
    has_field, organisation = (
        _told_by_blanks(cells) or _told_by_accounts(codes) or _told_by_preamble(codes, agency_code)
    )
    before = (_FIELD if has_field else 0) + organisation
    return OldShape(has_field, organisation, _width(codes, before), _width(codes, before + 1))


def _told_by_blanks(cells: Sequence[object]) -> tuple[bool, int] | None:
    found: Counter[tuple[bool, int]] = Counter()
    for cell in cells:
        groups = [tuple(g.strip(". ").split(".")) for g in _BETWEEN_GROUPS.split(tidy(cell))]
        if len(groups) < _SINGLE_PARTS or groups[0][0] in _FIRST:
            continue
        if len(groups[0]) == _FIELD and len(groups[1]) > 1:
            found[(True, len(groups[1]))] += 1
        elif len(groups[0]) >= _USUAL_ORGANISATION:
            found[(False, len(groups[0]))] += 1
    return found.most_common(1)[0][0] if found else None


def _told_by_accounts(codes: list[Tokens]) -> tuple[bool, int] | None:
    at = Counter(place for tokens in codes if (place := _account_place(tokens)))
    if not at:
        return None
    place = at.most_common(1)[0][0]
    has_field = _has_field(codes)
    organisation = place - _MIDDLE - (_FIELD if has_field else 0)
    return (has_field, organisation) if organisation > 1 else None


def _account_place(tokens: Tokens) -> int:
    """Where the account begins in a long code, 0 for nowhere."""
    for place in range(_FEWEST_BEFORE_ACCOUNT, len(tokens)):
        rest = tokens[place:]
        if rest[0] in _FIRST and all(len(token) == 1 for token in rest[:_SINGLE_PARTS]):
            return place
    return 0


def _told_by_preamble(codes: list[Tokens], agency_code: str) -> tuple[bool, int]:
    has_field = _has_field(codes)
    known = tokens_of(agency_code) if agency_code else ()
    start = _FIELD if has_field else 0
    if len(known) >= _USUAL_ORGANISATION and any(
        tokens[start : start + len(known)] == known for tokens in codes
    ):
        return has_field, len(known)
    return has_field, _USUAL_ORGANISATION


def _has_field(codes: list[Tokens]) -> bool:
    """Whether a bidang stands before the organisation: `1.11.1.22.01` rather than `1.22.01`.

    Then the organisation begins anew with one digit, where else its number has two.
    """
    long = [tokens for tokens in codes if len(tokens) > _FEWEST_BEFORE_ACCOUNT]
    anew = sum(1 for tokens in long if len(tokens[2]) == 1 and len(tokens[3]) == _FIELD)
    return anew * 2 > len(long)


def _width(codes: list[Tokens], place: int) -> int:
    widths = Counter(len(t[place]) for t in codes if len(t) > place and t[place] not in _FIRST)
    return widths.most_common(1)[0][0] if widths else _FIELD
