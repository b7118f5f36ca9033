"""Indices as data: a definition file says what is averaged how, and becomes an ordinary index.

    index = composite_from(Path("kota.toml").read_text("utf-8"), "kota.toml")
    computed(index, {"labour_female": 48, "labour_male": 84, …}).explain()

The format is described in docs/how-to/write-your-own-index.md.
"""

from setara.domain.indices.composite.faults import DefinitionFault, FaultyDefinition
from setara.domain.indices.composite.reading import composite_from

__all__ = ["DefinitionFault", "FaultyDefinition", "composite_from"]
