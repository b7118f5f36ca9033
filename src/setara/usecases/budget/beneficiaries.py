"""Verbs on the beneficiaries of a sub kegiatan: recorded, corrected for a reason, withdrawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import TypeVar

from django.db.models import QuerySet

from setara.domain.budget.beneficiaries.cost import DirectCosts, fits
from setara.domain.budget.beneficiaries.headcount import (
    LAST_MONTH,
    YEAR_PLAN,
    Certainty,
    Headcount,
    ReachStage,
    Unit,
    is_sound,
)
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import (
    ALLOWED,
    Refused,
    Verdict,
    first_refusal,
    refused,
    require,
)
from setara.domain.language.text import Text
from setara.domain.statistics.observation import Nothing, Value
from setara.store.models import (
    AgencyRecord,
    BeneficiaryCostRecord,
    BeneficiaryRecord,
    BudgetLineRecord,
    ReceivedFileRecord,
)
from setara.store.models.beneficiaries import ActivityColumns
from setara.usecases.budget.beneficiary_money import most_of, spent_on
from setara.usecases.budget.tags import LINE
from setara.usecases.foundation.access import CHANGED_MEANWHILE, one
from setara.usecases.foundation.command import command, leave_event

BENEFICIARIES = Text("Angka penerima manfaat", "The figures on beneficiaries")
A = TypeVar("A", bound=ActivityColumns)


@dataclass(frozen=True, slots=True)
class NewBeneficiaries:
    """Beneficiaries as they are handed in; `month` is 0 for a plan, else that they are up to.

    `file` and `cell` say where they stood, where they came in a list.
    """

    stage: ReachStage
    unit: Unit
    count: Headcount
    certainty: Certainty
    document: str
    month: int = YEAR_PLAN
    locator: str = ""
    file: ReceivedFileRecord | None = None
    cell: str = ""


@command(
    "budget.beneficiaries.recorded",
    says=Text("Penerima manfaat dicatat", "Beneficiaries recorded"),
)
def record_beneficiaries(
    *,
    by: Actor,
    at: datetime,
    line_id: int,
    figures: NewBeneficiaries,
    replacing: int | None = None,
    reason: str = "",
) -> int:
    """Record figures for the sub kegiatan of a line, or correct those that `replacing` names.

    The corrected figures stay in the history with the reason. Raises Refused where the figures
    cannot be, have no document, or others stand there already; NotFound.
    """
    line = held_line(by, line_id)
    require(first_refusal(is_complete(figures), is_sound(figures.count)))
    before = replaced(BeneficiaryRecord, line, replacing, reason)
    if before is not None:
        withdraw(before, by=by, moment=at, because=reason)
    require(_is_free(line, figures))
    record = _record(line, figures)
    keep(record, by=by, moment=at, reason=reason)
    leave_event(
        "budget.beneficiaries.recorded",
        by=by,
        at=at,
        subject=record,
        code=line.code,
        stage=record.stage,
        month=record.month,
        unit=record.unit,
        replaced=replacing,
        reason=record.reason,
    )
    return record.pk


@command(
    "budget.beneficiaries.withdrawn",
    says=Text("Angka penerima manfaat dicabut", "Beneficiaries withdrawn"),
)
def withdraw_beneficiaries(*, by: Actor, at: datetime, record_id: int, because: str) -> None:
    """Withdraw figures that stand; they stay in the history. Raises Refused, NotFound."""
    rows = BeneficiaryRecord.objects.all()
    record = one(by, rows, record_id, what=BENEFICIARIES, through="agency__government")
    require(by.may(Permission.RECORD_BENEFICIARIES, agency_id=record.agency_id))
    require(says_why(because))
    withdraw(record, by=by, moment=at, because=because)
    leave_event(
        "budget.beneficiaries.withdrawn", by=by, at=at, subject=record, because=because.strip()
    )


@command(
    "budget.direct_costs.recorded",
    says=Text("Biaya langsung menurut jenis kelamin dicatat", "Direct costs by sex recorded"),
)
def record_direct_costs(
    *,
    by: Actor,
    at: datetime,
    line_id: int,
    stage: ReachStage,
    direct: DirectCosts,
    document: str,
    replacing: int | None = None,
    reason: str = "",
) -> int:
    """Record the money of components for one sex alone, out of the line's budget or realisation.

    Raises Refused where it is more than there is or has no document; NotFound.
    """
    line = held_line(by, line_id)
    spent = spent_on([line]).get((line.agency_id, line.code), {})
    amount = most_of(line, stage, spent)
    require(first_refusal(_is_known(amount), _has_document(document)))
    require(fits(direct, amount or Rupiah(0), None))
    before = replaced(BeneficiaryCostRecord, line, replacing, reason)
    if before is not None:
        withdraw(before, by=by, moment=at, because=reason)
    if standing(BeneficiaryCostRecord, line).filter(stage=stage).exists():
        raise Refused(CHANGED_MEANWHILE)
    record = _cost_record(line, stage, direct, document)
    keep(record, by=by, moment=at, reason=reason)
    leave_event(
        "budget.direct_costs.recorded",
        by=by,
        at=at,
        subject=record,
        code=line.code,
        stage=record.stage,
        women=record.women,
        men=record.men,
        replaced=replacing,
        reason=record.reason,
    )
    return record.pk


def held_line(by: Actor, line_id: int) -> BudgetLineRecord:
    """The line, if the actor may write of its agency, which is held until the command ends.

    Books of one year say the same of a sub kegiatan, so that the line itself is not enough to
    hold. Raises Refused, NotFound.
    """
    lines = BudgetLineRecord.objects.select_related("version")
    line = one(by, lines, line_id, what=LINE, through="version__government")
    require(by.may(Permission.RECORD_BENEFICIARIES, agency_id=line.agency_id))
    AgencyRecord.objects.select_for_update().get(pk=line.agency_id)
    return line


def activity_of(line: BudgetLineRecord) -> dict[str, object]:
    """The columns that name the sub kegiatan of a line."""
    return {"agency_id": line.agency_id, "year": line.version.year, "code": line.code}


def standing(table: type[A], line: BudgetLineRecord) -> QuerySet[A]:
    """The rows that stand for the sub kegiatan of a line."""
    return table._default_manager.filter(**activity_of(line), withdrawn_at__isnull=True)


def replaced(table: type[A], line: BudgetLineRecord, pk: int | None, reason: str) -> A | None:
    """The row a correction takes the place of. Raises Refused without a reason, or when gone."""
    if pk is None:
        return None
    require(says_why(reason))
    found = standing(table, line).filter(pk=pk).first()
    if found is None:
        raise Refused(CHANGED_MEANWHILE)
    return found


def withdraw(record: ActivityColumns, *, by: Actor, moment: datetime, because: str) -> None:
    """Take a row out of force. Raises Refused where it no longer was."""
    rows = type(record)._default_manager.filter(pk=record.pk, withdrawn_at__isnull=True)
    taken = rows.update(withdrawn_at=moment, withdrawn_by=by.name, withdrawn_for=because.strip())
    if taken != 1:
        raise Refused(CHANGED_MEANWHILE)


def keep(record: ActivityColumns, *, by: Actor, moment: datetime, reason: str) -> None:
    """Put a row in force."""
    record.recorded_by, record.recorded_at, record.reason = by.name, moment, reason.strip()
    record.save()


def says_why(because: str) -> Verdict:
    """Whether a change has a reason."""
    if because.strip():
        return ALLOWED
    return refused("Tulis alasan perubahannya.", "Say why it is changed.")


def is_complete(figures: NewBeneficiaries) -> Verdict:
    """Whether figures say up to when they are and where they can be looked up."""
    is_plan = figures.stage is ReachStage.PLANNED
    if is_plan is (figures.month == YEAR_PLAN) and 0 <= figures.month <= LAST_MONTH:
        return _has_document(figures.document)
    return refused(
        "Rencana berlaku setahun; capaian harus menyebut sampai bulan apa.",
        "A plan is for the year; what was reached must say up to which month.",
    )


def _has_document(document: str) -> Verdict:
    if document.strip():
        return ALLOWED
    return refused(
        "Sebut dokumen sumbernya: nama daftar, laporan, atau surat, dengan nomor dan tanggalnya.",
        "Name the source: list, report or letter, with its number and date.",
    )


def _is_known(amount: Rupiah | None) -> Verdict:
    if amount is not None:
        return ALLOWED
    return refused(
        "Realisasi baris ini belum diketahui, sehingga biaya langsungnya tidak dapat diperiksa.",
        "What was spent on this line is not known, so its direct costs cannot be checked.",
    )


def _is_free(line: BudgetLineRecord, figures: NewBeneficiaries) -> Verdict:
    rows = standing(BeneficiaryRecord, line)
    taken = rows.filter(stage=figures.stage, month=figures.month, unit=figures.unit)
    if not taken.exists():
        return ALLOWED
    return refused(
        "Angka {stage} dalam {unit} untuk sub kegiatan ini sudah ada. Buka angkanya, lalu koreksi "
        "dengan alasan.",
        "Figures ({stage}, in {unit}) are there for this sub-activity. Open them and correct them "
        "with a reason.",
        stage=figures.stage.label,
        unit=figures.unit.label,
    )


def _record(line: BudgetLineRecord, figures: NewBeneficiaries) -> BeneficiaryRecord:
    count = figures.count
    return BeneficiaryRecord(
        **activity_of(line),
        stage=figures.stage,
        month=figures.month,
        unit=figures.unit,
        women=_figure(count.women),
        women_nothing=_nothing(count.women),
        men=_figure(count.men),
        men_nothing=_nothing(count.men),
        stated=count.stated,
        certainty=figures.certainty,
        document=figures.document.strip(),
        locator=figures.locator.strip(),
        file=figures.file,
        cell=figures.cell,
    )


def _cost_record(
    line: BudgetLineRecord, stage: ReachStage, direct: DirectCosts, document: str
) -> BeneficiaryCostRecord:
    return BeneficiaryCostRecord(
        **activity_of(line),
        stage=stage,
        women=direct.women.amount,
        men=direct.men.amount,
        document=document.strip(),
    )


def _figure(value: Value) -> int | None:
    return int(value) if isinstance(value, Decimal) else None


def _nothing(value: Value) -> str:
    return value.value if isinstance(value, Nothing) else ""
