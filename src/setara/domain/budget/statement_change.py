"""A statement (GBS) whose budget has changed since: what is said of it, and its change (perubahan).

A GBS perubahan follows the change of the budget in the third quarter (Permendagri 77/2020, article
not verified); the statement it changes stays as it was, marked as changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from setara.domain.budget.statement import Statement, may_draw_up, may_tie
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.verdict import Verdict, first_refusal, refused
from setara.domain.language.text import Text


class LineChange(StrEnum):
    """What became of the sub kegiatan of a statement in its agency's latest budget."""

    LATEST = "latest"
    SAME = "same"
    UP = "up"
    DOWN = "down"
    GONE = "gone"

    @property
    def label(self) -> Text:
        """In both languages."""
        return CHANGE_LABELS[self]

    @property
    def differs(self) -> bool:
        """Whether the statement no longer says what the budget does."""
        return self in (LineChange.UP, LineChange.DOWN, LineChange.GONE)


CHANGE_LABELS = {
    LineChange.LATEST: Text("anggaran terbaru", "latest budget"),
    LineChange.SAME: Text("pagu tetap", "budget unchanged"),
    LineChange.UP: Text("pagu naik", "budget raised"),
    LineChange.DOWN: Text("pagu turun", "budget cut"),
    LineChange.GONE: Text("sub kegiatan hilang", "sub-activity gone"),
}


@dataclass(frozen=True, slots=True)
class LineStanding:
    """The money a statement states, and that of its sub kegiatan in the agency's latest budget.

    `now_in` is None where the statement is tied to that budget itself; `now` is None where the
    sub kegiatan is not in it, which is not the same as no money.
    """

    stated: Rupiah
    stated_in: Text
    now: Rupiah | None = None
    now_in: Text | None = None
    line_id: int | None = None

    @property
    def change(self) -> LineChange:
        """What became of it."""
        if self.now_in is None:
            return LineChange.LATEST
        if self.now is None:
            return LineChange.GONE
        if self.now == self.stated:
            return LineChange.SAME
        return LineChange.UP if self.now > self.stated else LineChange.DOWN

    @property
    def difference(self) -> Rupiah | None:
        """How much more there is now; None where there is nothing to compare."""
        return None if self.now is None else self.now - self.stated

    @property
    def words(self) -> Text:
        """One sentence on it."""
        return _SENTENCES[self.change].filled(
            stated=self.stated,
            stated_in=self.stated_in,
            now=self.now or Rupiah(0),
            now_in=self.now_in or self.stated_in,
            step=Rupiah(abs((self.difference or Rupiah(0)).amount)),
        )


@dataclass(frozen=True, slots=True)
class Changing:
    """What the rule on a GBS perubahan must know besides the statement itself.

    `is_approved` whether the earlier one was approved, `is_changed` whether there is a change of
    it already.
    """

    standing: LineStanding
    is_approved: bool
    is_changed: bool


def may_change(statement: Statement, changing: Changing, by: Actor) -> Verdict:
    """Whether a GBS perubahan can be drawn up: the budget differs, and the earlier one holds.

    One that was never approved is corrected instead. `statement` bears the new line.
    """
    change = changing.standing.change
    if changing.is_changed:
        return _ALREADY
    if change is LineChange.GONE:
        return refused(
            "Sub kegiatan ini tidak ada lagi dalam {book}; tidak ada pagu yang dapat dinyatakan.",
            "This sub-activity is no longer in {book}; there is no money to state.",
            book=changing.standing.now_in,
        )
    if not change.differs:
        return _NO_DIFFERENCE
    if not changing.is_approved:
        return _CORRECT_INSTEAD
    return first_refusal(may_draw_up(statement.pathway, by), may_tie(statement))


_SENTENCES = {
    LineChange.LATEST: Text(
        "GBS ini memakai anggaran terbaru ({stated_in}).",
        "This GBS is on the latest budget ({stated_in}).",
    ),
    LineChange.SAME: Text(
        "Pagu dalam {now_in} sama dengan dalam {stated_in}: {stated}.",
        "The budget in {now_in} is the same as in {stated_in}: {stated}.",
    ),
    LineChange.UP: Text(
        "Pagu berubah dari {stated} ({stated_in}) menjadi {now} ({now_in}): naik {step}.",
        "The budget changed from {stated} ({stated_in}) to {now} ({now_in}): up by {step}.",
    ),
    LineChange.DOWN: Text(
        "Pagu berubah dari {stated} ({stated_in}) menjadi {now} ({now_in}): turun {step}.",
        "The budget changed from {stated} ({stated_in}) to {now} ({now_in}): down by {step}.",
    ),
    LineChange.GONE: Text(
        "Sub kegiatan ini tidak ada dalam {now_in}. Dalam {stated_in} pagunya {stated}; itu bukan "
        "berarti sekarang Rp0.",
        "This sub-activity is not in {now_in}. In {stated_in} it had {stated}; that does not mean "
        "it has Rp0 now.",
    ),
}
_ALREADY = refused(
    "GBS perubahan sudah disusun dari GBS ini.", "A changed GBS was drawn up from this one already."
)
_NO_DIFFERENCE = refused(
    "Pagunya tidak berubah, jadi tidak perlu GBS perubahan.",
    "Its budget has not changed, so no changed GBS is needed.",
)
_CORRECT_INSTEAD = refused(
    "GBS ini belum disetujui: pilih saja baris anggaran yang baru pada GBS ini.",
    "This GBS is not approved yet: choose the new budget line in it instead.",
)
