"""Where a statement of the law was read, and how far it may be trusted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from setara.domain.language.text import Text
from setara.domain.law.source import MalformedLaw, Table, UncitedLaw, names


class Mark(StrEnum):
    """How a statement came to be known; only QUOTED was seen in a source."""

    QUOTED = "Q"
    KNOWN = "K"
    COMPUTED = "C"

    @property
    def label(self) -> Text:
        """In both languages."""
        return LABELS[self]


LABELS = {
    Mark.QUOTED: Text("dibaca pada sumber yang disebut", "read in the source named"),
    Mark.KNOWN: Text(
        "pengetahuan penyusun, belum diverifikasi", "the compilers' knowledge, unverified"
    ),
    Mark.COMPUTED: Text("perhitungan atau simpulan penyusun", "the compilers' own inference"),
}


@dataclass(frozen=True, slots=True)
class Citation:
    """A source in words, with its address where it has one."""

    text: str
    url: str | None = None


_SOURCE = re.compile(r"(?P<text>.*?\S)(?:\s+(?P<url>https?://\S+))?", re.DOTALL)


def citations(where: str, table: Table) -> tuple[Citation, ...]:
    """The sources of an entry: `sources = ["words https://address", …]`, the address last.

    Raises UncitedLaw where there is none, MalformedLaw where an address stands among the words.
    """
    sources = names(where, table, "sources") if table.get("sources") else ()
    if not sources:
        raise UncitedLaw(where, "no source is named")
    return tuple(_citation(where, source.strip()) for source in sources)


def _citation(where: str, source: str) -> Citation:
    found = _SOURCE.fullmatch(source)
    if found is None or "://" in found["text"]:
        raise MalformedLaw(where, f"a source is words, then at most one address: “{source}”")
    return Citation(found["text"].rstrip(" ,;:"), found["url"])
