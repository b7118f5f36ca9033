"""Beneficiaries of sub kegiatan by sex, the need they stand beside, and costs kept by sex.

All three belong to a sub kegiatan of an agency in a year, not to a line of one book: a plan holds
from the RKA to the last change of the budget.
"""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, CheckConstraint, F, Q, UniqueConstraint

from setara.domain.budget.beneficiaries.headcount import (
    LAST_MONTH,
    YEAR_PLAN,
    Certainty,
    ReachStage,
    Unit,
)
from setara.domain.statistics.observation import Nothing
from setara.store.choices import choices_of
from setara.store.constraints import ends_after_start, one_of
from setara.store.models.files import ReceivedFileRecord
from setara.store.models.foundation import AgencyRecord, PlaceRecord
from setara.store.models.statistics import ElementRecord

_IN_ORDER = Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gte=F("recorded_at"))
_STANDS = Q(withdrawn_at__isnull=True)
_WHAT = ("agency", "year", "code")


class ActivityColumns(models.Model):
    """What is said of a sub kegiatan: one stands at a time, those before it stay as its history.

    `reason` says why it took the place of the one before, `withdrawn_for` why it went without one.
    """

    agency = models.ForeignKey(AgencyRecord, on_delete=PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=30)
    recorded_by = models.CharField(max_length=200)
    recorded_at = models.DateTimeField()
    reason = models.CharField(max_length=500, blank=True)
    withdrawn_by = models.CharField(max_length=200, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_for = models.CharField(max_length=500, blank=True)

    class Meta:
        abstract = True


def _figure_or_nothing(figure: str) -> Q:
    said = {f"{figure}__isnull": False, f"{figure}_nothing": ""}
    kept_from_us = Q(**{f"{figure}__isnull": True}) & ~Q(**{f"{figure}_nothing": ""})
    return Q(**said) | kept_from_us


class BeneficiaryRecord(ActivityColumns):
    """Beneficiaries of a sub kegiatan in one unit: planned (month 0), or reached up to a month."""

    stage = models.CharField(max_length=8, choices=choices_of(ReachStage))
    month = models.PositiveSmallIntegerField(default=YEAR_PLAN)
    unit = models.CharField(max_length=10, choices=choices_of(Unit))
    women = models.PositiveIntegerField(null=True, blank=True)
    women_nothing = models.CharField(max_length=20, choices=choices_of(Nothing), blank=True)
    men = models.PositiveIntegerField(null=True, blank=True)
    men_nothing = models.CharField(max_length=20, choices=choices_of(Nothing), blank=True)
    stated = models.PositiveIntegerField(null=True, blank=True)
    certainty = models.CharField(max_length=10, choices=choices_of(Certainty))
    document = models.CharField(max_length=400)
    locator = models.CharField(max_length=200, blank=True)
    file = models.ForeignKey(
        ReceivedFileRecord, on_delete=PROTECT, null=True, blank=True, related_name="+"
    )
    cell = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = [
            one_of("beneficiaries", "stage", ReachStage),
            one_of("beneficiaries", "unit", Unit),
            one_of("beneficiaries", "certainty", Certainty),
            UniqueConstraint(
                fields=[*_WHAT, "stage", "month", "unit"],
                condition=_STANDS,
                name="beneficiaries_one_stands",
            ),
            CheckConstraint(
                condition=Q(stage=ReachStage.PLANNED.value, month=YEAR_PLAN)
                | Q(stage=ReachStage.REACHED.value, month__gte=1, month__lte=LAST_MONTH),
                name="beneficiaries_month_of_stage",
            ),
            CheckConstraint(
                condition=_figure_or_nothing("women"), name="beneficiaries_women_or_nothing"
            ),
            CheckConstraint(
                condition=_figure_or_nothing("men"), name="beneficiaries_men_or_nothing"
            ),
            CheckConstraint(condition=~Q(document=""), name="beneficiaries_has_a_document"),
            CheckConstraint(condition=_IN_ORDER, name="beneficiaries_withdrawn_after"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.stage} {self.month}"


class BeneficiaryNeedRecord(ActivityColumns):
    """Which figures by sex say who needs a sub kegiatan; the figures stay where they are kept."""

    element = models.ForeignKey(ElementRecord, on_delete=PROTECT, related_name="+")
    place = models.ForeignKey(PlaceRecord, on_delete=PROTECT, related_name="+")
    valid_from = models.DateField()
    valid_to = models.DateField()
    respondents = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            ends_after_start("beneficiary_need"),
            UniqueConstraint(
                fields=list(_WHAT), condition=_STANDS, name="beneficiary_need_one_stands"
            ),
            CheckConstraint(condition=_IN_ORDER, name="beneficiary_need_withdrawn_after"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.element_id}"


class BeneficiaryCostRecord(ActivityColumns):
    """Money of components for one sex alone: of the plan, or of what was realised."""

    stage = models.CharField(max_length=8, choices=choices_of(ReachStage))
    women = models.BigIntegerField(default=0)
    men = models.BigIntegerField(default=0)
    document = models.CharField(max_length=400)

    class Meta:
        constraints = [
            one_of("beneficiary_cost", "stage", ReachStage),
            UniqueConstraint(
                fields=[*_WHAT, "stage"], condition=_STANDS, name="beneficiary_cost_one_stands"
            ),
            CheckConstraint(
                condition=Q(women__gte=0) & Q(men__gte=0), name="beneficiary_cost_not_negative"
            ),
            CheckConstraint(condition=~Q(document=""), name="beneficiary_cost_has_a_document"),
            CheckConstraint(condition=_IN_ORDER, name="beneficiary_cost_withdrawn_after"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.stage}"
