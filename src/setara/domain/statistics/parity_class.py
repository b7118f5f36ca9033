"""How the figure of women stands to that of men, in five classes with words and a sign."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from enum import StrEnum

from setara.domain.language.text import Text, listed, same
from setara.domain.statistics.disparity import Disparity, Undefined

# Beyond this distance from parity, in the adjusted index, the words get stronger. Ours, not
# official: the register of parameters knows the band only.
FAR = Decimal("0.10")


class ParityClass(StrEnum):
    """Said of figures and not of people: which is better depends on the element's polarity."""

    FAR_LOWER = "far_lower"
    LOWER = "lower"
    PARITY = "parity"
    HIGHER = "higher"
    FAR_HIGHER = "far_higher"

    @property
    def label(self) -> Text:
        """In both languages."""
        return PARITY_LABELS[self]

    @property
    def sign(self) -> str:
        """What stands for the class where there is no room for words."""
        return PARITY_SIGNS[self]


PARITY_LABELS = {
    ParityClass.FAR_LOWER: Text("angka perempuan jauh lebih rendah", "women's figure far lower"),
    ParityClass.LOWER: Text("angka perempuan lebih rendah", "women's figure lower"),
    ParityClass.PARITY: Text("setara", "at parity"),
    ParityClass.HIGHER: Text("angka perempuan lebih tinggi", "women's figure higher"),
    ParityClass.FAR_HIGHER: Text("angka perempuan jauh lebih tinggi", "women's figure far higher"),
}
PARITY_SIGNS = {
    ParityClass.FAR_LOWER: "<<",
    ParityClass.LOWER: "<",
    ParityClass.PARITY: "=",
    ParityClass.HIGHER: ">",
    ParityClass.FAR_HIGHER: ">>",
}


def parity_class(found: Disparity) -> ParityClass | None:
    """The class of a disparity, or None where it has no ratio."""
    adjusted = found.adjusted_parity
    if isinstance(adjusted, Undefined):
        return None
    if found.band.holds(adjusted):
        return ParityClass.PARITY
    if adjusted < 1:
        return ParityClass.FAR_LOWER if adjusted < 1 - FAR else ParityClass.LOWER
    return ParityClass.FAR_HIGHER if adjusted > 1 + FAR else ParityClass.HIGHER


def told_by_class(
    found: Sequence[tuple[str, Text | None]], classes: Iterable[Text]
) -> tuple[Text, ...]:
    """Which places are in which class, class by class, and which have no figure to compare.

    `found` are places by name with the words of their class; for those who do not see a map.
    """
    sentences = []
    for label in classes:
        names = [name for name, one in found if one == label]
        if names:
            says = Text("{name}: {places}.", "{name}: {places}.")
            sentences.append(says.filled(name=label, places=_all(names)))
    without = [name for name, one in found if one is None]
    if without:
        sentences.append(WITHOUT.filled(places=_all(without)))
    return tuple(sentences)


WITHOUT = Text("Tanpa angka yang dapat dibandingkan: {places}.", "Nothing to compare: {places}.")


def _all(names: Sequence[str]) -> Text:
    return listed([same(name) for name in names])
