"""Making a virtual environment from its lock file, whole or not at all."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from workshop import pip_settings, trouble
from workshop.environment import ROOT, Environment
from workshop.locking import only_one
from workshop.progress import Progress, say

INSTALLER_LOCK = ROOT / "requirements" / "installer.lock"
STEPS = 4
# Settings that make pip install somewhere else than into the environment that runs it.
INSIDE = {"PIP_USER": "0", "PIP_TARGET": "", "PIP_PREFIX": "", "PIP_NO_INPUT": "1"}


class InstallationFailed(Exception):
    """A step of the installation ended with an error; the log holds what it printed."""


def prepare(environment: Environment) -> bool:
    """Make `environment` unless another launcher just did; False where it failed and said so."""
    lock = environment.folder.with_name(f"{environment.folder.name}.lock")
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    try:
        with only_one(lock, waiting=_say_waiting):
            if not environment.is_ready():
                _make(environment)
    except InstallationFailed:
        _say_failed(environment, trouble.read(environment.log.read_text("utf-8", errors="replace")))
        return False
    except OSError as error:
        _say_failed(environment, trouble.read(f"{type(error).__name__}: {error}"), error)
        return False
    except KeyboardInterrupt:
        say(
            "\nDihentikan. Pemasangan diulang dari awal lain kali.",
            "Stopped. Next time it starts anew.",
        )
        return False
    return True


def _make(environment: Environment) -> None:
    log = environment.log
    log.parent.mkdir(parents=True, exist_ok=True)
    log.write_text("", "utf-8")
    progress = Progress(STEPS)
    folder = environment.folder
    with progress.step(f"Menyiapkan Python di {folder.name}", "Preparing Python"):
        _clear(folder)
        _run(log, sys.executable, "-m", "venv", str(folder))
    has_uv = _install_uv(environment, log, progress)
    packages = environment.lock.read_text("utf-8").count("==")
    with progress.step(
        f"Memasang {packages} paket terkunci", f"Installing {packages} locked packages"
    ):
        _install_locked(environment, log, has_uv=has_uv)
        _make_importable(environment)
    with progress.step("Memeriksa hasilnya", "Checking the result"):
        python = str(environment.python)
        if has_uv and not environment.keeps_installer:
            # 60 MB that the served program has no use for.
            _run(log, python, "-m", "pip", "uninstall", "--quiet", "--yes", "uv")
        _run(log, python, "-m", "pip", "check")
        _run(log, python, "-P", "-c", "import setara")
        environment.set_stamp()


def _install_uv(environment: Environment, log: Path, progress: Progress) -> bool:
    arguments = ("--require-hashes", "--requirement", str(INSTALLER_LOCK))
    try:
        with progress.step("Memasang pemasang cepat (uv)", "Installing the fast installer (uv)"):
            _run(log, str(environment.python), "-m", "pip", "install", *arguments)
    except InstallationFailed:
        found = trouble.read(log.read_text("utf-8", errors="replace"))
        if found is trouble.NETWORK:
            # Without a network pip would only fail again, after minutes of trying.
            raise
        say("  Dilanjutkan dengan pip.", "  Going on with pip.")
        return False
    return True


def _install_locked(environment: Environment, log: Path, *, has_uv: bool) -> None:
    python = str(environment.python)
    arguments = ("install", "--require-hashes", "--requirement", str(environment.lock))
    if has_uv:
        settings = subprocess.run(
            [python, "-m", "pip", "config", "list"], capture_output=True, text=True, check=False
        )
        with suppress(InstallationFailed):
            uv = (python, "-m", "uv", "pip", *arguments, "--python", python)
            _run(log, *uv, **pip_settings.for_uv(settings.stdout, os.environ))
            return
    _run(log, python, "-m", "pip", *arguments)


def _make_importable(environment: Environment) -> None:
    """Put `src` on the path by a relative line, so that the project folder may be moved."""
    unix = environment.folder.glob("lib/python*/site-packages")
    packages = next(unix, environment.folder / "Lib" / "site-packages")
    source = os.path.relpath(ROOT / "src", packages)
    (packages / "setara-source.pth").write_text(source + "\n", "utf-8")


def _clear(folder: Path) -> None:
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)


def _run(log: Path, *command: str, **variables: str) -> None:
    """Run one command with its output going to the log. Raises InstallationFailed."""
    with log.open("a", encoding="utf-8") as output:
        output.write(f"\n$ {' '.join(command)}\n")
        output.flush()
        done = subprocess.run(
            command,
            stdout=output,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            env={**os.environ, **INSIDE, **variables},
            check=False,
        )
    if done.returncode != 0:
        raise InstallationFailed


def _say_waiting() -> None:
    say(
        "Pemasangan lain sedang berjalan di folder ini; menunggu selesai …",
        "Another installation is running in this folder; waiting for it …",
    )


def _say_failed(
    environment: Environment, found: trouble.Trouble, error: OSError | None = None
) -> None:
    name = environment.folder.name
    say(f"\nPemasangan {name} gagal.", f"The installation of {name} failed.\n")
    say(found.indonesian, found.english + "\n")
    if error is not None:
        say(f"Sebab: {error}", f"Cause: {error}")
    else:
        say(f"Catatan lengkap: {environment.log}", f"Full log: {environment.log}")
