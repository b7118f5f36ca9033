"""Explaining doubted figures, and taking or turning down the explanation."""

from __future__ import annotations

from datetime import datetime

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.verdict import Refused, require
from setara.domain.language.text import Text
from setara.domain.statistics.explaining import may_accept, may_explain, may_turn_down
from setara.store.models import ElementRecord, ExplanationRecord, PlaceRecord
from setara.usecases.foundation.access import CHANGED_MEANWHILE, NotFound, government_of, one
from setara.usecases.foundation.command import command, leave_event
from setara.usecases.statistics.doubt_queries import (
    NO_DOUBT,
    DoubtLine,
    cell_names,
    doubted,
    may_answer,
)

EXPLANATION = Text("Penjelasan ini", "This explanation")


@command("statistics.doubt.explained", says=Text("Temuan dijelaskan", "Finding explained"))
def explain_doubt(
    *, by: Actor, at: datetime, year: int, rule: str, fingerprint: str, words: str
) -> int:
    """Say why doubted figures are right. Raises Refused; NotFound where nothing is doubted so.

    Whoever is asked for the element explains it; an explanation that was turned down may be
    written anew.
    """
    line = _doubt(by, year, rule, fingerprint)
    require(line.may_explain)
    known = ExplanationRecord.objects.filter(
        government_id=government_of(by), rule=rule, fingerprint=fingerprint
    )
    require(may_explain(words, is_accepted=known.filter(accepted_at__isnull=False).exists()))
    cell = line.doubt.cells[0]
    facts = {
        "element": ElementRecord.objects.get(government_id=government_of(by), code=cell.element),
        "place": PlaceRecord.objects.get(code=cell.place),
        "valid_from": cell.period.valid_from,
        "valid_to": cell.period.end,
        "cells": list(cell_names(line.doubt)),
        "words": words.strip(),
        "explained_by": by.name,
        "explained_at": at,
        "refused_because": "",
    }
    record, _ = ExplanationRecord.objects.update_or_create(
        government_id=government_of(by), rule=rule, fingerprint=fingerprint, defaults=facts
    )
    leave_event("statistics.doubt.explained", by=by, at=at, subject=record, rule=rule)
    return record.pk


def _doubt(by: Actor, year: int, rule: str, fingerprint: str) -> DoubtLine:
    for line in doubted(by=by, year=year).lines:
        if (line.doubt.rule.id, line.fingerprint) == (rule, fingerprint):
            return line
    raise NotFound(NO_DOUBT)


@command(
    "statistics.explanation.accepted", says=Text("Penjelasan diterima", "Explanation accepted")
)
def accept_explanation(*, by: Actor, at: datetime, explanation_id: int) -> None:
    """Take an explanation: the doubt is silent as long as the figures stay. Raises Refused."""
    require(may_answer(by))
    record = one(by, ExplanationRecord.objects.all(), explanation_id, what=EXPLANATION)
    require(may_accept(explained_by=record.explained_by, by=by.name))
    _answer(record, accepted_at=at, accepted_by=by.name, refused_because="")
    leave_event("statistics.explanation.accepted", by=by, at=at, subject=record, rule=record.rule)


@command("statistics.explanation.refused", says=Text("Penjelasan ditolak", "Explanation refused"))
def refuse_explanation(*, by: Actor, at: datetime, explanation_id: int, because: str) -> None:
    """Turn an explanation down, for a reason. Raises Refused, NotFound."""
    require(may_answer(by))
    record = one(by, ExplanationRecord.objects.all(), explanation_id, what=EXPLANATION)
    require(may_turn_down(because))
    _answer(record, accepted_by=by.name, refused_because=because.strip())
    leave_event("statistics.explanation.refused", by=by, at=at, subject=record, rule=record.rule)


def _answer(record: ExplanationRecord, **changes: object) -> None:
    """Answer the words that were read, once."""
    read = ExplanationRecord.objects.filter(
        pk=record.pk, words=record.words, accepted_at__isnull=True
    )
    if read.update(**changes) != 1:
        raise Refused(CHANGED_MEANWHILE)
