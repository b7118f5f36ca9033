"""What went out to the public, and the shapes of places it is drawn on."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, CheckConstraint, F, Q, UniqueConstraint

from setara.domain.foundation.place import PlaceKind
from setara.store.choices import choices_of
from setara.store.constraints import ends_after_start, one_of
from setara.store.models.foundation import GovernmentRecord, PlaceRecord
from setara.store.models.statistics import ElementRecord


class PublicationRecord(models.Model):
    """One element's figures of one period as they were made public; the last one counts.

    `cells` holds each published cell (place, breakdown, sex, state, figure), so that a later
    table of the same element cannot reveal what this one hid, and that what went out stays.
    """

    element = models.ForeignKey(ElementRecord, on_delete=PROTECT, related_name="publications")
    valid_from = models.DateField()
    valid_to = models.DateField()
    cells = models.JSONField()
    audit = models.JSONField(default=dict)
    published_at = models.DateTimeField()
    published_by = models.CharField(max_length=200)

    class Meta:
        constraints = [ends_after_start("publication")]

    def __str__(self) -> str:
        return f"{self.element_id} {self.valid_from}"


class BoundaryRecord(models.Model):
    """The outline of a place as GeoJSON geometry; indicative unless its source says more."""

    government = models.ForeignKey(GovernmentRecord, on_delete=PROTECT, related_name="boundaries")
    place = models.ForeignKey(PlaceRecord, on_delete=PROTECT, related_name="boundaries")
    level = models.CharField(max_length=20, choices=choices_of(PlaceKind))
    geometry = models.JSONField()
    source = models.CharField(max_length=400)
    loaded_at = models.DateTimeField()

    class Meta:
        constraints = [
            one_of("boundary", "level", PlaceKind),
            UniqueConstraint(fields=["government", "place"], name="boundary_once"),
        ]

    def __str__(self) -> str:
        return str(self.place_id)


class DisclosureRuleRecord(models.Model):
    """From how many people on a government shows a count: in general, and where more care is due.

    The newest one counts; without any the suggested parameters do.
    """

    government = models.ForeignKey(
        GovernmentRecord, on_delete=PROTECT, related_name="disclosure_rules"
    )
    general = models.PositiveSmallIntegerField()
    careful = models.PositiveSmallIntegerField()
    reason = models.CharField(max_length=500)
    set_by = models.CharField(max_length=200)
    set_at = models.DateTimeField()

    class Meta:
        constraints = [
            CheckConstraint(
                condition=Q(general__gte=3) & Q(careful__gte=F("general")),
                name="disclosure_rule_protects",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.general}/{self.careful}"
