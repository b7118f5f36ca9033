"""A government chooses its forms from a year on; what is written keeps the form it began on."""

from __future__ import annotations

import pytest

from setara.domain.budget.activity import ActivityLevel
from setara.domain.budget.allocation import AllocationCategory
from setara.domain.foundation.actor import PUBLIC, Actor
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Language
from setara.domain.law.forms import FormKind
from setara.domain.law.own_forms import FormUnreadable
from setara.store.models import FormVersionRecord, IssueRecord, PathwayRecord
from setara.usecases.budget import forms as verbs
from setara.usecases.budget.form_queries import (
    forms_used,
    own_form_answer,
    own_form_text,
    shipped_form_text,
)
from setara.usecases.budget.pathway_queries import opening, pathway
from setara.usecases.budget.pathways import open_pathway, revise_pathway
from setara.usecases.budget.statement_queries import statement
from setara.usecases.budget.statements import draw_up_statement
from setara.usecases.foundation.access import NotFound
from setara.usecases.reports.papers import PaperKind, outline_of
from tests.events import last_event
from tests.makers import AT, agency_of
from tests.world import World

TODAY = AT.date()
SIGNED = 1


def choose(by: Actor, **given: object) -> int:
    facts: dict[str, object] = {
        "kind": FormKind.PATHWAY,
        "form_key": "gap-madiun",
        "form_version": "berjalan",
        "from_year": 2027,
        "reason": "Perbup 12/2026",
    }
    return verbs.choose_form(by=by, at=AT, **(facts | given))


def open_one(by: Actor, year: int, code: str = "2.17.07.2.01.0015") -> int:
    return open_pathway(
        by=by,
        at=AT,
        issue_id=IssueRecord.objects.get().pk,
        agency_id=agency_of(by),
        year=year,
        activity_code=code,
        activity_name="Pelatihan UMKM",
    )


def form_key_of(by: Actor, pathway_id: int) -> str:
    return pathway(by=by, pathway_id=pathway_id, today=TODAY).form.key


def own(by: Actor, version: str = "2026", key: str = "gap-paser") -> int:
    text = shipped_form_text(by=by, key="gap-9-columns", version="2013")
    text = text.replace('key = "gap-9-columns"', f'key = "{key}"')
    text = text.replace('version = "2013"', f'version = "{version}"')
    text = text.replace("Data Dasar (Base-line)", f"Titik Awal {version}")
    return verbs.add_form(by=by, at=AT, content=text.encode())


def test_what_is_opened_from_the_year_on_stands_on_the_form_chosen(world: World):
    before = open_one(world.author, 2027)
    choose(world.secretary)
    early, later = open_one(world.author, 2025), open_one(world.author, 2028)

    assert form_key_of(world.author, before) == "gap-9-columns"
    assert form_key_of(world.author, early) == "gap-9-columns"
    assert form_key_of(world.author, later) == "gap-madiun"


def test_a_choice_leaves_an_event_with_its_reason(world: World):
    choose(world.secretary)

    event = last_event(world.secretary)
    assert event.name == "budget.form.chosen"
    assert event.detail["reason"] == "Perbup 12/2026"
    assert event.detail["form_key"] == "gap-madiun"


def test_a_signed_pathway_is_shown_and_printed_on_the_form_it_began_on(world: World):
    choose(world.secretary, from_year=2020)

    assert form_key_of(world.author, SIGNED) == "gap-9-columns"
    paper = outline_of(by=world.author, kind=PaperKind.PATHWAY, subject_id=SIGNED, today=TODAY)
    assert "Data Dasar (Base-line)" in str(paper)
    assert "Basis Data" not in str(paper)
    revision = revise_pathway(by=world.author, at=AT, pathway_id=SIGNED)
    assert form_key_of(world.author, revision) == "gap-9-columns"


def test_a_pathway_on_the_chosen_form_is_printed_under_its_labels(world: World):
    choose(world.secretary)

    paper = outline_of(
        by=world.author,
        kind=PaperKind.PATHWAY,
        subject_id=open_one(world.author, 2027),
        today=TODAY,
    )

    assert "Basis Data" in str(paper)
    assert "Indikator Gender" in str(paper)


def test_a_choice_of_the_same_year_takes_the_place_of_the_one_before(world: World):
    first = choose(world.secretary)
    second = choose(world.planner, form_key="gap-format-baru", form_version="2019")

    (kind, *_) = forms_used(by=world.author, today=TODAY).kinds
    assert first == second
    assert [each.offered.form.key for each in kind.choices] == ["gap-format-baru"]
    assert kind.choices[0].chosen_by == world.planner.name


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"form_key": "gbs-madiun"}, "bukan formulir"),
        ({"from_year": 2018}, "tahun sesudahnya"),
        ({"reason": "  "}, "alasan"),
    ],
)
def test_a_form_that_does_not_fit_is_refused(world: World, given, words):
    with pytest.raises(Refused) as raised:
        choose(world.secretary, **given)

    assert words in raised.value.reason.say(Language.INDONESIAN)


def test_only_who_runs_the_year_chooses_and_adds(world: World):
    for by in (world.author, world.inspector, world.chair, PUBLIC):
        with pytest.raises(Refused):
            choose(by)
        with pytest.raises(Refused):
            verbs.add_form(by=by, at=AT, content=b"")


def test_a_form_of_the_governments_own_is_used_and_versioned(world: World):
    own_id = own(world.secretary)
    choose(world.secretary, form_key="gap-paser", form_version="2026")
    opened = open_one(world.author, 2027)
    own(world.secretary, "2027")
    choose(world.secretary, form_key="gap-paser", form_version="2027")

    seen = pathway(by=world.author, pathway_id=opened, today=TODAY)
    newer = pathway(by=world.author, pathway_id=open_one(world.author, 2028), today=TODAY)
    assert seen.form.field("baseline").label.id == "Titik Awal 2026"
    assert newer.form.field("baseline").label.id == "Titik Awal 2027"
    assert own_form_answer(by=world.author, own_id=own_id).form.version == "2026"


def test_a_version_is_never_written_over(world: World):
    own(world.secretary)

    with pytest.raises(Refused, match="not replaced"):
        own(world.secretary)
    assert FormVersionRecord.objects.count() == 1


def test_a_key_keeps_its_kind(world: World):
    own(world.secretary)
    text = shipped_form_text(by=world.secretary, key="kak", version="modul")

    with pytest.raises(Refused, match="another kind"):
        verbs.add_form(
            by=world.secretary,
            at=AT,
            content=text.replace('key = "kak"', 'key = "gap-paser"').encode(),
        )


def test_nothing_is_kept_of_a_file_with_faults(world: World):
    with pytest.raises(FormUnreadable):
        verbs.add_form(by=world.secretary, at=AT, content=b'key = "gap-paser"')

    assert not FormVersionRecord.objects.exists()


def test_another_governments_form_is_not_there(world: World):
    own_id = own(world.secretary)

    with pytest.raises(NotFound):
        own_form_answer(by=world.stranger, own_id=own_id)
    with pytest.raises(NotFound):
        own_form_text(by=world.stranger, own_id=own_id)
    with pytest.raises(NotFound):
        choose(world.stranger, form_key="gap-paser", form_version="2026")
    assert not forms_used(by=world.stranger, today=TODAY).own


def test_a_form_of_a_higher_level_analyses_that_level(world: World):
    choose(
        world.secretary, form_key="gap-juklak-2013", form_version="2013", from_year=TODAY.year + 1
    )
    offered = opening(by=world.author, issue_id=IssueRecord.objects.get().pk, today=TODAY)

    assert all(each.code.count(".") == 4 for each in offered.activities)
    with pytest.raises(Refused):
        open_one(world.author, TODAY.year + 1)
    opened = open_one(world.author, TODAY.year + 1, "2.17.07.2.01")
    seen = pathway(by=world.author, pathway_id=opened, today=TODAY)
    assert PathwayRecord.objects.get(pk=opened).level == ActivityLevel.ACTIVITY
    assert seen.pathway.level is ActivityLevel.ACTIVITY
    assert "GAP-12" not in {each.rule for each in seen.findings}
    assert {line.code for line in seen.lines} == {"2.17.07.2.01.0004", "2.17.07.2.01.0015"}


def test_the_gbs_form_is_recorded_when_it_is_drawn_up(world: World):
    choose(
        world.secretary,
        kind=FormKind.STATEMENT,
        form_key="gbs-kpppa",
        form_version="modul",
        from_year=2020,
    )
    tied = statement(by=world.author, statement_id=1, today=TODAY)
    seen = pathway(by=world.author, pathway_id=SIGNED, today=TODAY)

    assert tied.form.key == "gbs-madiun"
    if seen.untied_lines:
        drawn = draw_up_statement(
            by=world.author,
            at=AT,
            pathway_id=SIGNED,
            line_id=seen.untied_lines[0].line_id,
            category=AllocationCategory.TARGETED,
        )
        assert statement(by=world.author, statement_id=drawn, today=TODAY).form.key == "gbs-kpppa"
