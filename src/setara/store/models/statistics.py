"""Data elements, observations by sex with their sources, and the issues they raise."""

from __future__ import annotations

from decimal import Decimal

from django.db import models
from django.db.models import PROTECT, CheckConstraint, Q, UniqueConstraint

from setara.domain.foundation.period import Period
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text
from setara.domain.statistics.card import Card, Collection, Frequency
from setara.domain.statistics.dimension import Breakdown
from setara.domain.statistics.element import (
    Confidentiality,
    Element,
    Measure,
    Polarity,
    PopulationType,
    Range,
)
from setara.domain.statistics.issue import IssueState
from setara.domain.statistics.observation import Nothing, Observation, Source, Value
from setara.store.choices import choices_of
from setara.store.constraints import ends_after_start, one_of
from setara.store.models.files import ReceivedFileRecord
from setara.store.models.foundation import AgencyRecord, GovernmentRecord, PlaceRecord


class ElementRecord(models.Model):
    """A data element (what is counted), named in both languages."""

    government = models.ForeignKey(GovernmentRecord, on_delete=PROTECT, related_name="elements")
    code = models.CharField(max_length=40)
    name_id = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200)
    unit_id = models.CharField(max_length=60)
    unit_en = models.CharField(max_length=60)
    measure = models.CharField(max_length=12, choices=choices_of(Measure))
    polarity = models.CharField(max_length=20, choices=choices_of(Polarity))
    population_type = models.CharField(max_length=20, choices=choices_of(PopulationType))
    confidentiality = models.CharField(
        max_length=12, choices=choices_of(Confidentiality), default=Confidentiality.OPEN
    )
    producer = models.ForeignKey(
        AgencyRecord, on_delete=PROTECT, null=True, blank=True, related_name="elements"
    )
    # The filled fields of the metadata card, each a list of Indonesian and English.
    card = models.JSONField(default=dict, blank=True)
    frequency = models.CharField(
        max_length=12, choices=choices_of(Frequency), default=Frequency.YEARLY
    )
    collection = models.CharField(
        max_length=12, choices=choices_of(Collection), default=Collection.REGISTER
    )
    dimensions = models.JSONField(default=list, blank=True)
    by_subdistrict = models.BooleanField(default=False)
    least = models.DecimalField(max_digits=24, decimal_places=6, null=True, blank=True)
    most = models.DecimalField(max_digits=24, decimal_places=6, null=True, blank=True)
    population_base = models.CharField(max_length=40, blank=True)
    from_age = models.PositiveSmallIntegerField(null=True, blank=True)
    below_age = models.PositiveSmallIntegerField(null=True, blank=True)
    only_sex = models.CharField(max_length=1, choices=choices_of(Sex), blank=True)
    is_reconciled = models.BooleanField(default=True)
    # Who compared the card with the producer's, when, and with what.
    reconciled_at = models.DateTimeField(null=True, blank=True)
    reconciled_by = models.CharField(max_length=200, blank=True)
    reconciled_with = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = [
            one_of("element", "measure", Measure),
            one_of("element", "polarity", Polarity),
            one_of("element", "population_type", PopulationType),
            one_of("element", "confidentiality", Confidentiality),
            one_of("element", "frequency", Frequency),
            one_of("element", "collection", Collection),
            CheckConstraint(
                condition=Q(only_sex__in=["", *(sex.value for sex in Sex)]),
                name="element_only_sex_known",
            ),
            UniqueConstraint(fields=["government", "code"], name="element_code_once"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name_id}"

    def as_rule_sees_it(self) -> Element:
        """The element as the domain knows it."""
        return Element(
            code=self.code,
            name=Text(self.name_id, self.name_en),
            unit=Text(self.unit_id, self.unit_en),
            polarity=Polarity(self.polarity),
            measure=Measure(self.measure),
            population_type=PopulationType(self.population_type),
            confidentiality=Confidentiality(self.confidentiality),
            card=Card.from_data(self.card),
            frequency=Frequency(self.frequency),
            collection=Collection(self.collection),
            dimensions=tuple(self.dimensions),
            by_subdistrict=self.by_subdistrict,
            range=Range(self.least, self.most),
            population_base=self.population_base,
            from_age=self.from_age,
            below_age=self.below_age,
            only_sex=Sex(self.only_sex) if self.only_sex else None,
            is_reconciled=self.is_reconciled,
        )


class SourceRecord(models.Model):
    """Where a figure was published or handed in; `is_sample` marks figures made up to practise."""

    government = models.ForeignKey(GovernmentRecord, on_delete=PROTECT, related_name="sources")
    publisher = models.CharField(max_length=200)
    document = models.CharField(max_length=400)
    locator = models.CharField(max_length=200, blank=True)
    url = models.URLField(max_length=500, blank=True)
    published_on = models.DateField(null=True, blank=True)
    is_sample = models.BooleanField(default=False)
    file = models.ForeignKey(ReceivedFileRecord, on_delete=PROTECT, null=True, blank=True)

    class Meta:
        constraints = [
            UniqueConstraint(
                fields=["government", "publisher", "document", "locator", "file"],
                name="source_once_a_file",
            ),
            UniqueConstraint(
                fields=["government", "publisher", "document", "locator"],
                condition=Q(file__isnull=True),
                name="source_once_without_file",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.publisher}: {self.document}"

    def as_rule_sees_it(self) -> Source:
        """The source as the domain knows it. Cost: a query where a file is not selected."""
        return Source(
            publisher=self.publisher,
            document=self.document,
            locator=self.locator,
            url=self.url,
            published_on=self.published_on,
            is_sample=self.is_sample,
            file_hash=self.file.sha256 if self.file else "",
        )


class CategoryRecord(models.Model):
    """A category of an open dimension that this government uses, such as a market of its own."""

    government = models.ForeignKey(GovernmentRecord, on_delete=PROTECT, related_name="categories")
    dimension = models.CharField(max_length=40)
    code = models.CharField(max_length=60)
    name_id = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["government", "dimension", "code"], name="category_once"),
        ]

    def __str__(self) -> str:
        return f"{self.dimension}={self.code}"


class FigureColumns(models.Model):
    """A figure or the kind of nothing in its place, with where it stood."""

    value = models.DecimalField(max_digits=24, decimal_places=6, null=True, blank=True)
    # 13.40 was published with two digits; the column's own scale would not remember that.
    decimal_places = models.PositiveSmallIntegerField(default=0)
    nothing = models.CharField(max_length=20, choices=choices_of(Nothing), blank=True)
    source = models.ForeignKey(SourceRecord, on_delete=PROTECT, related_name="+")
    cell = models.CharField(max_length=60, blank=True)
    # Which one it is of all the figures that ever stood here, counted from 1.
    version = models.PositiveIntegerField(default=1)
    recorded_at = models.DateTimeField(null=True, blank=True)
    recorded_by = models.CharField(max_length=200, blank=True)
    # Why it replaced the one before; empty for a first figure.
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        abstract = True

    def figure(self) -> Value:
        """The value with the digits it was published with, or the kind of nothing."""
        if self.value is None:
            return Nothing(self.nothing)
        return self.value.quantize(Decimal(1).scaleb(-self.decimal_places))


VALUE_OR_NOTHING = Q(value__isnull=False, nothing="") | (Q(value__isnull=True) & ~Q(nothing=""))


class ObservationRecord(FigureColumns):
    """One figure of one sex as it holds now; `breakdown` is empty where it is about everybody."""

    # The constraint below is an index that begins with the element; a second one only costs.
    element = models.ForeignKey(
        ElementRecord, on_delete=PROTECT, related_name="observations", db_index=False
    )
    place = models.ForeignKey(PlaceRecord, on_delete=PROTECT, related_name="observations")
    valid_from = models.DateField()
    valid_to = models.DateField()
    sex = models.CharField(max_length=1, choices=choices_of(Sex))
    breakdown = models.CharField(max_length=200, blank=True, default="")
    source = models.ForeignKey(SourceRecord, on_delete=PROTECT, related_name="observations")

    class Meta:
        constraints = [
            ends_after_start("observation"),
            one_of("observation", "sex", Sex),
            CheckConstraint(condition=VALUE_OR_NOTHING, name="observation_value_or_nothing"),
            UniqueConstraint(
                fields=["element", "place", "valid_from", "valid_to", "breakdown", "sex"],
                name="observation_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.element_id} {self.place_id} {self.valid_from} {self.sex}"

    def as_rule_sees_it(self) -> Observation:
        """The observation as the domain knows it.

        Cost: queries unless element, place, source and its file are selected.
        """
        return Observation(
            element_code=self.element.code,
            place_code=self.place.code,
            period=Period(self.valid_from, self.valid_to),
            sex=Sex(self.sex),
            value=self.figure(),
            source=self.source.as_rule_sees_it(),
            breakdown=Breakdown.parsed(self.breakdown),
        )


class ObservationVersionRecord(FigureColumns):
    """A figure that no longer holds, kept as it was when another took its place."""

    observation = models.ForeignKey(ObservationRecord, on_delete=PROTECT, related_name="versions")

    class Meta:
        constraints = [
            CheckConstraint(
                condition=VALUE_OR_NOTHING, name="observation_version_value_or_nothing"
            ),
            UniqueConstraint(fields=["observation", "version"], name="observation_version_once"),
        ]

    def __str__(self) -> str:
        return f"{self.observation_id} v{self.version}"


class IssueRecord(models.Model):
    """A gender issue: a disparity somebody is asked to close.

    The disparity is named by element, place and period, so it is always read from the data.
    """

    government = models.ForeignKey(GovernmentRecord, on_delete=PROTECT, related_name="issues")
    title = models.CharField(max_length=300)
    element = models.ForeignKey(ElementRecord, on_delete=PROTECT, related_name="issues")
    place = models.ForeignKey(PlaceRecord, on_delete=PROTECT, related_name="issues")
    valid_from = models.DateField()
    valid_to = models.DateField()
    why_it_matters = models.TextField()
    target = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=12, choices=choices_of(IssueState))
    owner = models.ForeignKey(
        AgencyRecord, on_delete=PROTECT, null=True, blank=True, related_name="issues"
    )

    class Meta:
        constraints = [
            ends_after_start("issue"),
            one_of("issue", "state", IssueState),
            UniqueConstraint(
                fields=["government", "element", "place", "valid_from", "valid_to"],
                name="issue_once_a_disparity",
            ),
        ]

    def __str__(self) -> str:
        return self.title
