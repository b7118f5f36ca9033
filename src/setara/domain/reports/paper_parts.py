"""What the papers of one pathway share: its columns in words, and who prints it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from setara.domain.foundation.seat import Capacity
from setara.domain.language.text import Text, listed, same
from setara.domain.law.forms import UNOFFICIAL, Form
from setara.domain.reports.outline import Facts, Letterhead, Notice, Signature

SAMPLE = Text(
    "CONTOH UNTUK LATIHAN – BUKAN DOKUMEN RESMI", "PRACTICE SAMPLE – NOT AN OFFICIAL DOCUMENT"
)
DRAFT = Text("KONSEP – BELUM DITANDATANGANI", "DRAFT – NOT SIGNED")
SUPERSEDED = Text("SUDAH DIGANTI – TIDAK BERLAKU LAGI", "SUPERSEDED – NO LONGER VALID")
UNSEEN = Text(
    "Bagian bentuk aslinya yang belum pernah terlihat, jadi letak dan labelnya menurut Setara: "
    "{labels}.",
    "Parts of the original layout that were never seen, so that place and label are Setara's: "
    "{labels}.",
)
_BOTH = Text("{first} · {second}", "{first} · {second}")


@dataclass(frozen=True, slots=True)
class Printing:
    """Who prints a paper and when; `is_practice` marks every page as a sample.

    `signed_on` is the day the paper was signed or approved, None for a draft. `fingerprint` is
    the short hash of the record it was printed from and `code` the name of this print; a
    superseded paper is marked on every page.
    """

    government: str
    agency: str
    place: str
    on: date
    is_practice: bool
    check_url: str | None = None
    trail: str = ""
    number: str = ""
    signed_on: date | None = None
    fingerprint: str = ""
    code: str = ""
    is_superseded: bool = False


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs for the agency."""

    office: str
    name: str
    rank: str
    employee_number: str
    capacity: Capacity


def notice_of(printing: Printing, *, is_draft: bool) -> Text | None:
    """What stands on every page: a sample goes before a draft; superseded is always said."""
    if printing.is_practice and printing.is_superseded:
        return _BOTH.filled(first=SUPERSEDED, second=SAMPLE)
    if printing.is_practice:
        return SAMPLE
    if printing.is_superseded:
        return SUPERSEDED
    return DRAFT if is_draft else None


def letterhead_of(printing: Printing) -> Letterhead:
    """The head of the agency's papers."""
    return Letterhead(f"Pemerintah {printing.government}", printing.agency)


def number_of(printing: Printing) -> tuple[Facts, ...]:
    """The paper's number, where it was given one."""
    return (Facts(((Text("Nomor", "Number"), same(printing.number)),)),) if printing.number else ()


def form_notice(form: Form) -> tuple[Notice, ...]:
    """Says that the form's official annex was not at hand, and which parts were never seen."""
    unseen = [field.label for field in form.fields if not field.seen]
    notices = () if form.official else (Notice(UNOFFICIAL),)
    return (*notices, Notice(UNSEEN.filled(labels=listed(unseen)))) if unseen else notices


def footer_of(printing: Printing) -> Text:
    """When it was printed, and where the audit trail stood, or what the print can be checked by."""
    if printing.fingerprint and not printing.code:
        return Text(
            "Dicetak dari Setara pada {day}; isi {hash}",
            "Printed from Setara on {day}; content {hash}",
        ).filled(day=printing.on, hash=printing.fingerprint)
    if printing.fingerprint:
        return Text(
            "Dicetak dari Setara pada {day}; isi {hash}; kode cetak {code}",
            "Printed from Setara on {day}; content {hash}; print code {code}",
        ).filled(day=printing.on, hash=printing.fingerprint, code=printing.code)
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
                place=printing.place, day=printing.signed_on or printing.on
            ),
            office=same(f"{signatory.capacity.prefix}{signatory.office}"),
            agency="",
            name=signatory.name,
            rank=signatory.rank,
            employee_number=signatory.employee_number,
        ),
    )
