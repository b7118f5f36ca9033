"""Taking a step from one state to the next, by the one whose step it is."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.seat import SeatKind
from setara.domain.foundation.verdict import ALLOWED, Verdict, refused
from setara.domain.language.text import Text

S = TypeVar("S", bound=StrEnum)
T = TypeVar("T", bound=StrEnum)


def may_own(permission: Permission, by: Actor, agency_id: int) -> Verdict:
    """Whether a seat of the actor covers the step; the inspectorate is told why none of its does.

    Source: the inspectorate gives assurance and takes no part in the decision (SE 4 Menteri
    2012, known second-hand, unverified).
    """
    verdict = by.may(permission, agency_id=agency_id)
    sits_for_inspectorate = any(seat.kind is SeatKind.DRIVER_ASSURANCE for seat in by.seats)
    if not verdict and permission is Permission.APPROVE_STATEMENT and sits_for_inspectorate:
        return _ASSURANCE
    return verdict


def may_step(transitions: Mapping[tuple[S, T], S], state: S, step: T, refusal: Text) -> Verdict:
    """Whether the table leads on from `state` by `step`; `refusal` is the reason where not."""
    return ALLOWED if (state, step) in transitions else Verdict(allowed=False, reason=refusal)


_ASSURANCE = refused(
    "Inspektorat memberi keyakinan atas prosesnya; menyetujui dan mengembalikan GBS adalah tugas "
    "driver perencanaan, keuangan, dan pemberdayaan perempuan.",
    "The inspectorate gives assurance on the process; approving and returning a GBS is up to the "
    "planning, finance and women's agency drivers.",
)
