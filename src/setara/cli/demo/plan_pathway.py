"""The planning agency writes and signs the four-step GAP of the RPJMD, from the demo's figures."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any, Protocol

from setara.domain.budget.datum import Aspect, Datum
from setara.domain.budget.document_findings import unit_of
from setara.domain.budget.document_pathway import (
    AgencyPart,
    DocumentDraft,
    DocumentKind,
    DocumentPathway,
    Evidence,
    OutsideParty,
    PlanCause,
    PlanIssue,
    PlanLevel,
    PlanRow,
    Start,
)
from setara.domain.budget.pathway import Factor
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.sex import Sex
from setara.usecases.budget.document_evidence import code_of
from setara.usecases.budget.document_pathways import (
    carry_out,
    open_document_pathway,
    save_document_pathway,
    sign_document_pathway,
    take_evidence,
)
from setara.usecases.budget.document_queries import document_writing
from setara.usecases.budget.pathway_queries import pathways_of_issue
from setara.usecases.statistics.issue_queries import issues

Table = dict[str, Any]


class Cast(Protocol):
    """What the step is given: agencies by code, actors by seat."""

    now: datetime
    agencies: dict[str, int]
    actors: dict[str, Actor]


def write_plan_pathway(cast: Cast, data: Table) -> int:
    """Open, fill and sign it, and let the GAP of the sub kegiatan carry it out; its id."""
    planner = cast.actors["driver_planning"]
    issue_id = min(each.issue_id for each in issues(by=planner, today=cast.now.date()))
    document_id = open_document_pathway(
        by=planner,
        at=cast.now,
        kind=DocumentKind(data["kind"]),
        title=data["title"],
        agency_id=cast.agencies[data["leads"]],
        first_year=data["first_year"],
        last_year=data["last_year"],
        issue_ids=[issue_id],
    )
    _take(cast, planner, document_id, data)
    writing = document_writing(by=planner, document_id=document_id, today=cast.now.date())
    save_document_pathway(
        by=planner,
        at=cast.now,
        document_id=document_id,
        edition=writing.answer.edition,
        draft=_draft(writing.answer.pathway, data, cast.agencies),
    )
    sign_document_pathway(by=planner, at=cast.now, document_id=document_id)
    _carried_out(cast, issue_id, document_id)
    return document_id


def _take(cast: Cast, planner: Actor, document_id: int, data: Table) -> None:
    writing = document_writing(by=planner, document_id=document_id, today=cast.now.date())
    codes = [each.code for each in writing.offered if _named(each.evidence) in data["takes"]]
    take_evidence(
        by=planner,
        at=cast.now,
        document_id=document_id,
        edition=writing.answer.edition,
        codes=codes,
    )


def _carried_out(cast: Cast, issue_id: int, document_id: int) -> None:
    """The signed GAP of the thread brings the plan into its budget."""
    planner, today = cast.actors["driver_planning"], cast.now.date()
    for line in pathways_of_issue(by=planner, issue_id=issue_id, today=today)[:1]:
        permission = Permission.WRITE_PATHWAY
        author = next(
            actor
            for actor in cast.actors.values()
            if actor.may(permission, agency_id=line.agency_id)
        )
        carry_out(by=author, at=cast.now, pathway_id=line.pathway_id, document_id=document_id)


def _named(evidence: Evidence) -> str:
    """The element of a datum, or the key of an index."""
    return code_of(evidence).split(":")[1]


def _draft(pathway: DocumentPathway, data: Table, agencies: dict[str, int]) -> DocumentDraft:
    keys = {_named(each): each.key for each in pathway.evidence}
    return DocumentDraft(
        issues=tuple(
            PlanIssue(
                n, each["text"], tuple(keys[name] for name in each["shown_by"] if name in keys)
            )
            for n, each in enumerate(data["issue"], start=1)
        ),
        causes=tuple(
            PlanCause(n, each["issue"], Factor(each["factor"]), each["text"])
            for n, each in enumerate(data["cause"], start=1)
        ),
        rows=tuple(_row(n, each, pathway, keys) for n, each in enumerate(data["row"], start=1)),
        agencies=tuple(
            AgencyPart(agencies[each["code"]], "", each["part"], tuple(each["rows"]))
            for each in data["agency"]
        ),
        outside=tuple(OutsideParty(each["name"], each["part"]) for each in data["outside"]),
    )


def _row(number: int, given: Table, pathway: DocumentPathway, keys: dict[str, int]) -> PlanRow:
    start = _start(given.get("start"), pathway, keys)
    from_start, unit = pathway.figure(start), unit_of(pathway, start)
    moved = [] if from_start is None else [from_start + Decimal(s) for s in given.get("steps", ())]
    targets = moved or [Decimal(each) for each in given.get("targets", ())]
    return PlanRow(
        key=number,
        level=PlanLevel(given["level"]),
        text=given["text"],
        serves=given.get("serves"),
        answers=tuple(given.get("answers", ())),
        indicator=given.get("indicator", ""),
        unit=given.get("unit") or (unit.id if unit else ""),
        start=start,
        targets=dict(zip(pathway.years, targets, strict=False)),
    )


def _start(code: str | None, pathway: DocumentPathway, keys: dict[str, int]) -> Start | None:
    """A figure by the name of its index or element; `:share` for women's share of both."""
    name, _, aspect = (code or "").partition(":")
    piece = pathway.piece(keys.get(name))
    if piece is None:
        return None
    if isinstance(piece, Datum):
        return Start(piece.key, Sex.FEMALE, Aspect(aspect or "value"))
    return Start(piece.key)
