"""No example is believed without its source."""

from pathlib import Path

import pytest

from tests.domain.statistics.casebook import CASES, UnsourcedCase, cases_in

ROOMS = ("statistics", "indices")


@pytest.mark.parametrize("source", ["", 'source = ""', 'source = "  "'])
def test_a_case_without_a_source_is_refused(tmp_path: Path, source: str):
    path = tmp_path / "made_up.toml"
    path.write_text(f'[[case]]\nname = "Paser 2099"\n{source}\n', encoding="utf-8")

    with pytest.raises(UnsourcedCase, match="Paser 2099"):
        cases_in(path)


@pytest.mark.parametrize("room", ROOMS)
def test_every_case_of_the_room_names_its_source(room: str):
    files = sorted((CASES / room).glob("*.toml"))

    assert files
    assert all(cases_in(file) for file in files)
