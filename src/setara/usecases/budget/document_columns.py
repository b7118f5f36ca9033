"""The four steps of a plan document's GAP between the store's one value and the rules' view."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from setara.domain.budget.datum import Aspect, Datum
from setara.domain.budget.document_pathway import (
    AgencyPart,
    DocumentKind,
    DocumentPathway,
    Evidence,
    IndexFigure,
    OutsideParty,
    PlanCause,
    PlanIssue,
    PlanLevel,
    PlanRow,
    Start,
)
from setara.domain.budget.pathway import Factor, PathwayState
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text
from setara.domain.statistics.element import Polarity
from setara.store.models import AgencyRecord, DocumentPathwayRecord
from setara.usecases.budget.datum_columns import datum_of, datum_row

Row = dict[str, Any]


def document_as_rule_sees_it(record: DocumentPathwayRecord) -> DocumentPathway:
    """The stored analysis as the domain knows it. Cost: at most two queries, for its agencies."""
    steps: dict[str, list[Row]] = record.steps
    return DocumentPathway(
        kind=DocumentKind(record.kind),
        title=record.title,
        agency_id=record.agency_id,
        first_year=record.first_year,
        last_year=record.last_year,
        state=PathwayState(record.state),
        evidence=tuple(_evidence(row) for row in steps.get("evidence", [])),
        issues=tuple(
            PlanIssue(row["key"], row["text"], tuple(row["evidence"]))
            for row in steps.get("issues", [])
        ),
        causes=tuple(
            PlanCause(row["key"], row["issue"], Factor(row["factor"]), row["text"])
            for row in steps.get("causes", [])
        ),
        rows=tuple(_row(row) for row in steps.get("rows", [])),
        agencies=_parts(steps.get("agencies", []), record.government_id),
        outside=tuple(OutsideParty(row["name"], row["part"]) for row in steps.get("outside", [])),
    )


def _parts(rows: list[Row], government_id: int) -> tuple[AgencyPart, ...]:
    """The agencies' parts, each agency that of the government whose analysis it is.

    Those kept before their codes were say the id, which in a copy is that of the original. An
    agency that is not there any more has the id 0, and has to be chosen again.
    """
    if not rows:
        return ()
    old = [row["agency"] for row in rows if "code" not in row]
    codes = dict(AgencyRecord.objects.filter(pk__in=old).values_list("pk", "code")) if old else {}
    own = AgencyRecord.objects.filter(government=government_id)
    ids = dict(own.values_list("code", "pk"))
    parts = []
    for row in rows:
        code = row["code"] if "code" in row else codes.get(row["agency"], "")
        kept = tuple(row["rows"])
        parts.append(AgencyPart(ids.get(code, 0), row["name"], row["part"], kept, code))
    return tuple(parts)


def steps_as_kept(pathway: DocumentPathway) -> dict[str, list[Row]]:
    """The four steps as JSON values; decimals are kept as text, exact to the digit."""
    return {
        "evidence": [_evidence_row(each) for each in pathway.evidence],
        "issues": [
            {"key": each.key, "text": each.text, "evidence": list(each.evidence)}
            for each in pathway.issues
        ],
        "causes": [
            {
                "key": each.key,
                "issue": each.issue_key,
                "factor": each.factor.value,
                "text": each.text,
            }
            for each in pathway.causes
        ],
        "rows": [_row_kept(each) for each in pathway.rows],
        "agencies": [
            {
                "code": each.code,
                "name": each.name,
                "part": each.part,
                "rows": list(each.rows),
            }
            for each in pathway.agencies
        ],
        "outside": [{"name": each.name, "part": each.part} for each in pathway.outside],
    }


def _row_kept(row: PlanRow) -> Row:
    start = row.start
    return {
        "key": row.key,
        "level": row.level.value,
        "text": row.text,
        "serves": row.serves,
        "answers": list(row.answers),
        "indicator": row.indicator,
        "unit": row.unit,
        "start": [start.evidence_key, start.sex, start.aspect] if start else None,
        "targets": {str(year): str(value) for year, value in sorted(row.targets.items())},
    }


def _row(kept: Row) -> PlanRow:
    start = kept["start"]
    return PlanRow(
        key=kept["key"],
        level=PlanLevel(kept["level"]),
        text=kept["text"],
        serves=kept["serves"],
        answers=tuple(kept["answers"]),
        indicator=kept["indicator"],
        unit=kept["unit"],
        start=_start(*start) if start else None,
        targets={int(year): Decimal(value) for year, value in kept["targets"].items()},
    )


def _start(key: int, sex: str | None, aspect: str | None) -> Start:
    return Start(key, Sex(sex) if sex else None, Aspect(aspect) if aspect else None)


def _evidence_row(evidence: Evidence) -> Row:
    if isinstance(evidence, Datum):
        return {"kind": "datum"} | datum_row(evidence)
    return {
        "kind": "index",
        "key": evidence.key,
        "index": evidence.index,
        "label": [evidence.label.id, evidence.label.en],
        "place": evidence.place_name,
        "year": evidence.year,
        "value": str(evidence.value),
        "source": evidence.source,
        "polarity": evidence.polarity.value,
        "computed": evidence.is_computed,
        "sample": evidence.is_sample,
    }


def _evidence(kept: Row) -> Evidence:
    if kept["kind"] == "datum":
        return datum_of(kept)
    return IndexFigure(
        key=kept["key"],
        index=kept["index"],
        label=Text(*kept["label"]),
        place_name=kept["place"],
        year=kept["year"],
        value=Decimal(kept["value"]),
        source=kept["source"],
        polarity=Polarity(kept["polarity"]),
        is_computed=kept["computed"],
        is_sample=kept["sample"],
    )
