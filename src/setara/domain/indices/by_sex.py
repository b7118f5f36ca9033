"""How measures and steps of one sex are named beside those of everybody."""

from __future__ import annotations

from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text

_OF_SEX = Text("{what} {sex}", "{what}, {sex}")


def sex_word(sex: Sex) -> str:
    """The English word by which keys and law files name a sex."""
    return "female" if sex is Sex.FEMALE else "male"


def suffix(sex: Sex | None) -> str:
    """What stands behind the key of a measure or step of one sex; nothing for everybody."""
    return "" if sex is None else f"_{sex_word(sex)}"


def of_sex(what: Text, sex: Sex | None) -> Text:
    """`what`, of one sex or of everybody."""
    return what if sex is None else _OF_SEX.filled(what=what, sex=sex.label)


def bps_sign(sex: Sex | None) -> str:
    """What stands behind a symbol of one sex, as BPS writes it; nothing for everybody."""
    return "" if sex is None else f"_{sex}"


def undp_sign(sex: Sex | None) -> str:
    """What stands behind a symbol of one sex, as UNDP writes it; nothing for everybody."""
    return {None: "", Sex.FEMALE: "_F", Sex.MALE: "_M"}[sex]
