"""The words on the law answer without a database, and say how well they know."""

import pytest

from setara.cli.deeds import law as deeds
from setara.cli.word import DONE, REFUSED
from setara.domain.law.regulations import register


def test_the_shipped_law_holds_together(run):
    outcome = run("law", "check")

    assert outcome.status == DONE
    assert f"{len(register())} peraturan" in outcome.out


def test_a_faulty_file_is_named(run, monkeypatch):
    monkeypatch.setattr(deeds, "faults", lambda: ("forms/gbs.toml: no source is named",))

    outcome = run("law", "check", "--language", "en")

    assert outcome.status == REFUSED
    assert outcome.out == "forms/gbs.toml: no source is named\n"
    assert "1 law files cannot be trusted" in outcome.err


@pytest.mark.parametrize("regulation", register(), ids=lambda regulation: regulation.key)
def test_each_regulation_shows_its_state_its_confidence_and_its_sources(run, regulation):
    outcome = run("law", "show", regulation.key)

    assert outcome.status == DONE
    assert regulation.name in outcome.out
    assert ("BELUM TERVERIFIKASI" in outcome.out) is not regulation.verified
    assert outcome.out.count("sumber:") == len(regulation.sources)


def test_relations_are_named_in_words(run):
    outcome = run("law", "show", "permendagri-15-2008", "--language", "en")

    assert "amended by Permendagri 67/2011" in outcome.out


def test_a_key_nearly_right_is_put_right(run):
    outcome = run("law", "show", "permendagri-15-2009")

    assert outcome.status == REFUSED
    assert "tidak ada dalam register" in outcome.err
    assert "permendagri-15-2008" in outcome.err


def test_the_list_has_a_line_for_each_regulation(run):
    lines = run("law", "list").out.splitlines()

    assert len(lines) == len(register()) + 2
