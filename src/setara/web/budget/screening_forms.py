"""The form on which lines are found not gender-responsive."""

from __future__ import annotations

from setara.domain.language.text import Text
from setara.web.foundation.fields import DeedForm, line


class DeclineForm(DeedForm):
    """Why lines that somebody looked at are not gender-responsive."""

    because = line(
        Text("Mengapa tidak responsif gender", "Why it is not gender-responsive"),
        longest=1000,
        help_text=Text(
            "Misalnya: belanja rutin kantor, tidak ada penerima manfaat orang.",
            "For example: routine office expenditure, no people benefit from it.",
        ),
    )
