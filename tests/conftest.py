"""What every test stands on: a closed network, the same examples, one of two databases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from ipaddress import ip_address
from pathlib import Path
from socket import AF_INET, AF_INET6, socket
from typing import Any

import hypothesis
import pytest

from tests.loading import database, load_django
from workshop import browser

BROWSER_TESTS = Path(__file__).parent / "browser"

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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what stands in tests/browser, so that it runs in its own suite."""
    for item in items:
        if BROWSER_TESTS in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The Chromium to drive; without one the test is skipped, or fails where one is required."""
    found = browser.chromium()
    if found is None and browser.is_required():
        pytest.fail(browser.NONE_FOUND, pytrace=False)
    if found is None:
        pytest.skip(browser.NONE_FOUND)
    return found


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
