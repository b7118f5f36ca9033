"""The missions of a government's medium-term plan (RPJMD), and the programmes that serve them."""

from __future__ import annotations

from django.db import models
from django.db.models import CASCADE, CheckConstraint, F, Q, UniqueConstraint

from setara.domain.budget.missions import Mission, MissionPlan
from setara.store.models.foundation import GovernmentRecord


class MissionPlanRecord(models.Model):
    """The medium-term plan of some years, with the document it was decided in."""

    government = models.ForeignKey(
        GovernmentRecord, on_delete=CASCADE, related_name="mission_plans"
    )
    first_year = models.PositiveSmallIntegerField()
    last_year = models.PositiveSmallIntegerField()
    document = models.CharField(max_length=400)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["government", "first_year"], name="mission_plan_once"),
            CheckConstraint(
                condition=Q(last_year__gte=F("first_year")), name="mission_plan_years_in_order"
            ),
        ]

    def __str__(self) -> str:
        return f"RPJMD {self.first_year}–{self.last_year}"

    def as_rule_sees_it(self) -> MissionPlan:
        """The plan with its missions and programmes. Cost: two queries unless prefetched."""
        return MissionPlan(
            first_year=self.first_year,
            last_year=self.last_year,
            document=self.document,
            missions=tuple(
                sorted(
                    (Mission(each.number, each.text) for each in self.missions.all()),
                    key=lambda each: each.number,
                )
            ),
            programs={each.code: each.number for each in self.programs.all()},
        )


class MissionRecord(models.Model):
    """One mission, in the words of the document."""

    plan = models.ForeignKey(MissionPlanRecord, on_delete=CASCADE, related_name="missions")
    number = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=1000)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["plan", "number"], name="mission_number_once"),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.text}"


class MissionProgramRecord(models.Model):
    """Which mission a programme serves; a programme that is not here serves none that is known."""

    plan = models.ForeignKey(MissionPlanRecord, on_delete=CASCADE, related_name="programs")
    code = models.CharField(max_length=20)
    number = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            UniqueConstraint(fields=["plan", "code"], name="mission_program_once"),
        ]

    def __str__(self) -> str:
        return f"{self.code} → {self.number}"
