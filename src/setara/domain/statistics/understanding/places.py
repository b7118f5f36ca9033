"""The places that the rows of a received table are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from setara.domain.language.text import Text, listed, same
from setara.domain.statistics.understanding import wording
from setara.domain.statistics.understanding.columns import Role
from setara.domain.statistics.understanding.findings import Fault, SheetFinding, quoted, warning
from setara.domain.statistics.understanding.gazetteer import (
    Gazetteer,
    How,
    KnownPlace,
    Match,
    bare_name,
)
from setara.domain.statistics.understanding.rows import FIGURE_ROWS, ReadRow, RowKind
from setara.domain.statistics.understanding.structure import Structure

_MOSTLY = 0.6
_HARDLY = 0.2

CHOOSE = Text(
    "Pilih wilayahnya saat memetakan, atau pakai nama menurut kode wilayah Kemendagri.",
    "Choose the place when mapping, or use the name of the Kemendagri code list.",
)


def with_place_column(
    structure: Structure, rows: Sequence[ReadRow], gazetteer: Gazetteer
) -> Structure:
    """A column of other names whose cells are places is a column of places."""
    if structure.of(Role.PLACE):
        return structure
    for column in structure.of(Role.CATEGORY):
        said = {name for row in rows for place, name in row.names if place == column.place}
        known = sum(bool(gazetteer.by_name(name)[0]) for name in said)
        if said and known >= _MOSTLY * len(said):
            columns = tuple(
                replace(each, role=Role.PLACE) if each is column else each
                for each in structure.columns
            )
            return replace(structure, columns=columns)
    return structure


@dataclass(slots=True)
class _Matching:
    gazetteer: Gazetteer
    answers: Mapping[str, str]
    kinds: tuple[str, ...]
    known: dict[tuple[str, str, str, bool], Match] = field(default_factory=dict)

    def match(self, said: str, code: str, above: str, *, is_whole: bool = False) -> Match:
        """The place of a name below the place `above`; a whole has others in it.

        Cost: one search a distinct name.
        """
        key = (said, code, above, is_whole)
        if key not in self.known:
            kinds = _WHOLES if is_whole else self.kinds
            self.known[key] = replace(self._found(said, code, above, kinds), above=above)
        return self.known[key]

    def _found(self, said: str, code: str, above: str, kinds: tuple[str, ...]) -> Match:
        answered = self.answers.get(answer_key(said, above)) or self.answers.get(
            answer_key(said), ""
        )
        if answered in self.gazetteer.places:
            return Match(said, self.gazetteer.places[answered], How.ANSWERED)
        code = code or (said if said.isdecimal() else "")
        place, is_other = self.gazetteer.by_code(code) if code else (None, False)
        if place is not None:
            return Match(said or code, place, How.CODE)
        found, how = self.gazetteer.by_name(said) if said else ((), How.NAME)
        chosen = _narrowed(found, above, kinds)
        if len(chosen) == 1:
            return Match(said, chosen[0], how, has_other_code_system=is_other)
        if chosen:
            return Match(said, None, How.AMBIGUOUS, chosen, is_other)
        near = _narrowed(self.gazetteer.near(said), above, kinds)
        return Match(said or code, None, How.UNKNOWN, near, is_other)


def _narrowed(
    found: Sequence[KnownPlace], above: str, kinds: tuple[str, ...]
) -> tuple[KnownPlace, ...]:
    """Those below the place above, then those of the level that the table is about."""
    below = tuple(p for p in found if above and p.code.startswith(f"{above}."))
    kept = below or tuple(found)
    of_kind = tuple(p for p in kept if p.kind in kinds)
    return of_kind or kept


_WHOLES = ("kecamatan", "kabupaten", "kota", "province")


def answer_key(said: str, above: str = "") -> str:
    """What an answer about a name is kept under: the folded name, and what it lies in."""
    return f"{above}/{wording.folded(said)}" if above else wording.folded(said)


def places_of_rows(
    rows: Sequence[ReadRow],
    structure: Structure,
    gazetteer: Gazetteer,
    answers: Mapping[str, str],
) -> tuple[dict[int, Match], tuple[SheetFinding, ...]]:
    """The place of each row by number, and findings for those nobody knows.

    Cost: linear in the rows; near names are sought once a distinct name.
    """
    if not structure.of(Role.PLACE):
        return {}, ()
    # A name may stand in a column of codes: `010. | Prajurit Kulon`, below it ` | 001. | Blooto`.
    columns = [column.place for column in structure.of(Role.PLACE, Role.CODE)]
    kinds = _kinds(structure) or _usual_kinds(rows, columns, gazetteer)
    matching = _Matching(gazetteer, answers, kinds)
    found: dict[int, Match] = {}
    groups: dict[str, str] = {}
    ordered = sorted(
        (row for row in rows if row.kind in FIGURE_ROWS),
        key=lambda row: (row.kind is not RowKind.TOTAL, row.depth),
    )
    by_number = {row.number: row for row in rows}
    for row in ordered:
        names = [name for place, name in row.names if place in columns]
        above = _code_of(found.get(row.parent or 0)) or _group(row, matching, groups)
        if len(names) > 1 and not above:
            above = _code_of(matching.match(names[-2], "", "", is_whole=True))
        said = names[-1] if names else ""
        if wording.TOTAL_ROW.match(wording.folded(said)):
            # `Kuaro | Jumlah` is Kuaro; “Jumlah” alone is no place.
            said = names[-2] if len(names) > 1 else ""
            above = ""
        if said or row.code:
            is_whole = row.kind is not RowKind.DATA
            match = matching.match(said, row.code, above, is_whole=is_whole)
            # A last row may be named after a place nobody needs to know here.
            if match.place is not None or row.kind is not RowKind.TOTAL:
                found[row.number] = match
    return found, tuple(_findings(found, by_number, structure))


def _group(row: ReadRow, matching: _Matching, groups: dict[str, str]) -> str:
    if row.group and row.group not in groups:
        groups[row.group] = _code_of(matching.match(row.group, "", "", is_whole=True))
    return groups.get(row.group, "")


def _code_of(match: Match | None) -> str:
    return match.place.code if match is not None and match.place is not None else ""


_LEVELS = (
    ({"kelurahan", "desa", "village"}, ("kelurahan", "desa")),
    ({"kecamatan", "subdistrict", "sub"}, ("kecamatan",)),
    ({"kabupaten", "kota", "regency", "municipality"}, ("kabupaten", "kota")),
    ({"provinsi", "province"}, ("province",)),
)


def _kinds(structure: Structure) -> tuple[str, ...]:
    """The level that the heading of the place column names, the lowest where it names several."""
    said = [word for c in structure.of(Role.PLACE)[-1:] for h in c.headings for word in
            wording.folded(h).split()]  # fmt: skip
    return next((kinds for words, kinds in _LEVELS if words & set(said)), ())


def _usual_kinds(
    rows: Sequence[ReadRow], columns: Sequence[int], gazetteer: Gazetteer
) -> tuple[str, ...]:
    """The level of most names that can be of one level only; kecamatan where none tells."""
    said = {name for row in rows for place, name in row.names if place in columns}
    counted: Counter[tuple[str, ...]] = Counter()
    for name in said:
        found = {place.kind for place in gazetteer.by_name(name)[0]}
        counted.update(kinds for _, kinds in _LEVELS if found and found <= set(kinds))
    return counted.most_common(1)[0][0] if counted else ("kecamatan",)


def _findings(
    found: Mapping[int, Match], rows: Mapping[int, ReadRow], structure: Structure
) -> Iterator[SheetFinding]:
    asked = {n: match for n, match in found.items() if rows[n].kind is not RowKind.TOTAL}
    unknown = [n for n, match in asked.items() if match.place is None]
    if asked and len(unknown) > (1 - _HARDLY) * len(asked):
        yield _outside(asked, unknown, structure)
        return
    for number in sorted(unknown):
        yield unknown_place(number, asked[number], structure)
    if any(match.has_other_code_system for match in asked.values()):
        yield _other_codes(structure)


def _outside(
    asked: Mapping[int, Match], unknown: Sequence[int], structure: Structure
) -> SheetFinding:
    examples = list(dict.fromkeys(quoted(asked[number].said) for number in unknown))[:3]
    return warning(
        Fault.OUTSIDE_PLACES,
        Text(
            "{count} dari {all} wilayah tidak ada dalam daftar wilayah: {examples}, …",
            "{count} of {all} places are not in the list of places: {examples}, …",
        ).filled(count=len(unknown), all=len(asked), examples=listed([same(e) for e in examples])),
        Text(
            "Tabel ini tampaknya tentang daerah lain. Bila bukan, periksa kolom wilayahnya.",
            "The table seems to be about another region. If not, check the column of places.",
        ),
        column=structure.of(Role.PLACE)[-1].letter,
    )


def unknown_place(number: int, match: Match, structure: Structure) -> SheetFinding:
    """A row whose place somebody has to say, with what it may be."""
    is_ambiguous = match.how is How.AMBIGUOUS
    message = (
        Text("Ada beberapa wilayah bernama “{label}”.", "Several places are called “{label}”.")
        if is_ambiguous
        else Text("Wilayah “{label}” tidak dikenal.", "Place “{label}” is not known.")
    )
    offered = [same(f"{place.name} ({place.code})") for place in match.suggestions]
    remedy = (
        Text("Maksudnya {names}?", "Was {names} meant?").filled(
            names=listed(offered, last=Text("atau", "or"))
        )
        if offered
        else CHOOSE
    )
    return warning(
        Fault.AMBIGUOUS_PLACE if is_ambiguous else Fault.UNKNOWN_PLACE,
        message.filled(label=quoted(match.said)),
        remedy,
        row=number,
        column=structure.of(Role.PLACE)[-1].letter,
    )


def _other_codes(structure: Structure) -> SheetFinding:
    columns = structure.of(Role.CODE)
    return warning(
        Fault.OTHER_CODE_SYSTEM,
        Text(
            "Kodenya tampaknya kode BPS, sistem yang berbeda dari kode Kemendagri; wilayah "
            "dikenali dari namanya.",
            "The codes seem to be those of BPS, a system other than the Kemendagri codes; places "
            "were recognised by name.",
        ),
        Text(
            "Cocokkan beberapa wilayah, lalu lanjutkan.", "Compare some of the places, then go on."
        ),
        column=columns[-1].letter if columns else "",
    )


def level_of(matches: Mapping[int, Match]) -> str:
    """The kind most matched places are of; empty where none was matched."""
    kinds = Counter(match.place.kind for match in matches.values() if match.place is not None)
    return kinds.most_common(1)[0][0] if kinds else ""


__all__ = ["Gazetteer", "Match", "bare_name", "level_of", "places_of_rows", "with_place_column"]
