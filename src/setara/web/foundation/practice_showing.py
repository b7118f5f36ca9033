"""The practice year as its page shows it."""

from __future__ import annotations

from dataclasses import dataclass

from setara.domain.language.text import Text
from setara.usecases.foundation.practice_queries import PracticeAnswer
from setara.web.foundation.practice_forms import PlayForm

TITLE = Text("Tahun latihan", "Practice year")
LEAD = Text(
    "Salinan semua catatan pemerintah daerah untuk berlatih: menulis GAP, mengajukan dan "
    "meninjau GBS, mencetak, rapat. Isinya tidak pernah bercampur dengan catatan sebenarnya.",
    "A copy of all the government's records to practise on: writing a GAP, handing in and "
    "reviewing a GBS, printing, meeting. It never mixes with the real records.",
)


@dataclass(frozen=True, slots=True)
class PracticePage:
    """The practice year: what it is, and what the reader may do about it."""

    title: Text
    lead: Text
    answer: PracticeAnswer
    play_form: PlayForm


def practice_page(answer: PracticeAnswer, form: PlayForm | None = None) -> PracticePage:
    """The page, with the form as it was sent where it was refused."""
    return PracticePage(TITLE, LEAD, answer, form or PlayForm(seats=answer.seats))
