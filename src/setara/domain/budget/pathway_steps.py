"""The steps of a GAP: who may write, sign and revise one, and when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from setara.domain.budget.pathway import Pathway, PathwayState
from setara.domain.budget.severity import Severity
from setara.domain.budget.states import may_own, may_step
from setara.domain.budget.substance import findings
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import ALLOWED, Verdict, first_refusal
from setara.domain.language.text import Text


class PathwayStep(StrEnum):
    """What is done to a pathway; a revision is a new draft that replaces it once signed.

    That a signature under a revision supersedes what it revises is no step of its own.
    """

    SAVE = "save"
    SIGN = "sign"
    REVISE = "revise"
    DROP = "drop"

    @property
    def label(self) -> Text:
        """In both languages."""
        return STEP_LABELS[self]


STEP_LABELS = {
    PathwayStep.SAVE: Text("diubah", "changed"),
    PathwayStep.SIGN: Text("ditandatangani", "signed"),
    PathwayStep.REVISE: Text("direvisi", "revised"),
    PathwayStep.DROP: Text("dibatalkan", "dropped"),
}

TRANSITIONS: Mapping[tuple[PathwayState, PathwayStep], PathwayState] = {
    (PathwayState.DRAFT, PathwayStep.SAVE): PathwayState.DRAFT,
    (PathwayState.DRAFT, PathwayStep.SIGN): PathwayState.SIGNED,
    (PathwayState.DRAFT, PathwayStep.DROP): PathwayState.DROPPED,
    (PathwayState.SIGNED, PathwayStep.REVISE): PathwayState.SIGNED,
}

OWNERS: Mapping[PathwayStep, Permission] = dict.fromkeys(PathwayStep, Permission.WRITE_PATHWAY)


def may_take(step: PathwayStep, pathway: Pathway, by: Actor) -> Verdict:
    """Whether the step is the actor's and leads on from where the pathway stands."""
    refusal = REFUSALS[pathway.state].filled(step=step.label)
    return first_refusal(
        may_own(OWNERS[step], by, pathway.agency_id),
        may_step(TRANSITIONS, pathway.state, step, refusal),
    )


def may_sign(pathway: Pathway, by: Actor, today: date) -> Verdict:
    """Whether it may be signed: refused only by findings without whose remedy it means nothing.

    Those are: no data, data without source or period, no factor shown by figures, no action.
    """
    return first_refusal(may_take(PathwayStep.SIGN, pathway, by), _is_meaningful(pathway, today))


def _is_meaningful(pathway: Pathway, today: date) -> Verdict:
    for finding in findings(pathway, today=today):
        if finding.severity is Severity.ERROR:
            reason = Text(
                "Kolom {column}: {message} {fix}", "Column {column}: {message} {fix}"
            ).filled(column=finding.column, message=finding.message, fix=finding.fix)
            return Verdict(allowed=False, reason=reason)
    return ALLOWED


REFUSALS = {
    PathwayState.DRAFT: Text(
        "GAP ini masih konsep: tidak perlu {step}, ubah saja konsepnya.",
        "This GAP is still a draft: it need not be {step}, just change the draft.",
    ),
    PathwayState.SIGNED: Text(
        "GAP ini sudah ditandatangani, sehingga tidak dapat {step} lagi. Buatlah revisi.",
        "This GAP is signed, so it cannot be {step} any more. Make a revision.",
    ),
    PathwayState.SUPERSEDED: Text(
        "GAP ini sudah diganti oleh revisinya, sehingga tidak dapat {step}.",
        "This GAP has been replaced by its revision, so it cannot be {step}.",
    ),
    PathwayState.DROPPED: Text(
        "GAP ini sudah dibatalkan, sehingga tidak dapat {step}. Bukalah GAP baru dari isunya.",
        "This GAP was dropped, so it cannot be {step}. Open a new one from its issue.",
    ),
}
