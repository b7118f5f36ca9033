"""A checklist gives a grade only when it is whole, and never a better one for a worse answer."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.budget.tagging.checklist import (
    FILE,
    Answer,
    Grade,
    Unanswered,
    checklist,
    read_checklist,
    scored,
)
from setara.domain.language.text import Language
from setara.domain.law.source import MalformedLaw

KEYS = [question.key for question in checklist().questions]
ANSWERS = st.fixed_dictionaries({key: st.sampled_from(Answer) for key in KEYS})


def all_with(answer):
    return dict.fromkeys(KEYS, answer)


@pytest.mark.parametrize(
    ("yes", "partly", "points", "grade"),
    [
        (0, 0, "0", Grade.NONE),
        (1, 1, "3", Grade.NONE),
        (2, 0, "4", Grade.QUARTER),
        (3, 1, "7", Grade.QUARTER),
        (4, 0, "8", Grade.HALF),
        (7, 0, "14", Grade.HALF),
        (7, 1, "15", Grade.THREE_QUARTERS),
        (9, 1, "19", Grade.THREE_QUARTERS),
        (10, 0, "20", Grade.FULL),
    ],
)
def test_points_fall_into_the_bands_of_the_guidelines(yes, partly, points, grade):
    given_ = [Answer.YES] * yes + [Answer.PARTLY] * partly
    answers = all_with(Answer.NO) | dict(zip(KEYS, given_, strict=False))

    score = scored(checklist(), answers)

    assert (score.earned, score.of, score.grade) == (Decimal(points), Decimal(20), grade)


@given(ANSWERS, st.sampled_from(KEYS))
def test_a_better_answer_never_lowers_the_grade(answers, key):
    better = {**answers, key: Answer.YES}

    assert scored(checklist(), better).grade >= scored(checklist(), answers).grade


def test_an_open_question_is_named_and_nothing_guessed():
    answers = all_with(Answer.YES)
    del answers["data_by_sex"]

    with pytest.raises(Unanswered) as caught:
        scored(checklist(), answers)

    assert "data pembuka wawasan" in caught.value.reason.say(Language.INDONESIAN)


def test_an_answer_to_a_question_nobody_asks_is_a_mistake():
    with pytest.raises(KeyError):
        scored(checklist(), {**all_with(Answer.YES), "colour": Answer.YES})


def test_the_shipped_checklist_says_that_it_is_not_official():
    assert not checklist().verified
    assert "bukan instrumen resmi" in checklist().name.say(Language.INDONESIAN)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("points = 2", "points = 0", "earns points"),
        ("grade = 25", "grade = 30", "no grade 30"),
        ("from = 0\n", "from = 1\n", "start at 0"),
        ("from = 20", "from = 21", "nobody can reach"),
        ('key = "analysis"', 'key = "objective"', "asked twice"),
        ("text_en = ", "text_fr = ", "unknown key"),
    ],
)
def test_a_checklist_that_cannot_be_is_refused(tmp_path, old, new, says):
    broken = tmp_path / "checklist.toml"
    broken.write_text(FILE.read_text("utf-8").replace(old, new, 1), "utf-8")

    with pytest.raises(MalformedLaw, match=says):
        read_checklist(broken)
