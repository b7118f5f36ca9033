"""A book is tagged by keys alone in a real browser, and taken back with one."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reading import barriers, sign_in

SCREEN = "/anggaran/1/penandaan/"


def test_a_line_is_found_chosen_tagged_and_undone_by_keys(page: Page):
    sign_in(page, "rina@contoh.setara.id")
    page.goto(SCREEN)
    assert barriers(page) == []
    page.keyboard.press("?")
    expect(page.get_by_text("pilih atau lepas baris")).to_be_visible()
    assert barriers(page) == []

    page.keyboard.press("/")
    page.keyboard.type("UMKM")
    page.keyboard.press("Enter")
    expect(page.locator("[data-tag-row]")).to_have_count(1)
    page.keyboard.press("j")
    expect(page.locator("[data-tag-row]")).to_be_focused()
    page.keyboard.press("x")
    expect(page.get_by_text("1 baris dipilih")).to_be_visible()
    page.keyboard.press("x")
    expect(page.get_by_text("1 baris dipilih")).to_be_hidden()

    # With nothing chosen the number takes the line one is at.
    page.keyboard.press("3")
    expect(page.get_by_label("Kategori ARG")).to_have_value("3")
    expect(page.get_by_text("1 baris dipilih")).to_be_visible()
    page.keyboard.type("Melatih aparatur")
    page.keyboard.press("Escape")
    expect(page.locator("[data-tag-row]")).to_be_focused()
    page.get_by_label("Untuk pelembagaan").select_option("capacity")
    page.get_by_label("Alasan", exact=True).press("Enter")
    expect(page.get_by_text("1 baris ditandai")).to_be_visible()
    assert barriers(page) == []

    page.keyboard.press("u")
    expect(page.get_by_text("1 baris ditandai")).to_have_count(0)
    expect(page.get_by_text("belum bertanda").last).to_be_visible()


@pytest.mark.parametrize("width", [390, 1280])
def test_the_pages_of_tagging_hold_no_barrier_and_no_sideways_scroll(page: Page, width: int):
    page.set_viewport_size({"width": width, "height": 900})
    sign_in(page, "dian@contoh.setara.id")
    page.goto(SCREEN)
    line = str(page.locator("[data-tag-row] th a").first.get_attribute("href"))

    for address in (SCREEN, line, f"{SCREEN}jendela/"):
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert barriers(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
