"""Serves the installation: granian with one worker and its threads."""

from __future__ import annotations

import socket
from argparse import Namespace

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from setara.cli.deeds.preparing import prepare
from setara.cli.terminal import Terminal
from setara.cli.word import DONE, UNABLE
from setara.domain.language.text import Text

APPLICATION = "setara.config.wsgi:application"
PATIENCE = 20
"""Seconds a request under way may still take once the server was told to stop."""

OPEN = Text(
    "Setara dibuka di {url} – hentikan dengan Ctrl+C.",
    "Setara is open at {url} – stop it with Ctrl+C.",
)
TAKEN = Text(
    "Alamat {host}:{port} tidak dapat dipakai ({why}). Pilih port lain dengan --port.",
    "The address {host}:{port} cannot be used ({why}). Choose another port with --port.",
)


def serve(given: Namespace, terminal: Terminal) -> int:
    """Serve until told to stop."""
    host, port = given.host, given.port
    why = in_the_way(host, port)
    if why is not None:
        terminal.tell(TAKEN.filled(host=host, port=str(port), why=why))
        return UNABLE
    prepare(terminal)
    shown = f"[{host}]" if ":" in host else host
    terminal.tell(OPEN.filled(url=f"http://{shown}:{port}/"))
    run(host, port, threads=given.threads)
    return DONE


def in_the_way(host: str, port: int) -> str | None:
    """Why the address cannot be listened on; None where it can."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(family, kind, protocol) as door:
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            door.bind(address)
    except (OSError, OverflowError) as error:
        return str(error)
    return None


def run(host: str, port: int, *, threads: int) -> None:
    """Listen until SIGINT or SIGTERM; then answer what is under way and end.

    One process, because SQLite has one writer and the office PC two cores.
    """
    Granian(
        APPLICATION,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=threads,
        websockets=False,
        workers_kill_timeout=PATIENCE,
        log_level=LogLevels.warning,
    ).serve()
