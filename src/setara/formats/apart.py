"""Received files opened in a process of its own, within bounds of memory and time."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from setara.formats.opening import Ending

Sheet = tuple[str, list[Sequence[object]]]

SECONDS = 60
_ROOT = Path(__file__).resolve().parents[2]
# `-P` keeps the folder of the server out; the root is added, so that the same code is found.
_START = "import sys; sys.path.insert(0, sys.argv[1]); from setara.formats import opening; "
_PROGRAM = _START + "sys.exit(opening.main(sys.argv[2]))"


class NotOpened(Exception):
    """The file could not be read; `ending` says in which way."""

    def __init__(self, ending: Ending) -> None:
        super().__init__(ending.name)
        self.ending = ending


def opened_apart(kind: str, content: bytes) -> list[Sheet]:
    """The sheets of a `workbook` or an `html` page with their rows. Raises NotOpened.

    Cost: 50 ms to start the process, then what the file takes.
    """
    try:
        done = subprocess.run(  # noqa: S603 -- our own program; the file comes in by the pipe
            [sys.executable, "-P", "-c", _PROGRAM, str(_ROOT), kind],
            input=content,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise NotOpened(Ending.TOO_LARGE) from error
    if done.returncode == Ending.READ:
        return _sheets(done.stdout)
    raise NotOpened(_ending(done))


def _ending(done: subprocess.CompletedProcess[bytes]) -> Ending:
    if done.returncode in list(Ending):
        return Ending(done.returncode)
    # The reader gives up when it asks for more memory than there is.
    if b"memory allocation" in done.stderr or b"MemoryError" in done.stderr:
        return Ending.TOO_LARGE
    return Ending.UNREADABLE


def _sheets(lines: bytes) -> list[Sheet]:
    sheets: list[Sheet] = []
    for line in lines.splitlines():
        said = json.loads(line)
        if isinstance(said, str):
            sheets.append((said, []))
        else:
            sheets[-1][1].append(tuple(_cell(cell) for cell in said))
    return sheets


def _cell(cell: object) -> object:
    match cell:
        case {"at": str(instant)}:
            return datetime.fromisoformat(instant)
        case {"on": str(day)}:
            return date.fromisoformat(day)
        case float() if cell.is_integer():
            return int(cell)
        case "":
            return None
    return cell
