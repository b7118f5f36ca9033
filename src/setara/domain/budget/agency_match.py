"""Agencies as a budget book writes them, matched to the agencies of the government."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from setara.domain.budget.reading.cells import folded
from setara.domain.budget.reading.findings import Fault, ReadingFinding, quoted
from setara.domain.budget.reading.line import AgencyRef, Line
from setara.domain.budget.severity import Severity
from setara.domain.foundation.agency import Agency
from setara.domain.language.text import Text

_LIKENESS = 0.75
_KINDS = frozenset(
    ("pemerintah", "pemerintahan", "pemda", "pemkab", "pemkot", "pemprov", "kabupaten", "kab")
) | {"kota", "provinsi", "prov", "daerah", "kbupaten"}


@dataclass(frozen=True, slots=True)
class AgencyMatch:
    """The agency codes by the agency as the book writes it, with what did not match."""

    codes: Mapping[AgencyRef, str]
    findings: tuple[ReadingFinding, ...]


def matched(
    lines: Iterable[Line],
    agencies: Sequence[Agency],
    *,
    government_name: str,
    whole_file: str | None = None,
) -> AgencyMatch:
    """Which agency each line belongs to: by code, by any name it ever had, else a suggestion.

    `whole_file` is the code of the one agency the file is said to be of; then nothing is
    compared. A book often adds the government's name to the agency's; that is disregarded.
    """
    known = _Known(agencies, folded(government_name))
    codes: dict[AgencyRef, str] = {}
    findings: dict[AgencyRef, ReadingFinding] = {}
    for line in lines:
        written = line.agency
        if written in codes or written in findings:
            continue
        code = whole_file or known.code_of(*written)
        if code is not None:
            codes[written] = code
        else:
            findings[written] = _finding(line.row, *known.refusal(*written))
    return AgencyMatch(codes, tuple(findings.values()))


def government_findings(stated: str, government_name: str) -> tuple[ReadingFinding, ...]:
    """A warning where a file names another government than the one it is handed to.

    Misspelt names and `Kab.` for `Kabupaten` are the same; a file that names none says nothing.
    """
    own, other = _place_of(government_name), _place_of(stated)
    if not other or not own or own in other or other in own:
        return ()
    if get_close_matches(other, [own], n=1, cutoff=_LIKENESS):
        return ()
    message = _OTHER_GOVERNMENT.filled(stated=quoted(stated), own=government_name)
    return (ReadingFinding(Fault.OTHER_GOVERNMENT, Severity.WARNING, 0, "", message, _RIGHT_FILE),)


def _place_of(government: str) -> str:
    return " ".join(word for word in folded(government).split() if word not in _KINDS)


def _finding(row: int, message: Text, remedy: Text) -> ReadingFinding:
    return ReadingFinding(Fault.UNKNOWN_AGENCY, Severity.ERROR, row, "", message, remedy)


class _Known:
    """The agencies of a government under every code and name a book may use."""

    def __init__(self, agencies: Sequence[Agency], government: str) -> None:
        # `Kabupaten Paser` is as often `Kab. Paser` at the end of an agency's name.
        self._endings = (government, government.replace("kabupaten ", "kab "))
        self._codes = {folded(agency.code): agency.code for agency in agencies}
        self._names = {
            self._bare(written): agency.code
            for agency in agencies
            for name in agency.names
            for written in (name.name, name.short_name)
        }
        self._spoken = {
            self._bare(name.name): name.name for agency in agencies for name in agency.names
        }

    def code_of(self, code: str, name: str) -> str | None:
        """The agency with that code or else with that name."""
        by_code = self._codes.get(folded(code)) if code else None
        return by_code or (self._names.get(self._bare(name)) if name else None)

    def refusal(self, code: str, name: str) -> tuple[Text, Text]:
        """Why it did not match, with the likest name where one is like enough; what to do."""
        written = quoted(name or code)
        if not written:
            return _UNNAMED, _CHOOSE
        close = get_close_matches(self._bare(name), self._spoken, n=1, cutoff=_LIKENESS)
        if close:
            return _SUGGESTED.filled(written=written, name=self._spoken[close[0]]), _CORRECT
        return _UNKNOWN.filled(written=written), _REGISTER

    def _bare(self, name: str) -> str:
        words = folded(name)
        for ending in self._endings:
            words = words.removesuffix(ending).strip()
        return words


_UNNAMED = Text("Berkas tidak menyebut perangkat daerah.", "The file names no agency.")
_CHOOSE = Text(
    "Pilih perangkat daerah pemilik berkas pada formulir.",
    "Choose the agency the file belongs to on the form.",
)
_SUGGESTED = Text(
    "Perangkat daerah “{written}” tidak dikenal. Apakah maksudnya “{name}”?",
    "The agency “{written}” is not known. Is “{name}” meant?",
)
_CORRECT = Text(
    "Perbaiki namanya di berkas, atau pilih perangkat daerahnya pada formulir.",
    "Correct the name in the file, or choose the agency on the form.",
)
_UNKNOWN = Text(
    "Perangkat daerah “{written}” tidak dikenal.", "The agency “{written}” is not known."
)
_OTHER_GOVERNMENT = Text(
    "Berkas menyebut {stated}, sedangkan data ini milik {own}.",
    "The file names {stated}, while this is the data of {own}.",
)
_RIGHT_FILE = Text(
    "Periksa apakah berkasnya milik daerah ini.", "Check that the file is of this government."
)
_REGISTER = Text(
    "Daftarkan dahulu, atau pilih perangkat daerahnya pada formulir.",
    "Register it first, or choose the agency on the form.",
)
