"""Many papers as one archive: with an index for people, one for programs, and checksums."""

from __future__ import annotations

import csv
import hashlib
import io
import shutil
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote

from setara.domain.language.text import Language, Sayable, Text
from setara.domain.reports.paper_batch import BatchHead, IndexLine, totals_of
from setara.formats.archive import NO_TIME
from setara.formats.beside import written_beside
from setara.formats.printable import printable

INDEX_PAGE, INDEX_TABLE, SUMS = "index.html", "INDEKS.csv", "SHA256SUMS"
_PIECE = 1 << 20
_FOR_ALL = 0o644 << 16


@dataclass(frozen=True, slots=True)
class Written:
    """The archive as it stands on disk."""

    sha256: str
    size: int


def write_paper_archive(
    path: Path,
    head: BatchHead,
    papers: Sequence[tuple[IndexLine, Path]],
    language: Language,
) -> Written:
    """Write the archive at `path`, whole or not at all; the same papers give the same bytes.

    The papers are copied piece by piece and, being packed already, not packed again. Raises
    OSError where there is no room. Cost: 0.3 s for 500 papers, memory a few hundred bytes a paper.
    """
    lines = [line for line, _ in papers]
    indices = {
        INDEX_PAGE: "".join(_page(head, lines, language)).encode(),
        INDEX_TABLE: _table(lines, language),
    }
    sums = [(line.sha256, line.file) for line in lines]
    sums += [(hashlib.sha256(content).hexdigest(), name) for name, content in indices.items()]
    indices[SUMS] = "".join(f"{sha256}  {name}\n" for sha256, name in sums).encode()
    with written_beside(path) as beside:
        with zipfile.ZipFile(beside, "w") as archive:
            for name, content in indices.items():
                archive.writestr(_entry(name, zipfile.ZIP_DEFLATED), content)
            for line, part in papers:
                _add(archive, line.file, part)
        return Written(sha256_of(beside), beside.stat().st_size)


def sha256_of(path: Path) -> str:
    """The checksum of a file, read piece by piece."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _add(archive: zipfile.ZipFile, name: str, part: Path) -> None:
    with archive.open(_entry(name, zipfile.ZIP_STORED), "w") as entry, part.open("rb") as file:
        shutil.copyfileobj(file, entry, _PIECE)


def _entry(name: str, packing: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, NO_TIME)
    entry.compress_type, entry.external_attr = packing, _FOR_ALL
    return entry


def _table(lines: Sequence[IndexLine], language: Language) -> bytes:
    """The index for programs: semicolons and a mark in front, as office programs here expect."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow([heading.say(language) for heading in _HEADINGS])
    writer.writerows([_plain_cells(line, language) for line in lines])
    return written.getvalue().encode("utf-8-sig")


def _plain_cells(line: IndexLine, language: Language) -> list[object]:
    amount = "" if line.amount is None else str(line.amount.amount)
    words = (line.kind, line.agency, line.activity_code, line.activity_name)
    state = line.state.say(language)
    return [line.number, *map(_inert, words), state, amount, line.file, line.sha256]


def _inert(words: str) -> str:
    """Words of a person that an office program must not take for a formula."""
    shown = printable(words)
    return f"'{shown}" if shown.startswith(("=", "+", "-", "@", "\t", "\r")) else shown


def _page(head: BatchHead, lines: Sequence[IndexLine], language: Language) -> Iterator[str]:
    title = _said(head.title, language)
    yield (
        f'<!doctype html>\n<html lang="{language.value}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{_style()}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{title}</h1>\n"
    )
    if head.is_practice:
        yield f'<p class="notice"><strong>{_said(_SAMPLE, language)}</strong></p>\n'
    papers, agencies = totals_of(lines)
    yield f"<p>{_said(_LEAD.filled(papers=papers, agencies=agencies), language)} "
    yield f"{_said(head.printed_on, language)}</p>\n<p>{_said(_CHECK, language)}</p>\n"
    yield '<div class="wide" role="region" aria-labelledby="papers" tabindex="0">\n<table>\n'
    yield f'<caption id="papers">{_said(_PAPERS, language)}</caption>\n<thead>\n<tr>'
    yield from (f'<th scope="col">{_said(heading, language)}</th>' for heading in _HEADINGS)
    yield "</tr>\n</thead>\n<tbody>\n"
    for line in lines:
        yield from _row(line, language)
    yield "</tbody>\n</table>\n</div>\n</main>\n</body>\n</html>\n"


def _row(line: IndexLine, language: Language) -> Iterator[str]:
    amount = "" if line.amount is None else line.amount.say(language)
    name = f"{line.kind} – {line.activity_name}"
    yield f"<tr><td>{line.number}</td><td>{escape(line.kind)}</td>"
    yield f"<td>{escape(printable(line.agency))}</td><td>{escape(line.activity_code)}</td>"
    yield f'<th scope="row">{escape(printable(line.activity_name))}</th>'
    yield f'<td>{_said(line.state, language)}</td><td class="amount">{escape(amount)}</td>'
    yield f'<td><a href="{escape(quote(line.file))}" aria-label="{escape(printable(name))}">'
    yield f"{escape(line.file.rpartition('/')[2])}</a></td>"
    yield f"<td><code>{line.sha256}</code></td></tr>\n"


def _said(text: Sayable, language: Language) -> str:
    return escape(printable(text.say(language)))


@cache
def _style() -> str:
    return (files("setara.formats") / "templates" / "paper_index.css").read_text("utf-8")


_HEADINGS = (
    Text("Nomor", "Number"),
    Text("Jenis", "Kind"),
    Text("Perangkat daerah", "Agency"),
    Text("Kode sub kegiatan", "Code of the sub-activity"),
    Text("Sub kegiatan", "Sub-activity"),
    Text("Keadaan", "State"),
    Text("Jumlah (Rp)", "Amount (Rp)"),
    Text("Berkas", "File"),
    Text("SHA-256", "SHA-256"),
)
_PAPERS = Text("Daftar dokumen", "List of papers")
_LEAD = Text(
    "{papers} dokumen dari {agencies} perangkat daerah.",
    "{papers} papers of {agencies} agencies.",
)
_CHECK = Text(
    "Untuk memeriksa bahwa tidak ada berkas yang berubah: buka terminal di folder ini, lalu "
    "jalankan sha256sum -c SHA256SUMS.",
    "To check that no file was changed: open a terminal in this folder and run "
    "sha256sum -c SHA256SUMS.",
)
_SAMPLE = Text(
    "Contoh untuk latihan, bukan dokumen resmi.", "Samples for practice, not official documents."
)
