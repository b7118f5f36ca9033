"""When a list may be loaded: each year has one nomenclature, each decree stands there once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from setara.domain.budget.nomenclature.entry import Territory
from setara.domain.foundation.verdict import ALLOWED, Verdict, first_refusal, refused

EARLIEST = 2020
"""Codes of this shape exist since Permendagri 90/2019, so for no budget before 2020."""
LATEST = 2100


@dataclass(frozen=True, slots=True)
class DecreeYears:
    """A decree with the budget years it holds in, both included, and for whom."""

    decree: str
    first_year: int
    last_year: int
    territory: Territory

    @property
    def years(self) -> str:
        """`2023–2025`, or one year alone."""
        first, last = str(self.first_year), str(self.last_year)
        return first if first == last else f"{first}–{last}"

    def overlaps(self, other: DecreeYears) -> bool:
        """Whether a year has both."""
        return (
            self.territory is other.territory
            and self.first_year <= other.last_year
            and other.first_year <= self.last_year
        )


def may_load(new: DecreeYears, held: Iterable[DecreeYears]) -> Verdict:
    """Whether a decree may stand beside those that are loaded."""
    others = list(held)
    return first_refusal(
        _is_named(new), _has_years(new), *(_is_apart(new, other) for other in others)
    )


def _is_named(new: DecreeYears) -> Verdict:
    if new.decree.strip():
        return ALLOWED
    return refused(
        "Tulis nomor keputusannya, misalnya Kepmendagri 900.1.15.5-3406 Tahun 2024.",
        "Give the decree's number, for example Kepmendagri 900.1.15.5-3406 Tahun 2024.",
    )


def _has_years(new: DecreeYears) -> Verdict:
    if EARLIEST <= new.first_year <= new.last_year <= LATEST:
        return ALLOWED
    return refused(
        "Tahun {first} sampai {last} tidak mungkin: mulai {earliest} atau sesudahnya, dan tahun "
        "akhir tidak mendahului tahun awal.",
        "The years {first} to {last} cannot be: from {earliest} on, and the last year not before "
        "the first.",
        first=str(new.first_year),
        last=str(new.last_year),
        earliest=str(EARLIEST),
    )


def _is_apart(new: DecreeYears, other: DecreeYears) -> Verdict:
    if new.decree.casefold() == other.decree.casefold() and new.territory is other.territory:
        return refused(
            "{decree} sudah dimuat untuk tahun {years}. Cabut dahulu bila daftarnya keliru.",
            "{decree} was loaded already, for {years}. Withdraw it first where its list is wrong.",
            decree=other.decree,
            years=other.years,
        )
    if new.overlaps(other):
        return refused(
            "Tahun {new} bertumpang tindih dengan {decree}, yang berlaku {years}. Satu tahun "
            "anggaran memakai satu nomenklatur: pilih tahun lain, atau cabut daftar itu.",
            "The years {new} overlap with {decree}, which holds in {years}. A budget year has one "
            "nomenclature: choose other years, or withdraw that list.",
            new=new.years,
            decree=other.decree,
            years=other.years,
        )
    return ALLOWED
