"""Which columns of a flat table the parts of a line are taken from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from setara.domain.budget.reading.flat_rows import AMOUNT_ROLES, CODE_ROLES, LEVEL_OF, NAME_OF
from setara.domain.budget.reading.heading import Heading
from setara.domain.budget.reading.level import Level
from setara.domain.budget.reading.roles import MONEY, Role


@dataclass(frozen=True, slots=True)
class FlatShape:
    """What the columns of a flat table are used for.

    `code_role` is the lowest level of activities there is, `amount_role` the amount in force,
    `name_role` what a line is called by, None where nothing names it. `agency_places` are the
    columns of the agency's code and name, both None where no column names it.
    """

    places: Mapping[Role, int]
    code_role: Role
    amount_role: Role
    name_role: Role | None
    has_items: bool
    agency_places: tuple[int | None, int | None]

    @property
    def has_accounts(self) -> bool:
        """Whether accounts stand in a column of their own."""
        return Role.ACCOUNT_CODE in self.places

    @property
    def level(self) -> Level:
        """The level of a line that has no account."""
        return LEVEL_OF[self.code_role]

    @property
    def money(self) -> tuple[Role, ...]:
        """The columns of amounts that are read, from left to right."""
        return tuple(role for role in self.places if role in MONEY and role is not Role.CHANGE)


def shape_of(heading: Heading) -> FlatShape:
    """The shape of a table that has a code, a name and an amount."""
    places = heading.places
    code_role = next(role for role in CODE_ROLES if role in places)
    has_items = heading.has(Role.ITEM_NAME) or heading.has(Role.ITEM_CODE)
    names = (
        *((Role.ITEM_NAME,) if has_items else ()),
        Role.ACCOUNT_NAME,
        NAME_OF.get(code_role),
        Role.TEXT,
    )
    agency = places.get(Role.AGENCY_CODE), places.get(Role.AGENCY_NAME)
    unit = places.get(Role.UNIT_CODE), places.get(Role.UNIT_NAME)
    return FlatShape(
        places=places,
        code_role=code_role,
        amount_role=next(role for role in AMOUNT_ROLES if role in places),
        name_role=next((role for role in names if role is not None and role in places), None),
        has_items=has_items,
        agency_places=unit if agency == (None, None) else agency,
    )
