"""Rounds of a GBS's review: what was submitted, what each driver said, what was answered."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, CheckConstraint, F, Q, UniqueConstraint

from setara.domain.budget.review.comments import CommentState, ReviewVerdict
from setara.domain.budget.review.windows import ReviewWindow, WindowKind
from setara.domain.foundation.seat import SeatKind
from setara.store.choices import choices_of
from setara.store.constraints import one_of
from setara.store.models.budget import PathwayRecord, StatementRecord
from setara.store.models.foundation import GovernmentRecord


class RoundRecord(models.Model):
    """One submission of a GBS as it was on that day.

    `content` holds its parts in both languages (`{part: [[id, en], …]}`), `marks` a hash of what
    each deciding driver judges, `writers` the accounts that wrote it.
    """

    statement = models.ForeignKey(StatementRecord, on_delete=PROTECT, related_name="rounds")
    number = models.PositiveSmallIntegerField()
    pathway = models.ForeignKey(PathwayRecord, on_delete=PROTECT, related_name="rounds")
    content = models.JSONField()
    marks = models.JSONField()
    writers = models.JSONField(default=list)
    submitted_at = models.DateTimeField()
    submitted_by = models.CharField(max_length=200)
    # Since when the driver has it whose turn it is.
    waits_since = models.DateTimeField()

    class Meta:
        constraints = [
            UniqueConstraint(fields=["statement", "number"], name="round_numbered_once"),
            CheckConstraint(condition=Q(number__gte=1), name="round_numbered_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.statement} #{self.number}"


class ReviewRecord(models.Model):
    """What one driver said in one round; `mark` is the hash of what it judged."""

    round = models.ForeignKey(RoundRecord, on_delete=PROTECT, related_name="reviews")
    driver = models.CharField(max_length=20, choices=choices_of(SeatKind))
    verdict = models.CharField(max_length=10, choices=choices_of(ReviewVerdict))
    note = models.TextField(blank=True)
    mark = models.CharField(max_length=64, blank=True)
    reviewed_at = models.DateTimeField()
    reviewed_by = models.CharField(max_length=200)
    account_id = models.BigIntegerField()

    class Meta:
        constraints = [
            one_of("review", "verdict", ReviewVerdict),
            UniqueConstraint(fields=["round", "driver"], name="review_once_a_round"),
            CheckConstraint(
                condition=Q(verdict=ReviewVerdict.ASSURANCE, driver=SeatKind.DRIVER_ASSURANCE)
                | (~Q(verdict=ReviewVerdict.ASSURANCE) & ~Q(driver=SeatKind.DRIVER_ASSURANCE)),
                name="review_inspectorate_assures_only",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.round} {self.driver} {self.verdict}"


class ReviewCommentRecord(models.Model):
    """A comment on one part of the submission, with the writer's answer."""

    review = models.ForeignKey(ReviewRecord, on_delete=PROTECT, related_name="comments")
    part = models.CharField(max_length=30)
    text = models.TextField()
    rule = models.CharField(max_length=10, blank=True)
    state = models.CharField(max_length=10, choices=choices_of(CommentState))
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.CharField(max_length=200, blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            one_of("review_comment", "state", CommentState),
            CheckConstraint(condition=~Q(text=""), name="review_comment_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.review} {self.part}"


class ReviewWindowRecord(models.Model):
    """Days in which statements of a budget year are submitted or reviewed, `closes_on` excluded.

    `change_reason` says why it was last extended; the trail has every change.
    """

    government = models.ForeignKey(
        GovernmentRecord, on_delete=PROTECT, related_name="review_windows"
    )
    year = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=choices_of(WindowKind))
    opens_on = models.DateField()
    closes_on = models.DateField()
    reason = models.CharField(max_length=500)
    set_by = models.CharField(max_length=200)
    set_at = models.DateTimeField()
    changed_by = models.CharField(max_length=200, blank=True)
    changed_at = models.DateTimeField(null=True, blank=True)
    change_reason = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            one_of("review_window", "kind", WindowKind),
            CheckConstraint(
                condition=Q(closes_on__gt=F("opens_on")), name="review_window_has_days"
            ),
            CheckConstraint(condition=~Q(reason=""), name="review_window_has_a_reason"),
        ]

    def as_rule_sees_it(self) -> ReviewWindow:
        """The window without who set it."""
        return ReviewWindow(self.year, WindowKind(self.kind), self.opens_on, self.closes_on)

    def __str__(self) -> str:
        return f"{self.year} {self.kind} {self.opens_on}"


class AcceptedExampleRecord(models.Model):
    """A part of a complete GBS or its GAP that a driver shows to all writers, and why.

    `words` are the part's rows in both languages as they were accepted (`[[id, en], …]`).
    """

    statement = models.ForeignKey(StatementRecord, on_delete=PROTECT, related_name="examples")
    part = models.CharField(max_length=30)
    words = models.JSONField()
    reason = models.TextField()
    chosen_by = models.CharField(max_length=200)
    chosen_at = models.DateTimeField()
    withdrawn_by = models.CharField(max_length=200, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawal_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            CheckConstraint(condition=~Q(reason=""), name="accepted_example_has_a_reason"),
            UniqueConstraint(
                fields=["statement", "part"],
                condition=Q(withdrawn_at__isnull=True),
                name="accepted_example_once_a_part",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.statement} {self.part}"
