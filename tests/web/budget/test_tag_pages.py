"""The tagging pages: lines are tagged without a script, alone or together, and it is undone."""

from __future__ import annotations

import pytest

from setara.domain.language.text import Language
from setara.store.models import BudgetLineRecord, BudgetTagRecord, BudgetVersionRecord
from tests.usecases.budget.books import ANALYSED
from tests.web.visitor import Visitor, words
from tests.world import World

SKILLS = {
    "category": "3",
    "scope": "whole",
    "grade": "100",
    "reason": "Melatih aparatur",
    "work": "capacity",
}


def own_line() -> BudgetLineRecord:
    return BudgetLineRecord.objects.filter(code=ANALYSED[2]).order_by("pk")[0]


def test_chosen_lines_are_tagged_and_the_last_bulk_undone(world: World):
    line, visitor = own_line(), Visitor(world.author)

    answer = visitor.sends("budget:tagging", line.version_id, line=[line.pk], **SKILLS)
    assert answer.status_code == 302
    shown = visitor.opens("budget:tagging", line.version_id)
    assert "Tindakan bersama Anda yang terakhir" in words(shown)
    assert 'accesskey="b"' in shown.text

    batch = BudgetTagRecord.objects.get().batch_id
    assert visitor.sends("budget:undo_tags", line.version_id, batch).status_code == 302
    assert not BudgetTagRecord.objects.filter(withdrawn_at__isnull=True).exists()
    again = visitor.sends("budget:undo_tags", line.version_id, batch)
    assert again.status_code == 422


def test_a_refusal_keeps_what_was_chosen_and_typed(world: World):
    line = own_line()

    answer = Visitor(world.author).sends(
        "budget:tagging", line.version_id, line=[line.pk], **(SKILLS | {"work": ""})
    )

    assert answer.status_code == 422
    assert "harus menyebut untuk apa" in words(answer)
    assert f'value="{line.pk}" aria-label="{line.name}" checked' in answer.text
    assert not BudgetTagRecord.objects.exists()


def test_the_checklist_gives_the_grade_of_a_line(world: World):
    line, visitor = own_line(), Visitor(world.author)
    form = visitor.opens("budget:tag_line", line.pk).context["page"].form
    answers = {bound.name: "yes" for bound in form.questions}
    typed = SKILLS | {"grade": ""}

    assert visitor.sends("budget:tag_line", line.pk, **typed).status_code == 422
    assert visitor.sends("budget:tag_line", line.pk, **typed, **answers).status_code == 302
    record = BudgetTagRecord.objects.get()
    assert record.grade == 100

    sent = visitor.sends("budget:withdraw_tag", line.pk, record.pk, because="Keliru")
    assert sent.status_code == 302
    assert "Dicabut oleh" in words(visitor.opens("budget:tag_line", line.pk))


@pytest.mark.parametrize(
    ("language", "says"),
    [(Language.INDONESIAN, "Mengapa layak dilihat"), (Language.ENGLISH, "Why it deserves a look")],
)
def test_the_lines_are_told_in_both_languages(world: World, language: Language, says: str):
    version = BudgetVersionRecord.objects.order_by("pk")[0]

    shown = Visitor(world.author, language).opens(
        "budget:tagging", version.pk, tanda="belum", halaman="9"
    )

    assert says in words(shown)
