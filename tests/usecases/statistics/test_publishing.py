"""What goes out is guarded, stays as it went out, and is written so that machines can read it."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from decimal import Decimal
from hashlib import sha256

import openpyxl
import pytest
from django.db.models import F

from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Language
from setara.domain.reports.outline import Table, as_text
from setara.domain.statistics.release import CellState
from setara.formats.json_stat import Axis, Cube, json_stat
from setara.store.models import ElementRecord, ObservationRecord, PublicationRecord, SourceRecord
from setara.usecases.foundation.access import NotFound
from setara.usecases.reports.books import book, book_of
from setara.usecases.reports.papers import PaperFormat
from setara.usecases.statistics.publishing import publish_element, publish_year, set_limits
from setara.usecases.statistics.release_files import ReleaseFormat, package_file, release_file
from setara.usecases.statistics.releases import published, releases
from tests.events import last_event
from tests.makers import AT
from tests.world import World

CODE, YEAR = "EK01-LATIH", 2025
TODAY = AT.date()


def publish(world: World) -> int:
    return publish_element(by=world.secretary, at=AT, element_code=CODE, year=YEAR)


def a_file(world: World, form: ReleaseFormat) -> bytes:
    asked = {"element_code": CODE, "form": form, "language": Language.INDONESIAN, "today": TODAY}
    return release_file(by=world.secretary, **asked).content


def small_women() -> ObservationRecord:
    """The one figure of the demo below five: women trained at Muara Samu."""
    return ObservationRecord.objects.get(
        element__code=CODE, place__name="Muara Samu", valid_from__year=YEAR, sex="P"
    )


def test_small_cells_are_hidden_and_covered(world: World) -> None:
    assert small_women().figure() in range(1, 5)
    publish(world)
    cells = {
        (cell.key.place_code, cell.key.sex): cell
        for cell in published(by=world.secretary, element_code=CODE).cells
    }
    place = small_women().place.code
    hidden = {sex for (at, sex), cell in cells.items() if at == place and cell.value is None}
    assert len(hidden) >= 2
    assert all(
        cell.state is CellState.HIDDEN
        for key, cell in cells.items()
        if key[0] == place and cell.value is None
    )
    assert PublicationRecord.objects.get().audit["recovered"] == 0
    assert last_event(world.secretary).name == "statistics.element.published"


def test_what_went_out_stays_when_figures_change(world: World) -> None:
    publish(world)
    before = a_file(world, ReleaseFormat.CSV)
    row = ObservationRecord.objects.filter(element__code=CODE, value__gt=20).first()
    ObservationRecord.objects.filter(pk=row.pk).update(value=F("value") + 1)
    assert a_file(world, ReleaseFormat.CSV) == before
    line = next(
        line
        for line in releases(by=world.secretary, year=YEAR, today=TODAY).lines
        if line.element.code == CODE
    )
    assert line.is_changed


def test_a_correction_cannot_reveal_what_was_hidden(world: World) -> None:
    """The hidden figure grows above the limit; with the old total both would follow."""
    publish(world)
    ObservationRecord.objects.filter(pk=small_women().pk).update(value=7)
    publish(world)
    place = small_women().place.code
    cells = published(by=world.secretary, element_code=CODE).cells
    assert any(cell.state is CellState.HIDDEN for cell in cells if cell.key.place_code == place)


def test_a_wrong_figure_that_is_out_gives_way_to_a_small_right_one(world: World) -> None:
    row = ObservationRecord.objects.filter(
        element__code=CODE, place__code="64.01.05", valid_from__year=YEAR, sex="P"
    )
    publish(world)
    row.update(value=3)
    publish(world)
    cells = {cell.key: cell for cell in published(by=world.secretary, element_code=CODE).cells}
    women = next(key for key in cells if key.place_code == "64.01.05" and key.sex == "P")
    assert cells[women].state is CellState.HIDDEN
    line = releases(by=world.secretary, year=YEAR, today=TODAY).lines
    assert all(each.holds for each in line)


def test_nothing_goes_out_twice_or_by_those_who_may_not(world: World) -> None:
    publish(world)
    with pytest.raises(Refused):
        publish(world)
    for actor in (world.author, world.planner, world.chair):
        with pytest.raises(Refused):
            publish_element(by=actor, at=AT, element_code="EK01", year=YEAR)
    with pytest.raises(NotFound):
        publish_element(by=world.stranger, at=AT, element_code=CODE, year=YEAR)
    with pytest.raises(NotFound):
        published(by=world.stranger, element_code=CODE)
    with pytest.raises(Refused):
        publish_element(by=world.secretary, at=AT, element_code=CODE, year=1999)


def test_a_year_goes_out_at_once(world: World) -> None:
    count = publish_year(by=world.secretary, at=AT, year=YEAR)
    assert count == PublicationRecord.objects.count() >= 2
    with pytest.raises(Refused):
        publish_year(by=world.secretary, at=AT, year=YEAR)


def test_the_government_sets_its_own_limits_for_a_reason(world: World) -> None:
    for general, careful, reason in ((2, 10, "x"), (6, 5, "x"), (6, 10, " ")):
        with pytest.raises(Refused):
            set_limits(by=world.secretary, at=AT, general=general, careful=careful, reason=reason)
    set_limits(by=world.secretary, at=AT, general=20, careful=30, reason="SK Sekretariat 1/2025")
    limits = releases(by=world.secretary, year=YEAR, today=TODAY).limits
    assert (limits.general, limits.careful) == (20, 30)
    publish(world)
    shown = [c.value for c in published(by=world.secretary, element_code=CODE).cells if c.value]
    assert min(shown) >= 20


def test_the_csv_and_the_workbook_hold_the_same_cells(world: World) -> None:
    publish(world)
    text = a_file(world, ReleaseFormat.CSV).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert {row["status"] for row in rows} >= {"figure", "hidden"}
    assert all(bool(row["value"]) is (row["status"] == "figure") for row in rows)
    book = openpyxl.load_workbook(io.BytesIO(a_file(world, ReleaseFormat.XLSX)))
    cells = [[cell.value for cell in row] for row in book.active.iter_rows()]
    head = next(at for at, row in enumerate(cells) if row[0] == "element")
    assert len(cells) - head - 1 == len(rows)
    assert any("disembunyikan" in str(row[0]) for row in cells[:head])


def test_json_stat_places_every_value_by_its_dimensions(world: World) -> None:
    publish(world)
    data = json.loads(a_file(world, ReleaseFormat.JSON_STAT))
    assert (data["version"], data["class"]) == ("2.0", "dataset")
    assert data["role"] == {"geo": ["place"], "time": ["year"]}
    size = 1
    for length in data["size"]:
        size *= length
    assert len(data["value"]) == size
    place = data["dimension"]["place"]["category"]["index"]["64.01.05"]
    sex = data["dimension"]["sex"]["category"]["index"]["P"]
    at = (place * data["size"][1]) * data["size"][2] + sex
    kept = ObservationRecord.objects.get(
        element__code=CODE, place__code="64.01.05", valid_from__year=YEAR, sex="P"
    )
    assert data["value"][at] == kept.value
    assert "hidden" in data["status"].values()


def test_json_stat_keeps_row_major_order() -> None:
    cube = Cube(
        label="x", source="", updated="2025-01-01",
        axes=(Axis("a", "a", {"1": "1", "2": "2"}), Axis("b", "b", {"x": "x", "y": "y"})),
        figures={("1", "y"): Decimal("1.5"), ("2", "x"): Decimal(3)},
        statuses={("2", "y"): "hidden"}, status_labels={},
    )  # fmt: skip
    data = json.loads(json_stat(cube))
    assert data["value"] == [None, 1.5, 3, None]
    assert data["status"] == {"3": "hidden"}


def test_the_data_package_describes_and_hashes_its_tables(world: World) -> None:
    publish(world)
    answer = package_file(by=world.secretary, language=Language.ENGLISH, today=TODAY)
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    described = json.loads(archive.read("datapackage.json"))
    assert described["profile"] == "tabular-data-package"
    assert {each["name"] for each in described["resources"]} == {CODE.lower(), "metadata"}
    for resource in described["resources"]:
        content = archive.read(resource["path"])
        assert resource["hash"] == f"sha256:{sha256(content).hexdigest()}"
        head = next(csv.reader(io.StringIO(content.decode())))
        assert head == [each["name"] for each in resource["schema"]["fields"]]
    again = package_file(by=world.secretary, language=Language.ENGLISH, today=TODAY)
    assert again.content == answer.content


def test_no_published_text_becomes_a_formula(world: World) -> None:
    ElementRecord.objects.filter(code=CODE).update(name_id="=1+1", name_en="=1+1")
    SourceRecord.objects.update(publisher="=cmd|'/c calc'!A1")
    publish(world)
    archive = zipfile.ZipFile(
        io.BytesIO(package_file(by=world.secretary, language=Language.ENGLISH, today=TODAY).content)
    )
    for name in archive.namelist():
        if name.endswith(".csv"):
            rows = csv.reader(io.StringIO(archive.read(name).decode()))
            assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row)


def test_the_book_tells_what_was_published_in_both_languages(world: World) -> None:
    with pytest.raises(NotFound):
        book_of(by=world.secretary, year=YEAR, language=Language.INDONESIAN, today=TODAY)
    publish_year(by=world.secretary, at=AT, year=YEAR)
    outline = book_of(by=world.secretary, year=YEAR, language=Language.INDONESIAN, today=TODAY)
    text = as_text(outline, Language.INDONESIAN)
    assert "Statistik Gender dan Anak" in text
    assert "Peserta pelatihan usaha mikro" in text
    assert "disembunyikan agar orang tidak dikenali" in text
    assert "Gender and Child Statistics" in as_text(outline, Language.ENGLISH)
    name = small_women().place.name
    tables = [block for block in outline.blocks if isinstance(block, Table)]
    rows = [row for table in tables for row in table.rows if row[0][0].id == name]
    assert CellState.HIDDEN.symbol in [row[1][0].say(Language.INDONESIAN) for row in rows]


@pytest.mark.parametrize("form", PaperFormat)
def test_the_book_is_a_paper(world: World, form: PaperFormat) -> None:
    publish(world)
    answer = book(by=world.secretary, year=YEAR, form=form, language=Language.ENGLISH, today=TODAY)
    assert answer.content.startswith(b"%PDF" if form is PaperFormat.PDF else b"PK")
    assert answer.file_name == f"statistik-gender-dan-anak-2025-en.{form.value}"
