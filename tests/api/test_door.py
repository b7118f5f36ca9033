"""The door describes itself, only opens inwards, and has no page that loads foreign scripts."""

import pytest

pytestmark = pytest.mark.django_db


def test_the_description_lists_reading_only(ask):
    paths = ask("/openapi.json").json()["paths"]

    assert "/api/v1/law/regulations" in paths
    assert {method for path in paths.values() for method in path} == {"get"}


@pytest.mark.parametrize("path", ["/docs", "/", "/law/nothing"])
def test_any_other_address_is_answered_in_json(ask, path):
    answer = ask(path)

    assert answer.status_code == 404
    assert set(answer.json()["error"]) == {"id", "en"}


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(client, method):
    assert getattr(client, method)("/api/v1/law/regulations").status_code == 405
