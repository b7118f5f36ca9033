"""The fiscal data package: what it says of itself is true of its files."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from datetime import date

import pytest

from setara.domain.language.text import Language
from setara.formats.fiscal_words import direction
from setara.store.models import (
    BeneficiaryRecord,
    BudgetLineRecord,
    BudgetVersionRecord,
    StatementRecord,
)
from setara.usecases.budget.tags import set_tag
from setara.usecases.budget.version_export import ExportFormat, version_file
from tests.makers import AT
from tests.usecases.budget.test_tag_parts import chosen, line_of, parts, taken
from tests.world import World

TODAY = date(2026, 6, 1)
# The values Fiscal Data Package 0.3 lists for a dimension and for its classification.
DIMENSIONS = {"datetime", "entity", "classification", "activity", "fact", "location", "compound"}
CLASSIFICATIONS = {"functional", "administrative", "economic"}
PHASES = {"proposed", "approved", "adjusted", "executed"}
TYPES = {"string": str, "integer": int, "number": float}


@pytest.fixture
def package(world: World) -> zipfile.ZipFile:
    version = BudgetVersionRecord.objects.get(year=2026)
    file = version_file(
        by=world.colleague,
        version_id=version.pk,
        form=ExportFormat.FDP,
        today=TODAY,
        language=Language.ENGLISH,
    )
    assert file.name == "anggaran-2026-rka-fdp.zip"
    return zipfile.ZipFile(io.BytesIO(file.content))


def described(package: zipfile.ZipFile):
    return json.loads(package.read("datapackage.json"))


def table(package: zipfile.ZipFile, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(package.read(f"data/{name}.csv").decode())))


def test_files_have_the_size_the_hash_and_the_columns_that_are_told(package):
    for resource in described(package)["resources"]:
        content = package.read(resource["path"])
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        head = next(csv.reader(io.StringIO(content.decode())))
        assert head == [field["name"] for field in resource["schema"]["fields"]]
        for row in table(package, resource["name"]):
            for field in resource["schema"]["fields"]:
                if row[field["name"]] and field["type"] in TYPES:
                    TYPES[field["type"]](row[field["name"]])


def test_the_model_names_columns_that_are_there(package):
    facts = described(package)
    fields = {
        resource["name"]: {field["name"] for field in resource["schema"]["fields"]}
        for resource in facts["resources"]
    }
    assert facts["profile"] == "fiscal-data-package"
    assert facts["countryCode"] == "ID"
    for measure in facts["model"]["measures"].values():
        assert measure["source"] in fields[measure["resource"]]
        assert measure["currency"] == "IDR"
        assert measure["phase"] in PHASES
    for dimension in facts["model"]["dimensions"].values():
        assert dimension["dimensionType"] in DIMENSIONS
        assert dimension.get("classificationType", "economic") in CLASSIFICATIONS
        assert set(dimension["primaryKey"]) <= set(dimension["attributes"])
        for attribute in dimension["attributes"].values():
            assert attribute["source"] in fields[attribute["resource"]]
            assert attribute.get("labelfor", dimension["primaryKey"][0]) in dimension["attributes"]


def test_the_money_is_that_of_the_version_and_the_statement_is_told(package):
    lines = BudgetLineRecord.objects.filter(version__year=2026)
    gender = {row["sub_activity_code"]: row for row in table(package, "gender")}
    approved = StatementRecord.objects.filter(state="locked").get()

    assert sum(int(row["amount"]) for row in gender.values()) == sum(line.amount for line in lines)
    assert sum(float(row["amount"]) for row in table(package, "budget") if row["amount"]) == sum(
        line.amount for line in lines
    )
    assert [code for code, row in gender.items() if row["approved_gbs"] == "true"] == [
        approved.line.code
    ]
    assert gender[approved.line.code]["pathway_id"] == str(approved.pathway_id)


def test_the_paper_beside_it_names_every_column_in_both_languages(package):
    paper = package.read("README.md").decode()

    assert "Lisensi: belum dinyatakan" in paper
    assert "Licence: the government has not stated one" in paper
    assert described(package)["licenses"] == [{"name": "notspecified"}]
    for resource in described(package)["resources"]:
        for field in resource["schema"]["fields"]:
            assert paper.count(f"`{field['name']}`: ") >= 2


def test_small_counts_of_beneficiaries_are_hidden_and_what_gives_them_away(world: World):
    line = BudgetLineRecord.objects.filter(version__year=2026).order_by("pk")[0]
    for month, women, men in ((0, 2, 61), (6, 30, 40)):
        BeneficiaryRecord.objects.create(
            agency=line.agency,
            year=2026,
            code=line.code,
            stage="planned" if month == 0 else "reached",
            month=month,
            unit="person",
            women=women,
            men=men,
            certainty="counted",
            document="Daftar hadir",
            recorded_by="Sari",
            recorded_at=AT,
        )
    file = version_file(
        by=world.colleague,
        version_id=line.version_id,
        form=ExportFormat.FDP,
        today=TODAY,
        language=Language.ENGLISH,
    )

    small, large = table(zipfile.ZipFile(io.BytesIO(file.content)), "beneficiaries")
    assert (small["women"], small["women_nothing"]) == ("", "hidden")
    assert (large["women"], large["men"], large["men_nothing"]) == ("30", "40", "")


# Budget Standard Taxonomy of the Fiscal Data Package, 1.0rc1 of 22 April 2018.
TAXONOMY = {
    "value",
    "date:fiscal-year",
    "phase:id",
    "direction",
    "geo:target:title",
    "fin-source:generic:code",
    *(
        f"{kind}:{end}"
        for kind in (
            "administrative-classification:generic",
            "economic-classification:generic",
            "functional-classification:generic:level1",
            "functional-classification:generic:level2",
            "activity:generic:program",
            "activity:generic:subprogram",
            "activity:generic:project",
        )
        for end in ("code", "label")
    ),
}


def test_every_column_type_is_one_of_the_taxonomy(package):
    budget = described(package)["resources"][0]

    assert set(budget["columnTypes"].values()) == TAXONOMY


@pytest.mark.parametrize(
    ("account", "told"),
    [
        ("4.1.01.09.01.0001", "revenue"),
        ("6.1.01.01.01.0001", "revenue"),
        ("6.2.02.01.01.0001", "expenditure"),
        ("5.1.02.01.01.0024", "expenditure"),
        ("", "expenditure"),
    ],
)
def test_money_that_comes_in_is_told_from_money_that_goes_out(account, told):
    assert direction(account) == told


def test_a_tag_of_chosen_lines_is_told_with_their_money(world: World):
    version = taken(world)
    line = line_of(version)
    keys = [part.key for part in parts(world, line)]
    set_tag(by=world.author, at=AT, line_id=line, decision=chosen(*keys[:2]))

    file = version_file(
        by=world.colleague,
        version_id=version,
        form=ExportFormat.FDP,
        today=TODAY,
        language=Language.ENGLISH,
    )

    rows = table(zipfile.ZipFile(io.BytesIO(file.content)), "gender")
    told = {row["scope"]: row["tagged_amount"] for row in rows}
    assert told == {"lines": "3000001", "": ""}
