"""Each rule has a tag it finds and one it leaves alone."""

from dataclasses import replace
from decimal import Decimal

import pytest

from setara.domain.budget.allocation import AllocationCategory
from setara.domain.budget.tagging.carried import Confirmation
from setara.domain.budget.tagging.checklist import Grade
from setara.domain.budget.tagging.conditions import Ground
from setara.domain.budget.tagging.overtagging import Part, TaggedActivity, overtagged
from setara.domain.budget.tagging.tag import Tag, TagScope
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.sex import Sex

SOUND = TaggedActivity(
    owner="DISPERINDAG",
    code="3.31.02.2.01.0001",
    name="Pelatihan Kewirausahaan",
    amount=Rupiah(100_000_000),
    objective="Mengurangi kesenjangan pendapatan pelaku usaha perempuan",
    tag=Tag(AllocationCategory.EQUALITY, TagScope.WHOLE, Grade.HALF, "menjawab isu pendapatan"),
    ground=Ground(disparity="TK07", behind=Sex.FEMALE, has_pathway=True),
    evidence=Grade.HALF,
    data_year=2024,
    parts={"1": Part("5.1.02.01", Rupiah(100_000_000))},
)


def rules(*tagged):
    return [(finding.rule, finding.place) for finding in overtagged(tagged)]


def with_tag(**changed):
    return replace(SOUND, tag=replace(SOUND.tag, **changed))


def test_a_sound_tag_is_left_alone():
    assert rules(SOUND, replace(SOUND, code="3.31.02.2.01.0002")) == []


@pytest.mark.parametrize(
    ("rule", "tagged"),
    [
        ("ARG-01", replace(SOUND, ground=Ground())),
        ("ARG-01", replace(SOUND, ground=replace(SOUND.ground, has_pathway=False))),
        ("ARG-02", with_tag(grade=Grade.THREE_QUARTERS)),
        ("ARG-03", replace(SOUND, ground=replace(SOUND.ground, behind=Sex.MALE))),
        ("ARG-05", replace(SOUND, objective="Meningkatnya kualitas pelayanan")),
        ("ARG-06", replace(SOUND, parts={"1": Part("5.1.01.01", Rupiah(50_000_000))})),
        ("ARG-06", replace(SOUND, name="Penyediaan Gaji dan Tunjangan ASN", parts={})),
        ("ARG-06", replace(SOUND, parts={"1": Part("5.2.03.01", Rupiah(90_000_000))})),
        ("ARG-07", replace(SOUND, before=SOUND)),
    ],
)
def test_a_doubtful_tag_is_found_by_its_rule_alone(rule, tagged):
    assert rules(tagged) == [(rule, 0)]


@pytest.mark.parametrize(
    "tagged",
    [
        with_tag(grade=Grade.QUARTER),
        replace(SOUND, evidence=None),
        replace(SOUND, parts={"1": Part("5.1.01.01", Rupiah(49_999_999))}),
        replace(SOUND, before=replace(SOUND, data_year=2023)),
        replace(SOUND, before=replace(SOUND, objective="Menurunkan kesenjangan lain")),
        replace(SOUND, objective="Pelayanan bagi anak penyandang disabilitas"),
    ],
)
def test_what_only_looks_like_it_is_left_alone(tagged):
    assert rules(tagged) == []


def test_the_same_money_twice_is_found_at_the_second_tag():
    chosen = with_tag(scope=TagScope.LINES, lines=frozenset({"1"}))

    assert rules(SOUND, SOUND) == [("ARG-04", 1)]
    assert rules(chosen, SOUND) == [("ARG-04", 1)]


@pytest.mark.parametrize("above", ["3.31.02.2.01", "3.31.02"])
def test_a_tag_above_another_counts_its_money_twice(above):
    activity = replace(SOUND, code=above, name="Pembinaan Pelaku Usaha")

    assert rules(activity, SOUND) == [("ARG-04", 1)]
    assert rules(SOUND, activity) == [("ARG-04", 0)]
    assert rules(replace(activity, owner="DKP"), SOUND) == []
    assert rules(replace(activity, code="3.31.02.2.0"), SOUND) == []


def test_charts_older_than_2020_are_judged_by_name():
    old = {"1": Part("5.2.1.01", Rupiah(100_000_000))}

    assert rules(replace(SOUND, parts=old)) == []
    assert rules(replace(SOUND, name="Pembangunan Gedung Kantor", parts=old)) == [("ARG-06", 0)]
    named = replace(SOUND, name="Rehabilitasi Gedung Kantor")
    assert rules(named) == []


def test_different_lines_and_parts_up_to_the_whole_are_no_double_counting():
    parts = {key: Part("5.1.02", Rupiah(50_000_000)) for key in "12"}
    first, second = (
        replace(with_tag(scope=TagScope.LINES, lines=frozenset(key)), parts=parts) for key in "12"
    )
    half = with_tag(scope=TagScope.WEIGHTED, weight=Decimal(50))

    assert rules(first, second) == []
    assert rules(half, half) == []
    assert rules(half, half, half) == [("ARG-04", 2)]


def test_every_finding_says_what_to_do():
    doubtful = replace(SOUND, ground=Ground(), objective="Terlaksananya kegiatan", before=None)

    for finding in overtagged([doubtful, doubtful]):
        assert finding.message.id != finding.message.en
        assert finding.fix.id != finding.fix.en


@pytest.mark.parametrize(
    ("carried", "found"),
    [
        (None, []),
        (Confirmation.TOGETHER, ["ARG-07"]),
        (Confirmation.SINGLY, []),
    ],
)
def test_a_carried_tag_is_a_copy_unless_it_was_looked_at_alone(carried, found):
    before = replace(SOUND, data_year=2024)
    reason = f"{SOUND.tag.reason} (dibawa dari DPA 2025, kode, oleh Sari)"
    after = replace(
        SOUND, tag=replace(SOUND.tag, reason=reason), data_year=2024, before=before, carried=carried
    )

    assert [each.rule for each in overtagged([after]) if each.rule == "ARG-07"] == found
