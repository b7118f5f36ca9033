"""The page on what two versions differ in within one sub kegiatan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.http import Http404, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from setara.domain.budget.differences import Change
from setara.domain.budget.line_differences import PartDifference
from setara.domain.budget.reading.line import Amount
from setara.domain.foundation.money import Rupiah
from setara.domain.language.text import Text, same
from setara.usecases.budget.line_differences import ActivityDifference, activity_difference
from setara.web.shell.request import Request

MOST_SHOWN = 500
_LONGEST_ID = 15
_NOT_TOLD = Text(
    "Berkas {version} tidak memuat rincian sub kegiatan ini; semua rincian tampak {change}.",
    "The file of the {version} has no lines within this sub-activity; all lines look {change}.",
)
_NOT_ALL = Text(
    "Rincian berjumlah {lines}, sedangkan sub kegiatan {whole}: berkas aslinya memang berbeda.",
    "The lines come to {lines} and the sub-activity to {whole}: the files themselves differ.",
)


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """An account or a line with its money; `change` is None for accounts."""

    name: str
    account: str
    change: Text | None
    before: Rupiah | Decimal
    after: Rupiah | Decimal
    amount: Rupiah | Decimal

    @property
    def text(self) -> str:
        """What the line says, its account where it says nothing."""
        return self.name or self.account


@dataclass(frozen=True, slots=True)
class WithinPage:
    """A sub kegiatan in two versions; `not_shown` lines are left out, unchanged ones first."""

    title: Text
    answer: ActivityDifference
    back_url: str
    accounts: tuple[MoneyRow, ...]
    lines: tuple[MoneyRow, ...]
    not_shown: int
    notes: tuple[Text, ...]


@require_safe
def within(request: Request, agency: str, code: str) -> HttpResponse:
    """The lines of one sub kegiatan in two versions side by side."""
    before, after = request.GET.get("dari", ""), request.GET.get("ke", "")
    if not (_is_id(before) and _is_id(after)):
        raise Http404
    answer = activity_difference(
        by=request.actor,
        before_id=int(before),
        after_id=int(after),
        agency=agency,
        code=code,
        today=timezone.localdate(),
    )
    return TemplateResponse(request, "budget/difference_within.html", {"page": _page(answer)})


def _is_id(raw: str) -> bool:
    return raw.isdecimal() and len(raw) <= _LONGEST_ID


def _page(answer: ActivityDifference) -> WithinPage:
    # Hundreds of lines that stay the same would bury those that changed.
    changed = sorted(answer.lines, key=lambda each: each.change is Change.SAME)
    query = f"?dari={answer.before.version_id}&ke={answer.after.version_id}"
    return WithinPage(
        title=same(answer.line.shown.name),
        answer=answer,
        back_url=reverse("budget:difference") + query,
        accounts=tuple(
            MoneyRow(
                each.name, each.account, None, *map(_said, (each.before, each.after, each.amount))
            )
            for each in answer.accounts
        ),
        lines=tuple(map(_row, changed[:MOST_SHOWN])),
        not_shown=max(len(changed) - MOST_SHOWN, 0),
        notes=tuple(_notes(answer)),
    )


def _row(found: PartDifference) -> MoneyRow:
    shown = found.shown
    before = found.before.amount if found.before else 0
    after = found.after.amount if found.after else 0
    return MoneyRow(
        shown.text if shown else "",
        shown.account if shown else "",
        found.change.label,
        *map(_said, (before, after, found.amount)),
    )


def _notes(answer: ActivityDifference) -> Iterator[Text]:
    sides = ((answer.before, Change.NEW), (answer.after, Change.GONE))
    for (version, change), is_told in zip(sides, answer.is_told, strict=True):
        if not is_told and answer.lines:
            yield _NOT_TOLD.filled(version=version.stage.name, change=change.label)
    lines = sum((each.after for each in answer.accounts), start=0)
    whole = answer.line.after.amount if answer.line.after else None
    if all(answer.is_told) and answer.lines and whole is not None and _far(lines, whole):
        yield _NOT_ALL.filled(lines=_said(lines), whole=whole)


def _far(lines: Amount, whole: Rupiah) -> bool:
    """A sub kegiatan is in whole rupiah, its lines may have sen."""
    return not -1 < lines - whole.amount < 1


def _said(amount: Amount) -> Rupiah | Decimal:
    """Whole rupiah as such; with sen as the number it is."""
    return Rupiah(int(amount)) if amount == int(amount) else Decimal(amount)
