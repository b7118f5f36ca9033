"""A budget with sound tags and bad ones planted among them, for W13."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from decimal import Decimal

from setara.domain.budget.allocation import AllocationCategory
from setara.domain.budget.tagging.checklist import Grade
from setara.domain.budget.tagging.conditions import Ground, InstitutionalWork
from setara.domain.budget.tagging.overtagging import Part, TaggedActivity
from setara.domain.budget.tagging.tag import Tag, TagScope
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.sex import Sex

YEAR = 2026
# Names and objectives in the manner of real budgets; the sectors are those of the nomenclature.
_WORK = (
    ("1.01.02.2.03", "Penyelenggaraan Proses Belajar PAUD", "anak usia dini yang belum bersekolah"),
    ("1.02.02.2.02", "Pengelolaan Pelayanan Kesehatan Ibu Hamil", "kematian ibu melahirkan"),
    ("1.06.04.2.01", "Pendampingan Keluarga Rentan", "perempuan kepala keluarga yang miskin"),
    ("2.07.03.2.01", "Pelatihan Keterampilan Pencari Kerja", "kesenjangan TPAK perempuan"),
    ("2.08.02.2.02", "Pemberdayaan Kelompok Usaha", "kesenjangan pendapatan perempuan"),
    ("2.08.03.2.01", "Pencegahan Kekerasan", "korban kekerasan perempuan dan anak"),
    ("3.27.05.2.01", "Penyuluhan Kelompok Tani", "akses penyuluhan petani perempuan"),
    ("3.31.02.2.01", "Pembinaan Industri Rumah Tangga", "pelaku usaha perempuan tanpa modal"),
    ("1.01.02.2.02", "Beasiswa Peserta Didik Putus Sekolah", "anak laki-laki putus sekolah"),
    (
        "1.02.02.2.04",
        "Deteksi Dini Penyakit Tidak Menular",
        "laki-laki yang tidak memeriksakan diri",
    ),
)
_AGENCIES = tuple(f"OPD-{number:02}" for number in range(45))
_EMPTY_WORDS = (
    "Meningkatnya kualitas pelayanan",
    "Terlaksananya kegiatan sesuai rencana",
    "Terwujudnya pembangunan yang merata dan berkelanjutan",
    "Meningkatnya kinerja dan akuntabilitas",
)
_OVERHEAD = (
    ("Penyediaan Gaji dan Tunjangan ASN", "5.1.01.01.01"),
    ("Pembangunan Gedung Kantor", "5.2.03.01.01"),
    ("Rehabilitasi Bangunan Puskesmas", "5.2.03.01.01"),
)


@dataclass
class TaggedBudget:
    """The tags, and for each bad one its rule; a place without an entry is sound."""

    tagged: list[TaggedActivity] = field(default_factory=list)
    planted: dict[int, str] = field(default_factory=dict)


def tagged_budget(seed: int, size: int, each: int) -> TaggedBudget:
    """`size` tagged sub-activities, `each` of them bad for each of the seven rules."""
    chance = random.Random(seed)  # noqa: S311 - a plan of a benchmark, no secret
    made = TaggedBudget([_sound(chance, number) for number in range(size)])
    places = chance.sample(range(size), each * len(_SPOIL))
    for number, place in enumerate(places):
        rule = list(_SPOIL)[number % len(_SPOIL)]
        made.tagged[place] = _SPOIL[rule](chance, made.tagged[place])
        made.planted[place] = rule
    _double(chance, made, each)
    return made


def _sound(chance: random.Random, number: int) -> TaggedActivity:
    prefix, name, problem = chance.choice(_WORK)
    behind = Sex.MALE if "laki-laki" in problem else Sex.FEMALE
    amount = Rupiah(chance.randrange(10, 900) * 1_000_000)
    grade = chance.choice([Grade.QUARTER, Grade.HALF, Grade.THREE_QUARTERS, Grade.FULL])
    category = chance.choice(list(AllocationCategory))
    ground = Ground(
        disparity=f"E{number % 142}",
        behind=behind,
        has_pathway=True,
        has_statement=bool(chance.randrange(5)),
        target=behind if category is AllocationCategory.TARGETED else None,
        need=problem if category is AllocationCategory.TARGETED else "",
        work=chance.choice(list(InstitutionalWork))
        if category is AllocationCategory.INSTITUTIONAL
        else None,
    )
    parts = _parts(chance, amount)
    one = TaggedActivity(
        owner=_AGENCIES[number % len(_AGENCIES)],
        code=f"{prefix}.{number:04}",
        name=name,
        amount=amount,
        objective=f"Menurunkan {problem}",
        tag=_tag(chance, category, grade, parts),
        ground=ground,
        evidence=chance.choice([each for each in Grade if each >= grade] + [None]),
        data_year=YEAR - chance.choice([1, 2]),
        parts=parts,
    )
    if chance.randrange(2):
        # An honest continuation: the same tag on newer figures.
        one = replace(one, before=replace(one, data_year=YEAR - 3))
    return one


def _tag(
    chance: random.Random, category: AllocationCategory, grade: Grade, parts: dict[str, Part]
) -> Tag:
    scope = chance.choice(list(TagScope))
    return Tag(
        category,
        scope,
        grade,
        "menjawab isu dari data terpilah",
        frozenset(chance.sample(sorted(parts), 1)) if scope is TagScope.LINES else frozenset(),
        Decimal(chance.randrange(10, 50)) if scope is TagScope.WEIGHTED else Decimal(100),
    )


def _parts(chance: random.Random, amount: Rupiah) -> dict[str, Part]:
    # Honoraria are part of many activities; they are overhead only where they are most of it.
    salaries = amount.amount * chance.randrange(0, 30) // 100
    return {
        "1": Part("5.1.02.01.01", Rupiah(amount.amount - salaries)),
        "2": Part("5.1.01.01.01", Rupiah(salaries)),
    }


def _without_ground(chance: random.Random, one: TaggedActivity) -> TaggedActivity:
    tag = replace(one.tag, category=AllocationCategory.EQUALITY)
    bare = chance.choice([Ground(), replace(one.ground, has_pathway=False)])
    return replace(one, tag=tag, ground=replace(bare, target=None), before=None)


def _above_evidence(chance: random.Random, one: TaggedActivity) -> TaggedActivity:
    grade = chance.choice([Grade.HALF, Grade.THREE_QUARTERS, Grade.FULL])
    lower = chance.choice([each for each in Grade if each < grade])
    return replace(one, tag=replace(one.tag, grade=grade), evidence=lower, before=None)


def _for_those_ahead(chance: random.Random, one: TaggedActivity) -> TaggedActivity:
    return replace(
        one,
        name=chance.choice(["Pelatihan Kader Perempuan", "Pembinaan Kelompok Ibu"]),
        objective="Meningkatkan peran perempuan",
        tag=replace(one.tag, category=AllocationCategory.EQUALITY),
        ground=replace(one.ground, behind=Sex.MALE, target=None, work=None),
        before=None,
    )


def _generic(chance: random.Random, one: TaggedActivity) -> TaggedActivity:
    return replace(one, objective=chance.choice(_EMPTY_WORDS), before=None)


def _overhead(chance: random.Random, one: TaggedActivity) -> TaggedActivity:
    name, account = chance.choice(_OVERHEAD)
    parts = {"1": Part(account, one.amount)} if chance.randrange(2) else {}
    tag = replace(one.tag, scope=TagScope.WHOLE, lines=frozenset(), weight=Decimal(100))
    return replace(one, name=name, parts=parts, tag=tag, before=None)


def _copied(chance: random.Random, one: TaggedActivity) -> TaggedActivity:
    return replace(one, before=replace(one, before=None))


_SPOIL = {
    "ARG-01": _without_ground,
    "ARG-02": _above_evidence,
    "ARG-03": _for_those_ahead,
    "ARG-05": _generic,
    "ARG-06": _overhead,
    "ARG-07": _copied,
}


def _double(chance: random.Random, made: TaggedBudget, each: int) -> None:
    sound = [place for place in range(len(made.tagged)) if place not in made.planted]
    for place in chance.sample(sound, each):
        first = made.tagged[place]
        whole = replace(first.tag, scope=TagScope.WHOLE, lines=frozenset(), weight=Decimal(100))
        made.tagged[place] = replace(first, tag=whole)
        made.planted[len(made.tagged)] = "ARG-04"
        made.tagged.append(replace(first, tag=whole, before=None))
