"""Constraints that several tables share."""

from enum import StrEnum

from django.db.models import CheckConstraint, F, Q


def ends_after_start(table: str) -> CheckConstraint:
    """`valid_to` is exclusive and open when null."""
    return CheckConstraint(
        condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
        name=f"{table}_ends_after_start",
    )


def one_of(table: str, column: str, members: type[StrEnum]) -> CheckConstraint:
    """The column holds a value of the enumeration and nothing else."""
    values = [member.value for member in members]
    return CheckConstraint(condition=Q(**{f"{column}__in": values}), name=f"{table}_{column}_known")
