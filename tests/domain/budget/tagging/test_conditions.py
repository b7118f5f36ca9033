"""Each category has its own ground."""

import pytest

from setara.domain.budget.allocation import AllocationCategory
from setara.domain.budget.tagging.checklist import Grade
from setara.domain.budget.tagging.conditions import (
    Ground,
    InstitutionalWork,
    meets_conditions,
)
from setara.domain.budget.tagging.tag import Tag, TagScope
from setara.domain.foundation.sex import Sex

EQUALITY, TARGETED, INSTITUTIONAL = (
    AllocationCategory.EQUALITY,
    AllocationCategory.TARGETED,
    AllocationCategory.INSTITUTIONAL,
)


def verdict(category, **ground):
    return meets_conditions(Tag(category, TagScope.WHOLE, Grade.FULL, "alasan"), Ground(**ground))


@pytest.mark.parametrize(
    ("category", "ground", "says"),
    [
        (EQUALITY, {}, "menunjuk kesenjangan"),
        (EQUALITY, {"disparity": "PD10"}, "memerlukan GAP"),
        (EQUALITY, {"has_pathway": True}, "menunjuk kesenjangan"),
        (TARGETED, {"target": Sex.FEMALE}, "kebutuhan khususnya"),
        (TARGETED, {"need": "ruang laktasi"}, "siapa sasarannya"),
        (INSTITUTIONAL, {"disparity": "PD10", "has_pathway": True}, "untuk apa"),
    ],
)
def test_a_category_without_its_ground_is_refused(category, ground, says):
    found = verdict(category, **ground)

    assert not found
    assert says in found.reason.id


@pytest.mark.parametrize(
    ("category", "ground"),
    [
        (EQUALITY, {"disparity": "PD10", "has_pathway": True}),
        (TARGETED, {"target": Sex.MALE, "need": "deteksi kanker prostat"}),
        *((INSTITUTIONAL, {"work": work}) for work in InstitutionalWork),
    ],
)
def test_a_category_with_its_ground_is_accepted(category, ground):
    assert verdict(category, **ground)
