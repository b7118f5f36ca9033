"""The secret key: given by the operator, or made once and kept beside the data."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from setara.config.environment import BadSetting, Environment

FILE_NAME = "secret_key"
LEAST_LENGTH = 32


def secret_key(environment: Environment, home: Path) -> str:
    """The key that signs sessions and reset links.

    Raises BadSetting for a key too short to be one, given or kept.
    """
    key = environment.text("SETARA_SECRET_KEY") or _kept(home / FILE_NAME)
    if len(key) < LEAST_LENGTH:
        raise BadSetting(
            "Kunci rahasia terlalu pendek: paling sedikit {least} huruf. Hapus berkas {file} agar "
            "dibuatkan yang baru, atau isi SETARA_SECRET_KEY.",
            "The secret key is too short: at least {least} characters. Delete the file {file} to "
            "have a new one made, or give SETARA_SECRET_KEY.",
            least=LEAST_LENGTH,
            file=home / FILE_NAME,
        )
    return key


def _kept(path: Path) -> str:
    if not path.exists():
        _make(path)
    return path.read_text(encoding="ascii").strip()


def _make(path: Path) -> None:
    """Write a new key so that two processes starting at once agree on one: the first link wins."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
        file.write(secrets.token_urlsafe(50))
    try:
        os.link(draft, path)
    except FileExistsError:
        return
    finally:
        draft.unlink()
