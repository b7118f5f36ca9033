"""The plan of action of a GBS: a row an action, with its own money, output and outcome."""

from __future__ import annotations

from setara.domain.budget.pathway import Action, Indicator, IndicatorLevel, Pathway
from setara.domain.budget.wording import course_words
from setara.domain.foundation.money import Rupiah, total
from setara.domain.language.text import Text, same
from setara.domain.reports.outline import Alignment, Column, Table

NOTHING = same("–")
Cell = tuple[Text, ...]


def actions_table(pathway: Pathway, activity: Text, amount: Rupiah, label: Text) -> Table:
    """Each action with its input, output and outcome; the last row is the whole sub kegiatan.

    An indicator stands at the action it is tied to, the others in the last row: to spread them
    over the actions would say what nobody wrote. Money that no action names is said there too.
    """
    columns = (
        Column(Text("No.", "No."), width=1, alignment=Alignment.CENTRE),
        Column(label, width=6),
        Column(Text("Masukan (Rp)", "Input (Rp)"), width=3, alignment=Alignment.RIGHT),
        Column(Text("Keluaran", "Output"), width=4),
        Column(Text("Hasil", "Outcome"), width=4),
    )
    rows = [_row(pathway, place, each) for place, each in enumerate(pathway.actions, start=1)]
    return Table(columns, (*rows, _whole(pathway, activity, amount)))


def _row(pathway: Pathway, place: int, action: Action) -> tuple[Cell, ...]:
    return (
        (same(str(place)),),
        (_words(action),),
        (_money(action.amount),),
        _indicators(pathway, IndicatorLevel.OUTPUT, action.key),
        _indicators(pathway, IndicatorLevel.OUTCOME, action.key),
    )


def _whole(pathway: Pathway, activity: Text, amount: Rupiah) -> tuple[Cell, ...]:
    known = [each.amount for each in pathway.actions if each.amount is not None]
    words = [_WHOLE.filled(activity=activity)]
    if known and len(known) < len(pathway.actions):
        words.append(_PARTLY.filled(known=total(known)))
    elif known and total(known) != amount:
        words.append(_OTHER.filled(known=total(known)))
    return (
        (),
        tuple(words),
        (_money(amount),),
        _indicators(pathway, IndicatorLevel.OUTPUT, None),
        _indicators(pathway, IndicatorLevel.OUTCOME, None),
    )


def _words(action: Action) -> Text:
    if not action.answers:
        return same(action.text)
    return Text("{text} (menjawab {keys})", "{text} (answers {keys})").filled(
        text=action.text, keys=", ".join(f"[{key}]" for key in action.answers)
    )


def _money(amount: Rupiah | None) -> Text:
    return NOTHING if amount is None else Text("{a}", "{a}").filled(a=amount)


def _indicators(pathway: Pathway, level: IndicatorLevel, key: int | None) -> Cell:
    """The indicators of one level that belong to an action, or to none that still is there."""
    keys = {action.key for action in pathway.actions}
    found = (
        course_words(pathway, each)
        for each in pathway.indicators
        if each.level is level and _belongs(each, keys) == key
    )
    return tuple(found) or (NOTHING,)


def _belongs(indicator: Indicator, keys: set[int]) -> int | None:
    return indicator.action_key if indicator.action_key in keys else None


_WHOLE = Text("Seluruh sub kegiatan {activity}", "The whole sub-activity {activity}")
_PARTLY = Text(
    "Biaya aksi yang ditulis: {known}; sisanya belum dibagi menurut aksi.",
    "Written down for actions: {known}; the rest is not divided over the actions.",
)
_OTHER = Text("Biaya semua aksi bersama: {known}.", "The actions together: {known}.")
