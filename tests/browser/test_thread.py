"""The thread in a real browser: from the front page to the printed GBS, each page scanned."""

from __future__ import annotations

import io

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from pypdf import PdfReader

from tests.browser.reading import barriers, sign_in

ISSUE = "Pengeluaran per kapita perempuan Paser hanya sekitar seperenam laki-laki"
STATIONS = (
    "Data terpilah",
    "Kesenjangan",
    "Isu gender",
    "GAP",
    "GBS dan ARG",
    "Keputusan rakor",
    "Tindak lanjut",
    "Hasil",
)


def test_from_the_front_page_to_the_printed_statement(page: Page, context: BrowserContext):
    page.goto("/")
    assert barriers(page) == []
    sign_in(page, "sari@contoh.setara.id")

    page.get_by_role("link", name=ISSUE).click()
    for number, station in enumerate(STATIONS, start=1):
        expect(page.get_by_role("heading", name=f"{number}. {station}")).to_be_visible()
    assert barriers(page) == []

    page.get_by_role("link", name="perempuan tertinggal").click()
    expect(page.get_by_text("19.600 ribu rupiah").first).to_be_visible()
    expect(page.get_by_role("img", name="Pengeluaran per kapita").first).to_be_visible()
    assert barriers(page) == []

    page.get_by_role("navigation", name="Benang").get_by_role(
        "link", name="Pengeluaran per kapita perempuan"
    ).click()
    expect(page.get_by_role("heading", level=1, name=ISSUE)).to_be_visible()
    assert barriers(page) == []

    strip = page.get_by_role("navigation", name="Benang")
    strip.get_by_role("link", name="Peningkatan Pemahaman").click()
    page.get_by_role("link", name="GAP yang mendasarinya").click()
    expect(page.get_by_role("heading", name="2. Data Pembuka Wawasan")).to_be_visible()
    assert barriers(page) == []

    page.get_by_role("link", name="GBS dari GAP ini").click()
    expect(page.get_by_text("Rp685.250.000").first).to_be_visible()
    assert barriers(page) == []

    address = page.get_by_role("link", name="Cetak GBS (PDF)").get_attribute("href")
    printed = context.request.get(str(address)).body()
    words = " ".join(leaf.extract_text() for leaf in PdfReader(io.BytesIO(printed)).pages)
    assert "Rp685.250.000" in words
    assert "BUKAN DOKUMEN RESMI" in words


def test_the_index_explains_itself(page: Page):
    sign_in(page, "dian@contoh.setara.id")
    page.goto("/ipg/")
    assert barriers(page) == []
    page.get_by_role("link", name="2021", exact=True).first.click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("71,19")
    expect(page.get_by_text("1.007.436").first).to_be_visible()
    assert barriers(page) == []


def test_a_decision_leads_to_the_two_agencies_that_follow_it_up(page: Page):
    sign_in(page, "hasan@contoh.setara.id")
    page.goto("/rakor/")
    page.get_by_role("link", name="Rapat koordinasi Pokja PUG (latihan)").click()
    expect(page.get_by_text("Perempuan 3, laki-laki 2").first).to_be_visible()
    assert barriers(page) == []

    page.get_by_role("link", name="Menyatukan jadwal").click()
    expect(page.get_by_text("DP2KBP3A").first).to_be_visible()
    expect(page.get_by_text("Disperindagkop UKM").first).to_be_visible()
    assert barriers(page) == []


def test_an_issue_is_raised_on_a_page_and_its_thread_breaks_where_nothing_follows(page: Page):
    sign_in(page, "dian@contoh.setara.id")
    page.goto("/data/PD10-RLS/64.01/2021/")
    page.get_by_label("Judul isu").fill("Perempuan bersekolah lebih pendek")
    page.get_by_role("button", name="Angkat menjadi isu").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("bersekolah lebih pendek")

    page.get_by_role("link", name="Lihat seluruh benang").click()
    expect(page.get_by_text("Belum ada GAP").first).to_be_visible()
    assert barriers(page) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["id", "en"])
def test_every_way_of_reading_is_open_to_all(page: Page, language: str, theme: str):
    sign_in(page, "wabup@contoh.setara.id")
    page.emulate_media(color_scheme=theme)
    page.locator(f"button[name=language][value={language}]").click()
    page.set_viewport_size({"width": 375, "height": 800})
    for place in ("/hari-ini/", "/benang/1/", "/gbs/1/", "/data/", "/pokja/", "/anggaran/1/"):
        page.goto(place)
        assert barriers(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 375


def test_what_is_not_there_is_said_in_the_readers_language(page: Page):
    sign_in(page, "sari@contoh.setara.id")
    answer = page.request.get("/gbs/999/")

    assert answer.status == 404
    assert "tidak ditemukan" in answer.text()
    assert "Traceback" not in answer.text()


def test_a_statement_goes_through_all_reviewers_to_its_lock(page: Page):
    gbs = "Penguatan Tata Kelola Kelembagaan Koperasi"
    for who in ("laila", "wati", "rina"):
        sign_in(page, f"{who}@contoh.setara.id")
        page.goto("/gbs/tinjauan/")
        assert barriers(page) == []
        page.get_by_role("link", name=gbs).click()
        assert barriers(page) == []
        page.get_by_role("button", name="Setujui").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(gbs)
        page.context.clear_cookies()

    sign_in(page, "joko@contoh.setara.id")
    page.goto("/gbs/tinjauan/")
    page.get_by_role("link", name=gbs).click()
    page.get_by_label("Catatan umum reviu").fill("CHR: sesuai (contoh)")
    page.get_by_role("button", name="Beri keyakinan").click()
    page.context.clear_cookies()

    sign_in(page, "dian@contoh.setara.id")
    page.goto("/gbs/tinjauan/")
    page.get_by_role("link", name=gbs).click()
    page.get_by_role("button", name="Kunci").click()
    expect(page.get_by_text("Dikunci oleh")).to_be_visible()
    assert barriers(page) == []
