"""Database choices from the domain's enumerations, so that a value is named once."""

from enum import StrEnum


def choices_of(members: type[StrEnum]) -> list[tuple[str, str]]:
    """`(value, value)` pairs; what people read comes from the enumeration's own labels."""
    return [(member.value, member.value) for member in members]
