"""Each rule of the four-step GAP is met by a whole analysis and broken by one change to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.budget.datum import Aspect, Datum
from setara.domain.budget.document_findings import document_findings
from setara.domain.budget.document_pathway import (
    AgencyPart,
    DocumentDraft,
    DocumentKind,
    DocumentPathway,
    IndexFigure,
    OutsideParty,
    PlanCause,
    PlanIssue,
    PlanLevel,
    PlanRow,
    Start,
    redrafted,
)
from setara.domain.budget.pathway import Direction, Factor
from setara.domain.budget.rule_book import SENTENCES
from setara.domain.budget.severity import Severity
from setara.domain.foundation.period import Period
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Language, same
from setara.domain.statistics.element import PopulationType

TODAY = date(2025, 6, 16)
# Members of farmers' groups by sex: pug.md 2.4, example 7 (Surabaya 589).
MEMBERS = Datum(
    key=1,
    label=same("Anggota kelompok tani"),
    unit=same("orang"),
    female=Decimal(273),
    male=Decimal(1438),
    period=Period.year(2024),
    source="Dinas Pertanian",
    population_type=PopulationType.BENEFICIARIES,
)
IPG = IndexFigure(
    key=2,
    index="ipg",
    label=same("IPG"),
    place_name="Paser",
    year=2024,
    value=Decimal("71.19"),
    source="BPS",
)
WHOLE = DocumentPathway(
    kind=DocumentKind.RPJMD,
    title="RPJMD",
    agency_id=1,
    first_year=2026,
    last_year=2028,
    evidence=(MEMBERS, IPG),
    issues=(PlanIssue(1, "Perempuan jarang menjadi anggota", (1, 2)),),
    causes=(PlanCause(1, 1, Factor.ACCESS, "Undangan ditujukan kepada kepala keluarga"),),
    rows=(
        PlanRow(
            1,
            PlanLevel.IMPACT,
            "Setara",
            indicator="IPG",
            unit="indeks",
            start=Start(2),
            targets={2026: Decimal(72), 2028: Decimal(74)},
        ),
        PlanRow(
            2,
            PlanLevel.OUTCOME,
            "Anggota perempuan bertambah",
            serves=1,
            indicator="Perempuan anggota",
            unit="%",
            start=Start(1, Sex.FEMALE, Aspect.SHARE),
            targets={2026: Decimal(20), 2028: Decimal(30)},
        ),
        PlanRow(
            3,
            PlanLevel.OUTPUT,
            "Undangan langsung",
            serves=2,
            answers=(1,),
            indicator="Kelompok yang mengundang langsung",
            unit="kelompok",
            targets={2028: Decimal(40)},
        ),
        PlanRow(4, PlanLevel.ACTIVITY, "Mengundang kelompok wanita tani", serves=3, answers=(1,)),
    ),
    agencies=(AgencyPart(7, "Dinas Pertanian", "Mengundang", (4,)),),
    outside=(OutsideParty("Kementerian Pertanian", "Pedoman"),),
)


def rules(pathway: DocumentPathway) -> set[str]:
    return {each.rule for each in document_findings(pathway, today=TODAY)}


def with_row(key: int, **changes: Any) -> DocumentPathway:
    rows = tuple(replace(row, **changes) if row.key == key else row for row in WHOLE.rows)
    return replace(WHOLE, rows=rows)


def without_row(key: int) -> DocumentPathway:
    return replace(WHOLE, rows=tuple(row for row in WHOLE.rows if row.key != key))


BROKEN = {
    "no issue": ("GAP-21", replace(WHOLE, issues=(), causes=())),
    "no figure": ("GAP-21", replace(WHOLE, issues=(PlanIssue(1, "Isu"),))),
    "no source": ("GAP-22", replace(WHOLE, evidence=(replace(MEMBERS, source=" "), IPG))),
    "old": ("GAP-22", replace(WHOLE, evidence=(MEMBERS, replace(IPG, year=2021)))),
    "no gap": ("GAP-23", replace(WHOLE, evidence=(replace(MEMBERS, female=Decimal(1438)), IPG))),
    "no cause": ("GAP-24", replace(WHOLE, causes=())),
    "cause of nothing": (
        "GAP-24",
        replace(WHOLE, causes=(replace(WHOLE.causes[0], issue_key=None),)),
    ),
    "unanswered": (
        "GAP-25",
        replace(WHOLE, rows=tuple(replace(row, answers=()) for row in WHOLE.rows)),
    ),
    "no activity": ("GAP-26", without_row(4)),
    "loose": ("GAP-26", with_row(3, serves=None)),
    "not measured": ("GAP-27", with_row(3, indicator="")),
    "no start": ("GAP-27", with_row(2, start=None)),
    "other unit": ("GAP-27", with_row(2, unit="orang")),
    "no last target": ("GAP-28", with_row(3, targets={2027: Decimal(30)})),
    "turns": ("GAP-28", with_row(2, targets={2026: Decimal(40), 2028: Decimal(30)})),
    "beyond": ("GAP-28", with_row(2, targets={2028: Decimal(130)})),
    "widens": ("GAP-29", with_row(2, targets={2028: Decimal(10)})),
    "worse index": ("GAP-29", with_row(1, targets={2028: Decimal(70)})),
    "nobody does": ("GAP-30", replace(WHOLE, agencies=())),
    "no part": ("GAP-30", replace(WHOLE, outside=(OutsideParty("Mitra", " "),))),
}


def test_a_whole_analysis_has_no_finding():
    assert document_findings(WHOLE, today=TODAY) == ()


@pytest.mark.parametrize(("rule", "broken"), BROKEN.values(), ids=BROKEN.keys())
def test_each_rule_is_broken_by_one_change(rule, broken):
    assert rule in rules(broken)


def test_every_rule_has_a_case_and_a_sentence():
    known = {f"GAP-{number}" for number in range(21, 31)}

    assert {rule for rule, _ in BROKEN.values()} == known
    assert known <= set(SENTENCES)


@pytest.mark.parametrize(("rule", "broken"), BROKEN.values(), ids=BROKEN.keys())
def test_a_finding_is_said_in_both_languages(rule, broken):
    for finding in document_findings(broken, today=TODAY):
        assert all(finding.message.say(language) for language in Language)
        assert all(finding.fix.say(language) for language in Language)


def test_what_cannot_be_signed_are_errors():
    errors = {
        name: {
            each.rule
            for each in document_findings(broken, today=TODAY)
            if each.severity is Severity.ERROR
        }
        for name, (_, broken) in BROKEN.items()
    }

    assert {name for name, found in errors.items() if found} == {
        "no issue",
        "no figure",
        "no source",
        "no activity",
    }


def test_men_may_be_behind():
    turned = replace(MEMBERS, female=Decimal(1438), male=Decimal(273))
    start = Start(1, Sex.MALE, Aspect.SHARE)
    pathway = replace(with_row(2, start=start), evidence=(turned, IPG))

    assert "GAP-29" not in rules(pathway)


def test_an_index_that_is_better_low_may_fall():
    from setara.domain.statistics.element import Polarity

    lower = replace(IPG, polarity=Polarity.LOWER_IS_BETTER)
    pathway = replace(with_row(1, targets={2028: Decimal(60)}), evidence=(MEMBERS, lower))

    assert "GAP-29" not in rules(pathway)
    assert pathway.direction(pathway.rows[0]) is Direction.DOWN


def test_a_row_serves_only_one_of_the_level_above():
    rows = tuple(replace(row, serves=1) if row.key == 4 else row for row in WHOLE.rows)

    after = redrafted(WHOLE, DocumentDraft(rows=rows))

    assert after.row(4) is not None
    assert after.rows[3].serves is None


@given(
    kept=st.frozensets(st.integers(1, 3)),
    issues=st.lists(st.integers(1, 4), max_size=3, unique=True),
    causes=st.lists(st.integers(1, 4), max_size=3, unique=True),
)
def test_no_reference_is_left_to_what_is_gone(kept, issues, causes):
    draft = DocumentDraft(
        kept=kept,
        issues=tuple(PlanIssue(key, "Isu", (1, 2)) for key in issues),
        causes=tuple(PlanCause(key, 1, Factor.ACCESS, "Sebab") for key in causes),
    )

    after = redrafted(WHOLE, draft)

    evidence = {each.key for each in after.evidence}
    assert all(set(issue.evidence) <= evidence for issue in after.issues)
    assert all(cause.issue_key in {None, *issues} for cause in after.causes)
    assert all(set(row.answers) <= set(causes) for row in after.rows)
    assert all(row.start is None or row.start.evidence_key in evidence for row in after.rows)
