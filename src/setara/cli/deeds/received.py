"""A received file read from the disk, or a clear word why not."""

from __future__ import annotations

from pathlib import Path

from setara.domain.language.text import Text

NO_FILE = Text(
    "Berkas “{name}” tidak dapat dibaca: {why}. Periksa nama dan foldernya.",
    "The file “{name}” cannot be read: {why}. Check its name and folder.",
)
MISSING = Text("tidak ada", "it is not there")
NOT_ALLOWED = Text("tidak boleh dibuka", "it may not be opened")
IS_FOLDER = Text("itu folder", "it is a folder")


class NotRead(Exception):
    """The file could not be read from the disk; `reason` says why."""

    def __init__(self, name: str, why: Text) -> None:
        self.reason = NO_FILE.filled(name=name, why=why)
        super().__init__(name)


def content_of(path: Path, most: int) -> bytes:
    """The bytes, some more than are taken at most: what is larger is refused by its size.

    Raises NotRead.
    """
    try:
        with path.open("rb") as file:
            return file.read(most + 1024 * 1024)
    except FileNotFoundError as error:
        raise NotRead(path.name, MISSING) from error
    except IsADirectoryError as error:
        raise NotRead(path.name, IS_FOLDER) from error
    except OSError as error:
        raise NotRead(path.name, NOT_ALLOWED) from error
