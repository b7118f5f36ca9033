"""Received files opened in a process of its own, within bounds of memory and time."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
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
    """The sheets of a `workbook`, `html` page or `document` with their rows. Raises NotOpened.

    Cost: 50 ms to start the process, then what the file takes.
    """
    sheets: list[Sheet] = []
    for said in _said_apart(kind, content):
        if isinstance(said, str):
            sheets.append((said, []))
        else:
            sheets[-1][1].extend(map(_row, said))
    return sheets


def streamed_apart(kind: str, content: bytes) -> Iterator[tuple[str, int, Sequence[object]]]:
    """Each row with its sheet and its number, while the process still reads on.

    Raises NotOpened, perhaps after some rows were given.
    """
    sheet, before = "", 0
    for said in _said_apart(kind, content):
        if isinstance(said, str):
            sheet, before = said, 0
        else:
            for number, row in enumerate(said, start=before + 1):
                yield sheet, number, _row(row)
            before += len(said)


def _said_apart(kind: str, content: bytes) -> Iterator[str | list[list[object]]]:
    """What the process says, line by line: the name of a sheet, or some of its rows."""
    with (
        tempfile.TemporaryFile() as complaints,
        subprocess.Popen(  # noqa: S603 -- our own program; the file comes in by the pipe
            [sys.executable, "-P", "-c", _PROGRAM, str(_ROOT), kind],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=complaints,
        ) as process,
    ):
        patience = threading.Timer(SECONDS, process.kill)
        patience.start()
        try:
            yield from map(json.loads, _lines(process, content))
            status = process.wait()
        finally:
            # Also where the reader of the rows has seen enough, or something went wrong there.
            out_of_time = not patience.is_alive()
            patience.cancel()
            process.kill()
        if status != Ending.READ:
            complaints.seek(0)
            raise NotOpened(_ending(status, complaints.read(), out_of_time=out_of_time))


def _lines(process: subprocess.Popen[bytes], content: bytes) -> Iterator[bytes]:
    """The lines of the answer; the program reads all it is given before it answers."""
    if process.stdin is None or process.stdout is None:
        message = "the process was started without pipes"
        raise RuntimeError(message)
    try:
        with process.stdin as given:
            given.write(content)
    except BrokenPipeError:
        # It broke down before it had read everything: its status tells why.
        return
    with process.stdout as said:
        # A line without its end was cut off when the process was stopped.
        yield from (line for line in said if line.endswith(b"\n"))


def _ending(status: int, complaints: bytes, *, out_of_time: bool) -> Ending:
    if out_of_time:
        return Ending.TOO_LARGE
    if status in list(Ending):
        return Ending(status)
    # The reader gives up when it asks for more memory than there is.
    if b"memory allocation" in complaints or b"MemoryError" in complaints:
        return Ending.TOO_LARGE
    return Ending.UNREADABLE


def _row(cells: list[object]) -> tuple[object, ...]:
    return tuple(_cell(cell) if type(cell) in _SPELLED else cell for cell in cells)


# Cells of any other type are what they say.
_SPELLED = frozenset({dict, float, str})


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
