"""A definition file is checked before anybody relies on it."""

import json

import pytest

from setara.cli.main import main
from setara.domain.indices.composite.shipped import definition_text


@pytest.fixture
def written(tmp_path):
    def write(text):
        file = tmp_path / "kota.toml"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(file)

    return write


def test_a_sound_definition_says_what_it_needs(written, capsys):
    assert main(["index", "check-definition", written(definition_text("eige"))]) == 0

    told = capsys.readouterr().out
    assert "6 ukuran" in told
    assert "Wajib diisi: work, money" in told


def test_every_fault_is_told_with_file_and_line(written, capsys):
    faulty = definition_text("eige").replace('mean = "geometric"', 'mean = "median"')
    faulty = faulty.replace('name_en = "Money"', "")

    assert main(["index", "check-definition", written(faulty)]) == 1

    lines = faulty.splitlines()
    told = capsys.readouterr().out.splitlines()
    mean, money = lines.index('mean = "median"') + 1, lines.index('name = "Uang"') + 1
    assert [line.partition(":")[0] for line in told] == [
        f"kota.toml, baris {mean}",
        f"kota.toml, baris {money}",
    ]


def test_programs_get_json_in_both_languages(written, capsys):
    assert main(["index", "check-definition", written("x = 1"), "--json"]) == 1
    faults = json.loads(capsys.readouterr().out)["faults"]
    assert {"line", "reason"} == set(faults[0])
    assert {"id", "en"} == set(faults[0]["reason"])

    assert main(["index", "check-definition", written(definition_text("gggi")), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["index"] == "gggi"


@pytest.mark.parametrize(
    ("content", "says"), [(b"\xff\xfe\x00", "UTF-8"), (None, "tidak dapat dibaca")]
)
def test_what_cannot_be_read_is_no_answer(written, tmp_path, capsys, content, says):
    file = written(content) if content else str(tmp_path / "tidak-ada.toml")

    assert main(["index", "check-definition", file]) == 2
    assert says in capsys.readouterr().err
