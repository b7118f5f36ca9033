"""Terms of reference (KAK): written for a statement, read with what is weak in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import F
from django.utils.timezone import localtime

from setara.domain.budget.statement import StatementState
from setara.domain.budget.states import may_own
from setara.domain.budget.terms import Accommodation, ScheduledAction, Terms
from setara.domain.budget.terms_rules import TermsFinding, may_write_terms, terms_findings
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Verdict, first_refusal, refused, require
from setara.domain.language.text import Text
from setara.domain.law.forms import Form, FormKind
from setara.store.models import PathwayRecord, StatementRecord, TermsRecord
from setara.usecases.budget.forms import form_for, form_of
from setara.usecases.budget.statement_queries import StatementAnswer, statement
from setara.usecases.foundation.access import government_of, one
from setara.usecases.foundation.command import command, leave_event

STATEMENT = Text("GBS", "The GBS")
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class TermsAnswer:
    """A KAK with what it is derived from, what it lacks, and whether the reader may write it.

    `matrix` is the form of its GAP; `edition` is 0 where nothing was written yet.
    """

    statement: StatementAnswer
    terms: Terms
    form: Form
    matrix: Form
    edition: int
    saved_by: str
    saved_at: datetime | None
    findings: tuple[TermsFinding, ...]
    may_save: Verdict


@command("budget.terms.saved", says=Text("KAK disimpan", "Terms of reference saved"))
def save_terms(*, by: Actor, at: datetime, statement_id: int, edition: int, terms: Terms) -> int:
    """Write the KAK of a statement; `edition` is the one the writer started from, 0 for the first.

    Raises NotFound, and Refused where the writer is of another agency, the GBS is with its
    reviewers or decided, or somebody saved since.
    """
    # Held, so that it is not submitted while its KAK is being saved.
    rows = StatementRecord.objects.select_related("pathway").select_for_update(of=("self",))
    found = one(by, rows, statement_id, what=STATEMENT)
    require(_may_save(by, found.pathway.agency_id, StatementState(found.state)))
    record = TermsRecord.objects.select_for_update().filter(statement=found).first()
    require(_is_current(record, edition))
    written = {"content": as_kept(terms), "saved_by": by.name, "saved_at": at}
    if record is None:
        record = TermsRecord.objects.create(
            government_id=government_of(by), statement=found, **written
        )
    else:
        TermsRecord.objects.filter(pk=record.pk).update(edition=F("edition") + 1, **written)
    leave_event("budget.terms.saved", by=by, at=at, subject=record, edition=edition + 1)
    return record.pk


def terms_of(*, by: Actor, statement_id: int, today: date) -> TermsAnswer:
    """The KAK of a statement. Raises NotFound. Cost: eleven queries."""
    found = statement(by=by, statement_id=statement_id, today=today)
    record = TermsRecord.objects.filter(statement=statement_id).first()
    terms = as_terms(record.content) if record else Terms()
    return TermsAnswer(
        statement=found,
        terms=terms,
        form=form_for(government_of(by), FormKind.TERMS, found.line.year),
        matrix=form_of(PathwayRecord.objects.get(pk=found.line.pathway_id)),
        edition=record.edition if record else 0,
        saved_by=record.saved_by if record else "",
        saved_at=record.saved_at if record else None,
        findings=terms_findings(found.pathway, terms, found.line.amount, today=today),
        may_save=first_refusal(
            by.may(Permission.READ_RECORDS),
            _may_save(by, found.pathway.agency_id, found.line.state),
        ),
    )


def as_terms(kept: Row) -> Terms:
    """The stored content as the rules see it."""
    return Terms(
        women=kept.get("women"),
        men=kept.get("men"),
        disabled=kept.get("disabled"),
        **{name: kept.get(name, "") for name in _WORDS},
        schedule=tuple(
            ScheduledAction(row["action"], tuple(row["months"]), row["method"])
            for row in kept.get("schedule", [])
        ),
        accommodations=tuple(
            Accommodation(row["text"], None if row["amount"] is None else Rupiah(row["amount"]))
            for row in kept.get("accommodations", [])
        ),
    )


def as_kept(terms: Terms) -> Row:
    """The content as JSON values."""
    return {
        "women": terms.women,
        "men": terms.men,
        "disabled": terms.disabled,
        **{name: getattr(terms, name).strip() for name in _WORDS},
        "schedule": [
            {"action": each.action_key, "months": list(each.months), "method": each.method.strip()}
            for each in terms.schedule
        ],
        "accommodations": [
            {"text": each.text.strip(), "amount": each.amount.amount if each.amount else None}
            for each in terms.accommodations
        ],
    }


_WORDS = (
    "ages",
    "method",
    "place",
    "implementer",
    "responsible",
    "responsible_number",
    "limits",
)


def _may_save(by: Actor, agency_id: int, state: StatementState) -> Verdict:
    return first_refusal(may_own(Permission.WRITE_STATEMENT, by, agency_id), may_write_terms(state))


def _is_current(record: TermsRecord | None, edition: int) -> Verdict:
    if (record.edition if record else 0) == edition:
        return Verdict(allowed=True)
    return refused(
        "{who} menyimpan KAK ini pada {at}, setelah Anda membukanya. Bandingkan dengan isi "
        "terbaru, lalu simpan lagi.",
        "{who} saved these terms on {at}, after you opened them. Compare with what is there now, "
        "then save again.",
        who=record.saved_by if record else "–",
        at=localtime(record.saved_at) if record else "–",
    )
