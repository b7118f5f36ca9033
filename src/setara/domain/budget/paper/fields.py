"""The fields of one GAP or GBS, gathered from the cells of its table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from setara.domain.budget.paper.labels import (
    FACTOR_PARTS,
    MEASURED_PARTS,
    Part,
    split_label,
)
from setara.domain.budget.paper.places import Line, Place
from setara.domain.language.text import Text


class PaperKind(StrEnum):
    """Which form the table follows."""

    MATRIX = "matrix"
    LISTED = "listed"
    STATEMENT = "statement"

    @property
    def label(self) -> Text:
        """In both languages."""
        return KIND_LABELS[self]


KIND_LABELS = {
    PaperKind.MATRIX: Text("GAP, matriks sembilan kolom", "GAP, nine-column matrix"),
    PaperKind.LISTED: Text("GAP, isian berurutan", "GAP, field by field"),
    PaperKind.STATEMENT: Text("GBS/PAG", "GBS"),
}

# Words that only an item of column 3 begins with.
FACTOR_WORDS = {
    Part.ACCESS: "Akses",
    Part.PARTICIPATION: "Partisipasi",
    Part.CONTROL: "Kontrol",
    Part.BENEFIT: "Manfaat",
}
_LEVEL_WORDS = {Part.OUTPUT: "Output", Part.OUTCOME: "Outcome", Part.INPUT: "Input"}
_FEWEST = 3
_NAMES = {
    Part.NAME,
    Part.PROGRAM,
    Part.PROGRAM_CODE,
    Part.ACTIVITY,
    Part.ACTIVITY_CODE,
    Part.SUB_ACTIVITY,
    Part.SUB_CODE,
}


@dataclass(slots=True)
class Fields:
    """What stands under each label; `seen` are the labels met, also those with nothing under."""

    parts: dict[Part, list[Line]] = field(default_factory=dict)
    seen: dict[Part, Place] = field(default_factory=dict)

    def add(self, part: Part, line: Line) -> None:
        """Put a line under a label."""
        if line.text.strip(" -–:."):
            self.parts.setdefault(part, []).append(line)

    def see(self, part: Part, place: Place) -> None:
        """Remember that the paper has that label."""
        self.seen.setdefault(part, place)

    def lines(self, *parts: Part) -> list[Line]:
        """The lines under the labels."""
        return [line for part in parts for line in self.parts.get(part, ())]

    def texts(self, *parts: Part) -> list[str]:
        """The writing under the labels."""
        return [line.text for line in self.lines(*parts)]

    def text(self, *parts: Part) -> str:
        """The writing under the labels as one."""
        return " ".join(self.texts(*parts))

    @property
    def kind_of_list(self) -> PaperKind:
        """Whether a paper of labels is a GAP or a GBS."""
        heads = {Part.AMOUNT, Part.BENCHMARK}
        return PaperKind.STATEMENT if heads & set(self.seen) else PaperKind.LISTED

    @property
    def is_analysis(self) -> bool:
        """Whether enough of a GAP or GBS stands here to be one."""
        core = {Part.DATA, Part.INTERNAL, Part.EXTERNAL, Part.REFORMULATED, Part.ACTIONS}
        core |= {Part.FACTORS, Part.BENCHMARK, Part.INDICATORS} | FACTOR_PARTS
        return len(core & set(self.seen)) >= _FEWEST


class Writer:
    """Takes lines one after the other and puts each under the label it belongs to.

    Within the data, the names of the four factors only say what figures are about; a form whose
    factors are headings of their own (`factors_apart`) is the exception.
    """

    def __init__(
        self, fields: Fields, part: Part | None = None, *, factors_apart: bool = False
    ) -> None:
        self.fields = fields
        self.part = part
        self.factors_apart = factors_apart
        self._sheet: str | None = None

    def take(self, line: Line) -> None:
        """A line that may begin with a label."""
        if not line.place.sheet and self._sheet:
            # What stands below a table, as signatures do, no longer belongs to its last cell.
            self.part = None
        self._sheet = line.place.sheet
        part, rest = split_label(line.text)
        if part is None or self._is_own(part, rest):
            self._keep(line.text, line.place)
        else:
            self._switch(part, rest, line.place)

    def _is_own(self, part: Part, rest: str) -> bool:
        """Whether a word like a label only begins an item of the part it stands in."""
        if self.part is Part.INDICATORS:
            return part in MEASURED_PARTS or (part is Part.BASELINE and bool(rest))
        if self.part is Part.DATA:
            return part in FACTOR_PARTS and not self.factors_apart
        if self.part in {Part.INTERNAL, Part.EXTERNAL}:
            return part in FACTOR_PARTS
        return self.part is Part.REFORMULATED and part is Part.OBJECTIVE

    def _switch(self, part: Part, rest: str, place: Place) -> None:
        if part in FACTOR_PARTS:
            self.part = part
            self.fields.see(part, place)
            self.fields.see(Part.FACTORS, place)
        elif self.part is Part.ACTIONS and part in _NAMES | MEASURED_PARTS:
            self._measure(part, rest, place)
            return
        elif part not in {Part.GROUP, Part.TITLE}:
            self.part = part
            self.fields.see(part, place)
        else:
            self.part = None
        if rest:
            self._keep(rest, place)

    def _measure(self, part: Part, rest: str, place: Place) -> None:
        """Under the actions of a GBS: output and outcome are indicators, the rest is its budget."""
        if not rest.strip(" -–."):
            return
        if part in {Part.OUTPUT, Part.OUTCOME}:
            self.fields.add(Part.INDICATORS, Line(f"{_LEVEL_WORDS[part]}: {rest}", place))
        elif part is Part.INPUT:
            self.fields.add(Part.INPUT, Line(rest, place))

    def _keep(self, text: str, place: Place) -> None:
        if self.part is None or self.part is Part.END:
            return
        self.fields.add(self.part, Line(text, place))


def take_all(fields: Fields, lines: Iterable[Line], part: Part | None = None) -> None:
    """Put lines under their labels, starting within `part`."""
    writer = Writer(fields, part)
    for line in lines:
        writer.take(line)
