"""What a seat may do, for every seat and every permission."""

import itertools

import pytest

from setara.domain.foundation.actor import PUBLIC, SPOKEN_FOR, Actor, SeatTaken
from setara.domain.foundation.permission import GRANTS, Permission, Reach
from setara.domain.foundation.seat import Capacity, SeatKind

OWN, FOREIGN = 7, 8
ALL = list(itertools.product(SeatKind, Permission))


def seated(kind: SeatKind, capacity: Capacity = Capacity.HOLDER) -> Actor:
    return Actor("x", government_id=1, account_id=1, seats=(SeatTaken(kind, capacity, OWN),))


def test_every_seat_has_its_grants():
    assert set(GRANTS) == set(SeatKind)


@pytest.mark.parametrize(("kind", "permission"), ALL)
def test_a_permission_reaches_as_far_as_the_table_says(kind, permission):
    reach = GRANTS[kind].get(permission)
    actor = seated(kind)

    assert bool(actor.may(permission)) == (reach is not None)
    assert bool(actor.may(permission, agency_id=OWN)) == (reach is not None)
    assert bool(actor.may(permission, agency_id=FOREIGN)) == (reach is Reach.GOVERNMENT)


@pytest.mark.parametrize(("kind", "permission"), ALL)
def test_one_who_speaks_for_a_holder_only_reads(kind, permission):
    allowed = seated(kind, Capacity.REPRESENTING).may(permission)

    assert bool(allowed) == (permission in SPOKEN_FOR and permission in GRANTS[kind])


@pytest.mark.parametrize("permission", list(Permission))
def test_the_public_and_the_operator_have_no_say_over_content(permission):
    operator = Actor("Operator", is_operator=True)

    assert not PUBLIC.may(permission)
    assert not operator.may(permission)
    assert PUBLIC.may(permission).reason != operator.may(permission).reason


def test_the_inspectorate_gives_assurance_and_does_not_approve():
    assert not seated(SeatKind.DRIVER_ASSURANCE).may(Permission.APPROVE_STATEMENT)
    assert seated(SeatKind.DRIVER_ASSURANCE).may(Permission.READ_TRAIL)


def test_the_wider_of_two_seats_wins():
    both = Actor(
        "x",
        government_id=1,
        account_id=1,
        seats=(
            SeatTaken(SeatKind.FOCAL_POINT, Capacity.HOLDER, OWN),
            SeatTaken(SeatKind.SECRETARY, Capacity.HOLDER, 9),
        ),
    )

    assert both.may(Permission.RAISE_ISSUE, agency_id=FOREIGN)
    assert not both.may(Permission.WRITE_PATHWAY, agency_id=FOREIGN)
    assert both.agency_ids == {OWN, 9}
