"""Words as they come out of a word processor: cleaned, joined to sentences, or split to rows."""

from __future__ import annotations

import re
import unicodedata

from setara.domain.language.text import Language, Text

MOST_CHARACTERS = 4_000
"""The longest text of one cell of a form; two printed pages."""


class TooLong(ValueError):
    """A text is longer than a cell takes; `reason` names both lengths."""

    def __init__(self, length: int, most: int) -> None:
        self.reason = Text(
            "Isian ini {length} karakter; paling banyak {most}. Ringkaslah, atau bagi menjadi "
            "beberapa baris. Yang diketik tidak hilang.",
            "This field has {length} characters; at most {most}. Shorten it, or divide it into "
            "rows. What was typed is not lost.",
        ).filled(length=length, most=most)
        super().__init__(self.reason.say(Language.ENGLISH))


# Word ends a cell by BEL, a page by FF, a line within a paragraph by VT; Unicode has two of its
# own.
_ENDS = re.compile(r"\r\n|[\r\x07\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# Blanks of another width, and those that forbid a break.
_BLANKS = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Marks that take no room (soft hyphen, joiners, directions, byte order), controls, halves of pairs.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u00ad\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffd\ud800-\udfff]"
)
_QUOTES = str.maketrans({"„": "“", "‟": "“", "‚": "‘", "‛": "‘", "´": "’", "`": "'", "″": "”"})
# Wingdings and Symbol put their bullets where Unicode has nothing of its own; `o` is Word's third.
_BULLET = re.compile(r"^(?:[•·●○▪▫■□◦‣⁃∙➢➤✓✔*\ue000-\uf8ff]\s*|[-–—]\s+|o\s{2,})")
_NUMBERED = re.compile(r"^\(?(\d{1,2}|[a-z])[.)]\s+(?=\S)")
_ONLY_A_NUMBER = re.compile(r"^\(?\d{1,3}[.)]?$")
_ENDS_A_SENTENCE = re.compile(r"[.!?:;…][”’\")]*$")
_SECOND = 2


def cleaned(raw: str) -> str:
    """The text with plain blanks and line ends, and without marks nobody sees.

    Tabs stay, for they part the cells of a pasted table. Letters are composed (NFC). Cleaning
    twice changes nothing.
    """
    text = _UNSEEN.sub("", _ENDS.sub("\n", raw))
    text = _BLANKS.sub(" ", unicodedata.normalize("NFC", text)).translate(_QUOTES)
    lines = (re.sub(r" {2,}", " ", line).strip(" ") for line in text.split("\n"))
    return "\n".join(lines).strip("\n ")


def sentence(raw: str, *, most: int = MOST_CHARACTERS) -> str:
    """The text on one line, the items of a pasted list parted by semicolons. Raises TooLong."""
    rows = rows_of(raw, most=len(raw) + 1)
    is_list = len(rows) > 1 and _is_list(cleaned(raw).split("\n"))
    words = (
        "; ".join(row.rstrip(" ;.,") for row in rows[:-1]) + f"; {rows[-1]}"
        if is_list
        else " ".join(rows)
    )
    return _short_enough(words, most)


def rows_of(raw: str, *, most: int = MOST_CHARACTERS) -> tuple[str, ...]:
    """The rows of a pasted list or table, each on one line, without bullets and empty rows.

    A number before a row is dropped only where the numbers run on from 1 or a, as in a list: a
    row that begins with a figure of its own keeps it. A line that goes on with a small letter
    where the last one ended without a stop belongs to it. Cells of one table row are joined by a
    dash, without its running number. Raises TooLong for a row of more than `most` characters.
    """
    lines = [line.strip() for line in cleaned(raw).split("\n")]
    lines = [line for line in lines if line]
    is_list, rows = _is_list(lines), list[str]()
    for line in lines:
        words, is_item = _without_mark(line, is_numbered=_run_on(lines))
        if not words:
            continue
        if rows and not is_item and (is_list or _goes_on(rows[-1], words)):
            rows[-1] = f"{rows[-1]} {words}"
        else:
            rows.append(words)
    return tuple(_short_enough(row, most) for row in rows)


def _goes_on(before: str, words: str) -> bool:
    return words[0].islower() and not _ENDS_A_SENTENCE.search(before)


def _without_mark(line: str, *, is_numbered: bool) -> tuple[str, bool]:
    cells = [cell.strip() for cell in line.split("\t") if cell.strip()]
    is_table_row = len(cells) > 1
    if is_table_row and _ONLY_A_NUMBER.match(cells[0]):
        cells = cells[1:]
    # A bullet that Word set before a tab is a cell of its own by now.
    first = _BULLET.sub("", cells[0]) if cells else ""
    is_bullet = bool(cells) and first != cells[0]
    if is_numbered:
        shorter = _NUMBERED.sub("", first)
        is_bullet, first = is_bullet or shorter != first, shorter
    kept = [cell for cell in (first, *cells[1:]) if cell]
    return " – ".join(kept), is_table_row or is_bullet


def _run_on(lines: list[str]) -> bool:
    """Whether the lines are numbered 1, 2, 3 or a, b, c."""
    found = [each[1] for line in lines if (each := _NUMBERED.match(line))]
    if len(found) < _SECOND:
        return False
    if all(each.isdecimal() for each in found):
        return [int(each) for each in found] == list(range(1, len(found) + 1))
    return found == [chr(ord("a") + place) for place in range(len(found))]


def _is_list(lines: list[str]) -> bool:
    """Whether at least two lines bear a bullet, or numbers that run on."""
    lines = [line.strip() for line in lines]
    bullets = sum(bool(_BULLET.match(line)) for line in lines)
    return bullets >= _SECOND or _run_on(lines)


def _short_enough(words: str, most: int) -> str:
    if len(words) > most:
        raise TooLong(len(words), most)
    return words
