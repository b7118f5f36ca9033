"""Questions about the forms a government uses, has chosen, and has of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Verdict, require
from setara.domain.law.forms import Form, FormKind, all_forms, form_text
from setara.store.models import FormChoiceRecord, FormVersionRecord
from setara.usecases.budget.forms import FIRST, FORM, first_form, kept_form
from setara.usecases.foundation.access import NotFound, government_of, one, visible


@dataclass(frozen=True, slots=True)
class OfferedForm:
    """A form that can be chosen; `own_id` is that of a government's own, None for a shipped one."""

    form: Form
    own_id: int | None = None
    added_by: str = ""
    added_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ChoiceAnswer:
    """One choice: the form, from which year, by whom and why."""

    offered: OfferedForm
    from_year: int
    reason: str
    chosen_by: str
    chosen_at: datetime


@dataclass(frozen=True, slots=True)
class KindAnswer:
    """One kind of form: what the year asked for uses, every choice, and what can be chosen.

    `choice` is None where nothing was chosen, so that the first form is used.
    """

    kind: FormKind
    used: OfferedForm
    choice: ChoiceAnswer | None
    choices: tuple[ChoiceAnswer, ...]
    offered: tuple[OfferedForm, ...]


@dataclass(frozen=True, slots=True)
class FormsAnswer:
    """The forms of a government for a budget year."""

    year: int
    kinds: tuple[KindAnswer, ...]
    own: tuple[OfferedForm, ...]
    may_choose: Verdict


def forms_used(*, by: Actor, today: date) -> FormsAnswer:
    """What is used for next year's budget, and what was chosen. Cost: two queries."""
    require(by.may(Permission.READ_RECORDS))
    government_of(by)
    rows = visible(by, FormVersionRecord.objects.order_by("key", "pk"))
    own = tuple(_offered(row) for row in rows)
    choices = tuple(visible(by, FormChoiceRecord.objects.order_by("-from_year")))
    every = (*(OfferedForm(each) for each in all_forms()), *own)
    year = today.year + 1
    return FormsAnswer(
        year=year,
        kinds=tuple(_kind(kind, every, choices, year) for kind in FIRST),
        own=own,
        may_choose=by.may(Permission.CHOOSE_FORMS),
    )


def own_form_answer(*, by: Actor, own_id: int) -> OfferedForm:
    """One form of the government's own. Raises NotFound. Cost: one query."""
    require(by.may(Permission.READ_RECORDS))
    return _offered(one(by, FormVersionRecord.objects.all(), own_id, what=FORM))


def own_form_text(*, by: Actor, own_id: int) -> str:
    """The file of one of the government's own forms. Raises NotFound. Cost: one query."""
    require(by.may(Permission.READ_RECORDS))
    return one(by, FormVersionRecord.objects.all(), own_id, what=FORM).content


def shipped_form_text(*, by: Actor, key: str, version: str) -> str:
    """The file of a shipped form, to start one's own from. Raises NotFound."""
    require(by.may(Permission.READ_RECORDS))
    found = form_text(key, version)
    if found is None:
        raise NotFound(FORM)
    return found


def _offered(row: FormVersionRecord) -> OfferedForm:
    return OfferedForm(kept_form(row.content), row.pk, row.added_by, row.added_at)


def _kind(
    kind: FormKind,
    every: tuple[OfferedForm, ...],
    rows: tuple[FormChoiceRecord, ...],
    year: int,
) -> KindAnswer:
    offered = tuple(each for each in every if each.form.kind is kind)
    named = {(each.form.key, each.form.version): each for each in offered}
    choices = tuple(
        ChoiceAnswer(
            offered=named[row.form_key, row.form_version],
            from_year=row.from_year,
            reason=row.reason,
            chosen_by=row.chosen_by,
            chosen_at=row.chosen_at,
        )
        for row in rows
        if row.kind == kind
    )
    choice = next((each for each in choices if each.from_year <= year), None)
    used = choice.offered if choice else OfferedForm(first_form(kind, year))
    return KindAnswer(kind, used, choice, choices, offered)
