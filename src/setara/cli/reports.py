"""Words on papers: all of an agency or a year printed at once."""

from __future__ import annotations

from setara.cli.parser import Parser
from setara.cli.word import Group, Word
from setara.domain.language.text import Text

KINDS = ("gap", "gbs", "kak")


def _takes_papers(parser: Parser) -> None:
    parser.takes(
        "--year",
        metavar="TAHUN",
        says=Text("tahun anggaran", "budget year"),
        type=int,
        required=True,
    )
    parser.takes(
        "--out",
        metavar="DIR",
        says=Text("folder tempat berkas ZIP ditaruh", "the folder the ZIP is put into"),
        required=True,
    )
    _takes_choices(parser)
    _takes_government(parser)


def _takes_choices(parser: Parser) -> None:
    parser.takes(
        "--agency",
        metavar="KODE",
        says=Text(
            "kode perangkat daerah; tanpa ini semuanya", "code of the agency; without it all"
        ),
    )
    parser.takes(
        "--kind",
        says=Text(
            "jenis dokumen, boleh berulang; tanpa ini gap dan gbs",
            "kind of paper, may be repeated; without it gap and gbs",
        ),
        choices=KINDS,
        action="append",
    )
    parser.takes(
        "--format",
        says=Text("bentuk berkas", "format of the files"),
        choices=("pdf", "docx"),
        default="pdf",
    )


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


def _takes_batches(parser: Parser) -> None:
    parser.takes(
        "batch",
        metavar="NOMOR",
        says=Text(
            "nomornya; tanpa ini semua yang menunggu", "its number; without it all that wait"
        ),
        type=int,
        nargs="*",
    )


WORDS = (
    Word(
        "papers",
        Text(
            "mencetak semua GAP dan GBS satu tahun menjadi satu ZIP dengan daftar dan SHA256SUMS; "
            "yang terputus dilanjutkan dengan perintah yang sama",
            "print every GAP and GBS of a year into one ZIP with an index and SHA256SUMS; the "
            "same command goes on where one was cut off",
        ),
        "setara.cli.deeds.papers:print_papers",
        _takes_papers,
        reads_practice=True,
    ),
    Group(
        "batches",
        Text("cetakan sekaligus yang diminta di web", "batches of papers asked for on the web"),
        (
            Word(
                "run",
                Text(
                    "mencetak yang menunggu atau terputus; server menjalankannya sendiri untuk "
                    "setiap permintaan",
                    "print those that wait or were cut off; the server runs it by itself for "
                    "each one asked for",
                ),
                "setara.cli.deeds.papers:run_batches",
                _takes_batches,
            ),
        ),
    ),
)
