"""The peers of benchmarks: locked, named with their version, and said to be absent."""

from __future__ import annotations

import pytest

from workshop.bench import peers


def test_every_peer_that_was_promised_is_locked() -> None:
    promised = (
        "pandas",
        "openpyxl",
        "numpy",
        "scipy",
        "duckdb",
        "frictionless",
        "django-import-export",
    )

    assert all(peers.version_of(name) for name in promised)
    assert peers.versions("pandas") == f"pandas {peers.version_of('pandas')}"


def test_a_peer_that_is_not_locked_is_absent_by_name() -> None:
    with pytest.raises(peers.PeerAbsent, match="no-such-peer: absent"):
        peers.python_with("no-such-peer")


def test_an_environment_that_cannot_be_made_leaves_its_peers_absent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(peers, "_is_made", lambda: False)

    with pytest.raises(peers.PeerAbsent, match="pandas"):
        peers.python_with("pandas")
