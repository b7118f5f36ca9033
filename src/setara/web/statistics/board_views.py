"""Views on the board of a call and on the inventory of what exists by sex."""

from __future__ import annotations

from functools import partial
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from setara.domain.language.text import Text
from setara.domain.statistics.submission import Availability
from setara.usecases.statistics.board import board as board_of
from setara.usecases.statistics.inventory import (
    InventoryAnswer,
    say_availability,
)
from setara.usecases.statistics.inventory import (
    inventory as inventory_of,
)
from setara.web.foundation.acting import done, status_of
from setara.web.shell.pages import Crumb
from setara.web.shell.request import Request
from setara.web.statistics.collecting_pages import (
    AvailabilityPage,
    BoardPage,
    InventoryFilter,
    InventoryPage,
)
from setara.web.statistics.submission_forms import AvailabilityForm

BOARD = Text("Papan kelengkapan data", "Board of completeness")
BOARD_LEAD = Text(
    "Siapa sudah menjawab, seberapa lengkap, dan seberapa terlambat.",
    "Who has answered, how completely, and how late.",
)
INVENTORY = Text("Ketersediaan data terpilah", "Availability of data by sex")
INVENTORY_LEAD = Text(
    "Apa yang tersedia terpilah, apa yang belum, dan siapa harus berbuat apa.",
    "What is available by sex, what is not, and who must do what next.",
)
UNSAID = Text("belum dinyatakan", "not said yet")
ALL = Text("semua", "all")
SAID = Text("Ketersediaan {code} dicatat.", "The availability of {code} was recorded.")
_UNSAID = "belum"


@require_safe
def board(request: Request, call_id: int | None = None) -> HttpResponse:
    """The board of a call, or of the newest one."""
    found = board_of(by=request.actor, today=timezone.localdate(), call_id=call_id)
    page = BoardPage(BOARD, BOARD_LEAD, found)
    return TemplateResponse(request, "statistics/board.html", {"page": page})


@require_safe
def inventory(request: Request) -> HttpResponse:
    """The elements by availability, of one producer where one is chosen."""
    wanted, agency = request.GET.get("keadaan", ""), request.GET.get("produsen", "")
    chosen = Availability(wanted) if wanted in list(Availability) else None
    agency_id = int(agency) if agency.isdecimal() else None
    found = inventory_of(
        by=request.actor,
        today=timezone.localdate(),
        availability=chosen,
        is_unsaid=wanted == _UNSAID,
        agency_id=agency_id,
    )
    page = InventoryPage(
        title=INVENTORY,
        lead=INVENTORY_LEAD,
        inventory=found,
        filters=_filters(found, wanted, agency),
        agency_id=agency_id,
        chosen=chosen,
    )
    return TemplateResponse(request, "statistics/inventory.html", {"page": page})


def _filters(found: InventoryAnswer, wanted: str, agency: str) -> tuple[InventoryFilter, ...]:
    kept = {"produsen": agency} if agency else {}
    ways = [(ALL, "", found.all)]
    ways += [
        (kind.label if kind else UNSAID, kind.value if kind else _UNSAID, count)
        for kind, count in found.counts
    ]
    return tuple(
        InventoryFilter(
            label=label,
            query=f"?{urlencode(kept | ({'keadaan': value} if value else {}))}",
            count=count,
            is_here=value == wanted,
        )
        for label, value, count in ways
    )


@require_http_methods(["GET", "HEAD", "POST"])
def availability(request: Request, element_code: str) -> HttpResponse:
    """Say whether an element exists by sex."""
    found = inventory_of(by=request.actor, today=timezone.localdate())
    line = next((each for each in found.lines if each.element.code == element_code), None)
    if line is None:
        raise Http404
    initial = {"availability": line.availability, "note": line.note}
    form = AvailabilityForm(request.POST or None, initial=initial)
    act = partial(say_availability, by=request.actor, at=timezone.now(), element_code=element_code)
    if done(request, form, act, SAID.filled(code=element_code)):
        return redirect("statistics:inventory")
    crumbs = (Crumb(INVENTORY, reverse("statistics:inventory")), Crumb(line.element.name))
    page = AvailabilityPage(line.element.name, crumbs, line, form)
    status = status_of(form)
    return TemplateResponse(request, "statistics/availability.html", {"page": page}, status=status)
