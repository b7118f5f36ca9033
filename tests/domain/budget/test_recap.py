"""The ARG recapitulation: parts add up to the whole, shares carry their names, breaks show."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.budget.allocation import AllocationCategory
from setara.domain.budget.denominators import denominators
from setara.domain.budget.numerators import Numerator
from setara.domain.budget.recap import Book, Names, Recap, RecapLine, recap, summed
from setara.domain.budget.recap_series import over_years
from setara.domain.budget.recap_year import Whereabouts, sliced
from setara.domain.budget.whereabouts import NOWHERE, SEVERAL, completed
from setara.domain.foundation.money import Rupiah, total
from setara.domain.language.text import Language, same

NAMES = Names(
    fields={"2.08": same("2.08 Pemberdayaan Perempuan")},
    missions={"1": same("Misi 1"), "2": same("Misi 2")},
    districts={"64.01.04": same("Tanah Grogot"), "64.01.05": same("Kuaro")},
)
MONEY = st.integers(0, 10**13).map(Rupiah)


def in_districts(line: RecapLine) -> RecapLine:
    """The line with a third of its book in Kuaro, the rest wherever its code says."""
    third = Rupiah(line.gross.amount // 3)
    rest = ["64.01.04", SEVERAL, NOWHERE][int(line.code[-1]) % 3]
    now = completed(line.gross, {"64.01.05": third}, rest=rest)
    return replace(line, slices=sliced(line, Whereabouts(now=now, spent=now, home=rest)))


LINES = st.lists(
    st.builds(
        RecapLine,
        category=st.sampled_from(AllocationCategory),
        agency=st.sampled_from(["1.01", "1.02", "2.08"]),
        agency_name=st.just("Dinas"),
        code=st.from_regex(r"[1-3]\.0[1-9]\.0[1-9]\.2\.0[1-9]\.000[1-9]", fullmatch=True),
        name=st.just("Sub kegiatan"),
        gross=MONEY,
        weighted=MONEY,
        pagu=MONEY,
        revised=MONEY,
        realised=st.none() | MONEY,
        mission=st.sampled_from(["", "1", "2", "9"]),
    ).map(in_districts),
    unique_by=lambda line: (line.agency, line.code),
    max_size=30,
)


def line(code: str = "2.08.02.2.01.0001", gross: int = 60, **given_: object) -> RecapLine:
    made = RecapLine(
        AllocationCategory.EQUALITY, "2.08", "DP2KBP3A", code, "Koordinasi", Rupiah(gross)
    )
    return replace(made, **given_)


def book(year: int = 2026, phase: str = "DPA", **given_: object) -> Book:
    made = Book(year, phase, same(f"{phase} {year}"), Rupiah(400), {"2.08": Rupiah(120)})
    return replace(made, **given_)


def of(*lines: RecapLine, numerator: Numerator = Numerator.APPROVED_STATEMENTS, **given_: object):
    return recap(
        lines,
        book=book(**given_),
        numerator=numerator,
        wholes=denominators(),
        names=NAMES,
    )


@given(LINES)
def test_the_parts_of_every_kind_add_up_to_the_whole(lines: list[RecapLine]):
    made = of(*lines)

    all_parts = (
        made.by_category,
        made.by_agency,
        made.by_field,
        made.by_mission,
        made.by_district,
    )
    for parts in all_parts:
        assert total(part.sums.gross for part in parts) == made.total.gross
        for name in ("weighted", "pagu", "revised"):
            amounts = [getattr(part.sums, name) for part in parts]
            assert total(amounts) == getattr(made.total, name)
        if parts is not made.by_district:
            assert sum(part.sums.lines for part in parts) == made.total.lines == len(lines)
        assert total(part.sums.realised or Rupiah(0) for part in parts) == (
            made.total.realised or Rupiah(0)
        )
        if made.total.gross.amount:
            fractions = [part.of_all.fraction for part in parts if part.of_all]
            assert abs(sum(fractions) - 1) < Decimal("1e-20")


@given(LINES)
def test_the_change_is_the_difference_of_the_two_books(lines: list[RecapLine]):
    sums = summed(lines)

    assert sums.pagu is not None
    assert sums.revised is not None
    assert sums.change == sums.revised - sums.pagu


def test_every_category_is_shown_also_the_one_without_money():
    made = of(line())

    assert [part.key for part in made.by_category] == ["1", "2", "3"]
    assert [part.sums.gross.amount for part in made.by_category] == [0, 60, 0]


def test_an_empty_part_has_nothing_of_everything():
    (empty, *_) = of(line(realised=Rupiah(5))).by_category

    assert empty.sums.realised == empty.sums.pagu == empty.sums.change == Rupiah(0)
    assert empty.sums.unrealised == 0


def test_every_mission_and_sub_district_is_shown_and_what_is_in_none():
    made = of(line(mission="2"))

    assert [part.key for part in made.by_mission] == ["1", "2", ""]
    assert [part.key for part in made.by_district] == ["64.01.04", "64.01.05", SEVERAL, NOWHERE]
    assert [part.sums.gross.amount for part in made.by_district] == [0, 0, 0, 60]


def test_part_of_the_books_with_accounts_gives_no_share():
    accounts = {"5.1.02": Rupiah(100)}

    made = of(line(), accounts=accounts, without_accounts=("Dinkes", "Disdik"))

    assert [each.key for each in made.shares if each.share] == ["book"]
    (total_of_all,) = [each for each in made.shares if each.letter == "D"]
    assert total_of_all.reason is not None
    assert total_of_all.reason.say(Language.INDONESIAN) == (
        "tidak dapat dihitung: tanpa kode rekening dalam buku Dinkes dan Disdik"
    )


def test_gross_and_weighted_have_a_share_each():
    made = of(line(weighted=Rupiah(30)), numerator=Numerator.WEIGHTED)

    assert made.of_book.share is not None
    assert made.of_book.weighted is not None
    assert (made.of_book.share.percent(), made.of_book.weighted.percent()) == (15, Decimal("7.50"))


def test_shares_stand_side_by_side_with_their_names():
    accounts = {"5.1.01": Rupiah(280), "5.1.02": Rupiah(100), "5.2.02": Rupiah(20)}

    found = {each.letter: each for each in of(line(), accounts=accounts).shares}

    percents = {key: each.share and each.share.percent() for key, each in found.items()}
    assert percents == {
        "": Decimal("15.00"),
        "A": None,
        "B": Decimal("50.00"),
        "C": None,
        "D": Decimal("15.00"),
        "E": Decimal("15.00"),
    }
    assert found[""].share is not None
    assert found[""].share.say(Language.INDONESIAN) == (
        "15,00% dari seluruh pagu sub kegiatan dalam DPA 2026"
    )


def test_without_accounts_only_the_book_and_the_agencies_have_a_share():
    made = of(line())

    assert [each.key for each in made.shares if each.share] == ["book"]
    assert all(each.reason for each in made.shares[1:])
    (agency,) = made.by_agency
    assert agency.of_whole is not None
    assert (
        agency.of_whole.say(Language.ENGLISH)
        == "50.00% of the whole budget of DP2KBP3A in DPA 2026"
    )


def test_an_empty_book_has_no_share_and_says_why():
    made = of(total=Rupiah(0), agencies={})

    assert made.of_book.share is None
    assert made.of_book.reason is not None
    assert made.by_agency == ()


def test_money_is_not_counted_twice():
    with pytest.raises(ValueError, match="counted twice"):
        of(line(), line())


def test_what_is_not_known_is_not_made_up():
    sums = summed([line(realised=Rupiah(5)), line("2.08.02.2.01.0002", pagu=Rupiah(1))])

    assert (sums.realised, sums.unrealised) == (Rupiah(5), 1)
    assert sums.pagu is None
    assert sums.weighted is None
    assert sums.change is None


def breaks_of(*recaps: Recap) -> list[list[str]]:
    lines = over_years(recaps, denominators())
    return [[each.say(Language.INDONESIAN) for each in one.breaks] for one in lines]


def test_years_of_the_same_method_make_one_series():
    assert breaks_of(of(line(), year=2027), of(line(), year=2026)) == [[], []]


def test_a_break_is_marked_where_method_or_denominator_differ():
    assert breaks_of(of(year=2019), of(year=2020), of(year=2021)) == [
        [],
        [],
        ["bagan akun berganti, sehingga penyebutnya lain"],
    ]
    assert breaks_of(of(year=2025, phase="RKA"), of(year=2026)) == [
        [],
        ["tahap anggarannya lain (RKA menjadi DPA)"],
    ]
    assert breaks_of(of(year=2025), of(year=2026, numerator=Numerator.WEIGHTED))[1] == [
        "yang dihitung sebagai ARG berubah"
    ]
    assert breaks_of(of(year=2023), of(year=2026))[1] == ["tidak ada angka di antara 2023 dan 2026"]
