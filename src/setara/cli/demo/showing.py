"""Shows the practice government: sets up a folder of its own, fills it, prints, serves."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from argparse import Namespace
from importlib.resources import files
from pathlib import Path
from pkgutil import resolve_name

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TaskProgressColumn, TextColumn

from setara.cli.roof import PRACTICE, home, set_up_django
from setara.cli.terminal import Terminal
from setara.cli.word import DONE
from setara.domain.language.text import Text

STAMP = "stamp"

PREPARING = Text("Menyiapkan basis data latihan", "Making the practice database")
READY = Text(
    "Pemerintah latihan siap di {folder} (sudah disiapkan sebelumnya).",
    "The practice government is ready in {folder} (prepared earlier).",
)
PRINTED = Text("Tersimpan di {folder}:", "Kept in {folder}:")
SIGN_IN = Text(
    "Masuk dengan salah satu akun contoh; sandi semuanya: {password}",
    "Sign in with one of the sample accounts; every password is: {password}",
)


def demo(given: Namespace, terminal: Terminal) -> int:
    """Fill the practice government once, tell who can sign in, and serve."""
    folder = home() / PRACTICE
    settle_in(folder)
    set_up_django()
    if is_current(folder):
        terminal.tell(READY.filled(folder=str(folder)))
    else:
        fill(folder, terminal)
    _tell_accounts(terminal)
    _tell_papers(folder, terminal)
    if given.no_serve:
        return DONE
    return serve_anew(given.port)


def serve_anew(port: int) -> int:
    """Go on as `setara serve` in a fresh process.

    The server forks its worker, and a fork of a process that has printed lacks the threads of
    the typesetter: its first PDF would never come.
    """
    words = ["-m", "setara", "serve", "--host", "127.0.0.1", "--port", str(port)]
    os.execv(sys.executable, [sys.executable, *words])  # noqa: S606 -- our own program


def settle_in(folder: Path) -> None:
    """Move to the demo's own folder and database, so that practice never meets real data."""
    os.environ["SETARA_HOME"] = str(folder)
    os.environ["SETARA_DATABASE"] = ""
    os.environ["SETARA_STYLE_GUIDE"] = "yes"
    if folder.exists() and not is_current(folder):
        # Filled by another version, or left half filled; what people typed is practice too.
        shutil.rmtree(folder)


def is_current(folder: Path) -> bool:
    """Whether the folder was filled from the data this version ships."""
    stamp = folder / STAMP
    return stamp.exists() and stamp.read_text() == _stamp()


def fill(folder: Path, terminal: Terminal) -> None:
    """Make the database, do everything a working group would have done, print the papers."""
    prepare = resolve_name("setara.cli.deeds.preparing:prepare")
    steps = resolve_name("setara.cli.demo.filling:steps")
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TaskProgressColumn())
    with Progress(*columns, console=Console(stderr=True)) as progress:
        todo = steps(folder)
        task = progress.add_task(PREPARING.say(terminal.language), total=len(todo) + 1)
        prepare(terminal)
        progress.advance(task)
        for says, do in todo:
            progress.update(task, description=says.say(terminal.language))
            do()
            progress.advance(task)
    (folder / STAMP).write_text(_stamp())


def _stamp() -> str:
    """A hash over what the demo is filled from and the tables it is filled into."""
    told = hashlib.sha256()
    for package in ("setara.cli.demo", "setara.store.migrations"):
        for file in sorted(Path(str(files(package))).rglob("*")):
            if file.suffix in {".py", ".toml", ".csv"}:
                told.update(file.read_bytes())
    return told.hexdigest()


def _tell_accounts(terminal: Terminal) -> None:
    accounts = resolve_name("setara.cli.demo.filling:accounts")
    password = resolve_name("setara.cli.demo.filling:PASSWORD")
    terminal.tell(SIGN_IN.filled(password=password))
    for email, seat in accounts():
        terminal.tell(Text("  {email}  {seat}", "  {email}  {seat}").filled(email=email, seat=seat))


def _tell_papers(folder: Path, terminal: Terminal) -> None:
    terminal.say(PRINTED.filled(folder=str(folder / "papers")))
    for file in sorted((folder / "papers").iterdir()):
        terminal.say(Text("  {name}", "  {name}").filled(name=file.name))
