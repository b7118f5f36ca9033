"""Forms on which windows of tagging are opened, extended and closed."""

from __future__ import annotations

from typing import Any, cast

from django import forms

from setara.domain.budget.phase import BudgetPhase
from setara.domain.language.text import Text
from setara.web.foundation.fields import DeedForm, day, line
from setara.web.shell.words import lazy_text

_WHY = Text(
    "Dibaca semua perangkat daerah, misalnya nomor suratnya.",
    "Every agency reads it; the number of a letter, for example.",
)


class OpenForm(DeedForm):
    """The days of a new window, and which books it holds for."""

    phase = forms.ChoiceField(label=lazy_text(Text("Berlaku untuk", "For")))
    opens_on = day(Text("Hari pertama", "First day"))
    last_day = day(Text("Hari terakhir", "Last day"))
    reason = line(Text("Alasan", "Reason"), longest=500, help_text=_WHY)

    def __init__(self, *args: Any, phase: BudgetPhase, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        every = lazy_text(Text("semua tahap tahun ini", "every stage of this year"))
        cast(forms.ChoiceField, self.fields["phase"]).choices = [
            (phase.value, phase.short),
            (EVERY_PHASE, every),
        ]

    def window(self) -> dict[str, Any]:
        """What was typed, once the form is valid."""
        phase = self.cleaned_data["phase"]
        return self.cleaned_data | {"phase": None if phase == EVERY_PHASE else BudgetPhase(phase)}


class ChangeForm(DeedForm):
    """Until when a window is extended, and why; to close it the reason is enough."""

    last_day = day(Text("Hari terakhir yang baru", "New last day"))
    because = line(Text("Alasan", "Reason"), longest=500)

    def __init__(self, *args: Any, window_id: int, **kwargs: Any) -> None:
        self.window_id = window_id
        super().__init__(*args, auto_id=f"Change-{window_id}-%s", **kwargs)


EVERY_PHASE = "*"
