"""The cells a data call asks of one producer, with what has been handed in for them so far."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import F

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.period import Period
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Refused, refused, require
from setara.domain.language.text import Text
from setara.domain.statistics.asked import AskedCell, CellKey, FilledCell, expected_cells, may_stand
from setara.domain.statistics.dimension import said_breakdown
from setara.domain.statistics.element import Element
from setara.domain.statistics.observation import Nothing, Value
from setara.domain.statistics.submission import CallState, SubmissionState, may_fill
from setara.store.models import (
    ElementRecord,
    PlaceRecord,
    ReceivedFileRecord,
    SubmissionCellRecord,
    SubmissionRecord,
)
from setara.usecases.foundation.access import NotFound, one
from setara.usecases.foundation.command import command, leave_event
from setara.usecases.statistics.items import (
    categories_of,
    digits_of,
    items_of,
    kept_cells,
    key_of,
    last_figures,
    place_names,
    territory_of,
    value_in,
)

__all__ = ["AskedCell", "FilledCell", "FilledMeanwhile", "asked_cells", "keep_cells"]

SUBMISSION = Text("Isian data", "The submission")


class FilledMeanwhile(Refused):
    """Somebody else changed one of the same cells first; nothing of this writing was kept."""

    def __init__(self, keys: tuple[CellKey, ...]) -> None:
        super().__init__(
            Text(
                "{count} sel sudah diubah orang lain sesudah Anda membukanya. Isian Anda belum "
                "disimpan: periksa sel yang ditandai, lalu simpan lagi.",
                "Someone else has changed {count} cells since you opened them. Yours are not "
                "saved yet: check the marked cells, then save again.",
            ).filled(count=len(keys))
        )
        self.keys = keys


def asked_cells(submission: SubmissionRecord) -> tuple[AskedCell, ...]:
    """Every cell expected of the submission's producer, in the order of the call.

    Cost: seven queries, whatever the number of cells.
    """
    items = items_of(submission)
    place = submission.agency.place
    territory = territory_of(submission.call).within(place.code if place else None)
    keys = expected_cells((each for each, _ in items), territory)
    elements = {item.element.code: item.element for item, _ in items}
    words = _Words(place_names(keys), categories_of(submission.call))
    kept = {key_of(row): row for row in kept_cells(submission)}
    last = last_figures(submission.call, {record.pk for _, record in items})
    return tuple(
        _asked(key, elements[key.element_code], words, kept.get(key), last.get(key)) for key in keys
    )


@dataclass(frozen=True, slots=True)
class _Words:
    places: Mapping[str, str]
    categories: Mapping[tuple[str, str], Text]


def _asked(
    key: CellKey,
    element: Element,
    words: _Words,
    kept: SubmissionCellRecord | None,
    last: tuple[Period, Value] | None,
) -> AskedCell:
    return AskedCell(
        key=key,
        element=element,
        place_name=words.places.get(key.place_code, key.place_code),
        breakdown_name=said_breakdown(key.breakdown, words.categories),
        value=value_in(kept) if kept else None,
        cell=kept.cell if kept else "",
        comment=kept.comment if kept else "",
        commented_by=kept.commented_by if kept else "",
        is_settled=kept.is_settled if kept else True,
        last=last[1] if last else None,
        last_period=last[0] if last else None,
        changed_in=kept.changed_in if kept else 0,
    )


@command("statistics.cells.filled", says=Text("Isian data disimpan", "Cells filled in"))
def keep_cells(
    *,
    by: Actor,
    at: datetime,
    submission_id: int,
    cells: Iterable[FilledCell],
    expected_version: int,
    file: ReceivedFileRecord | None = None,
) -> None:
    """Keep what a producer filled in, all of it or nothing; cells not named stay as they are.

    `expected_version` is the submission's version the writer had before him. Raises
    FilledMeanwhile where one of these cells was changed to something else since, Refused where
    the submission is not open for filling or a cell was not asked for, NotFound for another
    government's or (without the right to see it) another agency's submission.
    """
    submission = fillable(by, submission_id)
    wanted = {each.key: each for each in cells}
    version = _next_version(submission)
    known = {cell.key: cell for cell in asked_cells(submission)}
    _refuse_unasked(wanted, known)
    for key, each in wanted.items():
        require(may_stand(known[key].element, each.value))
    changes = [each for key, each in wanted.items() if known[key].value != each.value]
    _refuse_changed_meanwhile(changes, known, expected_version)
    _store(submission, changes, version)
    if file is not None:
        SubmissionRecord.objects.filter(pk=submission.pk).update(file=file)
    leave_event(
        "statistics.cells.filled",
        by=by,
        at=at,
        subject=submission,
        count=len(changes),
        version=version,
        sha256=file.sha256 if file else "",
    )


def _refuse_changed_meanwhile(
    changes: list[FilledCell], known: Mapping[CellKey, AskedCell], expected_version: int
) -> None:
    late = tuple(each.key for each in changes if known[each.key].changed_in > expected_version)
    if late:
        raise FilledMeanwhile(late)


def fillable(by: Actor, submission_id: int) -> SubmissionRecord:
    """The submission where the actor may fill it in now. Raises NotFound, Refused."""
    rows = SubmissionRecord.objects.select_related("call", "agency")
    submission = one(by, rows, submission_id, what=SUBMISSION, through="call__government")
    if not by.may(Permission.IMPORT_STATISTICS, agency_id=submission.agency_id):
        raise NotFound(SUBMISSION)
    require(may_fill(CallState(submission.call.state), SubmissionState(submission.state)))
    return submission


def _next_version(submission: SubmissionRecord) -> int:
    """Count the change; the update also makes a second writer wait for the first one's end."""
    judged = SubmissionRecord.objects.filter(pk=submission.pk, state=submission.state)
    if judged.update(version=F("version") + 1) != 1:
        raise Refused(CHANGED_STATE)
    return SubmissionRecord.objects.values_list("version", flat=True).get(pk=submission.pk)


CHANGED_STATE = Text(
    "Isian ini baru saja berpindah tahap. Muat ulang halaman untuk melihat keadaannya.",
    "This submission has just moved on. Reload the page to see where it stands.",
)


def _refuse_unasked(wanted: Mapping[CellKey, FilledCell], known: Mapping[CellKey, object]) -> None:
    for key, each in wanted.items():
        if key not in known:
            require(
                refused(
                    "Angka {element} untuk wilayah {place}, {breakdown}{sex}, tidak diminta "
                    "dari perangkat daerah ini{cell}.",
                    "The figure of {element} for place {place}, {breakdown}{sex}, was not asked "
                    "of this agency{cell}.",
                    element=key.element_code,
                    place=key.place_code,
                    breakdown=f"{key.breakdown.key}, " if key.breakdown else "",
                    sex=key.sex.label,
                    cell=f" ({each.cell})" if each.cell else "",
                )
            )


def _store(submission: SubmissionRecord, changes: list[FilledCell], version: int) -> None:
    elements = dict(
        ElementRecord.objects.filter(call_items__call=submission.call_id).values_list("code", "pk")
    )
    codes = {each.key.place_code for each in changes}
    places = dict(PlaceRecord.objects.filter(code__in=codes).values_list("code", "pk"))
    SubmissionCellRecord.objects.bulk_create(
        (
            SubmissionCellRecord(
                submission=submission,
                element_id=elements[each.key.element_code],
                place_id=places[each.key.place_code],
                breakdown=each.key.breakdown.key,
                sex=each.key.sex,
                value=each.value if isinstance(each.value, Decimal) else None,
                decimal_places=digits_of(each.value),
                nothing=each.value if isinstance(each.value, Nothing) else "",
                cell=each.cell,
                changed_in=version,
            )
            for each in changes
        ),
        update_conflicts=True,
        unique_fields=["submission", "element", "place", "breakdown", "sex"],
        update_fields=["value", "decimal_places", "nothing", "cell", "changed_in"],
    )
