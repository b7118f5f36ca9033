"""A GAP on its pages: rows are typed, lists are pasted, two people write, nothing is lost."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from setara.domain.budget.pathway import PathwayState
from setara.domain.language.text import Language
from setara.store.models import IssueRecord, PathwayRecord
from setara.usecases.budget import pathways as verbs
from setara.usecases.budget.columns import as_rule_sees_it
from tests.makers import AT, agency_of
from tests.web.visitor import Visitor, words
from tests.world import World

SIGNED = 1


@pytest.fixture
def draft(world: World) -> int:
    """A revision of the practice GAP."""
    return verbs.revise_pathway(by=world.author, at=AT, pathway_id=SIGNED)


def typed(visitor: Visitor, pathway_id: int) -> dict[str, Any]:
    """Everything that stands in the form, as a browser would send it."""
    form = visitor.opens("budget:write_pathway", pathway_id).context["page"].form
    found = dict(form.initial)
    for rows in form.rows.values():
        for row in rows:
            found |= {f"{row.prefix}-{name}": value for name, value in row.initial.items()}
    return found


def kept(pathway_id: int) -> Any:
    return as_rule_sees_it(PathwayRecord.objects.get(pk=pathway_id))


def test_what_is_shown_is_saved_as_it_is(world: World, draft: int):
    visitor, before = Visitor(world.author), kept(draft)

    answer = visitor.sends("budget:write_pathway", draft, **typed(visitor, draft))

    assert answer.status_code == 302
    assert kept(draft) == before
    assert PathwayRecord.objects.get(pk=draft).edition == 1


def test_leading_numbers_and_amounts_stay_what_they_are(world: World, draft: int):
    visitor = Visitor(world.author)
    sent = typed(visitor, draft) | {
        "internal-0-text": "3. Waktu pelatihan pagi",
        "internal-0-factor": "access",
        "action-0-text": "1, 2: jadwal sore",
        "action-0-amount": "Rp25.000.000",
    }

    visitor.sends("budget:write_pathway", draft, **sent)

    saved = kept(draft)
    assert saved.causes[0].text == "3. Waktu pelatihan pagi"
    assert saved.causes[0].factor == "access"
    assert saved.actions[0].text == "1, 2: jadwal sore"
    assert saved.actions[0].amount.amount == 25_000_000


def test_rows_are_added_and_taken_out_without_losing_what_was_typed(world: World, draft: int):
    visitor = Visitor(world.author)
    sent = typed(visitor, draft) | {"objective": "Kata baru", "do": "add-action"}
    count = len(kept(draft).actions)

    more = visitor.sends("budget:write_pathway", draft, **sent)
    fewer = visitor.sends("budget:write_pathway", draft, **sent | {"do": "drop-action-0"})

    form = more.context["page"].form
    assert more.status_code == 200
    assert len(form.rows["action"]) == count + 1
    assert form.initial["objective"] == "Kata baru"
    assert len(fewer.context["page"].form.rows["action"]) == count - 1
    assert kept(draft).objective != "Kata baru"


def test_a_pasted_table_becomes_rows(world: World, draft: int):
    visitor = Visitor(world.author)
    sent = typed(visitor, draft) | {
        "external-0-text": "\uf0b7\tLahan atas nama suami\r\n\uf0b7\tJadwal\u00a0pagi\x07"
    }

    visitor.sends("budget:write_pathway", draft, **sent)

    texts = [cause.text for cause in kept(draft).causes if cause.side == "external"]
    assert texts[:2] == ["Lahan atas nama suami", "Jadwal pagi"]
    keys = [cause.key for cause in kept(draft).causes]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("action-0-amount", "banyak", "bukan angka"),
        ("action-0-amount", "12,5", "bukan rupiah bulat"),
        ("objective", "a" * 100_000, "100.000 karakter; paling banyak 4.000"),
        ("internal-0-text", "a" * 100_000, "100.000 karakter"),
        ("action-0-text", "", "aksinya belum ditulis"),
        ("indicator-1-text", "", "indikatornya belum ditulis"),
        ("indicator-0-target", "lima", "bukan angka"),
    ],
)
def test_what_cannot_be_kept_comes_back_with_a_message(
    world: World, draft: int, field: str, value: str, said: str
):
    visitor, before = Visitor(world.author), kept(draft)

    answer = visitor.sends(
        "budget:write_pathway", draft, **typed(visitor, draft) | {field: value, "reason_kept": "Z"}
    )

    assert answer.status_code == 422
    assert said in words(answer)
    assert value[:50] in answer.text
    assert kept(draft) == before


def test_numbers_are_read_as_in_indonesia(world: World, draft: int):
    visitor = Visitor(world.author)
    sent = typed(visitor, draft) | {
        "indicator-0-target": "1.438",
        "indicator-1-target": "12,5",
        "indicator-1-year_2028": "13,25",
    }

    visitor.sends("budget:write_pathway", draft, **sent)

    first, second = kept(draft).indicators
    assert (str(first.target), str(second.target)) == ("1438", "12.5")
    assert [(year, str(value)) for year, value in second.targets] == [(2028, "13.25")]


def test_the_unit_follows_from_the_baseline(world: World, draft: int):
    visitor = Visitor(world.author)
    sent = typed(visitor, draft) | {"indicator-1-unit": ""}

    visitor.sends("budget:write_pathway", draft, **sent)

    saved = kept(draft)
    assert saved.indicators[1].unit == saved.data[0].unit.id
    assert "Naik dari" in words(visitor.opens("budget:write_pathway", draft))


def test_forty_causes_and_actions_are_written(world: World, draft: int):
    visitor = Visitor(world.author)
    sent = typed(visitor, draft)
    for place in range(40):
        sent |= {
            f"internal-{place}-text": f"Sebab ke-{place}",
            f"internal-{place}-key": 100 + place,
        }
        sent |= {
            f"action-{place}-text": f"Aksi ke-{place}",
            f"action-{place}-key": 100 + place,
            f"action-{place}-answers": [str(100 + each) for each in range(40)],
        }

    answer = visitor.sends("budget:write_pathway", draft, **sent)

    assert answer.status_code == 302
    assert len(kept(draft).actions) == 40
    assert all(len(action.answers) == 40 for action in kept(draft).actions)


def test_two_people_write_in_different_places(world: World, draft: int):
    visitor = Visitor(world.author)
    sent = typed(visitor, draft)
    visitor.sends("budget:write_pathway", draft, **sent | {"access": "Satu"})

    second = visitor.sends("budget:write_pathway", draft, **sent | {"objective": "Dua"})

    assert second.status_code == 302
    shown = visitor.client.get(second["Location"])
    assert "menyimpan perubahan lain" in words(shown)
    notes = {note.factor: note.text for note in kept(draft).factors}
    assert (notes["access"], kept(draft).objective) == ("Satu", "Dua")


def test_two_people_write_in_the_same_place_and_the_second_chooses(world: World, draft: int):
    visitor = Visitor(world.author)
    sent = typed(visitor, draft)
    visitor.sends("budget:write_pathway", draft, **sent | {"objective": "Satu"})
    second = visitor.sends("budget:write_pathway", draft, **sent | {"objective": "Dua kata"})
    page = second.context["page"]

    assert second.status_code == 409
    assert "Dua kata" in words(second)
    assert kept(draft).objective == "Satu"
    resent: dict[str, Any] = {}
    for name, value in page.sent:
        resent.setdefault(name, []).append(value)
    chosen = {
        "over": page.edition,
        "clash-0-place": page.clashes[0].code,
        "clash-0-side": "together",
        "clash-0-words": "Satu dan dua",
    }
    saved = visitor.sends("budget:write_pathway", draft, **resent | chosen)

    assert saved.status_code == 302
    assert kept(draft).objective == "Satu dan dua"


def test_past_editions_are_shown_and_restored(world: World, draft: int):
    visitor = Visitor(world.author)
    first = kept(draft).objective
    visitor.sends("budget:write_pathway", draft, **typed(visitor, draft) | {"objective": "Baru"})

    shown = visitor.opens("budget:pathway_editions", draft)
    restored = visitor.sends("budget:restore_edition", draft, 1, edition="2")

    assert "<ins>Baru</ins>" in shown.text
    assert "Kolom 1: tujuan" in words(shown)
    assert restored.status_code == 302
    assert kept(draft).objective == first
    assert visitor.opens("budget:pathway_editions", draft, edisi="99").status_code == 404
    assert visitor.sends("budget:restore_edition", draft, 1, edition="2").status_code == 422


def test_a_signature_is_confirmed_on_a_page_that_says_what_it_freezes(world: World, draft: int):
    visitor = Visitor(world.author)

    asked = visitor.opens("budget:sign_pathway", draft)
    stale = visitor.sends("budget:sign_pathway", draft, edition="7")
    signed = visitor.sends("budget:sign_pathway", draft, edition="1")

    assert "Yang dibekukan" in words(asked)
    assert "3.300" in words(asked)
    assert world.author.name in words(asked)
    assert stale.status_code == 422
    assert signed.status_code == 302
    assert "GAP ini sudah diganti" in words(visitor.opens("budget:pathway", SIGNED))


def test_what_blocks_is_seen_before_it_is_tried(world: World, draft: int):
    PathwayRecord.objects.filter(pk=draft).update(columns={})
    visitor = Visitor(world.author)

    page, asked = (
        words(visitor.opens(f"budget:{name}", draft)) for name in ("pathway", "sign_pathway")
    )

    for shown in (page, asked):
        assert "Yang menghalangi tanda tangan" in shown
        assert "Rencana aksi masih kosong" in shown


def test_a_draft_is_dropped_after_asking(world: World, draft: int):
    visitor = Visitor(world.author)

    asked = visitor.opens("budget:drop_pathway", draft)
    dropped = visitor.sends("budget:drop_pathway", draft, reason="Digabung")

    assert "tetap tersimpan" in words(asked)
    assert dropped.status_code == 302
    assert PathwayRecord.objects.get(pk=draft).state == PathwayState.DROPPED
    assert "dibatalkan" in words(visitor.opens("budget:pathway", draft))
    assert visitor.sends("budget:drop_pathway", SIGNED).status_code == 422


def test_opening_twice_leads_to_the_one_there_is(world: World):
    visitor = Visitor(world.author)
    issue_id = IssueRecord.objects.get().pk
    signed = PathwayRecord.objects.get(pk=SIGNED)
    sent = {
        "agency_id": agency_of(world.author),
        "year": signed.year,
        "activity_code": signed.activity_code,
        "objective": "Tujuan",
    }

    answer = visitor.sends("budget:open_pathway", issue_id, **sent)

    assert answer["Location"] == reverse("budget:pathway", args=[SIGNED])
    assert "sudah ada" in words(visitor.client.get(answer["Location"]))


def test_the_list_is_narrowed(world: World, draft: int):
    visitor = Visitor(world.chair)

    everything = words(visitor.opens("budget:pathways"))
    signed = visitor.opens("budget:pathways", keadaan="signed").context["page"].answer
    nothing = visitor.opens("budget:pathways", cari="tidak ada yang begini")

    assert "menghalangi" in everything or "saran" in everything
    assert "RKA" in everything
    assert "Stage(" not in everything
    assert [each.line.pathway_id for each in signed.lines] == [SIGNED]
    assert "Tidak ada GAP yang cocok" in words(nothing)
    assert visitor.opens("budget:pathways", tahun="x", perangkat="9" * 30).status_code == 200


def test_nobody_else_writes_and_no_foreigner_sees_it(world: World, draft: int):
    sent = typed(Visitor(world.author), draft) | {"objective": "Milik lain"}

    names = ("write_pathway", "sign_pathway", "drop_pathway")
    for name in names:
        assert Visitor(world.stranger).opens(f"budget:{name}", draft).status_code == 404
        assert Visitor(world.stranger).sends(f"budget:{name}", draft, **sent).status_code == 404
        assert Visitor(world.colleague).sends(f"budget:{name}", draft, **sent).status_code == 422
    assert Visitor(world.stranger).opens("budget:pathway_editions", draft).status_code == 404
    assert Visitor(world.colleague).sends("budget:restore_edition", draft, 1).status_code == 422
    assert kept(draft).objective != "Milik lain"


def test_the_pages_speak_english(world: World, draft: int):
    visitor = Visitor(world.author, Language.ENGLISH)

    for name, said in {
        "write_pathway": "Take this row out",
        "sign_pathway": "What is frozen",
        "drop_pathway": "No, go back",
        "pathway_editions": "Editions",
    }.items():
        assert said in words(visitor.opens(f"budget:{name}", draft))


def test_an_expired_session_leads_back_to_the_page_the_form_stood_on(world: World, draft: int):
    visitor = Visitor(world.author)
    visitor.client.logout()
    place = reverse("budget:revise_pathway", args=[SIGNED])
    page = reverse("budget:pathway", args=[SIGNED])

    answer = visitor.client.post(place, headers={"referer": f"http://testserver{page}"})
    without = visitor.client.post(place)
    foreign = visitor.client.post(place, headers={"referer": "https://jahat.example/x"})

    assert answer["Location"].endswith(f"?next={page}")
    assert without["Location"].endswith("?next=/")
    assert foreign["Location"].endswith("?next=/")
    read = visitor.client.get(page)
    assert read["Location"].endswith(f"?next={page}")
