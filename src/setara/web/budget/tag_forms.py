"""Forms on which budget lines are tagged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, cast

from django import forms

from setara.domain.budget.allocation import AllocationCategory
from setara.domain.budget.tagging.checklist import Answer, Grade, checklist, scored
from setara.domain.budget.tagging.conditions import InstitutionalWork
from setara.domain.budget.tagging.parts import PartLine
from setara.domain.budget.tagging.tag import WHOLE, Tag, TagScope
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text
from setara.usecases.budget.tag_answers import TagAnswer
from setara.usecases.budget.tags import TagDecision
from setara.web.foundation.fields import DeedForm, line
from setara.web.shell.words import lazy_text

NONE = ("", "–")
# Lines are chosen of one sub kegiatan, where its book has any.
SCOPES = (TagScope.WHOLE, TagScope.WEIGHTED)


def numbered(category: AllocationCategory) -> Text:
    """The category with its number, which is also its key on the keyboard."""
    return Text("{number}. {name}", "{number}. {name}").filled(
        number=category.value, name=category.label
    )


class DecisionForm(DeedForm):
    """What is decided about one line, or about several alike."""

    category = forms.ChoiceField(
        label=lazy_text(Text("Kategori ARG", "ARG category")),
        choices=[(each.value, lazy_text(numbered(each))) for each in AllocationCategory],
        initial=AllocationCategory.EQUALITY.value,
    )
    scope = forms.ChoiceField(
        label=lazy_text(Text("Bagian yang dihitung", "Part that counts")),
        choices=[(each.value, lazy_text(each.label)) for each in SCOPES],
    )
    weight = forms.DecimalField(
        label=lazy_text(Text("Bobot (%)", "Weight (%)")),
        help_text=lazy_text(
            Text("Hanya untuk sebagian menurut bobot.", "Only for a weighted part.")
        ),
        max_digits=5,
        decimal_places=2,
        min_value=Decimal("0.01"),
        max_value=WHOLE,
        localize=True,
        required=False,
    )
    grade = forms.TypedChoiceField(
        label=lazy_text(Text("Tingkat", "Grade")),
        choices=[(int(each), f"{int(each)}%") for each in reversed(Grade)],
        coerce=int,
    )
    reason = line(
        Text("Alasan", "Reason"),
        longest=1000,
        help_text=Text(
            "Satu kalimat yang dapat dipertanggungjawabkan.", "One defensible sentence."
        ),
    )
    issue_id = forms.TypedChoiceField(
        label=lazy_text(Text("Kesenjangan yang dijawab", "The gap it answers")),
        help_text=lazy_text(
            Text("Bila kosong, diambil dari GAP.", "Where empty, taken from the GAP.")
        ),
        coerce=int,
        empty_value=None,
        required=False,
    )
    target = forms.ChoiceField(
        label=lazy_text(Text("Sasaran (kategori 1)", "For whom (category 1)")),
        choices=[NONE, *((each.value, lazy_text(each.label)) for each in Sex)],
        required=False,
    )
    need = line(
        Text("Kebutuhan khusus (kategori 1)", "Specific need (category 1)"),
        longest=500,
        required=False,
    )
    work = forms.ChoiceField(
        label=lazy_text(Text("Untuk pelembagaan (kategori 3)", "Institutional work (category 3)")),
        choices=[NONE, *((each.value, lazy_text(each.label)) for each in InstitutionalWork)],
        required=False,
    )

    def __init__(self, *args: Any, issues: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.TypedChoiceField, self.fields["issue_id"]).choices = [NONE, *issues]

    def decision(self) -> TagDecision:
        """What was typed, once the form is valid."""
        typed = self.cleaned_data
        scope = TagScope(typed["scope"])
        weight = typed["weight"] or Decimal(0)
        return TagDecision(
            tag=Tag(
                category=AllocationCategory(typed["category"]),
                scope=scope,
                grade=self._grade(),
                reason=typed["reason"],
                lines=self._lines() if scope is TagScope.LINES else frozenset(),
                weight=weight if scope is TagScope.WEIGHTED else WHOLE,
            ),
            issue_id=typed["issue_id"],
            target=Sex(typed["target"]) if typed["target"] else None,
            need=typed["need"],
            work=InstitutionalWork(typed["work"]) if typed["work"] else None,
            answers=self._answers(),
        )

    def _grade(self) -> Grade:
        return Grade(self.cleaned_data["grade"])

    def _lines(self) -> frozenset[str]:
        return frozenset()

    def _answers(self) -> dict[str, Answer]:
        return {}


class LineForm(DecisionForm):
    """The decision about one line, whose grade the checklist may give."""

    grade = forms.TypedChoiceField(
        label=lazy_text(Text("Tingkat", "Grade")),
        choices=[
            ("", lazy_text(Text("menurut daftar periksa", "as the checklist gives"))),
            *((int(each), f"{int(each)}%") for each in reversed(Grade)),
        ],
        coerce=int,
        empty_value=None,
        required=False,
    )
    replacing = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, parts: Sequence[PartLine] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if parts:
            self._offer(parts)
        for question in checklist().questions:
            self.fields[f"q_{question.key}"] = forms.ChoiceField(
                label=lazy_text(question.text),
                help_text=lazy_text(question.hint),
                choices=[NONE, *((each.value, lazy_text(each.label)) for each in Answer)],
                required=False,
            )

    def _offer(self, parts: Sequence[PartLine]) -> None:
        """Let lines be chosen; they stand in a table of their own on the page."""
        scopes = (TagScope.WHOLE, TagScope.LINES, TagScope.WEIGHTED)
        cast(forms.ChoiceField, self.fields["scope"]).choices = [
            (each.value, lazy_text(each.label)) for each in scopes
        ]
        self.fields["parts"] = forms.MultipleChoiceField(
            choices=[(part.key, part.text) for part in parts], required=False
        )

    def _lines(self) -> frozenset[str]:
        return frozenset(self.cleaned_data.get("parts", ()))

    @property
    def questions(self) -> list[forms.BoundField]:
        """The fields of the checklist."""
        return [each for each in self if each.name.startswith("q_")]

    @property
    def deciding(self) -> list[forms.BoundField]:
        """All other fields."""
        return [each for each in self if not each.name.startswith(("q_", "parts"))]

    def clean(self) -> dict[str, Any]:
        """Without a grade every question must be answered, and none or all in any case."""
        typed = self.cleaned_data
        answered = self._answers()
        is_whole = len(answered) == len(checklist().questions)
        if (answered or typed.get("grade") is None) and not is_whole:
            self.add_error("grade", lazy_text(_INCOMPLETE))
        return typed

    def _grade(self) -> Grade:
        chosen = self.cleaned_data["grade"]
        return scored(checklist(), self._answers()).grade if chosen is None else Grade(chosen)

    def _answers(self) -> dict[str, Answer]:
        return {
            question.key: Answer(said)
            for question in checklist().questions
            if (said := self.cleaned_data.get(f"q_{question.key}"))
        }


class WithdrawForm(DeedForm):
    """Why a tag is withdrawn."""

    because = line(Text("Mengapa dicabut", "Why it is withdrawn"), longest=1000)


def started(tag: TagAnswer | None) -> dict[str, object]:
    """The form's values where a tag stands already."""
    if tag is None:
        return {}
    known: dict[str, object] = {
        "replacing": tag.tag_id,
        "category": tag.tag.category.value,
        "scope": tag.tag.scope.value,
        "weight": tag.tag.weight if tag.tag.scope is TagScope.WEIGHTED else None,
        "parts": sorted(tag.tag.lines),
        "grade": int(tag.tag.grade),
        "reason": tag.tag.reason,
        "issue_id": tag.issue_id,
        "target": tag.ground.target or "",
        "need": tag.ground.need,
        "work": tag.ground.work or "",
    }
    return known | {f"q_{key}": said for key, said in tag.answers.items()}


_INCOMPLETE = Text(
    "Pilih tingkat, atau jawab seluruh pertanyaan daftar periksa. Jawaban yang tidak lengkap tidak "
    "memberi tingkat.",
    "Choose a grade, or answer every question of the checklist. Incomplete answers give no grade.",
)
