"""Forms on the missions of the medium-term plan."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from setara.domain.language.text import Language, Text
from setara.usecases.budget.mission_queries import PlanAnswer
from setara.web.shell.words import current_language, lazy_text

NO_MISSION = Text("– belum dipetakan –", "– not mapped –")
PROGRAM = Text("{code} {name}", "{code} {name}")
_LONGEST_OPTION = 60


class MissionsForm(forms.Form):
    """The missions of a plan in a file."""

    first_year = forms.IntegerField(
        label=lazy_text(Text("Tahun awal RPJMD", "First year of the RPJMD")),
        min_value=2005,
        max_value=2100,
    )
    last_year = forms.IntegerField(
        label=lazy_text(Text("Tahun akhir RPJMD", "Last year of the RPJMD")),
        min_value=2005,
        max_value=2100,
    )
    document = forms.CharField(
        label=lazy_text(Text("Dokumen sumber", "Source document")),
        help_text=lazy_text(
            Text(
                "Nomor dan tahun peraturan RPJMD, agar misinya dapat diperiksa.",
                "Number and year of the RPJMD regulation, so that the missions can be checked.",
            )
        ),
        max_length=400,
    )
    file = forms.FileField(
        label=lazy_text(Text("Berkas misi", "File of missions")),
        help_text=lazy_text(
            Text(
                "CSV, XLSX, XLS, atau ODS dengan kolom misi (nomornya), bunyi misi, dan kode "
                "program; satu program tiap baris, kode program boleh kosong.",
                "CSV, XLSX, XLS or ODS with the columns misi (its number), bunyi misi (its text) "
                "and kode program; one programme a row, the code may be left empty.",
            )
        ),
    )


class ProgramsForm(forms.Form):
    """Which mission each programme serves."""

    def __init__(self, data: Mapping[str, Any] | None = None, *, answer: PlanAnswer) -> None:
        super().__init__(data)
        language = current_language()
        options = [("", NO_MISSION.say(language))]
        options += [
            (str(each.number), _shortened(each.name, language)) for each in answer.plan.missions
        ]
        for each in answer.programs:
            label = PROGRAM.filled(code=each.code, name=each.name)
            self.fields[each.code] = forms.TypedChoiceField(
                label=label.say(language).strip(),
                choices=options,
                initial=each.mission or "",
                required=False,
                coerce=int,
                empty_value=None,
            )


def _shortened(name: Text, language: Language) -> str:
    said = name.say(language)
    return said if len(said) <= _LONGEST_OPTION else f"{said[: _LONGEST_OPTION - 1]}…"
