"""Puts seats on their pages: the board, and one seat with everyone who ever sat in it."""

from __future__ import annotations

from datetime import timedelta

from django.urls import reverse

from setara.domain.foundation.period import Period
from setara.domain.foundation.seat import AGENCY_SEATS, Capacity, SeatKind
from setara.domain.language.text import Text, same
from setara.usecases.foundation.queries import SeatAnswer
from setara.usecases.foundation.seat_queries import BoardAnswer, SeatRoomAnswer
from setara.web.foundation.pages import PastLine, SeatGroup, SeatLine, SeatPage, SeatsPage
from setara.web.foundation.seat_forms import EndHoldingForm, FillSeatForm, RepresentSeatForm
from setara.web.shell.pages import Crumb

SEATS = Text("Kedudukan", "Seats")
LEAD = Text(
    "{filled} dari {all} kedudukan terisi; {acting} di antaranya oleh pelaksana tugas atau harian.",
    "{filled} of {all} seats are filled, {acting} of them by acting holders.",
)
WORKING_GROUP = Text("Pokja PUG", "Working group")
DRIVERS = Text("Tim penggerak PPRG", "Drivers of gender-responsive budgeting")
IN_AGENCIES = Text("Di perangkat daerah", "In the agencies")
DRIVER_KINDS = frozenset(
    {
        SeatKind.DRIVER_PLANNING,
        SeatKind.DRIVER_FINANCE,
        SeatKind.DRIVER_SUBSTANCE,
        SeatKind.DRIVER_ASSURANCE,
    }
)


def seats_page(answer: BoardAnswer) -> SeatsPage:
    """The board, in the order of the working group's decree."""
    filled = [seat for seat in answer.seats if seat.holder is not None]
    acting = [seat for seat in filled if seat.capacity is not Capacity.HOLDER]
    labels = (WORKING_GROUP, DRIVERS, IN_AGENCIES)
    groups = [
        SeatGroup(label, tuple(line_of(seat) for seat in answer.seats if _group(seat) is label))
        for label in labels
    ]
    return SeatsPage(
        title=SEATS,
        lead=LEAD.filled(filled=len(filled), all=len(answer.seats), acting=len(acting)),
        groups=tuple(group for group in groups if group.lines),
        without_focal_point=answer.without_focal_point,
        may_change=answer.may_change,
    )


def seat_page(
    room: SeatRoomAnswer,
    *,
    fill: FillSeatForm | None = None,
    end: EndHoldingForm | None = None,
    represent: RepresentSeatForm | None = None,
) -> SeatPage:
    """One seat; a form that was sent and refused stands in for the empty one."""
    title = same(room.seat.title)
    return SeatPage(
        title=title,
        lead=room.seat.kind.label,
        crumbs=(Crumb(SEATS, reverse("foundation:seats")), Crumb(title)),
        room=room,
        line=line_of(room.seat),
        terms=tuple(
            PastLine(each.person, each.capacity.label, days(each.term), each.decree_number)
            for each in room.terms
        ),
        representations=tuple(
            PastLine(each.person, same(each.occasion), days(each.term), "")
            for each in room.representations
        ),
        fill_form=fill or FillSeatForm(room=room),
        end_form=end or EndHoldingForm(),
        represent_form=represent or RepresentSeatForm(room=room),
    )


def line_of(seat: SeatAnswer) -> SeatLine:
    """A seat with its term in words."""
    return SeatLine(seat, days(seat.term) if seat.term else None)


def days(term: Period) -> Text:
    """A term by its first and its last day, as decrees have it."""
    if term.valid_to is None:
        return Text("sejak {first}", "since {first}").filled(first=term.valid_from)
    last = term.valid_to - timedelta(days=1)
    if last == term.valid_from:
        return Text("{day}", "{day}").filled(day=last)
    return Text("{first} s.d. {last}", "{first} to {last}").filled(first=term.valid_from, last=last)


def _group(seat: SeatAnswer) -> Text:
    if seat.kind in DRIVER_KINDS:
        return DRIVERS
    return IN_AGENCIES if seat.kind in AGENCY_SEATS else WORKING_GROUP
