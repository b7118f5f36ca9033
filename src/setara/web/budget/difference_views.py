"""The page on which two versions of the budget stand side by side."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TypeVar

from django.http import HttpResponse, QueryDict
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from setara.domain.budget.activity import ActivityLevel
from setara.domain.budget.differences import Change
from setara.usecases.budget import queries
from setara.usecases.budget.version_differences import (
    TITLE,
    DifferencesAnswer,
    budget_differences,
    budget_differences_file,
)
from setara.web.budget.difference_pages import (
    A_PAGE,
    DifferencePage,
    KindChoice,
    Leaf,
    LevelChoice,
)
from setara.web.shell.request import Request

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def difference(request: Request) -> HttpResponse:
    """What changed from one version to another; without two versions, the choice of them."""
    asked = request.GET
    known = queries.versions(by=request.actor).versions
    before, after = asked.get("dari", ""), asked.get("ke", "")
    page = DifferencePage(TITLE, known)
    if before.isdecimal() and after.isdecimal():
        answer = budget_differences(
            by=request.actor,
            before_id=int(before),
            after_id=int(after),
            today=timezone.localdate(),
        )
        page = _page(page, answer, asked)
    return TemplateResponse(request, "budget/difference.html", {"page": page})


@require_safe
def difference_file(request: Request, before_id: int, after_id: int) -> HttpResponse:
    """The difference between two versions as a workbook with its formulas."""
    name, content = budget_differences_file(
        by=request.actor,
        before_id=before_id,
        after_id=after_id,
        today=timezone.localdate(),
        language=request.language,
    )
    response = HttpResponse(content, content_type=MEDIA_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _page(page: DifferencePage, answer: DifferencesAnswer, asked: QueryDict) -> DifferencePage:
    change = _one_of(Change, asked.get("jenis", ""))
    level = _one_of(ActivityLevel, asked.get("tingkat", "")) or ActivityLevel.PROGRAM
    agency = asked.get("opd", "")
    lines, leaf = _leaf(answer.chosen(change, agency), asked, "hal", "#baris")
    rows, level_leaf = _leaf(answer.levels[level], asked, "bagian", "#tingkat")
    return DifferencePage(
        title=page.title,
        versions=page.versions,
        answer=answer,
        kinds=tuple(
            KindChoice(
                each,
                _query(asked, "#baris", jenis=each.change.value, hal=""),
                each.change is change,
            )
            for each in answer.kinds
        ),
        levels=tuple(
            LevelChoice(
                each, _query(asked, "#tingkat", tingkat=each.value, bagian=""), each is level
            )
            for each in ActivityLevel
        ),
        level_rows=rows,
        level_leaf=level_leaf,
        lines=lines,
        leaf=leaf,
        change=change,
        agency=agency,
        level=level,
    )


def _one_of(members: type[E], raw: str) -> E | None:
    return next((member for member in members if member.value == raw), None)


def _leaf(
    items: Sequence[T], asked: QueryDict, parameter: str, anchor: str
) -> tuple[tuple[T, ...], Leaf]:
    """One page of the items; a number beyond the last page shows the last."""
    pages = max(-(-len(items) // A_PAGE), 1)
    raw = asked.get(parameter, "")
    number = min(max(int(raw), 1), pages) if raw.isdecimal() else 1
    first = (number - 1) * A_PAGE
    shown = tuple(items[first : first + A_PAGE])

    def to(other: int) -> str:
        return _query(asked, anchor, **{parameter: str(other)}) if 1 <= other <= pages else ""

    leaf = Leaf(first + 1, first + len(shown), len(items), to(number - 1), to(number + 1))
    return shown, leaf


def _query(asked: QueryDict, anchor: str, **changed: str) -> str:
    """The address of the same page with some parameters changed; an empty one falls away."""
    query = asked.copy()
    for name, value in changed.items():
        query[name] = value
        if not value:
            del query[name]
    return f"?{query.urlencode()}{anchor}"
