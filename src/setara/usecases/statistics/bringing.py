"""Who hands figures of an element in, and which figures cannot be kept."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Verdict, refused, require
from setara.domain.language.text import Text
from setara.domain.statistics.element import Element
from setara.domain.statistics.figure_flaw import flaw_of
from setara.domain.statistics.observation import Value
from setara.store.models import ElementRecord


def may_bring(by: Actor, element: ElementRecord) -> Verdict:
    """Whether the actor hands figures of the element in: who runs the register, or its producer."""
    return by.may(Permission.IMPORT_STATISTICS, agency_id=element.producer_id or 0)


def require_possible(element: Element, values: Iterable[Value]) -> None:
    """Raises Refused for the first figure that cannot be kept, or cannot be at all."""
    for value in values:
        flaw = flaw_of(element, value) if isinstance(value, Decimal) else None
        if flaw is not None:
            require(refused(IMPOSSIBLE.id, IMPOSSIBLE.en, value=value, flaw=flaw))


IMPOSSIBLE = Text("Angka {value} {flaw}.", "The figure {value} is {flaw}.")
