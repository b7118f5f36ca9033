"""The one check: each to its end, a table, one verdict with the count."""

from __future__ import annotations

import pytest

from workshop import check
from workshop.check import Check, Result, checks, main, table

PASSING = Check("passing", ("-c", "pass"))
FAILING = Check("failing", ("-c", "print('what is wrong'); raise SystemExit(1)"))
SKIPPED = Check("skipped", ("-c", "raise SystemExit(1)"), skipped="no network")


def _only(monkeypatch: pytest.MonkeyPatch, *wanted: Check) -> None:
    monkeypatch.setattr(check, "checks", lambda online: list(wanted))


def test_every_check_runs_after_a_failure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _only(monkeypatch, FAILING, PASSING, SKIPPED)

    assert main([]) == 1

    said = capsys.readouterr().out
    assert "what is wrong" in said
    assert "– skipped" in said
    assert "no network" in said
    assert said.splitlines()[-2:] == [
        "PUTUSAN: 1 lulus, 1 gagal, 1 dilewati",
        "VERDICT: 1 passed, 1 failed, 1 skipped",
    ]


def test_the_verdict_passes_where_nothing_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    _only(monkeypatch, PASSING, SKIPPED)

    assert main([]) == 0


def test_fix_mends_before_it_checks(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    file = f"{tmp_path}/mended"
    mend = ("-c", f"open({file!r}, 'w').close()")
    _only(monkeypatch, Check("style", ("-c", f"open({file!r})"), fix=mend))

    assert main([]) == 1
    assert main(["--fix"]) == 0


def test_known_vulnerabilities_are_asked_for_online_only() -> None:
    (offline,) = (each for each in checks(online=False) if each.skipped)

    assert "--online" in offline.skipped
    assert not [each for each in checks(online=True) if each.skipped]


def test_a_line_shows_how_long_a_check_took() -> None:
    assert "✓ passing" in table([Result(PASSING, 0, 1.25, "")])
    assert "1.2 s" in table([Result(PASSING, 0, 1.25, "")])
