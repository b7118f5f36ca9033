"""The words of an event's details: what the program wrote down, as people read it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from setara.domain.foundation.seat import Capacity
from setara.domain.language.text import Language, Text, listed, same

LABELS = {
    "after": Text("menjadi", "after"),
    "before": Text("semula", "before"),
    "capacity": Text("sebagai", "as"),
    "code": Text("kode", "code"),
    "count": Text("jumlah", "count"),
    "decree": Text("SK", "decree"),
    "document": Text("dokumen", "document"),
    "happened_on": Text("mulai tanggal", "from"),
    "is_practice": Text("untuk latihan", "for practice"),
    "language": Text("bahasa", "language"),
    "name": Text("nama", "name"),
    "number": Text("nomor", "number"),
    "occasion": Text("acara", "occasion"),
    "person": Text("orang", "person"),
    "place_code": Text("kode wilayah", "place code"),
    "predecessor": Text("asal", "predecessor"),
    "predecessors": Text("asal", "predecessors"),
    "reason": Text("alasan", "reason"),
    "source": Text("sumber", "source"),
    "successor": Text("penerus", "successor"),
    "successors": Text("penerus", "successors"),
    "title": Text("sebutan", "title"),
    "valid_from": Text("berlaku mulai", "valid from"),
    "valid_to": Text("berakhir", "ends"),
    "year": Text("tahun", "year"),
}
"""Keys a room adds without a word here are shown as they are, underscores as blanks."""

TELLING = ("person", "after", "name", "title", "number", "successor", "successors", "document")
"""Details that tell by themselves what an event was about, the most telling first."""

SUBJECTS = {
    "Account": Text("akun", "account"),
    "Agency": Text("perangkat daerah", "agency"),
    "Decree": Text("SK", "decree"),
    "Decision": Text("keputusan", "decision"),
    "Element": Text("elemen data", "data element"),
    "FollowUp": Text("tindak lanjut", "follow-up"),
    "Government": Text("pemerintah daerah", "government"),
    "Issue": Text("isu gender", "gender issue"),
    "Meeting": Text("rapat", "meeting"),
    "Pathway": Text("GAP", "GAP"),
    "Person": Text("orang", "person"),
    "Seat": Text("kedudukan", "seat"),
    "Source": Text("sumber data", "source"),
    "Statement": Text("GBS", "GBS"),
}
LANGUAGES = {
    Language.INDONESIAN: Text("Indonesia", "Indonesian"),
    Language.ENGLISH: Text("Inggris", "English"),
}
SUBJECT = Text("{kind} nomor {number}", "{kind} number {number}")
YES, NO, NOTHING = Text("ya", "yes"), Text("tidak", "no"), Text("–", "–")


def label_of(key: str) -> Text:
    """What a detail is called."""
    return LABELS.get(key, same(key.replace("_", " ")))


def subject_of(kind: str, number: str) -> Text:
    """What an event was about."""
    return SUBJECT.filled(kind=SUBJECTS.get(kind, same(kind)), number=number)


def gist_of(detail: Iterable[tuple[str, object]]) -> Text | None:
    """The one detail that says most, where an event has it."""
    known = dict(detail)
    telling = next((key for key in TELLING if known.get(key)), None)
    return None if telling is None else words_of(telling, known[telling])


def words_of(key: str, value: object) -> Text:
    """A detail's value, which is any JSON value."""
    if value is None or value in ("", []):
        return NOTHING
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, list):
        return listed([words_of(key, each) for each in value])
    if isinstance(value, str):
        return _from_text(key, value)
    return Text("{value}", "{value}").filled(value=value)


def _from_text(key: str, value: str) -> Text:
    if key == "capacity" and value in list(Capacity):
        return Capacity(value).label
    if key == "language" and value in list(Language):
        return LANGUAGES[Language(value)]
    day = _day(value)
    return Text("{day}", "{day}").filled(day=day) if day else same(value)


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value) if len(value) == len("2025-06-16") else None
    except ValueError:
        return None
