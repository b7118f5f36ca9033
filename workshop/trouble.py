"""From what an installer printed to what a person can do about it."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Trouble:
    """Why an installation failed, and its remedy, in both languages."""

    signs: str
    indonesian: str
    english: str


NETWORK = Trouble(
    signs=r"NewConnectionError|ConnectTimeout|ReadTimeout|Max retries exceeded|Connection refused|"
    r"Temporary failure in name resolution|Name or service not known|getaddrinfo failed|"
    r"Network is unreachable|Could not connect|error sending request|tcp connect error|dns error|"
    r"operation timed out|\(from versions: none\)",
    indonesian="Sumber paket tidak terjangkau. Periksa sambungan internet. Di balik proksi, "
    "isi HTTPS_PROXY; dengan cermin paket sendiri, isi PIP_INDEX_URL. Lalu ulangi.",
    english="The package source cannot be reached. Check the internet connection. Behind a proxy, "
    "set HTTPS_PROXY; with your own package mirror, set PIP_INDEX_URL. Then try again.",
)
KNOWN = (
    Trouble(
        signs=r"No space left on device|Disk quota exceeded|\[Errno 28\]|os error 28",
        indonesian="Ruang disk habis. Kosongkan sekitar 1 GB, lalu ulangi.",
        english="The disk is full. Free about 1 GB, then try again.",
    ),
    Trouble(
        signs=r"ensurepip is not available|No module named '?ensurepip|No module named '?venv",
        indonesian="Python di mesin ini belum lengkap. Di Debian atau Ubuntu: "
        "sudo apt install python3-venv. Lalu ulangi.",
        english="The Python of this machine is incomplete. On Debian or Ubuntu: "
        "sudo apt install python3-venv. Then try again.",
    ),
    Trouble(
        signs=r"Permission denied|Read-only file system|\[Errno 13\]|\[Errno 30\]|PermissionError|"
        r"WinError 5\b|Access is denied",
        indonesian="Folder proyek tidak dapat ditulisi. Salin proyek ke folder milik Anda, "
        "lalu ulangi.",
        english="The project folder cannot be written to. Copy the project to a folder of your "
        "own, then try again.",
    ),
    Trouble(
        signs=r"DO NOT MATCH THE HASHES|[Hh]ash mismatch",
        indonesian="Berkas yang diunduh berbeda dari yang tercatat di requirements/. Jangan "
        "dilanjutkan: cermin paket mungkin rusak atau diubah. Coba sumber paket lain.",
        english="A downloaded file differs from the one recorded in requirements/. Do not go on: "
        "the package mirror may be broken or altered. Try another package source.",
    ),
    Trouble(
        signs=r"ProxyError|407 Proxy|CERTIFICATE_VERIFY_FAILED|invalid peer certificate|SSLError",
        indonesian="Proksi atau sertifikat menolak sambungan. Periksa HTTPS_PROXY dan, untuk "
        "sertifikat kantor sendiri, PIP_CERT. Lalu ulangi.",
        english="A proxy or a certificate refuses the connection. Check HTTPS_PROXY and, for "
        "your office's own certificate, PIP_CERT. Then try again.",
    ),
    NETWORK,
    Trouble(
        signs=r"Failed to build|Failed building wheel|No matching distribution found|has no wheels|"
        r"no version of|No solution found",
        indonesian="Satu paket belum tersedia untuk Python atau mesin ini. Coba Python 3.11, "
        "3.12, atau 3.13 dari python.org.",
        english="One package does not exist yet for this Python or machine. Try with Python 3.11, "
        "3.12 or 3.13 from python.org.",
    ),
)
UNKNOWN = Trouble(
    signs="",
    indonesian="Sebabnya ada di akhir catatan di bawah ini. Yang paling sering: jaringan, proksi, "
    "atau ruang disk (perlu sekitar 1 GB).",
    english="The cause stands at the end of the log below. Most often it is the network, a proxy "
    "or the disk (about 1 GB is needed).",
)


def read(log: str) -> Trouble:
    """The trouble of the last command in `log` that shows a known one, or UNKNOWN."""
    for printed in reversed(log.split("\n$ ")):
        for each in KNOWN:
            if re.search(each.signs, printed):
                return each
    return UNKNOWN
