"""Files handed in as gzip, unpacked within bounds."""

from __future__ import annotations

import zlib

from setara.formats.tables import DAMAGED, GROWS, MOST_UNPACKED, Unreadable

_MAGIC = b"\x1f\x8b"
_WITH_HEADER = 16 + zlib.MAX_WBITS


def ungzipped(name: str, content: bytes) -> bytes:
    """What a gzip file holds; any other content as it is.

    Raises Unreadable for what is damaged or grows beyond what is opened.
    """
    if not content.startswith(_MAGIC):
        return content
    opener = zlib.decompressobj(_WITH_HEADER)
    try:
        unpacked = opener.decompress(content, MOST_UNPACKED)
    except zlib.error as error:
        raise Unreadable(DAMAGED, name=name) from error
    if opener.unconsumed_tail:
        raise Unreadable(GROWS, name=name, most=MOST_UNPACKED // 1024**2)
    if not opener.eof:
        raise Unreadable(DAMAGED, name=name)
    return unpacked
