"""Words on budgets: a received budget file, read without any database."""

from __future__ import annotations

from setara.cli.parser import Parser
from setara.cli.word import Group, Word
from setara.domain.budget.activity import ActivityLevel
from setara.domain.language.text import Text

ACCOUNTS = "rekening"


def _takes_file(parser: Parser) -> None:
    _takes_budget(parser)
    parser.takes(
        "--lines",
        says=Text("setiap baris anggaran juga", "every line of the budget too"),
        action="store_true",
    )
    parser.takes(
        "--nomenclature",
        metavar="FILE",
        says=Text(
            "daftar nomenklatur tahun itu untuk memeriksa kode dan nama; tanpa ini hanya bagian "
            "yang disertakan",
            "the year's nomenclature to hold codes and names against; without it only the part "
            "that is shipped",
        ),
    )


def _takes_screened(parser: Parser) -> None:
    _takes_budget(parser)
    parser.takes(
        "--all",
        says=Text("baris yang tidak layak dilihat juga", "lines not worth a look too"),
        action="store_true",
    )


def _takes_budget(parser: Parser) -> None:
    parser.takes(
        "file",
        metavar="FILE",
        says=Text(
            "berkas anggaran XLSX, XLS, ODS, CSV, atau HTML sebagaimana diterima",
            "a budget file as XLSX, XLS, ODS, CSV or HTML, as it was received",
        ),
    )
    parser.takes(
        "--sheet",
        metavar="NAME",
        says=Text("hanya lembar bernama ini", "only the sheet of this name"),
    )
    parser.takes("--json", says=Text("keluaran JSON", "JSON output"), action="store_true")


def _takes_two_files(parser: Parser) -> None:
    for name, says in (
        ("before", Text("berkas anggaran sebelum", "the budget file before")),
        ("after", Text("berkas anggaran sesudah", "the budget file after")),
    ):
        parser.takes(name, metavar="FILE", says=says)
    parser.takes(
        "--level",
        metavar="TINGKAT",
        says=Text(
            "tingkat yang dijumlahkan: urusan sampai sub kegiatan, atau rekening",
            "the level summed up to: urusan down to sub_kegiatan, or rekening (accounts)",
        ),
        choices=[*(level.value for level in ActivityLevel), ACCOUNTS],
        default=ActivityLevel.PROGRAM.value,
    )
    parser.takes("--json", says=Text("keluaran JSON", "JSON output"), action="store_true")


def _takes_government(parser: Parser) -> None:
    parser.takes(
        "--government",
        metavar="KODE",
        says=Text(
            "kode wilayah pemerintah daerahnya, bila ada lebih dari satu",
            "place code of the government, where there are several",
        ),
    )
    parser.takes(
        "--practice",
        says=Text("pemerintah latihan", "the practice government"),
        action="store_true",
    )


def _takes_list(parser: Parser) -> None:
    parser.takes(
        "file",
        metavar="FILE",
        says=Text(
            "daftar CSV, .csv.gz, atau XLSX dengan kolom Kode dan Nomenklatur",
            "a list as CSV, .csv.gz or XLSX with the columns Kode and Nomenklatur",
        ),
    )
    parser.takes(
        "--decree",
        metavar="NOMOR",
        says=Text("nomor keputusannya", "the number of the decree"),
        required=True,
    )
    for name, says in (
        ("--from", Text("tahun anggaran pertama", "the first budget year")),
        ("--to", Text("tahun anggaran terakhir", "the last budget year")),
    ):
        parser.takes(name, metavar="TAHUN", says=says, type=int, required=True, dest=name[2:])
    parser.takes(
        "--set-in",
        metavar="TAHUN",
        says=Text("tahun keputusan ditetapkan", "the year the decree was set"),
        type=int,
    )
    parser.takes(
        "--official",
        says=Text(
            "daftar lengkap dari keputusannya sendiri", "the whole list, from the decree itself"
        ),
        action="store_true",
    )
    parser.takes(
        "--accept-warnings",
        says=Text("muat walaupun ada peringatan", "load in spite of warnings"),
        action="store_true",
    )
    _takes_government(parser)


def _takes_withdrawal(parser: Parser) -> None:
    parser.takes(
        "decree", metavar="NOMOR", says=Text("nomor keputusannya", "the number of the decree")
    )
    _takes_government(parser)


_NOMENCLATURE = Group(
    "nomenclature",
    Text("nomenklatur menurut keputusan", "the nomenclature by decree"),
    (
        Word(
            "load",
            Text(
                "memuat daftar satu keputusan: seluruhnya atau tidak sama sekali",
                "load the list of a decree: all of it or nothing",
            ),
            "setara.cli.deeds.nomenclature:load",
            _takes_list,
        ),
        Word(
            "list",
            Text("keputusan yang sudah dimuat", "the decrees that are loaded"),
            "setara.cli.deeds.nomenclature:list_decrees",
            _takes_government,
        ),
        Word(
            "withdraw",
            Text("mencabut daftar yang belum dipakai", "withdraw a list that nobody has used"),
            "setara.cli.deeds.nomenclature:withdraw",
            _takes_withdrawal,
        ),
    ),
)


def _takes_analysis(parser: Parser) -> None:
    parser.takes(
        "what",
        metavar="FILE|ID",
        says=Text(
            "berkas DOCX atau XLSX, atau catatan: gap:12, gbs:3 (angka saja berarti GAP)",
            "a DOCX or XLSX file, or a record: gap:12, gbs:3 (a bare number means a GAP)",
        ),
    )
    parser.takes(
        "--on",
        metavar="TANGGAL",
        says=Text(
            "hari yang dipakai untuk umur data, misalnya 2026-11-24; tanpa ini hari ini",
            "the day the age of data is counted to, such as 2026-11-24; today where left out",
        ),
    )
    parser.takes("--json", says=Text("keluaran JSON", "JSON output"), action="store_true")


WORDS = (
    Word(
        "lint",
        Text(
            "memeriksa isi GAP atau GBS dengan aturan substansi (status 0: tidak ada temuan, 1: "
            "ada temuan, 2: tidak terbaca)",
            "check the substance of a GAP or GBS by the rules (status 0: nothing found, 1: "
            "findings, 2: cannot be read)",
        ),
        "setara.cli.deeds.lint:lint",
        _takes_analysis,
        needs_django=False,
    ),
    Group(
        "budget",
        Text("anggaran", "budgets"),
        (
            Word(
                "check",
                Text(
                    "memeriksa berkas anggaran: apa yang dikenali, diperbaiki, dan diragukan "
                    "(status 0: terbaca, 2: bukan anggaran)",
                    "check a budget file: what was recognised, repaired and doubted (status 0: "
                    "readable, 2: not a budget)",
                ),
                "setara.cli.deeds.budget:check",
                _takes_file,
                needs_django=False,
            ),
            Word(
                "difference",
                Text(
                    "membandingkan dua berkas anggaran: baru, hilang, berganti nama, berpindah, "
                    "berubah (status 0: sama, 1: berbeda, 2: bukan anggaran)",
                    "compare two budget files: new, gone, renamed, moved, changed (status 0: the "
                    "same, 1: they differ, 2: not a budget)",
                ),
                "setara.cli.deeds.budget_difference:difference",
                _takes_two_files,
                needs_django=False,
            ),
            Word(
                "screen",
                Text(
                    "menunjukkan sub kegiatan mana dalam berkas yang layak dilihat dan mengapa, "
                    "menurut aturan",
                    "show which sub-activities of a file deserve a look and why, by the rules",
                ),
                "setara.cli.deeds.budget_screening:screen",
                _takes_screened,
                needs_django=False,
            ),
            _NOMENCLATURE,
        ),
    ),
)
