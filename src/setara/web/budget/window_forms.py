"""Forms on which windows of tagging are opened, extended and closed."""

from __future__ import annotations

from typing import Any, cast

from django import forms

from setara.domain.budget.phase import BudgetPhase
from setara.domain.language.text import Text
from setara.web.foundation.fields import DeedForm, day, line
from setara.web.shell.words import lazy_text

_WHY = Text("Dibaca perangkat daerah, misalnya nomor surat.", "Agencies read it: say a letter no.")


class OpenForm(DeedForm):
    """The days of a new window, and which books it holds for."""

    phase = forms.ChoiceField(label=lazy_text(Text("Berlaku untuk", "For")), required=False)
    opens_on = day(Text("Hari pertama", "First day"))
    last_day = day(Text("Hari terakhir", "Last day"))
    reason = line(Text("Alasan", "Reason"), longest=500, help_text=_WHY)

    def __init__(self, *args: Any, phase: BudgetPhase, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast(forms.ChoiceField, self.fields["phase"])
        every = lazy_text(Text("semua tahap tahun ini", "every stage of this year"))
        field.choices = [(phase.value, phase.short), ("", every)]

    @property
    def chosen(self) -> BudgetPhase | None:
        """The phase that was chosen, None for all."""
        phase = self.cleaned_data["phase"]
        return BudgetPhase(phase) if phase else None


class ChangeForm(DeedForm):
    """Until when a window is extended, or, without a day, why it is closed."""

    last_day = day(
        Text("Hari terakhir yang baru", "New last day"),
        help_text=Text("Hanya untuk memperpanjang.", "Only to extend."),
        required=False,
    )
    because = line(Text("Alasan", "Reason"), longest=500)

    def __init__(self, *args: Any, window_id: int, **kwargs: Any) -> None:
        kwargs["auto_id"] = f"Change-{window_id}-%s"
        super().__init__(*args, **kwargs)
