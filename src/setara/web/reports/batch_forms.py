"""The form that asks for papers to be printed together."""

from __future__ import annotations

from typing import Any, cast

from django import forms

from setara.domain.language.text import Language, Text
from setara.usecases.reports.batch_contents import BATCHED, USUAL, BatchWanted
from setara.usecases.reports.batch_queries import BatchesAnswer
from setara.usecases.reports.papers import PaperFormat
from setara.web.foundation.fields import DeedForm
from setara.web.shell.words import lazy_text

_EVERY = Text("semua perangkat daerah", "every agency")
_FORMATS = {
    PaperFormat.PDF: Text("PDF, siap ditandatangani", "PDF, ready to be signed"),
    PaperFormat.DOCX: Text("DOCX, dapat disunting", "DOCX, to be edited"),
}
_LANGUAGES = {
    Language.INDONESIAN: Text("Bahasa Indonesia", "Indonesian"),
    Language.ENGLISH: Text("bahasa Inggris", "English"),
}


class BatchForm(DeedForm):
    """Year, agency, kinds, format and language."""

    year = forms.TypedChoiceField(label=lazy_text(Text("Tahun", "Year")), coerce=int)
    agency = forms.TypedChoiceField(
        label=lazy_text(Text("Perangkat daerah", "Agency")),
        coerce=int,
        required=False,
        empty_value=None,
    )
    kinds = forms.MultipleChoiceField(
        label=lazy_text(Text("Jenis dokumen", "Kinds of paper")),
        widget=forms.CheckboxSelectMultiple,
    )
    form = forms.ChoiceField(
        label=lazy_text(Text("Bentuk berkas", "Format")),
        choices=[(each.value, lazy_text(words)) for each, words in _FORMATS.items()],
    )
    language = forms.ChoiceField(
        label=lazy_text(Text("Bahasa", "Language")),
        choices=[(each.value, lazy_text(words)) for each, words in _LANGUAGES.items()],
    )

    def __init__(self, *args: Any, answer: BatchesAnswer, language: Language, **rest: Any) -> None:
        first = {"kinds": [kind.value for kind in USUAL], "language": language.value}
        super().__init__(*args, initial=first, **rest)
        self._offer("year", [(year, str(year)) for year in answer.years])
        self._offer("agency", [("", lazy_text(_EVERY)), *answer.agencies])
        self._offer("kinds", list(answer.kinds))

    def _offer(self, name: str, choices: list[Any]) -> None:
        cast(forms.ChoiceField, self.fields[name]).choices = choices

    def wanted(self) -> BatchWanted:
        """What was chosen, once the form is valid."""
        chosen = self.cleaned_data
        return BatchWanted(
            year=chosen["year"],
            agency_id=chosen["agency"],
            kinds=tuple(kind for kind in BATCHED if kind.value in chosen["kinds"]),
            form=PaperFormat(chosen["form"]),
            language=Language(chosen["language"]),
        )
