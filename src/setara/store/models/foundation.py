"""Governments, their places, agencies, persons, seats and decrees."""

from __future__ import annotations

from django.db import models
from django.db.models import CASCADE, PROTECT, SET_NULL, CheckConstraint, F, Q, UniqueConstraint

from setara.domain.foundation.agency import Agency, AgencyName, Succession, SuccessionKind
from setara.domain.foundation.period import Period
from setara.domain.foundation.place import Place, PlaceKind
from setara.domain.foundation.seat import Capacity, Holding, Seat, SeatKind
from setara.domain.foundation.sex import Sex
from setara.store.choices import choices_of
from setara.store.constraints import ends_after_start, one_of


class PlaceRecord(models.Model):
    """A place of the national code list; shared by all governments."""

    code = models.CharField(max_length=13, unique=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=choices_of(PlaceKind))
    parent = models.ForeignKey(
        "self", on_delete=PROTECT, null=True, blank=True, related_name="children"
    )

    class Meta:
        constraints = [one_of("place", "kind", PlaceKind)]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

    def as_rule_sees_it(self) -> Place:
        """The place as the domain knows it. Cost: a query for the parent unless selected."""
        parent_code = self.parent.code if self.parent else None
        return Place(self.code, self.name, PlaceKind(self.kind), parent_code)


class GovernmentRecord(models.Model):
    """A local government; a practice government beside the real one is another row.

    A practice year is a third: `copy_of` is the government it was copied from, at `copied_at`; one
    that is closed has lost its records and keeps its audit trail.
    """

    place = models.ForeignKey(PlaceRecord, on_delete=PROTECT, related_name="governments")
    name = models.CharField(max_length=200)
    is_practice = models.BooleanField(default=False)
    copy_of = models.ForeignKey(
        "self", on_delete=PROTECT, null=True, blank=True, related_name="copies"
    )
    copied_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            UniqueConstraint(
                fields=["place", "is_practice"],
                condition=Q(copy_of__isnull=True),
                name="government_once_a_place",
            ),
            UniqueConstraint(
                fields=["copy_of"],
                condition=Q(copy_of__isnull=False, closed_at__isnull=True),
                name="government_one_open_copy",
            ),
            CheckConstraint(
                condition=Q(copy_of__isnull=True, copied_at__isnull=True, closed_at__isnull=True)
                | Q(copy_of__isnull=False, copied_at__isnull=False, is_practice=True),
                name="government_copy_is_practice",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class DecreeRecord(models.Model):
    """A decree (SK) on which seats are filled and agencies change."""

    government = models.ForeignKey(GovernmentRecord, on_delete=CASCADE, related_name="decrees")
    number = models.CharField(max_length=120)
    title = models.CharField(max_length=400)
    decided_on = models.DateField()
    expires_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["government", "number"], name="decree_number_once"),
            CheckConstraint(
                condition=Q(expires_on__isnull=True) | Q(expires_on__gt=F("decided_on")),
                name="decree_expires_after_decision",
            ),
        ]

    def __str__(self) -> str:
        return self.number


class AgencyRecord(models.Model):
    """An agency by its code within a government; its names are rows of their own."""

    government = models.ForeignKey(GovernmentRecord, on_delete=CASCADE, related_name="agencies")
    code = models.CharField(max_length=40)
    place = models.ForeignKey(
        PlaceRecord, on_delete=PROTECT, null=True, blank=True, related_name="agencies"
    )
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["government", "code"], name="agency_code_once"),
        ]

    def __str__(self) -> str:
        return self.code

    def as_rule_sees_it(self) -> Agency:
        """The agency with all its names. Cost: a query unless names are prefetched."""
        names = tuple(name.as_rule_sees_it() for name in self.names.all())
        return Agency(self.code, names, self.closed_on)


class AgencyNameRecord(models.Model):
    """A name an agency bore, and from when to when."""

    agency = models.ForeignKey(AgencyRecord, on_delete=CASCADE, related_name="names")
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=60)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    decree = models.ForeignKey(DecreeRecord, on_delete=PROTECT, null=True, blank=True)

    class Meta:
        constraints = [
            ends_after_start("agency_name"),
            UniqueConstraint(fields=["agency", "valid_from"], name="agency_name_starts_once"),
            UniqueConstraint(
                fields=["agency"],
                condition=Q(valid_to__isnull=True),
                name="agency_one_current_name",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def as_rule_sees_it(self) -> AgencyName:
        """The name with its validity."""
        return AgencyName(self.name, self.short_name, Period(self.valid_from, self.valid_to))


class AgencySuccessionRecord(models.Model):
    """One arrow of a merger or a split."""

    kind = models.CharField(max_length=10, choices=choices_of(SuccessionKind))
    happened_on = models.DateField()
    predecessor = models.ForeignKey(AgencyRecord, on_delete=PROTECT, related_name="passed_on_to")
    successor = models.ForeignKey(AgencyRecord, on_delete=PROTECT, related_name="took_over_from")
    decree = models.ForeignKey(DecreeRecord, on_delete=PROTECT, null=True, blank=True)

    class Meta:
        constraints = [
            one_of("agency_succession", "kind", SuccessionKind),
            UniqueConstraint(fields=["predecessor", "successor"], name="agency_succession_once"),
            CheckConstraint(
                condition=~Q(predecessor=F("successor")), name="agency_succession_differs"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"

    def as_rule_sees_it(self) -> Succession:
        """The arrow between two codes. Cost: two queries unless both are selected."""
        return Succession(
            SuccessionKind(self.kind), self.happened_on, self.predecessor.code, self.successor.code
        )


class PersonRecord(models.Model):
    """A person who sits in a seat or takes part; never a victim of violence."""

    government = models.ForeignKey(GovernmentRecord, on_delete=CASCADE, related_name="persons")
    name = models.CharField(max_length=200)
    sex = models.CharField(max_length=1, choices=choices_of(Sex))
    employee_number = models.CharField(max_length=18, blank=True)
    rank = models.CharField(max_length=100, blank=True)
    # In a practice year: the person whose copy this is, whose account it is used with.
    copied_from = models.ForeignKey(
        "self", on_delete=SET_NULL, null=True, blank=True, related_name="copies"
    )

    class Meta:
        constraints = [
            one_of("person", "sex", Sex),
            UniqueConstraint(
                fields=["government", "employee_number"],
                condition=~Q(employee_number=""),
                name="person_employee_number_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class SeatRecord(models.Model):
    """A seat; who sits in it is a row of its own."""

    government = models.ForeignKey(GovernmentRecord, on_delete=CASCADE, related_name="seats")
    kind = models.CharField(max_length=20, choices=choices_of(SeatKind))
    title = models.CharField(max_length=200)
    agency = models.ForeignKey(
        AgencyRecord, on_delete=PROTECT, null=True, blank=True, related_name="seats"
    )

    class Meta:
        constraints = [
            one_of("seat", "kind", SeatKind),
            UniqueConstraint(
                fields=["government", "kind", "agency", "title"],
                condition=Q(agency__isnull=False),
                name="agency_seat_once",
            ),
            UniqueConstraint(
                fields=["government", "kind", "title"],
                condition=Q(agency__isnull=True),
                name="government_seat_once",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def as_rule_sees_it(self) -> Seat:
        """The seat as the domain knows it. Cost: a query unless the agency is selected."""
        return Seat(SeatKind(self.kind), self.title, self.agency.code if self.agency else None)


class HoldingRecord(models.Model):
    """A person's term in a seat, on the ground of a decree."""

    seat = models.ForeignKey(SeatRecord, on_delete=CASCADE, related_name="holdings")
    person = models.ForeignKey(PersonRecord, on_delete=PROTECT, related_name="holdings")
    capacity = models.CharField(max_length=12, choices=choices_of(Capacity))
    decree = models.ForeignKey(DecreeRecord, on_delete=PROTECT, related_name="holdings")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            ends_after_start("holding"),
            one_of("holding", "capacity", Capacity),
            UniqueConstraint(
                fields=["seat", "capacity"],
                condition=Q(valid_to__isnull=True),
                name="holding_one_open_a_capacity",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} – {self.seat}"

    def as_rule_sees_it(self) -> Holding:
        """The holding as the domain knows it. Cost: a query unless the decree is selected."""
        return Holding(
            self.person_id,
            Capacity(self.capacity),
            Period(self.valid_from, self.valid_to),
            self.decree.number,
        )


class RepresentationRecord(models.Model):
    """A person who speaks for a seat on one occasion, "on behalf of" its holder."""

    seat = models.ForeignKey(SeatRecord, on_delete=CASCADE, related_name="representations")
    person = models.ForeignKey(PersonRecord, on_delete=PROTECT, related_name="representations")
    occasion = models.CharField(max_length=300)
    valid_from = models.DateField()
    valid_to = models.DateField()

    class Meta:
        constraints = [
            ends_after_start("representation"),
            UniqueConstraint(fields=["seat", "person", "valid_from"], name="representation_once"),
        ]

    def __str__(self) -> str:
        return f"{self.person} a.n. {self.seat}"
