"""A round of data collection as the tests run it: one element each of Sari and Budi."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.period import Period
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import same
from setara.domain.statistics.asked import CellKey, FilledCell
from setara.domain.statistics.dimension import EVERYBODY
from setara.domain.statistics.element import Measure, Polarity, PopulationType
from setara.domain.statistics.observation import Value
from setara.store.models import SubmissionRecord
from setara.usecases.statistics.asked import keep_cells
from setara.usecases.statistics.asking import NewItem, ask_elements
from setara.usecases.statistics.calls import open_call, plan_call
from setara.usecases.statistics.commands import define_element
from setara.usecases.statistics.submissions import hand_in
from setara.usecases.statistics.verifying import verify_submission
from tests.makers import AT, agency_of
from tests.people import Cast

DUE = date(2025, 6, 30)
PERIOD = Period.year(2024)
PLACE = "64.01"
MEN = CellKey("KS15", PLACE, EVERYBODY, Sex.MALE)
WOMEN = CellKey("KS15", PLACE, EVERYBODY, Sex.FEMALE)


@dataclass(frozen=True)
class Round:
    """An open call and the submissions of its two producers."""

    call_id: int
    sari: int
    budi: int


def make_element(by: Actor, code: str) -> None:
    """A count of people."""
    define_element(
        by=by,
        at=AT,
        code=code,
        name=same(f"Elemen {code}"),
        unit=same("orang"),
        measure=Measure.COUNT,
        polarity=Polarity.NEITHER,
        population_type=PopulationType.CADRES,
    )


def make_call(cast: Cast, title: str = "Data terpilah 2024") -> int:
    """A call that asks KS15 of Sari's agency and PD08 of Budi's, not yet sent out."""
    make_element(cast.dian, "KS15")
    make_element(cast.dian, "PD08")
    call_id = plan_call(by=cast.dian, at=AT, title=title, period=PERIOD, due_on=DUE)
    items = [NewItem("KS15", agency_of(cast.sari)), NewItem("PD08", agency_of(cast.budi))]
    ask_elements(by=cast.dian, at=AT, call_id=call_id, items=items)
    return call_id


def make_round(cast: Cast) -> Round:
    """The call sent out."""
    call_id = make_call(cast)
    open_call(by=cast.dian, at=AT, call_id=call_id)
    found = dict(SubmissionRecord.objects.filter(call=call_id).values_list("agency_id", "pk"))
    return Round(call_id, found[agency_of(cast.sari)], found[agency_of(cast.budi)])


def fill(
    who: Actor, submission_id: int, values: Mapping[CellKey, Value | None], at: datetime = AT
) -> None:
    """Put values in cells, as one who has just opened them."""
    version = SubmissionRecord.objects.get(pk=submission_id).version
    keep_cells(
        by=who,
        at=at,
        submission_id=submission_id,
        cells=[FilledCell(key, value) for key, value in values.items()],
        expected_version=version,
    )


def hand_in_full(cast: Cast, submission_id: int, men: int = 3, women: int = 96) -> None:
    """Sari fills everything in and hands it in."""
    fill(cast.sari, submission_id, {MEN: Decimal(men), WOMEN: Decimal(women)})
    hand_in(by=cast.sari, at=AT, submission_id=submission_id)


def verify(cast: Cast, submission_id: int) -> None:
    """Dian verifies what came in, a day later."""
    verify_submission(by=cast.dian, at=AT + timedelta(days=1), submission_id=submission_id)
