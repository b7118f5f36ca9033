"""A printed paper read back: its words, its fonts, its sheets."""

from __future__ import annotations

import io
from typing import Any

import pypdf


def opened(content: bytes) -> pypdf.PdfReader:
    """The PDF, opened."""
    return pypdf.PdfReader(io.BytesIO(content))


def root_of(content: bytes) -> Any:
    """What the PDF says about itself as a whole."""
    return opened(content).trailer["/Root"]


def words_of(content: bytes) -> str:
    """All words of the paper, a blank between any two."""
    return " ".join(" ".join(page.extract_text() for page in opened(content).pages).split())


def squeezed(words: str) -> str:
    """The words without blanks: a narrow column may break a line anywhere."""
    return "".join(words.split())


def fonts_of(content: bytes) -> dict[str, bool]:
    """Every font by name, and whether its file lies in the PDF."""
    found: dict[str, bool] = {}
    for page in opened(content).pages:
        resources: Any = page["/Resources"]
        for font in resources.get("/Font", {}).values():
            for part in font.get_object().get("/DescendantFonts", [font]):
                about = part.get_object()["/FontDescriptor"]
                files = {"/FontFile", "/FontFile2", "/FontFile3"}
                found[str(about["/FontName"])] = bool(files & set(about))
    return found
