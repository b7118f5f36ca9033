"""Published indices beside recomputed ones, as a reader sees them."""

from decimal import Decimal

from setara.domain.foundation.actor import Actor
from setara.domain.indices.bps.measures import Vintage
from setara.domain.indices.verification import Outcome
from setara.domain.language.text import Language
from setara.store.models import ObservationRecord
from setara.usecases.indices.verification import verification_of
from tests.web.visitor import Visitor, words
from tests.world import World


def kept(code: str, year: int, sex: str = "P") -> ObservationRecord:
    return ObservationRecord.objects.get(
        element__code=code, valid_from__year=year, sex=sex, place__code="64.01", breakdown=""
    )


def changed(code: str, year: int, value: str) -> None:
    row = kept(code, year)
    row.value = Decimal(value)
    row.save()


def old_series(by: Actor) -> dict[str, list[Outcome]]:
    (answer,) = verification_of(by=by)
    assert answer.vintage is Vintage.OLD
    found: dict[str, list[Outcome]] = {}
    for each in answer.verification.comparisons:
        found.setdefault(each.step, []).append(each.outcome)
    return found


def test_every_published_figure_of_paser_comes_out(world: World):
    found = old_series(world.secretary)

    assert set(found) == {"ipm_female", "ipm_male", "ipg"}
    for outcomes in found.values():
        assert len(outcomes) == 11
        assert set(outcomes) <= {Outcome.EXACT, Outcome.WITHIN}
        assert outcomes[-5:] == [Outcome.EXACT] * 5

    shown = words(Visitor(world.secretary).opens("indices:verification"))
    assert "Semua 33 angka yang dapat dihitung ulang cocok" in shown
    assert "Sebelum 2016" in shown
    assert "IPG 100,0% 11 9 2 0 0" in shown
    assert "2021 1 dari 1 1 dari 1 1 dari 1" in shown


def test_the_page_is_complete_in_english(world: World):
    shown = words(Visitor(world.secretary, Language.ENGLISH).opens("indices:verification"))

    assert "All 33 values that could be recomputed match" in shown
    assert "Tolerance: Before 2016" in shown


def test_a_figure_that_does_not_match_is_listed_with_its_calculation(world: World):
    changed("IX02", 2021, "71.91")

    answer = Visitor(world.secretary).opens("indices:verification")

    shown = words(answer)
    assert "1 dari 33 angka tidak cocok" in shown
    assert "2021 1 dari 1 1 dari 1 0 dari 1" in shown
    assert "Kabupaten Paser 2021 IPG 71,91 71,19" in shown
    assert "/indeks/ipg/64.01/2021/" in answer.text


def test_a_component_that_cannot_be_true_is_said_to_be_refused(world: World):
    changed("TK07", 2021, "2965000")

    shown = words(Visitor(world.secretary).opens("indices:verification"))

    assert "3 dari 33 angka tidak cocok" in shown
    assert "2.965 berarti Rp2.965.000" in shown


def test_a_year_without_a_component_is_left_out_with_what_is_missing(world: World):
    kept("TK07", 2021).delete()

    shown = words(Visitor(world.secretary).opens("indices:verification"))

    assert "Semua 30 angka" in shown
    assert "Pengeluaran per kapita disesuaikan perempuan" in shown


def test_another_government_has_nothing_of_it(world: World):
    assert verification_of(by=world.stranger) == ()

    shown = words(Visitor(world.stranger).opens("indices:verification"))
    assert "Belum ada indeks terbitan BPS" in shown
    assert "64.01" not in shown
