"""The missions of a government's medium-term plan (RPJMD), and which programme serves which."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from setara.domain.budget.activity import ActivityLevel, above, normal_form
from setara.domain.foundation.verdict import ALLOWED, Verdict, first_refusal, refused
from setara.domain.language.text import Text, same

# An RPJMD runs five years (UU 23/2014 Pasal 263); a transition plan (RPD) may be shorter.
MOST_YEARS = 6
MOST_MISSIONS = 20
UNMAPPED = ""
UNMAPPED_NAME = Text("belum dipetakan ke misi", "not mapped to a mission")
_PROGRAM = re.compile(r"(\d\.\d{2}|X\.XX)\.\d{2}")


@dataclass(frozen=True, slots=True)
class Mission:
    """One mission as the document numbers and words it, in the language it was decided in."""

    number: int
    text: str

    @property
    def name(self) -> Text:
        """`Misi 1: …`."""
        return Text("Misi {number}: {text}", "Mission {number}: {text}").filled(
            number=str(self.number), text=same(self.text)
        )


@dataclass(frozen=True, slots=True)
class MissionPlan:
    """The missions of the years from `first_year` to `last_year`, out of the named document.

    `programs` says for a programme's code the number of the mission it serves.
    """

    first_year: int
    last_year: int
    document: str
    missions: tuple[Mission, ...]
    programs: Mapping[str, int] = field(default_factory=dict)

    def mission_of(self, code: str) -> str:
        """The number of the mission that a sub-activity's programme serves, else UNMAPPED.

        A generic programme (X.XX.01) stands for that of every field.
        """
        program = above(normal_form(code), ActivityLevel.PROGRAM)
        number = self.programs.get(program)
        if number is None:
            number = self.programs.get(f"X.XX.{program.rpartition('.')[2]}")
        return UNMAPPED if number is None else str(number)


def may_keep(plan: MissionPlan) -> Verdict:
    """Whether the plan says what can be: years in order, each mission once, programmes mapped to
    missions that it has."""
    return first_refusal(_years(plan), _document(plan), _missions(plan.missions), *_programs(plan))


def _years(plan: MissionPlan) -> Verdict:
    if 1 <= plan.last_year - plan.first_year + 1 <= MOST_YEARS:
        return ALLOWED
    return refused(
        "Periode {first}–{last} tidak mungkin: isi tahun awal dan tahun akhir RPJMD, paling "
        "banyak {most} tahun.",
        "A period of {first}–{last} cannot be: give the first and the last year of the RPJMD, at "
        "most {most} years.",
        first=str(plan.first_year),
        last=str(plan.last_year),
        most=str(MOST_YEARS),
    )


def _document(plan: MissionPlan) -> Verdict:
    if plan.document.strip():
        return ALLOWED
    return refused(
        "Sebutkan dokumen sumbernya, misalnya Perda RPJMD dengan nomor dan tahunnya.",
        "Name the source document, for example the RPJMD regulation with its number and year.",
    )


def _missions(missions: Sequence[Mission]) -> Verdict:
    if not missions or len(missions) > MOST_MISSIONS:
        return refused(
            "Isi satu sampai {most} misi.", "Give one to {most} missions.", most=str(MOST_MISSIONS)
        )
    numbers = [mission.number for mission in missions]
    for mission in missions:
        if mission.number < 1 or not mission.text.strip() or numbers.count(mission.number) > 1:
            return refused(
                "Misi {number}: setiap misi memerlukan nomor sendiri (mulai 1) dan bunyinya.",
                "Mission {number}: each mission needs a number of its own (from 1) and its text.",
                number=str(mission.number),
            )
    return ALLOWED


def _programs(plan: MissionPlan) -> list[Verdict]:
    known = {mission.number for mission in plan.missions}
    found = []
    for code, number in plan.programs.items():
        if not _PROGRAM.fullmatch(code):
            found.append(
                refused(
                    "“{code}” bukan kode program. Contoh yang benar: 2.08.02.",
                    "“{code}” is no code of a programme. A correct example: 2.08.02.",
                    code=code,
                )
            )
        elif number not in known:
            found.append(
                refused(
                    "Program {code} dipetakan ke misi {number}, tetapi misi itu tidak ada.",
                    "Programme {code} is mapped to mission {number}, but there is no such mission.",
                    code=code,
                    number=str(number),
                )
            )
    return found
