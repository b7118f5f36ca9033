"""The form on which a quarter of a GAP is reported."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms

from setara.domain.budget.pathway import Action, Indicator, Pathway
from setara.domain.budget.quarter import Quarter
from setara.domain.budget.quarter_report import (
    ActionReported,
    ActionState,
    IndicatorReported,
    QuarterReport,
)
from setara.domain.foundation.money import Rupiah
from setara.domain.language.numerals import DecimalStyle, NotANumber, typed_number
from setara.domain.language.text import Text
from setara.domain.language.writing import written
from setara.domain.statistics.observation import Nothing, Value
from setara.web.shell.words import lazy_text

PARTS = {
    "women": Text("Perempuan", "Women"),
    "men": Text("Laki-laki", "Men"),
    "total": Text("Keduanya", "Both"),
}
WHY = {
    "women": Text("Perempuan: bila tidak ada angka", "Women: where there is no figure"),
    "men": Text("Laki-laki: bila tidak ada angka", "Men: where there is no figure"),
    "total": Text("Keduanya: bila tidak ada angka", "Both: where there is no figure"),
}
NOTE = Text("Catatan", "Note")
SOURCE = Text("Sumber", "Source")
SOURCE_HELP = Text(
    "Dokumen dan tanggalnya, misalnya daftar hadir 12 Maret 2026.",
    "The document and its date, such as the list of attendance of 12 March 2026.",
)
TOTAL_HELP = Text(
    "Kosongkan bila hanya jumlah keduanya.", "Leave empty where it is only their sum."
)
SPENT = Text("Realisasi sampai akhir triwulan (rupiah)", "Spent by the end of the quarter (rupiah)")
SPENT_HELP = Text(
    "Kumulatif sejak Januari; hanya bila belum ada buku realisasi.",
    "Since January; only while no realisation has been imported.",
)
OBSTACLES = Text("Hambatan", "Obstacles")
REMEDY = Text("Penyelesaian", "Remedy")
REASON = Text("Alasan perbaikan", "Reason for the correction")
BOTH_GIVEN = Text(
    "Isi angka, atau pilih mengapa tidak ada; jangan keduanya.",
    "Give a figure or why there is none, not both.",
)
NO_KIND = ("", lazy_text(Text("– ada angka –", "– there is a figure –")))


class FigureField(forms.CharField):
    """A number as people type it in Indonesia, `1.250,5`; None where it is empty."""

    def __init__(self, label: Text, *, help_text: Text | None = None) -> None:
        super().__init__(
            label=lazy_text(label),
            help_text=lazy_text(help_text) if help_text else "",
            max_length=30,
            required=False,
            widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        )

    def clean(self, value: Any) -> Decimal | None:
        """Raises ValidationError for what is no number."""
        typed = super().clean(value)
        try:
            return typed_number(typed, DecimalStyle.COMMA) if typed else None
        except NotANumber as no:
            raise forms.ValidationError(lazy_text(no.reason)) from no


@dataclass(frozen=True, slots=True)
class IndicatorFields:
    """The fields of one indicator as they stand on the page."""

    indicator: Indicator
    figures: tuple[tuple[forms.BoundField, forms.BoundField], ...]
    words: tuple[forms.BoundField, ...]


@dataclass(frozen=True, slots=True)
class ActionFields:
    """The fields of one action."""

    action: Action
    state: forms.BoundField
    reason: forms.BoundField


class QuarterForm(forms.Form):
    """Indicators by sex, the state of each action, money, obstacles; fields carry the row's key."""

    edition = forms.IntegerField(widget=forms.HiddenInput, required=False)
    spent = FigureField(SPENT, help_text=SPENT_HELP)
    spent_source = forms.CharField(
        label=lazy_text(SOURCE), help_text=lazy_text(SOURCE_HELP), max_length=400, required=False
    )
    obstacles = forms.CharField(
        label=lazy_text(OBSTACLES), widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    remedy = forms.CharField(
        label=lazy_text(REMEDY), widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    reason = forms.CharField(label=lazy_text(REASON), max_length=500, required=False)

    def __init__(
        self, *args: Any, pathway: Pathway, quarter: Quarter, is_derived: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.pathway, self.quarter = pathway, quarter
        for indicator in pathway.indicators:
            self._add_indicator(indicator.key)
        for action in pathway.actions:
            self._add_action(action.key)
        if is_derived:
            del self.fields["spent"], self.fields["spent_source"]
        if not self.corrects:
            self.fields["reason"].widget = forms.HiddenInput()

    @property
    def corrects(self) -> bool:
        """Whether it takes the place of a report that stands."""
        return bool(self.initial.get("edition") or self.data.get("edition"))

    @property
    def indicator_rows(self) -> tuple[IndicatorFields, ...]:
        """The indicators in the order of column 9."""
        return tuple(
            IndicatorFields(
                each,
                tuple(
                    (self[f"{part}_{each.key}"], self[f"{part}_none_{each.key}"]) for part in PARTS
                ),
                (self[f"source_{each.key}"], self[f"note_{each.key}"]),
            )
            for each in self.pathway.indicators
        )

    @property
    def action_rows(self) -> tuple[ActionFields, ...]:
        """The actions in the order of column 7."""
        return tuple(
            ActionFields(each, self[f"state_{each.key}"], self[f"reason_{each.key}"])
            for each in self.pathway.actions
        )

    @property
    def money_fields(self) -> tuple[forms.BoundField, ...]:
        """Money and its source; none where a realisation has it."""
        return tuple(self[name] for name in ("spent", "spent_source") if name in self.fields)

    def clean(self) -> dict[str, Any]:
        """A figure or why there is none, not both."""
        typed = self.cleaned_data
        for indicator in self.pathway.indicators:
            for part in PARTS:
                name = f"{part}_{indicator.key}"
                if typed.get(name) is not None and typed.get(f"{part}_none_{indicator.key}"):
                    self.add_error(name, lazy_text(BOTH_GIVEN))
        spent = typed.get("spent")
        if spent is not None and spent != spent.to_integral_value():
            self.add_error("spent", lazy_text(WHOLE_RUPIAH))
        return typed

    def report(self) -> QuarterReport:
        """What was typed, once the form is valid."""
        typed = self.cleaned_data
        spent = typed.get("spent")
        return QuarterReport(
            quarter=self.quarter,
            indicators=tuple(
                IndicatorReported(
                    key=each.key,
                    women=self._value("women", each.key),
                    men=self._value("men", each.key),
                    total=self._value("total", each.key),
                    source=typed[f"source_{each.key}"],
                    note=typed[f"note_{each.key}"],
                )
                for each in self.pathway.indicators
            ),
            actions=tuple(
                ActionReported(
                    each.key, ActionState(typed[f"state_{each.key}"]), typed[f"reason_{each.key}"]
                )
                for each in self.pathway.actions
            ),
            spent=None if spent is None else Rupiah(int(spent)),
            spent_source=typed.get("spent_source", ""),
            obstacles=typed["obstacles"],
            remedy=typed["remedy"],
        )

    def _value(self, part: str, key: int) -> Value:
        figure: Decimal | None = self.cleaned_data[f"{part}_{key}"]
        if figure is not None:
            return figure
        return Nothing(self.cleaned_data[f"{part}_none_{key}"] or Nothing.NOT_REPORTED)

    def _add_indicator(self, key: int) -> None:
        for part, label in PARTS.items():
            help_text = TOTAL_HELP if part == "total" else None
            self.fields[f"{part}_{key}"] = FigureField(label, help_text=help_text)
            self.fields[f"{part}_none_{key}"] = forms.ChoiceField(
                label=lazy_text(WHY[part]),
                choices=[NO_KIND, *((each.value, lazy_text(each.label)) for each in Nothing)],
                required=False,
            )
        self.fields[f"source_{key}"] = forms.CharField(
            label=lazy_text(SOURCE),
            max_length=400,
            required=False,
            help_text=lazy_text(SOURCE_HELP),
        )
        self.fields[f"note_{key}"] = forms.CharField(
            label=lazy_text(NOTE), max_length=500, required=False
        )

    def _add_action(self, key: int) -> None:
        self.fields[f"state_{key}"] = forms.ChoiceField(
            label=lazy_text(Text("Keadaan", "State")),
            choices=[(each.value, lazy_text(each.label)) for each in ActionState],
        )
        self.fields[f"reason_{key}"] = forms.CharField(
            label=lazy_text(Text("Keterangan (wajib bila batal)", "Remark (needed where dropped)")),
            max_length=500,
            required=False,
        )


def started(report: QuarterReport | None, edition: int, *, has_figures: bool) -> dict[str, Any]:
    """The form as it opens: the report that stands, or only the actions of the quarter before."""
    if report is None:
        return {}
    begun: dict[str, Any] = {"edition": edition or None}
    for action in report.actions:
        begun[f"state_{action.key}"] = action.state.value
        begun[f"reason_{action.key}"] = action.reason
    if not has_figures:
        return begun
    begun |= {"obstacles": report.obstacles, "remedy": report.remedy}
    begun |= {"spent_source": report.spent_source}
    if report.spent is not None:
        begun["spent"] = _typed(Decimal(report.spent.amount))
    for each in report.indicators:
        begun |= _indicator_started(each)
    return begun


def _indicator_started(told: IndicatorReported) -> dict[str, Any]:
    begun = {f"source_{told.key}": told.source, f"note_{told.key}": told.note}
    for part, value in (("women", told.women), ("men", told.men), ("total", told.total)):
        if isinstance(value, Decimal):
            begun[f"{part}_{told.key}"] = _typed(value)
        elif value is not Nothing.NOT_REPORTED:
            begun[f"{part}_none_{told.key}"] = value.value
    return begun


def _typed(value: Decimal) -> str:
    """As it is typed, in either language of the page: the field reads a decimal comma."""
    return written(value, indonesian=True)


WHOLE_RUPIAH = Text("Rupiah ditulis tanpa sen.", "Rupiah are written without cents.")
