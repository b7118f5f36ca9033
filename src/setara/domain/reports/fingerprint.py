"""The fingerprint of what a paper says: of the record, whatever file it is printed as."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

SHORT = 12
"""How many characters of the hash are printed; they name a version, they do not prove it."""
ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Letters and digits that are not mistaken for one another when typed from paper."""
GROUPS, GROUP = 4, 4


def fingerprint(record: Mapping[str, object]) -> str:
    """SHA-256 of the record as JSON with its keys in order; it takes JSON values only."""
    canonical = json.dumps(record, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def short(content_hash: str) -> str:
    """The part of a hash that is printed."""
    return content_hash[:SHORT]


def print_code(random: bytes) -> str:
    """A print's code from 16 random bytes: four groups of four, about 78 bits.

    Raises ValueError for fewer bytes.
    """
    if len(random) < GROUPS * GROUP:
        message = f"{len(random)} random bytes, {GROUPS * GROUP} needed"
        raise ValueError(message)
    number = int.from_bytes(random)
    letters = []
    for _ in range(GROUPS * GROUP):
        number, place = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[place])
    return "-".join(
        "".join(letters[start : start + GROUP]) for start in range(0, GROUPS * GROUP, GROUP)
    )


def typed_code(words: str) -> str:
    """A code as somebody typed it from paper, in the form it is kept in."""
    letters = [each for each in words.upper() if each.isalnum()]
    return "-".join(
        "".join(letters[start : start + GROUP]) for start in range(0, len(letters), GROUP)
    )
