"""The tagging pages: lines are tagged without a script, alone or together, and it is undone."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.urls import reverse
from django.utils import timezone

from setara.domain.language.text import Language
from setara.store.models import (
    BudgetLineRecord,
    BudgetTagRecord,
    BudgetVersionRecord,
    TaggingWindowRecord,
)
from tests.usecases.budget.books import ANALYSED
from tests.usecases.budget.test_tag_parts import taken
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


def test_tags_are_withdrawn_together_and_the_page_asked_for_comes_back(world: World):
    line, visitor = own_line(), Visitor(world.author)
    visitor.sends("budget:tag_line", line.pk, **SKILLS)

    here = {"line": [line.pk], "because": ""}
    refused = visitor.sends("budget:withdraw_tags", line.version_id, **here)
    assert refused.status_code == 422
    assert "mengapa tanda dicabut" in words(refused)
    address = reverse("budget:withdraw_tags", args=[line.version_id])
    sent = visitor.client.post(f"{address}?tanda=ya", here | {"because": "Keliru"})
    assert sent["Location"].endswith("/penandaan/?tanda=ya")

    shown = visitor.opens("budget:tagging", line.version_id)
    assert "Tanda 1 baris dicabut" in words(shown)
    visitor.sends("budget:undo_tags", line.version_id, line.tags.get().withdrawn_in_id)
    assert "berlaku" in words(visitor.opens("budget:tag_line", line.pk))
    assert "Keliru" in words(visitor.opens("budget:tag_line", line.pk))


def test_everything_that_matches_is_tagged_and_withdrawn_at_once(world: World):
    line, visitor = own_line(), Visitor(world.author)
    address = reverse("budget:tagging", args=[line.version_id])

    visitor.client.post(f"{address}?cari={line.code}", SKILLS | {"everything": "1"})
    assert [tag.line_id for tag in BudgetTagRecord.objects.all()] == [line.pk]
    away = {"everything": "1", "because": "Keliru"}
    visitor.client.post(f"{address}cabut/?cari=tidakada", away)
    assert BudgetTagRecord.objects.get().withdrawn_at is None
    visitor.client.post(f"{address}cabut/?cari={line.code}", away)
    assert BudgetTagRecord.objects.get().withdrawn_at is not None


def test_a_closed_window_is_told_on_both_pages_and_its_buttons_say_why(world: World):
    line, today = own_line(), timezone.localdate()
    runs, visitor = Visitor(world.secretary), Visitor(world.author)
    window = {"phase": "*", "opens_on": today, "last_day": today, "reason": "Surat 1"}
    version = line.version_id

    assert runs.sends("budget:tagging_windows", version, **window).status_code == 302
    assert "Terbuka sampai dan dengan" in words(visitor.opens("budget:tagging", version))
    again = runs.sends("budget:tagging_windows", version, **window)
    assert (again.status_code, "Perpanjang jendela itu" in words(again)) == (422, True)
    pk = TaggingWindowRecord.objects.get().pk
    later = {"last_day": today + timedelta(3), "because": "Banjir"}
    assert runs.sends("budget:extend_tagging", version, pk, **later).status_code == 302
    assert runs.sends("budget:close_tagging", version, pk, because=" ").status_code == 422
    assert runs.sends("budget:close_tagging", version, pk, because="Selesai").status_code == 302

    for shown in (
        visitor.opens("budget:tagging", version),
        visitor.opens("budget:tag_line", line.pk),
    ):
        assert "ditutup sejak" in words(shown)
        assert "disabled aria-describedby" in shown.text
    refused = visitor.sends("budget:tag_line", line.pk, **SKILLS)
    assert refused.status_code == 422
    told = words(visitor.opens("budget:tagging_windows", version))
    assert "Surat 1" in told
    assert "Selesai" in told
    assert Visitor(world.stranger).opens("budget:tagging_windows", version).status_code == 404


def test_lines_within_are_chosen_on_the_page_of_their_line(world: World):
    line = BudgetLineRecord.objects.get(version_id=taken(world), code=ANALYSED[2])
    visitor = Visitor(world.author)
    shown = visitor.opens("budget:tag_line", line.pk)
    keys = [part.key for part in shown.context["page"].answer.parts]
    assert "Honorarium Narasumber" in words(shown)

    typed = SKILLS | {"scope": "lines", "parts": keys[1:]}
    assert visitor.sends("budget:tag_line", line.pk, **typed).status_code == 302

    again = visitor.opens("budget:tag_line", line.pk)
    assert again.text.count("checked>") == 2
    assert "Rp9.000.001" in words(again)
    assert "tidak memuat rincian" in words(visitor.opens("budget:tag_line", own_line().pk))


@pytest.mark.parametrize("query", [{"tanda": "ya"}, {"tanda": "3"}, {"cari": "UMKM"}])
def test_addresses_narrow_the_lines_and_keep_what_was_asked(world: World, query: dict[str, str]):
    line, visitor = own_line(), Visitor(world.author)
    visitor.sends("budget:tag_line", line.pk, **SKILLS)

    shown = visitor.opens("budget:tagging", line.version_id, urut="pagu", **query)

    assert f"?{urlencode({**query, 'urut': 'pagu', 'halaman': 1})}" in shown.text.replace(
        "&amp;", "&"
    )
    assert all(value in shown.text for value in query.values())


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
