"""Forms of the statistics room."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from django import forms

from setara.domain.language.text import Text
from setara.usecases.statistics.issue_queries import OwnerChoice
from setara.web.shell.words import lazy_text


class IssueForm(forms.Form):
    """What an issue adds to the disparity it rests on."""

    title = forms.CharField(
        label=lazy_text(Text("Judul isu", "Title of the issue")),
        help_text=lazy_text(
            Text(
                "Kesenjangannya dalam satu kalimat: siapa, dalam hal apa.",
                "The disparity in one sentence: who, in what.",
            )
        ),
        max_length=300,
    )
    why_it_matters = forms.CharField(
        label=lazy_text(Text("Mengapa penting", "Why it matters")),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    target = forms.CharField(
        label=lazy_text(Text("Sasaran RPJMD yang dilayani", "RPJMD target it serves")),
        max_length=300,
        required=False,
    )


class TakeUpForm(forms.Form):
    """Which agency answers for the issue."""

    agency_id = forms.TypedChoiceField(
        label=lazy_text(Text("Perangkat daerah penanggung jawab", "Responsible agency")), coerce=int
    )

    def __init__(self, *args: object, owners: Iterable[OwnerChoice], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        choices = [(owner.agency_id, owner.name) for owner in owners]
        cast(forms.TypedChoiceField, self.fields["agency_id"]).choices = choices


class CloseForm(forms.Form):
    """Why an issue is closed."""

    because = forms.CharField(
        label=lazy_text(Text("Alasan penutupan", "Why it is closed")), max_length=500
    )
