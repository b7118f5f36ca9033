"""The whole practice government as a fixture: filled once as the demo fills it, then put back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.db.models import Model

from setara.cli.demo.filling import Practice, steps_of
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.seat import SeatKind
from tests.makers import AT, founder, make_government, make_seated


@dataclass(frozen=True)
class World:
    """Paser's demo with its people, and a secretary of another government."""

    secretary: Actor
    author: Actor
    colleague: Actor
    substance: Actor
    planner: Actor
    finance: Actor
    inspector: Actor
    chair: Actor
    stranger: Actor


_kept: list[tuple[World, list[tuple[type[Model], list[Model]]]]] = []


@pytest.fixture
def world(db: None, tmp_path: Path) -> World:
    """The demo's records, at the same ids in every test."""
    if not _kept:
        made = _filled(tmp_path)
        tables = [(model, list(model._default_manager.order_by("pk"))) for model in _tables()]
        _kept.append((made, tables))
        return made
    made, tables = _kept[0]
    with transaction.atomic():
        for model, rows in tables:
            model._default_manager.bulk_create(rows)
    _move_counters_on()
    return made


def _filled(folder: Path) -> World:
    """Counted from 1 whatever other tests have counted before, so that ids can be named."""
    before = _counters_from_one()
    made = _cast_of(folder)
    _move_counters_on(before)
    return made


def _cast_of(folder: Path) -> World:
    practice = Practice(folder, AT)
    # Not the tables of neighbours, which tests of the import bring along, nor the papers, the GAP
    # of a plan, the budget year and the reviews, which have tests of their own.
    *steps, _neighbours, _plan, _budget_year, _reviews, _papers = steps_of(practice)
    for _, do in steps:
        do()
    berau = founder(make_government(place_code="64.03", name="Kabupaten Berau"))
    stranger = make_seated(berau, name="Maya", kind=SeatKind.SECRETARY, title="Sekretariat")
    cast = practice.actors
    return World(
        secretary=cast["secretary"],
        author=cast["focal-2.17"],
        colleague=cast["focal-1.02"],
        substance=cast["driver_substance"],
        planner=cast["driver_planning"],
        finance=cast["driver_finance"],
        inspector=cast["driver_assurance"],
        chair=cast["chair"],
        stranger=stranger,
    )


def _tables() -> list[type[Model]]:
    return list(apps.get_app_config("store").get_models())


def _counters_from_one() -> dict[str, int]:
    """Start every counter anew, in tables that are empty; where each stood."""
    if connection.vendor != "postgresql":
        return {}
    stood = {}
    with connection.cursor() as cursor:
        for model in _tables():
            table = model._meta.db_table
            counter = f"pg_get_serial_sequence('{table}', 'id')"
            cursor.execute(f"SELECT nextval({counter}), EXISTS (SELECT 1 FROM {table})")
            stood[table], is_filled = cursor.fetchone()
            if not is_filled:
                cursor.execute(f"SELECT setval({counter}, 1, false)")
    return stood


def _move_counters_on(stood: Mapping[str, int] | None = None) -> None:
    """PostgreSQL counts ids by itself; rows put back with theirs must not be met again.

    A counter never stays behind where it stood: other fixtures keep rows with ids it gave earlier.
    """
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        for model in _tables():
            table = model._meta.db_table
            counter = f"pg_get_serial_sequence('{table}', 'id')"
            least = (stood or {}).get(table, 1)
            cursor.execute(
                f"SELECT setval({counter}, GREATEST({least}, nextval({counter}), "
                f"(SELECT MAX(id) FROM {table})))"
            )
