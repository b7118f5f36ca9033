"""Outlines are taken whole or refused with the reason, matched to places, and thinned to draw."""

from __future__ import annotations

import math
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.statistics import boundary
from setara.domain.statistics.boundary import (
    BadBoundaries,
    as_geometry,
    boundaries,
    centre_of,
    outline_of,
    span_of,
    thinned,
)

PLACES = {"64.01.01": "Batu Sopang", "64.01.05": "Kuaro"}


def square(east: float = 0.0, size: float = 1.0) -> list[list[float]]:
    corners = [(0, 0), (size, 0), (size, size), (0, size), (0, 0)]
    return [[east + x, float(y)] for x, y in corners]


def collection(*features: dict[str, Any]) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features)}


def feature(properties: dict[str, Any], **geometry: Any) -> dict[str, Any]:
    usual = {"type": "Polygon", "coordinates": [square()]}
    return {"type": "Feature", "properties": properties, "geometry": usual | geometry}


@pytest.mark.parametrize(
    "properties",
    [
        {"kode": "64.01.05"},
        {"CODE": "64.01.05", "name": "somewhere"},
        {"nama": "kuaro"},
        {"WADMKC": "Kecamatan Kuaro"},
        {"kode": "999", "nama": "KUARO"},
    ],
)
def test_a_feature_is_matched_by_its_code_or_its_name(properties):
    found = boundaries(collection(feature(properties)), PLACES)

    assert [each.place_code for each in found.boundaries] == ["64.01.05"]
    assert found.unknown == ()


def test_a_feature_that_is_no_place_of_ours_is_named():
    found = boundaries(
        collection(
            feature({"kode": "64.99.01", "nama": "Jauh"}), feature({}), feature({"nama": "Kuaro"})
        ),
        PLACES,
    )

    assert found.unknown == ("64.99.01 Jauh", "#2")
    assert len(found.boundaries) == 1


def test_several_polygons_and_holes_are_kept():
    parts = [[square(), square(0.25, 0.5)], [square(3)]]
    found = boundaries(
        collection(feature({"nama": "Kuaro"}, type="MultiPolygon", coordinates=parts)), PLACES
    )
    outline = found.boundaries[0].outline

    assert [len(polygon) for polygon in outline] == [2, 1]
    assert outline_of(as_geometry(outline)) == outline


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (None, "FeatureCollection"),
        ([], "FeatureCollection"),
        ({"features": []}, "FeatureCollection"),
        ({"features": ["x"]}, "FeatureCollection"),
        (collection(feature({"nama": "Kuaro"}, type="Point", coordinates=[1, 2])), "no polygon"),
        (collection({"properties": {}, "geometry": None}), "no polygon"),
        (collection(feature({}, coordinates=[])), "no polygon"),
        (collection(feature({}, coordinates=[square()[:3]])), "not closed"),
        (collection(feature({}, coordinates=[[*square()[:-1], [9.0, 9.0]]])), "not closed"),
        (collection(feature({}, coordinates=[[[500000.0, 9800000.0]] * 4])), "off the earth"),
        (collection(feature({}, coordinates=[[[math.nan, 0.0]] * 4])), "off the earth"),
        (collection(feature({}, coordinates=[[["1", "2"]] * 4])), "off the earth"),
        (collection(feature({}, coordinates=[[[1.0]] * 4])), "off the earth"),
        (collection(feature({"nama": "Kuaro"}), feature({"kode": "64.01.05"})), "twice"),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_the_reason(data, says):
    with pytest.raises(BadBoundaries, match=says):
        boundaries(deepcopy(data), PLACES)


def test_too_many_positions_are_refused(monkeypatch):
    monkeypatch.setattr(boundary, "MOST_POSITIONS", 9)

    with pytest.raises(BadBoundaries, match="more than 9"):
        boundaries(collection(feature({"nama": "Kuaro"}), feature({"nama": "x"})), PLACES)


def test_a_name_is_written_at_the_centre_of_the_largest_part():
    outline = outline_of(
        {"type": "MultiPolygon", "coordinates": [[square(9, 0.5)], [square(2, 4)]]}
    )

    assert centre_of(outline) == pytest.approx((4.0, 2.0))
    assert span_of([outline]) == pytest.approx(7.5)


def test_an_outline_without_area_still_has_a_place_for_its_name():
    flat = outline_of(
        {"type": "Polygon", "coordinates": [[[1.0, 1.0], [2.0, 2.0], [1.0, 1.0], [1.0, 1.0]]]}
    )

    assert centre_of(flat) == (1.0, 1.0)


@given(st.integers(min_value=8, max_value=400), st.floats(min_value=0, max_value=3))
def test_a_thinned_ring_stays_closed_and_keeps_its_shape(corners, tolerance):
    turns = [math.tau * at / corners for at in range(corners)]
    ring = [[math.cos(turn), math.sin(turn)] for turn in turns]
    outline = outline_of({"type": "Polygon", "coordinates": [[*ring, ring[0]]]})
    found = thinned(outline, tolerance)[0][0]

    assert found[0] == found[-1]
    assert 4 <= len(found) <= corners + 1
    assert set(found) <= set(outline[0][0])
