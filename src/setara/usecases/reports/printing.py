"""What every paper is printed with: who prints it, when, how it stands, the file it becomes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from setara.domain.foundation.actor import Actor
from setara.domain.reports.fingerprint import short
from setara.domain.reports.paper_kinds import PaperKind
from setara.domain.reports.paper_parts import Printing, Signatory
from setara.store.models import GovernmentRecord, TrailHeadRecord
from setara.usecases.budget.signatories import Holder, from_kept, holder_of
from setara.usecases.foundation.access import NotFound, government_of
from setara.usecases.reports.numbers import number_of
from setara.usecases.reports.paper_versions import PaperVersion, version_of
from setara.usecases.reports.prints import PAPER, code_of


@dataclass(frozen=True, slots=True)
class PaperAnswer:
    """A paper as a file."""

    file_name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class PaperAsked:
    """One paper and how its print can be checked.

    `check_page` is the address behind a print's code, with `{code}` in it; `check_url` is printed
    where there is no code.
    """

    kind: PaperKind
    subject_id: int
    today: date
    check_url: str | None = None
    check_page: str | None = None


def plain(words: str) -> str:
    """Words as a part of a file name."""
    return re.sub(r"[^A-Za-z0-9]+", "-", words).strip("-")[:40]


def printing(by: Actor, agency: str, today: date, check_url: str | None) -> Printing:
    """The government and agency of a paper, its day, and where the trail stood. Two queries."""
    government = GovernmentRecord.objects.select_related("place").get(pk=government_of(by))
    head = TrailHeadRecord.objects.filter(government=government).first()
    return Printing(
        government=government.place.name,
        agency=agency,
        place=government.place.name,
        on=today,
        is_practice=government.is_practice,
        check_url=check_url,
        trail=f"#{head.sequence} {head.hash[:12]}" if head else "",
    )


def standing(by: Actor, asked: PaperAsked) -> tuple[Printing, Signatory | None]:
    """A paper's print with its number, hash and code, and who signed it.

    A signed paper bears the agency's name and head of the day it was signed, a draft today's.
    Raises NotFound. Cost: eight queries.
    """
    version = version_of(asked.kind, asked.subject_id)
    if version is None or version.government_id != government_of(by):
        raise NotFound(PAPER)
    code = code_of(by=by, kind=asked.kind, subject_id=asked.subject_id) if version.signed_on else ""
    url = asked.check_url
    if code and asked.check_page:
        url = asked.check_page.replace("{code}", code)
    plainly = printing(by, version.said["agency"], asked.today, url)
    made = replace(
        plainly,
        number=number_of(asked.kind, asked.subject_id),
        signed_on=version.signed_on,
        fingerprint=short(version.content_hash),
        code=code,
        is_superseded=version.is_superseded,
    )
    return made, signatory(_head(version, asked.today))


def _head(version: PaperVersion, today: date) -> Holder | None:
    return from_kept(version.signatory) or holder_of(version.agency_id, version.signed_on or today)


def signatory(found: Holder | None) -> Signatory | None:
    """Who signs, as papers have it; None where nobody sits there."""
    if found is None:
        return None
    return Signatory(found.office, found.name, found.rank, found.employee_number, found.capacity)
