"""The lines of the budget that pay for an action, as their page shows them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from setara.domain.budget.ticked_lines import NOTHING
from setara.domain.foundation.money import Rupiah, total
from setara.domain.foundation.station import Station, StationKind
from setara.domain.language.text import Text, listed
from setara.usecases.budget.action_lines import ActionLinesAnswer, TickableLine
from setara.web.budget.action_forms import PART, TickForm
from setara.web.shell.words import current_language

TITLE = Text("Anggaran aksi: {text}", "Budget of the action: {text}")
LONGEST = 80


@dataclass(frozen=True, slots=True)
class LineShown:
    """One line with its tick and the part of it, as typed where the form was refused."""

    each: TickableLine
    is_ticked: bool
    part: str
    part_name: str
    others: Text | None

    @property
    def is_free(self) -> bool:
        """Whether this action may take anything of it, or does already."""
        return self.is_ticked or self.each.left > NOTHING


@dataclass(frozen=True, slots=True)
class AccountShown:
    """The lines at one account."""

    code: str
    name: str
    lines: tuple[LineShown, ...]


@dataclass(frozen=True, slots=True)
class ActionLinesPage:
    """One action, its budget, and what is ticked."""

    title: Text
    answer: ActionLinesAnswer
    accounts: tuple[AccountShown, ...]
    taken: Rupiah
    station: Station
    form: TickForm
    refusal: Text | None = None


def action_page(
    answer: ActionLinesAnswer, form: TickForm | None = None, refusal: Text | None = None
) -> ActionLinesPage:
    """The page, with the ticks as they were sent where the form was refused."""
    text = answer.action.text
    shown = [_line(each, form) for each in answer.lines]
    ordered = sorted(shown, key=lambda line: line.each.line.account)
    return ActionLinesPage(
        title=TITLE.filled(text=text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"),
        answer=answer,
        accounts=tuple(
            AccountShown(code, next(iter(lines)).each.line.account_name, tuple(lines))
            for code, lines in (
                (code, list(found))
                for code, found in groupby(ordered, key=lambda line: line.each.line.account)
            )
        ),
        taken=total(line.taken for line in answer.today.lines),
        station=Station(StationKind.PATHWAY, answer.pathway.pathway_id),
        form=form or TickForm(initial={"edition": answer.pathway.edition}),
        refusal=refusal,
    )


def _line(each: TickableLine, form: TickForm | None) -> LineShown:
    key, ticked = each.line.key, each.ticked
    part = ticked.wanted if ticked else None
    kept = part.say(current_language()).removeprefix("Rp") if part is not None else ""
    return LineShown(
        each=each,
        is_ticked=key in form.keys if form else ticked is not None,
        part=form.parts.get(key, "") if form else kept,
        part_name=PART + key,
        others=_others(each),
    )


def _others(each: TickableLine) -> Text | None:
    if each.others == NOTHING:
        return None
    if not each.other_actions:
        return ELSEWHERE.filled(amount=each.others)
    numbers = [Text("{n}", "{n}").filled(n=number) for number in each.other_actions]
    return BY_ACTIONS.filled(amount=each.others, actions=listed(numbers))


ELSEWHERE = Text(
    "{amount} dipakai GAP lain atas sub kegiatan ini",
    "{amount} is used by another GAP on this sub-activity",
)
BY_ACTIONS = Text("{amount} dipakai aksi {actions}", "{amount} is used by action {actions}")
