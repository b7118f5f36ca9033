"""A GAP written in a browser from the register, reviewed, locked, printed, and read back."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, expect

from tests.browser.reading import barriers, sign_in
from tests.documents import reading_docx, reading_pdf

ISSUE = "/isu/1/"
ACTIVITY = "2.17.08.2.01.0006"
NAME = "Produksi dan Pengolahan, Pemasaran, Sumber Daya Manusia, serta Desain dan Teknologi"
CAUSES = {
    "internal": [
        "Petugas lapangan belum mencatat siapa pemilik usaha yang didampingi",
        "Kelas pengemasan hanya dibuka di ibu kota kabupaten",
    ],
    "external": ["Izin usaha keluarga umumnya tercatat atas nama suami"],
}
ACTIONS = {
    "Pendataan pemilik usaha mikro menurut jenis kelamin di sepuluh kecamatan": ("1", "45.500.000"),
    "Kelas pengemasan di tiap kecamatan, sedikitnya separuh pesertanya perempuan": (
        "2 3",
        "Rp 120.000.000,00",
    ),
}
OBJECTIVE = "Meningkatnya penjualan usaha mikro perempuan dan laki-laki secara setara"
OUTPUT = "Perempuan peserta kelas pengemasan yang mengurus izin edar"
OUTCOME = "Pengeluaran per kapita disesuaikan perempuan"
START = "Pengeluaran per kapita disesuaikan, perempuan: 3.300 ribu rupiah/orang/tahun"
COMMENT = "Sebutkan siapa yang mengajar dan berapa kelas tiap kecamatan."
REVISED = "Dua kelas pengemasan di tiap kecamatan, sedikitnya separuh pesertanya perempuan"
ANSWER = "Jumlah kelas sudah ditulis pada aksi kedua."


def written(page: Page, names: list[str], name: str) -> None:
    """Each of the words in a row of its own, added with the button."""
    for place, words in enumerate(names):
        if place:
            page.locator(f"button[value=add-{name}]").click()
        page.locator(f"[name={name}-{place}-text]").fill(words)


def opened(page: Page) -> None:
    """From the issue to a draft with an empty form."""
    page.goto(ISSUE)
    page.get_by_role("link", name="Analisis isu ini (GAP)").click()
    assert barriers(page) == []
    page.get_by_label("Sub kegiatan", exact=True).select_option(ACTIVITY)
    page.get_by_label("Tujuan sub kegiatan").fill("Meningkatnya penjualan usaha mikro")
    page.get_by_role("button", name="Buka GAP").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(NAME)


def taken(page: Page) -> None:
    """Beside the issue's own figure, that of the training, out of the register into column 2."""
    page.get_by_role("link", name="Ubah data kolom ini").click()
    assert barriers(page) == []
    page.get_by_role("button", name=re.compile("^Ambil ke kolom 2.*Peserta pelatihan")).click()
    expect(page.get_by_role("button", name=re.compile("^Hapus baris ini"))).to_have_count(2)
    page.get_by_role("link", name="Lanjut ke kolom lain").first.click()


def filled(page: Page) -> None:
    """Columns 3 to 9."""
    page.get_by_label("Akses", exact=True).fill("Undangan dikirim kepada pemilik izin usaha.")
    page.get_by_label("Manfaat", exact=True).fill("Pengeluaran perempuan jauh di bawah laki-laki.")
    page.get_by_label("Data yang menunjukkannya (Manfaat)").select_option(index=1)
    for side, causes in CAUSES.items():
        written(page, causes, side)
    page.get_by_role("textbox", name="Reformulasi tujuan").fill(OBJECTIVE)
    # The causes can be ticked once the page knows them.
    page.get_by_role("button", name="Perbarui halaman").click()
    written(page, list(ACTIONS), "action")
    for place, (answers, amount) in enumerate(ACTIONS.values()):
        for each in answers.split():
            page.locator(f"[name=action-{place}-answers][value='{each}']").check()
        page.locator(f"[name=action-{place}-amount]").fill(amount)
    page.get_by_label(START, exact=True).check()
    written(page, [OUTPUT, OUTCOME], "indicator")
    page.locator("[name=indicator-0-target]").fill("120")
    page.locator("[name=indicator-0-unit]").fill("orang")
    page.locator("[name=indicator-0-sex]").select_option("P")
    page.locator("[name=indicator-1-level]").select_option("outcome")
    page.locator("[name=indicator-1-from]").select_option(START)
    page.locator("[name=indicator-1-target]").fill("3.600")
    assert barriers(page) == []
    kept(page)


def kept(page: Page) -> None:
    """What is typed is saved."""
    page.locator(".saving").get_by_role("button", name="Simpan").click()
    expect(page.get_by_text("Tersimpan.")).to_be_visible()


def signed(page: Page) -> None:
    """Through the page that asks, which shows what is frozen."""
    page.get_by_role("link", name="Tanda tangani").click()
    expect(page.get_by_text("Yang dibekukan")).to_be_visible()
    assert barriers(page) == []
    page.get_by_role("button", name="Tanda tangani GAP ini").click()
    expect(page.get_by_text("GAP ditandatangani; datanya dibekukan.")).to_be_visible()


def handed_in(page: Page) -> None:
    """The GBS drawn up from the signed GAP, and given to the drivers."""
    page.get_by_role("button", name="Susun GBS").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"GBS: {NAME}")
    expect(page.get_by_text("Belum diajukan")).to_be_visible()
    assert barriers(page) == []
    submitted(page)


def submitted(page: Page) -> None:
    """Given to the drivers."""
    page.get_by_role("button", name="Ajukan").click()
    expect(page.get_by_text("gilirannya")).to_be_visible()


def turn_of(page: Page, who: str) -> None:
    """Somebody else takes the seat at this browser, and opens the GBS from the queue."""
    page.context.clear_cookies()
    sign_in(page, f"{who}@contoh.setara.id")
    page.goto("/gbs/tinjauan/")
    page.get_by_role("link", name=NAME, exact=True).click()


def agreed(page: Page, who: str) -> None:
    """A driver's yes, after the answers to its comments are settled."""
    turn_of(page, who)
    for box in page.get_by_label("Jawaban ini saya terima").all():
        box.check()
    page.get_by_role("button", name="Setujui").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("GBS:")


def sent_back(page: Page) -> None:
    """Planning is not content with column 7."""
    turn_of(page, "wati")
    part = page.get_by_role("region", name="Kolom 7")
    part.get_by_text("Beri catatan").click()
    part.get_by_label("Catatan untuk Kolom 7").fill(COMMENT)
    assert barriers(page) == []
    page.get_by_role("button", name="Kembalikan dengan catatan").click()
    expect(page.get_by_text("dikembalikan").first).to_be_visible()


def revised(page: Page) -> None:
    """The focal point, led by the page of the day, changes column 7, answers and submits again."""
    page.context.clear_cookies()
    sign_in(page, "sari@contoh.setara.id")
    page.goto("/hari-ini/")
    page.get_by_role("link", name=NAME, exact=True).click()
    expect(page.get_by_text(COMMENT)).to_be_visible()
    page.get_by_role("link", name="Buka GAP untuk direvisi").click()
    page.get_by_role("button", name="Buat revisi").click()
    page.locator("[name=action-1-text]").fill(REVISED)
    kept(page)
    signed(page)
    page.get_by_role("link", name="GBS dari GAP ini").click()
    page.get_by_role("link", name="Jawab catatan").click()
    page.get_by_label("Yang saya ubah (Kolom 7").fill(ANSWER)
    page.get_by_role("button", name="Simpan jawaban").click()
    submitted(page)


def locked(page: Page) -> None:
    """The inspectorate's note, and the secretariat's lock."""
    turn_of(page, "joko")
    page.get_by_label("Catatan umum reviu").fill("CHR: sembilan kolom saling sesuai (contoh).")
    page.get_by_role("button", name="Beri keyakinan").click()
    turn_of(page, "dian")
    page.get_by_role("button", name="Kunci").click()
    expect(page.get_by_text("Dikunci oleh")).to_be_visible()
    assert barriers(page) == []


def stored(home: Path, statement_id: int) -> dict[str, Any]:
    """The GBS, its GAP and its prints as the rows of the database hold them."""
    place = f"file:{home / 'demo' / 'setara.sqlite3'}?mode=ro"
    with closing(sqlite3.connect(place, uri=True)) as base:
        base.row_factory = sqlite3.Row
        row = base.execute(
            "SELECT s.state, s.pathway_id, p.state AS pathway_state, p.reformulated_objective,"
            " p.columns, l.amount FROM store_statementrecord s"
            " JOIN store_pathwayrecord p ON p.id = s.pathway_id"
            " JOIN store_budgetlinerecord l ON l.id = s.line_id WHERE s.id = ?",
            [statement_id],
        ).fetchone()
        prints = base.execute("SELECT kind, subject_id, content_hash, code FROM store_printrecord")
        found = {(each["kind"], each["subject_id"]): each for each in prints}
    return dict(row) | {"columns": json.loads(row["columns"]), "prints": found}


def in_rupiah(amount: int) -> str:
    return "Rp" + f"{amount:,}".replace(",", ".")


def words_on_paper(content: bytes, form: str) -> str:
    """All words of a paper and of its foot, without blanks."""
    if form == "pdf":
        return reading_pdf.squeezed(reading_pdf.words_of(content))
    foot = "".join(
        part.text
        for each in reading_docx.opened(content).sections
        for part in each.footer.paragraphs
    )
    return reading_pdf.squeezed(reading_docx.words_of(content) + foot)


def test_a_gap_goes_from_the_registers_data_to_a_locked_gbs_on_paper(
    page: Page, browser: Browser, home: Path, served: str
):
    sign_in(page, "sari@contoh.setara.id")
    opened(page)
    page.goto(page.url.removesuffix("isi/"))
    expect(page.get_by_text("Yang menghalangi tanda tangan")).to_be_visible()
    page.get_by_role("link", name="Isi kolom").click()
    taken(page)
    filled(page)
    expect(page.get_by_text("Yang menghalangi tanda tangan")).to_have_count(0)
    signed(page)
    handed_in(page)
    agreed(page, "laila")
    sent_back(page)
    revised(page)
    # What the women's agency and planning judge has changed, so both are asked again.
    for who in ("laila", "wati", "rina"):
        agreed(page, who)
    locked(page)

    statement_id = int(page.url.rstrip("/").rsplit("/", 1)[1])
    papers = {
        (kind, form): page.request.get(f"/cetak/{kind}/{subject}.{form}").body()
        for kind, subject in (
            ("statement", statement_id),
            ("pathway", stored(home, statement_id)["pathway_id"]),
        )
        for form in ("pdf", "docx")
    }
    record = stored(home, statement_id)
    assert (record["state"], record["pathway_state"]) == ("locked", "signed")
    assert [each["text"] for each in record["columns"]["causes"]] == [
        *CAUSES["internal"],
        *CAUSES["external"],
    ]
    assert [(each["answers"], each["amount"]) for each in record["columns"]["actions"]] == [
        ([1], 45_500_000),
        ([2, 3], 120_000_000),
    ]
    for (kind, form), content in papers.items():
        words = words_on_paper(content, form)
        subject = statement_id if kind == "statement" else record["pathway_id"]
        for expected in on_paper(record, kind, subject):
            assert reading_pdf.squeezed(expected) in words, (kind, form, expected)
        assert reading_pdf.squeezed(list(ACTIONS)[1]) not in words

    stranger = browser.new_context(base_url=served)
    tab = stranger.new_page()
    tab.goto(f"/cek/{record['prints']['statement', statement_id]['code']}/")
    expect(tab.get_by_text("Cetakan ini versi yang disetujui")).to_be_visible()
    assert barriers(tab) == []
    stranger.close()


def on_paper(record: dict[str, Any], kind: str, subject: int) -> list[str]:
    """What a paper must hold by the record."""
    columns, kept_print = record["columns"], record["prints"][kind, subject]
    rows = [*columns["causes"], *columns["actions"], *columns["indicators"]]
    amounts = [each["amount"] for each in columns["actions"]]
    if kind == "statement":
        amounts.append(record["amount"])
    return [
        record["reformulated_objective"],
        *(each["text"] for each in rows),
        *map(in_rupiah, amounts),
        "3.600",
        kept_print["content_hash"][:12],
        kept_print["code"],
    ]
