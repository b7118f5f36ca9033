"""What a recapitulation says about itself in words, the same on page, paper and workbook."""

from __future__ import annotations

from collections.abc import Iterator

from setara.domain.budget.missions import UNMAPPED
from setara.domain.budget.numerators import Numerator
from setara.domain.budget.recap import Part, Recap
from setara.domain.budget.recap_year import YearRecap
from setara.domain.budget.whereabouts import NOWHERE, SEVERAL
from setara.domain.foundation.money import total
from setara.domain.foundation.share import Share
from setara.domain.language.text import Text

EVERYTHING = Text("seluruh ARG", "all ARG")
LATEST = Text(
    "Rupiah diambil dari {book}, buku anggaran yang terakhir pada tahun itu; setiap sub kegiatan "
    "dihitung satu kali.",
    "The rupiah are those of {book}, the latest budget of the year; each sub-activity counts once.",
)
EARLIER = Text(
    "Belum ada dalam {book}, sehingga dihitung menurut anggaran sebelumnya: {agencies}.",
    "Not in {book} yet, and therefore counted as in an earlier budget: {agencies}.",
)
CHANGED = Text(
    "Pagu semula menurut {before}; perubahannya sampai {after}.",
    "Before the change as in {before}; changed up to {after}.",
)
NOT_CHANGED = Text(
    "Belum ada anggaran perubahan pada tahun ini, sehingga kolom perubahan tidak ditampilkan.",
    "There is no changed budget of this year yet, so no change is shown.",
)
SPENT = Text("Angka realisasinya: {spent}.", "What was realised: {spent}.")
SPENT_IN_BOOK = Text(
    "Realisasi menurut kolom realisasi {book} sendiri; berkas realisasi bulanan belum diunggah.",
    "Realised as the column of {book} itself has it; no monthly realisation was uploaded.",
)
NOT_SPENT = Text(
    "Realisasi belum diketahui: {book} tidak memuatnya dan berkas realisasi belum diunggah.",
    "What was realised is not known: {book} does not say, and no realisation was uploaded.",
)
SAME_PART = Text(
    "Pagu semula, pagu setelah perubahan, dan realisasi adalah bagian yang sama dari angka sub "
    "kegiatannya; realisasi per komponen tidak dicatat.",
    "The budget before and after the change and what was realised are the same part of the "
    "sub-activity's figures; nobody records what was realised of components.",
)
UNPLACED = Text(
    "{amount} dalam buku tidak menyebut kode rekening, sehingga tidak ikut dalam penyebut "
    "berhuruf.",
    "{amount} of the book stand at no account, so the denominators with a letter leave them out.",
)
NO_MISSIONS = Text(
    "Misi RPJMD untuk tahun ini belum diisi, sehingga seluruh ARG belum dipetakan.",
    "The missions of the RPJMD of this year are not filled in, so all ARG is without a mission.",
)
MISSIONS = Text(
    "Misi menurut {document}. {percent}% dari ARG berada pada program yang sudah dipetakan ke "
    "misi.",
    "Missions as in {document}. {percent}% of ARG is in programmes that are mapped to a mission.",
)
DISTRICTS = Text(
    "{percent}% dari ARG menyebut satu kecamatan atau dibelanjakan kantor kecamatan; sisanya tidak "
    "dibagi-bagi menurut perkiraan. Satu sub kegiatan dapat dihitung pada beberapa kecamatan.",
    "{percent}% of ARG names one sub-district or is spent by a sub-district's office; the rest is "
    "not shared out by guesswork. A sub-activity may count in several sub-districts.",
)
NO_DISTRICTS = Text(
    "Tidak ada rincian ARG yang menyebut kecamatan atau desa, sehingga pembagian ini belum "
    "mengatakan apa-apa.",
    "No detail of ARG names a sub-district or a village, so this division says nothing yet.",
)


def book_notes(made: YearRecap, found: Recap) -> tuple[Text, ...]:
    """Where the figures come from, a sentence each."""
    return tuple(_book_notes(made, found))


def _book_notes(made: YearRecap, found: Recap) -> Iterator[Text]:
    sources, book = made.sources, found.book.name
    yield LATEST.filled(book=book)
    if found.book.earlier:
        yield EARLIER.filled(book=book, agencies=", ".join(found.book.earlier))
    if sources.before and sources.after:
        yield CHANGED.filled(before=sources.before, after=sources.after)
    elif not sources.after:
        yield NOT_CHANGED
    if sources.spent:
        yield SPENT.filled(spent=sources.spent)
    elif found.total.realised is not None and found.lines:
        yield SPENT_IN_BOOK.filled(book=book)
    else:
        yield NOT_SPENT.filled(book=book)
    if found.numerator is not Numerator.APPROVED_STATEMENTS:
        yield SAME_PART
    if found.book.unplaced.amount:
        yield UNPLACED.filled(amount=found.book.unplaced)


def mission_note(made: YearRecap, found: Recap) -> Text:
    """How much of the money is mapped to a mission."""
    if made.sources.missions is None:
        return NO_MISSIONS
    share = _part_of(found, found.by_mission, {UNMAPPED})
    percent = share.percent() if share else 0
    return MISSIONS.filled(document=made.sources.missions, percent=percent)


def district_note(found: Recap) -> Text:
    """How much of the money names one sub-district."""
    share = _part_of(found, found.by_district, {NOWHERE, SEVERAL})
    if share is None or not share.part:
        return NO_DISTRICTS
    return DISTRICTS.filled(percent=share.percent())


def _part_of(found: Recap, parts: tuple[Part, ...], besides: set[str]) -> Share | None:
    """The share of all ARG that lies in the parts other than those."""
    if not found.total.gross.amount:
        return None
    known = total(part.sums.gross for part in parts if part.key not in besides)
    return Share(known.amount, found.total.gross.amount, EVERYTHING)


def has_change(made: YearRecap) -> bool:
    """Whether there is a budget before and one after the mid-year change."""
    return made.sources.before is not None and made.sources.after is not None


def has_realised(found: Recap) -> bool:
    """Whether anything is known of what was realised."""
    return bool(found.lines) and found.total.realised is not None
