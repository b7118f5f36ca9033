"""Money of a budget file that stands at no activity, so that no line of it is kept."""

from __future__ import annotations

from setara.domain.budget.reading.findings import Fault, ReadingFinding
from setara.domain.budget.reading.line import added, whole
from setara.domain.budget.reading.reading import BudgetReading
from setara.domain.budget.severity import Severity
from setara.domain.foundation.money import Rupiah
from setara.domain.language.text import Text


def outside_findings(book: BudgetReading) -> tuple[ReadingFinding, ...]:
    """A warning where the expenditure of the file is more than that of its activities.

    Old books put belanja tidak langsung at no kegiatan, and some print programmes without any.
    """
    kept = added(line.amount or 0 for line in book.activities)
    left = Rupiah(whole(book.amount) - whole(kept))
    if not book.activities or left.amount <= 0:
        return ()
    message = _OUTSIDE.filled(left=left, whole=Rupiah(whole(book.amount)))
    return (ReadingFinding(Fault.OUTSIDE_ACTIVITIES, Severity.WARNING, 0, "", message, _KNOW_IT),)


_OUTSIDE = Text(
    "{left} dari {whole} dalam berkas ini tidak berada pada kegiatan mana pun, misalnya belanja "
    "tidak langsung atau program tanpa kegiatan. Jumlah itu tidak ikut dalam pagu versi ini.",
    "{left} of the {whole} in this file stand at no activity: indirect expenditure, for instance, "
    "or a programme without activities. They are not in the budget of this version.",
)
_KNOW_IT = Text(
    "Terima peringatan ini bila memang demikian; penyebut ARG tahun itu tanpa jumlah tersebut.",
    "Accept the warning where that is right; the denominators of that year are without them.",
)
