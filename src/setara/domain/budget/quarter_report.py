"""What is reported of a quarter beside the plan: indicators by sex, actions, money, obstacles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from setara.domain.budget.pathway import Indicator, Pathway, PathwayState
from setara.domain.budget.quarter import Quarter
from setara.domain.budget.states import may_own
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import ALLOWED, Verdict, refused
from setara.domain.language.text import Text
from setara.domain.statistics.observation import Nothing, Value

PER_CENT_UNITS = frozenset({"%", "persen", "percent", "per cent"})
WHOLE_PER_CENT = Decimal(100)
MOST = Decimal(10) ** 15
LONGEST = 4000


class ActionState(StrEnum):
    """How far an action of column 7 is."""

    NOT_BEGUN = "not_begun"
    UNDER_WAY = "under_way"
    DONE = "done"
    DROPPED = "dropped"

    @property
    def label(self) -> Text:
        """In both languages."""
        return ACTION_LABELS[self]


ACTION_LABELS = {
    ActionState.NOT_BEGUN: Text("belum dimulai", "not begun"),
    ActionState.UNDER_WAY: Text("berjalan", "under way"),
    ActionState.DONE: Text("selesai", "done"),
    ActionState.DROPPED: Text("batal", "dropped"),
}


@dataclass(frozen=True, slots=True)
class IndicatorReported:
    """The value of an indicator up to the end of the quarter; `key` is its number in column 9.

    Each of the three is a figure or the kind of nothing in its place.
    """

    key: int
    women: Value
    men: Value
    total: Value
    source: str = ""
    note: str = ""

    @property
    def has_figure(self) -> bool:
        """Whether at least one of the three is a figure."""
        return any(isinstance(each, Decimal) for each in (self.women, self.men, self.total))


@dataclass(frozen=True, slots=True)
class ActionReported:
    """How far one action is; a dropped one needs `reason`."""

    key: int
    state: ActionState
    reason: str = ""


@dataclass(frozen=True, slots=True)
class QuarterReport:
    """One report. `spent` is only what no imported realisation says, up to the quarter's end."""

    quarter: Quarter
    indicators: tuple[IndicatorReported, ...] = ()
    actions: tuple[ActionReported, ...] = ()
    spent: Rupiah | None = None
    spent_source: str = ""
    obstacles: str = ""
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong in a report; `field` is the name of the form's field it stands in."""

    field: str
    reason: Text


def may_report(pathway: Pathway, quarter: Quarter, by: Actor, today: date) -> Verdict:
    """Whether the quarter can be reported: by its own agency, on a signed GAP, from its end on."""
    verdict = may_own(Permission.WRITE_PATHWAY, by, pathway.agency_id)
    if not verdict:
        return verdict
    if pathway.state in {PathwayState.DRAFT, PathwayState.DROPPED}:
        return _UNSIGNED
    if pathway.state is PathwayState.SUPERSEDED:
        return _REPLACED
    if today <= quarter.last_day(pathway.year):
        return refused(
            "{quarter} {year} berakhir pada {day}; laporannya diisi mulai hari sesudahnya.",
            "{quarter} {year} ends on {day}; it is reported from the day after.",
            quarter=quarter.label,
            year=str(pathway.year),
            day=quarter.last_day(pathway.year),
        )
    return ALLOWED


def flaws(report: QuarterReport, pathway: Pathway, *, is_derived: bool) -> Iterator[Flaw]:
    """Everything wrong in a report; `is_derived` where a realisation book has the money."""
    yield from _money_flaws(report, is_derived=is_derived)
    indicators = {each.key: each for each in pathway.indicators}
    for reported in report.indicators:
        if reported.key not in indicators:
            yield Flaw("", _NO_INDICATOR.filled(key=reported.key))
            continue
        yield from _indicator_flaws(reported, indicators[reported.key])
    actions = {each.key: each for each in pathway.actions}
    for action in report.actions:
        if action.key not in actions:
            yield Flaw("", _NO_ACTION.filled(key=action.key))
        elif action.state is ActionState.DROPPED and not action.reason.strip():
            text = _WHY_DROPPED.filled(action=actions[action.key].text)
            yield Flaw(f"reason_{action.key}", text)
    for field, words in (("obstacles", report.obstacles), ("remedy", report.remedy)):
        if len(words) > LONGEST:
            yield Flaw(field, _TOO_LONG.filled(most=LONGEST))


def is_per_cent(unit: str) -> bool:
    """Whether a unit as it was typed is per cent."""
    return unit.strip().casefold() in PER_CENT_UNITS


def _money_flaws(report: QuarterReport, *, is_derived: bool) -> Iterator[Flaw]:
    spent = report.spent
    if spent is None:
        return
    if is_derived:
        yield Flaw("spent", _DERIVED)
    if not 0 <= spent.amount <= int(MOST):
        yield Flaw("spent", _OUT_OF_BOUNDS.filled(most=MOST))
    if not report.spent_source.strip():
        yield Flaw("spent_source", _NO_SOURCE)


def _indicator_flaws(reported: IndicatorReported, indicator: Indicator) -> Iterator[Flaw]:
    per_cent = is_per_cent(indicator.unit)
    most = WHOLE_PER_CENT if per_cent else MOST
    values = {"women": reported.women, "men": reported.men, "total": reported.total}
    for part, value in values.items():
        if isinstance(value, Decimal) and not 0 <= value <= most:
            yield Flaw(f"{part}_{reported.key}", _OUT_OF_BOUNDS.filled(most=most))
    yield from _total_flaws(reported, indicator)
    if reported.has_figure and not reported.source.strip():
        yield Flaw(f"source_{reported.key}", _NO_SOURCE)


def _total_flaws(reported: IndicatorReported, indicator: Indicator) -> Iterator[Flaw]:
    women, men, whole = reported.women, reported.men, reported.total
    if isinstance(women, Nothing) or isinstance(men, Nothing) or isinstance(whole, Nothing):
        return
    if is_per_cent(indicator.unit):
        # Of a share of women in both, the total is the whole: 100.
        is_whole = whole == women + men == WHOLE_PER_CENT
        if not is_whole and not min(women, men) <= whole <= max(women, men):
            yield Flaw(f"total_{reported.key}", _NOT_BETWEEN)
    elif women + men != whole and _adds_up(indicator):
        yield Flaw(f"total_{reported.key}", _OTHER_TOTAL.filled(stated=whole, counted=women + men))


# Averages do not add up; what is counted in these units does.
_COUNTED = frozenset(
    {
        *("orang", "peserta", "jiwa", "kelompok", "unit", "keluarga", "kk", "usaha", "kader"),
        *("people", "persons", "person", "pelaku", "pelaku usaha", "siswa", "anak"),
    }
)


def _adds_up(indicator: Indicator) -> bool:
    return indicator.unit.strip().casefold() in _COUNTED


def total_of(reported: IndicatorReported, unit: str) -> Value:
    """The stated total, else the sum of a unit that adds up; never one sex made into both."""
    if isinstance(reported.total, Decimal) or is_per_cent(unit):
        return reported.total
    if unit.strip().casefold() not in _COUNTED:
        return reported.total
    if isinstance(reported.women, Nothing) or isinstance(reported.men, Nothing):
        return reported.total
    return reported.women + reported.men


_UNSIGNED = refused(
    "GAP ini belum ditandatangani; hasilnya dilaporkan terhadap GAP yang ditandatangani.",
    "This GAP is not signed; results are reported against a signed one.",
)
_REPLACED = refused(
    "GAP ini sudah diganti. Laporkan hasilnya pada revisinya.",
    "This GAP has been replaced. Report on its revision.",
)
_NO_INDICATOR = Text("GAP ini tidak mempunyai indikator {key}.", "There is no indicator {key}.")
_NO_ACTION = Text("GAP ini tidak mempunyai aksi {key}.", "There is no action {key}.")
_WHY_DROPPED = Text(
    "Tulis alasan aksi “{action}” dibatalkan.", "Write why the action “{action}” was dropped."
)
_TOO_LONG = Text("Paling banyak {most} huruf.", "At most {most} characters.")
_DERIVED = Text(
    "Realisasi triwulan ini sudah ada dalam buku realisasi dan diambil dari sana; kosongkan.",
    "The realisation of this quarter is in an imported book and comes from there; leave it empty.",
)
_OUT_OF_BOUNDS = Text(
    "Angkanya dari 0 sampai {most}. Periksa tanda titik dan koma.",
    "A figure goes from 0 to {most}. Check points and commas.",
)
_NO_SOURCE = Text(
    "Sebutkan dokumen sumbernya, misalnya daftar hadir dengan tanggalnya.",
    "Name the source document, such as a list of attendance with its date.",
)
_OTHER_TOTAL = Text(
    "Jumlah ditulis {stated}, sedangkan perempuan dan laki-laki berjumlah {counted}.",
    "The total is stated as {stated}, while women and men add up to {counted}.",
)
_NOT_BETWEEN = Text(
    "Persentase keseluruhan terletak di antara persentase perempuan dan laki-laki.",
    "The per cent of both together lies between those of women and of men.",
)


def carried(report: QuarterReport, written: Pathway, now: Pathway) -> QuarterReport:
    """A report of a replaced GAP as it counts for the GAP that replaced it.

    What it says of an indicator or an action stands only where the same words stand under the same
    number; a number that was given anew is another row.
    """
    same_indicators = {
        each.key
        for each in now.indicators
        if _named(written.indicators, each.key) == _named_of(each)
    }
    old = {each.key: each.text for each in written.actions}
    same_actions = {each.key for each in now.actions if old.get(each.key) == each.text}
    return replace(
        report,
        indicators=tuple(each for each in report.indicators if each.key in same_indicators),
        actions=tuple(each for each in report.actions if each.key in same_actions),
    )


def _named(indicators: Sequence[Indicator], key: int) -> tuple[object, ...] | None:
    return next((_named_of(each) for each in indicators if each.key == key), None)


def _named_of(indicator: Indicator) -> tuple[object, ...]:
    return (indicator.level, indicator.text, indicator.unit)
