"""Verbs on pathways (GAP): opened from an issue, written, signed, revised."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db.models import F, QuerySet
from django.utils.timezone import localdate, localtime

from setara.domain.budget.activity import ActivityLevel, BadActivityCode, code_of
from setara.domain.budget.datum import DatumReference
from setara.domain.budget.datum_words import HIDDEN
from setara.domain.budget.pathway import Pathway, PathwayDraft, PathwayState, redrafted
from setara.domain.budget.pathway_steps import PathwayStep, may_sign, may_take
from setara.domain.budget.typed_datum import may_be_typed, newly
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Refused, Verdict, first_refusal, refused, require
from setara.domain.language.text import Text
from setara.domain.law.forms import FormKind
from setara.store.models import AgencyRecord, IssueRecord, PathwayRecord
from setara.usecases.budget import signatories
from setara.usecases.budget.columns import as_kept, as_rule_sees_it
from setara.usecases.budget.forms import form_for, level_of, stands_on
from setara.usecases.budget.offering import offered_datum
from setara.usecases.budget.register import current, datum_of_issue, standings
<<<<<<< HEAD
from setara.usecases.budget.rounds import follow_revision
=======
from setara.usecases.budget.signatories import holder_of
>>>>>>> c239339 (Write terms of reference beside what is derived, and let the code of a print lead to a page that says whether it counts)
from setara.usecases.foundation.access import CHANGED_MEANWHILE, government_of, one
from setara.usecases.foundation.command import command, leave_event

PATHWAY = Text("GAP", "The GAP")
ISSUE = Text("Isu gender", "The issue")
AGENCY = Text("Perangkat daerah", "The agency")


@command("budget.pathway.opened", says=Text("GAP dibuka", "GAP opened"))
def open_pathway(
    *,
    by: Actor,
    at: datetime,
    issue_id: int,
    agency_id: int,
    year: int,
    activity_code: str,
    activity_name: str,
    objective: str = "",
) -> int:
    """Open a GAP for an issue; column 2 is filled from the register, never retyped.

    It stands on the form that the government uses in its year, and keeps it. An issue whose
    figures are gone opens with an empty column 2. Raises Refused for a code that is not of the
    form's level, NotFound for a foreign issue.
    """
    require(by.may(Permission.WRITE_PATHWAY, agency_id=agency_id))
    issue = one(by, IssueRecord.objects.select_related("element", "place"), issue_id, what=ISSUE)
    agency = one(by, AgencyRecord.objects.all(), agency_id, what=AGENCY)
    form = form_for(government_of(by), FormKind.PATHWAY, year)
    code, datum = _code(level_of(form), activity_code), datum_of_issue(issue, localdate(at))
    empty = Pathway(agency.pk, year, code, activity_name, data=(datum,) if datum else ())
    record = PathwayRecord.objects.create(
        government_id=government_of(by),
        issue=issue,
        agency=agency,
        year=year,
        activity_code=code,
        activity_name=activity_name.strip(),
        **stands_on(form),
        state=PathwayState.DRAFT,
        objective=objective.strip(),
        columns=as_kept(empty),
        saved_by=by.name,
        saved_at=at,
    )
    leave_event("budget.pathway.opened", by=by, at=at, subject=record, issue=issue.pk)
    return record.pk


def _code(level: ActivityLevel, raw: str) -> str:
    try:
        return code_of(level, raw).text
    except BadActivityCode as bad:
        raise Refused(bad.reason) from bad


@command("budget.pathway.saved", says=Text("GAP disimpan", "GAP saved"))
def save_pathway(
    *, by: Actor, at: datetime, pathway_id: int, edition: int, draft: PathwayDraft
) -> None:
    """Write columns into a draft; `edition` is the one the writer started from.

    Raises Refused, naming who saved and when, where somebody else saved since; nothing of
    either is lost: the writer's words stay in the form.
    """
    record = one(by, PathwayRecord.objects.all(), pathway_id, what=PATHWAY)
    require(may_take(PathwayStep.SAVE, as_rule_sees_it(record), by))
    require(_is_current(record, edition))
    before = current(record)
    require(first_refusal(*(may_be_typed(each, localdate(at)) for each in newly(draft, before))))
    _keep(record, redrafted(before, draft), by=by, at=at)
    leave_event("budget.pathway.saved", by=by, at=at, subject=record, edition=edition + 1)


@command(
    "budget.pathway.datum_taken", says=Text("Data terpilah diambil ke GAP", "Data taken into GAP")
)
def take_datum(
    *,
    by: Actor,
    at: datetime,
    pathway_id: int,
    edition: int,
    element_code: str,
    place_code: str = "",
    breakdown: str = "",
) -> None:
    """Put the latest figures of an element into column 2; they are referred to, not copied.

    They are those of the issue's place unless `place_code` names one within it, and of everybody
    unless `breakdown` names a cell. Raises Refused as `save_pathway` does, where the register has
    nothing to offer there, where it is taken already, and where nobody may see it.
    """
    record = one(by, _of_issue(), pathway_id, what=PATHWAY)
    require(may_take(PathwayStep.SAVE, as_rule_sees_it(record), by))
    require(_is_current(record, edition))
    place = place_code or record.issue.place.code
    chosen = offered_datum(record, DatumReference(element_code, place, breakdown), localdate(at))
    if chosen is None or chosen.is_taken:
        raise Refused(_NOT_OFFERED.filled(code=element_code))
    if not chosen.can_be_taken:
        raise Refused(HIDDEN)
    pathway = current(record)
    _keep(record, replace(pathway, data=(*pathway.data, chosen.datum)), by=by, at=at)
    leave_event("budget.pathway.datum_taken", by=by, at=at, subject=record, element=element_code)


@command(
    "budget.pathway.datum_renewed",
    says=Text("Data terpilah GAP diganti dengan periode terbaru", "Data in GAP renewed"),
)
def renew_datum(*, by: Actor, at: datetime, pathway_id: int, edition: int, key: int) -> None:
    """Put the latest period in the place of a datum; what refers to its number stays.

    Raises Refused as `save_pathway` does, and where there is no later period.
    """
    record = one(by, _of_issue(), pathway_id, what=PATHWAY)
    require(may_take(PathwayStep.SAVE, as_rule_sees_it(record), by))
    require(_is_current(record, edition))
    newer = next((each.newer for each in standings(record) if each.written.key == key), None)
    if newer is None or newer.is_hidden:
        raise Refused(_NOT_NEWER)
    pathway = current(record)
    data = tuple(replace(newer, key=key) if each.key == key else each for each in pathway.data)
    _keep(record, replace(pathway, data=data), by=by, at=at)
    leave_event("budget.pathway.datum_renewed", by=by, at=at, subject=record, key=key)


def _of_issue() -> QuerySet[PathwayRecord]:
    return PathwayRecord.objects.select_related("issue__place")


def _keep(record: PathwayRecord, written: Pathway, *, by: Actor, at: datetime) -> None:
    """Write the columns where nobody wrote since they were read. Raises Refused otherwise."""
    judged = PathwayRecord.objects.filter(
        pk=record.pk, edition=record.edition, state=PathwayState.DRAFT
    )
    kept = judged.update(
        objective=written.objective.strip(),
        reformulated_objective=written.reformulated_objective.strip(),
        reason_kept=written.reason_kept.strip(),
        columns=as_kept(written),
        edition=F("edition") + 1,
        saved_by=by.name,
        saved_at=at,
    )
    if kept != 1:
        raise Refused(CHANGED_MEANWHILE)


def _is_current(record: PathwayRecord, edition: int) -> Verdict:
    if record.edition == edition:
        return Verdict(allowed=True)
    return refused(
        "{who} menyimpan GAP ini pada {at}, setelah Anda membukanya. Bandingkan dengan isi "
        "terbaru, lalu simpan lagi.",
        "{who} saved this GAP on {at}, after you opened it. Compare with what is there now, "
        "then save again.",
        who=record.saved_by,
        at=localtime(record.saved_at),
    )


@command("budget.pathway.signed", says=Text("GAP ditandatangani", "GAP signed"))
def sign_pathway(*, by: Actor, at: datetime, pathway_id: int) -> None:
    """Sign a GAP: its data are frozen with source and date, whatever the register says later.

    A revision replaces the pathway it revises. Raises Refused with the first finding without
    whose remedy the analysis means nothing.
    """
    record = one(by, PathwayRecord.objects.all(), pathway_id, what=PATHWAY)
    frozen = current(record)
    require(may_sign(frozen, by, localdate(at)))
    signed = PathwayRecord.objects.filter(
        pk=record.pk, state=PathwayState.DRAFT, edition=record.edition
    ).update(
        state=PathwayState.SIGNED,
        signed_at=at,
        signed_by=by.name,
        signatory=signatories.as_kept(holder_of(record.agency_id, localdate(at))),
        columns=as_kept(frozen),
    )
    if signed != 1:
        raise Refused(CHANGED_MEANWHILE)
    if record.replaces_id is not None:
        PathwayRecord.objects.filter(pk=record.replaces_id).update(state=PathwayState.SUPERSEDED)
    leave_event(
        "budget.pathway.signed",
        by=by,
        at=at,
        subject=record,
        edition=record.edition,
        statements=follow_revision(record),
    )


@command("budget.pathway.revised", says=Text("Revisi GAP dibuka", "GAP revision opened"))
def revise_pathway(*, by: Actor, at: datetime, pathway_id: int) -> int:
    """Open a draft that will replace a signed GAP, on the same form.

    Raises Refused where one is open already.
    """
    record = one(by, PathwayRecord.objects.all(), pathway_id, what=PATHWAY)
    require(may_take(PathwayStep.REVISE, as_rule_sees_it(record), by))
    if PathwayRecord.objects.filter(replaces=record).exists():
        require(refused("Revisi GAP ini sudah dibuka.", "A revision of this GAP is open already."))
    revision = PathwayRecord.objects.create(
        government_id=record.government_id,
        issue_id=record.issue_id,
        agency_id=record.agency_id,
        year=record.year,
        activity_code=record.activity_code,
        activity_name=record.activity_name,
        level=record.level,
        form_key=record.form_key,
        form_version=record.form_version,
        state=PathwayState.DRAFT,
        objective=record.objective,
        reformulated_objective=record.reformulated_objective,
        reason_kept=record.reason_kept,
        columns=record.columns,
        saved_by=by.name,
        saved_at=at,
        replaces=record,
    )
    leave_event("budget.pathway.revised", by=by, at=at, subject=revision, revises=record.pk)
    return revision.pk


_NOT_OFFERED = Text(
    "Tidak ada angka elemen “{code}” untuk wilayah isu ini yang belum diambil.",
    "There are no figures of the element “{code}” for the issue's place that are not taken yet.",
)
_NOT_NEWER = Text(
    "Data terpilah belum punya angka yang lebih baru untuk baris ini.",
    "The data by sex have no later figures for this row yet.",
)
