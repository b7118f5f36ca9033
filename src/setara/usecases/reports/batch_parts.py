"""Printed papers kept by the hash of their content, so that none is set twice."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, replace
from pathlib import Path

from setara.domain.language.text import Language
from setara.domain.reports.outline import Outline
from setara.formats.beside import written_beside
from setara.formats.docx import docx
from setara.formats.paper_archive import sha256_of
from setara.formats.pdf import pdf
from setara.formats.spelled import spelled
from setara.usecases.reports.papers import PaperFormat

_EDITION = 1
"""Goes up where the same record is to be set anew because papers are to look different."""


@dataclass(frozen=True, slots=True)
class Part:
    """One printed paper on disk."""

    path: Path
    sha256: str


@dataclass(slots=True)
class Parts:
    """The papers in a folder; each file is called by what it holds and by its own checksum.

    A file that was cut off when the machine stopped does not match its name, and goes.
    """

    folder: Path
    form: PaperFormat
    language: Language
    set_now: int = 0
    _kept: dict[str, Part] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        for path in sorted(self.folder.iterdir()):
            key, _, named = path.stem.partition("-")
            sha256 = sha256_of(path)
            if named == sha256:
                self._kept[key] = Part(path, sha256)
            else:
                path.unlink(missing_ok=True)

    def printed(self, outline: Outline) -> Part:
        """The paper as a file: the one that is there, or set now. Raises OSError."""
        key = self._key(outline)
        if key not in self._kept:
            self._kept[key] = self._written(key, outline)
            self.set_now += 1
        return self._kept[key]

    def drop_all_but(self, parts: list[Part]) -> None:
        """Drop the papers that no record stands behind any more."""
        wanted = {part.path for part in parts}
        for part in [each for each in self._kept.values() if each.path not in wanted]:
            part.path.unlink(missing_ok=True)

    def _key(self, outline: Outline) -> str:
        # The footer says where the audit trail stood, which moves with every deed of anybody.
        words = spelled(replace(outline, footer=None), self.language)
        canonical = json.dumps([_EDITION, self.form.value, words], sort_keys=True)
        return hashlib.sha256(canonical.encode()).hexdigest()

    def _written(self, key: str, outline: Outline) -> Part:
        write = pdf if self.form is PaperFormat.PDF else docx
        content = write(outline, self.language)
        sha256 = hashlib.sha256(content).hexdigest()
        path = self.folder / f"{key}-{sha256}.{self.form.value}"
        with written_beside(path) as beside:
            beside.write_bytes(content)
        return Part(path, sha256)
