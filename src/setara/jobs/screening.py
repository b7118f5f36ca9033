"""Learns at night which lines deserve a look, so that nobody waits for it by day."""

from __future__ import annotations

from datetime import datetime

from setara.domain.language.text import Text
from setara.usecases.budget.learning_again import learn_everywhere
from setara.usecases.foundation.actors import OPERATOR


class SomeNotLearned(Exception):
    """A model of some government was not learned; the log says why."""


def learn(at: datetime) -> Text:
    """Learn for the governments whose decisions changed. Raises SomeNotLearned after all others."""
    done = learn_everywhere(by=OPERATOR, at=at)
    if done.failed:
        message = f"{done.failed} models were not learned"
        raise SomeNotLearned(message)
    return Text(
        "{learned} model penyaringan dilatih; {unchanged} tanpa putusan baru, {silent} dengan "
        "putusan yang belum cukup.",
        "{learned} screening models learned; {unchanged} without new decisions, {silent} with too "
        "few of them.",
    ).filled(learned=done.learned, unchanged=done.unchanged, silent=done.silent)
