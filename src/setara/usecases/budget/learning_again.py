"""Learning anew from decisions: at night for every government, or when somebody asks for it.

No event is left: what is learned follows from decisions that left theirs. The learning runs
outside of a transaction, so that nobody who writes waits for it.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from threading import Lock

from django.utils.timezone import localdate

from setara.domain.budget.screening.decisions import can_be_learned
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Refused, refused, require
from setara.domain.language.text import Text
from setara.store.learning import NotLearned, learned_apart
from setara.store.models import BudgetVersionRecord, GovernmentRecord
from setara.usecases.budget.kept_models import (
    Examples,
    fingerprint_of,
    keep_model,
    kept_fingerprint,
)
from setara.usecases.budget.learning import past_decisions, standing_examples
from setara.usecases.budget.queries import VERSION
from setara.usecases.foundation.access import government_of, one

_LOG = logging.getLogger(__name__)
_one_at_a_time = Lock()


@dataclass(frozen=True, slots=True)
class LearnedEverywhere:
    """For how many governments a model was learned, was of the same decisions, or broke down.

    `silent` are those with too few decisions.
    """

    learned: int
    unchanged: int
    silent: int
    failed: int


def learn_now(*, by: Actor, at: datetime, version_id: int) -> None:
    """Learn from the decisions up to the day before, asked for on the page of a book.

    Raises Refused for one who may not tag, with too few decisions and where the learning breaks
    down; NotFound. Cost: seconds, without a transaction.
    """
    one(by, BudgetVersionRecord.objects.all(), version_id, what=VERSION)
    require(by.may(Permission.TAG_BUDGET))
    examples = standing_examples(past_decisions(by), localdate(at))
    require(can_be_learned(examples))
    try:
        _learn(government_of(by), examples, at)
    except NotLearned as broken:
        _LOG.exception("the screening model was not learned")
        raise Refused(_BROKE_DOWN) from broken


def learn_everywhere(*, by: Actor, at: datetime) -> LearnedEverywhere:
    """Learn for each government whose decisions changed; one that breaks down stops no other.

    Raises Refused for anyone but the operator.
    """
    if not by.is_operator:
        require(refused("Hanya untuk operator.", "For the operator only."))
    done = {"learned": 0, "unchanged": 0, "silent": 0, "failed": 0}
    for government_id in GovernmentRecord.objects.order_by("pk").values_list("pk", flat=True):
        done[_learned_for(replace(by, government_id=government_id), government_id, at)] += 1
    return LearnedEverywhere(**done)


def _learned_for(by: Actor, government_id: int, at: datetime) -> str:
    examples = standing_examples(past_decisions(by), localdate(at))
    if not can_be_learned(examples).allowed:
        return "silent"
    try:
        return "learned" if _learn(government_id, examples, at) else "unchanged"
    except NotLearned:
        _LOG.exception("the screening model of government %s was not learned", government_id)
        return "failed"


def _learn(government_id: int, examples: Examples, at: datetime) -> bool:
    """Whether there was anything to learn."""
    # Two who ask at once wait for one learning, not for two.
    with _one_at_a_time:
        if kept_fingerprint(government_id) == fingerprint_of(examples):
            return False
        until = localdate(at) - timedelta(days=1)
        keep_model(government_id, examples, learned_apart(examples), until=until, at=at)
    return True


_BROKE_DOWN = Text(
    "Model gagal dilatih pada komputer ini, jadi hanya aturan atau model yang lama yang dipakai. "
    "Operator menemukan sebabnya di log layanan.",
    "The model could not be trained on this computer, so the rules or the older model are used. "
    "The operator finds the cause in the log of the service.",
)
