"""The stations of the thread, from what was measured to what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from setara.domain.language.text import Text


class StationKind(StrEnum):
    """In the order in which the thread runs."""

    OBSERVATION = "observation"
    DISPARITY = "disparity"
    ISSUE = "issue"
    PATHWAY = "pathway"
    STATEMENT = "statement"
    DECISION = "decision"
    FOLLOW_UP = "follow_up"
    RESULT = "result"

    @property
    def label(self) -> Text:
        """What the station is called."""
        return LABELS[self]


LABELS = {
    StationKind.OBSERVATION: Text("Data terpilah", "Data by sex"),
    StationKind.DISPARITY: Text("Kesenjangan", "Disparity"),
    StationKind.ISSUE: Text("Isu gender", "Gender issue"),
    StationKind.PATHWAY: Text("GAP", "GAP"),
    StationKind.STATEMENT: Text("GBS dan ARG", "GBS and ARG"),
    StationKind.DECISION: Text("Keputusan rakor", "Meeting decision"),
    StationKind.FOLLOW_UP: Text("Tindak lanjut", "Follow-up"),
    StationKind.RESULT: Text("Hasil", "Result"),
}


@dataclass(frozen=True, slots=True)
class Station:
    """One record on the thread; an observation's and a disparity's id is their issue's.

    `is_of_plan` where a GAP is that of a plan document, which has ids of its own.
    """

    kind: StationKind
    subject_id: int
    is_of_plan: bool = False
