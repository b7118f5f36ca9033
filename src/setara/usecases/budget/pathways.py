"""Verbs on pathways (GAP): opened from an issue, written, signed, revised."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from django.db.models import QuerySet
from django.utils.timezone import localdate

from setara.domain.budget.activity import ActivityLevel, BadActivityCode, code_of
from setara.domain.budget.datum import DatumReference
from setara.domain.budget.datum_words import HIDDEN
from setara.domain.budget.editions import Place
from setara.domain.budget.merging import Choice
from setara.domain.budget.pathway import OVER, Pathway, PathwayDraft, PathwayState, redrafted
from setara.domain.budget.pathway_steps import PathwayStep, may_sign, may_take
from setara.domain.budget.typed_datum import may_be_typed, newly
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import ALLOWED, Refused, first_refusal, refused, require
from setara.domain.language.text import Text
from setara.domain.law.forms import FormKind
from setara.store.models import AgencyRecord, IssueRecord, PathwayRecord
from setara.usecases.budget import signatories
from setara.usecases.budget.columns import as_kept, as_rule_sees_it
from setara.usecases.budget.edition_keeping import in_edition, is_current, keep, merged_into
from setara.usecases.budget.forms import form_for, level_of, stands_on
from setara.usecases.budget.offering import offered_datum
from setara.usecases.budget.register import current, datum_of_issue, standings
from setara.usecases.budget.rounds import follow_revision
from setara.usecases.budget.signatories import holder_of
from setara.usecases.foundation.access import CHANGED_MEANWHILE, government_of, one
from setara.usecases.foundation.command import command, leave_event

PATHWAY = Text("GAP", "The GAP")
ISSUE = Text("Isu gender", "The issue")
AGENCY = Text("Perangkat daerah", "The agency")


class AlreadyOpen(Refused):
    """There is a GAP for the issue, the agency, the year and the sub kegiatan: `pathway_id`."""

    def __init__(self, pathway_id: int, name: str) -> None:
        super().__init__(_ALREADY_OPEN.filled(name=name))
        self.pathway_id = pathway_id


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
    form's level, AlreadyOpen where there is one, NotFound for a foreign issue.
    """
    require(by.may(Permission.WRITE_PATHWAY, agency_id=agency_id))
    issue = one(by, IssueRecord.objects.select_related("element", "place"), issue_id, what=ISSUE)
    agency = one(by, AgencyRecord.objects.all(), agency_id, what=AGENCY)
    form = form_for(government_of(by), FormKind.PATHWAY, year)
    code, datum = _code(level_of(form), activity_code), datum_of_issue(issue, localdate(at))
    _open_already(issue, agency, year, code)
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


def _open_already(issue: IssueRecord, agency: AgencyRecord, year: int, code: str) -> None:
    """One GAP for an issue, an agency, a sub kegiatan and a year, however often it is asked for."""
    # Whoever asks twice at once waits here, and is led to the one the first opened.
    IssueRecord.objects.select_for_update().get(pk=issue.pk)
    live = PathwayRecord.objects.exclude(state__in=OVER)
    found = live.filter(issue=issue, agency=agency, year=year, activity_code=code)
    if (existing := found.order_by("-pk").first()) is not None:
        raise AlreadyOpen(existing.pk, existing.activity_name)


@command("budget.pathway.saved", says=Text("GAP disimpan", "GAP saved"))
def save_pathway(
    *,
    by: Actor,
    at: datetime,
    pathway_id: int,
    edition: int,
    draft: PathwayDraft,
    choices: Mapping[Place, Choice] | None = None,
) -> None:
    """Write columns into a draft; `edition` is the one the writer started from.

    Where somebody else saved since, both changes are put together; `choices` says whose words are
    kept in places both wrote in. Raises Refused, naming who saved and when, where a place is left
    without a choice; nothing of either is lost: the writer's words stay in the form.
    """
    record = one(by, PathwayRecord.objects.all(), pathway_id, what=PATHWAY)
    require(may_take(PathwayStep.SAVE, as_rule_sees_it(record), by))
    before = current(record)
    require(first_refusal(*(may_be_typed(each, localdate(at)) for each in newly(draft, before))))
    if record.edition == edition:
        written = redrafted(before, draft)
    else:
        together = merged_into(record, edition, draft, choices or {})
        require(is_current(record, edition) if together.clashes else ALLOWED)
        written = together.pathway
    kept = keep(record, written, by=by, at=at)
    leave_event("budget.pathway.saved", by=by, at=at, subject=record, edition=kept)


@command("budget.pathway.restored", says=Text("Edisi GAP dipulihkan", "Edition of a GAP restored"))
def restore_edition(
    *, by: Actor, at: datetime, pathway_id: int, edition: int, restored: int
) -> None:
    """Write the words of the edition `restored` into a draft, as a new edition.

    Raises Refused as `save_pathway` does, NotFound for an edition that was not kept.
    """
    record = one(by, PathwayRecord.objects.all(), pathway_id, what=PATHWAY)
    require(may_take(PathwayStep.SAVE, as_rule_sees_it(record), by))
    require(is_current(record, edition))
    keep(record, in_edition(record, restored), by=by, at=at)
    leave_event("budget.pathway.restored", by=by, at=at, subject=record, restored=restored)


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
    require(is_current(record, edition))
    place = place_code or record.issue.place.code
    chosen = offered_datum(record, DatumReference(element_code, place, breakdown), localdate(at))
    if chosen is None or chosen.is_taken:
        raise Refused(_NOT_OFFERED.filled(code=element_code))
    if not chosen.can_be_taken:
        raise Refused(HIDDEN)
    pathway = current(record)
    keep(record, replace(pathway, data=(*pathway.data, chosen.datum)), by=by, at=at)
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
    require(is_current(record, edition))
    newer = next((each.newer for each in standings(record) if each.written.key == key), None)
    if newer is None or newer.is_hidden:
        raise Refused(_NOT_NEWER)
    pathway = current(record)
    data = tuple(replace(newer, key=key) if each.key == key else each for each in pathway.data)
    keep(record, replace(pathway, data=data), by=by, at=at)
    leave_event("budget.pathway.datum_renewed", by=by, at=at, subject=record, key=key)


def _of_issue() -> QuerySet[PathwayRecord]:
    return PathwayRecord.objects.select_related("issue__place")


@command("budget.pathway.dropped", says=Text("Konsep GAP dibatalkan", "Draft of a GAP dropped"))
def drop_pathway(*, by: Actor, at: datetime, pathway_id: int, reason: str = "") -> None:
    """Give a draft up; its words and editions stay, and what it revised or followed is free again.

    Raises Refused for a pathway that is signed.
    """
    record = one(by, PathwayRecord.objects.all(), pathway_id, what=PATHWAY)
    require(may_take(PathwayStep.DROP, as_rule_sees_it(record), by))
    dropped = PathwayRecord.objects.filter(pk=record.pk, state=PathwayState.DRAFT)
    if dropped.update(state=PathwayState.DROPPED, replaces=None, follows=None) != 1:
        raise Refused(CHANGED_MEANWHILE)
    leave_event(
        "budget.pathway.dropped",
        by=by,
        at=at,
        subject=record,
        reason=reason.strip(),
        revises=record.replaces_id,
        follows=record.follows_id,
    )


@command("budget.pathway.signed", says=Text("GAP ditandatangani", "GAP signed"))
def sign_pathway(*, by: Actor, at: datetime, pathway_id: int, edition: int | None = None) -> None:
    """Sign a GAP: its data are frozen with source and date, whatever the register says later.

    `edition` is the one the signer read. A revision supersedes the pathway it revises. Raises
    Refused where another was saved since, and with the first finding without whose remedy the
    analysis means nothing.
    """
    record = one(by, PathwayRecord.objects.all(), pathway_id, what=PATHWAY)
    require(is_current(record, record.edition if edition is None else edition))
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
    # Whoever asks twice at once waits here, and is told of the revision that the first opened.
    record = one(by, PathwayRecord.objects.select_for_update(), pathway_id, what=PATHWAY)
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
_ALREADY_OPEN = Text(
    "GAP untuk isu, perangkat daerah, tahun, dan sub kegiatan ini sudah ada: {name}. Lanjutkan "
    "yang itu.",
    "There is a GAP for this issue, agency, year and sub-activity already: {name}. Go on with it.",
)
