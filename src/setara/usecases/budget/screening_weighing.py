"""Every line of a book weighed by rules and model, and remembered while nothing changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from setara.domain.budget.screening.decisions import LineState
from setara.domain.budget.screening.learned import LearnedModel
from setara.domain.budget.screening.rules import Screened
from setara.domain.language.text import Text
from setara.store.models import BudgetLineRecord, BudgetVersionRecord
from setara.usecases.budget.hints import screened_line

BY_MODEL, ONLY_MODEL, BY_RULES = "model", "hanya-model", "aturan"
FIELD, DISPARITY = "bidang", "kesenjangan"
_TOPIC_OF_RULE = {"SCR-02": FIELD, "SCR-04": DISPARITY}


@dataclass(frozen=True, slots=True)
class WeighedLine:
    """A line of a book before it is shown; `score` is None where the model is silent."""

    line_id: int
    agency_id: int
    screened: Screened
    score: float | None
    state: LineState

    @property
    def topics(self) -> frozenset[str]:
        """What it can be filtered by: groups of words, field, gap, and who asks for a look."""
        found = {r.topic or _TOPIC_OF_RULE.get(r.rule, "") for r in self.screened.reasons}
        if self.screened.is_worth_a_look:
            found.add(BY_RULES)
        if self.score is not None and self.score >= 0:
            found |= {BY_MODEL} if self.screened.is_worth_a_look else {BY_MODEL, ONLY_MODEL}
        return frozenset(found)


def weighed_lines(
    version: BudgetVersionRecord,
    disparities: Mapping[str, Text],
    model: LearnedModel | None,
    states: Mapping[int, LineState],
) -> list[WeighedLine]:
    """The lines in the order of the book; `states` are of those decided on.

    Cost: one query; 0.1 ms a line by the rules and 0.3 ms by the model the first time.
    """
    rows = list(
        BudgetLineRecord.objects.filter(version=version)
        .order_by("row", "pk")
        .values_list("pk", "agency_id", "code", "name")
    )
    named = tuple(sorted(disparities.items(), key=lambda disparity: disparity[0]))
    said = _screened(tuple((code, name) for _, _, code, name in rows), named)
    scores = _scores(model, tuple((name, code, str(owner)) for _, owner, code, name in rows))
    return [
        WeighedLine(
            line_id=pk,
            agency_id=owner,
            screened=screened,
            score=score,
            state=states.get(pk, LineState.OPEN),
        )
        for (pk, owner, _, _), screened, score in zip(rows, said, scores, strict=True)
    ]


@lru_cache(maxsize=4)
def _screened(
    lines: tuple[tuple[str, str], ...], named: tuple[tuple[str, Text], ...]
) -> tuple[Screened, ...]:
    disparities = dict(named)
    return tuple(screened_line(code, name, disparities) for code, name in lines)


def _scores(
    model: LearnedModel | None, lines: tuple[tuple[str, str, str], ...]
) -> Sequence[float | None]:
    return [None] * len(lines) if model is None else _scored(model, lines)


@lru_cache(maxsize=4)
def _scored(model: LearnedModel, lines: tuple[tuple[str, str, str], ...]) -> tuple[float, ...]:
    return tuple(model.score(*line) for line in lines)
