"""Tags that claim more than their grounds carry: seven rules, each with its reason and remedy.

No regulation lists them; they follow from how shares of ARG were inflated in practice (full budgets
of sub-activities counted, salaries and buildings among them), and warn without deciding.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from setara.domain.budget.tagging.carried import Confirmation
from setara.domain.budget.tagging.checklist import Grade
from setara.domain.budget.tagging.conditions import Ground, meets_conditions
from setara.domain.budget.tagging.tag import WHOLE, Tag, TagScope
from setara.domain.budget.tagging.words import (
    ADMINISTRATION,
    BUILDINGS,
    SALARIES,
    aimed_at,
    says_whom,
    words_of,
)
from setara.domain.foundation.money import Rupiah, total
from setara.domain.language.text import Text

SALARY_ACCOUNT = "5.1.01"
BUILDING_ACCOUNT = "5.2.03"
"""Belanja pegawai and belanja modal gedung dan bangunan in the accounts of Permendagri 77/2020."""
_CHART = re.compile(r"5\.\d\.\d\d")
"""How its accounts of spending begin; older charts have one digit in the third part."""
_PROGRAM_PARTS = 3
MOSTLY = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Part:
    """A line of a sub-activity: its account and its money."""

    account: str
    amount: Rupiah


@dataclass(frozen=True, slots=True)
class TaggedActivity:
    """A tagged sub-activity with everything a rule may ask.

    `owner` and `code` say whose sub-activity it is; `parts` are its lines by key, empty where the
    book has none; `evidence` is the grade of the checklist, None where it was not answered;
    `data_year` is the year of the figures the gap was read from; `before` last year's tag of it;
    `carried` says how a person confirmed a tag that was carried over from there.
    """

    owner: str
    code: str
    name: str
    amount: Rupiah
    objective: str
    tag: Tag
    ground: Ground
    evidence: Grade | None = None
    data_year: int | None = None
    parts: Mapping[str, Part] = field(default_factory=dict)
    before: TaggedActivity | None = None
    carried: Confirmation | None = None


@dataclass(frozen=True, slots=True)
class TagFinding:
    """What is doubtful about one tag; `place` is its position in the list that was judged."""

    rule: str
    place: int
    message: Text
    fix: Text


def overtagged(tagged: Sequence[TaggedActivity]) -> tuple[TagFinding, ...]:
    """Every finding about the tags of one version, in the order of the list. Cost: linear."""
    found = list(_twice(tagged))
    for place, one in enumerate(tagged):
        for rule, check in RULES.items():
            told = check(one)
            if told is not None:
                found.append(TagFinding(rule, place, *told))
    return tuple(sorted(found, key=lambda finding: (finding.place, finding.rule)))


Told = tuple[Text, Text] | None


def _without_ground(one: TaggedActivity) -> Told:
    """ARG-01: the category's conditions are not met, as an equality tag without gap or GAP."""
    verdict = meets_conditions(one.tag, one.ground)
    if verdict.allowed or verdict.reason is None:
        return None
    return (
        Text("“{name}” ditandai tanpa dasar.", "“{name}” is tagged without a ground.").filled(
            name=one.name
        ),
        verdict.reason,
    )


def _above_evidence(one: TaggedActivity) -> Told:
    """ARG-02: the grade of the tag is higher than the checklist carries."""
    if one.evidence is None or one.tag.grade <= one.evidence:
        return None
    return (
        Text(
            "“{name}” dihitung {tag}%, padahal daftar periksanya memberi {evidence}%.",
            "“{name}” is counted at {tag}% though its checklist gives {evidence}%.",
        ).filled(name=one.name, tag=int(one.tag.grade), evidence=int(one.evidence)),
        Text(
            "Turunkan tingkatnya menjadi {evidence}%, atau lengkapi buktinya.",
            "Lower the grade to {evidence}%, or complete the evidence.",
        ).filled(evidence=int(one.evidence)),
    )


def _for_those_ahead(one: TaggedActivity) -> Told:
    """ARG-03: the money is for one sex alone, and the gap shows the other one behind."""
    target = one.ground.target or aimed_at(one.name, one.objective)
    behind = one.ground.behind
    if target is None or behind is None or behind is target:
        return None
    return (
        Text(
            "“{name}” hanya untuk {target}, padahal data menunjukkan {behind} yang tertinggal.",
            "“{name}” is for {target} only, though the data show {behind} behind.",
        ).filled(name=one.name, target=target.label, behind=behind.label),
        Text(
            "Tinjau sasarannya, atau pilih kesenjangan yang memang dijawab kegiatan ini.",
            "Reconsider whom it is for, or choose the gap it does answer.",
        ),
    )


def _generic_objective(one: TaggedActivity) -> Told:
    """ARG-05: the objective names neither a sex, nor a group, nor the gap."""
    if not one.objective.strip() or says_whom(one.objective):
        return None
    return (
        Text(
            "Tujuan “{objective}” tidak menyebut siapa yang tertinggal atau kesenjangan apa.",
            "The objective “{objective}” names neither who is behind nor which gap.",
        ).filled(objective=one.objective),
        Text(
            "Sebut kesenjangan dan sasarannya dalam tujuan, atau cabut tandanya.",
            "Name the gap and whom it is for in the objective, or withdraw the tag.",
        ),
    )


def _salaries_and_buildings(one: TaggedActivity) -> Told:
    """ARG-06: a sub-activity of mostly salaries or buildings is tagged whole."""
    if one.tag.scope is not TagScope.WHOLE or not _is_overhead(one):
        return None
    return (
        Text(
            "“{name}” terutama gaji, gedung, atau kebutuhan kantor, tetapi ditandai seluruhnya.",
            "“{name}” is mostly salaries, buildings or office needs but is tagged whole.",
        ).filled(name=one.name),
        Text(
            "Tandai hanya rincian yang langsung mengubah keadaan perempuan dan laki-laki.",
            "Tag only the lines that directly change the situation of women and men.",
        ),
    )


def _is_overhead(one: TaggedActivity) -> bool:
    # Older charts have no account of buildings alone, so there the names are asked.
    told_by_account = any(_CHART.match(part.account) for part in one.parts.values())
    if told_by_account and one.amount.amount > 0:
        of_overhead = total(
            part.amount
            for part in one.parts.values()
            if part.account.startswith((SALARY_ACCOUNT, BUILDING_ACCOUNT))
        )
        return of_overhead.amount >= MOSTLY * one.amount.amount
    words = words_of(one.name)
    return bool(words & (SALARIES | BUILDINGS | ADMINISTRATION)) and not says_whom(one.name)


def _copied(one: TaggedActivity) -> Told:
    """ARG-07: last year's tag again, word for word, on figures no newer than last year's.

    A tag carried over says so in its reason; one that a person looked at alone is no copy.
    """
    before = one.before
    if before is None or one.carried is Confirmation.SINGLY:
        return None
    is_same = (one.tag, one.ground.disparity, one.objective) == (
        replace(before.tag, reason=one.tag.reason) if one.carried else before.tag,
        before.ground.disparity,
        before.objective,
    )
    is_newer = (one.data_year or 0) > (before.data_year or 0)
    if not is_same or is_newer:
        return None
    if one.carried:
        return _CARRIED.filled(name=one.name), _LOOK_AT_IT
    return (
        Text(
            "Penandaan “{name}” sama persis dengan tahun lalu dan datanya tidak diperbarui.",
            "The tag of “{name}” equals last year's word for word and its data are no newer.",
        ).filled(name=one.name),
        Text(
            "Perbarui data pembuka wawasan dan periksa apakah kesenjangannya berubah.",
            "Bring the opening data up to date and see whether the gap changed.",
        ),
    )


def _twice(tagged: Sequence[TaggedActivity]) -> Iterator[TagFinding]:
    """ARG-04: the same money is counted under two tags; the later or lower one is reported."""
    by_activity: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, one in enumerate(tagged):
        by_activity[(one.owner, one.code)].append(place)
    for places in by_activity.values():
        taken: set[str] = set()
        weight = Decimal(0)
        for place in places:
            one = tagged[place]
            keys = _keys(one)
            part = one.tag.weight if one.tag.scope is TagScope.WEIGHTED else Decimal(0)
            weight += part
            if keys & taken or weight > WHOLE or (part and taken):
                yield TagFinding("ARG-04", place, _TWICE.filled(name=one.name), _ONCE)
            taken |= keys
    yield from _below(tagged, by_activity)


def _below(
    tagged: Sequence[TaggedActivity], by_activity: Mapping[tuple[str, str], Sequence[int]]
) -> Iterator[TagFinding]:
    """A sub-activity is tagged although the kegiatan or program it is part of is tagged too."""
    for (owner, code), places in by_activity.items():
        above = next((each for each in above_codes(code) if (owner, each) in by_activity), None)
        if above is not None:
            over = tagged[by_activity[owner, above][0]]
            for place in places:
                told = _PART_OF.filled(name=tagged[place].name, above=f"{above} {over.name}")
                yield TagFinding("ARG-04", place, told, _ONE_LEVEL)


def above_codes(code: str) -> tuple[str, ...]:
    """The codes a code is part of, the nearest first, up to the program."""
    parts = code.split(".")
    return tuple(".".join(parts[:end]) for end in range(len(parts) - 1, _PROGRAM_PARTS - 1, -1))


def _keys(one: TaggedActivity) -> frozenset[str]:
    if one.tag.scope is TagScope.LINES:
        return one.tag.lines
    if one.tag.scope is TagScope.WEIGHTED:
        return frozenset()
    return frozenset(one.parts) | {EVERYTHING}


EVERYTHING = ""
"""Stands for a sub-activity's money as a whole, beside the keys of its lines."""
RULES = {
    "ARG-01": _without_ground,
    "ARG-02": _above_evidence,
    "ARG-03": _for_those_ahead,
    "ARG-05": _generic_objective,
    "ARG-06": _salaries_and_buildings,
    "ARG-07": _copied,
}
_TWICE = Text(
    "Uang “{name}” dihitung lebih dari sekali.", "The money of “{name}” is counted more than once."
)
_CARRIED = Text(
    "Penandaan “{name}” dibawa dari tahun sebelumnya bersama yang lain, dan datanya tidak "
    "diperbarui.",
    "The tag of “{name}” was carried over from an earlier year with others, and its data are no "
    "newer.",
)
_LOOK_AT_IT = Text(
    "Buka barisnya, periksa apakah kesenjangannya masih sama, lalu tetapkan tandanya dengan alasan "
    "tahun ini.",
    "Open the line, see whether the gap is still the same, and set its tag with this year's "
    "reason.",
)
_PART_OF = Text(
    "“{name}” ditandai, padahal “{above}” yang memuatnya sudah ditandai: uangnya dihitung dua "
    "kali.",
    "“{name}” is tagged though “{above}”, which it is part of, is tagged too: its money is counted "
    "twice.",
)
_ONE_LEVEL = Text(
    "Tandai pada satu tingkat saja: cabut tanda kegiatannya, atau tanda sub kegiatan ini.",
    "Tag at one level only: withdraw the tag of the activity, or that of this sub-activity.",
)
_ONCE = Text(
    "Gabungkan kedua penandaan, atau pilih rincian yang berbeda.",
    "Join the two tags, or choose different lines.",
)
