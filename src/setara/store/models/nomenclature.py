"""Lists of the planning nomenclature a government has loaded, each of one decree."""

from __future__ import annotations

from django.db import models
from django.db.models import CASCADE, PROTECT, CheckConstraint, F, Q, UniqueConstraint

from setara.domain.budget.activity import ActivityLevel
from setara.domain.budget.nomenclature.entry import Territory
from setara.domain.budget.nomenclature.loading import DecreeYears
from setara.store.choices import choices_of
from setara.store.constraints import one_of
from setara.store.models.files import ReceivedFileRecord
from setara.store.models.foundation import GovernmentRecord


class NomenclatureRecord(models.Model):
    """A decree's list with the budget years it holds in; one withdrawn stays as history.

    `is_official` is what its loader says of the file, `verified_at` when a person compared the
    list with the decree.
    """

    government = models.ForeignKey(GovernmentRecord, on_delete=PROTECT, related_name="decree_lists")
    decree = models.CharField(max_length=120)
    set_in = models.PositiveSmallIntegerField(null=True, blank=True)
    first_year = models.PositiveSmallIntegerField()
    last_year = models.PositiveSmallIntegerField()
    territory = models.CharField(max_length=8, choices=choices_of(Territory))
    file = models.ForeignKey(ReceivedFileRecord, on_delete=PROTECT, related_name="nomenclatures")
    is_official = models.BooleanField(default=False)
    verified_by = models.CharField(max_length=200, blank=True)
    verified_at = models.DateTimeField(null=True, blank=True)
    loaded_by = models.CharField(max_length=200)
    loaded_at = models.DateTimeField()
    withdrawn_by = models.CharField(max_length=200, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            one_of("nomenclature", "territory", Territory),
            UniqueConstraint(
                fields=["government", "territory", "decree"],
                condition=Q(withdrawn_at__isnull=True),
                name="nomenclature_decree_once",
            ),
            CheckConstraint(
                condition=Q(last_year__gte=F("first_year")), name="nomenclature_years_in_order"
            ),
        ]

    def __str__(self) -> str:
        return self.decree

    @property
    def is_sure(self) -> bool:
        """Whether it is official and a person compared it with the decree."""
        return self.is_official and self.verified_at is not None

    def as_rule_sees_it(self) -> DecreeYears:
        """The decree with its years."""
        return DecreeYears(self.decree, self.first_year, self.last_year, Territory(self.territory))


class NomenclatureEntryRecord(models.Model):
    """A line of a list, in the normal form of its code; `row` is where it stood in the file."""

    nomenclature = models.ForeignKey(NomenclatureRecord, on_delete=CASCADE, related_name="entries")
    code = models.CharField(max_length=30, db_index=True)
    level = models.CharField(max_length=13, choices=choices_of(ActivityLevel))
    name = models.CharField(max_length=500)
    performance = models.TextField(blank=True)
    indicator = models.TextField(blank=True)
    unit = models.CharField(max_length=200, blank=True)
    row = models.PositiveIntegerField()

    class Meta:
        constraints = [
            one_of("nomenclature_entry", "level", ActivityLevel),
            UniqueConstraint(fields=["nomenclature", "code"], name="nomenclature_code_once"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"
