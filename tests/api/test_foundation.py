"""Programs read agencies and places with the rights of the person signed in."""

from datetime import date

import pytest

from setara.usecases.foundation.agencies import rename_agency
from tests.makers import AT, agency_of

pytestmark = pytest.mark.django_db


def test_agencies_of_the_own_government_only(ask, cast):
    answer = ask("/foundation/agencies", who=cast.sari)

    assert answer.status_code == 200
    assert [agency["code"] for agency in answer.json()] == [
        "1.01",
        "1.02",
        "2.08",
        "5.01",
        "5.02",
        "6.01",
    ]
    assert ask("/foundation/agencies", who=cast.maya).json() == []


def test_an_agency_is_called_what_it_was_called_on_the_day(ask, cast):
    rename_agency(
        by=cast.dian,
        at=AT,
        agency_id=agency_of(cast.sari),
        name="Dinas Kesehatan dan KB",
        short_name="Dinkes KB",
        valid_from=date(2025, 3, 1),
    )

    def name(day):
        agencies = ask("/foundation/agencies", who=cast.sari, on=day).json()
        return next(agency["name"] for agency in agencies if agency["code"] == "1.02")

    assert name("2025-02-28") == "Dinas Kesehatan"
    assert name("2025-03-01") == "Dinas Kesehatan dan KB"


def test_a_place_comes_with_its_line_and_its_counts(ask, cast):
    answer = ask("/foundation/places/64.01", who=cast.sari).json()

    assert answer["place"]["kind_words"] == {"id": "kabupaten", "en": "regency"}
    assert [place["code"] for place in answer["above"]] == ["ID", "64"]
    assert len(answer["children"]) == 10
    assert {"kind": "desa", "number": 139} in answer["counts"]


@pytest.mark.parametrize("code", ["11.01", "enam"])
def test_a_place_that_is_not_kept_is_not_found(ask, cast, code):
    answer = ask(f"/foundation/places/{code}", who=cast.sari)

    assert answer.status_code == 404
    assert code in answer.json()["error"]["id"]
    assert code in answer.json()["error"]["en"]


@pytest.mark.parametrize("path", ["/foundation/agencies", "/foundation/places/64.01"])
def test_nobody_signed_in_is_told_so_in_json(ask, cast, path):
    answer = ask(path)

    assert answer.status_code == 401
    assert answer.json() == {
        "error": {"id": "Silakan masuk terlebih dahulu.", "en": "Please sign in first."}
    }


def test_a_day_that_is_none_is_named(ask, cast):
    answer = ask("/foundation/agencies", who=cast.sari, on="kemarin")

    assert answer.status_code == 422
    assert answer.json()["error"]["en"] == "The value of on cannot be read."
