"""Missions and their programmes out of a table: a number, its words, a programme's code a row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from setara.domain.budget.activity import normal_form
from setara.domain.budget.missions import Mission
from setara.domain.language.text import Language, Text

NUMBER_HEADS = frozenset({"misi", "nomor misi", "no misi", "mission", "mission number"})
TEXT_HEADS = frozenset({"bunyi misi", "uraian misi", "teks misi", "mission text"})
PROGRAM_HEADS = frozenset({"kode program", "program", "programme code", "program code"})
_MOST_TOLD = 100
_SEARCHED_ROWS = 20
_NUMBER = re.compile(r"(?:misi\s*)?(\d{1,3})(?:\.0+)?\.?", re.IGNORECASE)

NO_HEADINGS = Text(
    "Tidak ada baris judul dengan kolom “misi”, “bunyi misi”, dan “kode program”. Tulis ketiganya "
    "pada satu baris di atas datanya.",
    "There is no row of headings with the columns “misi”, “bunyi misi” and “kode program”. Write "
    "the three of them in one row above the data.",
)
NO_NUMBER = Text(
    "Baris {row}: “{cell}” bukan nomor misi. Tulis angkanya saja, misalnya 1.",
    "Row {row}: “{cell}” is no number of a mission. Write the number alone, for example 1.",
)
OTHER_TEXT = Text(
    "Baris {row}: bunyi misi {number} lain daripada di atasnya. Samakan, atau kosongkan.",
    "Row {row}: mission {number} has another text than above. Make them the same, or leave it out.",
)
TWO_MISSIONS = Text(
    "Baris {row}: program {code} sudah dipetakan ke misi {number}. Satu program satu misi.",
    "Row {row}: programme {code} is mapped to mission {number} already. One mission a programme.",
)


class MissionsUnreadable(Exception):
    """The table cannot be taken; `findings` say row by row what to mend."""

    def __init__(self, findings: Sequence[Text]) -> None:
        self.findings = tuple(findings[:_MOST_TOLD])
        super().__init__("; ".join(each.say(Language.ENGLISH) for each in self.findings))


@dataclass
class MissionTable:
    """What the table says; whether it can be is `may_keep`'s to judge."""

    texts: dict[int, str] = field(default_factory=dict)
    programs: dict[str, int] = field(default_factory=dict)

    @property
    def missions(self) -> tuple[Mission, ...]:
        """The missions in their order."""
        return tuple(Mission(number, text) for number, text in sorted(self.texts.items()))


def missions_in(rows: Sequence[Sequence[object]]) -> MissionTable:
    """The missions and programmes of a table. Raises MissionsUnreadable."""
    at, (number, text, program) = _headings(rows)
    made, findings = MissionTable(), []
    for place, cells in enumerate(rows[at + 1 :], start=at + 2):
        said = [_words(cells, column) for column in (number, text, program)]
        if any(said):
            findings += _taken(made, place, *said)
    if findings or not made.texts:
        raise MissionsUnreadable(findings or [NO_HEADINGS])
    return made


def _taken(made: MissionTable, row: int, number: str, text: str, program: str) -> list[Text]:
    found = _NUMBER.fullmatch(number)
    if found is None:
        return [NO_NUMBER.filled(row=str(row), cell=number)]
    mission, findings = int(found[1]), []
    if text and made.texts.setdefault(mission, text) not in {text, ""}:
        findings.append(OTHER_TEXT.filled(row=str(row), number=str(mission)))
    made.texts[mission] = made.texts.get(mission) or text
    code = normal_form(program)
    if code and made.programs.setdefault(code, mission) != mission:
        known = str(made.programs[code])
        findings.append(TWO_MISSIONS.filled(row=str(row), code=code, number=known))
    return findings


def _headings(rows: Sequence[Sequence[object]]) -> tuple[int, tuple[int, int, int]]:
    for place, cells in enumerate(rows[:_SEARCHED_ROWS]):
        said = [" ".join(str(cell or "").replace("_", " ").split()).casefold() for cell in cells]
        columns = [
            next((at for at, words in enumerate(said) if words in heads), None)
            for heads in (NUMBER_HEADS, TEXT_HEADS, PROGRAM_HEADS)
        ]
        number, text, program = columns
        if number is not None and text is not None and program is not None:
            return place, (number, text, program)
    raise MissionsUnreadable([NO_HEADINGS])


def _words(cells: Sequence[object], column: int) -> str:
    cell = cells[column] if column < len(cells) else None
    return " ".join(str(cell).split()) if cell is not None else ""
