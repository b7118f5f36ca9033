"""What the pages of papers printed together are given."""

from __future__ import annotations

from dataclasses import dataclass

from setara.domain.language.text import Text
from setara.usecases.reports.batch_queries import BatchAnswer, BatchesAnswer
from setara.web.reports.batch_forms import BatchForm


@dataclass(frozen=True, slots=True)
class BatchesPage:
    """The form, and the batches asked for before."""

    title: Text
    lead: Text
    answer: BatchesAnswer
    form: BatchForm
    refusal: Text | None


@dataclass(frozen=True, slots=True)
class BatchPage:
    """One batch, under way or done."""

    title: Text
    batch: BatchAnswer
    refusal: Text | None = None

    @property
    def kilobytes(self) -> int:
        """The size of the archive, rounded up."""
        return -(-self.batch.size // 1000)
