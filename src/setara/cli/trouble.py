"""What people see when something goes wrong: a reason and a way on, never a traceback."""

from __future__ import annotations

import traceback
from datetime import datetime
from pathlib import Path

from setara.cli.roof import home
from setara.cli.terminal import Terminal
from setara.cli.word import BROKEN, REFUSED, UNABLE
from setara.domain.language.text import Text

UNREADABLE = Text(
    "Basis data tidak dapat dibaca: {why}\n"
    "Periksa SETARA_DATABASE (lihat `setara settings`); bila tabel belum ada, jalankan "
    "`setara migrate`.",
    "The database cannot be read: {why}\n"
    "Check SETARA_DATABASE (see `setara settings`); where tables are missing, run "
    "`setara migrate`.",
)
UNEXPECTED = Text(
    "Terjadi kesalahan yang tidak terduga ({kind}). Perubahan disimpan seluruhnya atau tidak sama "
    "sekali.\nRincian untuk pengembang: {path}",
    "Something unexpected went wrong ({kind}). Changes are saved wholly or not at all.\n"
    "Details for the developers: {path}",
)
NOT_INSTALLED = Text(
    "Paket {name} belum terpasang. Jalankan lewat ./setara, atau pasang setara[app].",
    "The package {name} is not installed. Start through ./setara, or install setara[app].",
)


def told(error: Exception, terminal: Terminal) -> int:
    """Tell the person what happened; the exit status.

    An error that carries its `reason` as a Text tells itself; of any other one the traceback
    goes to the log file.
    """
    reason = getattr(error, "reason", None)
    if isinstance(reason, Text):
        terminal.tell(reason)
        return REFUSED
    if _is_of(error, "django.db.utils", "DatabaseError"):
        terminal.tell(UNREADABLE.filled(why=str(error).strip()))
        return UNABLE
    if isinstance(error, ModuleNotFoundError) and not str(error.name).startswith("setara"):
        terminal.tell(NOT_INSTALLED.filled(name=error.name))
        return UNABLE
    terminal.tell(UNEXPECTED.filled(kind=type(error).__name__, path=logged(error)))
    return BROKEN


def logged(error: Exception) -> Path:
    """Append the traceback to the log file; where that is."""
    path = _folder() / "log" / "setara.log"
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as log:
        log.write(f"{datetime.now().astimezone():%Y-%m-%d %H:%M:%S%z}\n")
        log.writelines(traceback.format_exception(error))
        log.write("\n")
    return path


def _folder() -> Path:
    try:
        return home()
    except Exception:  # noqa: BLE001 - the settings may be what is broken, and the log must be written
        return Path("var").resolve()


def _is_of(error: Exception, module: str, name: str) -> bool:
    """Whether the error is one of a class, without importing the package that defines it."""
    return any((base.__module__, base.__name__) == (module, name) for base in type(error).__mro__)
