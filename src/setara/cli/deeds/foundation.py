"""What the words of the foundation do: governments, accounts, the audit trail."""

from __future__ import annotations

import sys
from argparse import Namespace
from getpass import getpass

from django.utils.timezone import now

from setara.cli.terminal import Terminal
from setara.cli.word import DONE, REFUSED
from setara.domain.foundation.sex import Sex
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Language, Text
from setara.usecases.foundation.actors import OPERATOR
from setara.usecases.foundation.commands import found_government, open_account
from setara.usecases.foundation.operating import (
    household,
    households,
    persons_called,
    start_secretariat,
)
from setara.usecases.foundation.trail import TrailAnswer, trails

PASSWORD = Text("Sandi: ", "Password: ")
AGAIN = Text("Ulangi sandi: ", "Password again: ")
DIFFERENT = Text("Kedua sandi tidak sama.", "The two passwords differ.")


def found(given: Namespace, terminal: Terminal) -> int:
    """Register a government with the places of its territory."""
    found_government(
        by=OPERATOR, at=now(), place_code=given.code, name=given.name, is_practice=given.practice
    )
    sentence = Text(
        "{name} ({code}) terdaftar. Berikutnya: setara government secretary {code} …",
        "{name} ({code}) is registered. Next: setara government secretary {code} …",
    )
    terminal.say(sentence.filled(name=given.name, code=given.code))
    return DONE


def list_governments(given: Namespace, terminal: Terminal) -> int:
    """Every government with the number of its persons and accounts."""
    heads = (
        Text("Kode", "Code"),
        Text("Nama", "Name"),
        Text("Jenis", "Kind"),
        Text("Orang", "Persons"),
        Text("Akun", "Accounts"),
    )
    practice, real = Text("latihan", "practice"), Text("sungguhan", "real")
    rows = [
        (
            each.place_code,
            each.name,
            practice if each.is_practice else real,
            each.persons,
            each.accounts,
        )
        for each in households(by=OPERATOR)
    ]
    terminal.table(heads, rows)
    return DONE


def seat_secretary(given: Namespace, terminal: Terminal) -> int:
    """Seat the first secretary, who does everything else."""
    government = household(by=OPERATOR, place_code=given.code, is_practice=given.practice)
    start_secretariat(
        by=OPERATOR,
        at=now(),
        government_id=government.government_id,
        name=given.name,
        sex=Sex(given.sex),
        decree_number=given.decree,
        decided_on=given.decided_on,
    )
    sentence = Text(
        "{name} menjadi Sekretariat Pokja PUG. Berikutnya: setara account open {code} …",
        "{name} is the secretariat of the working group. Next: setara account open {code} …",
    )
    terminal.say(sentence.filled(name=given.name, code=given.code))
    return DONE


def open_an_account(given: Namespace, terminal: Terminal) -> int:
    """Open an account for a registered person; the password is asked for and not shown."""
    person_id = _person(given)
    password = None if given.no_password else _password(terminal)
    open_account(
        by=OPERATOR,
        at=now(),
        person_id=person_id,
        email=given.email,
        password=password,
        language=Language(given.speaks),
        is_operator=given.operator,
    )
    terminal.say(Text("Akun {email} dibuka.", "Account {email} is open.").filled(email=given.email))
    return DONE


def _person(given: Namespace) -> int:
    government = household(by=OPERATOR, place_code=given.code, is_practice=given.practice)
    found = persons_called(by=OPERATOR, government_id=government.government_id, name=given.person)
    if len(found) != 1:
        sentence = Text(
            "Ada {count} orang bernama “{name}” di {government}; harus tepat satu. "
            "Bila lebih dari satu, sebutkan NIP-nya.",
            "{government} has {count} persons called “{name}”; it must be exactly one. "
            "Where there are several, give the NIP.",
        )
        raise Refused(
            sentence.filled(count=len(found), name=given.person, government=government.name)
        )
    return found[0].person_id


def _password(terminal: Terminal) -> str:
    """From the keyboard, unseen and twice; from the first line of what is piped in."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    first = getpass(PASSWORD.say(terminal.language))
    if first != getpass(AGAIN.say(terminal.language)):
        raise Refused(DIFFERENT)
    return first


def verify(given: Namespace, terminal: Terminal) -> int:
    """Recompute each chain; 0 where all are whole, 1 where an event is faulty."""
    answers = trails(by=OPERATOR)
    whole = not any(answer.faults for answer in answers)
    if given.json:
        terminal.json({"whole": whole, "governments": [_facts(answer) for answer in answers]})
    else:
        for answer in answers:
            _say(answer, terminal)
        if not answers:
            terminal.say(Text("Belum ada jejak audit.", "There is no audit trail yet."))
    return DONE if whole else REFUSED


def _say(answer: TrailAnswer, terminal: Terminal) -> None:
    for fault in answer.faults:
        sentence = Text("{government}: {message}{what}", "{government}: {message}{what}")
        what = f" ({fault.event_name})" if fault.event_name else ""
        terminal.say(
            sentence.filled(government=answer.government_name, message=fault.message, what=what)
        )
    if not answer.faults:
        sentence = Text(
            "{government}: utuh, {events} peristiwa, rantai berakhir pada {head}",
            "{government}: whole, {events} events, the chain ends in {head}",
        )
        terminal.say(
            sentence.filled(
                government=answer.government_name, events=answer.events, head=answer.head
            )
        )


def _facts(answer: TrailAnswer) -> dict[str, object]:
    return {
        "name": answer.government_name,
        "events": answer.events,
        "head": answer.head,
        "faults": [
            {
                "kind": fault.kind.value,
                "sequence": fault.sequence,
                "event": fault.event_name or None,
                "message": fault.message,
            }
            for fault in answer.faults
        ],
    }
