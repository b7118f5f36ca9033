"""What the ranking of disparities is narrowed to, as a form and as an address."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from django import forms

from setara.domain.language.text import Text
from setara.domain.statistics.disparity import Behind
from setara.usecases.statistics.ranking_queries import Level, RankingAnswer, RankingWanted
from setara.web.shell.words import current_language, lazy_text

ALL = Text("semua", "all")
DIRECTIONS = (Behind.WOMEN, Behind.MEN)


class RankingForm(forms.Form):
    """Year, field, level and direction."""

    tahun = forms.ChoiceField(label=lazy_text(Text("Tahun", "Year")), required=False)
    urusan = forms.ChoiceField(label=lazy_text(Text("Bidang", "Field")), required=False)
    tingkat = forms.ChoiceField(label=lazy_text(Text("Tingkat", "Level")), required=False)
    arah = forms.ChoiceField(
        label=lazy_text(Text("Siapa tertinggal", "Who is behind")), required=False
    )

    def offer(self, answer: RankingAnswer) -> None:
        """Give the lists the choices there are."""
        language = current_language()
        none = ("", ALL.say(language))
        offered = {
            "tahun": [(str(year), str(year)) for year in answer.years],
            "urusan": [none, *((code, name.say(language)) for code, name in answer.every_group)],
            "tingkat": [none, *((each.value, each.label.say(language)) for each in Level)],
            "arah": [none, *((each.value, each.label.say(language)) for each in DIRECTIONS)],
        }
        for name, choices in offered.items():
            cast(forms.ChoiceField, self.fields[name]).choices = choices


def wanted_of(asked: Mapping[str, str]) -> RankingWanted:
    """What an address asks for; what is no choice narrows nothing."""
    year, level, behind = (asked.get(name, "") for name in ("tahun", "tingkat", "arah"))
    is_year = len(year) == len("2025") and year.isascii() and year.isdecimal()
    return RankingWanted(
        year=int(year) if is_year else None,
        group=asked.get("urusan", ""),
        level=Level(level) if level in list(Level) else None,
        behind=Behind(behind) if behind in DIRECTIONS else None,
    )
