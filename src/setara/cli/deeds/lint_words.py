"""What was found in a GAP or GBS, said in a terminal or as facts for programs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from setara.cli.terminal import Terminal
from setara.domain.budget.finding import Finding
from setara.domain.budget.paper.judging import PlacedFinding
from setara.domain.budget.paper.reading import ReadPathway, figure_words
from setara.domain.budget.severity import Severity
from setara.domain.language.text import Text
from setara.usecases.budget.paper_checks import CheckedPaper, CheckedPathway

if TYPE_CHECKING:
    from setara.usecases.budget.record_checks import CheckedRecord

HEAD = Text(
    "{number}. {kind}: {code}{name}{agency}{year}", "{number}. {kind}: {code}{name}{agency}{year}"
)
RECORD = Text(
    "GAP {number}: {code} {name} ({agency}, {year})",
    "GAP {number}: {code} {name} ({agency}, {year})",
)
READ = Text(
    "   Terbaca: {data} data terpilah, {factors} faktor, {causes} sebab, {actions} aksi, "
    "{baselines} data dasar, {indicators} indikator",
    "   Read: {data} data by sex, {factors} factors, {causes} causes, {actions} actions, "
    "{baselines} baselines, {indicators} indicators",
)
DATUM = Text(
    "     {label}: {figures} ({about}, {period})", "     {label}: {figures} ({about}, {period})"
)
FINDING = Text(
    "   {place}, kolom {column}  {rule} {severity}: {message} {fix}",
    "   {place}, column {column}  {rule} {severity}: {message} {fix}",
)
OF_RECORD = Text(
    "   kolom {column}  {rule} {severity}: {message} {fix}",
    "   column {column}  {rule} {severity}: {message} {fix}",
)
NOTHING = Text("   Tidak ada temuan.", "   No findings.")
COUNT = Text(
    "   Temuan: {errors} harus diperbaiki, {warnings} sebaiknya diperbaiki, {notes} untuk "
    "diketahui",
    "   Findings: {errors} must be corrected, {warnings} better corrected, {notes} to be known",
)
NOWHERE = Text("tidak tertulis", "not written")
NO_PERIOD = Text("tanpa tahun", "no year")


def say_paper(checked: CheckedPaper, terminal: Terminal) -> None:
    """Every GAP and GBS of a file: what was read, then what is weak."""
    for number, one in enumerate(checked.pathways, start=1):
        _say_read(number, one.read, terminal)
        _say_counts([each.finding for each in one.findings], terminal)
        for each in one.findings:
            place = each.place.label if each.place else NOWHERE
            terminal.say(FINDING.filled(place=place, **_said(each.finding)))


def say_record(checked: CheckedRecord, terminal: Terminal) -> None:
    """A GAP of the register and what is weak in it."""
    terminal.say(
        RECORD.filled(
            number=checked.pathway_id,
            code=checked.activity_code,
            name=checked.activity_name,
            agency=checked.agency_name,
            year=str(checked.year),
        )
    )
    _say_counts(checked.findings, terminal)
    for finding in checked.findings:
        terminal.say(OF_RECORD.filled(**_said(finding)))


def _say_read(number: int, read: ReadPathway, terminal: Terminal) -> None:
    pathway = read.pathway
    terminal.say(
        HEAD.filled(
            number=number,
            kind=read.kind.label,
            code=f"{pathway.activity_code} " if pathway.activity_code else "",
            name=pathway.activity_name or "–",
            agency=f", {read.agency}" if read.agency else "",
            year=f", {read.year}" if read.year else "",
        )
    )
    counts = {
        name: len(getattr(pathway, name))
        for name in ("data", "factors", "causes", "actions", "baselines", "indicators")
    }
    terminal.say(READ.filled(**counts))
    for datum in pathway.data:
        terminal.say(
            DATUM.filled(
                label=datum.label,
                figures=figure_words(datum),
                about=datum.population_type.label,
                period=datum.period or NO_PERIOD,
            )
        )


def _say_counts(found: Sequence[Finding], terminal: Terminal) -> None:
    if not found:
        terminal.say(NOTHING)
        return
    counts = {
        name: sum(each.severity is severity for each in found)
        for name, severity in (
            ("errors", Severity.ERROR),
            ("warnings", Severity.WARNING),
            ("notes", Severity.NOTE),
        )
    }
    terminal.say(COUNT.filled(**counts))


def _said(finding: Finding) -> dict[str, Any]:
    return {
        "column": finding.column,
        "rule": finding.rule,
        "severity": finding.severity.label,
        "message": finding.message,
        "fix": finding.fix,
    }


def facts_of_paper(checked: CheckedPaper) -> dict[str, Any]:
    """A checked file as facts."""
    return {
        "file": checked.name,
        "readable": True,
        "has_weight": checked.has_weight,
        "pathways": [_facts_of(one) for one in checked.pathways],
    }


def facts_of_record(checked: CheckedRecord) -> dict[str, Any]:
    """A checked record as facts."""
    return {
        "gap": checked.pathway_id,
        "code": checked.activity_code,
        "name": checked.activity_name,
        "agency": checked.agency_name,
        "year": checked.year,
        "findings": [_finding(each) for each in checked.findings],
    }


def _facts_of(one: CheckedPathway) -> dict[str, Any]:
    read, pathway = one.read, one.read.pathway
    return {
        "kind": read.kind.value,
        "code": pathway.activity_code,
        "name": pathway.activity_name,
        "objective": pathway.objective,
        "agency": read.agency,
        "year": read.year,
        "data": [
            {
                "label": datum.label,
                "male": datum.male,
                "female": datum.female,
                "unit": datum.unit,
                "about": datum.population_type.value,
                "period": str(datum.period) if datum.period else None,
                "source": datum.source,
                "stated_total": datum.stated_total,
                "stated_male_percent": datum.stated_male_percent,
                "stated_female_percent": datum.stated_female_percent,
            }
            for datum in pathway.data
        ],
        "factors": [
            {"factor": note.factor.value, "text": note.text, "datum": note.datum_key}
            for note in pathway.factors
        ],
        "causes": [{"side": cause.side.value, "text": cause.text} for cause in pathway.causes],
        "reformulated_objective": pathway.reformulated_objective,
        "actions": [action.text for action in pathway.actions],
        "indicators": [
            {"level": each.level.value, "text": each.text, "target": each.target, "unit": each.unit}
            for each in pathway.indicators
        ],
        "findings": _placed(one.findings),
    }


def _placed(found: Iterable[PlacedFinding]) -> list[dict[str, Any]]:
    return [
        _finding(each.finding)
        | {
            "place": each.place.label if each.place else None,
            "sheet": each.place.sheet if each.place else None,
            "row": each.place.row + 1 if each.place else None,
            "cell_column": each.place.column + 1 if each.place else None,
        }
        for each in found
    ]


def _finding(finding: Finding) -> dict[str, Any]:
    return _said(finding) | {"severity": finding.severity.value}
