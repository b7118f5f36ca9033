"""The model that learns from a government's decisions: the last one kept, and how good it is.

Nothing is learned while a page is asked for (`learning_again`). The model learns from decisions
up to the day before. What is decided today changes nothing today: the order of the lines does not
move under the hand of the person deciding, and every process has the same model.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
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
from setara.store.models import BudgetTagRecord, DeclinedLineRecord
from setara.usecases.budget.hints import screened_line
from setara.usecases.budget.kept_models import Examples, fingerprint_of, kept_model
from setara.usecases.foundation.access import government_of, visible

M = TypeVar("M", BudgetTagRecord, DeclinedLineRecord)
_MOST_GOVERNMENTS = 4


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
    `count` and `until` are of the decisions the model learned from; where it `waits`, there are
    others by now that nothing was learned from yet.
    """

    may_speak: Verdict
    count: DecisionCount
    until: date
    model: LearnedModel | None
    by_model: ScreeningQuality | None
    by_rules: ScreeningQuality | None
    waits: bool = False

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


def standing_examples(past: Sequence[PastDecision], today: date) -> Examples:
    """What there is to learn from the decisions that stood when the day began."""
    return examples_of(
        Decided(each.name, each.code, str(each.agency_id), each.state is LineState.TAGGED)
        for each in past
        if each.stood_before(today)
    )


def learning(
    by: Actor, past: Sequence[PastDecision], disparities: Mapping[str, Text], today: date
) -> LearningAnswer:
    """The model there is: of the decisions before today, or else the last one that was learned.

    Cost: one query, the first time two; nothing is learned here.
    """
    examples, until = standing_examples(past, today), today - timedelta(days=1)
    verdict = can_be_learned(examples)
    kept = kept_model(government_of(by)) if verdict.allowed else None
    if kept is None:
        silent = Verdict(allowed=False, reason=_NOT_YET) if verdict.allowed else verdict
        waits = verdict.allowed
        return LearningAnswer(silent, counted(examples), until, None, None, None, waits=waits)
    is_of_today = kept.fingerprint == fingerprint_of(examples)
    seen, learned = kept.model.examples, kept.model.learned
    return LearningAnswer(
        may_speak=verdict,
        count=counted(seen),
        until=until if is_of_today else kept.until,
        model=learned.model,
        by_model=measured(learned.held_back, [each.is_responsive for each in seen], from_score=0),
        by_rules=_rules_measured(seen, tuple(sorted(disparities.items(), key=_code))),
        waits=not is_of_today,
    )


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


_NOT_YET = Text(
    "Model belum dilatih dari keputusan yang ada. Setara melatihnya pada malam hari; sampai saat "
    "itu daftar ini menurut aturan saja.",
    "The model was not learned from the decisions yet. Setara learns it at night; until then this "
    "list is by the rules alone.",
)
