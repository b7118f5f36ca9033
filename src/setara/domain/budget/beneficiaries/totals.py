"""Beneficiaries of many sub kegiatan: unit by unit, with what nobody knows kept in sight."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from setara.domain.budget.beneficiaries.headcount import BENEFICIARIES, Headcount, Unit
from setara.domain.foundation.money import Rupiah, total
from setara.domain.foundation.share import Share
from setara.domain.statistics.disparity import Undefined


@dataclass(frozen=True, slots=True)
class UnitTotal:
    """All beneficiaries in one unit. They are beneficiaries and not people: who takes part in
    two sub kegiatan is counted twice.

    `women` and `men` are of the sub kegiatan that tell both sexes; `not_split` are those of the
    others. `unknown` sub kegiatan have no figure at all. `money` is of those that have one.
    """

    unit: Unit
    activities: int
    women: int
    men: int
    not_split: int
    unknown: int
    money: Rupiah

    @property
    def count(self) -> int:
        """All that are known, of whatever sex."""
        return self.women + self.men + self.not_split

    @property
    def share_of_women(self) -> Share | None:
        """Women's part where the sexes are told; None where they nowhere are."""
        both = self.women + self.men
        return Share(self.women, both, BENEFICIARIES) if both else None


def by_unit(rows: Iterable[tuple[Unit, Headcount, Rupiah]]) -> tuple[UnitTotal, ...]:
    """One total for each unit there is, persons first; units are never added to one another."""
    of_unit: dict[Unit, list[tuple[Headcount, Rupiah]]] = {}
    for unit, count, money in rows:
        of_unit.setdefault(unit, []).append((count, money))
    return tuple(_total(unit, of_unit[unit]) for unit in Unit if unit in of_unit)


def _total(unit: Unit, rows: list[tuple[Headcount, Rupiah]]) -> UnitTotal:
    split = [count for count, _ in rows if count.is_split]
    known = [(count, money) for count, money in rows if not isinstance(count.total, Undefined)]
    return UnitTotal(
        unit=unit,
        activities=len(rows),
        women=sum(_figure(count.women) for count in split),
        men=sum(_figure(count.men) for count in split),
        not_split=sum(_figure(count.total) for count, _ in known if not count.is_split),
        unknown=len(rows) - len(known),
        money=total(money for _, money in known),
    )


def _figure(figure: object) -> int:
    return int(figure) if isinstance(figure, Decimal) else 0
