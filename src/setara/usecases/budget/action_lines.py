"""The lines of the budget that pay for an action of a GAP: shown, and ticked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from setara.domain.budget.pathway import Action, PathwayDraft
from setara.domain.budget.ticked_lines import (
    NOTHING,
    BudgetedLine,
    TickedLine,
    allocated,
    may_tick,
)
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.money import Rupiah, total
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Refused, require
from setara.domain.language.text import Text
from setara.store.models import AgencyRecord, PathwayRecord
from setara.usecases.budget.pathway_queries import PATHWAY, PathwayAnswer, pathway
from setara.usecases.budget.pathways import save_pathway
from setara.usecases.budget.register import current
from setara.usecases.budget.ticking import ActivityBudget, budget_of, matched, taken_elsewhere
from setara.usecases.foundation.access import NotFound, one
from setara.usecases.foundation.command import command, leave_event

ACTION = Text("Aksi itu", "That action")


@dataclass(frozen=True, slots=True)
class TickableLine:
    """A line of the sub kegiatan beside what this action and the others take of it."""

    line: BudgetedLine
    ticked: TickedLine | None
    others: Rupiah
    other_actions: tuple[int, ...]

    @property
    def left(self) -> Rupiah:
        """What this action may take at most."""
        return max(NOTHING, self.line.amount - self.others)


@dataclass(frozen=True, slots=True)
class ActionLinesAnswer:
    """An action with the lines that pay for it; `budget` is None where no book has lines.

    `gone` are ticks without a line in that budget. For a signed GAP `action` is as it was frozen,
    and `today` what the budget of today would pay.
    """

    pathway: PathwayAnswer
    action: Action
    budget: ActivityBudget | None
    lines: tuple[TickableLine, ...]
    gone: tuple[TickedLine, ...]
    today: Action

    @property
    def is_moved(self) -> bool:
        """Whether the budget of today pays something else than was frozen."""
        return self.today.lines != self.action.lines


def action_lines(*, by: Actor, pathway_id: int, action_key: int, today: date) -> ActionLinesAnswer:
    """One action of a GAP and the lines of its sub kegiatan. Raises NotFound.

    Cost: those of `pathway`, `budget_of` and `taken_elsewhere`.
    """
    require(by.may(Permission.READ_RECORDS))
    answer = pathway(by=by, pathway_id=pathway_id, today=today)
    record = PathwayRecord.objects.get(pk=pathway_id)
    action = _action(answer.pathway.actions, action_key)
    budget = budget_of(record)
    fresh = _action(matched(record, answer.pathway).actions, action_key)
    return ActionLinesAnswer(
        pathway=answer,
        action=action,
        budget=budget,
        lines=_tickable(record, answer.pathway.actions, fresh, budget) if budget else (),
        gone=tuple(line for line in fresh.lines if not line.is_found),
        today=fresh,
    )


def _tickable(
    record: PathwayRecord, actions: tuple[Action, ...], action: Action, budget: ActivityBudget
) -> tuple[TickableLine, ...]:
    elsewhere = taken_elsewhere(record)
    own = {line.key: line for line in action.lines}
    others = [each for each in actions if each.key != action.key]
    return tuple(
        TickableLine(
            line=line,
            ticked=own.get(key),
            others=elsewhere.get(key, NOTHING) + _taken(others, key),
            other_actions=tuple(each.key for each in others if _taken([each], key) > NOTHING),
        )
        for key, line in budget.lines.items()
    )


def _taken(actions: list[Action], key: str) -> Rupiah:
    return total(line.taken for each in actions for line in each.lines if line.key == key)


@command(
    "budget.pathway.lines_ticked",
    says=Text("Baris anggaran dipilih untuk aksi GAP", "Budget lines ticked for an action"),
)
def tick_lines(
    *,
    by: Actor,
    at: datetime,
    pathway_id: int,
    edition: int,
    action_key: int,
    wanted: Mapping[str, Rupiah | None],
) -> None:
    """Let an action be paid by lines of the budget: keys with the part taken, None for the whole.

    The money of the action is theirs; without any it has none. Raises Refused as `save_pathway`
    does, where a line is not in the budget, and where others take too much of it; NotFound for an
    action that is not there.
    """
    record = one(by, PathwayRecord.objects.all(), pathway_id, what=PATHWAY)
    # Two GAPs on one sub kegiatan must not take the same line at once.
    AgencyRecord.objects.select_for_update().get(pk=record.agency_id)
    actions = current(record).actions
    action = _action(actions, action_key)
    require(by.may(Permission.WRITE_PATHWAY, agency_id=record.agency_id))
    if record.edition != edition:
        raise Refused(_MEANWHILE.filled(who=record.saved_by))
    budget = budget_of(record)
    if budget is None:
        raise Refused(_NO_LINES)
    lines = _ticked(record, actions, action, budget, wanted)
    draft = PathwayDraft(ticked={action_key: lines})
    save_pathway(by=by, at=at, pathway_id=pathway_id, edition=edition, draft=draft)
    leave_event(
        "budget.pathway.lines_ticked",
        by=by,
        at=at,
        subject=record,
        action=action_key,
        lines=len(lines),
    )


def _ticked(
    record: PathwayRecord,
    actions: tuple[Action, ...],
    action: Action,
    budget: ActivityBudget,
    wanted: Mapping[str, Rupiah | None],
) -> tuple[TickedLine, ...]:
    known = {each.line.key: each for each in _tickable(record, actions, action, budget)}
    ticks = []
    for key, part in wanted.items():
        if key not in known:
            raise Refused(_NOT_IN_BUDGET)
        line = known[key].line
        require(may_tick(line, part, known[key].others))
        whole = None if part == line.amount else part
        ticks.append(
            TickedLine(
                key,
                line.account,
                line.account_name,
                line.text,
                line.row,
                budget.source,
                line.amount,
                whole,
            )
        )
    others = {key: each.others for key, each in known.items()}
    return allocated([ticks], budget.lines, budget.source, others)[0]


def _action(actions: tuple[Action, ...], key: int) -> Action:
    found = next((action for action in actions if action.key == key), None)
    if found is None:
        raise NotFound(ACTION)
    return found


_MEANWHILE = Text(
    "{who} menyimpan GAP ini setelah Anda membuka halaman ini. Centang di bawah adalah isi "
    "terbaru; periksa, lalu simpan lagi.",
    "{who} saved this GAP after you opened this page. The ticks below are what is there now; "
    "check them, then save again.",
)
_NO_LINES = Text(
    "Anggaran sub kegiatan ini belum punya rincian belanja. Unggah RKA atau DPA dengan rinciannya.",
    "The budget of this sub-activity has no lines yet. Upload the RKA or DPA with its lines.",
)
_NOT_IN_BUDGET = Text(
    "Salah satu baris yang dicentang tidak ada lagi di anggaran ini. Muat ulang halaman, lalu "
    "centang lagi.",
    "One of the lines ticked is no longer in this budget. Reload the page and tick again.",
)
