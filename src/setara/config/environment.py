"""The environment variables Setara reads.

One table, and a reader that refuses odd values with a reason.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from setara.domain.language.text import Language, Text

PREFIX = "SETARA_"
FILE_SUFFIX = "_FILE"
TEST_PREFIX = "SETARA_TEST_"
"""Variables of the test run, which the served application neither reads nor judges."""

YES = frozenset({"yes", "ya", "true", "on", "1"})
NO = frozenset({"no", "tidak", "false", "off", "0"})


class VariableKind(StrEnum):
    """How the text of a variable is read."""

    TEXT = "text"
    SECRET = "secret"  # noqa: S105 - the name of a kind, not a secret
    YES_NO = "yes_no"
    NUMBER = "number"
    LIST = "list"
    CHOICE = "choice"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class Variable:
    """One setting an operator may give; `default` is what holds without it.

    A SECRET may also be given as `<name>_FILE`, the path of a file that holds it.
    """

    name: str
    kind: VariableKind
    default: str
    explanation: Text
    choices: tuple[str, ...] = ()


VARIABLES: tuple[Variable, ...] = (
    Variable(
        "SETARA_HOME",
        VariableKind.FOLDER,
        "var",
        Text(
            "Folder semua yang ditulis Setara: basis data, kunci rahasia, berkas, surel keluar. "
            "Folder inilah yang perlu dicadangkan.",
            "The folder of everything Setara writes: database, secret key, files, outgoing mail. "
            "This is the folder to back up.",
        ),
    ),
    Variable(
        "SETARA_DATABASE",
        VariableKind.SECRET,
        "",
        Text(
            "Alamat basis data: `postgresql://pengguna:sandi@host:5432/setara` atau "
            "`sqlite:////jalur/berkas.sqlite3`. Kosong berarti SQLite di SETARA_HOME.",
            "Address of the database: `postgresql://user:password@host:5432/setara` or "
            "`sqlite:////path/file.sqlite3`. Empty means SQLite in SETARA_HOME.",
        ),
    ),
    Variable(
        "SETARA_DATABASE_POOL",
        VariableKind.NUMBER,
        "8",
        Text(
            "Jumlah sambungan PostgreSQL terbanyak tiap proses.",
            "The most PostgreSQL connections of one process.",
        ),
    ),
    Variable(
        "SETARA_SECRET_KEY",
        VariableKind.SECRET,
        "",
        Text(
            "Kunci penanda tangan sesi dan tautan atur ulang sandi, paling sedikit 32 huruf. "
            "Kosong "
            "berarti dibuat satu kali dan disimpan di SETARA_HOME/secret_key.",
            "The key that signs sessions and password reset links, at least 32 characters. Empty "
            "means made once and kept in SETARA_HOME/secret_key.",
        ),
    ),
    Variable(
        "SETARA_HOSTS",
        VariableKind.LIST,
        "localhost,127.0.0.1,[::1]",
        Text(
            "Nama host yang dilayani, dipisahkan koma.",
            "The host names that are served, separated by commas.",
        ),
    ),
    Variable(
        "SETARA_HTTPS",
        VariableKind.YES_NO,
        "no",
        Text(
            "`yes` bila pengguna membuka Setara lewat https://: kuki hanya dikirim lewat TLS, dan "
            "http:// dialihkan.",
            "`yes` where people open Setara over https://: cookies travel over TLS only, and "
            "http:// is redirected.",
        ),
    ),
    Variable(
        "SETARA_PROXIES",
        VariableKind.NUMBER,
        "0",
        Text(
            "Jumlah peladen perantara di depan Setara yang dipercaya alamat kliennya "
            "(X-Forwarded-For). Salah angka membuat pembatasan percobaan masuk keliru.",
            "How many reverse proxies stand before Setara whose client address is trusted "
            "(X-Forwarded-For). A wrong number defeats the throttling of sign-in attempts.",
        ),
    ),
    Variable(
        "SETARA_TIME_ZONE",
        VariableKind.TEXT,
        "Asia/Makassar",
        Text(
            "Zona waktu pada layar dan cetakan: Asia/Jakarta (WIB), Asia/Makassar (WITA), "
            "Asia/Jayapura (WIT).",
            "The time zone on screen and paper: Asia/Jakarta (WIB), Asia/Makassar (WITA), "
            "Asia/Jayapura (WIT).",
        ),
    ),
    Variable(
        "SETARA_MAIL",
        VariableKind.SECRET,
        "outbox",
        Text(
            "`outbox` menulis surel sebagai berkas di SETARA_HOME/outbox, `console` mencetaknya; "
            "`smtp://…` (STARTTLS) atau `smtps://pengguna:sandi@host:465` mengirimnya.",
            "`outbox` writes mail as files in SETARA_HOME/outbox, `console` prints it; `smtp://…` "
            "(STARTTLS) or `smtps://user:password@host:465` sends it.",
        ),
    ),
    Variable(
        "SETARA_MAIL_FROM",
        VariableKind.TEXT,
        "setara@localhost",
        Text("Alamat pengirim surel.", "The sender address of mail."),
    ),
    Variable(
        "SETARA_LOG",
        VariableKind.CHOICE,
        "info",
        Text("Seberapa banyak yang dicatat di log.", "How much is written to the log."),
        ("debug", "info", "warning", "error"),
    ),
    Variable(
        "SETARA_DEBUG",
        VariableKind.YES_NO,
        "no",
        Text(
            "`yes` hanya untuk mengembangkan di komputer sendiri: galat ditampilkan beserta "
            "isi program.",
            "`yes` only for developing on one's own computer: errors are shown with the "
            "program's insides.",
        ),
    ),
    Variable(
        "SETARA_STYLE_GUIDE",
        VariableKind.YES_NO,
        "no",
        Text(
            "`yes` membuka halaman contoh semua komponen di /gaya/.",
            "`yes` opens the page of all components at /gaya/.",
        ),
    ),
)


class BadSetting(Exception):
    """A variable holds what cannot be used; `reason` says which, why and what would be right."""

    def __init__(self, indonesian: str, english: str, **values: object) -> None:
        self.reason = Text(indonesian, english).filled(**values)
        both = [self.reason.say(language) for language in Language]
        super().__init__(" / ".join(both))


class Environment:
    """Reads the variables of the table, and no others, from a mapping such as `os.environ`.

    Raises BadSetting for a variable of our prefix that the table does not know.
    """

    def __init__(self, given: Mapping[str, str]) -> None:
        self._given = given
        self._known = {variable.name: variable for variable in VARIABLES}
        for name in sorted(given):
            if name.startswith(PREFIX) and not name.startswith(TEST_PREFIX):
                self._recognise(name)

    def text(self, name: str) -> str:
        """The value as given, without blanks around it; a secret also from its file."""
        variable = self._known[name]
        value = self._given.get(name, "").strip()
        path = self._given.get(f"{name}{FILE_SUFFIX}", "").strip()
        if variable.kind is VariableKind.SECRET and path:
            if value:
                raise BadSetting(
                    "{name} dan {name}_FILE diisi dua-duanya. Pilih salah satu.",
                    "Both {name} and {name}_FILE are given. Choose one.",
                    name=name,
                )
            value = _content_of(path, name)
        return value or variable.default

    def yes_no(self, name: str) -> bool:
        """True for yes, ya, true, on, 1; False for no, tidak, false, off, 0."""
        value = self.text(name).lower()
        if value not in YES | NO:
            raise BadSetting(
                "{name}={value} tidak dimengerti. Isi dengan yes atau no.",
                "{name}={value} is not understood. Give yes or no.",
                name=name,
                value=value,
            )
        return value in YES

    def number(self, name: str, *, least: int = 0, most: int = 1000) -> int:
        """A whole number between `least` and `most`."""
        value = self.text(name)
        if not (value.isascii() and value.isdigit() and least <= int(value) <= most):
            raise BadSetting(
                "{name}={value} bukan bilangan bulat antara {least} dan {most}.",
                "{name}={value} is not a whole number between {least} and {most}.",
                name=name,
                value=value,
                least=least,
                most=most,
            )
        return int(value)

    def listed(self, name: str) -> list[str]:
        """The parts between commas, without empty ones."""
        return [part.strip() for part in self.text(name).split(",") if part.strip()]

    def choice(self, name: str) -> str:
        """One of the variable's choices."""
        value, choices = self.text(name).lower(), self._known[name].choices
        if value not in choices:
            raise BadSetting(
                "{name}={value} tidak dikenal. Pilihannya: {choices}.",
                "{name}={value} is unknown. The choices are: {choices}.",
                name=name,
                value=value,
                choices=", ".join(choices),
            )
        return value

    def folder(self, name: str) -> Path:
        """An absolute path; a relative one starts where the program was started."""
        return Path(self.text(name)).expanduser().resolve()

    def _recognise(self, name: str) -> None:
        base = name.removesuffix(FILE_SUFFIX)
        if name in self._known:
            return
        if base in self._known and self._known[base].kind is VariableKind.SECRET:
            return
        closest = difflib.get_close_matches(name, self._known, n=1)
        raise BadSetting(
            "{name} bukan pengaturan Setara. Mungkin maksudnya {hint}?",
            "{name} is not a setting of Setara. Did you mean {hint}?",
            name=name,
            hint=closest[0] if closest else VARIABLES[0].name,
        )


def _content_of(path: str, name: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as unreadable:
        raise BadSetting(
            "Berkas {path} dari {name}_FILE tidak dapat dibaca: {why}.",
            "The file {path} of {name}_FILE cannot be read: {why}.",
            path=path,
            name=name,
            why=unreadable,
        ) from unreadable
