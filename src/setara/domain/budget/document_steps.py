"""The steps of a four-step GAP: who may open, write, sign and revise one, and when."""

from __future__ import annotations

from datetime import date

from setara.domain.budget.document_findings import document_findings
from setara.domain.budget.document_pathway import DocumentKind, DocumentPathway
from setara.domain.budget.pathway_steps import REFUSALS, TRANSITIONS, PathwayStep
from setara.domain.budget.severity import Severity
from setara.domain.budget.states import may_step
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import GRANTS, Permission, Reach
from setara.domain.foundation.verdict import ALLOWED, Verdict, first_refusal, refused
from setara.domain.language.text import Text

MOST_YEARS = 6
"""A plan of five years, and one more for a plan of transition; longer ones are mistyped."""


def may_write_document(kind: DocumentKind, agency_id: int, by: Actor) -> Verdict:
    """Whether a seat covers the document: an RPJMD is everybody's, a Renstra its agency's."""
    verdict = by.may(Permission.WRITE_DOCUMENT_PATHWAY, agency_id=agency_id)
    if verdict and kind is DocumentKind.RPJMD and not _reaches_all(by):
        return refused(
            "GAP RPJMD ditulis oleh driver perencanaan atau sekretariat; perangkat daerah menulis "
            "GAP Renstranya sendiri.",
            "The GAP of the RPJMD is written by the planning driver or the secretariat; an agency "
            "writes that of its own Renstra.",
        )
    return verdict


def may_open_document(
    kind: DocumentKind, agency_id: int, years: tuple[int, int], by: Actor
) -> Verdict:
    """Whether one may be opened for the years of a plan."""
    return first_refusal(may_write_document(kind, agency_id, by), _are_years(*years))


def may_take_step(step: PathwayStep, pathway: DocumentPathway, by: Actor) -> Verdict:
    """Whether the step is the actor's and leads on from where the analysis stands."""
    return first_refusal(
        may_write_document(pathway.kind, pathway.agency_id, by),
        may_step(TRANSITIONS, pathway.state, step, REFUSALS[pathway.state].filled(step=step.label)),
    )


def may_sign_document(pathway: DocumentPathway, by: Actor, today: date) -> Verdict:
    """Whether it may be signed: refused by findings without whose remedy it means nothing."""
    verdict = may_take_step(PathwayStep.SIGN, pathway, by)
    if not verdict:
        return verdict
    for finding in document_findings(pathway, today=today):
        if finding.severity is Severity.ERROR:
            words = Text("Langkah {step}: {message} {fix}", "Step {step}: {message} {fix}")
            return Verdict(
                allowed=False,
                reason=words.filled(step=finding.column, message=finding.message, fix=finding.fix),
            )
    return ALLOWED


def _reaches_all(by: Actor) -> bool:
    permission = Permission.WRITE_DOCUMENT_PATHWAY
    return any(GRANTS[seat.kind].get(permission) is Reach.GOVERNMENT for seat in by.seats)


def _are_years(first: int, last: int) -> Verdict:
    if first <= last < first + MOST_YEARS:
        return ALLOWED
    return refused(
        "Tahun {first}–{last} bukan periode rencana: tahun akhir harus sesudah tahun awal, paling "
        "banyak {most} tahun.",
        "The years {first}–{last} are no period of a plan: the last year comes after the first, "
        "{most} years at most.",
        first=str(first),
        last=str(last),
        most=str(MOST_YEARS),
    )
