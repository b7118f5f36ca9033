"""The cast as a fixture: made once through the use-cases, afterwards put back as rows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import transaction
from django.db.models import Model

from tests.makers import make_cast
from tests.people import Cast

# Making the cast takes some thousand queries, putting its rows back about twenty.
_made: list[tuple[Cast, list[tuple[type[Model], list[Model]]]]] = []


@pytest.fixture
def cast(db: None) -> Cast:
    """Everyone of tests/people.py in the database, at the same ids in every test."""
    if not _made:
        # Rows of another fixture must not come back in every test.
        is_alone = not any(_rows())
        people = make_cast()
        if is_alone:
            _made.append((people, list(_rows())))
        return people
    people, tables = _made[0]
    # Foreign keys are checked at the end of the transaction, so the order of tables is free.
    with transaction.atomic():
        for model, rows in tables:
            model._default_manager.bulk_create(rows)
    return people


def _rows() -> Iterator[tuple[type[Model], list[Model]]]:
    for model in apps.get_app_config("store").get_models():
        rows = list(model._default_manager.order_by("pk"))
        if rows:
            yield model, rows
