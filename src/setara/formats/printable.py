"""Words as any paper can hold them: readable characters stay, the rest goes or is repaired."""

from __future__ import annotations

import re

from setara.domain.language.text import Language, Text

# What Word leaves in text copied out of it: bullets of its symbol fonts, in the private range.
_SYMBOLS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "›", "\uf0fc": "✓", "\uf02d": "–"}
# Bytes of the Windows code page that somebody read as Latin-1 (`\x96` for a dash).
_MISREAD = {chr(byte): bytes([byte]).decode("cp1252", "ignore") for byte in range(0x80, 0xA0)}
_BREAKS = {"\x0b": "\n", "\x0c": "\n", "\u2028": "\n", "\u2029": "\n"}
_REPAIRED = str.maketrans(_SYMBOLS | _MISREAD | _BREAKS)
# Neither XML nor PDF holds controls, halves of characters and non-characters; marks that turn
# the reading direction would let a paper show another order than the one that was signed.
_UNHOLDABLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)


def printable(words: str) -> str:
    """The words without what XML and PDF cannot hold; line ends are `\\n`."""
    unified = words.replace("\r\n", "\n").replace("\r", "\n")
    return _UNHOLDABLE.sub("", unified.translate(_REPAIRED))


def said(text: Text | None, language: Language) -> str:
    """The text in one language, printable; nothing says nothing."""
    return printable(text.say(language)) if text else ""
