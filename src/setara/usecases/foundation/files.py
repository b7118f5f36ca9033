"""Files that are handed in: kept byte for byte, once."""

from __future__ import annotations

import hashlib
from datetime import datetime

from django.utils.timezone import localtime

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.verdict import refused, require
from setara.store.models import ReceivedFileRecord
from setara.usecases.foundation.access import government_of


def keep_file(*, by: Actor, at: datetime, name: str, content: bytes) -> ReceivedFileRecord:
    """Keep a file inside the running command's transaction; the command leaves the event.

    Raises Refused where the same bytes were handed in before, naming when and by whom.
    """
    earlier = _kept(by, content)
    if earlier is not None:
        require(
            refused(
                "Berkas ini sudah pernah diterima sebagai “{name}” pada {at} dari {who}.",
                "This file was received before, as “{name}” on {at} from {who}.",
                name=earlier.name,
                at=localtime(earlier.received_at),
                who=earlier.received_from,
            )
        )
    return ReceivedFileRecord.objects.create(
        government_id=government_of(by),
        name=name,
        sha256=_sha256(content),
        content=content,
        received_at=at,
        received_from=by.name,
    )


def kept_file(*, by: Actor, at: datetime, name: str, content: bytes) -> ReceivedFileRecord:
    """As `keep_file`, for what may be handed in again: the file that is there is used anew."""
    return _kept(by, content) or keep_file(by=by, at=at, name=name, content=content)


def _kept(by: Actor, content: bytes) -> ReceivedFileRecord | None:
    known = ReceivedFileRecord.objects.filter(
        government_id=government_of(by), sha256=_sha256(content)
    )
    return known.defer("content").first()


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
