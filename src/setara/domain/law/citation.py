"""Where a statement of the law was read, and how far it may be trusted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from setara.domain.language.text import Text
from setara.domain.law.source import Table, UncitedLaw


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


def citations(where: str, table: Table) -> tuple[Citation, ...]:
    """The sources of an entry: `sources = ["words https://address", …]`.

    Raises UncitedLaw where there is none.
    """
    sources = table.get("sources")
    if not sources or not all(isinstance(source, str) and source.strip() for source in sources):
        raise UncitedLaw(where, "no source is named")
    return tuple(_citation(source) for source in sources)


def _citation(source: str) -> Citation:
    words, _, rest = source.partition("http")
    return Citation(words.strip(" ,;"), f"http{rest}".strip()) if rest else Citation(source.strip())
