"""All indices Setara computes, by name."""

from __future__ import annotations

from setara.domain.indices.definition import Index
from setara.domain.indices.eige import EIGE
from setara.domain.indices.gdi import GDI
from setara.domain.indices.gggi import GGGI, GGGI_SUBINDICES
from setara.domain.indices.gii import GII
from setara.domain.indices.gpi import ADJUSTED_GPI, GPI
from setara.domain.indices.hdi import HDI
from setara.domain.indices.idg import IDG
from setara.domain.indices.ihdi import IHDI
from setara.domain.indices.ikg import IKG
from setara.domain.indices.ipg import IPG
from setara.domain.indices.ipg_until_2013 import IPG_UNTIL_2013
from setara.domain.indices.ipm import IPM

INDICES = (
    IPM,
    IPG,
    IDG,
    IKG,
    HDI,
    IHDI,
    GDI,
    GII,
    GGGI,
    GGGI_SUBINDICES,
    EIGE,
    GPI,
    ADJUSTED_GPI,
    IPG_UNTIL_2013,
)
"""In the order they are listed."""


class NoSuchIndex(KeyError):
    """No index has that name; `known` are those that exist."""

    def __init__(self, key: str) -> None:
        self.known = tuple(index.key for index in INDICES)
        super().__init__(f"there is no index {key}; known: {', '.join(self.known)}")


def index_named(key: str) -> Index:
    """The index of that name. Raises NoSuchIndex."""
    for index in INDICES:
        if index.key == key:
            return index
    raise NoSuchIndex(key)
