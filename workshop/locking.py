"""One at a time: a lock on a file that the operating system drops when its holder dies."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt

    def _try_to_lock(file: IO[str]) -> bool:
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_to_lock(file: IO[str]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


@contextmanager
def only_one(path: Path, *, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the lock `path`; `waiting` is called once where another process holds it.

    Raises OSError where the file cannot be made or the file system knows no locks.
    """
    with path.open("w") as file:
        if not _try_to_lock(file):
            waiting()
            while not _try_to_lock(file):
                time.sleep(0.2)
        yield
