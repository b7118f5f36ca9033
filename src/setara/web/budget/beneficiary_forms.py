"""Forms on which the beneficiaries of a sub kegiatan are recorded."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, cast

from django import forms

from setara.domain.budget.beneficiaries.cost import DirectCosts
from setara.domain.budget.beneficiaries.headcount import (
    YEAR_PLAN,
    Certainty,
    Headcount,
    ReachStage,
    Unit,
)
from setara.domain.budget.beneficiaries.progress import months
from setara.domain.foundation.money import Rupiah
from setara.domain.language.numerals import NotANumber, decimal_style, typed_number
from setara.domain.language.text import Text
from setara.domain.statistics.observation import Nothing, Value
from setara.usecases.budget.beneficiaries import NewBeneficiaries
from setara.usecases.budget.beneficiary_needs import NeedAnswer, NewNeed, OfferedNeed
from setara.usecases.budget.beneficiary_rows import CostAnswer, FigureAnswer
from setara.web.foundation.fields import DeedForm, line
from setara.web.shell.words import lazy_text

MOST = 10**15
NO_KIND = ("", lazy_text(Text("– ada angkanya –", "– there is a figure –")))
DOCUMENT = Text("Dokumen sumber", "Source document")
DOCUMENT_HELP = Text(
    "Daftar hadir, SK penetapan penerima, laporan, RKA: dengan nomor dan tanggalnya.",
    "List of attendance, decree, report, RKA: with number and date.",
)
REASON = Text("Alasan perubahan", "Reason for the change")


def _choices(members: Iterable[ReachStage | Unit | Certainty]) -> list[tuple[str, object]]:
    return [(each.value, lazy_text(each.label)) for each in members]


class WholeField(forms.CharField):
    """A whole number as people type it, `1.250` and `Rp1.250.000` too; None where it is empty."""

    def __init__(self, label: Text, *, help_text: Text | None = None, **more: Any) -> None:
        super().__init__(
            label=lazy_text(label),
            help_text=lazy_text(help_text) if help_text else "",
            max_length=30,
            widget=forms.TextInput(attrs={"inputmode": "numeric"}),
            **more,
        )

    def clean(self, value: Any) -> int | None:
        """Raises ValidationError for what is no whole number from 0 on."""
        typed = super().clean(value)
        try:
            number = typed_number(typed, decimal_style([typed])) if typed else None
        except NotANumber as no:
            raise forms.ValidationError(lazy_text(no.reason)) from no
        if number is None:
            return None
        if number != number.to_integral_value() or not 0 <= number <= MOST:
            raise forms.ValidationError(lazy_text(NOT_WHOLE))
        return int(number)


def _people(label: Text, *, help_text: Text | None = None) -> WholeField:
    return WholeField(label, help_text=help_text, required=False)


def _kind(label: Text) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=lazy_text(label),
        choices=[NO_KIND, *((each.value, lazy_text(each.label)) for each in Nothing)],
        required=False,
    )


class Correcting(DeedForm):
    """A form that may take the place of what stands; then a reason is needed."""

    replacing = forms.IntegerField(widget=forms.HiddenInput, required=False)
    reason = line(
        REASON,
        longest=500,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = self.replaces
        if not self.replaces:
            self.fields["reason"].widget = forms.HiddenInput()
        self.order_fields([name for name in self.fields if name != "reason"])

    @property
    def replaces(self) -> bool:
        """Whether it takes the place of what stands."""
        return bool(self.initial.get("replacing") or self.data.get("replacing"))


class FiguresForm(Correcting):
    """Beneficiaries in one unit: planned, or reached up to a month."""

    stage = forms.ChoiceField(label=lazy_text(Text("Tahap", "Stage")), choices=_choices(ReachStage))
    month = forms.TypedChoiceField(
        label=lazy_text(Text("Sampai dengan", "Up to")),
        help_text=lazy_text(
            Text(
                "Kumulatif sejak Januari; kosong untuk rencana.", "Since January; empty for plans."
            )
        ),
        choices=[("", "–"), *((number, lazy_text(words)) for number, words in months())],
        coerce=int,
        required=False,
    )
    unit = forms.ChoiceField(
        label=lazy_text(Text("Satuan", "Unit")),
        help_text=lazy_text(
            Text(
                "KK menurut jenis kelamin kepala keluarga tidak sama dengan orang.",
                "Households by sex of their head are not persons.",
            )
        ),
        choices=_choices(Unit),
    )
    certainty = forms.ChoiceField(
        label=lazy_text(Text("Jenis angka", "Kind of figure")), choices=_choices(Certainty)
    )
    women = _people(Text("Perempuan", "Women"))
    women_nothing = _kind(Text("Perempuan: mengapa tidak ada", "Women: why there is none"))
    men = _people(Text("Laki-laki", "Men"))
    men_nothing = _kind(Text("Laki-laki: mengapa tidak ada", "Men: why there is none"))
    stated = _people(
        Text("Jumlah menurut dokumen", "Total by the document"),
        help_text=Text("Bila diisi harus sama dengan jumlah keduanya.", "Where given, their sum."),
    )
    document = line(DOCUMENT, longest=400, help_text=DOCUMENT_HELP)
    locator = line(Text("Halaman atau tabel", "Page or table"), longest=200, required=False)

    def clean(self) -> dict[str, Any]:
        """A sex has a figure or a reason, not both."""
        typed = self.cleaned_data
        for sex in ("women", "men"):
            if typed.get(sex) is not None and typed.get(f"{sex}_nothing"):
                self.add_error(sex, lazy_text(BOTH_GIVEN))
        return typed

    def figures(self) -> NewBeneficiaries:
        """What was typed, once the form is valid."""
        typed = self.cleaned_data
        return NewBeneficiaries(
            stage=ReachStage(typed["stage"]),
            month=typed["month"] or YEAR_PLAN,
            unit=Unit(typed["unit"]),
            count=Headcount(self._value("women"), self._value("men"), typed["stated"]),
            certainty=Certainty(typed["certainty"]),
            document=typed["document"],
            locator=typed["locator"],
        )

    def _value(self, sex: str) -> Value:
        figure = self.cleaned_data[sex]
        if figure is not None:
            return Decimal(figure)
        return Nothing(self.cleaned_data[f"{sex}_nothing"] or Nothing.NOT_REPORTED)


class NeedForm(Correcting):
    """Who needs it, by the figures of the register."""

    need = forms.ChoiceField(
        label=lazy_text(Text("Siapa yang membutuhkan", "Who needs it")),
        help_text=lazy_text(
            Text(
                "Jumlah menurut jenis kelamin dari data terpilah, misalnya pemilik usaha mikro.",
                "Counts by sex of the register, such as owners of small businesses.",
            )
        ),
    )
    respondents = WholeField(
        Text("Responden (bila dari survei)", "Respondents (of a survey)"), required=False
    )

    def __init__(self, *args: Any, offered: Iterable[OfferedNeed], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(each.key, lazy_text(_named(each))) for each in offered]
        cast(forms.ChoiceField, self.fields["need"]).choices = [("", "–"), *choices]

    def chosen(self) -> NewNeed:
        """What was chosen, once the form is valid."""
        code, place, year = self.cleaned_data["need"].rsplit("|", 2)
        return NewNeed(code, place, int(year), self.cleaned_data["respondents"])


class CostsForm(Correcting):
    """Money of components for one sex alone."""

    stage = forms.ChoiceField(
        label=lazy_text(Text("Dari", "Out of")),
        choices=[
            (ReachStage.PLANNED.value, lazy_text(Text("pagu", "the budget"))),
            (ReachStage.REACHED.value, lazy_text(Text("realisasi", "the realisation"))),
        ],
    )
    women = WholeField(Text("Khusus perempuan (rupiah)", "For women alone (rupiah)"))
    men = WholeField(Text("Khusus laki-laki (rupiah)", "For men alone (rupiah)"))
    document = line(DOCUMENT, longest=400, help_text=DOCUMENT_HELP)

    def direct(self) -> DirectCosts:
        """What was typed, once the form is valid."""
        typed = self.cleaned_data
        return DirectCosts(Rupiah(typed["women"]), Rupiah(typed["men"]))


class WithdrawForm(DeedForm):
    """Why figures are withdrawn."""

    because = line(Text("Mengapa dicabut", "Why they are withdrawn"), longest=500)


def figures_started(figure: FigureAnswer | None) -> dict[str, object]:
    """The form's values where figures are corrected."""
    if figure is None:
        return {}
    known: dict[str, object] = {
        "replacing": figure.record_id,
        "stage": figure.stage.value,
        "month": figure.month or "",
        "unit": figure.unit.value,
        "certainty": figure.certainty.value,
        "stated": figure.count.stated,
        "document": figure.document,
        "locator": figure.locator,
    }
    for name, value in (("women", figure.count.women), ("men", figure.count.men)):
        known |= (
            {f"{name}_nothing": value.value} if isinstance(value, Nothing) else {name: int(value)}
        )
    return known


def need_started(need: NeedAnswer | None) -> dict[str, object]:
    """The form's values where a need is chosen already."""
    if need is None:
        return {}
    return {
        "replacing": need.record_id,
        "need": f"{need.element.code}|{need.place_code}|{need.year}",
        "respondents": need.respondents,
    }


def costs_started(costs: CostAnswer | None) -> dict[str, object]:
    """The form's values where costs were recorded already."""
    if costs is None:
        return {}
    return {
        "replacing": costs.record_id,
        "stage": costs.stage.value,
        "women": costs.direct.women.amount,
        "men": costs.direct.men.amount,
        "document": costs.document,
    }


def _named(each: OfferedNeed) -> Text:
    return OFFERED.filled(
        element=each.element.name,
        place=each.pair.place_name,
        year=str(each.pair.year),
        women=each.pair.women if isinstance(each.pair.women, Decimal) else each.pair.women.label,
        men=each.pair.men if isinstance(each.pair.men, Decimal) else each.pair.men.label,
    )


OFFERED = Text(
    "{element}, {place}, {year} (P {women}, L {men})",
    "{element}, {place}, {year} (F {women}, M {men})",
)
NOT_WHOLE = Text("Isi bilangan bulat, 0 atau lebih.", "Give a whole number, 0 or more.")
BOTH_GIVEN = Text(
    "Ada angka sekaligus alasan mengapa tidak ada. Hapus salah satu.",
    "There is a figure and a reason why there is none. Delete one of them.",
)
