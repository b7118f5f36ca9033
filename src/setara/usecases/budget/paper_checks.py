"""A GAP or GBS in a received file, checked by the rules; nothing of it is kept."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import date

from setara.domain.budget.paper.judging import PlacedFinding, judged
from setara.domain.budget.paper.paper import read_pathways
from setara.domain.budget.paper.places import Sheet
from setara.domain.budget.paper.reading import ReadPathway
from setara.formats.papers_received import is_document, read_paper

MOST_BYTES = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class CheckedPathway:
    """One GAP or GBS as read, and what is weak in it."""

    read: ReadPathway
    findings: tuple[PlacedFinding, ...]


@dataclass(frozen=True, slots=True)
class CheckedPaper:
    """A file with every GAP and GBS in it."""

    name: str
    pathways: tuple[CheckedPathway, ...]

    @property
    def has_weight(self) -> bool:
        """Whether anything was found that is more than a remark."""
        return any(each.is_of_weight for one in self.pathways for each in one.findings)


def check_paper(
    *, name: str, content: bytes, today: date, off: Container[str] = frozenset()
) -> CheckedPaper:
    """Read a DOCX or XLSX and judge what it holds; rules named in `off` are switched off.

    Raises Unreadable for what is no such file, NotAPathway for another table. Cost: 60 ms to
    open the file in a process of its own, then about 5 ms for a GAP.
    """
    is_workbook = not is_document(content)
    sheets = [
        Sheet(grid.sheet, tuple(grid.rows), is_workbook) for grid in read_paper(name, content)
    ]
    read = read_pathways(sheets, today=today)
    return CheckedPaper(
        name, tuple(CheckedPathway(each, judged(each, today=today, off=off)) for each in read)
    )
