"""The published tables of the IDG and the IKG that lie beside the project, where they do."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from setara.domain.indices import ikg, one_year_ahead

TABLES = Path(__file__).parents[4] / "shared/data/indices"
SHARES = {
    "seats_female": "perempuan_parlemen_pct",
    "professional_female": "perempuan_profesional_pct",
    "income_share_female": "sumbangan_pendapatan_perempuan_pct",
}
IKG = {
    "mtf": "mtf",
    "mhpk20": "mhpk20",
    "seats_female": "legislatif_P",
    "seats_male": "legislatif_L",
    "secondary_female": "sma_P",
    "secondary_male": "sma_L",
    "lfpr_female": "tpak_P",
    "lfpr_male": "tpak_L",
}
# Women's share of the population is not in the table; a regency's lies near.
PEOPLE = Decimal("48.5")


def rows(name):
    if not (TABLES / name).exists():
        pytest.skip("the published tables of BPS lie outside the project and are not here")
    with (TABLES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_row_of_the_ikg_comes_out_as_published():
    table = rows("bps_ikg_jabar_components_2018-2022.csv")

    assert len(table) == 15
    for row in table:
        found = ikg(
            **{key: Decimal(row[column]) for key, column in IKG.items()}, year=int(row["tahun"])
        )
        assert found.published == Decimal(row["ikg"]), row


def test_one_year_ahead_the_idg_is_far_nearer_than_the_one_carried_forward():
    table = {
        (row["name"], int(row["year"])): row
        for row in rows("kaltim_paser_indonesia_2010-2021.csv")
        if row["idg"] and all(row[column] for column in SHARES.values())
    }
    ours, carried = [], []
    for (name, year), row in table.items():
        before = table.get((name, year - 1))
        if before is None:
            continue
        ahead = one_year_ahead(
            idg_before=Decimal(before["idg"]), before=shares(before), now=shares(row), year=year
        )
        ours.append(abs(ahead.published - Decimal(row["idg"])))
        carried.append(abs(Decimal(before["idg"]) - Decimal(row["idg"])))

    assert len(ours) == 108
    assert sum(ours) / len(ours) < Decimal("0.61")
    assert sum(carried) / len(carried) > Decimal("2.6")


def shares(row):
    return {
        **{key: Decimal(row[column]) for key, column in SHARES.items()},
        "population_share_female": PEOPLE,
    }
