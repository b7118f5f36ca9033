"""The practice year: who opens one, who may play which seat in it."""

from __future__ import annotations

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.seat import SeatKind
from setara.domain.foundation.verdict import ALLOWED, Verdict, first_refusal, refused

# Seats that do not manage persons nor read the audit trail: whoever plays one sees no more of the
# government than every seat does.
PLAYABLE = frozenset(
    {
        SeatKind.FOCAL_POINT,
        SeatKind.AGENCY_HEAD,
        SeatKind.TECHNICAL_TEAM,
        SeatKind.GENDER_CHAMPION,
        SeatKind.DRIVER_SUBSTANCE,
        SeatKind.DRIVER_PLANNING,
        SeatKind.DRIVER_FINANCE,
        SeatKind.DRIVER_ASSURANCE,
    }
)


def may_open(by: Actor, *, is_open: bool) -> Verdict:
    """Opening is the secretariat's; one practice year at a time, and none within another."""
    return first_refusal(
        by.may(Permission.MANAGE_SEATS), _outside(by), _ALREADY if is_open else ALLOWED
    )


def may_close(by: Actor, *, is_open: bool) -> Verdict:
    """Closing is the secretariat's, from among the real records."""
    return first_refusal(
        by.may(Permission.MANAGE_SEATS), _outside(by), ALLOWED if is_open else _NONE
    )


def may_enter(by: Actor, *, is_open: bool) -> Verdict:
    """Everyone with a seat in the government may practise."""
    return first_refusal(by.may(Permission.READ_RECORDS), ALLOWED if is_open else _NONE)


def may_play(kind: SeatKind, by: Actor) -> Verdict:
    """In practice a person may sit in another's seat, to learn what that seat does."""
    if not by.is_practising:
        return _NOT_PRACTISING
    return ALLOWED if kind in PLAYABLE else _NOT_PLAYABLE


def _outside(by: Actor) -> Verdict:
    return _WITHIN if by.is_practising else ALLOWED


_ALREADY = refused(
    "Tahun latihan sudah dibuka. Tutup dahulu bila ingin mulai dari salinan baru.",
    "A practice year is open already. Close it first to begin with a new copy.",
)
_NONE = refused(
    "Belum ada tahun latihan. Sekretariat Pokja PUG dapat membukanya.",
    "There is no practice year. The secretariat of the working group can open one.",
)
_WITHIN = refused(
    "Anda sedang berlatih. Keluar dahulu dari tahun latihan.",
    "You are practising. Leave the practice year first.",
)
_NOT_PRACTISING = refused(
    "Memerankan kedudukan lain hanya mungkin di tahun latihan.",
    "Playing another seat is possible in the practice year only.",
)
_NOT_PLAYABLE = refused(
    "Kedudukan ini tidak dapat diperankan, karena membuka data orang atau jejak audit.",
    "This seat cannot be played, because it opens data on persons or the audit trail.",
)
