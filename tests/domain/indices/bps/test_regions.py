"""Regions by name and status, the code being a second witness; each quirk with its failing twin."""

from __future__ import annotations

from pathlib import Path

import pytest

from setara.domain.foundation.place import PlaceKind
from setara.domain.indices.bps.regions import CodeSystem, Doubt, read_regions, regions
from setara.domain.law.source import MalformedLaw


def test_all_of_indonesia_is_known() -> None:
    kinds = [region.kind for region in regions().by_code.values()]

    counted = {kind: kinds.count(kind) for kind in set(kinds)}
    assert counted == {
        PlaceKind.COUNTRY: 1,
        PlaceKind.PROVINCE: 38,
        PlaceKind.REGENCY: 416,
        PlaceKind.CITY: 98,
    }


def test_every_region_is_found_by_its_own_name_and_code() -> None:
    for region in regions().by_code.values():
        code = "0000" if region.code == "ID" else region.code
        said = region.name if "." in region.code else region.name.upper()
        assert regions().found(said, code, system=CodeSystem.MINISTRY).region == region


@pytest.mark.parametrize(
    ("said", "code", "expected"),
    [
        ("Paser", "6401", "64.01"),
        ("PASIR", "6401", "64.01"),
        ("Kab. Pasir", "", "64.01"),
        ("Kodya Balikpapan", "", "64.71"),
        ("Kota Balikpapan", "6471", "64.71"),
        ("Balikpapan", "64.71", "64.71"),
        ("KALIMANTAN TIMUR", "6400", "64"),
        ("Prov. Kalimantan Timur", "64", "64"),
        ("INDONESIA", "0000", "ID"),
        ("Indonesia", "", "ID"),
        # Both systems: 6402 is Kutai Barat to BPS, Kutai Kartanegara to the ministry.
        ("Kutai Barat", "6402", "64.07"),
        ("Kutai Kartanegara", "64.02", "64.02"),
        ("Kutai Kartanegara", "6403", "64.02"),
        ("Mahakam Hulu", "6411", "64.11"),
        ("6401 Paser", "", "64.01"),
        ("[6405] Berau", "", "64.03"),
        ("Bogor", "3201", "32.01"),
        ("Bogor", "3271", "32.71"),
        ("Bogor", "", "32.01"),
        ("Kota Bogor", "", "32.71"),
        ("Bogor (Kota)", "", "32.71"),
        ("Bogor, Kab.", "", "32.01"),
        ("GORONTALO", "", "75"),
        ("Gorontalo", "", "75.01"),
        ("Gorontalo", "7571", "75.71"),
        ("Lima Puluh Kota", "1308", "13.07"),
        ("Kep. Seribu", "", "31.01"),
        ("Kota Adm. Jakarta Selatan", "3171", "31.74"),
        ("DKI JAKARTA", "3100", "31"),
        ("D.I. YOGYAKARTA", "3400", "34"),
        # The divided provinces: the code of before, and one of after.
        ("Merauke", "9401", "93.01"),
        ("Merauke", "9501", "93.01"),
        ("PAPUA SELATAN", "9500", "93"),
        ("SIAK", "1405", "14.08"),
        ("1. Paser", "", "64.01"),
        ("12. Berau", "", "64.03"),
        ("64. Kalimantan Timur", "", "64"),
        ("Mahakam Ulu 1)", "6411", "64.11"),
        ("PAPUA*)", "9400", "91"),
        ("KAB. PASER", "6401", "64.01"),
        ("", "6401", "64.01"),
        ("6401", "", "64.01"),
    ],
)
def test_a_row_is_recognised(said: str, code: str, expected: str) -> None:
    found = regions().found(said, code)
    assert found.region is not None, found
    assert found.region.code == expected


@pytest.mark.parametrize(
    ("said", "code", "doubt", "suggested"),
    [
        # 6402 is another kabupaten in both systems.
        ("Berau", "6402", Doubt.CODE_CONTRADICTS, "64.03"),
        ("Kalimantan Timur", "6300", Doubt.CODE_CONTRADICTS, "64"),
        ("Kota Samarinda", "6401", Doubt.CODE_CONTRADICTS, "64.72"),
        ("Paserr", "", Doubt.UNKNOWN, "64.01"),
        ("Kota Paser", "", Doubt.UNKNOWN, "64.01"),
        ("Atlantis", "", Doubt.UNKNOWN, None),
        # Without a name the two systems disagree.
        ("", "6402", Doubt.UNKNOWN, "64.02"),
    ],
)
def test_what_is_not_certain_is_named_not_guessed(
    said: str, code: str, doubt: Doubt, suggested: str | None
) -> None:
    found = regions().found(said, code)
    assert (found.region, found.doubt) == (None, doubt)
    codes = [region.code for region in found.suggestions]
    assert (suggested in codes) if suggested else codes == []


def test_a_named_code_system_tells_which_region_a_bare_code_means() -> None:
    known = regions()
    assert known.found("", "6402", system=CodeSystem.BPS).region.name == "Kabupaten Kutai Barat"
    ministry = known.found("", "6402", system=CodeSystem.MINISTRY).region
    assert ministry.name == "Kabupaten Kutai Kartanegara"
    wrong = known.found("Kutai Barat", "6402", system=CodeSystem.MINISTRY)
    assert wrong.doubt is Doubt.CODE_CONTRADICTS


def test_another_spelling_is_told_and_the_own_name_is_not() -> None:
    assert regions().found("PASIR").spelled
    assert not regions().found("Paser").spelled


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (('"Kabupaten Paser"', '"Paser"'), "kabupaten or a kota"),
        (('"pasir" = "64.01"', '"pasir" = "64.99"'), "no region 64.99"),
    ],
)
def test_a_faulty_list_is_refused(tmp_path: Path, change: tuple[str, str], says: str) -> None:
    entry = (
        'sources = ["Kepmendagri"]\n[spellings]\n"pasir" = "64.01"\n[regions]\n'
        '"64" = "Kalimantan Timur"\n"64.01" = "Kabupaten Paser"\n'
    )
    file = tmp_path / "regions.toml"
    file.write_text(entry, "utf-8")
    assert read_regions(file).found("Pasir").region.code == "64.01"
    file.write_text(entry.replace(*change), "utf-8")
    with pytest.raises(MalformedLaw, match=says):
        read_regions(file)
