"""What stands above the headings: title, government, year, agency, the sub kegiatan of a form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from setara.domain.budget.reading.cells import Cells, folded, tidy
from setara.domain.budget.reading.findings import Mend, Repair
from setara.domain.budget.reading.line import NOBODY, AgencyRef

_YEAR = re.compile(r"(?<!\d)(20[0-4]\d|199\d)(?!\d)")
_YEAR_WORDS = re.compile(
    r"\b(?:tahun(?: anggaran)?|t\.?a\.?|apbd)\W*((?:19|20)\d{2})\b", re.IGNORECASE
)
_CODE_AND_NAME = re.compile(r"^([0-9X][0-9X.]*(?:\s*\.\s*[0-9X]+)*)\.?[\s–—:-]+(\D.*)$")
_CODE = re.compile(r"[0-9X](?:[\s.]*[0-9X]+)*\s*\.?", re.IGNORECASE)
_GOVERNMENT = re.compile(
    r"\b(?:pemerintah(?:an)?|apbd)?\s*((?:kabupaten|kab\.|kota|provinsi|prov\.)\s+[a-z][a-z .']*)",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"^(?:pemda\b|pemkab\b|pemkot\b|pemprov\b|pemerintah (?:kab|kota|prov|daerah)|"
    r"(?:kabupaten|kab\.|kota|provinsi|prov\.) [a-z .']+$)",
    re.IGNORECASE,
)
_LABELS = {
    **dict.fromkeys(("judul",), "title"),
    **dict.fromkeys(("daerah", "pemerintah daerah", "nama daerah"), "region"),
    **dict.fromkeys(("tahun", "tahun anggaran", "ta"), "year"),
    **dict.fromkeys(
        ("kode organisasi", "kode skpd", "kode opd", "kode perangkat daerah", "kode unit"),
        "agency_code",
    ),
    **dict.fromkeys(
        ("nama organisasi", "nama skpd", "nama opd", "nama perangkat daerah", "nama unit"),
        "agency_name",
    ),
    **dict.fromkeys(("organisasi", "skpd", "opd", "perangkat daerah", "satuan kerja"), "agency"),
    "unit": "unit",
    "unit organisasi": "unit",
    "program": "program",
    "kegiatan": "activity",
    "sub kegiatan": "sub_activity",
    "subkegiatan": "sub_activity",
    "sumber dana": "fund",
    "sumber pendanaan": "fund",
    "kolom": "columns",
}


@dataclass(frozen=True, slots=True)
class Preamble:
    """What the rows above the headings say; an empty text for what they do not."""

    title: str = ""
    region: str = ""
    year: str = ""
    agency: AgencyRef = NOBODY
    activity: tuple[str, str] = ("", "")
    fund: str = ""
    repairs: tuple[Repair, ...] = ()


def preamble_of(rows: Sequence[Cells]) -> Preamble:
    """Read label by label; a code and a name that stand in each other's place are put right."""
    said: dict[str, tuple[int, str]] = {}
    for number, cells in enumerate(rows, start=1):
        for kind, value in _pairs(cells):
            if value and kind not in said:
                said[kind] = (number, value)
    agency, repairs = _agency(said)
    if _WHOLE.match(agency.name):
        # A book of the whole government puts the government where the agency stands.
        agency = NOBODY
    words = [tidy(cell) for cells in rows for cell in cells if tidy(cell)]
    title = said.get("title", (0, ""))[1] or next((w for w in words if len(w.split()) > 2), "")  # noqa: PLR2004
    return Preamble(
        title=title,
        region=said.get("region", (0, ""))[1] or _government(words),
        year=_year(said, words),
        agency=agency,
        activity=_parted(said.get("sub_activity", said.get("activity", (0, "")))[1]),
        fund=said.get("fund", (0, ""))[1],
        repairs=repairs,
    )


def _pairs(cells: Cells) -> list[tuple[str, str]]:
    """The labels of a row with the first text behind each, in the same cell or further right."""
    words = [tidy(cell) for cell in cells]
    found = []
    for place, text in enumerate(words):
        label, mark, rest = text.partition(":")
        kind = _LABELS.get(folded(label))
        if kind is None:
            continue
        behind = (each.lstrip(": ").strip() for each in words[place + 1 :])
        value = rest.strip() if mark and rest.strip() else next((b for b in behind if b), "")
        found.append((kind, value))
    return found


def _agency(said: dict[str, tuple[int, str]]) -> tuple[AgencyRef, tuple[Repair, ...]]:
    """The agency, its code and name put where they belong."""
    row, code = said.get("agency_code", (0, ""))
    name_row, name = said.get("agency_name", (0, ""))
    if _is_code(name) and code and not _is_code(code):
        repair = Repair(Mend.SWAPPED, row, f"{code} | {name}", f"{name} | {code}")
        return AgencyRef(_bare(name), code), (repair,)
    for where, both, other in ((row, code, name), (name_row, name, code)):
        own, words = _parted(both)
        if own:
            repair = Repair(Mend.SPLIT, where, both, f"{own} | {words}")
            return AgencyRef(_bare(other) if _is_code(other) else own, words), (repair,)
    own, words = _parted(said.get("agency", said.get("unit", (0, "")))[1])
    if code or name:
        codes = [each for each in (code, name) if _is_code(each)]
        stated = (name if not _is_code(name) else "") or ("" if codes else code)
        return AgencyRef(_bare(codes[0]) if codes else own, stated or words), ()
    return AgencyRef(own, words), ()


def _is_code(text: str) -> bool:
    return _CODE.fullmatch(text) is not None


def _bare(code: str) -> str:
    bare = re.sub(r"[\s.]*\.[\s.]*", ".", code).strip(". ")
    return "" if bare.strip("0.") == "" else bare


def _parted(both: str) -> tuple[str, str]:
    """`2.08.02 Program …` as code and name; an empty code where it does not begin with one."""
    found = _CODE_AND_NAME.match(both)
    return (_bare(found[1]), found[2].strip()) if found else ("", both)


def _year(said: dict[str, tuple[int, str]], words: list[str]) -> str:
    if "year" in said and (found := _YEAR.search(said["year"][1])):
        return found[1]
    for text in words:
        if found := _YEAR_WORDS.search(text):
            return found[1]
    return ""


def _government(words: list[str]) -> str:
    for text in words:
        if found := _GOVERNMENT.search(text):
            name = re.split(r"\b(?:tahun|anggaran|ta)\b", found[1], flags=re.IGNORECASE)[0]
            return " ".join(name.split())
    return ""
