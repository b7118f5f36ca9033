"""Cleans away printed batches that were kept long enough."""

from __future__ import annotations

from datetime import datetime

from setara.domain.language.text import Text
from setara.usecases.reports.batch_running import clean_batches


def clean(at: datetime) -> Text:
    """Drop old batches and what none stands behind."""
    return Text(
        "{count} cetakan sekaligus lama dihapus.", "{count} old batches of papers were deleted."
    ).filled(count=clean_batches(at))
