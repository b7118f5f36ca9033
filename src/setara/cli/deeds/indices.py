"""Recomputes indices from tables, or from the figures given on the command line."""

from __future__ import annotations

from argparse import Namespace
from decimal import Decimal, InvalidOperation
from pathlib import Path

from setara.cli.deeds import index_explained, index_output
from setara.cli.deeds.index_definition import NotText, definition_in
from setara.cli.deeds.index_input import NotTaken
from setara.cli.deeds.index_long import computed_in_columns
from setara.cli.deeds.index_table import Worked, columns_of, worked
from setara.cli.deeds.received import NotRead
from setara.cli.indices import COMPOSITE
from setara.cli.terminal import Terminal
from setara.cli.word import DONE, REFUSED, UNABLE
from setara.domain.indices.answers import steps_before
from setara.domain.indices.composite import FaultyDefinition
from setara.domain.indices.computing import computed
from setara.domain.indices.definition import Figure, Index, NoMethod, UnusableInput
from setara.domain.indices.ipm import COMPONENTS
from setara.domain.indices.registry import INDICES, index_named
from setara.domain.indices.table.cells import AmbiguousColumn
from setara.domain.indices.table.headings import YEAR, UnusableHeadings
from setara.domain.indices.worksheet import NEWEST
from setara.domain.language.numerals import NotANumber
from setara.domain.language.text import Text, same
from setara.formats.flat_table import TooLong
from setara.formats.tables import Unreadable

REFUSALS = (
    NotTaken,
    Unreadable,
    UnusableHeadings,
    AmbiguousColumn,
    NotANumber,
    TooLong,
    NotRead,
    NotText,
    FaultyDefinition,
    UnusableInput,
    NoMethod,
)
"""What ends with a reason and status 2; every one carries it."""


def index_of(given: Namespace, terminal: Terminal) -> int:
    """Compute an index of every row. DONE, REFUSED where some rows have none, UNABLE."""
    try:
        if given.input is None and (given.women or given.men):
            return _of_figures(given, terminal)
        if given.input is None:
            raise NotTaken(NO_INPUT, index=given.index)
        _check_output(given)
        index = _index(given)
        status = computed_in_columns(index, given, terminal)
        if status is not None:
            return status
        return _of_table(worked(index, given, terminal), given, terminal)
    except REFUSALS as refusal:
        if given.json:
            terminal.json({"index": given.index, "reason": refusal.reason})
        terminal.tell(refusal.reason)
        return UNABLE


def _index(given: Namespace) -> Index:
    """The registered index, or the one that a file defines. Raises FaultyDefinition."""
    return definition_in(Path(given.definition)) if given.definition else index_named(given.index)


def _check_output(given: Namespace) -> None:
    """Refuse, before anything is computed, a file that could not be written as asked."""
    if given.output is None:
        return
    path = Path(given.output)
    kinds = (*index_output.TABLES, *index_explained.BY_SUFFIX)
    if path.suffix.lower() not in kinds:
        raise NotTaken(OTHER_KIND, name=str(path))
    if path.is_dir() or not path.parent.is_dir():
        raise NotTaken(NO_FOLDER, name=str(path))
    if path.exists() and path.samefile(given.input):
        raise NotTaken(OVER_INPUT, name=str(path))


def _of_table(work: Worked, given: Namespace, terminal: Terminal) -> int:
    path = Path(given.output) if given.output else None
    explanation = index_explained.asked(given)
    if path and explanation is None and path.suffix.lower() not in index_output.TABLES:
        raise NotTaken(OTHER_KIND, name=str(path))
    writes_table = path is not None and path.suffix.lower() in index_output.TABLES
    everything = range(len(work.table.rows))
    chosen = index_explained.places_asked(work, given) if explanation else everything
    places = everything if writes_table or not explanation else chosen
    found = list(index_output.computed_rows(work, terminal, places))
    if writes_table or not (explanation or given.json):
        columns_of(work)
        index_output.write_table(work, found, path, terminal.language)
    outcomes = dict(zip(places, found, strict=True))
    if explanation:
        picked = [(place, outcomes[place]) for place in chosen]
        index_explained.say_explained(work, picked, explanation, terminal.language)
    elif given.json:
        terminal.json(index_output.facts_of_table(work, found, terminal.language))
    without = sum(outcome.result is None for outcome in found)
    terminal.tell(
        SUMMARY.filled(rows=len(found), index=work.index.symbol, done=len(found) - without)
    )
    return REFUSED if without else DONE


def _of_figures(given: Namespace, terminal: Terminal) -> int:
    """The IPG of four figures of each sex, as `--women 74.84,13.47,8.36,2965`."""
    if given.year is None:
        raise NotTaken(NO_YEAR)
    figures = {**_four(given.women, "female"), **_four(given.men, "male")}
    found = computed(index_named(given.index), figures, year=given.year).explain()
    if given.json:
        facts = found.as_facts(terminal.language)
        steps = {step.symbol: str(step.value) for step in found.steps}
        terminal.json({given.index: str(found.published), "steps": steps, **facts})
        return DONE
    terminal.say(same(found.as_lines(terminal.language)[0]))
    if given.explain is not None:
        for line in found.as_tree(terminal.language):
            terminal.say(same(line))
    return DONE


def _four(given: str | None, sex: str) -> dict[str, Figure]:
    try:
        figures = [Decimal(part.strip()) for part in (given or "").split(",")]
    except InvalidOperation as error:
        raise NotTaken(NOT_FOUR, given=given or "") from error
    if len(figures) != len(COMPONENTS):
        raise NotTaken(NOT_FOUR, given=given or "")
    return {f"{name}_{sex}": value for name, value in zip(COMPONENTS, figures, strict=True)}


def list_indices(given: Namespace, terminal: Terminal) -> int:
    """Print every index with its methods and the years of data they are for."""
    if given.json:
        terminal.json([_facts_of(index) for index in INDICES])
        return DONE
    rows = [
        (
            index.key,
            index.symbol,
            index.name,
            method.name,
            _years(method.first_year, method.last_year),
        )
        for index in INDICES
        for method in index.methods
    ]
    terminal.table(LISTED, rows)
    return DONE


def _years(first: int, last: int | None) -> Text:
    if last is None:
        return Text("mulai {first}", "from {first}").filled(first=str(first))
    return same(f"{first}–{last}")


def columns_of_index(given: Namespace, terminal: Terminal) -> int:
    """Print the columns an index needs, with unit and bounds, and those it gives."""
    try:
        if given.index == COMPOSITE and not given.definition:
            raise NotTaken(NO_DEFINITION)
        index = _index(given)
    except REFUSALS as refusal:
        terminal.tell(refusal.reason)
        return UNABLE
    if given.json:
        terminal.json(_facts_of(index))
        return DONE
    rows: list[tuple[object, ...]] = [
        (
            measure.key,
            measure.name,
            measure.unit,
            measure.lowest,
            measure.highest,
            _need(measure.optional),
        )
        for measure in index.measures
    ]
    rows.append((YEAR, YEAR_OF_DATA, same(""), "", "", _need(not index.needs_year)))
    terminal.table(NEEDED, rows)
    terminal.say(same(""))
    terminal.table(GIVES, [*_given_by(index)])
    return DONE


def _need(is_optional: bool) -> Text:
    return OPTIONAL if is_optional else REQUIRED


def _given_by(index: Index) -> list[tuple[object, ...]]:
    return [
        (index.key, PUBLISHED.filled(decimals=index.rounding(NEWEST).value)),
        (f"{index.key}_unrounded", UNROUNDED),
        *((step.key, step.name) for step in steps_before(index)),
        (f"{index.key}_method", METHOD),
        (f"{index.key}_reason", REASON),
        (f"{index.key}_doubts", DOUBTS),
    ]


def _facts_of(index: Index) -> dict[str, object]:
    return {
        "key": index.key,
        "symbol": index.symbol,
        "name": index.name,
        "publisher": index.publisher,
        "decimals": int(index.rounding(NEWEST).value),
        "needs_year": index.needs_year,
        "columns": [
            {
                "key": measure.key,
                "symbol": measure.symbol,
                "name": measure.name,
                "unit": measure.unit,
                "lowest": str(measure.lowest),
                "highest": str(measure.highest),
                "optional": measure.optional,
            }
            for measure in index.measures
        ],
        "gives": [str(column) for column, _ in _given_by(index)],
        "methods": [
            {
                "key": method.key,
                "name": method.name,
                "first_year": method.first_year,
                "last_year": method.last_year,
            }
            for method in index.methods
        ],
    }


NOT_FOUR = Text(
    "“{given}” bukan empat angka yang dipisahkan koma. Contoh: 74.84,13.47,8.36,2965.",
    "“{given}” is not four numbers separated by commas. Example: 74.84,13.47,8.36,2965.",
)
NO_INPUT = Text(
    "Sebutkan tabelnya: ./setara index {index} --input BERKAS. Kolomnya: ./setara index columns "
    "{index}.",
    "Name the table: ./setara index {index} --input FILE. Its columns: ./setara index columns "
    "{index}.",
)
NO_DEFINITION = Text(
    "Sebutkan berkas definisinya dengan --definition.", "Name its file with --definition."
)
NO_YEAR = Text("Sebutkan tahun datanya dengan --year.", "Name the year of the data with --year.")
OTHER_KIND = Text(
    "“{name}”: hasil disimpan sebagai .csv, .xlsx, atau .parquet; penjelasan (--explain) sebagai "
    ".txt, .json, atau .html.",
    "“{name}”: results are saved as .csv, .xlsx or .parquet; an explanation (--explain) as .txt, "
    ".json or .html.",
)
NO_FOLDER = Text(
    "“{name}” tidak dapat ditulis: foldernya tidak ada, atau nama itu sebuah folder.",
    "“{name}” cannot be written: there is no such folder, or it is a folder itself.",
)
OVER_INPUT = Text(
    "“{name}” adalah tabel masukan; pilih nama lain agar aslinya tetap ada.",
    "“{name}” is the table itself; choose another name, so that the original stays.",
)
SUMMARY = Text(
    "{index}: {done} dari {rows} baris dihitung, secara eksak (desimal 34 angka).",
    "{index}: {done} of {rows} rows computed, exactly (decimals of 34 digits).",
)
LISTED = [
    Text("nama", "name"),
    Text("lambang", "symbol"),
    Text("indeks", "index"),
    Text("metode", "method"),
    Text("tahun data", "years of data"),
]
NEEDED = [
    Text("kolom", "column"),
    Text("isi", "what it holds"),
    Text("satuan", "unit"),
    Text("paling kecil", "lowest"),
    Text("paling besar", "highest"),
    Text("keharusan", "need"),
]
GIVES = [Text("kolom hasil", "column given"), Text("isi", "what it holds")]
REQUIRED, OPTIONAL = Text("wajib", "required"), Text("boleh kosong", "may be missing")
YEAR_OF_DATA = Text("tahun data", "year of the data")
PUBLISHED = Text(
    "indeks, {decimals} desimal seperti yang diterbitkan",
    "the index, {decimals} decimals as published",
)
UNROUNDED = Text("indeks sebelum pembulatan", "the index before rounding")
METHOD = Text("metode yang dipakai", "the method that was used")
REASON = Text("mengapa baris ini tidak dihitung", "why a row was not computed")
DOUBTS = Text("yang mungkin benar tetapi jarang", "what may be true but seldom is")
