"""What was learned from a government's decisions, kept as plain JSON: no reader waits for it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, astuple, dataclass
from datetime import date, datetime
from functools import lru_cache
from hashlib import sha256

from django.db import transaction

from setara.domain.budget.screening.decisions import Decided
from setara.domain.budget.screening.learned import LearnedModel
from setara.store.learning import METHOD, Learned
from setara.store.models import ScreeningModelRecord

Examples = tuple[Decided, ...]
_MOST_GOVERNMENTS = 4


@dataclass(frozen=True, slots=True, eq=False)
class KeptModel:
    """A model, the examples it learned from and their held-back scores, in the same order."""

    examples: Examples
    learned: Learned


@dataclass(frozen=True, slots=True)
class Kept:
    """A kept model; `until` is the last day of the decisions it learned from."""

    model: KeptModel
    fingerprint: str
    until: date


def fingerprint_of(examples: Sequence[Decided]) -> str:
    """The same for the same examples, and for no others."""
    said = json.dumps([astuple(each) for each in examples])
    return sha256(said.encode()).hexdigest()


def kept_fingerprint(government_id: int) -> str:
    """The fingerprint of the decisions the kept model learned from, empty without a model."""
    rows = ScreeningModelRecord.objects.filter(government=government_id, method=METHOD)
    return rows.values_list("fingerprint", flat=True).first() or ""


def kept_model(government_id: int) -> Kept | None:
    """The last model learned by the present method, or None.

    Cost: one query; the first time in a process one more, for some hundred kilobytes of weights.
    """
    rows = ScreeningModelRecord.objects.filter(government=government_id, method=METHOD)
    found = rows.values_list("pk", "fingerprint", "until").first()
    if found is None:
        return None
    pk, fingerprint, until = found
    return Kept(_loaded(pk, fingerprint), fingerprint, until)


def keep_model(
    government_id: int, examples: Examples, learned: Learned, *, until: date, at: datetime
) -> None:
    """Put a model in the place of the one before; two processes that do so keep the same."""
    said = {
        "examples": [astuple(each) for each in examples],
        "model": asdict(learned.model),
        "held_back": learned.held_back,
    }
    with transaction.atomic():
        ScreeningModelRecord.objects.update_or_create(
            government_id=government_id,
            defaults={
                "method": METHOD,
                "fingerprint": fingerprint_of(examples),
                "until": until,
                "learned": said,
                "learned_at": at,
            },
        )


# One object for one model: the scores of a book are remembered by it.
@lru_cache(maxsize=_MOST_GOVERNMENTS)
def _loaded(pk: int, _fingerprint: str) -> KeptModel:
    said = ScreeningModelRecord.objects.values_list("learned", flat=True).get(pk=pk)
    return KeptModel(
        tuple(Decided(*each) for each in said["examples"]),
        Learned(LearnedModel(**said["model"]), tuple(said["held_back"])),
    )
