"""Codes of the planning nomenclature, from urusan down to sub kegiatan, as files write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from setara.domain.language.text import Language, Text


class ActivityLevel(StrEnum):
    """The five levels of the nomenclature (Permendagri 90/2019 and its updates)."""

    AFFAIR = "urusan"
    AFFAIR_FIELD = "bidang_urusan"
    PROGRAM = "program"
    ACTIVITY = "kegiatan"
    SUB_ACTIVITY = "sub_kegiatan"

    @property
    def label(self) -> Text:
        """The Indonesian word is the law's; the English one only explains it."""
        return LABELS[self]


LABELS = {
    ActivityLevel.AFFAIR: Text("urusan", "affair"),
    ActivityLevel.AFFAIR_FIELD: Text("bidang urusan", "field of affairs"),
    ActivityLevel.PROGRAM: Text("program", "programme"),
    ActivityLevel.ACTIVITY: Text("kegiatan", "activity"),
    ActivityLevel.SUB_ACTIVITY: Text("sub kegiatan", "sub-activity"),
}

# X.XX stands for any field of affairs in the generic program 01 of SIPD; the sub kegiatan has
# two digits under Permendagri 90/2019, four since Kepmendagri 900.1.15.5-1317/2023.
_SHAPES = {
    ActivityLevel.AFFAIR: re.compile(r"\d|X"),
    ActivityLevel.AFFAIR_FIELD: re.compile(r"\d\.\d{2}|X\.XX"),
    ActivityLevel.PROGRAM: re.compile(r"(\d\.\d{2}|X\.XX)\.\d{2}"),
    ActivityLevel.ACTIVITY: re.compile(r"(\d\.\d{2}|X\.XX)\.\d{2}\.\d\.\d{2}"),
    ActivityLevel.SUB_ACTIVITY: re.compile(r"(\d\.\d{2}|X\.XX)\.\d{2}\.\d\.\d{2}\.(\d{1,2}|\d{4})"),
}
_PARTS = {
    ActivityLevel.AFFAIR: 1,
    ActivityLevel.AFFAIR_FIELD: 2,
    ActivityLevel.PROGRAM: 3,
    ActivityLevel.ACTIVITY: 5,
    ActivityLevel.SUB_ACTIVITY: 6,
}
_MOST_PARTS = 6
_EXAMPLE = "2.08.02.2.01.0005"
_SMALLEST_WIDTHS = (1, 2, 2, 1, 2, 1)
_BLANKS = re.compile(r"\s+")
# SIPD exports write the fourth part, the level of government, as 02 for 2.
_PADDED_FOURTH = re.compile(r"^((?:\d|X)\.\w{2}\.\d{2})\.0(\d)(?=\.)")


class BadActivityCode(ValueError):
    """The text is not a code of the nomenclature; `reason` names it and says what to do."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.say(Language.ENGLISH))
        self.reason = reason


@dataclass(frozen=True, slots=True)
class ActivityCode:
    """A code in its normal form with its level; build it with `activity_code`."""

    text: str
    level: ActivityLevel

    def above(self, level: ActivityLevel) -> str:
        """The part of the code down to `level`: the program of a sub kegiatan, for instance."""
        return above(self.text, level)

    def __str__(self) -> str:
        return self.text


def above(code: str, level: ActivityLevel) -> str:
    """The part of a code in its normal form down to `level`; all of it where it is shorter."""
    return ".".join(code.split(".")[: _PARTS[level]])


def is_above_sub_activity(code: str) -> bool:
    """Whether a code in its normal form is of a kegiatan or of what is above it."""
    return above(code, ActivityLevel.ACTIVITY) == code


def normal_form(raw: str) -> str:
    """The code without blanks and outer dots, and with `2` where the fourth part reads `02`."""
    bare = _BLANKS.sub("", raw).strip(".")
    return _PADDED_FOURTH.sub(r"\1.\2", bare)


def activity_code(raw: str) -> ActivityCode:
    """The code that `raw` means, at whatever level. Raises BadActivityCode."""
    text = normal_form(raw)
    for level, shape in _SHAPES.items():
        if shape.fullmatch(text):
            return ActivityCode(text, level)
    raise BadActivityCode(_what_is_wrong(raw, text))


def sub_activity_code(raw: str) -> ActivityCode:
    """The code of a sub kegiatan, the level at which money is budgeted and analysed.

    Raises BadActivityCode also for a well-formed code of a higher level.
    """
    return code_of(ActivityLevel.SUB_ACTIVITY, raw)


def code_of(level: ActivityLevel, raw: str) -> ActivityCode:
    """The code of a part of the nomenclature at one level. Raises BadActivityCode."""
    code = activity_code(raw)
    if code.level is level:
        return code
    wrong = _NO_SUB_ACTIVITY if level is ActivityLevel.SUB_ACTIVITY else _OTHER_LEVEL
    raise BadActivityCode(
        wrong.filled(
            code=code.text,
            level=code.level.label,
            asked=level.label,
            example=above(_EXAMPLE, level),
        )
    )


def is_within(code: str, whole: str) -> bool:
    """Whether a code is another one's own, or lies below it."""
    inner, outer = normal_form(code), normal_form(whole)
    return inner == outer or inner.startswith(f"{outer}.")


def _what_is_wrong(raw: str, text: str) -> Text:
    parts = text.split(".")
    if not text:
        return Text(
            "Kode sub kegiatan kosong. Isi kodenya, misalnya 2.08.02.2.01.0005.",
            "The sub-activity code is empty. Enter it, for example 2.08.02.2.01.0005.",
        )
    if len(parts) > _MOST_PARTS and all(part.isdigit() for part in parts):
        return Text(
            "“{code}” memuat kode sub kegiatan dan kode rekening sekaligus. Pisahkan keduanya: "
            "enam bagian pertama adalah kode sub kegiatan.",
            "“{code}” holds a sub-activity code and an account code at once. Separate them: the "
            "first six parts are the sub-activity code.",
        ).filled(code=raw.strip())
    if _lost_zeros(parts):
        return Text(
            "“{code}” kehilangan angka nol, biasanya karena Excel. Ubah format kolom kode menjadi "
            "teks, lalu salin ulang kodenya, misalnya 2.08.02.2.01.0005.",
            "“{code}” has lost its zeros, usually to Excel. Format the code column as text and "
            "copy the codes again, for example 2.08.02.2.01.0005.",
        ).filled(code=raw.strip())
    return Text(
        "“{code}” bukan kode nomenklatur perencanaan. Contoh yang benar: 2.08.02.2.01.0005 atau "
        "2.08.02.2.01.05.",
        "“{code}” is not a code of the planning nomenclature. Correct examples: "
        "2.08.02.2.01.0005 or 2.08.02.2.01.05.",
    ).filled(code=raw.strip())


def _lost_zeros(parts: list[str]) -> bool:
    if not 1 < len(parts) <= _MOST_PARTS or not all(part.isdigit() for part in parts):
        return False
    pairs = zip(parts, _SMALLEST_WIDTHS, strict=False)
    return any(len(part) < width for part, width in pairs)


_NO_SUB_ACTIVITY = Text(
    "“{code}” adalah kode {level}, bukan sub kegiatan. Lengkapi sampai sub kegiatan, misalnya "
    "2.08.02.2.01.0005.",
    "“{code}” is the code of a {level}, not of a sub-activity. Complete it down to the "
    "sub-activity, for example 2.08.02.2.01.0005.",
)
_OTHER_LEVEL = Text(
    "“{code}” adalah kode {level}, sedangkan formulir ini menganalisis {asked}, misalnya "
    "{example}.",
    "“{code}” is the code of a {level}, while this form analyses a {asked}, for example {example}.",
)
