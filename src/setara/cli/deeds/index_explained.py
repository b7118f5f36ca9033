"""The explanations of rows: which were asked for, and in which form they are set down."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from setara.cli.deeds.index_input import NotTaken
from setara.cli.deeds.index_output import facts_of_row, not_written
from setara.cli.deeds.index_table import Worked
from setara.domain.indices.table.rows import Outcome
from setara.domain.language.text import Language, Text
from setara.formats.beside import written_beside
from setara.formats.explained_html import Entry, explained_html

BY_SUFFIX = {".txt": "text", ".json": "json", ".html": "html", ".htm": "html"}
TEXT = "text"


@dataclass(frozen=True, slots=True)
class Asked:
    """The form of the explanation, and where it goes; None: the screen."""

    form: str
    path: Path | None


def asked(given: Namespace) -> Asked | None:
    """What explanation the options ask for. Raises NotTaken where they do not fit together."""
    is_asked = given.explain is not None or given.row is not None or given.where is not None
    path = Path(given.output) if given.output else None
    by_name = BY_SUFFIX.get(path.suffix.lower()) if path else None
    if not is_asked:
        return None
    form = given.explain or by_name or (("json") if given.json else TEXT)
    if by_name is None:
        return Asked(form, None)
    if form != by_name:
        raise NotTaken(TWO_FORMS, form=form, name=str(path))
    return Asked(form, path)


def places_asked(work: Worked, given: Namespace) -> Sequence[int]:
    """The rows to explain, counted from 0. Raises NotTaken where there is none."""
    places: Sequence[int] = range(len(work.table.rows))
    if given.row is not None:
        if not 1 <= given.row <= len(places):
            raise NotTaken(NO_ROW, row=given.row, rows=len(places))
        places = [given.row - 1]
    if given.where is not None:
        places = [place for place in places if place in _where(work, given.where)]
        if not places:
            raise NotTaken(NOWHERE, where=given.where)
    return places


def _where(work: Worked, where: str) -> set[int]:
    name, is_there, wanted = where.partition("=")
    names = [heading.strip() for heading in work.headings.names]
    if not is_there or name.strip() not in names:
        raise NotTaken(NO_COLUMN, where=where)
    column = names.index(name.strip())
    return {
        place
        for place, row in enumerate(work.table.rows)
        if str("" if row[column] is None else row[column]).strip() == wanted.strip()
    }


def say_explained(
    work: Worked,
    found: Sequence[tuple[int, Outcome]],
    asked_for: Asked,
    language: Language,
) -> None:
    """Every explanation in one text, JSON or page; to a file that is whole, or to the screen."""
    pieces = {TEXT: _text, "json": _json, "html": _html}[asked_for.form](work, found, language)
    if asked_for.path is None:
        sys.stdout.writelines(pieces)
        return
    try:
        with (
            written_beside(asked_for.path) as beside,
            beside.open("w", encoding="utf-8", newline="\n") as file,
        ):
            file.writelines(pieces)
    except OSError as error:
        raise not_written(asked_for.path, error) from error


Found = Sequence[tuple[int, Outcome]]


def row_name(work: Worked, place: int) -> Text:
    """What a row is called: its number, the cells that are words, and its year."""
    used = set(work.headings.places.values())
    words = [
        cell.strip()
        for number, cell in enumerate(work.table.rows[place])
        if number not in used and number != work.headings.year
        if isinstance(cell, str) and any(map(str.isalpha, cell))
    ]
    year = work.years[place]
    named = [*words[:2], *([str(year)] if year is not None else [])]
    return ROW.filled(row=str(place + 1), name=": " + ", ".join(named) if named else "")


def _text(work: Worked, found: Found, language: Language) -> Iterator[str]:
    for place, outcome in found:
        yield f"{row_name(work, place).say(language)}\n"
        if outcome.result is None:
            yield f"{outcome.reason.say(language) if outcome.reason else ''}\n\n"
            continue
        explained = outcome.result.explain()
        yield f"{explained.as_lines(language)[0]}\n"
        yield "\n".join(explained.as_tree(language)) + "\n"
        for doubt in outcome.result.doubts:
            yield f"{DOUBT.filled(doubt=doubt.reason).say(language)}\n"
        yield "\n"


def _json(work: Worked, found: Found, language: Language) -> Iterator[str]:
    """A list of one object a row, written as they are worked out."""
    yield "[\n"
    for number, (place, outcome) in enumerate(found):
        facts = facts_of_row(work, place, outcome, language)
        if outcome.result is not None:
            facts["explanation"] = outcome.result.explain().as_facts(language)
        yield ",\n" if number else ""
        yield json.dumps(facts, ensure_ascii=False, indent=1, default=str)
    yield "\n]\n"


def _html(work: Worked, found: Found, language: Language) -> Iterator[str]:
    entries = (
        Entry(
            row_name(work, place),
            outcome.result.explain() if outcome.result else None,
            outcome.reason,
            tuple(doubt.reason for doubt in outcome.result.doubts) if outcome.result else (),
        )
        for place, outcome in found
    )
    return explained_html(work.index.name, entries, language)


ROW = Text("Baris {row}{name}", "Row {row}{name}")
DOUBT = Text("Perhatikan: {doubt}", "Mind: {doubt}")
TWO_FORMS = Text(
    "--explain {form} tidak cocok dengan nama berkas “{name}”.",
    "--explain {form} does not fit the file name “{name}”.",
)
NO_ROW = Text(
    "Tidak ada baris data ke-{row}; tabelnya memuat {rows} baris.",
    "There is no data row {row}; the table has {rows}.",
)
NOWHERE = Text("Tidak ada baris dengan {where}.", "There is no row with {where}.")
NO_COLUMN = Text(
    "--where “{where}” harus menyebut kolom tabel, misalnya kode=64.01.",
    "--where “{where}” must name a column of the table, such as code=64.01.",
)
