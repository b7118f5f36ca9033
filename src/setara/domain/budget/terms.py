"""Terms of reference (KAK): what a statement and its analysis do not say yet.

Everything else in a KAK is derived. Source: the fields a module of the PPRG names, in its words
(form `kak`), and the Kemenko PMK's way of adding the GAP as the first annex; unverified.
"""

from __future__ import annotations

from dataclasses import dataclass

from setara.domain.foundation.money import Rupiah, total
from setara.domain.foundation.sex import Sex
from setara.domain.foundation.share import Share
from setara.domain.language.text import Text

MONTHS = tuple(range(1, 13))
QUARTERS = {quarter: MONTHS[3 * quarter - 3 : 3 * quarter] for quarter in (1, 2, 3, 4)}


@dataclass(frozen=True, slots=True)
class ScheduledAction:
    """When and how one action of the analysis is done; `months` count from 1."""

    action_key: int
    months: tuple[int, ...] = ()
    method: str = ""


@dataclass(frozen=True, slots=True)
class Accommodation:
    """What makes taking part possible (child care, transport, an interpreter), with its money."""

    text: str
    amount: Rupiah | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """What is written down for a KAK; people are counted in whole persons."""

    women: int | None = None
    men: int | None = None
    disabled: int | None = None
    ages: str = ""
    method: str = ""
    place: str = ""
    implementer: str = ""
    responsible: str = ""
    responsible_number: str = ""
    limits: str = ""
    schedule: tuple[ScheduledAction, ...] = ()
    accommodations: tuple[Accommodation, ...] = ()

    def scheduled(self, action_key: int) -> ScheduledAction:
        """When and how the action is done; nothing where nobody has said so."""
        found = (each for each in self.schedule if each.action_key == action_key)
        return next(found, ScheduledAction(action_key))

    @property
    def people(self) -> int | None:
        """Women and men together, None where one of them is not given."""
        return None if self.women is None or self.men is None else self.women + self.men

    def share_of(self, sex: Sex) -> Share | None:
        """The share of one sex in those to be reached; None where nobody is."""
        part = self.women if sex is Sex.FEMALE else self.men
        if part is None or not self.people:
            return None
        return Share(part, self.people, Text("penerima manfaat", "the beneficiaries"))

    @property
    def accommodation_money(self) -> Rupiah:
        """What the accommodations cost together, as far as it is written down."""
        return total(each.amount for each in self.accommodations if each.amount is not None)
