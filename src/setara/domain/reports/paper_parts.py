"""What the papers of one pathway share: its columns in words, and who prints it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from setara.domain.foundation.seat import Capacity
from setara.domain.language.text import Text, same
from setara.domain.law.forms import UNOFFICIAL, Form
from setara.domain.reports.outline import Letterhead, Notice, Signature

SAMPLE = Text(
    "CONTOH UNTUK LATIHAN – BUKAN DOKUMEN RESMI", "PRACTICE SAMPLE – NOT AN OFFICIAL DOCUMENT"
)
DRAFT = Text("KONSEP – BELUM DITANDATANGANI", "DRAFT – NOT SIGNED")


@dataclass(frozen=True, slots=True)
class Printing:
    """Who prints a paper and when; `is_practice` marks every page as a sample."""

    government: str
    agency: str
    place: str
    on: date
    is_practice: bool
    check_url: str | None = None
    trail: str = ""


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs for the agency."""

    office: str
    name: str
    rank: str
    employee_number: str
    capacity: Capacity


def notice_of(printing: Printing, *, is_draft: bool) -> Text | None:
    """What stands on every page: a sample goes before a draft."""
    if printing.is_practice:
        return SAMPLE
    return DRAFT if is_draft else None


def letterhead_of(printing: Printing) -> Letterhead:
    """The head of the agency's papers."""
    return Letterhead(f"Pemerintah {printing.government}", printing.agency)


def form_notice(form: Form) -> tuple[Notice, ...]:
    """Says that the form's official annex was not at hand, where that is so."""
    return () if form.official else (Notice(UNOFFICIAL),)


def footer_of(printing: Printing) -> Text:
    """When it was printed, and where the audit trail stood."""
    return Text(
        "Dicetak dari Setara pada {day}; jejak audit {trail}",
        "Printed from Setara on {day}; audit trail {trail}",
    ).filled(day=printing.on, trail=printing.trail or "–")


def signature_of(signatory: Signatory | None, printing: Printing) -> tuple[Signature, ...]:
    """The signature block; `Plt.` stands before the office of one who acts."""
    if signatory is None:
        return ()
    return (
        Signature(
            place_and_day=Text("{place}, {day}", "{place}, {day}").filled(
                place=printing.place, day=printing.on
            ),
            office=same(f"{signatory.capacity.prefix}{signatory.office}"),
            agency="",
            name=signatory.name,
            rank=signatory.rank,
            employee_number=signatory.employee_number,
        ),
    )
