"""What each word after `./setara` does.

Runs on the machine's own Python with the standard library only, and imports as little as
it can: on every start but the first this module is all that stands before the program.
"""

from __future__ import annotations

import os
import sys

from workshop.environment import APP, ROOT, TEST, Environment

TOOLS = {"test": "workshop.suites", "check": "workshop.check", "bench": "workshop.bench"}
"""The words that belong to the workshop, and the module that does each."""

HELP = """\
Setara: dari kesenjangan yang terukur sampai hasilnya
Setara: from a measured gap to its result

  ./setara demo [--no-serve]   isi data contoh, lalu buka di peramban
                               fill in sample data, then open it in a browser
  ./setara test [ARG …]        semua pengujian; dengan ARG satu kali pytest saja
                               every test; with ARG one plain pytest run
  ./setara check [--fix]       semua pemeriksaan kode, satu putusan
                               every check of the code, one verdict
  ./setara bench [NAME]        tolok ukur, berdampingan
                               benchmarks, side by side

Kata lain diteruskan ke program (python -m setara …).
Any other word goes to the program (python -m setara …).
"""
NOT_YET = """\
Daftarnya tampil di sini setelah pemasangan pertama, misalnya dengan ./setara demo.
They are listed here after the first installation, for example by ./setara demo.
"""


def main(words: list[str]) -> int:
    """Do what `words` ask; the exit status of what was run."""
    first, *rest = words or ["--help"]
    if first in {"-h", "--help", "help"}:
        return _help()
    tool = TOOLS.get(first)
    environment = TEST if tool else APP
    if not environment.is_ready():
        # Only the first start pays for importing what installs.
        from workshop.installing import prepare

        if not prepare(environment):
            return 1
    if tool is None:
        return _run(environment, "setara", words)
    os.chdir(ROOT)
    return _run(environment, tool, rest)


def _help() -> int:
    print(HELP)
    if not APP.is_ready():
        print(NOT_YET, end="")
        return 0
    return _run(APP, "setara", ["--help"])


def _run(environment: Environment, module: str, words: list[str]) -> int:
    """Become `python -m module words`; signals and the exit status are the program's own."""
    sys.stdout.flush()
    command = [str(environment.python), "-m", module, *words]
    if os.name == "posix":
        os.execv(command[0], command)
    # Windows starts a new process for exec and lets the console go on without it.
    import subprocess

    return subprocess.run(command, check=False).returncode
