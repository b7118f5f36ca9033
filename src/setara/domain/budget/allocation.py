"""Money that answers a gender gap (ARG), in three categories, and its share of a named whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from setara.domain.foundation.money import Rupiah, total
from setara.domain.foundation.share import Share
from setara.domain.language.text import Text


class AllocationCategory(StrEnum):
    """The three kinds of gender-responsive money, numbered as training material numbers them.

    Source: text-id.123dok.com wye1l0r4z; the official juklak was not read (unverified).
    """

    TARGETED = "1"
    EQUALITY = "2"
    INSTITUTIONAL = "3"

    @property
    def label(self) -> Text:
        """The category's name."""
        return LABELS[self]

    @property
    def meaning(self) -> Text:
        """What money of the category is for, in one sentence."""
        return MEANINGS[self]


LABELS = {
    AllocationCategory.TARGETED: Text(
        "Anggaran khusus target gender", "Budget for a gender-specific target"
    ),
    AllocationCategory.EQUALITY: Text("Anggaran kesetaraan gender", "Budget for gender equality"),
    AllocationCategory.INSTITUTIONAL: Text(
        "Anggaran pelembagaan kesetaraan gender", "Budget for institutionalising equality"
    ),
}
MEANINGS = {
    AllocationCategory.TARGETED: Text(
        "Memenuhi kebutuhan khusus perempuan atau kebutuhan khusus laki-laki.",
        "Meets needs that only women or only men have.",
    ),
    AllocationCategory.EQUALITY: Text(
        "Mengatasi kesenjangan yang ditemukan melalui analisis gender dalam program biasa.",
        "Closes a gap found by gender analysis within an ordinary programme.",
    ),
    AllocationCategory.INSTITUTIONAL: Text(
        "Menguatkan lembaga: data terpilah, kemampuan aparatur, koordinasi.",
        "Strengthens the institution: data by sex, skills of officials, coordination.",
    ),
}


@dataclass(frozen=True, slots=True)
class Allocation:
    """The amount tied to one statement: the full budget of its sub kegiatan (gross)."""

    category: AllocationCategory
    amount: Rupiah


class Denominator(StrEnum):
    """The wholes that can be shown for a book by sub kegiatan.

    Regulations and regions divide by different wholes (belanja langsung, operasi + modal,
    total APBD), of which a book without accounts knows none; so each share names its own.
    """

    BOOK = "book"
    AGENCY = "agency"

    @property
    def label(self) -> Text:
        """The whole in words; `{book}` and, for an agency's own, `{agency}` are to be filled."""
        return WHOLES[self]


WHOLES = {
    Denominator.BOOK: Text(
        "seluruh pagu sub kegiatan dalam {book}", "all sub-activity budgets in {book}"
    ),
    Denominator.AGENCY: Text(
        "seluruh pagu {agency} dalam {book}", "the whole budget of {agency} in {book}"
    ),
}


def responsive_amount(allocations: Iterable[Allocation]) -> Rupiah:
    """The rupiah of all categories together."""
    return total(allocation.amount for allocation in allocations)


def responsive_share(allocations: Iterable[Allocation], whole: Rupiah, of: Text) -> Share:
    """The share of responsive money in `whole`, which `of` names in words.

    Raises NoDenominator where the whole is nothing.
    """
    return Share(responsive_amount(allocations).amount, whole.amount, of)
