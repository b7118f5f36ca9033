"""What the words of the nomenclature do: a decree's list loaded, listed, withdrawn."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from django.utils.timezone import now

from setara.cli.deeds.received import NotRead, content_of
from setara.cli.terminal import Terminal
from setara.cli.word import DONE, REFUSED, UNABLE
from setara.domain.budget.reading.findings import ReadingFinding
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Text
from setara.usecases.budget.nomenclature import (
    DecreeFacts,
    ListRefused,
    load_nomenclature,
    withdraw_nomenclature,
)
from setara.usecases.budget.nomenclature_queries import DecreeAnswer, decrees
from setara.usecases.budget.nomenclature_reading import MOST_BYTES
from setara.usecases.foundation.actors import OPERATOR
from setara.usecases.foundation.operating import household, households

MOST_TOLD = 30
LOADED = Text(
    "{decree} dimuat untuk {years}: {entries} kode, {sub} di antaranya sub kegiatan.",
    "{decree} is loaded for {years}: {entries} codes, {sub} of them sub-activities.",
)
WITHDRAWN = Text("{decree} dicabut.", "{decree} is withdrawn.")
NONE = Text("Belum ada keputusan yang dimuat.", "No decree is loaded yet.")
FINDING = Text(
    "  {cell}  {severity}: {message} {remedy}", "  {cell}  {severity}: {message} {remedy}"
)
MORE = Text("  … dan {count} lagi.", "  … and {count} more.")
WHICH = Text(
    "Ada {count} pemerintah daerah. Sebutkan satu dengan --government KODE (dan --practice untuk "
    "yang latihan).",
    "There are {count} governments. Name one with --government CODE (and --practice for the "
    "practice one).",
)
NO_DECREE = Text(
    "{decree} tidak dimuat. Lihat: setara budget nomenclature list",
    "{decree} is not loaded. See: setara budget nomenclature list",
)
HEADS = (
    Text("Keputusan", "Decree"),
    Text("Tahun", "Years"),
    Text("Kode", "Codes"),
    Text("Sub kegiatan", "Sub-activities"),
    Text("Resmi", "Official"),
    Text("Dicocokkan", "Compared"),
)
YES, NO = Text("ya", "yes"), Text("tidak", "no")


def load(given: Namespace, terminal: Terminal) -> int:
    """Load a decree's list for a government. REFUSED with its findings by row, UNABLE unread."""
    by, path = _operator(given), Path(given.file)
    facts = DecreeFacts(
        decree=given.decree,
        first_year=getattr(given, "from"),
        last_year=given.to,
        set_in=given.set_in,
        is_official=given.official,
    )
    try:
        pk = load_nomenclature(
            by=by,
            at=now(),
            facts=facts,
            name=path.name,
            content=content_of(path, MOST_BYTES),
            accepts_warnings=given.accept_warnings,
        )
    except NotRead as unread:
        terminal.tell(unread.reason)
        return UNABLE
    except ListRefused as refusal:
        _say_findings(refusal.findings, terminal)
        terminal.tell(refusal.reason)
        return REFUSED
    loaded = next(each for each in decrees(by=by) if each.nomenclature_id == pk)
    terminal.say(
        LOADED.filled(
            decree=loaded.decree.decree,
            years=loaded.decree.years,
            entries=loaded.entries,
            sub=loaded.sub_activities,
        )
    )
    return DONE


def list_decrees(given: Namespace, terminal: Terminal) -> int:
    """Every decree that is loaded."""
    found = decrees(by=_operator(given))
    if not found:
        terminal.say(NONE)
        return DONE
    terminal.table(HEADS, [_row(each) for each in found])
    return DONE


def withdraw(given: Namespace, terminal: Terminal) -> int:
    """Withdraw a list nobody used."""
    by = _operator(given)
    found = next((each for each in decrees(by=by) if each.decree.decree == given.decree), None)
    if found is None:
        raise Refused(NO_DECREE.filled(decree=given.decree))
    withdraw_nomenclature(by=by, at=now(), nomenclature_id=found.nomenclature_id)
    terminal.say(WITHDRAWN.filled(decree=given.decree))
    return DONE


def _operator(given: Namespace) -> Actor:
    """The operator on behalf of the government meant: the one named, or the only one."""
    if given.government:
        meant = household(by=OPERATOR, place_code=given.government, is_practice=given.practice)
        return replace(OPERATOR, government_id=meant.government_id)
    there = [each for each in households(by=OPERATOR) if each.is_practice == given.practice]
    if len(there) != 1:
        raise Refused(WHICH.filled(count=len(there)))
    return replace(OPERATOR, government_id=there[0].government_id)


def _row(decree: DecreeAnswer) -> tuple[object, ...]:
    return (
        decree.decree.decree,
        decree.decree.years,
        decree.entries,
        decree.sub_activities,
        YES if decree.is_official else NO,
        decree.verified_at or NO,
    )


def _say_findings(findings: tuple[ReadingFinding, ...], terminal: Terminal) -> None:
    for each in findings[:MOST_TOLD]:
        terminal.say(
            FINDING.filled(
                cell=each.cell,
                severity=each.severity.label,
                message=each.message,
                remedy=each.remedy,
            )
        )
    if len(findings) > MOST_TOLD:
        terminal.say(MORE.filled(count=len(findings) - MOST_TOLD))
