"""What the frame itself needs to know of a page."""

from __future__ import annotations

from dataclasses import dataclass

from setara.domain.language.text import Text


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the path above a page; the last one, the page itself, has no `url`."""

    label: Text
    url: str | None = None
