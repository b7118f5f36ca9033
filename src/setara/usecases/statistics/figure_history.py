"""Where a figure comes from, and every figure that stood in its place before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.period import Period
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.sex import Sex
from setara.domain.foundation.verdict import Verdict, require
from setara.domain.language.text import Text
from setara.domain.statistics.correction import Standing
from setara.domain.statistics.dimension import Breakdown, said_breakdown
from setara.domain.statistics.element import Element
from setara.domain.statistics.observation import Value
from setara.store.models import (
    CorrectionRecord,
    FigureColumns,
    ObservationRecord,
    SourceRecord,
)
from setara.usecases.foundation.access import NotFound, visible
from setara.usecases.statistics.corrections import FIGURE, figure_for, may_mend


@dataclass(frozen=True, slots=True)
class VersionAnswer:
    """One figure that holds or held, with where it stood, who sent it and who took it in."""

    version: int
    value: Value
    publisher: str
    document: str
    locator: str
    cell: str
    file_name: str
    file_hash: str
    sent_by: str
    sent_at: datetime | None
    recorded_by: str
    recorded_at: datetime | None
    reason: str
    is_sample: bool


@dataclass(frozen=True, slots=True)
class CorrectionAnswer:
    """A correction of the figure; `standing` is what the last delivery said of it."""

    reason: str
    provider: str
    recorded_by: str
    recorded_at: datetime
    is_withdrawn: bool
    standing: Standing | None


@dataclass(frozen=True, slots=True)
class HistoryAnswer:
    """A figure with all its versions, the newest first."""

    observation_id: int
    element: Element
    place_name: str
    place_code: str
    period: Period
    sex: Sex
    breakdown: Text
    versions: tuple[VersionAnswer, ...]
    corrections: tuple[CorrectionAnswer, ...]
    may_correct: Verdict

    @property
    def version(self) -> int:
        """The one that holds."""
        return self.versions[0].version


def figure_history(*, by: Actor, observation_id: int) -> HistoryAnswer:
    """The history of a figure. Raises NotFound. Cost: four queries."""
    require(by.may(Permission.READ_RECORDS))
    row = figure_for(by, observation_id)
    before = row.versions.select_related("source__file").defer("source__file__content")
    kept = [row, *before.order_by("-version")]
    return HistoryAnswer(
        observation_id=row.pk,
        element=row.element.as_rule_sees_it(),
        place_name=row.place.name,
        place_code=row.place.code,
        period=Period(row.valid_from, row.valid_to),
        sex=Sex(row.sex),
        breakdown=said_breakdown(Breakdown.parsed(row.breakdown), {}),
        versions=tuple(map(_version, kept)),
        corrections=tuple(map(_correction, _corrections(row))),
        may_correct=may_mend(by, row),
    )


def observation_at(
    *, by: Actor, element_code: str, place_code: str, year: int, sex: Sex, breakdown: str = ""
) -> int:
    """The id of the figure that stands there. Raises NotFound."""
    require(by.may(Permission.READ_RECORDS))
    period = Period.year(year)
    found = visible(
        by,
        ObservationRecord.objects.filter(
            element__code=element_code,
            place__code=place_code,
            valid_from=period.valid_from,
            valid_to=period.end,
            sex=sex,
            breakdown=breakdown,
        ),
        through="element__government",
    ).first()
    if found is None:
        raise NotFound(FIGURE)
    return found.pk


def _version(row: FigureColumns) -> VersionAnswer:
    source: SourceRecord = row.source
    file = source.file
    return VersionAnswer(
        version=row.version,
        value=row.figure(),
        publisher=source.publisher,
        document=source.document,
        locator=source.locator,
        cell=row.cell,
        file_name=file.name if file else "",
        file_hash=file.sha256 if file else "",
        sent_by=file.received_from if file else "",
        sent_at=file.received_at if file else None,
        recorded_by=row.recorded_by,
        recorded_at=row.recorded_at,
        reason=row.reason,
        is_sample=source.is_sample,
    )


def _corrections(row: ObservationRecord) -> list[CorrectionRecord]:
    rows = CorrectionRecord.objects.filter(
        element=row.element,
        place=row.place,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        breakdown=row.breakdown,
        sex=row.sex,
    )
    return list(rows.order_by("-recorded_at", "-pk"))


def _correction(row: CorrectionRecord) -> CorrectionAnswer:
    standing = None
    if row.holds is not None:
        standing = Standing.APPLIES if row.holds else Standing.NO_LONGER_HOLDS
    return CorrectionAnswer(
        reason=row.reason,
        provider=row.provider,
        recorded_by=row.recorded_by,
        recorded_at=row.recorded_at,
        is_withdrawn=row.withdrawn_at is not None,
        standing=standing,
    )
