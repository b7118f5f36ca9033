"""Words of the foundation: governments, accounts, and the audit trail."""

from __future__ import annotations

from datetime import date

from setara.cli.parser import Parser
from setara.cli.word import Group, Word
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Language, Text

DEEDS = "setara.cli.deeds.foundation"

CODE = Text("kode wilayah Kemendagri, misalnya 64.01", "a Kemendagri place code, such as 64.01")
PRACTICE = Text("pemerintah latihan, bukan data sungguhan", "a practice government, not real data")


def _takes_code(parser: Parser) -> None:
    parser.takes("code", metavar="KODE", says=CODE)
    parser.takes("--practice", says=PRACTICE, action="store_true")


def _takes_government(parser: Parser) -> None:
    _takes_code(parser)
    parser.takes(
        "name", metavar="NAMA", says=Text("nama pemerintah daerah", "the government's name")
    )


def _takes_secretary(parser: Parser) -> None:
    _takes_code(parser)
    parser.takes("name", metavar="NAMA", says=Text("nama sekretaris", "the secretary's name"))
    parser.takes(
        "--sex",
        says=Text("L untuk laki-laki, P untuk perempuan", "L for a man, P for a woman"),
        choices=[sex.value for sex in Sex],
        required=True,
    )
    parser.takes(
        "--decree",
        metavar="NOMOR",
        says=Text("nomor SK Pokja PUG", "number of the decree on the working group"),
        required=True,
    )
    parser.takes(
        "--decided-on",
        metavar="TTTT-BB-HH",
        says=Text("tanggal SK", "date of the decree"),
        type=date.fromisoformat,
        required=True,
    )


def _takes_account(parser: Parser) -> None:
    _takes_code(parser)
    parser.takes(
        "person",
        metavar="ORANG",
        says=Text("nama atau NIP orang yang terdaftar", "name or NIP of a registered person"),
    )
    parser.takes("email", metavar="SUREL", says=Text("alamat surel", "e-mail address"))
    parser.takes(
        "--speaks",
        says=Text("bahasa yang dibaca pemilik akun", "the language the owner reads"),
        choices=list(Language),
        default=Language.INDONESIAN,
    )
    parser.takes(
        "--no-password",
        says=Text(
            "tanpa sandi: pemilik membuatnya lewat surel atur ulang",
            "without a password: the owner sets it through the reset mail",
        ),
        action="store_true",
    )
    parser.takes(
        "--operator",
        says=Text("boleh melihat ruang operator", "may look into the operator's room"),
        action="store_true",
    )


def _takes_json(parser: Parser) -> None:
    parser.takes("--json", says=Text("untuk dibaca program", "for programs"), action="store_true")


WORDS = (
    Group(
        "government",
        Text("pemerintah daerah pada pemasangan ini", "the governments of this installation"),
        (
            Word(
                "found",
                Text("daftarkan pemerintah daerah", "register a government"),
                f"{DEEDS}:found",
                _takes_government,
            ),
            Word(
                "secretary",
                Text("isi Sekretariat Pokja PUG yang pertama", "seat the first secretariat"),
                f"{DEEDS}:seat_secretary",
                _takes_secretary,
            ),
            Word(
                "list",
                Text("daftar pemerintah daerah", "list the governments"),
                f"{DEEDS}:list_governments",
            ),
        ),
    ),
    Group(
        "account",
        Text("akun untuk masuk", "accounts to sign in with"),
        (
            Word(
                "open",
                Text(
                    "buka akun untuk orang yang terdaftar",
                    "open an account for a registered person",
                ),
                f"{DEEDS}:open_an_account",
                _takes_account,
            ),
        ),
    ),
    Group(
        "audit",
        Text("jejak audit", "the audit trail"),
        (
            Word(
                "verify",
                Text(
                    "hitung ulang rantai; sebut tiap peristiwa yang diubah, dihapus, atau dipindah",
                    "recompute the chain; name each event that was changed, removed or moved",
                ),
                f"{DEEDS}:verify",
                _takes_json,
                reads_practice=True,
            ),
        ),
    ),
)
