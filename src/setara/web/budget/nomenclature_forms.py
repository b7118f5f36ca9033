"""The form that loads a decree's list."""

from __future__ import annotations

from django import forms

from setara.domain.budget.nomenclature.loading import EARLIEST, LATEST
from setara.domain.language.text import Text
from setara.usecases.budget.nomenclature import DecreeFacts
from setara.web.shell.words import lazy_text


class NomenclatureForm(forms.Form):
    """A decree with the years it holds in, and its list."""

    decree = forms.CharField(
        label=lazy_text(Text("Nomor keputusan", "Number of the decree")),
        help_text=lazy_text(
            Text(
                "Misalnya Kepmendagri 900.1.15.5-3406 Tahun 2024.",
                "For example Kepmendagri 900.1.15.5-3406 Tahun 2024.",
            )
        ),
        max_length=120,
    )
    set_in = forms.IntegerField(
        label=lazy_text(Text("Tahun ditetapkan", "Year it was set")),
        min_value=EARLIEST - 1,
        max_value=LATEST,
        required=False,
    )
    first_year = forms.IntegerField(
        label=lazy_text(Text("Berlaku sejak tahun anggaran", "Holds from budget year")),
        min_value=EARLIEST,
        max_value=LATEST,
    )
    last_year = forms.IntegerField(
        label=lazy_text(Text("sampai dengan tahun anggaran", "up to budget year")),
        min_value=EARLIEST,
        max_value=LATEST,
    )
    file = forms.FileField(
        label=lazy_text(Text("Berkas daftar", "File of the list")),
        help_text=lazy_text(
            Text(
                "CSV, CSV yang dimampatkan (.csv.gz), atau XLSX dengan kolom Kode dan Nomenklatur "
                "(atau Nama); Kinerja, Indikator, dan Satuan bila ada.",
                "CSV, compressed CSV (.csv.gz) or XLSX with the columns Kode and Nomenklatur (or "
                "Nama); Kinerja, Indikator and Satuan where they are there.",
            )
        ),
    )
    is_official = forms.BooleanField(
        label=lazy_text(
            Text(
                "Daftar lengkap dari keputusannya sendiri", "The whole list, from the decree itself"
            )
        ),
        help_text=lazy_text(
            Text(
                "Bila tidak, anggaran yang menyimpang darinya hanya diberi catatan.",
                "Otherwise a budget that differs from it is only noted.",
            )
        ),
        required=False,
    )
    accepts_warnings = forms.BooleanField(
        label=lazy_text(
            Text(
                "Saya sudah memeriksa peringatannya; muat daftar ini",
                "I have checked the warnings; load this list",
            )
        ),
        required=False,
    )

    def facts(self) -> DecreeFacts:
        """What was typed of the decree."""
        typed = self.cleaned_data
        return DecreeFacts(
            decree=typed["decree"],
            first_year=typed["first_year"],
            last_year=typed["last_year"],
            set_in=typed["set_in"],
            is_official=typed["is_official"],
        )
