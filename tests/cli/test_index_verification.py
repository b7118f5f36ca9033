"""A published table is recomputed on the command line: 0 all match, 1 some do not, 2 no table."""

import json

import pytest

from setara.cli.main import main

HEADS = (
    "name;year;uhh_L;uhh_P;hls_L;hls_P;rls_L;rls_P;pengeluaran_ribu_L;pengeluaran_ribu_P;"
    "ipm_P;ipm_L;ipg;perempuan_parlemen_pct;perempuan_profesional_pct;"
    "sumbangan_pendapatan_perempuan_pct;idg"
)
PASER = (
    "Paser;2021;70,86;74,84;13,18;13,47;9,15;8,36;17502;2965;55,76;78,33;{};20;44,39;23,71;65,67"
)


@pytest.fixture
def table(tmp_path):
    def written(*ipg):
        path = tmp_path / "bps.csv"
        path.write_text("\n".join([HEADS, *(PASER.format(each) for each in ipg)]), encoding="utf-8")
        return str(path)

    return written


def test_a_table_that_matches_ends_with_0(table, capsys):
    assert main(["index", "verify", table("71,19")]) == 0

    told = capsys.readouterr().out
    assert "IPM menurut jenis kelamin" in told
    assert "Semua 3 angka yang dapat dihitung ulang cocok" in told
    assert "IDG tidak dibandingkan" in told


def test_a_table_with_a_miss_ends_with_1_and_names_it(table, capsys):
    assert main(["index", "verify", table("71,19", "71,91"), "--language", "en"]) == 1

    told = capsys.readouterr().out
    assert "1 of 6 values do not match" in told
    assert "Paser 2021, IPG: published 71.91, recomputed 71.19" in told


def test_years_are_counted_apart_on_request(table, capsys):
    main(["index", "verify", table("71,19"), "--by-year"])

    assert "IPG    2021" in capsys.readouterr().out


def test_many_misses_are_cut_short_in_words_and_whole_in_json(table, capsys):
    path = table(*["71,91"] * 25)
    main(["index", "verify", path])
    assert "… dan 5 lagi" in capsys.readouterr().out

    assert main(["index", "verify", path, "--json"]) == 1
    facts = json.loads(capsys.readouterr().out)
    assert len(facts["misses"]) == 25
    assert facts["recognised"] == "bps-ipm-by-sex"
    assert facts["all_match"] is False
    (ipg,) = [each for each in facts["values"] if each["step"] == "ipg"]
    assert (ipg["compared"], ipg["exact"], ipg["miss"], ipg["match_rate"]) == (25, 0, 25, 0.0)
    assert facts["by_year"][0]["year"] == 2021


@pytest.mark.parametrize("as_json", [[], ["--json"]])
@pytest.mark.parametrize(
    ("content", "says"),
    [("desa;jumlah\nA;1\n", "tidak dikenal"), ("", "kosong"), (None, "tidak ada")],
)
def test_what_is_no_such_table_ends_with_2_and_says_why(tmp_path, capsys, as_json, content, says):
    path = tmp_path / "other.csv"
    if content is not None:
        path.write_text(content)

    assert main(["index", "verify", str(path), *as_json]) == 2
    assert says in capsys.readouterr().err


def test_a_cell_that_is_no_number_ends_with_2_and_names_it(table, capsys):
    assert main(["index", "verify", table("tujuh")]) == 2
    assert "Baris 2, kolom “ipg”" in capsys.readouterr().err


def test_a_table_without_a_year_compared_ends_with_2(tmp_path, capsys):
    path = tmp_path / "bps.csv"
    path.write_text(HEADS + "\nPaser;2021;;;;;;;;;;;;;;;\n")

    assert main(["index", "verify", str(path)]) == 2
    assert "Tidak ada angka" in capsys.readouterr().out
