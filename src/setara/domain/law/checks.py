"""Everything that must not be in the shipped law, looked for at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.resources.abc import Traversable

from setara.domain.law.forms import read_forms
from setara.domain.law.glossary import read_terms
from setara.domain.law.nomenclature import read_activities
from setara.domain.law.parameters import read_parameters
from setara.domain.law.places import read_places
from setara.domain.law.regulations import read_register
from setara.domain.law.source import DATA, MalformedLaw


def faults(root: Traversable = DATA) -> tuple[str, ...]:
    """One line for each file that cannot be trusted; none where all can."""
    return tuple(_faults(root))


def _faults(root: Traversable) -> Iterator[str]:
    try:
        regulations = frozenset(each.key for each in read_register(root))
    except MalformedLaw as fault:
        # Without a register nothing else can be judged by its citation.
        yield str(fault)
        return
    readers: tuple[Callable[[], object], ...] = (
        lambda: read_parameters(root, regulations),
        lambda: read_forms(root, regulations),
        lambda: read_terms(root),
        lambda: read_places(root),
        lambda: read_activities(root, 0),
    )
    for read in readers:
        try:
            read()
        except MalformedLaw as fault:
            yield str(fault)
