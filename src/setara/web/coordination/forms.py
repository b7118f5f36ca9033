"""Forms of the coordination room."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django import forms

from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text
from setara.usecases.coordination.queries import Choice
from setara.web.shell.words import lazy_text

PARTS = 3
NONE_CHOSEN = ("", "–")


def _moment(label: Text) -> forms.DateTimeField:
    return forms.DateTimeField(
        label=lazy_text(label),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )


class PlanForm(forms.Form):
    """A meeting to come."""

    title = forms.CharField(label=lazy_text(Text("Nama rapat", "Name")), max_length=300)
    theme = forms.CharField(label=lazy_text(Text("Tema", "Theme")), max_length=300, required=False)
    venue = forms.CharField(label=lazy_text(Text("Tempat", "Venue")), max_length=200)
    starts_at = _moment(Text("Mulai", "Begins"))
    ends_at = _moment(Text("Selesai", "Ends"))
    agenda = forms.CharField(
        label=lazy_text(Text("Agenda", "Agenda")),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )


class AttendForm(forms.Form):
    """One who came."""

    name = forms.CharField(label=lazy_text(Text("Nama", "Name")), max_length=200)
    sex = forms.ChoiceField(
        label=lazy_text(Text("L/P", "M/F")),
        choices=[(sex.value, lazy_text(sex.label)) for sex in Sex],
    )
    agency_id = forms.TypedChoiceField(
        label=lazy_text(Text("Instansi", "Agency")), coerce=int, empty_value=None, required=False
    )
    on_behalf_of = forms.CharField(
        label=lazy_text(Text("Mewakili", "On behalf of")), max_length=200, required=False
    )

    def __init__(self, *args: object, agencies: Iterable[Choice], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        _choose(self.fields["agency_id"], agencies)


class HoldForm(forms.Form):
    """Who opened the meeting, and on whose behalf."""

    opened_by = forms.CharField(label=lazy_text(Text("Dibuka oleh", "Opened by")), max_length=200)
    on_behalf_of = forms.CharField(
        label=lazy_text(Text("Atas nama", "On behalf of")), max_length=200, required=False
    )


class DecideForm(forms.Form):
    """A decision, about an issue where it concerns one."""

    text = forms.CharField(
        label=lazy_text(Text("Isi keputusan", "The decision")),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    issue_id = forms.TypedChoiceField(
        label=lazy_text(Text("Tentang isu", "About the issue")),
        coerce=int,
        empty_value=None,
        required=False,
    )

    def __init__(self, *args: object, issues: Iterable[Choice], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        _choose(self.fields["issue_id"], issues)


class AssignForm(forms.Form):
    """A task with its lead agency, its due day, and agencies with parts of their own."""

    task = forms.CharField(
        label=lazy_text(Text("Tindak lanjut", "Task")), widget=forms.Textarea(attrs={"rows": 2})
    )
    lead_id = forms.TypedChoiceField(
        label=lazy_text(Text("Penanggung jawab", "Lead agency")), coerce=int
    )
    due_on = forms.DateField(
        label=lazy_text(Text("Tenggat", "Due")), widget=forms.DateInput(attrs={"type": "date"})
    )
    indicator = forms.CharField(
        label=lazy_text(Text("Indikator", "Indicator")), max_length=300, required=False
    )

    def __init__(self, *args: object, agencies: Iterable[Choice], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        known = list(agencies)
        _choose(self.fields["lead_id"], known)
        for number in range(1, PARTS + 1):
            agency = forms.TypedChoiceField(
                label=lazy_text(Text("Pendukung {n}", "Contributor {n}").filled(n=number)),
                coerce=int,
                empty_value=None,
                required=False,
            )
            _choose(agency, known)
            self.fields[f"agency_{number}"] = agency
            self.fields[f"part_{number}"] = forms.CharField(
                label=lazy_text(Text("Bagian kerja {n}", "Part {n}").filled(n=number)),
                max_length=300,
                required=False,
            )

    def parts(self) -> dict[int, str]:
        """The part of each contributing agency by its id."""
        typed: dict[str, Any] = self.cleaned_data
        return {
            typed[f"agency_{number}"]: typed[f"part_{number}"]
            for number in range(1, PARTS + 1)
            if typed[f"agency_{number}"] is not None
        }


class ReportForm(forms.Form):
    """What was done, with its evidence."""

    note = forms.CharField(
        label=lazy_text(Text("Yang sudah dikerjakan", "What was done")),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    url = forms.URLField(
        label=lazy_text(Text("Tautan bukti", "Link to evidence")),
        assume_scheme="https",
        required=False,
    )
    file = forms.FileField(
        label=lazy_text(Text("Berkas bukti", "Evidence file")),
        help_text=lazy_text(Text("PDF, foto, DOCX, atau XLSX.", "PDF, photo, DOCX or XLSX.")),
        required=False,
    )


class ReopenForm(forms.Form):
    """Why a report is sent back."""

    because = forms.CharField(label=lazy_text(Text("Alasan", "Reason")), max_length=500)


def _choose(field: forms.Field, choices: Iterable[Choice]) -> None:
    found: list[tuple[object, str]] = [(each.pk, each.name) for each in choices]
    cast(forms.TypedChoiceField, field).choices = found if field.required else [NONE_CHOSEN, *found]
