"""Each category has its own ground, and a window closes for everybody."""

from datetime import date

import pytest

from setara.domain.budget.allocation import AllocationCategory
from setara.domain.budget.tagging.checklist import Grade
from setara.domain.budget.tagging.conditions import (
    Ground,
    InstitutionalWork,
    TaggingWindow,
    is_open,
    meets_conditions,
)
from setara.domain.budget.tagging.tag import Tag, TagScope
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Language, Text

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


MARCH = TaggingWindow(2026, date(2026, 3, 1), date(2026, 4, 1), Text("perubahan", "revision"))
AUGUST = TaggingWindow(2026, date(2026, 8, 1), date(2026, 9, 1), Text("RKA", "RKA"))


@pytest.mark.parametrize(
    ("day", "says"),
    [
        (date(2026, 2, 28), "dibuka lagi pada 1 Maret 2026"),
        (date(2026, 4, 1), "dibuka lagi pada 1 Agustus 2026"),
        (date(2026, 9, 1), "ditutup pada 1 September 2026"),
    ],
)
def test_outside_its_windows_tagging_says_when(day, says):
    found = is_open((MARCH, AUGUST), 2026, day)

    assert not found
    assert says in found.reason.say(Language.INDONESIAN)


def test_inside_a_window_and_in_a_year_without_one_tagging_is_open():
    assert is_open((MARCH, AUGUST), 2026, date(2026, 3, 31))
    assert is_open((MARCH, AUGUST), 2027, date(2026, 12, 1))
