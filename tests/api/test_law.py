"""Programs read the law without signing in, and see how well it is known."""

import pytest

from setara.domain.law.regulations import register

pytestmark = pytest.mark.django_db


def test_the_whole_register_is_open(ask):
    answer = ask("/law/regulations")

    assert answer.status_code == 200
    assert [each["key"] for each in answer.json()] == [each.key for each in register()]
    assert {each["verified"] for each in answer.json()} == {True, False}


def test_the_register_is_narrowed_by_state_and_scope(ask):
    answer = ask("/law/regulations", state="replaced", scope="national")

    assert answer.json()
    assert {(each["state"], each["scope"]) for each in answer.json()} == {("replaced", "national")}


def test_one_regulation_comes_with_relations_and_sources(ask):
    answer = ask("/law/regulations/permendagri-15-2008").json()

    assert answer["amended_by"] == ["permendagri-67-2011"]
    assert set(answer["title"]) == {"id", "en"}
    assert answer["sources"]


def test_an_unknown_regulation_is_not_found(ask):
    answer = ask("/law/regulations/permendagri-0-1900")

    assert answer.status_code == 404
    assert "not in the register" in answer.json()["error"]["en"]
    assert "tidak ada dalam register" in answer.json()["error"]["id"]


def test_a_state_that_is_none_is_named(ask):
    answer = ask("/law/regulations", state="kuno")

    assert answer.status_code == 422
    assert "state" in answer.json()["error"]["id"]
