"""Looks at a file of BPS tables and says what was recognised, mended and doubted."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

from setara.cli.deeds.received import NotRead, content_of
from setara.cli.terminal import Terminal
from setara.cli.word import DONE, REFUSED, UNABLE
from setara.domain.indices.bps.measures import Vintage
from setara.domain.indices.bps.reading import IndexFigure, IndexTables
from setara.domain.indices.bps.remarks import Judgement, Remark
from setara.domain.language.text import Text, listed, same
from setara.formats.tables import MOST_BYTES, Unreadable
from setara.usecases.indices.index_tables import index_tables

MOST_TOLD = 20
_TOLD = (Judgement.RECOGNISED, Judgement.REPAIRED, Judgement.ASKED, Judgement.DOUBTED)


def import_check(given: Namespace, terminal: Terminal) -> int:
    """Say what a file holds. DONE where all is clear, REFUSED with doubts, UNABLE for no table."""
    path = Path(given.file)
    vintage = Vintage(given.series) if given.series else None
    try:
        tables = index_tables(name=path.name, content=content_of(path, MOST_BYTES), vintage=vintage)
    except (NotRead, Unreadable) as refusal:
        if given.json:
            terminal.json({"file": path.name, "understood": False, "reason": refusal.reason})
        terminal.tell(refusal.reason)
        return UNABLE
    if given.json:
        terminal.json(facts_of(path.name, tables))
    else:
        _say(path.name, tables, terminal)
    if not tables.figures and not tables.asks_vintage:
        return UNABLE
    return REFUSED if tables.said(Judgement.ASKED, Judgement.DOUBTED) else DONE


def facts_of(name: str, tables: IndexTables) -> dict[str, Any]:
    """The whole file for programs: every figure and every remark with its cell."""
    return {
        "file": name,
        "understood": bool(tables.figures) or tables.asks_vintage,
        "asks_series": tables.asks_vintage,
        "years": tables.years,
        "measures": [measure.key for measure in tables.measures],
        "regions": [{"code": each.code, "name": each.name} for each in tables.regions],
        "remark_counts": Counter(remark.judgement.value for remark in tables.remarks),
        "figures": [_figure(figure) for figure in tables.figures],
        "remarks": [_remark(remark) for remark in tables.remarks],
    }


def _figure(figure: IndexFigure) -> dict[str, Any]:
    value = figure.value
    return {
        "region": figure.region.code,
        "year": figure.year,
        "measure": figure.measure.key,
        "series": figure.measure.vintage.value,
        "element": figure.measure.element_code,
        "value": str(value) if isinstance(value, Decimal) else None,
        "nothing": None if isinstance(value, Decimal) else value.value,
        "sheet": figure.sheet,
        "cell": f"{figure.column}{figure.row}",
    }


def _remark(remark: Remark) -> dict[str, Any]:
    return {
        "judgement": remark.judgement.value,
        "quirk": remark.quirk.value,
        "sheet": remark.sheet,
        "cell": remark.cell,
        "message": remark.message,
        "remedy": remark.remedy,
    }


def _say(name: str, tables: IndexTables, terminal: Terminal) -> None:
    terminal.say(FILE.filled(name=name, figures=len(tables.figures), regions=len(tables.regions)))
    if tables.measures:
        terminal.say(MEASURES.filled(names=listed([each.label for each in tables.measures])))
        terminal.say(YEARS.filled(years=", ".join(map(str, tables.years))))
    for judgement in (*_TOLD, Judgement.SKIPPED):
        remarks = tables.said(judgement)
        if remarks:
            terminal.say(COUNT.filled(count=len(remarks), kind=judgement.label))
        for remark in remarks[:MOST_TOLD]:
            said = REMARK if remark.remedy else BARE
            terminal.say(
                said.filled(
                    cell=" ".join(filter(None, [remark.sheet, remark.cell])) or "–",
                    message=remark.message,
                    remedy=remark.remedy or same(""),
                )
            )
        if len(remarks) > MOST_TOLD:
            terminal.say(MORE.filled(count=len(remarks) - MOST_TOLD))


FILE = Text(
    "{name}: {figures} angka dari {regions} wilayah",
    "{name}: figures {figures}, regions {regions}",
)
MEASURES = Text("  Isi: {names}", "  Holds: {names}")
YEARS = Text("  Tahun: {years}", "  Years: {years}")
COUNT = Text("  {count} {kind}:", "  {count} {kind}:")
REMARK = Text("    {cell}: {message} {remedy}", "    {cell}: {message} {remedy}")
BARE = Text("    {cell}: {message}", "    {cell}: {message}")
MORE = Text(
    "    … dan {count} lagi; --json memuat semuanya.",
    "    … and {count} more; --json has them all.",
)
