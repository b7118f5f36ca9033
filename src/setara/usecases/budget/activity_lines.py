"""The budget lines of what is analysed: of a sub kegiatan, or of all within a kegiatan."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from django.db.models import Q

from setara.domain.budget.activity import is_above_sub_activity, is_within, normal_form
from setara.domain.budget.phase import BudgetPhase, Stage
from setara.store.models import BudgetLineRecord, PathwayRecord

ActivityOfYear = tuple[int, int, str]
"""Year, agency's id, and code in its normal form: of a sub kegiatan or of what is above it."""
LinesByActivity = dict[ActivityOfYear, list[BudgetLineRecord]]

PLANS = tuple(phase for phase in BudgetPhase if phase.is_plan)
_ONE_DIGIT = re.compile(r"^([^.]+\.[^.]+\.[^.]+)\.(\d)(?=\.)")


def activity_of(row: PathwayRecord) -> ActivityOfYear:
    """What a GAP analyses, in its year."""
    return row.year, row.agency_id, normal_form(row.activity_code)


def lies_within(activities: Collection[ActivityOfYear]) -> Q:
    """The lines of the agencies and years whose code is one of the codes, or below one."""
    codes = {code for _, _, code in activities}
    wider = {code for code in codes if is_above_sub_activity(code)}
    within = Q(code__in=spellings(codes))
    if wider:
        # One pattern, for many alternatives are more than SQLite lets an expression be deep.
        prefixes = "|".join(map(re.escape, sorted(spellings(wider))))
        within |= Q(code__regex=rf"^({prefixes})\.")
    return within & Q(
        agency__in={agency for _, agency, _ in activities},
        version__year__in={year for year, _, _ in activities},
    )


def by_activity(
    lines: Iterable[BudgetLineRecord], activities: Collection[ActivityOfYear]
) -> LinesByActivity:
    """The lines of each activity in the order they come; an activity without any is left out.

    Cost: no query where the versions are selected.
    """
    codes: dict[tuple[int, int], set[str]] = {}
    for year, agency, code in activities:
        codes.setdefault((year, agency), set()).add(code)
    found: LinesByActivity = {}
    for line in lines:
        whose = line.version.year, line.agency_id
        for code in codes.get(whose, ()):
            if is_within(line.code, code):
                found.setdefault((*whose, code), []).append(line)
    return found


def plan_lines(
    activities: Collection[ActivityOfYear],
) -> dict[ActivityOfYear, dict[Stage, list[BudgetLineRecord]]]:
    """The lines of each activity in every plan of its year, the stages in the year's order.

    When a book was loaded says nothing: an RKA loaded again after the DPA is still the earlier
    one. Cost: two queries.
    """
    rows = BudgetLineRecord.objects.filter(lies_within(activities), version__phase__in=PLANS)
    rows = rows.select_related("version", "agency", "book__file").order_by("code", "pk")
    rows = rows.prefetch_related("agency__names")
    found: dict[ActivityOfYear, dict[Stage, list[BudgetLineRecord]]] = {}
    for key, lines in by_activity(rows, activities).items():
        stages = found.setdefault(key, {})
        for line in sorted(lines, key=lambda line: line.version.stage.order):
            stages.setdefault(line.version.stage, []).append(line)
    return found


def latest_plan_of(agency_id: int, year: int) -> Stage | None:
    """The latest plan of the year that an agency is in. Cost: one query."""
    rows = BudgetLineRecord.objects.filter(
        agency=agency_id, version__year=year, version__phase__in=PLANS
    )
    stages = rows.values_list("version__phase", "version__sequence").distinct()
    return max(
        (Stage(BudgetPhase(phase), sequence) for phase, sequence in stages),
        key=lambda stage: stage.order,
        default=None,
    )


def spellings(codes: Iterable[str]) -> set[str]:
    """The codes as they are kept, with a fourth part of one digit or of two."""
    found: set[str] = set()
    for code in codes:
        found.add(code)
        found.add(_ONE_DIGIT.sub(r"\1.0\2", code))
    return found
