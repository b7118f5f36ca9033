"""The screening page: lines by how much they deserve a look, decided without a script."""

from __future__ import annotations

import pytest

from setara.domain.language.text import Language
from setara.store.models import BudgetLineRecord, BudgetTagRecord, DeclinedLineRecord
from tests.usecases.budget.books import ANALYSED
from tests.usecases.budget.decided import decide
from tests.web.visitor import Visitor, words
from tests.world import World


def own_line() -> BudgetLineRecord:
    return BudgetLineRecord.objects.filter(code=ANALYSED[2]).order_by("pk")[0]


def test_chosen_lines_are_declined_and_taken_back(world: World):
    line, visitor = own_line(), Visitor(world.author)

    sent = visitor.sends("budget:screening", line.version_id, line=[line.pk], because="Kantor")
    assert sent.status_code == 302
    shown = visitor.opens("budget:screening", line.version_id, putusan="tidak")
    assert "Putusan Anda yang terakhir" in words(shown)
    assert "Kantor" in words(shown)
    declined = DeclinedLineRecord.objects.get().pk
    assert f'name="decline" value="{declined}"' in shown.text

    back = visitor.sends("budget:take_back_declines", line.version_id, decline=[declined])
    assert back.status_code == 302
    again = visitor.sends("budget:take_back_declines", line.version_id, decline=[declined])
    assert again.status_code == 422
    assert not BudgetTagRecord.objects.exists()


def test_a_refusal_keeps_what_was_chosen_and_typed(world: World):
    line, visitor = own_line(), Visitor(world.author)

    empty = visitor.sends("budget:screening", line.version_id, line=[line.pk], because="")
    none = visitor.sends("budget:screening", line.version_id, because="Kantor")

    assert (empty.status_code, none.status_code) == (422, 422)
    assert f'value="{line.pk}" aria-label="{line.name}" checked' in empty.text
    assert 'value="Kantor"' in none.text
    assert not DeclinedLineRecord.objects.exists()


def test_a_line_is_declined_and_taken_back_on_its_own_page(world: World):
    line, visitor = own_line(), Visitor(world.author)

    assert visitor.sends("budget:decline_line", line.pk, because="").status_code == 422
    assert visitor.sends("budget:decline_line", line.pk, because="Kantor").status_code == 302
    assert "Kantor" in words(visitor.opens("budget:tag_line", line.pk))
    assert visitor.sends("budget:decline_line", line.pk, because="Kantor").status_code == 422

    back = visitor.sends(
        "budget:take_back_declines",
        line.version_id,
        decline=[DeclinedLineRecord.objects.get().pk],
        back=line.pk,
    )
    assert back["Location"].endswith(f"/anggaran/baris/{line.pk}/penandaan/")
    assert "Nyatakan tidak responsif" in words(visitor.opens("budget:tag_line", line.pk))


def test_who_may_not_tag_reads_and_is_told_why_not(world: World):
    line = own_line()

    shown = Visitor(world.inspector).opens("budget:screening", line.version_id)

    assert shown.status_code == 200
    assert 'name="line"' not in shown.text
    sent = Visitor(world.inspector).sends("budget:decline_line", line.pk, because="Kantor")
    assert sent.status_code == 422


@pytest.mark.parametrize("strange", ["x", "-1", "99999999999999999999"])
def test_addresses_nobody_wrote_are_read_as_nothing_asked(world: World, strange: str):
    shown = Visitor(world.author).opens(
        "budget:screening",
        own_line().version_id,
        perangkat=strange,
        alasan=strange,
        putusan=strange,
        urut=strange,
        halaman=strange,
    )

    assert shown.status_code == 200


def test_the_quality_is_told_in_both_languages_with_words_of_the_model(
    world: World, monkeypatch: pytest.MonkeyPatch
):
    from datetime import UTC, datetime

    from django.utils import timezone

    books = decide(world)
    monkeypatch.setattr(timezone, "now", lambda: datetime(2025, 6, 18, tzinfo=UTC))
    monkeypatch.setattr(timezone, "localdate", lambda: datetime(2025, 6, 18, tzinfo=UTC).date())

    visitor = Visitor(world.author)
    before = visitor.opens("budget:screening", books.later, perangkat="")
    assert "Model belum dilatih" in words(before)
    assert "Latih sekarang" not in words(
        Visitor(world.chair).opens("budget:screening", books.later)
    )
    learned = visitor.sends("budget:learn_screening", books.later)
    assert learned["Location"].split("?")[0].endswith(f"/anggaran/{books.later}/penyaringan/")

    said = words(visitor.opens("budget:screening", books.later))
    english = words(Visitor(world.author, Language.ENGLISH).opens("budget:screening", books.later))

    assert "Diuji pada keputusan yang disisihkan" in said
    assert "Menunjuk secara acak" in said
    assert "menguatkan:" in said
    assert "Latih sekarang" not in said
    assert "Pointed at and really tagged (precision)" in english
    assert "for:" in english
