"""The model that learns from a government's decisions: made once for a state of them, and measured.

It learns from decisions up to the day before. What is decided today changes nothing today: the
order of the lines does not move under the hand of the person deciding, and every process of the
installation has the same model.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from threading import Lock
from typing import TypeVar

from django.db.models import QuerySet
from django.utils.timezone import localtime

from setara.domain.budget.phase import BudgetPhase, Stage
from setara.domain.budget.screening.decisions import (
    Decided,
    DecisionCount,
    LineState,
    can_be_learned,
    counted,
    examples_of,
)
from setara.domain.budget.screening.learned import LearnedModel
from setara.domain.budget.screening.quality import ScreeningQuality, measured
from setara.domain.budget.screening.rules import WORTH_A_LOOK
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.verdict import Verdict
from setara.domain.language.text import Text
from setara.store.learning import Learned, NotLearned, learned_apart
from setara.store.models import BudgetTagRecord, DeclinedLineRecord
from setara.usecases.budget.hints import screened_line
from setara.usecases.foundation.access import visible

M = TypeVar("M", BudgetTagRecord, DeclinedLineRecord)
Examples = tuple[Decided, ...]
_MOST_GOVERNMENTS = 4
_one_at_a_time = Lock()
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PastDecision:
    """What stands, or stood until `withdrawn_at`, about a line of any book."""

    line_id: int
    version_id: int
    year: int
    stage: Stage
    agency_id: int
    code: str
    name: str
    state: LineState
    reason: str
    set_by: str
    set_at: datetime
    withdrawn_at: datetime | None

    def stood_before(self, day: date) -> bool:
        """Whether it stood when the day began."""
        ended = self.withdrawn_at
        return localtime(self.set_at).date() < day and (
            ended is None or localtime(ended).date() >= day
        )


@dataclass(frozen=True, slots=True)
class LearningAnswer:
    """Whether the model may speak, what it learned from, and how both screenings did.

    Both qualities are of the same lines, which the model had not seen; None where it is silent.
    """

    may_speak: Verdict
    count: DecisionCount
    until: date
    model: LearnedModel | None
    by_model: ScreeningQuality | None
    by_rules: ScreeningQuality | None

    @property
    def model_leads(self) -> bool:
        """Whether the model's order was the better one on what it had not seen."""
        ours, rules = self.by_model, self.by_rules
        return ours is not None and rules is not None and ours.ranking >= rules.ranking


def past_decisions(by: Actor) -> tuple[PastDecision, ...]:
    """Every decision on lines of the government, withdrawn ones too, the oldest first.

    Cost: two queries.
    """
    found = [
        *_past(by, BudgetTagRecord.objects.all(), LineState.TAGGED),
        *_past(by, DeclinedLineRecord.objects.all(), LineState.DECLINED),
    ]
    return tuple(sorted(found, key=lambda each: (each.set_at, each.line_id)))


def _past(by: Actor, rows: QuerySet[M], state: LineState) -> Iterator[PastDecision]:
    seen = visible(by, rows, through="line__version__government")
    for facts in seen.values_list(*_COLUMNS.values()):
        named = dict(zip(_COLUMNS, facts, strict=True))
        stage = Stage(BudgetPhase(named.pop("phase")), named.pop("sequence"))
        yield PastDecision(**named, stage=stage, state=state)


_COLUMNS = {
    "line_id": "line_id",
    "version_id": "line__version_id",
    "year": "line__version__year",
    "phase": "line__version__phase",
    "sequence": "line__version__sequence",
    "agency_id": "line__agency_id",
    "code": "line__code",
    "name": "line__name",
    "reason": "reason",
    "set_by": "set_by",
    "set_at": "set_at",
    "withdrawn_at": "withdrawn_at",
}


def learning(
    past: Sequence[PastDecision], disparities: Mapping[str, Text], today: date
) -> LearningAnswer:
    """What can be learned from decisions before today.

    Cost: the first time for a state of the decisions some seconds in a process apart.
    """
    examples = examples_of(
        Decided(each.name, each.code, str(each.agency_id), each.state is LineState.TAGGED)
        for each in past
        if each.stood_before(today)
    )
    count, until = counted(examples), today - timedelta(days=1)
    verdict = can_be_learned(examples)
    if not verdict.allowed:
        return LearningAnswer(verdict, count, until, None, None, None)
    try:
        learned = _learned_once(examples)
    except NotLearned:
        _LOG.exception("the screening model was not learned")
        verdict = Verdict(allowed=False, reason=_BROKE_DOWN)
        return LearningAnswer(verdict, count, until, None, None, None)
    kinds = [each.is_responsive for each in examples]
    return LearningAnswer(
        may_speak=verdict,
        count=count,
        until=until,
        model=learned.model,
        by_model=measured(learned.held_back, kinds, from_score=0),
        by_rules=_rules_measured(examples, tuple(sorted(disparities.items(), key=_code))),
    )


def _learned_once(examples: Examples) -> Learned:
    # Two who open the page at once wait for one learning, not for two.
    with _one_at_a_time:
        return _learned(examples)


@lru_cache(maxsize=_MOST_GOVERNMENTS)
def _learned(examples: Examples) -> Learned:
    return learned_apart(examples)


@lru_cache(maxsize=_MOST_GOVERNMENTS)
def _rules_measured(
    examples: Examples, disparities: tuple[tuple[str, Text], ...]
) -> ScreeningQuality:
    named = dict(disparities)
    points = [screened_line(each.code, each.name, named).points for each in examples]
    kinds = [each.is_responsive for each in examples]
    return measured(points, kinds, from_score=WORTH_A_LOOK)


def _code(disparity: tuple[str, Text]) -> str:
    return disparity[0]


_BROKE_DOWN = Text(
    "Model gagal dilatih pada komputer ini, jadi hanya aturan yang dipakai. Operator menemukan "
    "sebabnya di log layanan.",
    "The model could not be trained on this computer, so only the rules are used. The operator "
    "finds the cause in the log of the service.",
)
