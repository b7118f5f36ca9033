"""What is typed into the form of a plan document's GAP as the rules want it, and back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import count
from typing import Any

from setara.domain.budget.datum import Aspect
from setara.domain.budget.document_pathway import (
    AgencyPart,
    DocumentDraft,
    DocumentPathway,
    OutsideParty,
    PlanCause,
    PlanIssue,
    PlanLevel,
    PlanRow,
    Start,
)
from setara.domain.budget.pathway import Factor
from setara.domain.foundation.sex import Sex
from setara.domain.language.writing import written

Typed = dict[str, Any]


def document_initial(pathway: DocumentPathway, edition: int) -> Typed:
    """What the form shows at first: the analysis as it is."""
    values: Typed = {"edition": edition, "title": pathway.title}
    for n, issue in enumerate(pathway.issues, start=1):
        values |= {
            f"issue_{n}_key": issue.key,
            f"issue_{n}_text": issue.text,
            f"issue_{n}_evidence": [str(key) for key in issue.evidence],
        }
    for n, cause in enumerate(pathway.causes, start=1):
        values |= {
            f"cause_{n}_key": cause.key,
            f"cause_{n}_text": cause.text,
            f"cause_{n}_issue": cause.issue_key or "",
            f"cause_{n}_factor": cause.factor.value,
        }
    for level in PlanLevel:
        for n, row in enumerate(pathway.at(level), start=1):
            values |= _row_values(f"{level.value}_{n}", row)
    for n, part in enumerate(pathway.agencies, start=1):
        values |= {
            f"agency_{n}_agency": part.agency_id,
            f"agency_{n}_text": part.part,
            f"agency_{n}_rows": [str(key) for key in part.rows],
        }
    for n, party in enumerate(pathway.outside, start=1):
        values |= {f"party_{n}_name": party.name, f"party_{n}_text": party.part}
    return values


def document_draft(typed: Typed, pathway: DocumentPathway) -> DocumentDraft:
    """The steps as they were typed; a row whose words are gone is dropped."""
    dropped = {int(key) for key in typed["drop"]}
    return DocumentDraft(
        title=typed["title"],
        kept=frozenset(each.key for each in pathway.evidence if each.key not in dropped),
        issues=tuple(
            PlanIssue(key, row["text"].strip(), _keys(row["evidence"]))
            for key, row in _numbered(typed, "issue", pathway.issues)
        ),
        causes=tuple(
            PlanCause(
                key,
                int(row["issue"] or 0) or None,
                Factor(row["factor"] or Factor.ACCESS),
                row["text"],
            )
            for key, row in _numbered(typed, "cause", pathway.causes)
        ),
        rows=tuple(_plan_rows(typed, pathway)),
        agencies=tuple(
            AgencyPart(int(row["agency"]), "", row["text"].strip(), _keys(row["rows"]))
            for row in _rows(typed, "agency", ("agency", "text", "rows"))
            if row["agency"]
        ),
        outside=tuple(
            OutsideParty(row["name"].strip(), row["text"].strip())
            for row in _rows(typed, "party", ("name", "text"))
            if row["name"].strip()
        ),
    )


def start_code(start: Start | None) -> str:
    """How the form names where an indicator starts."""
    if start is None:
        return ""
    if start.sex is None or start.aspect is None:
        return f"{start.evidence_key}"
    return f"{start.evidence_key}:{start.sex}:{start.aspect}"


def _start(code: str) -> Start | None:
    if not code:
        return None
    key, _, of = code.partition(":")
    if not of:
        return Start(int(key))
    sex, aspect = of.split(":")
    return Start(int(key), Sex(sex), Aspect(aspect))


def _row_values(name: str, row: PlanRow) -> Typed:
    return {
        f"{name}_key": row.key,
        f"{name}_text": row.text,
        f"{name}_serves": row.serves or "",
        f"{name}_answers": [str(key) for key in row.answers],
        f"{name}_indicator": row.indicator,
        f"{name}_unit": row.unit,
        f"{name}_start": start_code(row.start),
    } | {f"{name}_{year}": written(value, indonesian=True) for year, value in row.targets.items()}


def _plan_rows(typed: Typed, pathway: DocumentPathway) -> Iterator[PlanRow]:
    parts = _plan_parts(pathway)
    rows = {level: list(_rows(typed, level.value, parts)) for level in PlanLevel}
    free = _free_numbers(pathway.rows, [row for of_level in rows.values() for row in of_level])
    for level in PlanLevel:
        for row in rows[level]:
            if not row["text"].strip():
                continue
            yield PlanRow(
                key=row["key"] or next(free),
                level=level,
                text=row["text"].strip(),
                serves=int(row.get("serves") or 0) or None,
                answers=_keys(row.get("answers") or ()),
                indicator=(row.get("indicator") or "").strip(),
                unit=(row.get("unit") or "").strip(),
                start=_start(row.get("start") or ""),
                targets=_targets(row, pathway),
            )


def _plan_parts(pathway: DocumentPathway) -> tuple[str, ...]:
    parts = ("key", "text", "serves", "answers", "indicator", "unit", "start")
    return (*parts, *(str(year) for year in pathway.years))


def _targets(row: Typed, pathway: DocumentPathway) -> dict[int, Decimal]:
    targets = {year: row.get(str(year)) for year in pathway.years}
    return {year: value for year, value in targets.items() if value is not None}


def _numbered(
    typed: Typed, name: str, stored: Sequence[PlanIssue | PlanCause]
) -> Iterator[tuple[int, Typed]]:
    """The rows in which something is written, each with its number or a new one.

    The number of a row that is emptied is not given again: what refers to it would follow.
    """
    parts = ("key", "text", "evidence") if name == "issue" else ("key", "text", "issue", "factor")
    rows = list(_rows(typed, name, parts))
    free = _free_numbers(stored, rows)
    for row in rows:
        if text := row["text"].strip():
            yield row["key"] or next(free), row | {"text": text}


def _free_numbers(
    stored: Sequence[PlanIssue | PlanCause | PlanRow], rows: Sequence[Typed]
) -> Iterator[int]:
    """Numbers that neither a stored row nor one of the form has."""
    taken = [*(each.key for each in stored), *(row["key"] or 0 for row in rows)]
    return count(max(taken, default=0) + 1)


def _rows(typed: Typed, name: str, parts: tuple[str, ...]) -> Iterator[Typed]:
    for n in count(1):
        if f"{name}_{n}_text" not in typed:
            return
        yield {part: typed.get(f"{name}_{n}_{part}") for part in parts}


def _keys(chosen: Any) -> tuple[int, ...]:
    return tuple(int(key) for key in chosen)
