"""The role of a column: its headings first, from the lowest up, then what its cells are."""

from __future__ import annotations

from collections.abc import Callable

from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text
from setara.domain.statistics.understanding import wording
from setara.domain.statistics.understanding.columns import Content, Role

BY_HEADING = Text("judul kolom “{heading}”", "the heading “{heading}”")
BY_CELLS = Text("isi kolom", "the cells of the column")

_NAMES = (
    (wording.AGE_HEADINGS, Role.AGE),
    (wording.PLACE_HEADINGS, Role.PLACE),
)
_PLAIN = (
    (wording.NOTE_HEADINGS, Role.NOTE),
    (wording.UNIT_HEADINGS, Role.UNIT),
)


def role_by_heading(headings: tuple[str, ...], content: Content) -> tuple[Role, Text]:
    """The role and what told it; a heading that its cells contradict is not believed."""
    for read in (_row_role, _figure_role):
        for said in reversed(headings):
            role = read(said, headings, content)
            if role is not None:
                return role, BY_HEADING.filled(heading=" ".join(said.split()))
    return _role_by_cells(headings, content), BY_CELLS


_Reading = Callable[[str, tuple[str, ...], Content], Role | None]


def _row_role(said: str, _headings: tuple[str, ...], content: Content) -> Role | None:
    """The role of a column that tells what a row is about, not how much of it there is."""
    parts = wording.parts_of(said)
    parts |= {part.removeprefix("nama ") for part in parts}
    if _numbers_rows(parts, content):
        return Role.NUMBERING
    if content.mostly(content.sexes):
        return Role.SEX
    if parts & wording.YEAR_HEADINGS and content.mostly(content.years):
        return Role.YEAR
    if _is_code_heading(said):
        return Role.CODE
    for words, role in (*_NAMES, *_PLAIN):
        if parts & words and not content.mostly(content.numbers):
            return _named(role, content)
    return None


def _numbers_rows(parts: set[str], content: Content) -> bool:
    if "id" in parts:
        return content.is_counting
    is_said = bool(parts & wording.NUMBERING_HEADINGS)
    return is_said and (content.is_counting or not content.codes)


def _is_code_heading(said: str) -> bool:
    words = wording.folded(said).split()
    return bool(words) and words[0] in {"kode", "code", "kd", "id"}


def _named(role: Role, content: Content) -> Role:
    if role is Role.PLACE and content.mostly(content.codes):
        return Role.CODE
    return Role.AGE if role is Role.PLACE and content.mostly(content.ages) else role


def _figure_role(said: str, headings: tuple[str, ...], content: Content) -> Role | None:
    if content.filled and not content.numbers:
        return None
    sex = wording.sex_in(said)
    is_percent = any(map(wording.is_percent, headings))
    if sex is not None and not wording.is_no_sum(said):
        return _OF_SEX[sex][is_percent]
    if is_percent and wording.is_percent(said):
        return _percent_of(headings)
    if wording.is_both_sexes(said):
        return _total_of(headings, is_percent=is_percent)
    return None


_OF_SEX = {
    Sex.FEMALE: (Role.FEMALE, Role.FEMALE_PERCENT),
    Sex.MALE: (Role.MALE, Role.MALE_PERCENT),
}


def _percent_of(headings: tuple[str, ...]) -> Role:
    return _total_of(headings, is_percent=True)


def _total_of(headings: tuple[str, ...], *, is_percent: bool) -> Role:
    """“Jumlah” and “%” below the name of one sex are of that sex."""
    sexes = {sex for said in headings if (sex := wording.sex_in(said))}
    if len(sexes) == 1:
        return _OF_SEX[sexes.pop()][is_percent]
    return Role.PERCENT if is_percent else Role.TOTAL


def _role_by_cells(headings: tuple[str, ...], content: Content) -> Role:
    if not content.filled:
        return Role.FIGURE if headings else Role.IGNORED
    if content.mostly(content.years):
        return Role.FIGURE if headings else Role.YEAR
    if content.is_counting and not headings:
        return Role.NUMBERING
    told = (
        (content.sexes, Role.SEX),
        (content.ages, Role.AGE),
        (content.codes, Role.CODE),
        (content.numbers, Role.FIGURE),
    )
    return next((role for count, role in told if content.mostly(count)), Role.CATEGORY)
