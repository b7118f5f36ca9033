"""Starts the process that prints a batch, so that the server goes on answering."""

from __future__ import annotations

import subprocess
import sys
import threading


def start(batch_id: int) -> None:
    """Print a batch in a process of its own that outlives the request; raises OSError."""
    command = [sys.executable, "-m", "setara", "batches", "run", str(batch_id)]
    process = subprocess.Popen(  # noqa: S603 -- our own program
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    # Somebody has to take note of its end, or it stays in the table of processes.
    threading.Thread(target=process.wait, daemon=True).start()
