"""The forms on which a plan document's GAP is opened and written, step by step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any, cast

from django import forms

from setara.domain.budget.datum import Aspect, Datum
from setara.domain.budget.document_pathway import (
    DocumentKind,
    DocumentPathway,
    IndexFigure,
    PlanLevel,
)
from setara.domain.budget.document_wording import evidence_words, numbers
from setara.domain.budget.pathway import Factor
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text, same
from setara.usecases.budget.document_queries import DocumentOpening, DocumentWriting
from setara.web.budget.writing_rows import NumberField
from setara.web.foundation.fields import DeedForm, offer, one_of, some_of
from setara.web.foundation.fields import line as line_field
from setara.web.shell.words import current_language, lazy_text

Choices = Sequence[tuple[Any, str]]
NONE = Text("– belum dipilih –", "– not chosen –")
_BLANK = {"issue": 1, "cause": 2, "agency": 2, "party": 1}
_BLANK_ROWS = {
    PlanLevel.IMPACT: 1,
    PlanLevel.OUTCOME: 1,
    PlanLevel.OUTPUT: 2,
    PlanLevel.ACTIVITY: 2,
}
_LONGEST = 110
_WHOSE = (
    (
        "agency",
        "agency",
        Text(
            "Pilih perangkat daerahnya, atau kosongkan baris ini.",
            "Choose the agency, or empty this row.",
        ),
    ),
    (
        "party",
        "name",
        Text("Tulis nama pihaknya, atau kosongkan baris ini.", "Name it, or empty this row."),
    ),
)


class DocumentOpeningForm(DeedForm):
    """The plan, its years, who answers for it, and the issues it begins with."""

    kind = forms.ChoiceField(label=lazy_text(Text("Dokumen rencana", "Plan document")))
    title = line_field(
        Text("Judul", "Title"),
        longest=300,
        help_text=Text("Misalnya: RPJMD Kabupaten Paser", "For example: RPJMD of Paser"),
    )
    agency_id = one_of(Text("Perangkat daerah penanggung jawab", "Agency that answers for it"))
    first_year = forms.IntegerField(
        label=lazy_text(Text("Tahun awal", "First year")), min_value=2005, max_value=2100
    )
    last_year = forms.IntegerField(
        label=lazy_text(Text("Tahun akhir", "Last year")), min_value=2005, max_value=2100
    )
    issue_ids = some_of(Text("Isu gender", "Gender issues"))

    def __init__(self, *args: Any, answer: DocumentOpening, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [(kind.value, lazy_text(kind.label)) for kind in DocumentKind]
        cast(forms.ChoiceField, self.fields["kind"]).choices = kinds
        offer(self.fields["agency_id"], [(each.pk, each.name) for each in answer.agencies])
        offer(self.fields["issue_ids"], [(each.pk, each.name) for each in answer.issues])


class EditionForm(forms.Form):
    """Which edition was read by who acts on it."""

    edition = forms.IntegerField(min_value=1, max_value=10**9)


class CarryOutForm(DeedForm):
    """Which plan document's analysis a GAP carries out."""

    document_id = forms.TypedChoiceField(
        label=lazy_text(Text("GAP dokumen rencana", "GAP of the plan document")),
        required=False,
        coerce=int,
        empty_value=None,
    )

    def __init__(self, *args: Any, plans: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast(forms.TypedChoiceField, self.fields["document_id"])
        field.choices = [("", lazy_text(NONE)), *plans]


@dataclass(frozen=True, slots=True)
class Part:
    """Fields of one row; `targets` stand side by side, a year each."""

    legend: Text
    fields: tuple[str, ...]
    targets: tuple[str, ...] = ()
    is_new: bool = False


class DocumentForm(forms.Form):
    """All four steps; a row whose words are empty is not kept."""

    edition = forms.IntegerField(widget=forms.HiddenInput)
    title = line_field(Text("Judul", "Title"), longest=300)
    drop = forms.MultipleChoiceField(
        label=lazy_text(Text("Hapus angka ini", "Drop these figures")),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    take = forms.MultipleChoiceField(
        label=lazy_text(Text("Ambil angka", "Take figures")),
        help_text=lazy_text(
            Text(
                "Pilih beberapa dengan Ctrl. Angka, tahun, dan sumbernya ikut terbawa.",
                "Choose several with Ctrl. Figures come with their year and source.",
            )
        ),
        widget=forms.SelectMultiple(attrs={"size": 9}),
        required=False,
    )

    def __init__(self, *args: Any, writing: DocumentWriting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._pathway = writing.answer.pathway
        self._offer(writing)
        self.parts: dict[str, tuple[Part, ...]] = {
            "issues": self._repeated("issue", len(self._pathway.issues), self._issue),
            "causes": self._repeated("cause", len(self._pathway.causes), self._cause),
            "plan": tuple(
                self._plan_row(level, n, n > len(self._pathway.at(level)))
                for level in PlanLevel
                for n in range(1, len(self._pathway.at(level)) + _BLANK_ROWS[level] + 1)
            ),
            "agencies": (
                *self._repeated("agency", len(self._pathway.agencies), self._agency),
                *self._repeated("party", len(self._pathway.outside), self._party),
            ),
        }

    def clean(self) -> dict[str, Any]:
        """A part is somebody's: a row of step 4 that names nobody is refused, not dropped."""
        typed = self.cleaned_data
        for name, what, words in _WHOSE:
            for n in range(1, self._count(name) + 1):
                row = f"{name}_{n}"
                has_more = typed.get(f"{row}_text", "").strip() or typed.get(f"{row}_rows")
                is_named = typed.get(f"{row}_{what}") or f"{row}_{what}" in self.errors
                if has_more and not is_named:
                    self.add_error(f"{row}_{what}", words.say(current_language()))
        return typed

    def _count(self, name: str) -> int:
        """How many rows of the name the form has."""
        return next(n for n in count() if f"{name}_{n + 1}_text" not in self.fields)

    def _offer(self, writing: DocumentWriting) -> None:
        language, pathway = current_language(), self._pathway
        said = [(str(each.key), evidence_words(each).say(language)) for each in pathway.evidence]
        self._evidence: Choices = [(key, _short(words)) for key, words in said]
        cast(forms.MultipleChoiceField, self.fields["drop"]).choices = said
        cast(forms.MultipleChoiceField, self.fields["take"]).choices = [
            (each.code, evidence_words(each.evidence).say(language)) for each in writing.offered
        ]
        self._issues = [(each.key, _short(each.text)) for each in pathway.issues]
        self._causes = [
            (str(each.key), _short(f"[{each.key}] {each.text}")) for each in pathway.causes
        ]
        self._starts = start_choices(pathway)
        self._names = [(each.pk, each.name) for each in writing.agencies]
        called = numbers(pathway)
        self._rows = {
            row.key: (row.level, _short(f"{called[row.key]} {row.text}")) for row in pathway.rows
        }

    def _repeated(self, name: str, kept: int, add: Any) -> tuple[Part, ...]:
        return tuple(add(n, n > kept) for n in range(1, kept + _BLANK[name] + 1))

    def _issue(self, n: int, is_new: bool) -> Part:
        name = f"issue_{n}"
        self._key(name)
        self.fields[f"{name}_text"] = _words(Text("Isu", "Issue"))
        self.fields[f"{name}_evidence"] = _several(
            Text("Ditunjukkan oleh", "Shown by"), self._evidence
        )
        legend = Text("Isu {n}", "Issue {n}").filled(n=n)
        return Part(legend, (f"{name}_text", f"{name}_evidence"), is_new=is_new)

    def _cause(self, n: int, is_new: bool) -> Part:
        name = f"cause_{n}"
        self._key(name)
        self.fields[f"{name}_text"] = _words(Text("Sebab", "Cause"))
        self.fields[f"{name}_issue"] = _choice(Text("Isu", "Issue"), self._issues)
        self.fields[f"{name}_factor"] = forms.ChoiceField(
            label=lazy_text(Text("Faktor", "Factor")),
            choices=[(each.value, lazy_text(each.label)) for each in Factor],
            required=False,
        )
        legend = Text("Sebab {n}", "Cause {n}").filled(n=n)
        fields = (f"{name}_factor", f"{name}_issue", f"{name}_text")
        return Part(legend, fields, is_new=is_new)

    def _plan_row(self, level: PlanLevel, n: int, is_new: bool) -> Part:
        name = f"{level.value}_{n}"
        self._key(name)
        self.fields[f"{name}_text"] = _words(level.label)
        shown = [f"{name}_text"]
        if level.above is not None:
            above = [(key, words) for key, (at, words) in self._rows.items() if at is level.above]
            self.fields[f"{name}_serves"] = _choice(Text("Menuju", "Serves"), above)
            shown.append(f"{name}_serves")
        if level is not PlanLevel.IMPACT and self._causes:
            self.fields[f"{name}_answers"] = _several(
                Text("Sebab yang dijawab", "Causes it answers"), self._causes
            )
            shown.append(f"{name}_answers")
        targets: tuple[str, ...] = ()
        if level is not PlanLevel.ACTIVITY:
            shown += self._measure(name)
            targets = tuple(self._target(name, year) for year in self._pathway.years)
        legend = Text("{level} {n}", "{level} {n}").filled(level=level.label, n=n)
        return Part(legend, tuple(shown), targets, is_new)

    def _measure(self, name: str) -> list[str]:
        self.fields[f"{name}_indicator"] = _line(Text("Indikator", "Indicator"), 300)
        self.fields[f"{name}_unit"] = _line(Text("Satuan", "Unit"), 60)
        self.fields[f"{name}_start"] = _choice(
            Text("Titik awal dari langkah 1", "Start from step 1"), self._starts
        )
        return [f"{name}_indicator", f"{name}_unit", f"{name}_start"]

    def _target(self, name: str, year: int) -> str:
        self.fields[f"{name}_{year}"] = NumberField(same(str(year)))
        return f"{name}_{year}"

    def _agency(self, n: int, is_new: bool) -> Part:
        name = f"agency_{n}"
        self.fields[f"{name}_agency"] = _choice(Text("Perangkat daerah", "Agency"), self._names)
        self.fields[f"{name}_text"] = _words(Text("Peran", "Part"))
        rows = [(str(key), words) for key, (_, words) in self._rows.items()]
        self.fields[f"{name}_rows"] = _several(Text("Yang dikerjakan", "What it does"), rows)
        legend = Text("Perangkat daerah {n}", "Agency {n}").filled(n=n)
        fields = (f"{name}_agency", f"{name}_text", f"{name}_rows")
        return Part(legend, fields, is_new=is_new)

    def _party(self, n: int, is_new: bool) -> Part:
        name = f"party_{n}"
        self.fields[f"{name}_name"] = _line(
            Text("Kementerian, lembaga, atau mitra", "Ministry, institution or partner"), 200
        )
        self.fields[f"{name}_text"] = _words(Text("Peran", "Part"))
        legend = Text("Pihak di luar pemda {n}", "Outside party {n}").filled(n=n)
        return Part(legend, (f"{name}_name", f"{name}_text"), is_new=is_new)

    def _key(self, name: str) -> None:
        self.fields[f"{name}_key"] = forms.IntegerField(widget=forms.HiddenInput, required=False)


def start_choices(pathway: DocumentPathway) -> Choices:
    """Every figure of step 1 that an indicator can start from."""
    language = current_language()
    said = Text("{label}, {sex}: {value} {unit}", "{label}, {sex}: {value} {unit}")
    found: list[tuple[str, str]] = []
    for piece in pathway.evidence:
        if isinstance(piece, IndexFigure):
            index = Text("{label}: {value}", "{label}: {value}").filled(
                label=piece.label, value=piece.value
            )
            found.append((f"{piece.key}", index.say(language)))
            continue
        found += [
            (f"{piece.key}:{sex}:{aspect}", words.say(language))
            for sex in (Sex.FEMALE, Sex.MALE)
            for aspect in Aspect
            if (words := _figure(said, piece, sex, aspect)) is not None
        ]
    return found


def _figure(said: Text, datum: Datum, sex: Sex, aspect: Aspect) -> Text | None:
    value = datum.figure(sex, aspect)
    if value is None:
        return None
    return said.filled(label=datum.label, sex=sex.label, value=value, unit=datum.unit_of(aspect))


def _words(label: Text) -> forms.CharField:
    return forms.CharField(
        label=lazy_text(label),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        max_length=2000,
    )


def _line(label: Text, longest: int) -> forms.CharField:
    return forms.CharField(label=lazy_text(label), required=False, max_length=longest)


def _choice(label: Text, choices: Choices) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=lazy_text(label), choices=[("", lazy_text(NONE)), *choices], required=False
    )


def _several(label: Text, choices: Choices) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=lazy_text(label),
        choices=choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
