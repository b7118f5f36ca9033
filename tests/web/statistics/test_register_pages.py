"""The register as its readers meet it: found, read, taken away, edited and reconciled."""

from __future__ import annotations

import csv
import io
import json

import pytest

from setara.domain.language.text import Language
from setara.domain.statistics.seed import seed
from setara.store.models import ElementRecord
from tests.web.visitor import Visitor, words
from tests.world import World


def fields_of(response) -> dict[str, object]:
    """What the form of a page would send back unchanged."""
    form = response.context["page"].form
    values = {name: form[name].value() for name in form.fields}
    return {
        name: "" if value is None else value for name, value in values.items() if value is not False
    }


def test_the_whole_register_stands_in_its_groups(world: World) -> None:
    page = Visitor(world.secretary).opens("statistics:elements")
    shown = words(page)

    assert page.status_code == 200
    for name in seed().groups.values():
        assert name.id in shown
    for code, each in seed().elements.items():
        assert code in shown
        assert each.element.name.id in shown
    assert "0 kartunya sudah dicocokkan" in shown


@pytest.mark.parametrize(
    ("asked", "there", "gone"),
    [
        ({"kata": "harapan hidup"}, "KS01", "KP02"),
        ({"kata": "life EXPECTANCY"}, "KS01", "KP02"),
        ({"urusan": "PR"}, "PR05", "KP02"),
        ({"keadaan": "ada-angka"}, "KP01", "KP02"),
        ({"keadaan": "tanpa-angka"}, "KP02", "EK01-LATIH"),
        ({"produsen": "999999"}, "Tidak ada elemen yang cocok", "KP02"),
        ({"produsen": "x", "keadaan": "x"}, "KP02", "Tidak ada elemen"),
    ],
)
def test_the_register_is_narrowed(world: World, asked, there, gone) -> None:
    shown = words(Visitor(world.secretary).opens("statistics:elements", **asked))
    listed = shown[shown.find("Tampilkan") :]

    assert there in listed
    assert gone not in listed


def test_the_register_is_narrowed_to_one_producer(world: World) -> None:
    row = ElementRecord.objects.filter(producer__names__short_name="Dinkes").first()
    shown = words(
        Visitor(world.secretary).opens("statistics:elements", produsen=str(row.producer_id))
    )

    assert "KS16" in shown
    assert "KP01" not in shown


def test_a_card_shows_every_field_and_that_it_is_not_reconciled(world: World) -> None:
    page = Visitor(world.author, Language.ENGLISH).opens("statistics:card", "TK01-TPAK")
    shown = words(page)

    element = seed().elements["TK01-TPAK"].element
    assert "Card not reconciled" in shown
    for label, text in element.card.lines:
        assert label.en in shown
        assert text.en in shown
    assert "survey (sample)" in shown
    assert "Mark as reconciled" not in shown


def test_the_register_is_taken_away_as_csv_and_json(world: World) -> None:
    visitor = Visitor(world.inspector)
    plain = visitor.opens("statistics:register_as", "csv").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(plain), delimiter=";"))
    nested = json.loads(visitor.opens("statistics:register_as", "json").content)

    assert [row["code"] for row in rows] == sorted(seed().elements)
    assert [each["code"] for each in nested["elements"]] == sorted(seed().elements)
    assert nested["is_official"] is False
    life = next(row for row in rows if row["code"] == "KS01")
    assert life["definition_id"] == seed().elements["KS01"].element.card.definition.id
    assert (life["is_reconciled"], life["measure"]) == ("0", "value")
    assert visitor.opens("statistics:register_as", "exe").status_code == 404


def test_a_card_is_edited_as_it_was_read(world: World) -> None:
    visitor = Visitor(world.secretary)
    typed = fields_of(visitor.opens("statistics:edit_element", "KP04"))
    answer = visitor.sends(
        "statistics:edit_element", "KP04", **(typed | {"unit_id": "anak umur 0–17"})
    )

    assert answer.status_code == 302
    assert ElementRecord.objects.get(code="KP04").unit_id == "anak umur 0–17"
    known = seed().elements["KP04"].element
    kept = ElementRecord.objects.get(code="KP04").as_rule_sees_it()
    assert (kept.card, kept.dimensions, kept.range) == (known.card, known.dimensions, known.range)

    again = visitor.sends("statistics:edit_element", "KP04", **(typed | {"unit_id": "bocah"}))
    assert again.status_code == 422
    assert "Orang lain baru saja mengubah" in words(again)
    assert 'value="bocah"' in again.content.decode()


def test_a_card_is_reconciled_with_something(world: World) -> None:
    visitor = Visitor(world.secretary)

    empty = visitor.sends("statistics:reconcile", "KP04", basis="")
    assert empty.status_code == 422
    answer = visitor.sends("statistics:reconcile", "KP04", basis="Kartu Disdukcapil 2025")
    assert answer.status_code == 302
    shown = words(visitor.opens("statistics:card", "KP04"))
    assert "dengan: Kartu Disdukcapil 2025" in shown
    assert "Kartu belum dicocokkan" not in shown


def test_an_element_of_ones_own_joins_the_register(world: World) -> None:
    visitor = Visitor(world.secretary)
    typed = fields_of(visitor.opens("statistics:define")) | {
        "dimensions": ["age"],
        "code": "LOKAL-01",
        "name_id": "Dukun beranak",
        "name_en": "Traditional birth attendants",
        "unit_id": "orang",
        "unit_en": "people",
        "measure": "count",
        "polarity": "neither",
        "population_type": "cadres",
        "confidentiality": "open",
        "frequency": "yearly",
        "collection": "register",
        "population_base": "KP01",
    }

    wrong = visitor.sends("statistics:define", **(typed | {"code": "lokal 1"}))
    assert wrong.status_code == 422
    assert "Kode elemen" in words(wrong)
    assert visitor.sends("statistics:define", **typed).status_code == 302
    assert "Elemen setempat" in words(visitor.opens("statistics:elements"))


def test_who_may_not_write_gets_no_form(world: World) -> None:
    for who in (world.inspector, world.author):
        visitor = Visitor(who)
        assert visitor.opens("statistics:edit_element", "KP04").status_code == 403
        assert visitor.sends("statistics:adopt").status_code == 422
        assert "Elemen baru" not in words(visitor.opens("statistics:elements"))
    assert Visitor(world.inspector).opens("statistics:define").status_code == 403


def test_another_government_has_an_empty_register_until_it_takes_the_seed(world: World) -> None:
    visitor = Visitor(world.stranger)

    assert "Belum ada elemen data" in words(visitor.opens("statistics:elements"))
    assert visitor.opens("statistics:card", "KP04").status_code == 404
    assert visitor.sends("statistics:adopt").status_code == 302
    assert "KP04" in words(visitor.opens("statistics:elements"))


def test_a_category_of_ones_own_is_added_to_an_open_breakdown(world: World) -> None:
    visitor = Visitor(world.secretary)
    typed = {"dimension": "market", "code": "penyembolum", "name_en": "Penyembolum market"}

    half = visitor.sends("statistics:dimensions", **typed, name_id="")
    assert half.status_code == 422
    wrong = visitor.sends(
        "statistics:dimensions", **(typed | {"code": "Pasar Induk"}), name_id="Pasar Induk"
    )
    assert "Kode kategori “Pasar Induk” tidak sah" in words(wrong)
    added = visitor.sends("statistics:dimensions", **typed, name_id="Pasar Penyembolum")
    assert added.status_code == 302
    assert "Pasar Penyembolum penyembolum" in words(visitor.opens("statistics:dimensions"))
    assert "Tambah kategori" not in words(Visitor(world.author).opens("statistics:dimensions"))
