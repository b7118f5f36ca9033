"""Words a person reads exist in two languages: none stands bare in a template."""

from __future__ import annotations

import re
from pathlib import Path

from tests.architecture.rules.reading import Violation, templates

# What is not text, most comprehensive first; each is blanked, lines are kept.
SILENT = (
    re.compile(r"{%\s*comment\b.*?{%\s*endcomment\s*%}", re.DOTALL),
    # Blocks whose content ends in an attribute that nobody reads.
    re.compile(r"{%\s*block\s+(?:theme|language)\s*%}.*?{%\s*endblock\b.*?%}", re.DOTALL),
    re.compile(r"{#.*?#}|{%.*?%}|{{.*?}}", re.DOTALL),
    re.compile(r"<!--.*?-->|<!doctype[^>]*>", re.DOTALL | re.IGNORECASE),
    re.compile(r"<(script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE),
)
TAG = re.compile(r"<[^>]*>", re.DOTALL)
SPOKEN_ATTRIBUTE = re.compile(
    r"\b(?:title|alt|placeholder|aria-label|aria-description|aria-valuetext|label|summary)"
    r"\s*=\s*(?:\"([^\"]*)\"|'([^']*)')",
    re.IGNORECASE,
)
ENTITY = re.compile(r"&#?\w+;")
WORD = re.compile(r"[^\W\d_]{2,}")
# A language is offered by its own name.
LANGUAGES = re.compile(r"\b(?:Bahasa Indonesia|English|ID|EN)\b")
SAME_IN_BOTH = {"Setara", "PUG", "GAP", "GBS", "ARG", "IPG", "PDF", "DOCX", "XLSX", "CSV", "QR"}


def word_violations(root: Path) -> list[Violation]:
    """Bare words in templates, between tags and in attributes that are shown or read aloud."""
    return [
        Violation(file.relative_to(root).as_posix(), line, f"bare words: {text!r}")
        for file in templates(root)
        for line, text in bare_words(file.read_text("utf-8"))
    ]


def bare_words(template: str) -> list[tuple[int, str]]:
    """Line and text of everything that a reader would meet in one language only."""
    for pattern in SILENT:
        template = pattern.sub(_blank, template)
    spoken = [
        (match.start(), match[1] or match[2] or "") for match in SPOKEN_ATTRIBUTE.finditer(template)
    ]
    between, start = TAG.sub(_blank, template), 0
    for line in between.splitlines(keepends=True):
        spoken.append((start, line.strip()))
        start += len(line)
    return [
        (template.count("\n", 0, position) + 1, text)
        for position, text in sorted(spoken)
        if set(WORD.findall(LANGUAGES.sub(" ", ENTITY.sub(" ", text)))) - SAME_IN_BOTH
    ]


def _blank(match: re.Match[str]) -> str:
    """Blanks and line ends of the same length, so that places stay true."""
    return re.sub(r"[^\n]", " ", match[0])
