"""Words two texts have in common, by their stems: enough to see what they are about."""

from __future__ import annotations

import re

_WORD = re.compile(r"[a-z]{3,}")
_FILLERS = """
dan yang untuk dengan dari pada dalam oleh atau para bagi ini itu ada tidak belum masih lebih sudah
akan agar juga serta adalah karena sebagai secara dapat antara per jumlah data tahun perempuan laki
kegiatan sub program orang persen persentase gender
"""
_STOP = frozenset(_FILLERS.split())
_BEFORE = re.compile(r"^(?:me(?:ny|ng|n|m)?|pe(?:ny|ng|n|m|r)?|ber|ter|di|ke|se)(?=[a-z]{4,})")
_AFTER = re.compile(r"(?<=[a-z]{4})(?:annya|an|kan|nya|i)$")
_SHORT = 5


def stems(text: str) -> set[str]:
    """The words of a text cut to what they share with their relatives: `pelatihan`, `dilatih`."""
    return {_stem(word) for word in _WORD.findall(text.casefold()) if word not in _STOP}


def overlap(one: str, other: str) -> int:
    """How many stems two texts share."""
    return len(stems(one) & stems(other))


def _stem(word: str) -> str:
    return _AFTER.sub("", _BEFORE.sub("", word))[:_SHORT]
