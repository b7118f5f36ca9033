"""Everything that must not be in the shipped law, looked for at once."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources.abc import Traversable

from setara.domain.law.forms import read_forms
from setara.domain.law.glossary import read_terms
from setara.domain.law.nomenclature import read_editions
from setara.domain.law.parameters import read_parameters
from setara.domain.law.places import read_places
from setara.domain.law.regulations import Regulation, Scope, read_register
from setara.domain.law.source import DATA, GatheringJudge, MalformedLaw
from setara.domain.law.validity import Dated


def faults(root: Traversable = DATA) -> tuple[str, ...]:
    """One line for each entry that cannot be trusted; none where all can."""
    judge = GatheringJudge()
    register = {each.key: each for each in read_register(root, judge)}
    if judge.found:
        # Without a sound register nothing else can be judged by its citation.
        return _lines(judge)
    regulations = frozenset(register)
    parameters = read_parameters(root, regulations, judge)
    forms = read_forms(root, regulations, judge)
    read_terms(root, judge)
    read_places(root, judge)
    read_editions(root, judge)
    for key, values in parameters.items():
        for value in values:
            with judge.entry():
                _check_first_day(f"parameters: {key}", value, value.regulation, register)
    for form in forms:
        with judge.entry():
            _check_first_day(f"forms: {form.key}", form, form.regulation, register)
    return _lines(judge)


def _check_first_day(
    where: str, dated: Dated, key: str, register: Mapping[str, Regulation]
) -> None:
    """What a regulation says cannot hold before its year.

    A technical standard may speak about data older than itself, as BPS's method of 2014 does.
    """
    cited = register[key]
    if cited.scope is not Scope.TECHNICAL and dated.valid_from.year < cited.year:
        raise MalformedLaw(where, f"holds from {dated.valid_from}, before {cited.name} was made")


def _lines(judge: GatheringJudge) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(str, judge.found)))
