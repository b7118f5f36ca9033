"""What each page of the review is given."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django import forms

from setara.domain.budget.review.comments import CommentState
from setara.domain.budget.review.content import COLUMNS, PART_LABELS, PARTS
from setara.domain.budget.wording import columns_reviewed
from setara.domain.foundation.station import Station, StationKind
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Text, same
from setara.usecases.budget.review_queries import CommentLine, ReviewAnswer
from setara.usecases.budget.statement_queries import StatementAnswer
from setara.web.budget.review_forms import AnswerForm, ReviewForm

REVIEW = Text("Reviu GBS: {name}", "Review of the GBS: {name}")
ANSWERS = Text("Catatan reviu: {name}", "Review comments: {name}")


@dataclass(frozen=True, slots=True)
class CommentShown:
    """A comment with the field in which it is accepted or answered, where there is one."""

    line: CommentLine
    bound: forms.BoundField | None


@dataclass(frozen=True, slots=True)
class PartReviewed:
    """A part of the submission, what was said about it, and the fields for what is said now."""

    code: str
    label: Text
    words: tuple[Text, ...]
    comments: tuple[CommentShown, ...]
    text: forms.BoundField
    rule: forms.BoundField | None


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """The page on which a driver reads a submission part by part and says yes or no."""

    title: Text
    answer: StatementAnswer
    review: ReviewAnswer
    parts: tuple[PartReviewed, ...]
    station: Station
    form: forms.Form
    refusal: Text | None = None

    @property
    def shows_fields(self) -> bool:
        """Whether comments can be written, or were written and would be lost unseen."""
        was_typed = self.form.is_bound and not self.answer.may_assure
        return bool(self.answer.may_return) or was_typed


@dataclass(frozen=True, slots=True)
class AnswersPage:
    """The page on which the writer answers the comments."""

    title: Text
    answer: StatementAnswer
    review: ReviewAnswer
    comments: tuple[CommentShown, ...]
    station: Station
    form: forms.Form
    refusal: Text | None = None


def answered_for(answer: StatementAnswer, review: ReviewAnswer) -> tuple[CommentLine, ...]:
    """The answered comments of the driver whose turn it is."""
    turn = answer.line.state.waits_for
    return tuple(
        each
        for each in review.comments
        if each.state is CommentState.ANSWERED and each.driver is turn
    )


def review_page(
    answer: StatementAnswer,
    review: ReviewAnswer,
    form: ReviewForm,
    refused: Refused | None = None,
) -> ReviewPage:
    """The reviewer's page, with the reason on top where an act was refused."""
    words = columns_reviewed(answer.pathway) | _money(answer)
    parts = tuple(
        PartReviewed(
            code=part,
            label=PART_LABELS[part],
            words=words[part],
            comments=tuple(_shown(review.comments, form, "accept", part)),
            text=form[f"text-{part}"],
            rule=form[f"rule-{part}"] if part in COLUMNS else None,
        )
        for part in PARTS
    )
    return ReviewPage(
        title=REVIEW.filled(name=answer.line.activity_name),
        answer=answer,
        review=review,
        parts=parts,
        station=Station(StationKind.STATEMENT, answer.line.statement_id),
        form=form,
        refusal=refused.reason if refused else None,
    )


def answers_page(
    answer: StatementAnswer,
    review: ReviewAnswer,
    form: AnswerForm,
    refused: Refused | None = None,
) -> AnswersPage:
    """The writer's page of comments."""
    return AnswersPage(
        title=ANSWERS.filled(name=answer.line.activity_name),
        answer=answer,
        review=review,
        comments=tuple(_shown(review.comments, form, "answer")),
        station=Station(StationKind.STATEMENT, answer.line.statement_id),
        form=form,
        refusal=refused.reason if refused else None,
    )


def _shown(
    comments: tuple[CommentLine, ...], form: forms.Form, kind: str, part: str = ""
) -> Iterable[CommentShown]:
    for each in comments:
        name = f"{kind}-{each.comment_id}"
        if not part or each.part == part:
            yield CommentShown(each, form[name] if name in form.fields else None)


def _money(answer: StatementAnswer) -> dict[str, tuple[Text, ...]]:
    line = answer.line
    return {
        "line": (same(f"{line.activity_code} {line.activity_name}"), answer.stage.label),
        "amount": (Text("{amount}", "{amount}").filled(amount=line.amount),),
        "category": (
            Text("{number}. {label}", "{number}. {label}").filled(
                number=line.category.value, label=line.category.label
            ),
            line.category.meaning,
        ),
    }
