"""Words of Indonesian budgets that tell whom money is for, or that say nothing."""

from __future__ import annotations

import re

from setara.domain.foundation.sex import Sex

WOMEN = frozenset(
    {
        "perempuan",
        "wanita",
        "ibu",
        "istri",
        "janda",
        "pekka",
        "hamil",
        "menyusui",
        "nifas",
        "pkk",
        "dharma",
    }
)
MEN = frozenset({"laki", "pria", "ayah", "suami", "bapak"})
OTHERS = frozenset(
    {
        "gender", "kesenjangan", "terpilah", "pug", "kesetaraan", "anak", "remaja", "lansia",
        "disabilitas", "difabel", "kekerasan", "keluarga", "responsif",
    }
)  # fmt: skip
"""Words that name a group or the gap without naming one sex."""

SALARIES = frozenset({"gaji", "tunjangan", "honorarium", "upah"})
BUILDINGS = frozenset({"gedung", "bangunan", "rehabilitasi", "pembangunan", "kendaraan", "tanah"})
ADMINISTRATION = frozenset({"administrasi", "perkantoran", "listrik", "kebersihan", "pemeliharaan"})

_WORD = re.compile(r"[a-z]+")


def words_of(text: str) -> frozenset[str]:
    """The words of a text in small letters."""
    return frozenset(_WORD.findall(text.casefold()))


def aimed_at(*texts: str) -> Sex | None:
    """The one sex the texts name, or None where they name both or neither."""
    found = frozenset[str]().union(*map(words_of, texts))
    women, men = bool(found & WOMEN), bool(found & MEN)
    if women == men:
        return None
    return Sex.FEMALE if women else Sex.MALE


def says_whom(text: str) -> bool:
    """Whether a text names a sex, a group, or the gap itself."""
    return bool(words_of(text) & (WOMEN | MEN | OTHERS))
