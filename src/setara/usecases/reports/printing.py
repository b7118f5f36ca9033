"""What every paper is printed with: who prints it, when, and the file it becomes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from setara.domain.foundation.actor import Actor
from setara.domain.reports.paper_parts import Printing
from setara.store.models import GovernmentRecord, TrailHeadRecord
from setara.usecases.foundation.access import government_of


@dataclass(frozen=True, slots=True)
class PaperAnswer:
    """A paper as a file."""

    file_name: str
    media_type: str
    content: bytes


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
