"""Whether the money of the actions (column 7) fits the sub kegiatan's budget."""

from __future__ import annotations

from collections.abc import Iterator

from setara.domain.budget.finding import Finding, note, warning
from setara.domain.budget.pathway import Pathway
from setara.domain.foundation.money import Rupiah, total
from setara.domain.language.text import Text


def money_findings(pathway: Pathway, budget: Rupiah | None) -> Iterator[Finding]:
    """GAP-19 and GAP-20: actions have money, and no more of it than there is.

    `budget` is what the sub kegiatan has; None where it is not known. GAP-19 warns where some
    actions have money and others have none, and only remarks where a budget is there and no
    action has any.
    """
    texts = [action for action in pathway.actions if action.text.strip()]
    known = [action.amount for action in texts if action.amount is not None]
    if known and len(known) < len(texts):
        values = {"without": len(texts) - len(known), "actions": len(texts)}
        yield warning("GAP-19", 7, _SOME_WITHOUT.filled(**values), _GIVE_MONEY)
    elif texts and not known and budget is not None and budget.amount > 0:
        yield note("GAP-19", 7, _ALL_WITHOUT.filled(budget=budget), _GIVE_MONEY)
    if budget is not None and known and total(known).amount > budget.amount:
        values_of = {"sum": total(known), "budget": budget}
        yield warning("GAP-20", 7, _MORE_THAN_THERE_IS.filled(**values_of), _FIT)


_SOME_WITHOUT = Text(
    "{without} dari {actions} aksi belum mempunyai anggaran, sedangkan yang lain sudah.",
    "{without} of {actions} actions have no money yet, while others do.",
)
_ALL_WITHOUT = Text(
    "Belum ada aksi yang mempunyai anggaran, sedangkan sub kegiatannya beranggaran {budget}.",
    "No action has money yet, while the sub-activity has {budget}.",
)
_GIVE_MONEY = Text(
    "Tulis anggaran setiap aksi dari rinciannya dalam RKA; tulis Rp0 jika memang tanpa biaya.",
    "Write each action's money from its lines in the RKA; write Rp0 where it costs nothing.",
)
_MORE_THAN_THERE_IS = Text(
    "Anggaran semua aksi berjumlah {sum}, melebihi anggaran sub kegiatan {budget}.",
    "The actions add up to {sum}, more than the {budget} of the sub-activity.",
)
_FIT = Text(
    "Hitung hanya komponen dalam sub kegiatan ini, atau perbaiki angkanya.",
    "Count only components of this sub-activity, or correct the amounts.",
)
