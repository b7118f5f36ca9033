"""Forms about papers: a number, a cover letter, a template of one's own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django import forms

from setara.domain.language.text import Text
from setara.domain.reports.paper_kinds import PaperKind
from setara.domain.reports.template_fields import ALLOWED
from setara.web.shell.words import lazy_text

NUMBERED = (PaperKind.PATHWAY, PaperKind.STATEMENT, PaperKind.TERMS)


class NumberForm(forms.Form):
    """The number of one of the papers of a statement."""

    kind = forms.ChoiceField(
        label=lazy_text(Text("Dokumen", "Paper")),
        choices=[(kind.value, lazy_text(kind.label)) for kind in NUMBERED],
    )
    number = forms.CharField(label=lazy_text(Text("Nomor", "Number")), max_length=100)


class CoverForm(forms.Form):
    """Whose papers of which year are handed in, to whom, under which number."""

    agency_id = forms.ChoiceField(label=lazy_text(Text("Perangkat daerah", "Agency")))
    year = forms.IntegerField(
        label=lazy_text(Text("Tahun anggaran", "Budget year")), min_value=2010, max_value=2100
    )
    recipient = forms.CharField(
        label=lazy_text(Text("Kepada (jabatan)", "To (office)")), max_length=200
    )
    number = forms.CharField(
        label=lazy_text(Text("Nomor surat", "Number of the letter")),
        help_text=lazy_text(
            Text("Boleh kosong; cetakannya menjadi konsep.", "May be empty; it prints as a draft.")
        ),
        max_length=100,
        required=False,
    )
    dated_on = forms.DateField(
        label=lazy_text(Text("Tanggal surat", "Date of the letter")),
        # A date field of a browser reads no other writing of a day.
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )

    def __init__(self, *args: Any, agencies: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["agency_id"]).choices = [
            (str(pk), name) for pk, name in agencies
        ]


class TemplateForm(forms.Form):
    """A DOCX with placeholders for one kind of paper."""

    kind = forms.ChoiceField(
        label=lazy_text(Text("Untuk dokumen", "For the paper")),
        choices=[(kind.value, lazy_text(kind.label)) for kind in ALLOWED],
    )
    file = forms.FileField(label=lazy_text(Text("Berkas DOCX", "DOCX file")), max_length=255)
