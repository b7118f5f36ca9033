"""A code on paper: well-formed, scannable, with room around it."""

from __future__ import annotations

from xml.etree import ElementTree

from setara.formats.qr import qr_svg
from tests.documents.papers import CHECK_URL


def test_a_code_is_an_svg_with_a_quiet_zone_on_white():
    root = ElementTree.fromstring(qr_svg(CHECK_URL))
    ground, modules = root.iter("{http://www.w3.org/2000/svg}path")

    assert ground.get("fill") == "#fff"
    assert modules.get("stroke") == "#16302b"
    assert ground.get("d").startswith("M0 0h")
    assert modules.get("d").startswith("M2 2.5")


def test_the_same_address_gives_the_same_code():
    assert qr_svg(CHECK_URL) == qr_svg(CHECK_URL)
    assert qr_svg(CHECK_URL) != qr_svg(CHECK_URL + "x")
