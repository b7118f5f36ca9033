"""Recomputes a published table and says what came out as published."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

from setara.cli.deeds.received import NotRead, content_of
from setara.cli.terminal import Terminal
from setara.cli.word import DONE, REFUSED, UNABLE
from setara.domain.indices.arithmetic import rounded
from setara.domain.indices.registry import index_named
from setara.domain.indices.verification import Comparison, Outcome, Tally, Verification, verified
from setara.domain.indices.verification.published_tables import (
    LeftOut,
    NotRecognised,
    RecognisedTable,
    UnusableCell,
    recognised,
)
from setara.domain.language.text import Text
from setara.formats.tables import MOST_BYTES, Grid, Unreadable, read_grids

MOST_LISTED = 20

TAKEN_FOR = Text("Dikenali sebagai {table}.", "Recognised as {table}.")
ALL_MATCH = Text(
    "Semua {count} angka yang dapat dihitung ulang cocok dengan yang diterbitkan.",
    "All {count} values that could be recomputed match the published ones.",
)
SOME_MISS = Text(
    "{missed} dari {count} angka tidak cocok dengan yang diterbitkan.",
    "{missed} of {count} values do not match the published ones.",
)
NOTHING_COMPARED = Text(
    "Tidak ada angka yang dapat dihitung ulang dari berkas ini.",
    "No value of this file could be recomputed.",
)
MISS = Text(
    "  {place} {year}, {step}: terbit {published}, dihitung ulang {recomputed}",
    "  {place} {year}, {step}: published {published}, recomputed {recomputed}",
)
NOT_COMPUTED = Text("  {place} {year}, {step}: {reason}", "  {place} {year}, {step}: {reason}")
KNOWN = Text(
    "  sel keliru yang dikenal: {place} {year}, {step} terbit {published}, dihitung ulang "
    "{recomputed}: {reason}",
    "  known bad cell: {place} {year}, {step} published {published}, recomputed {recomputed}: "
    "{reason}",
)
MORE = Text("  … dan {count} lagi", "  … and {count} more")
WITHOUT = Text(
    "{index} tidak dibandingkan: kolom untuk {measures} tidak ada.",
    "{index} was not compared: there is no column for {measures}.",
)
HEADS = (
    Text("Nilai", "Value"),
    Text("Tahun", "Year"),
    Text("Dibandingkan", "Compared"),
    Text("Tepat", "Exact"),
    Text("Dalam toleransi", "Within tolerance"),
    Text("Tidak cocok", "Missed"),
    Text("Sel keliru dikenal", "Known bad cells"),
    Text("Tidak lengkap", "Incomplete"),
    Text("Cocok (persen)", "Matching (per cent)"),
)
ALL_YEARS = Text("semua", "all")


def verify(given: Namespace, terminal: Terminal) -> int:
    """Compare a file. DONE where all match, REFUSED where some do not, UNABLE for no table."""
    path = Path(given.file)
    try:
        table = _recognised(read_grids(path.name, content_of(path, most=MOST_BYTES)))
    except (NotRead, Unreadable, NotRecognised, UnusableCell) as refusal:
        if given.json:
            terminal.json({"file": path.name, "recognised": None, "reason": refusal.reason})
        terminal.tell(refusal.reason)
        return UNABLE
    found = verified(table.claims)
    if given.json:
        terminal.json(_facts(path.name, table, found))
    else:
        _say(table, found, terminal, by_year=given.by_year)
    if not any(tally.compared for tally in found.tallies()):
        return UNABLE
    return DONE if found.all_match else REFUSED


def _recognised(grids: Iterable[Grid]) -> RecognisedTable:
    refusal = None
    for grid in grids:
        try:
            return recognised(grid.rows)
        except NotRecognised as unknown:
            refusal = unknown
    # A file that was read has a sheet.
    raise refusal or NotRecognised(())


def _say(table: RecognisedTable, found: Verification, terminal: Terminal, *, by_year: bool) -> None:
    terminal.say(TAKEN_FOR.filled(table=table.table.name))
    tallies = found.tallies_by_year() if by_year else found.tallies()
    if tallies:
        terminal.table(HEADS, (_row(tally) for tally in tallies))
    for each in table.left_out:
        terminal.say(_left_out(each))
    for known in found.of(Outcome.KNOWN):
        terminal.say(_compared(KNOWN, known))
    for miss in found.misses[:MOST_LISTED]:
        terminal.say(_compared(MISS if miss.recomputed is not None else NOT_COMPUTED, miss))
    if len(found.misses) > MOST_LISTED:
        terminal.say(MORE.filled(count=len(found.misses) - MOST_LISTED))
    terminal.say(_verdict(found))


def _verdict(found: Verification) -> Text:
    count = sum(tally.compared for tally in found.tallies())
    if not count:
        return NOTHING_COMPARED
    missed = len(found.misses)
    return (SOME_MISS if missed else ALL_MATCH).filled(count=count, missed=missed)


def _row(tally: Tally) -> tuple[object, ...]:
    count = tally.counts.get
    return (
        _symbol(tally.index, tally.step),
        ALL_YEARS if tally.year is None else str(tally.year),
        tally.compared,
        count(Outcome.EXACT, 0),
        count(Outcome.WITHIN, 0),
        tally.compared - tally.matching,
        count(Outcome.KNOWN, 0),
        count(Outcome.INCOMPLETE, 0),
        "–" if tally.rate is None else rounded(tally.rate * 100, 1),
    )


def _symbol(index: str, step: str) -> str:
    """The step as formulas call it."""
    return next(each.symbol for each in index_named(index).steps if each.key == step)


def _compared(sentence: Text, each: Comparison) -> Text:
    return sentence.filled(
        place=each.place,
        year=str(each.year),
        step=_symbol(each.index, each.step),
        published=each.published,
        recomputed=each.recomputed,
        reason=each.reason,
    )


def _left_out(each: LeftOut) -> Text:
    return WITHOUT.filled(index=_symbol(each.index, each.step), measures=", ".join(each.measures))


def _facts(name: str, table: RecognisedTable, found: Verification) -> dict[str, object]:
    return {
        "file": name,
        "recognised": table.table.key,
        "all_match": found.all_match,
        "values": [_tally_facts(tally) for tally in found.tallies()],
        "by_year": [_tally_facts(tally) for tally in found.tallies_by_year()],
        "misses": [_comparison_facts(each) for each in found.misses],
        "known": [_comparison_facts(each) for each in found.of(Outcome.KNOWN)],
        "left_out": [
            {"index": each.index, "step": each.step, "missing": list(each.measures)}
            for each in table.left_out
        ],
    }


def _tally_facts(tally: Tally) -> dict[str, object]:
    counts = {outcome.value: tally.counts.get(outcome, 0) for outcome in Outcome}
    return {
        "index": tally.index,
        "step": tally.step,
        "year": tally.year,
        "compared": tally.compared,
        **counts,
        "match_rate": _rate(tally.rate),
        "exact_rate": _rate(tally.exact_rate),
    }


def _rate(rate: Decimal | None) -> float | None:
    return None if rate is None else float(rounded(rate, 6))


def _comparison_facts(each: Comparison) -> dict[str, object]:
    return {
        "place": each.place,
        "year": each.year,
        "index": each.index,
        "step": each.step,
        "published": str(each.published),
        "recomputed": None if each.recomputed is None else str(each.recomputed),
        "outcome": each.outcome.value,
        "reason": each.reason,
    }
