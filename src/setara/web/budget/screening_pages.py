"""What the template of the screening page is given."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict

from setara.domain.budget.screening.decisions import LineState
from setara.domain.budget.screening.quality import ScreeningQuality
from setara.domain.language.text import Text
from setara.domain.statistics.interval import Interval
from setara.usecases.budget.screening_queries import ScreeningAnswer, ScreeningFilter

STATES = {
    "": LineState.OPEN,
    "ditandai": LineState.TAGGED,
    "tidak": LineState.DECLINED,
    "semua": None,
}
ORDERS = {"": None, "model": True, "aturan": False}


@dataclass(frozen=True, slots=True)
class QualityRow:
    """How one screening did on the lines held back, in whole per cent."""

    name: Text
    pointed: int
    right: int
    precision: int | None
    precision_limits: Text | None
    recall: int | None
    recall_limits: Text | None
    ranking: int


@dataclass(frozen=True, slots=True)
class ScreeningPage:
    """Lines in the order in which they deserve a look, and how good that order is."""

    title: Text
    answer: ScreeningAnswer
    only: ScreeningFilter
    chosen: frozenset[int]
    form: forms.Form
    refusal: Text | None

    @property
    def earlier(self) -> str:
        """The query of the page before, empty on the first."""
        return self._query(self.answer.page - 1) if self.answer.page > 1 else ""

    @property
    def later(self) -> str:
        """The query of the page after, empty on the last."""
        return self._query(self.answer.page + 1) if self.answer.page < self.answer.pages else ""

    @property
    def here(self) -> str:
        """The query of this page."""
        return self._query(self.answer.page)

    @property
    def states(self) -> list[tuple[str, Text, bool]]:
        """What the lines can be filtered by: value, words, and whether it is asked for."""
        return [
            (said, state.label if state else _ALL, state is self.only.state)
            for said, state in STATES.items()
        ]

    @property
    def quality(self) -> list[QualityRow]:
        """Both screenings on the same lines; empty where the model is silent."""
        learning = self.answer.learning
        return [
            _row(name, quality)
            for name, quality in ((_MODEL, learning.by_model), (_RULES, learning.by_rules))
            if quality
        ]

    @property
    def in_ten(self) -> tuple[int, int]:
        """Of ten lines the model points at those tagged, and of ten tagged those it finds."""
        quality = self.answer.learning.by_model
        if quality is None:
            return (0, 0)
        return (round((quality.precision or 0) * 10), round((quality.recall or 0) * 10))

    @property
    def chance(self) -> int | None:
        """The per cent of tagged lines among those tested."""
        quality = self.answer.learning.by_model
        return _percent(quality.chance) if quality else None

    def _query(self, page: int) -> str:
        order = {True: "model", False: "aturan", None: ""}[self.only.by_model]
        state = next(said for said, state in STATES.items() if state is self.only.state)
        asked = {
            "perangkat": self.only.agency_id or "",
            "alasan": self.only.reason,
            "putusan": state,
            "urut": order,
            "halaman": page,
        }
        return urlencode({key: value for key, value in asked.items() if value != ""})


def filter_of(asked: QueryDict) -> ScreeningFilter:
    """What the address asks for; what it asks in words nobody knows is not asked."""
    agency, page = asked.get("perangkat", ""), asked.get("halaman", "")
    return ScreeningFilter(
        agency_id=int(agency) if agency.isdecimal() else None,
        reason=asked.get("alasan", ""),
        state=STATES.get(asked.get("putusan", ""), LineState.OPEN),
        by_model=ORDERS.get(asked.get("urut", "")),
        page=int(page) if page.isdecimal() else 1,
    )


def _row(name: Text, quality: ScreeningQuality) -> QualityRow:
    return QualityRow(
        name=name,
        pointed=quality.pointed,
        right=quality.right,
        precision=_percent(quality.precision),
        precision_limits=_limits(quality.precision_limits),
        recall=_percent(quality.recall),
        recall_limits=_limits(quality.recall_limits),
        ranking=_percent(quality.ranking) or 0,
    )


def _percent(part: Fraction | None) -> int | None:
    return None if part is None else round(part * 100)


def _limits(found: Interval | None) -> Text | None:
    if found is None or found.upper is None:
        return None
    return _BETWEEN.filled(lower=round(found.lower * 100), upper=round(found.upper * 100))


_ALL = Text("semua", "all")
_MODEL = Text("Model", "Model")
_RULES = Text("Aturan", "Rules")
_BETWEEN = Text("{lower}–{upper}%", "{lower}–{upper}%")
