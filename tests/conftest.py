"""What every test stands on: a closed network, the same examples, one of two databases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from ipaddress import ip_address
from socket import AF_INET, AF_INET6, socket
from typing import Any

import hypothesis
import pytest

from tests.loading import database, load_django

hypothesis.settings.register_profile(
    "ci", max_examples=60, derandomize=True, deadline=None, database=None
)
hypothesis.settings.load_profile("ci")

# At import, because the conftest of a folder below may import tables.
load_django()


class NetworkClosed(RuntimeError):
    """A test reached for another machine."""


def pytest_report_header() -> str:
    """Name the database, so that a log says which half of the run it is."""
    return f"database: {database()}"


@pytest.fixture(autouse=True, scope="session")
def _closed_network() -> Iterator[None]:
    """Connections go to this machine or nowhere."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "connect", _only_here(socket.connect))
        patch.setattr(socket, "connect_ex", _only_here(socket.connect_ex))
        yield


def _only_here(connect: Callable[..., Any]) -> Callable[..., Any]:
    def guarded(self: socket, address: Any) -> Any:
        if self.family in {AF_INET, AF_INET6} and not _is_here(address[0]):
            message = f"a test may not connect to {address[0]}"
            raise NetworkClosed(message)
        return connect(self, address)

    return guarded


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
