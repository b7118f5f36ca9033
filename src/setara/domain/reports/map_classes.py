"""The classes of a map with their shades, and what a map shows in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from setara.domain.language.text import Language, Text
from setara.domain.reports.figure_marks import Theme
from setara.domain.statistics.parity_class import ParityClass, told_by_class

# From men's ochre over neutral to women's violet, light enough for dark words on them, or dark
# enough for light ones.
SHADES = {
    Theme.LIGHT: ("#e0a45c", "#f3dcbb", "#eef2ee", "#e3d3ee", "#bd93d8"),
    Theme.PAPER: ("#e0a45c", "#f3dcbb", "#eef2ee", "#e3d3ee", "#bd93d8"),
    Theme.DARK: ("#7a4a10", "#4d3517", "#24332f", "#3b2b4a", "#5e3480"),
}


@dataclass(frozen=True, slots=True)
class MapClass:
    """One class: its words, the sign that stands for it on the map, and its shade."""

    name: Text
    sign: str
    shade: int

    def said(self, language: Language) -> str:
        """Sign and words, as the legend has them."""
        return f"{self.sign}  {self.name.say(language)}"


RATIO_CLASSES = {
    each: MapClass(each.label, each.sign, shade) for shade, each in enumerate(ParityClass)
}
LEVEL_CLASSES = (
    MapClass(Text("sepertiga terendah", "lowest third"), "I", 2),
    MapClass(Text("sepertiga tengah", "middle third"), "II", 3),
    MapClass(Text("sepertiga tertinggi", "highest third"), "III", 4),
)


def level_class(value: Decimal, every: Sequence[Decimal]) -> MapClass:
    """The third of `every` a figure of one sex falls into; equal figures fall together."""
    below = sum(other < value for other in every)
    return LEVEL_CLASSES[min(2, below * 3 // max(1, len(every)))]


def map_reading(found: Sequence[tuple[str, MapClass | None]]) -> tuple[Text, ...]:
    """What a map shows, class by class, for those who do not see it; `found` is by place name."""
    classes = [each.name for each in (*RATIO_CLASSES.values(), *LEVEL_CLASSES)]
    return told_by_class([(name, one.name if one else None) for name, one in found], classes)
