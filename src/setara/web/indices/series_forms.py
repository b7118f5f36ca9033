"""The form that keeps a target of an index."""

from __future__ import annotations

from django import forms

from setara.domain.language.text import Text
from setara.web.foundation.fields import DeedForm, line
from setara.web.indices.lever_forms import TargetField
from setara.web.shell.words import lazy_text


class TargetForm(DeedForm):
    """A year, the value the index shall have, and the document that says so."""

    year = forms.IntegerField(
        label=lazy_text(Text("Tahun", "Year")), min_value=2005, max_value=2060
    )
    value = TargetField(
        label=Text("Target", "Target"),
        help_text=Text("Seperti ditulis dokumennya: 72,50.", "As the document has it: 72.50."),
        required=True,
    )
    document = line(
        Text("Dokumen", "Document"),
        longest=400,
        help_text=Text(
            "Misalnya: RPJMD 2025–2029, Perda 3/2025, tabel 2.30.",
            "For example: RPJMD 2025–2029, regional regulation 3/2025, table 2.30.",
        ),
    )
