"""Which lines of a book deserve a look, and why: rules and model side by side, tagging nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from setara.domain.budget.screening.decisions import LineState, plain_words
from setara.domain.budget.screening.learned import LearnedModel, LearnedReasons, strength
from setara.domain.budget.screening.lists import screening_lists
from setara.domain.budget.screening.rules import Screened
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Verdict, first_refusal, require
from setara.domain.language.text import Text
from setara.store.models import (
    BudgetLineRecord,
    BudgetVersionRecord,
    DeclinedLineRecord,
)
from setara.usecases.budget.hints import disparities_of, open_issues
from setara.usecases.budget.learning import (
    LearningAnswer,
    PastDecision,
    learning,
    past_decisions,
)
from setara.usecases.budget.queries import VERSION
from setara.usecases.budget.screening_weighing import (
    BY_MODEL,
    BY_RULES,
    DISPARITY,
    FIELD,
    ONLY_MODEL,
    WeighedLine,
    weighed_lines,
)
from setara.usecases.budget.tag_answers import TaggedBook, book_of
from setara.usecases.budget.tag_queries import agencies_of
from setara.usecases.budget.tagging_windows import WindowState, window_state
from setara.usecases.foundation.access import one

PAGE = 50


@dataclass(frozen=True, slots=True)
class ScreeningFilter:
    """Which lines are asked for and in whose order; `reason` is one of the answer's reasons.

    `state` is None for lines decided and not; `by_model` None for the order that did better.
    """

    agency_id: int | None = None
    reason: str = ""
    state: LineState | None = LineState.OPEN
    by_model: bool | None = None
    page: int = 1


@dataclass(frozen=True, slots=True)
class ModelView:
    """What the model says about a line: 50 and more of 100 asks for a look."""

    strength: int
    asks: bool
    reasons: LearnedReasons

    @property
    def field_speaks(self) -> int:
        """1 where the bidang urusan spoke for a look, −1 against it, 0 where it hardly spoke."""
        return _sign(self.reasons.field)

    @property
    def agency_speaks(self) -> int:
        """The same of the agency."""
        return _sign(self.reasons.agency)


@dataclass(frozen=True, slots=True)
class ScreeningLine:
    """A line with everything that speaks for a look, and what was decided on it, or earlier."""

    line_id: int
    code: str
    name: str
    agency_name: str
    amount: Rupiah
    screened: Screened
    learned: ModelView | None
    state: LineState
    decided: PastDecision | None
    decline_id: int | None
    earlier: PastDecision | None
    may_decide: Verdict


@dataclass(frozen=True, slots=True)
class LastDecline:
    """The actor's last finding that still stands: its declines, for it to be taken back."""

    decline_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ScreeningAnswer:
    """A page of a book's lines, those first that deserve a look most.

    `count` and `pages` are of all that were asked for, `open_lines` and `worth_a_look` of the book.
    """

    book: TaggedBook
    lines: tuple[ScreeningLine, ...]
    count: int
    page: int
    pages: int
    book_lines: int
    open_lines: int
    worth_a_look: int
    agencies: tuple[tuple[int, str], ...]
    reasons: tuple[tuple[str, Text], ...]
    learning: LearningAnswer
    by_model: bool
    last: LastDecline | None
    window: WindowState
    may_decide: Verdict
    may_learn: Verdict


@dataclass(frozen=True, slots=True)
class _Asker:
    by: Actor
    today: date
    is_open: Verdict

    def may_decide(self, agency_id: int) -> Verdict:
        may = self.by.may(Permission.TAG_BUDGET, agency_id=agency_id)
        return first_refusal(may, self.is_open)


def screening(*, by: Actor, version_id: int, today: date, only: ScreeningFilter) -> ScreeningAnswer:
    """The lines of a book by how much they deserve a look. Raises NotFound.

    Cost: some twelve queries however long the book; every line is screened, and remembered until
    the book, the open gaps or the decisions change. Nobody waits for a learning.
    """
    require(by.may(Permission.READ_RECORDS))
    version = one(by, BudgetVersionRecord.objects.all(), version_id, what=VERSION)
    disparities = disparities_of(open_issues(by))
    window = window_state(version, today)
    past = past_decisions(by)
    learned = learning(by, past, disparities, today)
    states = {each.line_id: each.state for each in past if each.withdrawn_at is None}
    weighed = weighed_lines(version, disparities, learned.model, states)
    by_model = _goes_by_model(learned, only)
    asked = _asked(weighed, only, by_model=by_model)
    asker = _Asker(by, today, window.verdict)
    pages = max(-(-len(asked) // PAGE), 1)
    page = min(max(only.page, 1), pages)
    opened = [each for each in weighed if each.state is LineState.OPEN]
    return ScreeningAnswer(
        book=book_of(version),
        lines=_shown(asker, asked[(page - 1) * PAGE : page * PAGE], learned.model, past),
        count=len(asked),
        page=page,
        pages=pages,
        book_lines=len(weighed),
        open_lines=len(opened),
        worth_a_look=sum(_asks_for_a_look(each, by_model=by_model) for each in opened),
        agencies=agencies_of(version, today),
        reasons=_reasons(has_model=learned.model is not None),
        learning=learned,
        by_model=by_model,
        last=_last_decline(by, version),
        window=window,
        may_decide=first_refusal(by.may(Permission.TAG_BUDGET), window.verdict),
        may_learn=by.may(Permission.TAG_BUDGET),
    )


def _goes_by_model(learned: LearningAnswer, only: ScreeningFilter) -> bool:
    chosen = learned.model_leads if only.by_model is None else only.by_model
    return learned.model is not None and chosen


def _asked(
    weighed: Sequence[WeighedLine], only: ScreeningFilter, *, by_model: bool
) -> list[WeighedLine]:
    found = (each for each in weighed if _is_asked(each, only))
    return sorted(found, key=_by_model if by_model else _by_rules)


def _is_asked(line: WeighedLine, only: ScreeningFilter) -> bool:
    return (
        (only.state is None or line.state is only.state)
        and (only.agency_id is None or line.agency_id == only.agency_id)
        and (not only.reason or only.reason in line.topics)
    )


def _by_model(line: WeighedLine) -> tuple[float, int]:
    return (-(line.score or 0.0), -line.screened.points)


def _by_rules(line: WeighedLine) -> tuple[int, float]:
    return (-line.screened.points, -(line.score or 0.0))


def _asks_for_a_look(line: WeighedLine, *, by_model: bool) -> bool:
    return BY_MODEL in line.topics if by_model else line.screened.is_worth_a_look


def _shown(
    asker: _Asker,
    asked: Sequence[WeighedLine],
    model: LearnedModel | None,
    past: Sequence[PastDecision],
) -> tuple[ScreeningLine, ...]:
    ids = [each.line_id for each in asked]
    loaded = BudgetLineRecord.objects.select_related("agency").prefetch_related("agency__names")
    rows = loaded.in_bulk(ids)
    declines = DeclinedLineRecord.objects.filter(line_id__in=ids, withdrawn_at__isnull=True)
    decline_of = dict(declines.values_list("line_id", "pk"))
    standing = [each for each in past if each.withdrawn_at is None]
    decided = {each.line_id: each for each in standing}
    named = {(each.agency_id, plain_words(each.name)): each for each in standing}
    return tuple(
        ScreeningLine(
            line_id=row.pk,
            code=row.code,
            name=row.name,
            agency_name=row.agency.as_rule_sees_it().name_on(asker.today).short_name,
            amount=Rupiah(row.amount),
            screened=each.screened,
            learned=_view(model, row, each.score),
            state=each.state,
            decided=decided.get(row.pk),
            decline_id=decline_of.get(row.pk),
            earlier=_earlier(row, named.get((row.agency_id, plain_words(row.name)))),
            may_decide=asker.may_decide(row.agency_id),
        )
        for each, row in ((each, rows[each.line_id]) for each in asked)
    )


def _view(
    model: LearnedModel | None, row: BudgetLineRecord, score: float | None
) -> ModelView | None:
    if model is None or score is None:
        return None
    reasons = model.reasons(row.name, row.code, str(row.agency_id))
    return ModelView(strength(score), score >= 0, reasons)


def _earlier(row: BudgetLineRecord, found: PastDecision | None) -> PastDecision | None:
    """The same name in another book of the same agency, where this line is still open."""
    return found if found and found.version_id != row.version_id else None


def _reasons(*, has_model: bool) -> tuple[tuple[str, Text], ...]:
    said = [(group.key, group.name) for group in screening_lists().groups]
    said += [(FIELD, _OF_FIELD), (DISPARITY, _OF_DISPARITY), (BY_RULES, _OF_RULES)]
    if has_model:
        said += [(BY_MODEL, _OF_MODEL), (ONLY_MODEL, _OF_MODEL_ONLY)]
    return tuple(said)


def _last_decline(by: Actor, version: BudgetVersionRecord) -> LastDecline | None:
    if by.account_id is None:
        return None
    rows = DeclinedLineRecord.objects.filter(
        line__version=version, account_id=by.account_id, withdrawn_at__isnull=True
    )
    last = rows.order_by("-set_at", "-pk").first()
    if last is None:
        return None
    ids = rows.filter(set_at=last.set_at).order_by("pk").values_list("pk", flat=True)
    return LastDecline(tuple(ids))


def _sign(part: float) -> int:
    return 0 if abs(part) < _LEAST_SAID else 1 if part > 0 else -1


_LEAST_SAID = 0.2
_OF_FIELD = Text("bidang yang dikenal kesenjangannya", "a field known for its gaps")
_OF_DISPARITY = Text("ada kesenjangan terbuka di bidangnya", "an open gap in its field")
_OF_RULES = Text("aturan: layak dilihat", "rules: worth a look")
_OF_MODEL = Text("model: layak dilihat", "model: worth a look")
_OF_MODEL_ONLY = Text("model saja, aturan tidak", "the model alone, not the rules")
