"""The inventory of data by sex: what exists, and who must do what next where it does not."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from setara.domain.language.text import Text
from setara.domain.statistics.submission import Availability


class NextMove(StrEnum):
    """What has to happen next to an element so that there are figures of both sexes."""

    NAME_PRODUCER = "name_producer"
    SAY_AVAILABILITY = "say_availability"
    ASK_FOR_IT = "ask_for_it"
    ANSWER_CALL = "answer_call"
    SPLIT_BY_SEX = "split_by_sex"
    BEGIN_COLLECTING = "begin_collecting"
    NOTHING = "nothing"

    @property
    def says(self) -> Text:
        """The move in words, in both languages."""
        return MOVES[self]

    @property
    def is_producers(self) -> bool:
        """Whether the producer must move; the secretariat otherwise."""
        return self in PRODUCERS_MOVES


MOVES = {
    NextMove.NAME_PRODUCER: Text("tetapkan produsen datanya", "name its producer"),
    NextMove.SAY_AVAILABILITY: Text(
        "nyatakan apakah datanya tersedia terpilah", "say whether it is available by sex"
    ),
    NextMove.ASK_FOR_IT: Text(
        "masukkan dalam permintaan data berikutnya", "put it in the next data call"
    ),
    NextMove.ANSWER_CALL: Text(
        "isi permintaan data yang sedang berjalan", "answer the open data call"
    ),
    NextMove.SPLIT_BY_SEX: Text(
        "tambahkan jenis kelamin pada formulir pencatatannya",
        "add sex to the form it is recorded on",
    ),
    NextMove.BEGIN_COLLECTING: Text(
        "sepakati dengan Wali Data cara mengumpulkannya",
        "agree with the data steward how to collect it",
    ),
    NextMove.NOTHING: Text("tidak ada yang perlu dilakukan", "nothing to do"),
}
PRODUCERS_MOVES = frozenset(
    {
        NextMove.SAY_AVAILABILITY,
        NextMove.ANSWER_CALL,
        NextMove.SPLIT_BY_SEX,
        NextMove.BEGIN_COLLECTING,
    }
)

_BY_WORD = {
    Availability.NOT_APPLICABLE: NextMove.NOTHING,
    Availability.NEEDS_SPLITTING: NextMove.SPLIT_BY_SEX,
    Availability.MISSING: NextMove.BEGIN_COLLECTING,
}


@dataclass(frozen=True, slots=True)
class InventoryFacts:
    """What is known of one element."""

    availability: Availability | None
    has_producer: bool
    has_figures: bool
    is_awaited: bool


def next_move(facts: InventoryFacts) -> NextMove:
    """The one thing to do next. What an open call waits for goes before everything else."""
    if facts.is_awaited:
        return NextMove.ANSWER_CALL
    if facts.availability in _BY_WORD:
        return _BY_WORD[facts.availability]
    if not facts.has_producer:
        return NextMove.NAME_PRODUCER
    if facts.availability is None:
        return NextMove.SAY_AVAILABILITY
    return NextMove.NOTHING if facts.has_figures else NextMove.ASK_FOR_IT
