"""What a GBS is printed with: its line, what stands above it, the latest book, the layout."""

from __future__ import annotations

from datetime import date

from django.db.models import Sum

from setara.domain.budget.phase import Stage
from setara.domain.foundation.money import Rupiah
from setara.domain.language.text import Text
from setara.domain.law.forms import Form, form
from setara.domain.reports.statement_fields import StatementFacts
from setara.store.models import BudgetLineRecord
from setara.usecases.budget.statement_queries import StatementAnswer
from setara.usecases.budget.stored_versions import live_versions
from setara.usecases.foundation.access import NotFound

LAYOUTS = ("gbs-madiun", "gbs-surabaya", "gbs-kpppa", "gbs-pag")
"""The layouts of the GBS that are shipped; all are printed from the same record."""
LAYOUT_NAMES = {
    "gbs-madiun": Text("Bentuk Kota Madiun", "Layout of Kota Madiun"),
    "gbs-surabaya": Text("Bentuk Surabaya (SIGAS)", "Layout of Surabaya (SIGAS)"),
    "gbs-kpppa": Text(
        "Bentuk modul KPPPA, Tabel 5.1", "Layout of the ministry's module, table 5.1"
    ),
    "gbs-pag": Text("Bentuk PAG per aksi", "Layout PAG, by action"),
}
LAYOUT = Text("Bentuk cetak", "The layout")
_PROGRAM_PARTS, _ACTIVITY_PARTS = 3, 5


def layouts(today: date) -> tuple[tuple[str, Text], ...]:
    """The shipped layouts by key, with where each comes from."""
    return tuple((key, LAYOUT_NAMES[key]) for key in LAYOUTS if form(key, on=today))


def layout_of(found: StatementAnswer, layout: str | None, today: date) -> Form:
    """The form that was asked for, or the government's own. Raises NotFound for another one."""
    if layout is None:
        return found.form
    if layout not in LAYOUTS:
        raise NotFound(LAYOUT)
    return form(layout, on=today)


def facts_of(found: StatementAnswer) -> StatementFacts:
    """The facts of the statement's line. Cost: four queries."""
    line, above = found.line, found.activity
    missing, differing = _in_force(found)
    return StatementFacts(
        year=line.year,
        phase=found.stage.label,
        program=found.program.name if found.program else "",
        program_code=_upper(line.activity_code, _PROGRAM_PARTS),
        activity=line.activity_name,
        activity_code=line.activity_code,
        amount=line.amount,
        category=line.category,
        shares=found.shares,
        above=above.name if above else "",
        above_code=_upper(line.activity_code, _ACTIVITY_PARTS),
        above_amount=_above_amount(line.line_id, line.activity_code),
        not_in_force=missing,
        in_force=differing,
    )


def _upper(code: str, parts: int) -> str:
    return ".".join(code.split(".")[:parts])


def _above_amount(line_id: int, code: str) -> Rupiah | None:
    """The money of the whole kegiatan of that agency in the book the line stands in."""
    line = BudgetLineRecord.objects.get(pk=line_id)
    beside = BudgetLineRecord.objects.filter(
        version=line.version_id,
        agency=line.agency_id,
        code__startswith=f"{_upper(code, _ACTIVITY_PARTS)}.",
    )
    amount = beside.aggregate(amount=Sum("amount"))["amount"]
    return None if amount is None else Rupiah(amount)


def _in_force(found: StatementAnswer) -> tuple[Text | None, tuple[Text, Rupiah] | None]:
    """Where a later book of the year lacks the sub kegiatan, or gives it other money."""
    own = BudgetLineRecord.objects.select_related("version").get(pk=found.line.line_id)
    later = [
        (version.stage, version)
        for version in live_versions().filter(
            government=own.version.government_id, year=own.version.year
        )
        if version.stage.phase.is_plan and version.stage.order > own.version.stage.order
    ]
    if not later:
        return None, None
    stage, version = max(later, key=lambda pair: pair[0].order)
    lines = BudgetLineRecord.objects.filter(version=version, agency=own.agency_id)
    if not lines.exists():
        # The agency's own budget has not come in for that stage: nothing can be said of it.
        return None, None
    amount = lines.filter(code=own.code).aggregate(amount=Sum("amount"))["amount"]
    name = _named(stage, own.version.year)
    if amount is None:
        return name, None
    return None, None if amount == own.amount else (name, Rupiah(amount))


def _named(stage: Stage, year: int) -> Text:
    return Text("{stage} {year}", "{stage} {year}").filled(stage=stage.name, year=str(year))
