"""The pathway of a gender analysis (GAP): nine columns from a figure to what will be measured."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from setara.domain.budget.activity import ActivityLevel
from setara.domain.budget.datum import Aspect, Datum
from setara.domain.budget.ticked_lines import TickedLine, money_of
from setara.domain.foundation.money import Rupiah, total
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text


class Factor(StrEnum):
    """Why one sex stays behind (APKM, column 3); only those that matter are named."""

    ACCESS = "access"
    PARTICIPATION = "participation"
    CONTROL = "control"
    BENEFIT = "benefit"

    @property
    def label(self) -> Text:
        """Akses, partisipasi, kontrol, manfaat."""
        return FACTOR_LABELS[self]


FACTOR_LABELS = {
    Factor.ACCESS: Text("Akses", "Access"),
    Factor.PARTICIPATION: Text("Partisipasi", "Participation"),
    Factor.CONTROL: Text("Kontrol", "Control"),
    Factor.BENEFIT: Text("Manfaat", "Benefit"),
}


class CauseSide(StrEnum):
    """Inside the institution (column 4) or outside it (column 5)."""

    INTERNAL = "internal"
    EXTERNAL = "external"

    @property
    def label(self) -> Text:
        """In both languages."""
        return SIDE_LABELS[self]


SIDE_LABELS = {
    CauseSide.INTERNAL: Text("Sebab kesenjangan internal", "Causes inside the institution"),
    CauseSide.EXTERNAL: Text("Sebab kesenjangan eksternal", "Causes outside the institution"),
}


class IndicatorLevel(StrEnum):
    """What an indicator of column 9 measures."""

    OUTPUT = "output"
    OUTCOME = "outcome"

    @property
    def label(self) -> Text:
        """Keluaran, hasil."""
        return LEVEL_LABELS[self]


LEVEL_LABELS = {
    IndicatorLevel.OUTPUT: Text("Keluaran (output)", "Output"),
    IndicatorLevel.OUTCOME: Text("Hasil (outcome)", "Outcome"),
}


class Direction(StrEnum):
    """Which way a figure is meant to go."""

    UP = "up"
    DOWN = "down"
    STILL = "still"

    @property
    def label(self) -> Text:
        """In both languages."""
        return DIRECTION_LABELS[self]


DIRECTION_LABELS = {
    Direction.UP: Text("naik", "up"),
    Direction.DOWN: Text("turun", "down"),
    Direction.STILL: Text("tetap", "unchanged"),
}


@dataclass(frozen=True, slots=True)
class FactorNote:
    """One factor of column 3 in words, tied to the datum that shows it."""

    factor: Factor
    text: str
    datum_key: int | None = None


@dataclass(frozen=True, slots=True)
class Cause:
    """One cause of column 4 or 5; `key` is its number within the pathway.

    `factor` is the factor of column 3 it explains, None where it was not said.
    """

    key: int
    side: CauseSide
    text: str
    factor: Factor | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """One action of column 7 with the causes it answers.

    `amount` is the money of its components, None where it was not written down. Where `lines` of
    the budget are ticked for it, their money is its own and nobody types it.
    """

    key: int
    text: str
    answers: tuple[int, ...] = ()
    amount: Rupiah | None = None
    lines: tuple[TickedLine, ...] = ()

    def paid_by(self, lines: tuple[TickedLine, ...]) -> Action:
        """The action with those lines and their money; without lines a typed amount stays."""
        return replace(self, lines=lines, amount=money_of(lines)) if lines else self


@dataclass(frozen=True, slots=True)
class Baseline:
    """Column 8: a figure of column 2, referred to and never typed again."""

    key: int
    datum_key: int
    sex: Sex
    aspect: Aspect


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator of column 9; its baseline is a row of column 8.

    `target` is meant for the budget year of the pathway, `targets` for later years, in order.
    `sex` is whom it counts where no baseline says it; None there means both. `action_key` is the
    action whose output or outcome it is, None for the sub kegiatan's own.
    """

    key: int
    level: IndicatorLevel
    text: str
    unit: str
    target: Decimal | None
    baseline_key: int | None = None
    action_key: int | None = None
    targets: tuple[tuple[int, Decimal], ...] = ()
    sex: Sex | None = None


class PathwayState(StrEnum):
    """Where a pathway stands."""

    DRAFT = "draft"
    SIGNED = "signed"
    SUPERSEDED = "superseded"
    DROPPED = "dropped"

    @property
    def label(self) -> Text:
        """In both languages."""
        return STATE_LABELS[self]


STATE_LABELS = {
    PathwayState.DRAFT: Text("konsep", "draft"),
    PathwayState.SIGNED: Text("ditandatangani", "signed"),
    PathwayState.SUPERSEDED: Text("diganti", "superseded"),
    PathwayState.DROPPED: Text("dibatalkan", "dropped"),
}
OVER = (PathwayState.SUPERSEDED, PathwayState.DROPPED)
"""The states in which nobody works on a pathway any more."""


@dataclass(frozen=True, slots=True)
class Pathway:
    """A GAP as the rules see it; `year` is the budget year the activity belongs to.

    `activity_target` is the indicator or target that the plan gives the activity, which some forms
    write beside its objective; `level` is what their code is a code of.
    """

    agency_id: int
    year: int
    activity_code: str
    activity_name: str
    state: PathwayState = PathwayState.DRAFT
    objective: str = ""
    data: tuple[Datum, ...] = ()
    factors: tuple[FactorNote, ...] = ()
    causes: tuple[Cause, ...] = ()
    reformulated_objective: str = ""
    reason_kept: str = ""
    actions: tuple[Action, ...] = ()
    baselines: tuple[Baseline, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    level: ActivityLevel = ActivityLevel.SUB_ACTIVITY
    activity_target: str = ""

    @property
    def action_money(self) -> Rupiah | None:
        """The money of all its actions; None where one of them has none written down."""
        known = [action.amount for action in self.actions if action.amount is not None]
        return total(known) if known and len(known) == len(self.actions) else None

    def datum(self, key: int | None) -> Datum | None:
        """The datum of column 2 with that number."""
        return next((datum for datum in self.data if datum.key == key), None)

    def baseline(self, key: int | None) -> Baseline | None:
        """The row of column 8 with that number."""
        return next((baseline for baseline in self.baselines if baseline.key == key), None)

    def figure(self, baseline: Baseline) -> Decimal | None:
        """What the baseline amounts to; None where its datum has no such figure."""
        datum = self.datum(baseline.datum_key)
        return datum.figure(baseline.sex, baseline.aspect) if datum else None

    def direction(self, indicator: Indicator) -> Direction | None:
        """Which way the target goes from the baseline; None where one of the two is missing."""
        baseline = self.baseline(indicator.baseline_key)
        start = self.figure(baseline) if baseline else None
        if start is None or indicator.target is None:
            return None
        if indicator.target == start:
            return Direction.STILL
        return Direction.UP if indicator.target > start else Direction.DOWN

    def causes_of(self, side: CauseSide) -> tuple[Cause, ...]:
        """The causes of column 4 or of column 5."""
        return tuple(cause for cause in self.causes if cause.side is side)


@dataclass(frozen=True, slots=True)
class PathwayDraft:
    """What is newly written into a pathway; a column that is None stays as it is.

    `data` lists the rows of column 2 that stay or are new; those that come from the register
    keep their figures whatever the draft says of them. `ticked` are the lines of the budget of
    some actions by their number; the other actions keep theirs.
    """

    objective: str | None = None
    activity_target: str | None = None
    data: tuple[Datum, ...] | None = None
    factors: tuple[FactorNote, ...] | None = None
    causes: tuple[Cause, ...] | None = None
    reformulated_objective: str | None = None
    reason_kept: str | None = None
    actions: tuple[Action, ...] | None = None
    baselines: tuple[Baseline, ...] | None = None
    indicators: tuple[Indicator, ...] | None = None
    ticked: Mapping[int, tuple[TickedLine, ...]] | None = None


_BY_ROW = frozenset({"data", "ticked"})


def redrafted(pathway: Pathway, draft: PathwayDraft) -> Pathway:
    """The pathway with the draft's columns in it and no reference to a row that is gone."""
    written = {
        name: value
        for name in draft.__slots__
        if name not in _BY_ROW and (value := getattr(draft, name)) is not None
    }
    if draft.data is not None:
        kept = {datum.key for datum in draft.data}
        registered = tuple(
            datum for datum in pathway.data if datum.reference is not None and datum.key in kept
        )
        typed = tuple(datum for datum in draft.data if datum.reference is None)
        written["data"] = registered + typed
    redrawn = replace(pathway, **written)
    if draft.actions is not None or draft.ticked:
        redrawn = _with_lines(redrawn, pathway.actions, draft.ticked or {})
    return without_loose_ends(redrawn)


def without_loose_ends(pathway: Pathway) -> Pathway:
    """The pathway without references to rows that are not there."""
    data = {datum.key for datum in pathway.data}
    causes = {cause.key for cause in pathway.causes}
    actions = {action.key for action in pathway.actions}
    baselines = tuple(each for each in pathway.baselines if each.datum_key in data)
    kept = {baseline.key for baseline in baselines}
    return replace(
        pathway,
        factors=tuple(
            replace(note, datum_key=_if_in(note.datum_key, data)) for note in pathway.factors
        ),
        actions=tuple(
            replace(action, answers=tuple(key for key in action.answers if key in causes))
            for action in pathway.actions
        ),
        baselines=baselines,
        indicators=tuple(
            replace(
                each,
                baseline_key=_if_in(each.baseline_key, kept),
                action_key=_if_in(each.action_key, actions),
            )
            for each in pathway.indicators
        ),
    )


def _if_in(key: int | None, keys: set[int]) -> int | None:
    return key if key in keys else None


def _with_lines(
    pathway: Pathway, before: tuple[Action, ...], ticked: Mapping[int, tuple[TickedLine, ...]]
) -> Pathway:
    """The actions with the lines that are ticked for them, or were before."""
    carried = _carried(pathway.actions, before)
    return replace(
        pathway,
        actions=tuple(
            _ticked(action, ticked[action.key])
            if action.key in ticked
            else action.paid_by(action.lines or carried.get(action.key, ()))
            for action in pathway.actions
        ),
    )


def _ticked(action: Action, lines: tuple[TickedLine, ...]) -> Action:
    """Where the last tick is taken away its money goes with it."""
    return action.paid_by(lines) if lines else replace(action, lines=(), amount=None)


def _carried(
    actions: tuple[Action, ...], before: tuple[Action, ...]
) -> dict[int, tuple[TickedLine, ...]]:
    """The lines of each action as it was: that of the same words, else that of its number.

    A form that knows nothing of ticks may number the actions anew, but keeps their words. The
    lines of one action go to one.
    """
    found: dict[int, tuple[TickedLine, ...]] = {}
    left = [each for each in before if each.lines]
    for is_same in (_has_same_words, _has_same_number):
        for action in actions:
            same_one = next((each for each in left if is_same(each, action)), None)
            if action.key not in found and same_one is not None:
                found[action.key] = same_one.lines
                left.remove(same_one)
    return found


def _has_same_words(before: Action, now: Action) -> bool:
    return before.text == now.text


def _has_same_number(before: Action, now: Action) -> bool:
    return before.key == now.key


def next_key(rows: Sequence[Datum | Cause | Action | Baseline | Indicator]) -> int:
    """A number that no row of the column has or had after it."""
    return max((row.key for row in rows), default=0) + 1
