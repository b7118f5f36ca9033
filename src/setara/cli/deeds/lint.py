"""Checks a GAP or GBS by the rules of substance: in a file, or in the register."""

from __future__ import annotations

import re
from argparse import Namespace
from datetime import date
from pathlib import Path

from setara.cli.deeds.lint_words import (
    facts_of_paper,
    facts_of_record,
    say_paper,
    say_record,
)
from setara.cli.deeds.received import NotRead, content_of
from setara.cli.roof import move_to_practice, set_up_django
from setara.cli.terminal import Terminal
from setara.cli.word import DONE, REFUSED, UNABLE
from setara.domain.budget.paper.paper import NotAPathway
from setara.domain.budget.severity import Severity
from setara.domain.language.text import Text
from setara.formats.tables import MOST_BYTES, Unreadable
from setara.usecases.budget.paper_checks import check_paper

_RECORD = re.compile(r"(?:(gap|gbs):)?(\d{1,18})", re.IGNORECASE)
NO_DATE = Text(
    "“{day}” bukan tanggal. Tulis seperti 2026-11-24.",
    "“{day}” is no date. Write it as 2026-11-24.",
)


def lint(given: Namespace, terminal: Terminal) -> int:
    """Say what is weak. DONE where nothing is, REFUSED with findings, UNABLE for no GAP."""
    try:
        today = date.fromisoformat(given.on) if given.on else date.today()  # noqa: DTZ011 -- the day here
    except ValueError:
        terminal.tell(NO_DATE.filled(day=given.on))
        return UNABLE
    path = Path(given.what)
    record = _RECORD.fullmatch(given.what)
    if record is not None and not path.exists():
        return _record(record, today, given, terminal)
    return _file(path, today, given, terminal)


def _file(path: Path, today: date, given: Namespace, terminal: Terminal) -> int:
    try:
        checked = check_paper(name=path.name, content=content_of(path, MOST_BYTES), today=today)
    except (NotRead, Unreadable, NotAPathway) as refusal:
        return _unable(path.name, refusal.reason, given, terminal)
    if given.json:
        terminal.json(facts_of_paper(checked))
    else:
        say_paper(checked, terminal)
    return REFUSED if checked.has_weight else DONE


def _record(found: re.Match[str], today: date, given: Namespace, terminal: Terminal) -> int:
    """A record, by way of Django, which files do without."""
    move_to_practice()
    set_up_django()
    # Imported here, because tables can only be loaded once Django is set up.
    from setara.usecases.budget.record_checks import (  # noqa: PLC0415
        check_pathway,
        check_statement,
    )
    from setara.usecases.foundation.access import NotFound  # noqa: PLC0415
    from setara.usecases.foundation.actors import OPERATOR  # noqa: PLC0415

    number = int(found[2])
    try:
        if (found[1] or "gap").casefold() == "gbs":
            checked = check_statement(by=OPERATOR, statement_id=number, today=today)
        else:
            checked = check_pathway(by=OPERATOR, pathway_id=number, today=today)
    except NotFound as refusal:
        return _unable(found[0], refusal.reason, given, terminal)
    if given.json:
        terminal.json(facts_of_record(checked))
    else:
        say_record(checked, terminal)
    weighty = any(each.severity is not Severity.NOTE for each in checked.findings)
    return REFUSED if weighty else DONE


def _unable(name: str, reason: Text, given: Namespace, terminal: Terminal) -> int:
    if given.json:
        terminal.json({"what": name, "readable": False, "reason": reason})
    terminal.tell(reason)
    return UNABLE
