"""The form a GAP is written on, column by column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from django import forms

from setara.domain.budget.datum import Aspect
from setara.domain.budget.pathway import CauseSide, Factor, Pathway
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text
from setara.web.budget.sheet import (
    ACTION,
    EXTERNAL,
    INDICATOR,
    INTERNAL,
    LISTS,
    MOST_ROWS,
    Typed,
    rows_in,
)
from setara.web.budget.writing_rows import (
    ActionRow,
    CauseRow,
    Choices,
    IndicatorRow,
    RowForm,
    SentenceField,
    choice,
)
from setara.web.shell.words import current_language, lazy_text

SHOWN_BY = Text("Data yang menunjukkannya ({factor})", "Data that show it ({factor})")
NOT_SHOWN = Text("– belum ditunjukkan data –", "– not shown by data –")
TOO_MANY = Text(
    "Satu kolom memuat paling banyak {most} baris; yang lebih dari itu tidak dibaca.",
    "A column takes at most {most} rows; what is beyond is not read.",
)
LISTS_OF_COLUMNS = {
    "internal_causes": INTERNAL,
    "external_causes": EXTERNAL,
    "actions": ACTION,
    "indicators": INDICATOR,
}
SIDES = {INTERNAL: CauseSide.INTERNAL, EXTERNAL: CauseSide.EXTERNAL}


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that stand together in a column, under a legend where they need one."""

    fields: tuple[str, ...]
    legend: Text | None = None


class PathwayForm(forms.Form):
    """Columns 1 and 3 to 9; column 2 has a page of its own.

    `typed` fills it. It is judged where it `is_sent` to be kept, else shown as it is. `started` is
    the GAP as it was when the writer opened it, whose row numbers the rows have.
    """

    edition = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=10**9)
    objective = SentenceField(Text("Tujuan sub kegiatan", "Objective of the sub-activity"))
    activity_target = SentenceField(
        Text("Indikator atau sasaran menurut rencana", "Indicator or target by the plan")
    )
    access = SentenceField(Factor.ACCESS.label)
    participation = SentenceField(Factor.PARTICIPATION.label)
    control = SentenceField(Factor.CONTROL.label)
    benefit = SentenceField(Factor.BENEFIT.label)
    reformulated_objective = SentenceField(Text("Reformulasi tujuan", "Reformulated objective"))
    reason_kept = SentenceField(
        Text("Bila tujuan tetap: alasannya", "If the objective is kept: the reason")
    )
    baselines = forms.MultipleChoiceField(
        label=lazy_text(Text("Data dasar dari kolom 2", "Baseline from column 2")),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(
        self,
        typed: Typed,
        *,
        pathway: Pathway,
        started: Pathway | None = None,
        is_sent: bool = False,
        holds_target: bool = False,
    ) -> None:
        super().__init__(typed if is_sent else None)
        self.pathway = pathway
        self.started = started or pathway
        self._activity = ("objective", "activity_target") if holds_target else ("objective",)
        if not holds_target:
            del self.fields["activity_target"]
        figures = figure_choices(pathway)
        cast(forms.MultipleChoiceField, self.fields["baselines"]).choices = figures
        language = current_language()
        data = [(str(datum.key), datum.label.say(language)) for datum in pathway.data]
        for factor in Factor:
            label = SHOWN_BY.filled(factor=factor.label)
            self.fields[f"{factor.value}_datum"] = choice(label, NOT_SHOWN, data)
        self.initial = _initial(typed, self.fields)
        self.rows = self._rows(typed, is_sent, figures)
        ticked = {str(each.key) for each in self.started.actions if each.lines}
        for row in self.rows[ACTION]:
            if str(row["key"].value()) in ticked:
                row.take_money_from_lines()

    @property
    def groups(self) -> dict[str, tuple[Group, ...]]:
        """The fields of each column that is no list, under the codes of the form's columns."""
        return {
            "activity": (Group(self._activity),),
            "factors": tuple(
                Group((each.value, f"{each.value}_datum"), each.label) for each in Factor
            ),
            "reformulated_objective": (Group(("reformulated_objective", "reason_kept")),),
            "baseline": (Group(("baselines",)),),
        }

    @property
    def wrong_rows(self) -> list[RowForm]:
        """The rows in which something must be corrected, in order."""
        return [row for rows in self.rows.values() for row in rows if row.errors]

    def full_clean(self) -> None:
        """Judge the rows with the rest; a wrong one makes the whole wrong, and says so itself."""
        super().full_clean()
        if self.is_bound and any(len(rows) >= MOST_ROWS for rows in self.rows.values()):
            words = TOO_MANY.filled(most=MOST_ROWS).say(current_language())
            self.add_error(None, words)

    def is_valid(self) -> bool:
        """Whether it was sent and nothing in it is wrong, in no row either."""
        return super().is_valid() and not self.wrong_rows

    def _rows(self, typed: Typed, is_sent: bool, figures: Choices) -> dict[str, list[Any]]:
        found = rows_in(typed)
        causes = [
            (key := "".join(row["key"]), f"{key}. {words}")
            for name in (INTERNAL, EXTERNAL)
            for row in found[name]
            if (words := "".join(row.get("text", [])).strip())
        ]
        more: dict[str, tuple[type[RowForm], dict[str, Any]]] = {
            INTERNAL: (CauseRow, {}),
            EXTERNAL: (CauseRow, {}),
            ACTION: (ActionRow, {"causes": causes}),
            INDICATOR: (IndicatorRow, {"figures": figures, "year": self.pathway.year}),
        }
        return {
            name: [
                _row(more[name][0], typed, is_sent, f"{name}-{place}", **more[name][1])
                for place in range(len(found[name]))
            ]
            for name in LISTS
        }


def _row(kind: type[RowForm], typed: Typed, is_sent: bool, prefix: str, **more: Any) -> RowForm:
    row = kind(typed if is_sent else None, prefix=prefix, **more)
    row.initial = _initial(typed, row.fields, f"{prefix}-")
    return row


def _initial(typed: Typed, fields: dict[str, forms.Field], prefix: str = "") -> dict[str, Any]:
    return {
        name: typed.getlist(prefix + name)
        if isinstance(field, forms.MultipleChoiceField)
        else typed.get(prefix + name, "")
        for name, field in fields.items()
    }


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
