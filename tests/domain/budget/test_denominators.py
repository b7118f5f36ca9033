"""The wholes of an ARG share: cited, in the chart of their year, and nothing counted twice."""

from __future__ import annotations

from decimal import Decimal

import pytest

from setara.domain.budget.denominators import FILE, denominators, read_denominators
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.share import Share
from setara.domain.language.text import Language, Text
from setara.domain.law.source import MalformedLaw

ACCOUNTS = {
    "5.1.01.01": Rupiah(400),
    "5.1.02.01": Rupiah(100),
    "5.1.05": Rupiah(30),
    "5.1.06.01": Rupiah(20),
    "5.2.02": Rupiah(50),
    "5.3.01": Rupiah(7),
    "5.10": Rupiah(1_000_000),
}


def measured(letter: str, year: int, accounts: dict[str, Rupiah] | None) -> Rupiah | Text:
    (whole,) = [each for each in denominators().wholes if each.letter == letter]
    return denominators().measured(whole, year=year, accounts=accounts)


def test_all_five_variants_are_there_each_with_its_source():
    assert [each.letter for each in denominators().wholes] == ["A", "B", "C", "D", "E"]
    assert all(each.source for each in denominators().wholes)


@pytest.mark.parametrize(("letter", "amount"), [("B", 170), ("E", 600)])
def test_a_whole_is_what_lies_below_its_accounts(letter: str, amount: int):
    assert measured(letter, 2026, ACCOUNTS) == Rupiah(amount)


def test_all_expenditure_is_the_same_account_in_both_charts():
    for year in (2019, 2026):
        assert measured("D", year, ACCOUNTS) == Rupiah(1_000_607)


def test_direct_expenditure_is_not_mistaken_for_the_capital_account_of_the_new_chart():
    assert measured("A", 2020, ACCOUNTS) == Rupiah(50)

    reason = measured("A", 2021, ACCOUNTS)

    assert isinstance(reason, Text)
    assert "tidak ada dalam bagan akun Permendagri 77/2020" in reason.say(Language.INDONESIAN)


def test_a_book_without_accounts_says_so_instead_of_a_number():
    reason = measured("B", 2026, None)

    assert isinstance(reason, Text)
    assert reason.say(Language.INDONESIAN) == ("tidak dapat dihitung: buku tanpa kode rekening")
    assert isinstance(measured("B", 2026, {}), Text)
    assert isinstance(measured("B", 1999, ACCOUNTS), Text)


def test_the_share_of_kalimantan_timur_is_less_than_half_under_another_whole():
    """Own arithmetic on two published figures: 11.38 % of B is about 4.8 % of the budget."""
    counted = 6_220_460_941_982 * Decimal("0.1138")

    assert round(counted / 10**9, 1) == Decimal("707.9")
    share = Share(counted, 14_679_878_053_600, Text("total APBD", "the budget"))
    assert share.percent(1) == Decimal("4.8")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('source = "Kode', 'source = ""\n# "Kode', "“source” is missing"),
        ("name_en", "name_fr", "unknown key"),
        ('accounts = ["5.2"]', 'accounts = ["5.2", "5.2.01"]', "counted twice"),
        ('accounts = ["5.2"]', 'accounts = ["5,2"]', "no account"),
        ('accounts = ["5.2"]', "accounts = []", "“accounts” is missing"),
        ('charts = ["permendagri-13-2006"]', 'charts = ["permendagri-99"]', "no chart"),
        ('letter = "B"', 'letter = "A"', "used twice"),
        ('key = "total"', 'key = "direct"', "used twice"),
        ("last_year = 2020", "last_year = 2021", "hold in the same year"),
        ("last_year = 2020", "last_year = 2006", "ends before"),
        ("verified = true", 'verified = "ya"', "“verified” must be bool"),
    ],
)
def test_a_file_that_cannot_be_is_refused(tmp_path, old: str, new: str, says: str):
    broken = tmp_path / "denominators.toml"
    text = FILE.read_text("utf-8")
    assert old in text
    broken.write_text(text.replace(old, new, 1), "utf-8")

    with pytest.raises(MalformedLaw, match=says):
        read_denominators(broken)
