"""Verifies every audit trail and tells the operators of each fault."""

from __future__ import annotations

from datetime import datetime

from django.core.mail import EmailMessage, get_connection

from setara.domain.language.text import Text
from setara.usecases.foundation.actors import OPERATOR
from setara.usecases.foundation.operating import OperatorAnswer, operators
from setara.usecases.foundation.trail import TrailAnswer, trails

MOST_LINES = 50
"""Faults named in one mail; the rest is counted."""

SUBJECT = Text("Setara: jejak audit tidak utuh", "Setara: the audit trail is not whole")
LEAD = Text(
    "Pemeriksaan pada {at} menemukan {count} kesalahan pada jejak audit. Catatan telah diubah di "
    "luar Setara, atau berkas basis data rusak. Simpan salinan basis data sebelum memperbaikinya.",
    "The check of {at} found {count} faults in the audit trail. Records were changed outside of "
    "Setara, or the database file is damaged. Keep a copy of the database before you repair it.",
)
MORE = Text("… dan {count} lagi", "… and {count} more")
HOW = Text("Periksa sendiri: setara audit verify", "Check for yourself: setara audit verify")


def verify(at: datetime) -> Text:
    """Recompute each chain; where one is faulty, write to every operator.

    Raises what the mail server raises: a warning that did not leave is a failure.
    """
    answers = trails(by=OPERATOR)
    faulty = [answer for answer in answers if answer.faults]
    if not faulty:
        whole = Text("{count} jejak audit utuh.", "{count} audit trails are whole.")
        return whole.filled(count=len(answers))
    told = operators(by=OPERATOR)
    get_connection().send_messages([_warning(each, faulty, at) for each in told])
    return Text(
        "{faults} kesalahan pada {count} jejak audit; {told} operator diberi tahu.",
        "{faults} faults in {count} audit trails; {told} operators were told.",
    ).filled(faults=_count(faulty), count=len(faulty), told=len(told))


def _warning(to: OperatorAnswer, faulty: list[TrailAnswer], at: datetime) -> EmailMessage:
    lines = [
        f"{answer.government_name}: {fault.message.say(to.language)}"
        for answer in faulty
        for fault in answer.faults
    ]
    if len(lines) > MOST_LINES:
        more = MORE.filled(count=len(lines) - MOST_LINES)
        lines = [*lines[:MOST_LINES], more.say(to.language)]
    parts = [_lead(faulty, at).say(to.language), "\n".join(lines), HOW.say(to.language)]
    return EmailMessage(SUBJECT.say(to.language), "\n\n".join(parts), to=[to.email])


def _lead(faulty: list[TrailAnswer], at: datetime) -> Text:
    return LEAD.filled(at=at, count=_count(faulty))


def _count(faulty: list[TrailAnswer]) -> int:
    return sum(len(answer.faults) for answer in faulty)
