"""From a log to a remedy, and from pip's settings to uv's."""

from __future__ import annotations

import pytest

from workshop import pip_settings, trouble


@pytest.mark.parametrize(
    ("printed", "remedy"),
    [
        ("NewConnectionError: [Errno 111] Connection refused", "internet"),
        ("OSError: [Errno 28] No space left on device", "disk"),
        ("The virtual environment was not created because ensurepip is not available", "venv"),
        ("PermissionError: [Errno 13] Permission denied: '.venv'", "Copy the project"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "mirror"),
        ("ProxyError('Cannot connect to proxy.')", "HTTPS_PROXY"),
        ("ERROR: No matching distribution found for typst==0.15", "Python 3.11"),
        ("something nobody has seen before", "log below"),
    ],
)
def test_what_was_printed_leads_to_a_remedy(printed: str, remedy: str) -> None:
    assert remedy in trouble.read(f"\n$ pip install\n{printed}").english


def test_the_last_command_decides() -> None:
    log = "\n$ uv\nPermission denied: cache\n$ pip\nNo space left on device\n"

    assert "disk" in trouble.read(log).english


def test_every_remedy_is_said_in_both_languages() -> None:
    for each in (*trouble.KNOWN, trouble.UNKNOWN):
        assert each.indonesian
        assert each.english != each.indonesian


PIP = """\
:env:.find-links='/srv/wheels'
global.cert='/etc/ssl/office.pem'
global.extra-index-url='https://a.example/simple https://b.example/simple'
global.index-url='https://pypi.example/simple'
install.index-url='https://mirror.example/simple'
freeze.all='true'
"""


def test_uv_is_told_what_pip_was_told() -> None:
    assert pip_settings.for_uv(PIP, {}) == {
        "UV_INDEX_URL": "https://mirror.example/simple",
        "UV_EXTRA_INDEX_URL": "https://a.example/simple https://b.example/simple",
        "UV_FIND_LINKS": "/srv/wheels",
        "UV_INDEX_STRATEGY": "unsafe-best-match",
        "SSL_CERT_FILE": "/etc/ssl/office.pem",
    }


def test_what_the_user_set_for_uv_itself_stays() -> None:
    given = pip_settings.for_uv(
        PIP, {"UV_DEFAULT_INDEX": "https://own.example", "SSL_CERT_FILE": "x"}
    )

    assert set(given) == {"UV_FIND_LINKS", "UV_INDEX_STRATEGY"}
