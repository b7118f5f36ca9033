"""What moves an index: exact answers about any index of the registry, by recomputing it."""

from setara.domain.indices.levers.levelling import Lever, levers, levers_reading

__all__ = ["Lever", "levers", "levers_reading"]
