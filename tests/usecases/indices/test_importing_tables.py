"""Tables of BPS are received, looked at, and kept whole or not at all."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.verdict import Refused
from setara.domain.indices.bps.measures import Vintage
from setara.domain.language.text import Language
from setara.domain.statistics.observation import Nothing
from setara.store.models import (
    ElementRecord,
    ObservationRecord,
    ObservationVersionRecord,
    PlaceRecord,
    ReceivedFileRecord,
    SourceRecord,
)
from setara.usecases.foundation.access import NotFound
from setara.usecases.indices.explaining import explained_index
from setara.usecases.indices.importing import import_index_table, receive_index_table
from setara.usecases.indices.importing_queries import index_file
from setara.usecases.indices.published import published_figures
from setara.usecases.statistics.ranking_queries import RankingWanted, disparities
from setara.usecases.statistics.receiving import TableRefused
from setara.usecases.statistics.releases import releases
from tests.events import count_of_events, last_event
from tests.makers import AT, founder, make_government
from tests.world import World

SHARED = Path(__file__).parents[4] / "shared/data/indices"
KALTIM = "kaltim_paser_indonesia_2010-2021.csv"
IKG = (
    "kode;Wilayah;2021;2022",
    "6400;KALIMANTAN TIMUR;0,436;0,443",
    "6401;PASIR;0,500;-",
    "6472;Kota Samarinda;0,190;0,197",
    "3200;JAWA BARAT;0,493;0,490",
    "3202;Sukabumi;0,590;0,588",
    "0000;INDONESIA;0,465;0,459",
)


def csv_of(*lines: str, title: str = "Indeks Ketimpangan Gender") -> bytes:
    return "\n".join([title, *lines]).encode("cp1252")


def receive(by: Actor, content: bytes | None = None, name: str = "ikg.csv") -> int:
    return receive_index_table(
        by=by, at=AT, name=name, content=csv_of(*IKG) if content is None else content
    )


def keep(by: Actor, file_id: int, **changes: Any) -> int:
    facts = {"publisher": "BPS", "document": "IKG menurut kabupaten/kota 2021–2022"}
    return import_index_table(by=by, at=AT, file_id=file_id, **(facts | changes))


def kept(by: Actor) -> list[str]:
    rows = ObservationRecord.objects.filter(
        element__government=by.government_id, element__code="IX04"
    ).select_related("place")
    return sorted(
        f"{row.place.code} {row.valid_from.year} {row.figure()} {row.cell}" for row in rows
    )


def test_a_table_is_looked_at_before_anything_of_it_is_kept(world: World) -> None:
    before = ObservationRecord.objects.count()
    file_id = receive(world.secretary)
    seen = index_file(by=world.secretary, file_id=file_id)

    assert ObservationRecord.objects.count() == before
    assert (seen.new, seen.same, seen.changed, seen.is_taken) == (8, 0, (), False)
    assert [(region.code, count) for region, count in seen.skipped] == [("32", 2), ("32.02", 2)]
    assert seen.skipped_rows == 2
    assert last_event(world.secretary).name == "indices.table.received"


def test_figures_of_the_surroundings_are_kept_with_file_sheet_and_cell(world: World) -> None:
    source_id = keep(world.secretary, receive(world.secretary))

    assert kept(world.secretary) == [
        "64 2021 0.436 CSV!C3",
        "64 2022 0.443 CSV!D3",
        "64.01 2021 0.500 CSV!C4",
        "64.01 2022 not_reported CSV!D4",
        "64.72 2021 0.190 CSV!C5",
        "64.72 2022 0.197 CSV!D5",
        "ID 2021 0.465 CSV!C8",
        "ID 2022 0.459 CSV!D8",
    ]
    source = SourceRecord.objects.get(pk=source_id)
    assert (source.publisher, source.file.name) == ("BPS", "ikg.csv")
    assert source.locator == "ikg.csv, CSV"
    # The country, the province, and the ten kabupaten and kota in it.
    codes = set(
        PlaceRecord.objects.exclude(code__regex=r"\d\d\.\d\d\.").values_list("code", flat=True)
    )
    assert len(codes) == 12
    left = last_event(world.secretary).detail
    assert (left["new"], left["changed"], left["elsewhere"]) == (8, 0, 2)


def test_the_same_file_again_says_so_and_keeps_nothing(world: World) -> None:
    file_id = receive(world.secretary)
    # Received, not yet kept: the same bytes are found again.
    assert receive(world.secretary) == file_id
    keep(world.secretary, file_id)
    before = ObservationVersionRecord.objects.count(), ObservationRecord.objects.count()

    with pytest.raises(Refused, match="received before"):
        receive(world.secretary)
    with pytest.raises(Refused, match="taken in already"):
        keep(world.secretary, file_id)
    assert (ObservationVersionRecord.objects.count(), ObservationRecord.objects.count()) == before


def test_a_revised_figure_replaces_the_one_before_which_is_kept_as_a_version(world: World) -> None:
    keep(world.secretary, receive(world.secretary))
    revised = csv_of(*[line.replace("0,443", "0,444").replace("0,190", "-") for line in IKG])
    file_id = receive(world.secretary, revised, "ikg-baru.csv")

    seen = index_file(by=world.secretary, file_id=file_id)
    (changed,) = seen.changed
    assert (changed.before, changed.figure.value) == (Decimal("0.443"), Decimal("0.444"))
    assert (seen.new, seen.same) == (0, 7)

    keep(world.secretary, file_id, document="IKG, perbaikan")
    (version,) = ObservationVersionRecord.objects.filter(observation__element__code="IX04")
    assert version.value == Decimal("0.443")
    assert version.observation.figure() == Decimal("0.444")
    assert "IKG, perbaikan" in version.observation.reason
    # “Not available” replaces nothing.
    assert "64.72 2021 0.190 CSV!C5" in kept(world.secretary)


def test_the_series_has_to_be_named_where_the_table_does_not(world: World) -> None:
    content = csv_of("Wilayah;2019;2021", "Berau;87,93;88,00", title="Indeks Pembangunan Gender")
    file_id = receive(world.secretary, content)
    before = ObservationRecord.objects.count()

    with pytest.raises(Refused, match="Choose the series"):
        keep(world.secretary, file_id)
    assert ObservationRecord.objects.count() == before

    keep(world.secretary, file_id, vintage=Vintage.LONG_FORM)
    rows = ObservationRecord.objects.filter(element__code__startswith="IX02", place__code="64.03")
    assert sorted((row.element.code, row.valid_from.year) for row in rows) == [
        ("IX02", 2019),
        ("IX02-LF", 2021),
    ]


def test_nothing_is_kept_where_one_element_refuses(world: World) -> None:
    ElementRecord.objects.filter(code="IX04").update(most=Decimal("0.45"))
    file_id = receive(world.secretary)
    before = ObservationRecord.objects.count(), SourceRecord.objects.count()
    events = count_of_events(world.secretary)

    with pytest.raises(Refused):
        keep(world.secretary, file_id)
    assert (ObservationRecord.objects.count(), SourceRecord.objects.count()) == before
    assert count_of_events(world.secretary) == events


def test_a_table_of_other_regions_only_is_refused(world: World) -> None:
    file_id = receive(world.secretary, csv_of("Wilayah;2021", "JAWA BARAT;0,493", "Sukabumi;0,5"))
    with pytest.raises(Refused, match="Rows of other regions: 2"):
        keep(world.secretary, file_id)


def test_a_year_that_has_not_begun_is_refused_with_its_cell(world: World) -> None:
    file_id = receive(world.secretary, csv_of("Wilayah;2021;2099", "Paser;0,5;0,4"))
    with pytest.raises(Refused, match="CSV!C3 was read as of 2099"):
        keep(world.secretary, file_id)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "kosong"),
        (b"%PDF-1.7", "PDF"),
        (csv_of("Kecamatan;Penduduk", "Kuaro;10", "Long Ikis;12"), "tidak ada angka indeks"),
        (csv_of("Wilayah;IPM", "Paserr;60", "Atlantis;70"), "tidak ada angka indeks"),
    ],
)
def test_what_is_no_such_table_is_refused_and_not_kept(
    world: World, content: bytes, says: str
) -> None:
    before = ReceivedFileRecord.objects.count()
    with pytest.raises(TableRefused) as refused:
        receive(world.secretary, content)
    assert says in refused.value.reason.say(Language.INDONESIAN)
    assert ReceivedFileRecord.objects.count() == before


def test_elements_that_the_register_has_not_yet_are_added_and_marked(world: World) -> None:
    ElementRecord.objects.filter(code="IX04").delete()
    keep(world.secretary, receive(world.secretary))
    element = ElementRecord.objects.get(code="IX04", government=world.secretary.government_id)
    assert not element.is_reconciled


def test_published_indices_stand_beside_with_their_source(world: World) -> None:
    keep(world.secretary, receive(world.secretary))
    found = published_figures(by=world.secretary, place_code="64")
    assert [(each.measure.key, each.year, each.value) for each in found] == [
        ("ikg", 2021, Decimal("0.436")),
        ("ikg", 2022, Decimal("0.443")),
    ]
    assert found[0].source.publisher == "BPS"
    assert found[0].cell == "CSV!C3"
    assert published_figures(by=world.stranger) == ()


def test_neighbours_are_no_places_of_the_own_ranking_or_publication(world: World) -> None:
    content = csv_of(
        "Wilayah;Laki-laki;Perempuan", "Paser;85,1;45,2", "Berau;86,1;44,2", title="TPAK 2014"
    )
    keep(world.secretary, receive(world.secretary, content))
    assert ObservationRecord.objects.filter(element__code="TK01-TPAK").count() == 4

    today = AT.date()
    ranking = disparities(by=world.secretary, wanted=RankingWanted(year=2014), today=today)
    lines = [line for line in (*ranking.ranked, *ranking.apart) if line.element.code == "TK01-TPAK"]
    assert [line.pair.place_code for line in lines] == ["64.01"]
    (line,) = [
        each
        for each in releases(by=world.secretary, year=2014, today=today).lines
        if each.element.code == "TK01-TPAK"
    ]
    assert line.cells == 2


def test_only_who_runs_the_register_takes_a_table_in(world: World) -> None:
    file_id = receive(world.secretary)
    for by in (world.inspector, world.author, world.chair):
        with pytest.raises(Refused):
            receive(by)
        with pytest.raises(Refused):
            index_file(by=by, file_id=file_id)
        with pytest.raises(Refused):
            keep(by, file_id)


def test_another_governments_file_is_not_there(world: World) -> None:
    file_id = receive(world.secretary)
    with pytest.raises(NotFound):
        index_file(by=world.stranger, file_id=file_id)
    with pytest.raises(NotFound):
        keep(world.stranger, file_id)


def test_a_register_without_the_seed_gets_the_one_element_it_needs(db: None) -> None:
    berau = founder(make_government(place_code="64.03", name="Kabupaten Berau"))
    keep(berau, receive(berau))
    assert ElementRecord.objects.filter(government=berau.government_id).count() == 1
    assert len(kept(berau)) == 8


def test_the_published_table_of_kalimantan_timur_gives_every_ipg(db: None) -> None:
    file = SHARED / KALTIM
    if not file.exists():
        pytest.skip("the published table lies outside the project and is not here")
    paser = founder(make_government())
    file_id = receive(paser, file.read_bytes(), KALTIM)
    keep(paser, file_id, vintage=Vintage.OLD)

    assert ObservationRecord.objects.count() == 1969
    nothing = ObservationRecord.objects.filter(nothing=Nothing.NOT_REPORTED)
    assert {row.place.code for row in nothing} == {"64.11"}
    found = {
        (each.place_code, each.year): each.value
        for each in published_figures(by=paser)
        if each.measure.key == "ipg"
    }
    for (code, year), published in found.items():
        if year >= 2016:
            answer = explained_index(by=paser, index_key="ipg", place_code=code, year=year)
            assert answer.result.published == published
    assert len([key for key in found if key[1] >= 2016]) == 62
