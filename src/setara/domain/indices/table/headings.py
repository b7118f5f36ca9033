"""Which column of a table holds which measure of an index, and what is wrong with its headings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from setara.domain.indices.definition import Index, Measure
from setara.domain.language.text import Language, Text, listed, same

YEAR = "year"
"""The column with the year of the data; it chooses the method and the law of that year."""
_LETTERS = 26


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings as written, and the place (from 0) of each measure and of the year."""

    names: tuple[str, ...]
    places: Mapping[str, int]
    year: int | None


class UnusableHeadings(ValueError):
    """Columns are missing, unknown or double; `reason` names each with the nearest name."""

    def __init__(self, faults: Sequence[Text], index: Index) -> None:
        self.faults = tuple(faults)
        hint = LOOK_UP.filled(index=index.key)
        self.reason = Text(
            "\n".join(fault.say(Language.INDONESIAN) for fault in [*faults, hint]),
            "\n".join(fault.say(Language.ENGLISH) for fault in [*faults, hint]),
        )
        super().__init__(self.reason.say(Language.ENGLISH))


def matched(
    index: Index,
    names: Sequence[str],
    mapped: Mapping[str, str] | None = None,
    *,
    year_is_given: bool = False,
) -> Headings:
    """The columns of the measures: those named by their key, and those `mapped` to one.

    `mapped` has keys of measures by heading. Other columns are nobody's business here. Raises
    UnusableHeadings with every fault at once. `year_is_given` where no column must tell it.
    """
    written = [name.strip() for name in names]
    keys = {measure.key: measure for measure in index.measures}
    claims = _claims(written, mapped or {}, {*keys, YEAR})
    faults = [
        *_unknown(written, mapped or {}, {*keys, YEAR}, index),
        *(_double(key, places, written) for key, places in claims.items() if len(places) > 1),
        *_missing(index, written, claims, year_is_given=year_is_given),
    ]
    if faults:
        raise UnusableHeadings(faults, index)
    places = {key: at[0] for key, at in claims.items()}
    return Headings(tuple(names), places, places.pop(YEAR, None))


def _claims(
    written: Sequence[str], mapped: Mapping[str, str], keys: set[str]
) -> dict[str, list[int]]:
    claims: dict[str, list[int]] = {}
    for place, name in enumerate(written):
        key = mapped.get(name, name)
        if key in keys:
            claims.setdefault(key, []).append(place)
    return claims


def _unknown(
    written: Sequence[str], mapped: Mapping[str, str], keys: set[str], index: Index
) -> Iterator[Text]:
    for heading, key in mapped.items():
        if key not in keys:
            near = _near(key, sorted(keys))
            yield NO_SUCH_KEY.filled(key=key, index=index.symbol, near=near)
        elif heading not in written:
            yield NO_SUCH_HEADING.filled(heading=heading, near=_near(heading, written))


def _double(key: str, places: Sequence[int], written: Sequence[str]) -> Text:
    columns = [same(f"{letter(place)} (“{written[place]}”)") for place in places]
    return DOUBLE.filled(key=key, columns=listed(columns))


def _missing(
    index: Index,
    written: Sequence[str],
    claims: Mapping[str, Sequence[int]],
    *,
    year_is_given: bool,
) -> Iterator[Text]:
    taken = {place for places in claims.values() for place in places}
    free = [name for place, name in enumerate(written) if name and place not in taken]
    has_none = not claims.keys() - {YEAR}
    if has_none and all(measure.optional for measure in index.measures):
        yield NO_MEASURE.filled(index=index.symbol, key=index.measures[0].key)
    for measure in index.measures:
        if measure.optional or measure.key in claims:
            continue
        if measure.key in written:
            # A column of that very name that claims another measure was mapped to it.
            yield TAKEN_AWAY.filled(key=measure.key, name=measure.name)
        else:
            yield MISSING.filled(
                key=measure.key,
                name=measure.name,
                unit=measure.unit,
                near=_near_measure(measure, free),
            )
    if index.needs_year and not year_is_given and YEAR not in claims:
        yield NO_YEAR.filled(near=_near(YEAR, free, also=("tahun", "thn", "tahun data")))


def _near_measure(measure: Measure, free: Sequence[str]) -> Text:
    spoken = (measure.name.say(Language.INDONESIAN), measure.name.say(Language.ENGLISH))
    return _near(measure.key, free, also=(*spoken, measure.symbol))


def _near(wanted: str, names: Sequence[str], *, also: Sequence[str] = ()) -> Text:
    """A sentence with the name that looks most like `wanted`, or like what it is `also` called."""
    folded = {name.casefold(): name for name in names if name}
    for name in (wanted, *also):
        for found in get_close_matches(name.casefold(), folded, n=1):
            return NEAREST.filled(name=folded[found])
    return Text("", "")


def letter(place: int) -> str:
    """The letters a spreadsheet gives the column at `place` (from 0)."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


MISSING = Text(
    "Kolom “{key}” ({name}, {unit}) tidak ada.{near}",
    "The column “{key}” ({name}, {unit}) is missing.{near}",
)
TAKEN_AWAY = Text(
    "Kolom “{key}” ({name}) dipakai berkas petaan untuk ukuran lain, sehingga ukuran ini tidak "
    "punya kolom. Petakan kolom lain kepadanya, atau hapus baris petaan itu.",
    "The map uses the column “{key}” ({name}) for another measure, so that this one has none. Map "
    "another column to it, or drop that line of the map.",
)
NO_MEASURE = Text(
    "Tabel ini tidak memuat satu kolom {index} pun, misalnya “{key}”.",
    "This table has no column of the {index} at all, such as “{key}”.",
)
NO_YEAR = Text(
    "Kolom “year” (tahun data) tidak ada; tahun juga dapat diberikan dengan --year.{near}",
    "The column “year” (year of the data) is missing; --year gives one for all rows.{near}",
)
NEAREST = Text(" Yang paling mirip: “{name}”.", " The nearest is “{name}”.")
DOUBLE = Text(
    "“{key}” ada lebih dari satu: kolom {columns}. Sisakan satu.",
    "There is more than one “{key}”: columns {columns}. Leave one.",
)
NO_SUCH_KEY = Text(
    "Berkas petaan menyebut “{key}”, yang bukan kolom {index}.{near}",
    "The map names “{key}”, which is no column of the {index}.{near}",
)
NO_SUCH_HEADING = Text(
    "Berkas petaan menyebut judul “{heading}”, yang tidak ada di tabel.{near}",
    "The map names the heading “{heading}”, which the table does not have.{near}",
)
LOOK_UP = Text(
    "Nama kolom yang dipakai: ./setara index columns {index}. Judul lain dapat dipetakan dengan "
    "--map.",
    "The names to use: ./setara index columns {index}. Other headings can be mapped with --map.",
)
