"""What moves the index of a row, on the command line."""

import json

from tests.cli.index_tables import HEAD, ROWS, write_csv

PASER_2021 = next(place for place, row in enumerate(ROWS, start=1) if "2965" in map(str, row))


def asked(run, tmp_path, *more):
    given = write_csv(tmp_path / "a.csv", ROWS)
    return run("index", "levers", "ipg", "--input", str(given), "--row", str(PASER_2021), *more)


def test_slopes_and_the_way_to_a_target_are_told(run, tmp_path):
    outcome = asked(run, tmp_path, "--target", "75")

    assert outcome.status == 0
    assert outcome.out.startswith("IPG = 71,19\n")
    assert "Pengeluaran per kapita disesuaikan perempuan  2.965" in outcome.out
    assert "menjadi 3.559 ribu rupiah/orang/tahun (sekarang 2.965)" in outcome.out


def test_the_same_as_json_with_exact_numbers(run, tmp_path):
    facts = json.loads(asked(run, tmp_path, "--target", "75", "--json").out)

    by_measure = {each["measure"]: each for each in facts["smallest_changes"]}
    assert facts["published"] == "71.19"
    assert by_measure["expenditure_female"]["needed"] == "3559"
    assert len(facts["sensitivities"]) == 8
    assert facts["reading"][0]["en"].startswith(
        "Adjusted expenditure per capita: if women stood level"
    )


def test_what_cannot_be_done_is_told(run, tmp_path):
    for more, said in (
        (("--target", "banyak"), "“banyak” bukan angka"),
        (("--seats", "0"), "paling sedikit 1"),
        (("--row", "999"), "Baris 999 tidak ada"),
    ):
        outcome = asked(run, tmp_path, *more)

        assert outcome.status == 2
        assert said in outcome.err
        assert outcome.out == ""


def test_a_row_without_an_index_says_why(run, tmp_path):
    rows = [
        [
            "" if name == "mean_schooling_male" else cell
            for name, cell in zip(HEAD, row, strict=True)
        ]
        for row in ROWS
    ]
    given = write_csv(tmp_path / "a.csv", rows)
    outcome = run("index", "levers", "ipg", "--input", str(given))

    assert outcome.status == 2
    assert "Rata-rata lama sekolah laki-laki" in outcome.err
