"""One word for one thing: a name the glossary gives exists, one it forbids does not."""

import importlib
import re
from collections import Counter

import pytest

from setara.domain.law import glossary
from tests.architecture.rules.names import WORD, identifiers
from tests.architecture.rules.reading import modules
from workshop.environment import ROOT

TERMS = glossary.terms()
GIVEN = sorted(each.identifier for each in TERMS if each.identifier)
FORBIDDEN = sorted({word for each in TERMS for word in each.forbidden})
# What the table of names and the field's own papers speak of, by key.
EXPECTED = """
pug pokja focal_point driver technical_team gender_champion opd gap disparity gbs arg kak ipg
idg ikg ipm rpjmd renstra rkpd renja rka dpa dppa access participation control benefit apkm
male female sk rtl evidence bappeda inspektorat bkad dp3a arg_target arg_equality
arg_institution responsive_share randa rencana_pokja sex_disaggregated plt rakor lke ape kla
drppa sipd pprg seat actor verdict issue
""".split()  # noqa: SIM905
# Names other rooms promised to keep.
PROMISED = [
    "setara.domain.foundation.seat.SeatKind.FOCAL_POINT",
    "setara.domain.foundation.seat.Seat",
    "setara.domain.foundation.agency.Agency",
    "setara.domain.foundation.actor.Actor",
    "setara.domain.foundation.verdict.Verdict",
    "setara.domain.foundation.sex.Sex.MALE",
    "setara.domain.foundation.sex.Sex.FEMALE",
    "setara.domain.statistics.disparity.Disparity",
    "setara.domain.statistics.observation.Observation",
    "setara.domain.statistics.issue.Issue",
    "setara.domain.indices.ipg",
    "setara.domain.budget.pathway.Pathway",
    "setara.domain.budget.pathway.Factor",
    "setara.domain.budget.statement.Statement",
    "setara.domain.budget.allocation.Allocation",
    "setara.domain.coordination.working_group.WorkingGroup",
    "setara.domain.coordination.meeting.Meeting",
    "setara.domain.coordination.follow_up.FollowUp",
]


def resolves(identifier: str) -> bool:
    """Whether a dotted name exists, as a module or as an attribute of one."""
    parts = identifier.split(".")
    for cut in range(len(parts), 0, -1):
        try:
            found: object = importlib.import_module(".".join(parts[:cut]))
        except ModuleNotFoundError:
            continue
        for part in parts[cut:]:
            if not hasattr(found, part):
                return False
            found = getattr(found, part)
        return True
    return False


@pytest.mark.parametrize("key", EXPECTED)
def test_a_word_of_the_field_is_explained(key):
    assert glossary.term(key).definition.id


@pytest.mark.parametrize("identifier", GIVEN)
def test_every_identifier_of_the_glossary_exists(identifier):
    assert resolves(identifier)


def test_a_name_stands_for_one_term():
    assert [name for name, times in Counter(GIVEN).items() if times > 1] == []


def test_promised_names_are_in_the_glossary():
    assert set(PROMISED) <= set(GIVEN)


def test_an_identifier_that_does_not_exist_is_noticed():
    assert not resolves("setara.domain.foundation.sex.Sex.NEITHER")
    assert not resolves("setara.nowhere")


def places_of_name(word: str) -> list[str]:
    """Where the code gives a name that is the word or has it as a part."""
    return [
        str(module.violation(line, name))
        for module in modules(ROOT)
        for line, name in identifiers(module)
        if word in {name.lower(), *map(str.lower, WORD.findall(name))}
    ]


@pytest.mark.parametrize("word", FORBIDDEN)
def test_a_forbidden_name_is_nowhere_in_the_code(word):
    assert places_of_name(word) == []


def test_a_name_in_the_code_is_noticed():
    assert any("pathway" in place for place in places_of_name("pathway"))


def test_forbidden_names_are_such_as_could_be_written():
    assert all(re.fullmatch(r"[a-z][a-z0-9]*", word) for word in FORBIDDEN)
    assert {"gap", "arg", "opd", "bappeda"} <= set(FORBIDDEN)


def test_a_term_stands_under_its_word_in_order():
    words = [each.term.id.lower() for each in TERMS]

    assert words == sorted(words)


def test_an_unknown_term_is_named():
    assert glossary.term("arg").term.id == "Anggaran responsif gender (ARG)"
    with pytest.raises(glossary.NoSuchTerm, match="xyz"):
        glossary.term("xyz")
