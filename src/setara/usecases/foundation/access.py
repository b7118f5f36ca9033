"""Nothing is loaded without asking whose it is; what is not the actor's is not there."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Model, QuerySet

from setara.domain.foundation.actor import Actor
from setara.domain.language.text import Language, Text

M = TypeVar("M", bound=Model)

CHANGED_MEANWHILE = Text(
    "Orang lain baru saja mengubah data ini. Muat ulang halaman, lalu periksa kembali.",
    "Someone else has just changed this. Reload the page and check again.",
)
"""What a command says whose conditional update met no row in the state it had read."""


class NotFound(Exception):
    """No such thing for this actor, whether it does not exist or is somebody else's."""

    def __init__(self, what: Text) -> None:
        self.reason = Text(
            "{what} tidak ditemukan. Mungkin tautannya keliru, atau isinya bukan untuk Anda.",
            "{what} was not found. The link may be wrong, or the content is not for you.",
        ).filled(what=what)
        super().__init__(self.reason.say(Language.ENGLISH))


def government_of(by: Actor) -> int:
    """The id of the government the actor belongs to. Raises NotFound for one without."""
    if by.government_id is None:
        raise NotFound(Text("Pemerintah daerah", "The government"))
    return by.government_id


def account_of(by: Actor) -> int:
    """The id of the account the actor is signed in with. Raises NotFound for one without."""
    if by.account_id is None:
        raise NotFound(Text("Akun", "The account"))
    return by.account_id


def visible(by: Actor, rows: QuerySet[M], *, through: str = "government") -> QuerySet[M]:
    """The rows of the actor's government; none for an actor without one.

    `through` is the path from the row to its government.
    """
    if by.government_id is None:
        return rows.none()
    return rows.filter(**{through: by.government_id})


def one(by: Actor, rows: QuerySet[M], pk: int, *, what: Text, through: str = "government") -> M:
    """The row `pk` where the actor may see it. Raises NotFound, naming `what`, otherwise."""
    found = visible(by, rows, through=through).filter(pk=pk).first()
    if found is None:
        raise NotFound(what)
    return found
