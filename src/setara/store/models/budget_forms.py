"""Forms that governments chose, and forms of their own."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, UniqueConstraint

from setara.domain.law.forms import FormKind
from setara.store.choices import choices_of
from setara.store.constraints import one_of
from setara.store.models.foundation import GovernmentRecord


class FormVersionRecord(models.Model):
    """A government's own form in one version, as it was handed in; never changed."""

    government = models.ForeignKey(GovernmentRecord, on_delete=PROTECT, related_name="own_forms")
    key = models.CharField(max_length=60)
    version = models.CharField(max_length=40)
    kind = models.CharField(max_length=16, choices=choices_of(FormKind))
    content = models.TextField()
    added_by = models.CharField(max_length=200)
    added_at = models.DateTimeField()

    class Meta:
        constraints = [
            one_of("own_form", "kind", FormKind),
            UniqueConstraint(fields=["government", "key", "version"], name="own_form_version_once"),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.version}"


class FormChoiceRecord(models.Model):
    """The form of a kind that a government uses from a year on, with its reason or decree.

    Of one year and kind the last choice counts; the trail keeps those before.
    """

    government = models.ForeignKey(GovernmentRecord, on_delete=PROTECT, related_name="form_choices")
    kind = models.CharField(max_length=16, choices=choices_of(FormKind))
    form_key = models.CharField(max_length=60)
    form_version = models.CharField(max_length=40)
    from_year = models.PositiveSmallIntegerField()
    reason = models.CharField(max_length=500)
    chosen_by = models.CharField(max_length=200)
    chosen_at = models.DateTimeField()

    class Meta:
        constraints = [
            one_of("form_choice", "kind", FormKind),
            UniqueConstraint(fields=["government", "kind", "from_year"], name="form_choice_once"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.from_year}: {self.form_key}"
