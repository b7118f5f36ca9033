"""The form a GAP is written on, column by column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from django import forms

from setara.domain.budget.datum import Aspect
from setara.domain.budget.pathway import CauseSide, Factor, IndicatorLevel, Pathway
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text
from setara.web.shell.words import current_language, lazy_text

CAUSES = Text(
    "Satu sebab tiap baris. Nomor di depannya dipakai pada rencana aksi; sebab baru boleh ditulis "
    "tanpa nomor.",
    "One cause a line. The number before it is used in the action plan; a new cause needs none.",
)
ACTIONS = Text(
    "Satu aksi tiap baris, didahului nomor sebab yang dijawab; rupiahnya boleh ditulis di "
    "belakang: “1, 2: Jadwal sore = Rp25.000.000”.",
    "One action a line, after the numbers of the causes it answers; its rupiah may stand behind: "
    "“1, 2: Late classes = Rp25.000.000”.",
)
SHOWN_BY = Text("Data yang menunjukkannya ({factor})", "Data that show it ({factor})")
NOT_SHOWN = Text("– belum ditunjukkan data –", "– not shown by data –")
NO_START = Text("– tanpa titik awal –", "– no starting point –")
INDICATORS = {
    IndicatorLevel.OUTPUT: Text("Indikator keluaran {number}", "Output indicator {number}"),
    IndicatorLevel.OUTCOME: Text("Indikator hasil {number}", "Outcome indicator {number}"),
}


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that stand together in a column, under a legend where they need one."""

    fields: tuple[str, ...]
    legend: Text | None = None


def _words(label: Text, rows: int = 2, help_text: Text | None = None) -> forms.CharField:
    return forms.CharField(
        label=lazy_text(label),
        help_text=lazy_text(help_text) if help_text else "",
        widget=forms.Textarea(attrs={"rows": rows}),
        required=False,
    )


class PathwayForm(forms.Form):
    """Columns 1 and 3 to 9; column 2 has a page of its own."""

    edition = forms.IntegerField(widget=forms.HiddenInput)
    objective = _words(Text("Tujuan sub kegiatan", "Objective of the sub-activity"))
    activity_target = _words(
        Text("Indikator atau sasaran menurut rencana", "Indicator or target by the plan"), 1
    )
    access = _words(Factor.ACCESS.label)
    participation = _words(Factor.PARTICIPATION.label)
    control = _words(Factor.CONTROL.label)
    benefit = _words(Factor.BENEFIT.label)
    internal = _words(CauseSide.INTERNAL.label, 4, CAUSES)
    external = _words(CauseSide.EXTERNAL.label, 4, CAUSES)
    reformulated_objective = _words(Text("Reformulasi tujuan", "Reformulated objective"))
    reason_kept = _words(
        Text("Bila tujuan tetap: alasannya", "If the objective is kept: the reason"), 1
    )
    actions = _words(Text("Rencana aksi", "Actions"), 5, ACTIONS)
    baselines = forms.MultipleChoiceField(
        label=lazy_text(Text("Data dasar dari kolom 2", "Baseline from column 2")),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(
        self, *args: object, pathway: Pathway, holds_target: bool = False, **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        language = current_language()
        self._activity: tuple[str, ...] = ("objective", "activity_target")
        if not holds_target:
            del self.fields["activity_target"]
            self._activity = ("objective",)
        figures = figure_choices(pathway)
        cast(forms.MultipleChoiceField, self.fields["baselines"]).choices = figures
        data = [(str(datum.key), datum.label.say(language)) for datum in pathway.data]
        for factor in Factor:
            label = SHOWN_BY.filled(factor=factor.label)
            self.fields[f"{factor.value}_datum"] = _choice(label, NOT_SHOWN, data)
        self._indicators = [
            self._add_indicator(level, number, figures)
            for level in IndicatorLevel
            for number in range(1, self._rows(pathway, level) + 1)
        ]

    @property
    def groups(self) -> dict[str, tuple[Group, ...]]:
        """The fields of each column, under the column codes of the nine-column form."""
        factors = [name for each in Factor for name in (each.value, f"{each.value}_datum")]
        return {
            "activity": (Group(self._activity),),
            "factors": (Group(tuple(factors)),),
            "internal_causes": (Group(("internal",)),),
            "external_causes": (Group(("external",)),),
            "reformulated_objective": (Group(("reformulated_objective", "reason_kept")),),
            "actions": (Group(("actions",)),),
            "baseline": (Group(("baselines",)),),
            "indicators": tuple(self._indicators),
        }

    def _rows(self, pathway: Pathway, level: IndicatorLevel) -> int:
        """One row more than there are, and never fewer than were sent."""
        kept = sum(indicator.level is level for indicator in pathway.indicators)
        texts = [name for name in self.data if name.endswith("_text")]
        return max(kept + 1, sum(name.startswith(f"{level.value}_") for name in texts))

    def _add_indicator(
        self, level: IndicatorLevel, number: int, figures: list[tuple[str, str]]
    ) -> Group:
        name = f"{level.value}_{number}"
        fields = {
            f"{name}_text": _words(Text("Indikator", "Indicator")),
            f"{name}_from": _choice(
                Text("Titik awal (data dasar)", "Starting point (baseline)"), NO_START, figures
            ),
            f"{name}_target": forms.DecimalField(
                label=lazy_text(Text("Target", "Target")), required=False
            ),
            f"{name}_unit": forms.CharField(
                label=lazy_text(Text("Satuan", "Unit")), required=False, max_length=60
            ),
        }
        self.fields.update(fields)
        return Group(tuple(fields), INDICATORS[level].filled(number=number))


def figure_choices(pathway: Pathway) -> list[tuple[str, str]]:
    """Every figure of column 2 that a baseline can be, as `datum:sex:aspect`."""
    language = current_language()
    sentence = Text("{label}, {sex}: {value} {unit}", "{label}, {sex}: {value} {unit}")
    found = []
    for datum in pathway.data:
        for sex in (Sex.FEMALE, Sex.MALE):
            for aspect in Aspect:
                value = datum.figure(sex, aspect)
                if value is not None:
                    words = sentence.filled(
                        label=datum.label,
                        sex=sex.label,
                        value=value,
                        unit=datum.unit_of(aspect),
                    )
                    found.append((f"{datum.key}:{sex}:{aspect}", words.say(language)))
    return found


def _choice(label: Text, empty: Text, choices: list[tuple[str, str]]) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=lazy_text(label),
        choices=[("", lazy_text(empty)), *choices],
        required=False,
    )
