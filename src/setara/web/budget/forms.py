"""Forms of the budget room."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile

from setara.domain.budget.allocation import AllocationCategory
from setara.domain.budget.phase import MOST_SHIFTS, BudgetPhase
from setara.domain.language.text import Text
from setara.formats.tables import TOO_MANY_BYTES
from setara.usecases.budget.lines import LineAnswer
from setara.usecases.budget.pathway_queries import OpeningAnswer
from setara.usecases.budget.queries import UploadAnswer
from setara.usecases.budget.reading import MOST_CSV_BYTES
from setara.web.shell.words import current_language, lazy_text

_MB = 1024 * 1024
AS_WRITTEN = Text("– sebagaimana tertulis dalam berkas –", "– as the file says –")


def is_small_enough(file: UploadedFile[Any]) -> None:
    """Refuse a file that no reader takes before its bytes are brought into memory."""
    size = file.size or 0
    if size > MOST_CSV_BYTES:
        reason = TOO_MANY_BYTES.filled(
            name=file.name, size=-(-size // _MB), most=MOST_CSV_BYTES // _MB
        )
        raise forms.ValidationError(reason.say(current_language()))


class BookForm(forms.Form):
    """A budget book of one year and phase."""

    year = forms.IntegerField(
        label=lazy_text(Text("Tahun anggaran", "Budget year")), min_value=2010, max_value=2100
    )
    phase = forms.ChoiceField(
        label=lazy_text(Text("Tahap", "Phase")),
        choices=[(phase.value, lazy_text(phase.label)) for phase in BudgetPhase],
    )
    sequence = forms.IntegerField(
        label=lazy_text(Text("Bulan, atau nomor pergeseran", "Month, or number of the shift")),
        help_text=lazy_text(
            Text(
                "Untuk realisasi: bulan 1 sampai 12. Untuk anggaran yang sudah bergeser: "
                "pergeseran ke berapa. Selain itu kosongkan.",
                "For a realisation: the month, 1 to 12. For a budget that was shifted: the number "
                "of the shift. Else leave it empty.",
            )
        ),
        min_value=0,
        max_value=MOST_SHIFTS,
        required=False,
    )
    file = forms.FileField(
        label=lazy_text(Text("Berkas anggaran", "Budget file")),
        help_text=lazy_text(
            Text(
                "Ekspor SIPD, cetakan RKA atau DPA, atau tabel dengan kode, nama, dan pagu: CSV, "
                "XLSX, XLS, atau ODS.",
                "An export of SIPD, a printed RKA or DPA, or a table with code, name and amount: "
                "CSV, XLSX, XLS or ODS.",
            )
        ),
        validators=[is_small_enough],
    )
    agency_id = forms.TypedChoiceField(
        label=lazy_text(Text("Perangkat daerah pemilik berkas", "The agency the file is of")),
        help_text=lazy_text(
            Text(
                "Hanya bila seluruh berkas milik satu perangkat daerah dan namanya tidak tertulis "
                "atau ditulis lain.",
                "Only where the whole file is of one agency, and does not name it or names it "
                "otherwise.",
            )
        ),
        coerce=int,
        empty_value=None,
        required=False,
    )
    accepts_warnings = forms.BooleanField(
        label=lazy_text(
            Text(
                "Saya sudah memeriksa peringatannya; simpan berkas ini",
                "I have checked the warnings; keep this file",
            )
        ),
        help_text=lazy_text(
            Text(
                "Hanya bila berkas ini sudah diunggah dan mendapat peringatan.",
                "Only where this file was uploaded before and was met with warnings.",
            )
        ),
        required=False,
    )
    is_sample = forms.BooleanField(
        label=lazy_text(Text("Tandai sebagai contoh", "Mark as a sample")), required=False
    )

    def __init__(self, *args: object, answer: UploadAnswer, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        cast(forms.TypedChoiceField, self.fields["agency_id"]).choices = [
            ("", lazy_text(AS_WRITTEN)),
            *answer.agencies,
        ]


class TakeOutForm(forms.Form):
    """Why a file is taken out of its version; with a file, what comes in its place."""

    reason = forms.CharField(
        label=lazy_text(Text("Alasan", "Reason")), widget=forms.Textarea(attrs={"rows": 2})
    )


class ReplaceForm(TakeOutForm):
    """A corrected file in the place of another."""

    file = forms.FileField(
        label=lazy_text(Text("Berkas pengganti", "File in its place")),
        validators=[is_small_enough],
    )
    accepts_warnings = forms.BooleanField(
        label=lazy_text(
            Text(
                "Saya sudah memeriksa peringatannya; simpan berkas ini",
                "I have checked the warnings; keep this file",
            )
        ),
        required=False,
    )


class OpeningForm(forms.Form):
    """Which activity of which agency is analysed for the issue."""

    agency_id = forms.TypedChoiceField(
        label=lazy_text(Text("Perangkat daerah", "Agency")), coerce=int
    )
    year = forms.IntegerField(
        label=lazy_text(Text("Tahun anggaran", "Budget year")), min_value=2010, max_value=2100
    )
    activity_code = forms.ChoiceField(label=lazy_text(Text("Sub kegiatan", "Sub-activity")))
    objective = forms.CharField(
        label=lazy_text(Text("Tujuan sub kegiatan", "Objective of the sub-activity")),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )

    def __init__(self, *args: object, answer: OpeningAnswer, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        cast(forms.TypedChoiceField, self.fields["agency_id"]).choices = list(answer.agencies)
        cast(forms.ChoiceField, self.fields["activity_code"]).choices = [
            (each.code, f"{each.code} {each.name}") for each in answer.activities
        ]


LINE = Text("{stage}: {code} {name}, {amount}", "{stage}: {code} {name}, {amount}")


def _facts(line: LineAnswer) -> dict[str, object]:
    """What tells one budget line from another in a list."""
    return {
        "stage": line.stage.name,
        "code": line.code,
        "name": line.name,
        "amount": line.amount,
    }


class DrawUpForm(forms.Form):
    """Which budget line a signed GAP is tied to, and in which category."""

    line_id = forms.TypedChoiceField(
        label=lazy_text(Text("Baris anggaran", "Budget line")), coerce=int
    )
    category = forms.ChoiceField(
        label=lazy_text(Text("Kategori ARG", "ARG category")),
        choices=[(each.value, lazy_text(each.label)) for each in AllocationCategory],
        initial=AllocationCategory.EQUALITY.value,
    )

    def __init__(self, *args: object, lines: Iterable[LineAnswer], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        language = current_language()
        cast(forms.TypedChoiceField, self.fields["line_id"]).choices = [
            (line.line_id, LINE.filled(**_facts(line)).say(language)) for line in lines
        ]
