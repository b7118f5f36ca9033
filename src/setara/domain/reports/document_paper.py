"""The four-step GAP of a plan document as it is printed, on a sheet that lies."""

from __future__ import annotations

from setara.domain.budget.document_pathway import DocumentPathway, PlanLevel, PlanRow
from setara.domain.budget.document_wording import (
    evidence_words,
    numbers,
    row_ties,
    start_words,
)
from setara.domain.budget.pathway import PathwayState
from setara.domain.language.text import Text, same
from setara.domain.law.forms import Form
from setara.domain.reports.outline import (
    Alignment,
    Block,
    Column,
    Facts,
    Heading,
    Orientation,
    Outline,
    Table,
)
from setara.domain.reports.paper_parts import (
    Printing,
    Signatory,
    footer_of,
    form_notice,
    letterhead_of,
    notice_of,
    signature_of,
)

Cell = tuple[Text, ...]
NOTHING: Cell = (same("–"),)


def document_outline(
    pathway: DocumentPathway, form: Form, printing: Printing, signatory: Signatory | None
) -> Outline:
    """The four steps as tables, in the order and under the labels of `form`."""
    tables = {
        "issues": _issues(pathway),
        "causes": _causes(pathway),
        "plan": _plan(pathway),
        "agencies": _agencies(pathway),
    }
    steps: list[Block] = []
    for field in form.fields:
        words = Text("{n}. {label}", "{n}. {label}").filled(n=field.number, label=field.label)
        steps += [Heading(words), tables[field.code]]
    return Outline(
        title=form.title,
        subtitle=same(pathway.title),
        blocks=(
            _head(pathway, form, printing),
            *steps,
            *form_notice(form),
            *signature_of(signatory, printing),
        ),
        letterhead=letterhead_of(printing),
        orientation=Orientation.LANDSCAPE,
        notice=notice_of(printing, is_draft=pathway.state is PathwayState.DRAFT),
        footer=footer_of(printing),
        author=printing.agency,
        check_url=printing.check_url,
    )


def _head(pathway: DocumentPathway, form: Form, printing: Printing) -> Facts:
    period = f"{pathway.first_year}–{pathway.last_year}"
    return Facts(
        (
            (Text("Dokumen", "Document"), pathway.kind.label),
            (Text("Periode", "Period"), same(period)),
            (form.agency_label, same(printing.agency)),
        )
    )


def _issues(pathway: DocumentPathway) -> Table:
    columns = (
        Column(Text("No.", "No."), alignment=Alignment.CENTRE),
        Column(Text("Isu gender", "Gender issue"), width=6),
        Column(Text("Data yang menunjukkannya", "Data that show it"), width=10),
    )
    rows = tuple(
        (
            (same(str(number)),),
            (same(issue.text),),
            tuple(
                evidence_words(piece)
                for key in issue.evidence
                if (piece := pathway.piece(key)) is not None
            )
            or NOTHING,
        )
        for number, issue in enumerate(pathway.issues, start=1)
    )
    return Table(columns, rows)


def _causes(pathway: DocumentPathway) -> Table:
    columns = (
        Column(Text("No.", "No."), alignment=Alignment.CENTRE),
        Column(Text("Faktor", "Factor"), width=2),
        Column(Text("Sebab", "Cause"), width=9),
        Column(Text("Isu", "Issue"), width=5),
    )
    issues = {issue.key: issue.text for issue in pathway.issues}
    rows = tuple(
        (
            (same(f"[{cause.key}]"),),
            (cause.factor.label,),
            (same(cause.text),),
            (same(issues.get(cause.issue_key or 0, "–")),),
        )
        for cause in pathway.causes
    )
    return Table(columns, rows)


def _plan(pathway: DocumentPathway) -> Table:
    columns = (
        Column(Text("No.", "No."), width=2),
        Column(Text("Kerangka logis", "Logical framework"), width=11),
        Column(Text("Indikator", "Indicator"), width=8),
        Column(Text("Titik awal", "Start"), width=4),
        *(
            Column(
                same(str(year)),
                width=2,
                alignment=Alignment.RIGHT,
                group=Text("Target", "Target"),
            )
            for year in pathway.years
        ),
    )
    called = numbers(pathway)
    rows = tuple(
        _plan_row(pathway, row, called[row.key]) for level in PlanLevel for row in pathway.at(level)
    )
    return Table(columns, rows)


def _plan_row(pathway: DocumentPathway, row: PlanRow, number: str) -> tuple[Cell, ...]:
    said = Text("{level}: {text}", "{level}: {text}").filled(level=row.level.label, text=row.text)
    ties = row_ties(pathway, row)
    if ties is not None:
        said = Text("{said} ({ties})", "{said} ({ties})").filled(said=said, ties=ties)
    measured: Cell = NOTHING
    if row.indicator:
        unit = f" ({row.unit})" if row.unit else ""
        measured = (same(f"{row.indicator}{unit}"),)
    targets = tuple(
        (Text("{v}", "{v}").filled(v=row.targets[year]),) if year in row.targets else ()
        for year in pathway.years
    )
    return ((same(number),), (said,), measured, (start_words(pathway, row.start),), *targets)


def _agencies(pathway: DocumentPathway) -> Table:
    columns = (
        Column(Text("Pihak", "Party"), width=6),
        Column(Text("Peran", "Part"), width=8),
        Column(Text("Baris rencana", "Rows of the plan"), width=3),
    )
    called = numbers(pathway)
    rows: list[tuple[Cell, ...]] = [
        (
            (same(each.name),),
            (same(each.part or "–"),),
            (same(", ".join(called[key] for key in each.rows if key in called) or "–"),),
        )
        for each in pathway.agencies
    ]
    rows += [
        (
            (Text("{name} (di luar pemda)", "{name} (outside)").filled(name=each.name),),
            (same(each.part or "–"),),
            NOTHING,
        )
        for each in pathway.outside
    ]
    return Table(columns, tuple(rows))
