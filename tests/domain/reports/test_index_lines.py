"""The specification of an index over years: whose line a figure is in."""

from decimal import Decimal

from setara.domain.language.text import Language, Text
from setara.domain.reports.figure_marks import Theme
from setara.domain.reports.index_lines import IndexLine, Look, index_lines


def points(*given):
    return tuple((year, Decimal(value)) for year, value in given)


def drawn(*lines):
    return index_lines(
        lines,
        axis=Text("IPG", "IPG"),
        language=Language.INDONESIAN,
        theme=Theme.LIGHT,
        places=2,
    )


def neighbour(*given):
    return IndexLine("", Look.NEIGHBOUR, (points(*given),))


def test_places_without_a_name_are_a_line_each():
    rows = drawn(
        neighbour((2020, "87.93"), (2021, "88.00")),
        neighbour((2020, "90.20"), (2021, "90.06")),
    )["data"]["values"]

    in_lines: dict[str, list[float]] = {}
    for row in rows:
        in_lines.setdefault(row["stretch"], []).append(row["value"])
    assert sorted(in_lines.values()) == [[87.93, 88.0], [90.2, 90.06]]
    assert [row["label"] for row in rows] == ["87,93", "88,00", "90,20", "90,06"]


def test_the_bridge_over_a_year_is_fainter_than_any_line():
    found = drawn(
        IndexLine("Indonesia", Look.COUNTRY, (points((2015, "91.03"), (2017, "90.96")),)),
        IndexLine("Paser", Look.OWN, (points((2015, "69.0"), (2017, "70.0")),)),
    )
    lines = [each for each in found["layer"] if isinstance(each["mark"], dict)]
    lines = [each["mark"] for each in lines if each["mark"]["type"] == "line"]
    bridges = [mark for mark in lines if mark.get("opacity") == 0.45]

    assert len(bridges) == 2
    assert all(mark["strokeWidth"] < 1.6 for mark in bridges)
    assert not {tuple(mark["strokeDash"]) for mark in bridges} & {
        tuple(mark["strokeDash"]) for mark in lines if mark not in bridges
    }
