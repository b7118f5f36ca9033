"""Forms on which a government's forms are chosen and taken in."""

from __future__ import annotations

from typing import Any, cast

from django import forms

from setara.domain.language.text import Text
from setara.usecases.budget.form_queries import KindAnswer
from setara.web.foundation.fields import DeedForm, line
from setara.web.shell.words import current_language, lazy_text

NAMED = Text("{title} ({key}, versi {version})", "{title} ({key}, version {version})")


class ChooseForm(DeedForm):
    """Which form, from which year, and why."""

    form = forms.ChoiceField(label=lazy_text(Text("Formulir", "Form")))
    from_year = forms.IntegerField(
        label=lazy_text(Text("Mulai tahun", "From the year")), min_value=2005, max_value=2100
    )
    reason = line(
        Text("Alasan atau nomor keputusan", "Reason or number of the decree"), longest=500
    )

    def __init__(self, *args: Any, answer: KindAnswer, year: int, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"from_year": year})
        super().__init__(*args, auto_id=f"choose-{answer.kind}-%s", **kwargs)
        language = current_language()
        cast(forms.ChoiceField, self.fields["form"]).choices = [
            (
                f"{each.form.key}|{each.form.version}",
                NAMED.filled(
                    title=each.form.title, key=each.form.key, version=each.form.version
                ).say(language),
            )
            for each in answer.offered
        ]

    def choice(self) -> dict[str, Any]:
        """What was typed, once the form is valid."""
        key, _, version = self.cleaned_data["form"].partition("|")
        return {
            "form_key": key,
            "form_version": version,
            "from_year": self.cleaned_data["from_year"],
            "reason": self.cleaned_data["reason"],
        }


class OwnFormForm(DeedForm):
    """The file of a form of one's own."""

    file = forms.FileField(
        label=lazy_text(Text("Berkas formulir (TOML)", "File of the form (TOML)")),
        help_text=lazy_text(
            Text(
                "Unduh salah satu formulir sebagai contoh, ganti “key”, label, dan urutannya, lalu "
                "unggah. Seluruh berkas diperiksa sebelum disimpan.",
                "Download a form as an example, change “key”, labels and order, then upload it. "
                "All of the file is checked before it is kept.",
            )
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ".toml,text/plain"}),
    )
