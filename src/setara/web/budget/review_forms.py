"""Forms of the review: what a driver says about each part, and what the writer answers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict

from setara.domain.budget.review.comments import LONGEST, CommentState, NewComment
from setara.domain.budget.review.content import PART_LABELS, PARTS
from setara.domain.budget.review.windows import WindowKind
from setara.domain.budget.rule_book import SENTENCES
from setara.domain.language.text import Text
from setara.usecases.budget.review_queries import CommentLine
from setara.web.foundation.fields import DeedForm, day, line
from setara.web.shell.words import lazy_text

_ROWS = {"rows": 3}
NO_RULE = Text("– tanpa aturan –", "– no rule –")
_ABOUT = Text("Catatan untuk {part}", "Comment on {part}")
_RULE = Text("Aturan yang dimaksud ({part})", "The rule that is meant ({part})")
_ACCEPTED = Text("Jawaban ini saya terima", "I accept this answer")
_NOTE = Text("Catatan umum reviu", "General note of the review")
_ANSWER = Text("Yang saya ubah ({part})", "What I changed ({part})")


class ReviewForm(DeedForm):
    """One comment for each part, which answered comments are settled, and a general note."""

    note = forms.CharField(
        label=lazy_text(_NOTE),
        widget=forms.Textarea(attrs=_ROWS),
        max_length=LONGEST,
        required=False,
    )

    def __init__(self, *args: Any, answered: tuple[CommentLine, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rules = [("", lazy_text(NO_RULE)), *((name, name) for name in SENTENCES)]
        for part in PARTS:
            label = PART_LABELS[part]
            self.fields[f"text-{part}"] = forms.CharField(
                label=lazy_text(_ABOUT.filled(part=label)),
                widget=forms.Textarea(attrs=_ROWS),
                max_length=LONGEST,
                required=False,
            )
            self.fields[f"rule-{part}"] = forms.ChoiceField(
                label=lazy_text(_RULE.filled(part=label)), choices=rules, required=False
            )
        for each in answered:
            self.fields[f"accept-{each.comment_id}"] = forms.BooleanField(
                label=lazy_text(_ACCEPTED), required=False
            )

    def comments(self) -> list[NewComment]:
        """What was written about the parts, once the form is valid."""
        return [
            NewComment(part, text, self.cleaned_data[f"rule-{part}"])
            for part in PARTS
            if (text := self.cleaned_data[f"text-{part}"].strip())
        ]

    def accepted(self) -> set[int]:
        """The answered comments ticked as settled."""
        return {
            int(name.removeprefix("accept-"))
            for name, value in self.cleaned_data.items()
            if name.startswith("accept-") and value
        }


class ExampleForm(DeedForm):
    """Which part becomes an example, and why it was accepted."""

    part = forms.ChoiceField(
        label=lazy_text(Text("Bagian", "Part")),
        choices=[(part, lazy_text(PART_LABELS[part])) for part in PARTS],
    )
    reason = forms.CharField(
        label=lazy_text(Text("Mengapa diterima", "Why it was accepted")),
        widget=forms.Textarea(attrs=_ROWS),
        max_length=LONGEST,
    )


class ReviewWindowForm(DeedForm):
    """The days of a kind of window in a budget year."""

    kind = forms.ChoiceField(
        label=lazy_text(Text("Untuk", "For")),
        choices=[(kind.value, lazy_text(kind.label)) for kind in WindowKind],
    )
    opens_on = day(Text("Hari pertama", "First day"))
    last_day = day(Text("Hari terakhir", "Last day"))
    reason = line(
        Text("Alasan", "Reason"),
        longest=500,
        help_text=Text("Misalnya nomor suratnya.", "The number of the letter, for example."),
    )


class LengthenForm(DeedForm):
    """Until when a window is extended, and why."""

    last_day = day(Text("Hari terakhir yang baru", "New last day"))
    because = line(Text("Alasan", "Reason"), longest=500)

    def __init__(self, *args: Any, window_id: int, **kwargs: Any) -> None:
        self.window_id = window_id
        super().__init__(*args, auto_id=f"Lengthen-{window_id}-%s", **kwargs)


class AnswerForm(DeedForm):
    """What the writer changed, comment by comment; a comment left empty stays as it is."""

    def __init__(self, data: QueryDict | None, *, comments: tuple[CommentLine, ...]) -> None:
        super().__init__(data)
        for each in comments:
            if each.state is CommentState.ACCEPTED:
                continue
            self.fields[f"answer-{each.comment_id}"] = forms.CharField(
                label=lazy_text(_ANSWER.filled(part=each.label)),
                widget=forms.Textarea(attrs=_ROWS),
                max_length=LONGEST,
                required=False,
                initial=each.answer,
            )

    def answers(self) -> dict[int, str]:
        """What was typed, by the id of its comment, once the form is valid."""
        return {
            int(name.removeprefix("answer-")): value.strip()
            for name, value in self.cleaned_data.items()
            if value.strip()
        }
