"""A release written for people's spreadsheets and for machines, in one language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from setara.domain.foundation.period import Period
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Language, Text
from setara.domain.statistics.dimension import Breakdown, dimensions, said_breakdown
from setara.domain.statistics.element import Element
from setara.domain.statistics.release import (
    CellState,
    Release,
    ReleasedCell,
    states_in,
)
from setara.formats.csv_text import csv_of
from setara.formats.data_package import Field, Package, Resource, data_package
from setara.formats.json_stat import Axis, Cube, json_stat
from setara.formats.xlsx import xlsx

BOTH = Text("perempuan dan laki-laki", "women and men")
EVERYBODY_WORDS = Text("semua", "all")
SAMPLE = Text(
    "Data contoh untuk latihan, bukan data resmi.", "Practice data, not official figures."
)
UNRECONCILED = Text(
    "Metadata belum dicocokkan dengan produsen data dan SIGA.",
    "The metadata have not been compared with the producer's and SIGA's yet.",
)
LICENCE = ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/")
_ALL = "T"


def as_csv(release: Release, language: Language) -> bytes:
    """One row a cell, for a spreadsheet: semicolons, UTF-8 with its mark."""
    return csv_of([_head(release), *_rows(release, language)])


def as_xlsx(release: Release, language: Language) -> bytes:
    """The same rows as a workbook, with what the signs mean above them."""
    element = release.element
    title = [
        f"{element.code} {element.name.say(language)} ({element.unit.say(language)})",
        *(note.say(language) for note in _notes(release)),
        *(f"{state.symbol} = {state.label.say(language)}" for state in states_in(release.cells)),
    ]
    return xlsx(element.code, title, [_head(release), *_rows(release, language)])


def as_json_stat(release: Release, language: Language, *, today: date) -> bytes:
    """The table as JSON-stat 2.0; what is not a figure carries its state as status."""
    keys = {_key(release, cell): cell for cell in release.cells}
    cube = Cube(
        label=f"{release.element.code} {release.element.name.say(language)}",
        source="; ".join(release.sources),
        updated=today.isoformat(),
        axes=_axes(release, language),
        figures={key: cell.value for key, cell in keys.items() if cell.value is not None},
        statuses={
            key: cell.state.value
            for key, cell in keys.items()
            if cell.state is not CellState.FIGURE
        },
        status_labels={state.value: state.label.say(language) for state in CellState},
        notes=tuple(note.say(language) for note in _notes(release)),
        extension={"unit": release.element.unit.say(language), "metadata": _card(release.element)},
    )
    return json_stat(cube)


def as_package(
    releases: Sequence[Release], language: Language, *, government: str, today: date
) -> bytes:
    """All elements in one data package with their metadata cards and states explained."""
    package = Package(
        name="setara-data-terpilah",
        title=Text("Data terpilah {who}", "Data by sex, {who}")
        .filled(who=government)
        .say(language),
        description=PROTECTED.say(language),
        created=today.isoformat(),
        licence=LICENCE,
        resources=(
            *(_resource(release, language) for release in releases),
            _metadata(releases, language),
        ),
        sources=tuple(sorted({source for release in releases for source in release.sources})),
    )
    return data_package(package)


TITLE = Text("Data terpilah {who}", "Data by sex, {who}")
PROTECTED = Text(
    "Sel kecil disembunyikan, begitu pula sel lain yang dapat mengungkapkannya; kolom status "
    "menerangkan setiap sel yang tidak berisi angka.",
    "Small cells are hidden, and so are others that would reveal them; the column status says "
    "what is meant where there is no figure.",
)


def _head(release: Release) -> list[str]:
    return ["element", "place", "place_name", "year", "sex", *release.dimensions, "value", "status"]


def _rows(release: Release, language: Language) -> list[list[object]]:
    return [
        [
            release.element.code,
            cell.key.place_code,
            release.places.get(cell.key.place_code, ""),
            _said(cell.key.period, language),
            cell.key.sex.value if cell.key.sex else _ALL,
            *(cell.key.breakdown.category_of(each) or "" for each in release.dimensions),
            cell.value,
            cell.state.value,
        ]
        for cell in release.cells
    ]


def _said(period: Period, language: Language) -> object:
    """A calendar year as a number, anything else in words."""
    said = period.say(language)
    return int(said) if said.isdecimal() else said


def _key(release: Release, cell: ReleasedCell) -> tuple[str, ...]:
    key = cell.key
    groups = (key.breakdown.category_of(each) or _ALL for each in release.dimensions)
    return (
        key.place_code,
        str(_said(key.period, Language.ENGLISH)),
        key.sex.value if key.sex else _ALL,
        *groups,
    )


def _axes(release: Release, language: Language) -> tuple[Axis, ...]:
    keys = [_key(release, cell) for cell in release.cells]
    used = [sorted({key[place] for key in keys}) for place in range(3 + len(release.dimensions))]
    sexes = {sex.value: sex.label.say(language) for sex in Sex} | {_ALL: BOTH.say(language)}
    places, years, codes, *groups = used
    return (
        Axis("place", "wilayah", {code: release.places.get(code, code) for code in places}, "geo"),
        Axis("year", "tahun", {year: year for year in years}, "time"),
        Axis("sex", "jenis kelamin", {code: sexes[code] for code in codes}),
        *(
            Axis(code, _dimension(code, language), _categories(code, used, release, language))
            for code, used in zip(release.dimensions, groups, strict=True)
        ),
    )


def _dimension(code: str, language: Language) -> str:
    known = dimensions().get(code)
    return known.name.say(language) if known else code


def _categories(
    dimension: str, codes: Iterable[str], release: Release, language: Language
) -> dict[str, str]:
    return {
        code: EVERYBODY_WORDS.say(language)
        if code == _ALL
        else said_breakdown(Breakdown.of({dimension: code}), release.categories).say(language)
        for code in codes
    }


def _notes(release: Release) -> list[Text]:
    notes = [PROTECTED] if release.hidden else []
    notes += [SAMPLE] if release.is_sample else []
    return notes + ([] if release.element.is_reconciled else [UNRECONCILED])


def _card(element: Element) -> dict[str, object]:
    """The metadata card as data, both languages."""
    return {
        "code": element.code,
        "name": [element.name.id, element.name.en],
        "unit": [element.unit.id, element.unit.en],
        "measure": element.measure.value,
        "polarity": element.polarity.value,
        "frequency": element.frequency.value,
        "confidentiality": element.confidentiality.value,
        "is_reconciled": element.is_reconciled,
        **element.card.as_data(),
    }


def _resource(release: Release, language: Language) -> Resource:
    element = release.element
    types = {"year": "integer", "value": "number"}
    return Resource(
        name=element.code.lower(),
        title=element.name.say(language),
        description=" ".join(note.say(language) for note in _notes(release)),
        fields=tuple(
            Field(name, types.get(name, "string"), _dimension(name, language))
            for name in _head(release)
        ),
        rows=_rows(release, language),
        primary_key=("place", "year", "sex", *release.dimensions),
        facts={"metadata": _card(element), "unit": element.unit.say(language)},
    )


def _metadata(releases: Sequence[Release], language: Language) -> Resource:
    """One row an element: its card in words."""
    labels = (
        [label.say(language) for label, _ in releases[0].element.card.lines] if releases else []
    )
    fields = [Field("code", "string", "code"), Field("name", "string", "name")]
    fields += [Field("unit", "string", "unit"), Field("is_reconciled", "boolean", "reconciled")]
    fields += [Field(label, "string", label) for label in labels]
    rows: list[list[object]] = []
    for release in releases:
        element = release.element
        rows.append(
            [
                element.code,
                element.name.say(language),
                element.unit.say(language),
                "true" if element.is_reconciled else "false",
                *(words.say(language) for _, words in element.card.lines),
            ]
        )
    title = Text("Metadata elemen data", "Metadata of the elements").say(language)
    return Resource("metadata", title, "", tuple(fields), rows, ("code",))
