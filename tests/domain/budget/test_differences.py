"""Two versions compared: nothing is lost, and sums agree at every level."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.budget.activity import ActivityLevel
from setara.domain.budget.differences import Change, VersionLine, by_kind, by_level, differences
from setara.domain.foundation.money import Rupiah, total

LINE = VersionLine("DP3A", "2.08.02.2.01.0001", "Koordinasi PUG", Rupiah(70_600_000))
OTHER = VersionLine("DP3A", "2.08.05.2.01.0001", "Penyediaan Data Gender", Rupiah(86_000_000))

CODES = st.builds(
    "{}.{:02}.{:02}.2.{:02}.{:04}".format,
    st.integers(1, 3),
    st.integers(1, 2),
    st.integers(1, 2),
    st.integers(1, 2),
    st.integers(1, 3),
)
VERSION = st.lists(
    st.builds(
        VersionLine,
        st.sampled_from(["A", "B"]),
        CODES,
        st.sampled_from(["Pelatihan", "Sosialisasi", "Pendampingan", "Pengadaan"]),
        st.integers(0, 10**9).map(Rupiah),
    ),
    unique_by=lambda line: line.key,
    max_size=12,
)


def only(before, after):
    (found,) = differences(before, after)
    return set(found.changes)


@pytest.mark.parametrize(
    ("after", "changes"),
    [
        (LINE, {Change.SAME}),
        (replace(LINE, amount=Rupiah(1)), {Change.CHANGED}),
        (replace(LINE, name="Koordinasi  pug"), {Change.SAME}),
        (replace(LINE, name="Sinkronisasi PUG"), {Change.RENAMED}),
        (replace(LINE, code="2.08.02.2.01.0002"), {Change.MOVED}),
        (replace(LINE, agency="BAPPEDA"), {Change.MOVED}),
        (replace(LINE, agency="BAPPEDA", amount=Rupiah(1)), {Change.MOVED, Change.CHANGED}),
    ],
)
def test_what_became_of_a_line(after, changes):
    assert only([LINE], [after]) == changes


def test_new_and_gone_lines_have_one_side_only():
    (gone, new) = differences([LINE], [OTHER])

    assert (gone.after, gone.changes) == (None, frozenset({Change.GONE}))
    assert gone.amount == Rupiah(-70_600_000)
    assert (new.before, new.changes) == (None, frozenset({Change.NEW}))
    assert new.amount == OTHER.amount


def test_namesakes_are_not_taken_for_each_other():
    twins = [replace(LINE, code=f"2.08.02.2.01.000{place}") for place in (1, 2)]
    moved = [replace(LINE, code=f"2.08.02.2.02.000{place}") for place in (1, 2)]

    assert {change for each in differences(twins, moved) for change in each.changes} == {
        Change.GONE,
        Change.NEW,
    }


def test_a_namesake_of_another_agency_does_not_hide_a_move():
    before = [LINE, replace(LINE, agency="DINKES")]
    after = [replace(each, code="2.08.02.2.01.0009") for each in before]

    assert [each.changes for each in differences(before, after)] == [{Change.MOVED}] * 2


def test_a_line_twice_in_a_version_is_a_mistake_of_the_caller():
    with pytest.raises(ValueError, match="occurs twice"):
        differences([LINE, replace(LINE, name="x")], [])


@given(VERSION, VERSION)
def test_every_line_of_both_versions_stands_in_exactly_one_difference(before, after):
    found = differences(before, after)

    assert sorted(each.before.key for each in found if each.before) == sorted(
        line.key for line in before
    )
    assert sorted(each.after.key for each in found if each.after) == sorted(
        line.key for line in after
    )


@given(VERSION, VERSION, st.sampled_from(ActivityLevel))
def test_sums_of_every_level_are_the_sums_of_the_versions(before, after, level):
    found = differences(before, after)

    levels = by_level(found, level)
    assert total(each.before for each in levels) == total(line.amount for line in before)
    assert total(each.after for each in levels) == total(line.amount for line in after)
    assert total(each.amount for each in found) == total(line.amount for line in after) - total(
        line.amount for line in before
    )


@given(VERSION)
def test_a_version_does_not_differ_from_itself(version):
    assert all(each.changes == {Change.SAME} for each in differences(version, version))


def test_a_line_counts_under_each_of_its_changes():
    before = [VersionLine("1.02", "1.02.02.2.02.0009", "Gizi", Rupiah(5))]
    after = [VersionLine("1.02", "1.02.02.2.02.0010", "Gizi", Rupiah(8))]
    kinds = {each.change: each for each in by_kind(differences(before, after))}

    assert [kind for kind, each in kinds.items() if each.lines] == [Change.MOVED, Change.CHANGED]
    assert kinds[Change.MOVED].amount == kinds[Change.CHANGED].amount == Rupiah(3)
    assert kinds[Change.GONE].before == Rupiah(0)
