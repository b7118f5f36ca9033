"""What must be there before money counts as gender responsive, by category."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from setara.domain.budget.allocation import AllocationCategory
from setara.domain.budget.tagging.tag import Tag
from setara.domain.foundation.sex import Sex
from setara.domain.foundation.verdict import ALLOWED, Verdict, refused
from setara.domain.language.text import Text


class InstitutionalWork(StrEnum):
    """What institutionalising money may be for.

    Source: metadata of APE 2023, "anggaran pelembagaan PUG", items a to d (the page breaks off).
    """

    COORDINATION = "coordination"
    CAPACITY = "capacity"
    DATA = "data"
    MONITORING = "monitoring"

    @property
    def label(self) -> Text:
        """In both languages."""
        return WORK_LABELS[self]


WORK_LABELS = {
    InstitutionalWork.COORDINATION: Text(
        "koordinasi penyelenggaraan PUG", "coordination of gender mainstreaming"
    ),
    InstitutionalWork.CAPACITY: Text(
        "peningkatan kapasitas sumber daya manusia", "building the skills of staff"
    ),
    InstitutionalWork.DATA: Text("pengelolaan data terpilah", "managing data by sex"),
    InstitutionalWork.MONITORING: Text("pemantauan", "monitoring"),
}


@dataclass(frozen=True, slots=True)
class Ground:
    """What a tag rests on.

    `disparity` is what the money answers and `behind` the sex it leaves behind; `has_pathway`
    and `has_statement` tell of the GAP and GBS; `target` and `need` belong to a gender-specific
    target, `work` to institutionalising.
    """

    disparity: str = ""
    behind: Sex | None = None
    has_pathway: bool = False
    has_statement: bool = False
    target: Sex | None = None
    need: str = ""
    work: InstitutionalWork | None = None


def meets_conditions(tag: Tag, ground: Ground) -> Verdict:
    """Whether the ground carries the category. Source: the three categories of ARG (unverified)."""
    if tag.category is AllocationCategory.EQUALITY:
        return _answers_a_disparity(ground)
    if tag.category is AllocationCategory.TARGETED:
        return _meets_a_need(ground)
    if ground.work is None:
        return refused(
            "Anggaran pelembagaan harus menyebut untuk apa: koordinasi PUG, kapasitas, data "
            "terpilah, atau pemantauan.",
            "Institutional money must say what it is for: coordination, skills, data by sex or "
            "monitoring.",
        )
    return ALLOWED


def _answers_a_disparity(ground: Ground) -> Verdict:
    if not ground.disparity:
        return refused(
            "Anggaran kesetaraan gender harus menunjuk kesenjangan yang dijawabnya. Pilih isu dari "
            "data terpilah.",
            "Money for gender equality must point to the gap it answers. Choose an issue from the "
            "data by sex.",
        )
    if not ground.has_pathway:
        return refused(
            "Anggaran kesetaraan gender memerlukan GAP. Susun GAP sub kegiatan ini lebih dahulu.",
            "Money for gender equality needs a GAP. Write the GAP of this sub-activity first.",
        )
    return ALLOWED


def _meets_a_need(ground: Ground) -> Verdict:
    if ground.target is None or not ground.need.strip():
        return refused(
            "Anggaran khusus target gender harus menyebut siapa sasarannya (perempuan atau "
            "laki-laki) dan kebutuhan khususnya.",
            "Money for a gender-specific target must name whom it is for (women or men) and their "
            "specific need.",
        )
    return ALLOWED
