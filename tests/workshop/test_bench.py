"""Benchmarks: a figure says whether its promise is kept, a name that is none is told so."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from workshop.bench import __main__ as bench
from workshop.bench.measuring import Figure


def test_a_figure_says_whether_its_promise_is_kept() -> None:
    assert str(Figure("memory", 149.0, "MB", 150)).endswith("promised ≤ 150 MB: kept")
    assert str(Figure("memory", 151.0, "MB", 150)).endswith("promised ≤ 150 MB: BROKEN")
    assert "promised" not in str(Figure("memory", 151.0, "MB"))


def test_an_unknown_benchmark_is_told_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main(["W99"]) == 2
    assert "W99" in capsys.readouterr().err


def test_what_breaks_off_is_no_success(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> Iterator[Figure]:
        yield Figure("first", 1.0, "s")
        message = "no answer"
        raise TimeoutError(message)

    monkeypatch.setattr(bench, "BENCHES", {"W0": broken})

    assert bench.main([]) == 1
    said = capsys.readouterr().out
    assert "first" in said
    assert "not measured: no answer" in said
