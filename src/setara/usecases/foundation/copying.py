"""A government's records copied into another government, row by row, and taken away again.

The tables are found by their references, so that a new table is copied without being named here;
`LEFT_OUT` says which are not, and why. A reference out of the copy is an error, never a bridge.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from graphlib import TopologicalSorter
from typing import Any

from django.apps import apps
from django.db.models import BinaryField, ForeignKey, Model, QuerySet

from setara.domain.language.text import Text
from setara.store.models import GovernmentRecord, PlaceRecord

Kind = type[Model]
Keys = dict[Kind, dict[int, int]]

SHARED = frozenset({"PlaceRecord", "GovernmentRecord", "JobRunRecord"})
"""Tables of the whole installation."""

LEFT_OUT = {
    "AccountRecord": Text(
        "Akun tetap satu; di tahun latihan akun yang sama dipakai.",
        "There is one account; it is used in the practice year too.",
    ),
    "TrailHeadRecord": Text(
        "Jejak audit latihan dimulai dari awal.", "Practice has an audit trail of its own."
    ),
    "EventRecord": Text(
        "Jejak audit latihan dimulai dari awal.", "Practice has an audit trail of its own."
    ),
    # They name what they are about by a bare number, and printed codes are never given twice.
    **dict.fromkeys(
        ("PrintRecord", "PaperNumberRecord", "CoverLetterRecord"),
        Text(
            "Nomor, surat pengantar, dan kode cetakan hanya untuk dokumen sebenarnya.",
            "Numbers, cover letters and codes of prints are those of real papers only.",
        ),
    ),
    "PaperBatchRecord": Text(
        "Cetakan dibuat ulang dari salinannya.", "Papers are printed anew from the copy."
    ),
    # Figures an agency has not handed in are its own affair; in practice anyone may sit anywhere.
    **dict.fromkeys(
        (
            "DataCallRecord",
            "CallItemRecord",
            "SubmissionRecord",
            "SubmissionCellRecord",
            "ReminderRecord",
        ),
        Text(
            "Isian data yang belum diserahkan hanya untuk produsennya.",
            "Answers to data calls that are not handed in are their producer's own.",
        ),
    ),
}
"""Tables of a government that a practice year does not get, with the reason."""

OUTLASTING = frozenset({"AccountRecord", "TrailHeadRecord", "EventRecord"})
"""What a government that is taken away keeps."""

ROWS_AT_ONCE = 500
FILES_AT_ONCE = 5


class BridgeOutOfTheCopy(RuntimeError):
    """A row to be copied refers to a row of the government that is not copied."""


def copied_kinds() -> tuple[Kind, ...]:
    """The tables that are copied, each after those it refers to."""
    return _in_order(SHARED | set(LEFT_OUT))


def _in_order(left_out: Set[str]) -> tuple[Kind, ...]:
    kinds = [kind for kind in _all_kinds() if kind.__name__ not in left_out]
    needs = {
        kind: {target for _, target in _references(kind) if target in kinds and target is not kind}
        for kind in kinds
    }
    return tuple(TopologicalSorter(needs).static_order())


def rows_of(kind: Kind, government_id: int) -> QuerySet[Model]:
    """The rows of a table that belong to a government."""
    return kind._default_manager.filter(**{_way_to_government(kind): government_id})


def copy_records(origin_id: int, copy_id: int) -> dict[str, int]:
    """Copy every record of the origin; how many rows of each table.

    Cost: each row is read and written once; files and budget details with their whole content,
    so the database grows by as much again.
    """
    keys: Keys = {GovernmentRecord: {origin_id: copy_id}}
    counted = {}
    for kind in copied_kinds():
        keys[kind] = {}
        for rows in _in_portions(kind, origin_id):
            _copy(kind, rows, keys)
        counted[kind.__name__.removesuffix("Record")] = len(keys[kind])
    return counted


def take_away(government_id: int) -> None:
    """Delete every record of a government but its trail, also what was made in it since.

    Cost: two statements a table.
    """
    for kind in reversed(_in_order(SHARED | OUTLASTING)):
        rows = kind._default_manager.filter(
            pk__in=list(rows_of(kind, government_id).values_list("pk", flat=True))
        )
        # Rows that refer to one another are PROTECTed one by one, though all of them go.
        rows._raw_delete(rows.db)


def _copy(kind: Kind, rows: list[Any], keys: Keys) -> None:
    """Write the rows, those that refer to one another after the one they refer to."""
    waiting: list[Any] = []
    for row in rows:
        if _own_keys(kind, row) & {each.pk for each in waiting}:
            _write(kind, waiting, keys)
            waiting = []
        waiting.append(row)
    _write(kind, waiting, keys)


def _own_keys(kind: Kind, row: Any) -> set[int]:
    own = [reference.attname for reference, target in _references(kind) if target is kind]
    return {getattr(row, name) for name in own} - {None} if own else set()


def _write(kind: Kind, rows: list[Any], keys: Keys) -> None:
    olds = [row.pk for row in rows]
    later = [_moved(kind, row, keys) for row in rows]
    made = kind._default_manager.bulk_create(rows)
    keys[kind] |= {old: new.pk for old, new in zip(olds, made, strict=True)}
    for row, own in zip(made, later, strict=True):
        if own:
            changes = {name: _new_key(kind, name, kind, old, keys) for name, old in own.items()}
            kind._default_manager.filter(pk=row.pk).update(**changes)


def _moved(kind: Kind, row: Any, keys: Keys) -> dict[str, int]:
    """Point the row into the copy; a later row of its own table that it refers to is told."""
    later = {}
    for reference, target in _references(kind):
        old = getattr(row, reference.attname)
        if old is None or target not in keys:
            continue
        if target is kind and old not in keys[kind]:
            later[reference.attname] = old
            setattr(row, reference.attname, None)
        else:
            setattr(row, reference.attname, _new_key(kind, reference.name, target, old, keys))
    if hasattr(row, "copied_from_id"):
        row.copied_from_id = row.pk
    row.pk = None
    row._state.adding = True
    return later


def _new_key(kind: Kind, name: str, target: Kind, old: int, keys: Keys) -> int:
    try:
        return keys[target][old]
    except KeyError:
        message = f"{kind.__name__}.{name} refers to {target.__name__} {old}, which is not copied"
        raise BridgeOutOfTheCopy(message) from None


def _in_portions(kind: Kind, government_id: int) -> Iterator[list[Model]]:
    has_files = any(isinstance(field, BinaryField) for field in kind._meta.concrete_fields)
    size = FILES_AT_ONCE if has_files else ROWS_AT_ONCE
    rows = rows_of(kind, government_id).order_by("pk")
    keys = list(rows.values_list("pk", flat=True))
    for start in range(0, len(keys), size):
        yield list(rows.filter(pk__in=keys[start : start + size]))


def _all_kinds() -> list[Kind]:
    return list(apps.get_app_config("store").get_models())


def _references(kind: Kind) -> list[tuple[ForeignKey[Any, Any], Kind]]:
    return [
        (field, field.related_model)
        for field in kind._meta.concrete_fields
        if isinstance(field, ForeignKey) and isinstance(field.related_model, type)
    ]


def _way_to_government(kind: Kind) -> str:
    """The shortest path of references that are never empty, such as `seat__government`."""
    ways: list[tuple[str, Kind]] = [("", kind)]
    seen = {kind}
    for way, here in ways:
        for reference, target in _references(here):
            if reference.null or target in seen or target is PlaceRecord:
                continue
            path = f"{way}__{reference.name}".lstrip("_")
            if target is GovernmentRecord:
                return path
            seen.add(target)
            ways.append((path, target))
    message = f"{kind.__name__} belongs to no government; name it in SHARED or LEFT_OUT"
    raise LookupError(message)
