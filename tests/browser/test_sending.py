"""A large file is sent, read and kept before the eyes of whoever waits."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.reading import barriers, sign_in

UPLOAD = "/anggaran/unggah/"
HEAD = "kode_skpd,nama_skpd,kode_sub_kegiatan,nama_sub_kegiatan,uraian,pagu\r\n"
ROW = '1.02,Dinas Kesehatan,1.02.02.2.02.{n:04},"Pelayanan {n}","Belanja {fill}",{amount}\r\n'


def a_file(folder: Path, amount: str = "1000000") -> Path:
    """About 5 MB in few lines, so that sending takes longer than reading."""
    path = folder / f"apbd-{amount}.csv"
    rows = (ROW.format(n=n, fill="x" * 5000, amount=amount) for n in range(1, 1000))
    path.write_text(HEAD + "".join(rows), encoding="utf-8", newline="")
    return path


def filled_in(page: Page, file: Path) -> None:
    sign_in(page, "rina@contoh.setara.id")
    page.goto(UPLOAD)
    page.get_by_label("Tahun anggaran").fill("2031")
    page.get_by_label("Tahap").select_option("RKA")
    page.get_by_label("Berkas anggaran", exact=True).set_input_files(file)


def slowly(page: Page) -> None:
    """As over a line of 1 MB/s."""
    page.context.new_cdp_session(page).send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": 5, "downloadThroughput": -1, "uploadThroughput": 1024**2},
    )


def test_a_file_is_seen_on_its_way_and_can_be_called_back(page: Page, tmp_path: Path):
    filled_in(page, a_file(tmp_path))
    slowly(page)

    page.get_by_role("button", name="Unggah", exact=True).click()
    expect(page.get_by_role("status").filter(has_text="Mengirim berkas")).to_be_visible()
    expect(page.get_by_text("dari 5 MB terkirim")).to_be_visible()
    assert barriers(page) == []
    page.get_by_role("button", name="Batalkan pengiriman").click()
    expect(page.get_by_text("Pengiriman dibatalkan. Tidak ada yang disimpan.")).to_be_visible()

    page.get_by_role("button", name="Unggah", exact=True).click()
    page.wait_for_load_state()
    expect(page.get_by_text("dari 5 MB terkirim")).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="Mengirim berkas")).to_have_count(
        0, timeout=60_000
    )
    expect(page.get_by_role("button", name="Batalkan pengiriman")).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Unggah anggaran", timeout=60_000)
    assert "2031" in page.get_by_role("heading", level=1).inner_text()


def test_findings_are_shown_and_the_file_stays_chosen(page: Page, tmp_path: Path):
    filled_in(page, a_file(tmp_path, "banyak"))

    page.get_by_role("button", name="Unggah", exact=True).click()

    expect(page.get_by_text("Yang perlu diperbaiki", exact=True)).to_be_visible(timeout=60_000)
    assert barriers(page) == []
    chosen = page.get_by_label("Berkas anggaran", exact=True)
    assert chosen.evaluate("each => each.files[0].name") == "apbd-banyak.csv"
