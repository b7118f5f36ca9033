"""The fields of a written GAP or GBS as a pathway that the rules can judge."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from setara.domain.budget.activity import normal_form
from setara.domain.budget.datum import Datum
from setara.domain.budget.paper.data import read_data
from setara.domain.budget.paper.fields import Fields, PaperKind
from setara.domain.budget.paper.items import factors, items
from setara.domain.budget.paper.labels import FACTOR_PARTS, Part, split_label
from setara.domain.budget.paper.measures import ReadMeasures, read_measures
from setara.domain.budget.paper.places import Line, Place
from setara.domain.budget.paper.tying import tied_factors
from setara.domain.budget.pathway import Action, Cause, CauseSide, FactorNote, Pathway
from setara.domain.foundation.money import Rupiah
from setara.domain.language.text import Text

# Which labels fill which column of a GAP; a GBS has no column 8 of its own.
COLUMN_PARTS: Mapping[int, tuple[Part, ...]] = {
    1: (Part.NAME, Part.SUB_ACTIVITY, Part.SUB_CODE, Part.OBJECTIVE, Part.PROGRAM),
    2: (Part.DATA, Part.SITUATION),
    3: (Part.FACTORS, *FACTOR_PARTS, Part.SITUATION),
    4: (Part.INTERNAL,),
    5: (Part.EXTERNAL,),
    6: (Part.REFORMULATED, Part.BENCHMARK),
    7: (Part.ACTIONS,),
    8: (Part.BASELINE,),
    9: (Part.INDICATORS, Part.ACHIEVEMENT, Part.OUTPUT, Part.OUTCOME),
}
_CODE = re.compile(r"(?<![\d.])\d\.\d{2}(?:\.\d{1,4}){0,4}(?![\d.]*\d)")
_YEAR = re.compile(r"\b(20\d{2})\b")
_MONEY = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d{4,})")
_KEPT = re.compile(
    r"\(?\s*tujuan (?:sudah|telah) responsif(?: gender)?\s*[:;,-]?\s*([^)]*)\)?", re.I
)
_OBJECTIVE = re.compile(r"\btujuan(?:nya)?\s*:\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ReadPathway:
    """One GAP or GBS of a paper as it was understood.

    `places` are the cells of its columns, `present` the columns the paper has; `is_tied` says
    whether actions name the causes they answer; `budget` is what a GBS says there is.
    """

    kind: PaperKind
    agency: str
    year: int | None
    pathway: Pathway
    places: Mapping[int, Place]
    present: frozenset[int]
    data_unread: tuple[str, ...]
    measures: ReadMeasures
    strange_factors: tuple[str, ...]
    is_tied: bool
    budget: Rupiah | None = None

    def place_of(self, column: int) -> Place | None:
        """The cell of a column; None where the paper has none."""
        return self.places.get(column)


def read_fields(
    fields: Fields, kind: PaperKind, *, heads: Fields, current_year: int
) -> ReadPathway:
    """The pathway that the fields say. `heads` stand above it, for agency and year.

    `current_year` is the budget year where the paper names none; `n-1` is counted from it.
    """
    year = _year(fields, heads)
    counted = year or current_year
    read = read_data(fields.lines(Part.DATA, Part.SITUATION), year=counted)
    named = factors(fields)
    notes, data = tied_factors(named, read.data, year=counted)
    measures = read_measures(data, fields.lines(Part.BASELINE), _indicators(fields))
    pathway, is_tied = _with_answers(fields, _begun(fields, counted, data, notes, measures))
    return ReadPathway(
        kind=kind,
        agency=next(iter((*fields.texts(Part.AGENCY), *heads.texts(Part.AGENCY))), ""),
        year=year,
        pathway=pathway,
        places=_places(fields),
        present=_present(fields),
        data_unread=read.unread,
        measures=measures,
        strange_factors=tuple(text for factor, text, _ in named if factor is None),
        is_tied=is_tied,
        budget=_budget(fields),
    )


def _budget(fields: Fields) -> Rupiah | None:
    """The amount of a GBS, where one is written."""
    found = _MONEY.search(fields.text(Part.AMOUNT))
    return Rupiah(int(found[1].replace(".", ""))) if found else None


def _indicators(fields: Fields) -> list[Line]:
    """The lines of indicators; those beside the actions where there are no others."""
    lines = fields.lines(Part.INDICATORS, Part.ACHIEVEMENT)
    if lines:
        return lines
    return [
        Line(f"{word}: {line.text}", line.place)
        for part, word in ((Part.OUTPUT, "Output"), (Part.OUTCOME, "Outcome"))
        for line in fields.lines(part)
    ]


def _begun(
    fields: Fields,
    year: int,
    data: tuple[Datum, ...],
    notes: tuple[FactorNote, ...],
    measures: ReadMeasures,
) -> Pathway:
    """Columns 1 to 3, 8 and 9, and the objective of column 6."""
    reformulated, kept = _reformulated(fields)
    return Pathway(
        agency_id=0,
        year=year,
        activity_code=_code(fields),
        activity_name=_name(fields),
        objective=_objective(fields),
        data=data,
        factors=notes,
        reformulated_objective=reformulated,
        reason_kept=kept,
        baselines=measures.baselines,
        indicators=measures.indicators,
    )


def _with_answers(fields: Fields, begun: Pathway) -> tuple[Pathway, bool]:
    """With causes and actions; whether actions name the causes they answer."""
    causes = _causes(fields)
    actions, is_tied = _actions(fields, causes)
    return replace(begun, causes=causes, actions=actions), is_tied


def _year(fields: Fields, heads: Fields) -> int | None:
    for text in (*fields.texts(Part.YEAR), *heads.texts(Part.YEAR)):
        found = _YEAR.search(text)
        if found:
            return int(found[1])
    return None


def _code(fields: Fields) -> str:
    """The code of the sub kegiatan; the longest one where several are written."""
    own = fields.texts(Part.SUB_CODE)
    texts = own or fields.texts(
        Part.NAME, Part.SUB_ACTIVITY, Part.ACTIVITY_CODE, Part.PROGRAM_CODE, Part.PROGRAM
    )
    found = [normal_form(code) for text in texts for code in _CODE.findall(text)]
    if not found and own:
        return normal_form(own[0])
    return max(found, key=len, default="")


def _name(fields: Fields) -> str:
    texts = fields.texts(Part.SUB_ACTIVITY) or fields.texts(Part.NAME)
    texts = texts or fields.texts(Part.ACTIVITY, Part.PROGRAM)
    whole = _CODE.sub("", texts[0]) if texts else ""
    whole = _OBJECTIVE.split(whole)[0]
    part, rest = split_label(whole)
    words = rest if part is not None and rest else whole
    return re.sub(r"^sub ?kegiatan\s+", "", words.strip(" :-–."), flags=re.I)


def _objective(fields: Fields) -> str:
    written = fields.text(Part.OBJECTIVE)
    if written:
        return written
    for text in fields.texts(Part.NAME, Part.SUB_ACTIVITY):
        parts = _OBJECTIVE.split(text, maxsplit=1)
        if len(parts) > 1:
            return parts[1].strip()
    return ""


def _causes(fields: Fields) -> tuple[Cause, ...]:
    """Causes keep the number they were printed with (`[2]`), so that actions can refer to it."""
    found: list[tuple[CauseSide, str, int | None]] = []
    for side, part in ((CauseSide.INTERNAL, Part.INTERNAL), (CauseSide.EXTERNAL, Part.EXTERNAL)):
        found += [(side, item.text, item.key) for item in items(fields.lines(part))]
    numbered = [key for _, _, key in found if key is not None]
    is_numbered = len(numbered) == len(found) == len(set(numbered))
    return tuple(
        Cause(key if is_numbered and key is not None else number, side, text)
        for number, (side, text, key) in enumerate(found, start=1)
    )


def _actions(fields: Fields, causes: Sequence[Cause]) -> tuple[tuple[Action, ...], bool]:
    found = items(fields.lines(Part.ACTIONS))
    is_tied = any(item.answers for item in found)
    known = {cause.key for cause in causes}
    actions = tuple(
        Action(
            number,
            item.text,
            tuple(key for key in item.answers if key in known),
            item.amount,
        )
        for number, item in enumerate(found, start=1)
    )
    return actions, is_tied


def _reformulated(fields: Fields) -> tuple[str, str]:
    text = fields.text(Part.REFORMULATED) or fields.text(Part.BENCHMARK)
    kept = _KEPT.search(text)
    if kept is None:
        return text, ""
    return text[: kept.start()].strip(), kept[1].strip(" .")


def _places(fields: Fields) -> dict[int, Place]:
    places: dict[int, Place] = {}
    for column, parts in COLUMN_PARTS.items():
        lines: list[Line] = fields.lines(*parts)
        seen = [fields.seen[part] for part in parts if part in fields.seen]
        if lines:
            places[column] = lines[0].place
        elif seen:
            places[column] = seen[0]
    return places


def _present(fields: Fields) -> frozenset[int]:
    return frozenset(
        column
        for column, parts in COLUMN_PARTS.items()
        if any(part in fields.seen for part in parts)
    )


def all_answering(pathway: Pathway) -> Pathway:
    """The pathway as if every action answered every cause: for a paper that ties none."""
    keys = tuple(cause.key for cause in pathway.causes)
    return replace(
        pathway, actions=tuple(replace(action, answers=keys) for action in pathway.actions)
    )


def figure_words(datum: Datum) -> Text:
    """The figures of a datum as they were understood, for whoever checks the reading."""
    return Text("L {male} P {female} {unit}", "M {male} F {female} {unit}").filled(
        male=datum.male, female=datum.female, unit=datum.unit
    )
