"""The index on the command line: the published figure, its steps, and clear refusals."""

import json

import pytest

from setara.cli.main import main

# Paser 2021, BPS: published IPG 71.19.
PASER = ["--women", "74.84,13.47,8.36,2965", "--men", "70.86,13.18,9.15,17502"]


def test_paser_2021_is_the_published_figure(capsys):
    assert main(["index", "ipg", "--year", "2021", *PASER]) == 0
    assert "71,19" in capsys.readouterr().out


def test_every_step_and_its_source_is_told_on_request(capsys):
    main(["index", "ipg", "--year", "2021", *PASER, "--explain", "--language", "en"])

    told = capsys.readouterr().out
    assert "IPM_P" in told
    assert "lower goalpost: min = 1,007,436" in told


def test_programs_get_json(capsys):
    main(["index", "ipg", "--year", "2021", *PASER, "--json"])

    assert json.loads(capsys.readouterr().out)["ipg"] == "71.19"


@pytest.mark.parametrize(
    ("year", "women", "says"),
    [
        ("2021", "74.84,13.47,8.36", "empat angka"),
        ("2021", "74.84,13.47,8.36,banyak", "empat angka"),
        ("2021", "74.84,13.47,8.36,2965000", "ribu rupiah"),
        ("2005", "74.84,13.47,8.36,2965", "metode lama"),
    ],
)
def test_what_cannot_be_computed_says_why(capsys, year, women, says):
    status = main(["index", "ipg", "--year", year, "--women", women, "--men", PASER[3]])

    assert status == 2
    assert says in capsys.readouterr().err
