"""One answer of a form as it was typed: a figure, a kind of nothing, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal, InvalidOperation

from setara.domain.language.numerals import DecimalStyle, NotANumber, told_style, typed_number
from setara.domain.language.text import Language, Text
from setara.domain.statistics.asked import may_stand
from setara.domain.statistics.element import Element, Measure
from setara.domain.statistics.observation import NOTHING_LABELS, SYMBOLS, Nothing, Value

_LONGEST = 60


class WrongAnswer(Exception):
    """What was typed cannot stand, and what to do about it."""

    def __init__(self, message: Text, remedy: Text) -> None:
        super().__init__(message.say(Language.ENGLISH))
        self.message = message
        self.remedy = remedy


FORMULA_ERROR = Text(
    "Rumus di sel ini salah atau belum dihitung.",
    "The formula in this cell is in error, or was never computed.",
)
TYPE_IT = Text("Ketik angkanya sebagai ganti rumus.", "Type the figure instead of the formula.")
IS_DATE = Text("“{typed}” terbaca sebagai tanggal.", "“{typed}” reads as a date.")
NO_FIGURE = Text("“{typed}” bukan angka.", "“{typed}” is not a number.")
GIVE_FIGURE = Text(
    "Isi angka saja, atau kosongkan dan pilih alasannya di kolom sebelah kanan.",
    "Give a number alone, or leave it empty and choose the reason in the column to the right.",
)
WHICH_MARK = Text(
    "“{typed}” dapat berarti dua angka yang berbeda.", "“{typed}” can mean two different numbers."
)
AS_NUMBER = Text("Ketik sebagai angka, bukan sebagai teks.", "Type it as a number, not as a text.")
DASH = Text(
    "“{typed}” tidak mengatakan mengapa tidak ada angka.",
    "“{typed}” does not say why there is no figure.",
)
CHOOSE = Text(
    "Isi 0 bila hasilnya nol; kalau tidak, kosongkan dan pilih alasannya di kolom sebelah kanan.",
    "Give 0 if there were none; otherwise leave it empty and choose the reason to the right.",
)
UNKNOWN_REASON = Text("“{typed}” bukan salah satu alasan.", "“{typed}” is none of the reasons.")
FROM_LIST = Text("Pilih dari daftar: {words}.", "Choose from the list: {words}.")
BOTH_GIVEN = Text(
    "Ada angka sekaligus alasan “{word}”.", "There is a figure and the reason “{word}” too."
)
KEEP_ONE = Text("Hapus salah satu.", "Delete one of them.")
CANNOT_STAND = Text("Periksa angka dan satuannya.", "Check the figure and its unit.")

_DASHES = frozenset({"-", "–", "—", "--", "...", "na", "n/a", "nihil"})


def _reasons() -> Mapping[str, Nothing]:
    """The words and signs for each kind of nothing; a dash is none, it says too many things."""
    said = {
        words.lower(): kind
        for kind, label in NOTHING_LABELS.items()
        for words in (label.id, label.en)
    }
    signs = {sign.lower(): kind for kind, sign in SYMBOLS.items() if sign.lower() not in _DASHES}
    return said | signs


REASONS = _reasons()


def joined(value: Value | None, kind: Nothing | None) -> Value | None:
    """One answer out of what stands in its two cells; None where nothing was given.

    Raises WrongAnswer.
    """
    if value is None or kind is None or value is kind:
        return kind if value is None else value
    raise WrongAnswer(BOTH_GIVEN.filled(word=kind.label), KEEP_ONE)


def read_figure(element: Element, typed: object) -> Value | None:
    """What stands in the cell of a figure; a reason written there in words counts as well.

    Raises WrongAnswer, also for a figure that cannot be one of the element.
    """
    value = _read(element, typed)
    verdict = may_stand(element, value)
    if verdict.reason is not None:
        raise WrongAnswer(verdict.reason, CANNOT_STAND)
    return value


def _read(element: Element, typed: object) -> Value | None:
    if typed is None:
        return None
    if isinstance(typed, bool | date | time):
        message = NO_FIGURE if isinstance(typed, bool) else IS_DATE
        raise WrongAnswer(message.filled(typed=str(typed)), GIVE_FIGURE)
    if not isinstance(typed, str):
        return _number(typed)
    words = " ".join(typed.split())
    if not words:
        return None
    if words.lower() in REASONS:
        return REASONS[words.lower()]
    if words.startswith("#"):
        raise WrongAnswer(FORMULA_ERROR, TYPE_IT)
    if words.lower() in _DASHES:
        raise WrongAnswer(DASH.filled(typed=words), CHOOSE)
    return _from_text(element, words)


def _number(typed: object) -> Decimal:
    try:
        found = Decimal(str(typed))
    except InvalidOperation:
        found = Decimal("NaN")
    if not found.is_finite():
        raise WrongAnswer(NO_FIGURE.filled(typed=str(typed)[:_LONGEST]), GIVE_FIGURE)
    # `1E+15` and `5.0` are numbers of a spreadsheet; their digits are not what was typed.
    return found if found != found.to_integral_value() else Decimal(int(found))


def _from_text(element: Element, words: str) -> Decimal:
    """A number that was pasted as a text, where it can be read in one way only."""
    shown = words[:_LONGEST]
    try:
        told = told_style([words])
        style = told.style
        found = typed_number(words, style)
    except NotANumber as no:
        raise WrongAnswer(NO_FIGURE.filled(typed=shown), GIVE_FIGURE) from no
    if found is None:
        raise WrongAnswer(DASH.filled(typed=shown), CHOOSE)
    has_mark = any(mark.value in words for mark in DecimalStyle)
    # People are whole, so that three digits after one mark can only be a group of thousands.
    if has_mark and not told.is_sure and element.measure is not Measure.COUNT:
        raise WrongAnswer(WHICH_MARK.filled(typed=shown), AS_NUMBER)
    return found


def read_reason(typed: object) -> Nothing | None:
    """The kind of nothing that was chosen, None where none was. Raises WrongAnswer."""
    words = " ".join(str(typed).split()) if typed is not None else ""
    if not words:
        return None
    kind = REASONS.get(words.lower())
    if kind is None:
        listed = ", ".join(label.id for label in NOTHING_LABELS.values())
        raise WrongAnswer(
            UNKNOWN_REASON.filled(typed=words[:_LONGEST]),
            FROM_LIST.filled(words=listed),
        )
    return kind
