"""A round of data collection in a real browser: filled in on a phone, read on the board."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reading import barriers, sign_in

PAGES = (
    "/permintaan/",
    "/permintaan/papan/",
    "/permintaan/1/",
    "/permintaan/1/elemen/?kelompok=KS",
    "/permintaan/baru/",
    "/isian/1/",
    "/isian/1/EK01/",
    "/ketersediaan/",
    "/ketersediaan/KS15/",
)
PHONE = {"width": 390, "height": 844}


def test_a_focal_point_fills_a_table_in_on_a_phone(page: Page):
    page.set_viewport_size(PHONE)
    sign_in(page, "nur@contoh.setara.id")
    page.goto("/isian/")
    assert barriers(page) == []
    page.get_by_role("link", name="Isi sekarang").click()
    assert barriers(page) == []
    page.get_by_role("link", name="Peternak penerima bantuan").click()
    assert barriers(page) == []

    page.get_by_label("laki-laki Kuaro").fill("1.021")
    page.get_by_label("perempuan Kuaro").fill("tiga")
    page.get_by_role("button", name="Simpan", exact=True).click()
    expect(page.get_by_text("“tiga” tidak terbaca sebagai angka").first).to_be_visible()
    assert barriers(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]

    page.get_by_label("perempuan Kuaro").fill("3")
    page.get_by_label("Sel lain yang masih kosong").select_option("none_exists")
    page.get_by_role("button", name="Simpan dan lanjut").click()
    expect(page.get_by_text("20 dari 20 sel tabel ini terisi.")).to_be_visible()
    page.get_by_role("button", name="Kirim kepada Sekretariat").click()
    expect(page.get_by_text("Isian dikirim kepada Sekretariat Pokja PUG.")).to_be_visible()


@pytest.mark.parametrize("width", [390, 1280])
def test_the_pages_of_a_round_hold_no_barrier(page: Page, width: int):
    page.set_viewport_size({"width": width, "height": 900})
    sign_in(page, "laila@contoh.setara.id")

    for address in PAGES:
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert barriers(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
