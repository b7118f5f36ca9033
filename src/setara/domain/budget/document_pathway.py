"""The four-step GAP of a plan document: issues from data, causes, a logical framework, agencies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum

from setara.domain.budget.datum import Aspect, Datum
from setara.domain.budget.pathway import Direction, Factor, PathwayState
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text
from setara.domain.statistics.element import Polarity


class DocumentKind(StrEnum):
    """The plans that are analysed in four steps."""

    RPJMD = "rpjmd"
    RENSTRA = "renstra"

    @property
    def label(self) -> Text:
        """The law's own name, explained in English."""
        return KIND_LABELS[self]


KIND_LABELS = {
    DocumentKind.RPJMD: Text("RPJMD", "RPJMD (medium-term plan)"),
    DocumentKind.RENSTRA: Text("Renstra perangkat daerah", "Renstra (strategic plan of an agency)"),
}


class PlanLevel(StrEnum):
    """The logical framework, from what changes at last down to what is done."""

    IMPACT = "impact"
    OUTCOME = "outcome"
    OUTPUT = "output"
    ACTIVITY = "activity"

    @property
    def label(self) -> Text:
        """In both languages."""
        return PLAN_LABELS[self]

    @property
    def above(self) -> PlanLevel | None:
        """The level that a row of this one serves; None at the top."""
        order = list(PlanLevel)
        at = order.index(self)
        return order[at - 1] if at else None


PLAN_LABELS = {
    PlanLevel.IMPACT: Text("Dampak (impact)", "Impact"),
    PlanLevel.OUTCOME: Text("Hasil (outcome)", "Outcome"),
    PlanLevel.OUTPUT: Text("Keluaran (output)", "Output"),
    PlanLevel.ACTIVITY: Text("Aktivitas", "Activity"),
}


@dataclass(frozen=True, slots=True)
class IndexFigure:
    """An index of the place as the indices room has it; `key` is its number within the analysis.

    `is_computed` where Setara computed it from its components, not BPS.
    """

    key: int
    index: str
    label: Text
    place_name: str
    year: int
    value: Decimal
    source: str
    polarity: Polarity = Polarity.HIGHER_IS_BETTER
    is_computed: bool = False
    is_sample: bool = False


Evidence = Datum | IndexFigure


@dataclass(frozen=True, slots=True)
class PlanIssue:
    """Step 1: one gender issue in words with the figures that show it."""

    key: int
    text: str
    evidence: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanCause:
    """Step 2: one cause of an issue, by the factor (APKM) it works through."""

    key: int
    issue_key: int | None
    factor: Factor
    text: str


@dataclass(frozen=True, slots=True)
class Start:
    """Where an indicator starts: a figure of step 1, referred to and never typed.

    An index has neither sex nor aspect.
    """

    evidence_key: int
    sex: Sex | None = None
    aspect: Aspect | None = None


@dataclass(frozen=True, slots=True)
class PlanRow:
    """Step 3: a row of the framework with the row it serves and the causes it answers."""

    key: int
    level: PlanLevel
    text: str
    serves: int | None = None
    answers: tuple[int, ...] = ()
    indicator: str = ""
    unit: str = ""
    start: Start | None = None
    targets: Mapping[int, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AgencyPart:
    """Step 4: an agency of the government with its part; `rows` are those of step 3 it does.

    `code` is the one it has in every copy of the government; its id is another there.
    """

    agency_id: int
    name: str
    part: str
    rows: tuple[int, ...] = ()
    code: str = ""


@dataclass(frozen=True, slots=True)
class OutsideParty:
    """A ministry, institution or other party outside the government, in words."""

    name: str
    part: str


@dataclass(frozen=True, slots=True)
class DocumentPathway:
    """A four-step GAP as the rules see it; `agency_id` answers for it."""

    kind: DocumentKind
    title: str
    agency_id: int
    first_year: int
    last_year: int
    state: PathwayState = PathwayState.DRAFT
    evidence: tuple[Evidence, ...] = ()
    issues: tuple[PlanIssue, ...] = ()
    causes: tuple[PlanCause, ...] = ()
    rows: tuple[PlanRow, ...] = ()
    agencies: tuple[AgencyPart, ...] = ()
    outside: tuple[OutsideParty, ...] = ()

    @property
    def years(self) -> tuple[int, ...]:
        """The years of the plan."""
        return tuple(range(self.first_year, self.last_year + 1))

    def piece(self, key: int | None) -> Evidence | None:
        """The figure of step 1 with that number."""
        return next((each for each in self.evidence if each.key == key), None)

    def row(self, key: int | None) -> PlanRow | None:
        """The row of step 3 with that number."""
        return next((each for each in self.rows if each.key == key), None)

    def at(self, level: PlanLevel) -> tuple[PlanRow, ...]:
        """The rows of one level."""
        return tuple(each for each in self.rows if each.level is level)

    def figure(self, start: Start | None) -> Decimal | None:
        """What an indicator starts from; None where there is no such figure."""
        found = self.piece(start.evidence_key) if start else None
        if found is None or start is None:
            return None
        if isinstance(found, IndexFigure):
            return found.value
        return found.figure(start.sex or Sex.FEMALE, start.aspect or Aspect.VALUE)

    def direction(self, row: PlanRow) -> Direction | None:
        """Which way the last target goes from the start; None where one of them is missing."""
        start = self.figure(row.start)
        if start is None or not row.targets:
            return None
        last = row.targets[max(row.targets)]
        if last == start:
            return Direction.STILL
        return Direction.UP if last > start else Direction.DOWN


@dataclass(frozen=True, slots=True)
class DocumentDraft:
    """What is newly written into a four-step GAP; a step that is None stays as it is.

    `kept` are the numbers of the figures that stay; figures themselves are only taken.
    """

    title: str | None = None
    kept: frozenset[int] | None = None
    issues: tuple[PlanIssue, ...] | None = None
    causes: tuple[PlanCause, ...] | None = None
    rows: tuple[PlanRow, ...] | None = None
    agencies: tuple[AgencyPart, ...] | None = None
    outside: tuple[OutsideParty, ...] | None = None


def redrafted(pathway: DocumentPathway, draft: DocumentDraft) -> DocumentPathway:
    """The analysis with the draft in it, and no reference to what is gone."""
    names = ("title", "issues", "causes", "rows", "agencies", "outside")
    written = {name: value for name in names if (value := getattr(draft, name)) is not None}
    if draft.kept is not None:
        written["evidence"] = tuple(each for each in pathway.evidence if each.key in draft.kept)
    return _without_loose_ends(replace(pathway, **written))


def _without_loose_ends(pathway: DocumentPathway) -> DocumentPathway:
    evidence = {each.key for each in pathway.evidence}
    issues = {each.key for each in pathway.issues}
    causes = {each.key for each in pathway.causes}
    level_of = {each.key: each.level for each in pathway.rows}
    return replace(
        pathway,
        issues=tuple(
            replace(each, evidence=_among(each.evidence, evidence)) for each in pathway.issues
        ),
        causes=tuple(
            replace(each, issue_key=each.issue_key if each.issue_key in issues else None)
            for each in pathway.causes
        ),
        rows=tuple(_tied(each, evidence, causes, level_of) for each in pathway.rows),
        agencies=tuple(
            replace(each, rows=_among(each.rows, set(level_of))) for each in pathway.agencies
        ),
    )


def _tied(
    row: PlanRow, evidence: set[int], causes: set[int], level_of: Mapping[int, PlanLevel]
) -> PlanRow:
    serves = row.serves if row.serves in level_of else None
    if serves is not None and level_of[serves] is not row.level.above:
        serves = None
    start = row.start if row.start and row.start.evidence_key in evidence else None
    return replace(row, serves=serves, answers=_among(row.answers, causes), start=start)


def _among(keys: Sequence[int], known: set[int]) -> tuple[int, ...]:
    return tuple(key for key in keys if key in known)


def next_evidence_key(pathway: DocumentPathway) -> int:
    """A number that no figure of step 1 has."""
    return max((each.key for each in pathway.evidence), default=0) + 1
