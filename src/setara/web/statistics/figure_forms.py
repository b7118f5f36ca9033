"""Forms on one figure, on doubts, and on what goes out."""

from __future__ import annotations

from typing import Any

from django import forms

from setara.domain.language.numerals import NotANumber, decimal_style, typed_number
from setara.domain.language.text import Text
from setara.domain.statistics.observation import Value, nothing_printed_as
from setara.usecases.statistics.corrections import Mending
from setara.web.shell.words import current_language, lazy_text

NO_FIGURE = Text(
    "Isi angka atau salah satu tanda: – … × NA.", "Enter a figure or one of the signs: – … × NA."
)


class CorrectionForm(forms.Form):
    """The right figure, why, and who gave it; `version` is the one that was read."""

    value = forms.CharField(
        label=lazy_text(Text("Angka yang benar", "The right figure")),
        help_text=lazy_text(
            Text(
                "Angka, atau – tidak ada, … belum dilaporkan, × ditolak, NA tidak berlaku.",
                "A figure, or – nothing there, … not reported, × refused, NA not applicable.",
            )
        ),
        max_length=40,
    )
    reason = forms.CharField(
        label=lazy_text(Text("Alasan", "Reason")),
        help_text=lazy_text(
            Text("Apa yang keliru, dan dari mana diketahui.", "What is wrong, and how it is known.")
        ),
        max_length=500,
    )
    provider = forms.CharField(
        label=lazy_text(Text("Pemberi angka yang benar", "Who gave the right figure")),
        max_length=200,
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def clean_value(self) -> Value:
        """A figure or a kind of nothing."""
        typed = self.cleaned_data["value"].strip()
        kind = nothing_printed_as("–" if typed in {"-", "—"} else typed.upper())
        if kind is not None:
            return kind
        try:
            number = typed_number(typed, decimal_style([typed]))
        except NotANumber as wrong:
            raise forms.ValidationError(wrong.reason.say(current_language())) from wrong
        if number is None:
            raise forms.ValidationError(NO_FIGURE.say(current_language()))
        return number

    def clean(self) -> dict[str, Any]:
        """What the command takes."""
        given = super().clean() or {}
        if given.keys() >= {"value", "reason", "provider", "version"}:
            mending = Mending(given["value"], given["reason"], given["provider"])
            return {"version": given["version"], "mending": mending}
        return given


class UndoForm(forms.Form):
    """Taking the last change back."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class ExplainForm(forms.Form):
    """Why doubted figures are right."""

    rule = forms.CharField(widget=forms.HiddenInput, max_length=20)
    fingerprint = forms.CharField(widget=forms.HiddenInput, max_length=64)
    words = forms.CharField(
        label=lazy_text(Text("Mengapa angkanya benar", "Why the figure is right")),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class AnswerForm(forms.Form):
    """Why an explanation is turned down."""

    because = forms.CharField(
        label=lazy_text(Text("Alasan penolakan", "Why it is turned down")),
        max_length=500,
        required=False,
    )


class LimitsForm(forms.Form):
    """From how many people on counts are shown."""

    general = forms.IntegerField(
        label=lazy_text(Text("Angka terkecil yang tampil", "Smallest count shown")), min_value=1
    )
    careful = forms.IntegerField(
        label=lazy_text(
            Text("… untuk kekerasan, kesehatan, dan desa", "… for violence, health and villages")
        ),
        min_value=1,
    )
    reason = forms.CharField(label=lazy_text(Text("Dasar penetapan", "Ground")), max_length=500)


class PublishForm(forms.Form):
    """Nothing is asked; it carries the reason of a refusal."""
