"""Rounds of data collection on pages: a table is filled in, judged, and nothing typed is lost."""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal

import pytest
from django.urls import reverse

from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Language
from setara.store.models import (
    AvailabilityRecord,
    CallItemRecord,
    DataCallRecord,
    ObservationRecord,
    SubmissionCellRecord,
    SubmissionRecord,
)
from tests.web.visitor import Visitor, words
from tests.world import World

MEN_KUARO = "figure_64.01.05__L"
WOMEN_KUARO = "figure_64.01.05__P"


def of_agency(code: str) -> SubmissionRecord:
    return SubmissionRecord.objects.get(agency__code=code)


def returned() -> SubmissionRecord:
    """The answer of the colleague's agency, sent back with a comment."""
    return of_agency("1.02")


def figure(sex: Sex) -> Decimal | None:
    """What is kept for Kuaro."""
    return kept("64.01.05", sex).value


def kept(place: str, sex: Sex) -> SubmissionCellRecord:
    return SubmissionCellRecord.objects.get(
        submission=returned(), element__code="KS15", place__code=place, sex=sex
    )


def save(visitor: Visitor, **typed: object):
    """Type into some cells of the table as its page gave them, and save."""
    pk = returned().pk
    form = visitor.opens("statistics:entry", pk, "KS15").context["page"].form
    shown = {name: form[name].value() or "" for name in form.fields}
    return visitor.sends("statistics:entry", pk, "KS15", **(shown | typed))


@pytest.mark.parametrize("language", list(Language))
def test_every_page_of_a_round_opens_for_its_people(world: World, language: Language) -> None:
    pk = returned().pk
    pages = [
        ("secretary", ("statistics:plan_call",)),
        ("secretary", ("statistics:call", 1)),
        ("secretary", ("statistics:ask_elements", 1)),
        ("secretary", ("statistics:submission", pk)),
        ("secretary", ("statistics:entry", pk, "KS15")),
        ("secretary", ("statistics:availability", "KS15")),
        ("colleague", ("statistics:submission", pk)),
        ("colleague", ("statistics:entry", pk, "KS12-HT")),
        ("colleague", ("statistics:availability", "KS15")),
    ]
    for who, place in pages:
        answer = Visitor(getattr(world, who), language).opens(*place)
        assert answer.status_code == 200, place


def test_the_cells_of_another_agency_are_not_there(world: World) -> None:
    pk = returned().pk

    for who in (world.author, world.planner, world.inspector, world.chair, world.stranger):
        visitor = Visitor(who)
        assert visitor.opens("statistics:submission", pk).status_code == 404
        assert visitor.opens("statistics:entry", pk, "KS15").status_code == 404
        assert visitor.sends("statistics:hand_in", pk).status_code == 404
    assert SubmissionRecord.objects.get(pk=pk).state == "returned"


def test_the_board_says_who_is_late_in_words(world: World) -> None:
    shown = words(Visitor(world.chair).opens("statistics:board"))

    assert "1 dari 3 perangkat daerah belum mengirim dan sudah lewat batas waktu." in shown
    assert "belum masuk, lewat" in shown
    assert shown.index("Dinas Perkebunan dan Peternakan") < shown.index("Dinas Kesehatan")
    assert "100% (40/40)" in shown


def test_figures_are_read_as_their_reader_writes_them(world: World) -> None:
    save(Visitor(world.colleague), **{MEN_KUARO: "1.005"})
    assert kept("64.01.05", Sex.MALE).value == 1005

    save(Visitor(world.colleague, Language.ENGLISH), **{MEN_KUARO: "2,010"})
    assert kept("64.01.05", Sex.MALE).value == 2010


def test_a_wrong_cell_is_named_and_nothing_of_the_table_is_kept(world: World) -> None:
    answer = save(Visitor(world.colleague), **{MEN_KUARO: "banyak", WOMEN_KUARO: "77"})

    assert answer.status_code == 422
    assert "“banyak” tidak terbaca sebagai angka" in answer.text
    assert 'value="77"' in answer.text
    assert kept("64.01.05", Sex.FEMALE).value == 133


def test_a_figure_and_a_kind_of_nothing_exclude_each_other(world: World) -> None:
    answer = save(Visitor(world.colleague), **{"nothing_64.01.05__L": "refused"})

    assert answer.status_code == 422
    assert "Pilih salah satu" in answer.text


def test_the_other_empty_cells_are_filled_at_once(world: World) -> None:
    typed = {MEN_KUARO: "", WOMEN_KUARO: "", "rest": "not_applicable"}
    save(Visitor(world.colleague), **typed)

    assert {kept("64.01.05", sex).nothing for sex in Sex} == {"not_applicable"}
    assert kept("64.01.10", Sex.MALE).nothing == "not_reported"


def test_two_people_fill_in_one_table_and_neither_loses_a_figure(world: World) -> None:
    first, second = Visitor(world.colleague), Visitor(world.secretary)
    pk = returned().pk
    form = second.opens("statistics:entry", pk, "KS15").context["page"].form
    opened = {name: form[name].value() or "" for name in form.fields}
    save(first, **{MEN_KUARO: "8"})

    typed = opened | {MEN_KUARO: "9", WOMEN_KUARO: "140"}
    answer = second.sends("statistics:entry", pk, "KS15", **typed)
    assert answer.status_code == 422
    assert "1 sel sudah diubah orang lain" in answer.text
    assert "Sekarang tersimpan:" in answer.text
    assert 'value="140"' in answer.text
    assert (figure(Sex.MALE), figure(Sex.FEMALE)) == (Decimal(8), Decimal(133))

    again = answer.context["page"].form
    confirmed = {name: again[name].value() or "" for name in again.fields}
    assert second.sends("statistics:entry", pk, "KS15", **confirmed).status_code == 302
    assert (figure(Sex.MALE), figure(Sex.FEMALE)) == (Decimal(9), Decimal(140))


def test_an_answer_goes_in_is_judged_and_becomes_data(world: World) -> None:
    pk, own, run = returned().pk, Visitor(world.colleague), Visitor(world.secretary)
    save(own, **{"figure_64.01.04__P": "512"})
    own.sends("statistics:hand_in", pk, note="Salah ketik, sudah benar.")
    table = run.opens("statistics:entry", pk, "KS15").context["page"]
    place = next(i for i, cell in enumerate(table.entry.cells) if cell.comment)
    run.sends("statistics:settle", pk, "KS15", cell=place)
    shown = run.opens("statistics:submission", pk).context["page"].answer
    run.sends("statistics:verify", pk, version=shown.version)
    run.sends("statistics:lock", pk)

    assert SubmissionRecord.objects.get(pk=pk).state == "locked"
    found = ObservationRecord.objects.get(
        element__code="KS15", place__code="64.01.04", sex="P", valid_from__year=2025
    )
    assert (found.value, found.source.is_sample) == (Decimal(512), True)


def test_a_comment_is_written_at_its_cell_and_sends_the_answer_back(world: World) -> None:
    pk, run = of_agency("2.17").pk, Visitor(world.secretary)
    run.sends(
        "statistics:comment",
        pk,
        "EK03-PENGURUS",
        cell=0,
        comment="Bukankah 42?",
    )
    shown = words(run.opens("statistics:entry", pk, "EK03-PENGURUS"))
    run.sends("statistics:give_back", pk)

    assert "Bukankah 42?" in shown
    assert SubmissionRecord.objects.get(pk=pk).state == "returned"
    assert "Bukankah 42?" in words(
        Visitor(world.author).opens("statistics:entry", pk, "EK03-PENGURUS")
    )


def test_nothing_goes_back_without_a_comment(world: World) -> None:
    pk = of_agency("2.17").pk
    answer = Visitor(world.secretary).sends("statistics:give_back", pk)

    assert "Tulis dahulu komentar" in answer.text
    assert SubmissionRecord.objects.get(pk=pk).state == "verified"


def test_a_round_is_made_on_its_pages(world: World) -> None:
    run = Visitor(world.secretary)
    wrong = run.sends(
        "statistics:plan_call", title="Data semester", year=2025, part="h1", due_on="2024-01-01"
    )
    assert wrong.status_code == 422
    assert "Data semester" in wrong.text
    run.sends(
        "statistics:plan_call", title="Data semester", year=2025, part="h1", due_on="2099-01-01"
    )
    made = DataCallRecord.objects.get(title="Data semester")
    typed = {"EK03-PENGURUS-is_asked": "on", "EK03-PENGURUS-agency_id": of_agency("2.17").agency_id}
    run.sends("statistics:ask_elements", made.pk, **typed)
    run.sends("statistics:open_call", made.pk)

    made.refresh_from_db()
    assert (str(made.valid_from), str(made.valid_to)) == ("2025-01-01", "2025-07-01")
    assert made.state == "open"
    assert CallItemRecord.objects.get(call=made).by_subdistrict is False
    assert "Data semester" in words(Visitor(world.author).opens("statistics:asked_of_me"))


def test_an_element_is_asked_of_somebody(world: World) -> None:
    answer = Visitor(world.secretary).sends(
        "statistics:ask_elements",
        1,
        **{"EK03-PENGURUS-is_asked": "on", "EK03-PENGURUS-agency_id": ""},
    )

    assert answer.status_code == 422
    assert "Pilih produsennya." in answer.text


def test_who_does_not_run_calls_cannot_make_one(world: World) -> None:
    assert Visitor(world.author).opens("statistics:plan_call").status_code == 403
    assert Visitor(world.author).opens("statistics:ask_elements", 1).status_code == 403


def test_a_producer_says_what_is_missing_and_why(world: World) -> None:
    own = Visitor(world.colleague)
    wrong = own.sends("statistics:availability", "KS12-HT", availability="missing", note="")
    own.sends(
        "statistics:availability", "KS12-HT", availability="missing", note="Belum dicatat per L/P"
    )

    assert wrong.status_code == 422
    assert "Jelaskan mengapa" in wrong.text
    assert AvailabilityRecord.objects.get(element__code="KS12-HT").availability == "missing"
    shown = words(Visitor(world.chair).opens("statistics:inventory", keadaan="missing"))
    assert "Belum dicatat per L/P" in shown
    assert "Kader posyandu" not in shown


def test_letters_are_for_their_producer_and_those_who_run_the_call(world: World) -> None:
    pk, late = returned().pk, of_agency("3.27").pk
    letter = ("reports:paper", "data_request", pk, "docx")
    run, own = Visitor(world.secretary), Visitor(world.colleague)

    assert own.opens(*letter).status_code == 200
    assert own.opens("reports:paper", "data_request", late, "pdf").status_code == 404
    assert run.opens("reports:paper", "data_reminder", late, "pdf").content[:5] == b"%PDF-"
    assert run.opens("reports:paper", "data_reminder", pk, "pdf").status_code == 404
    assert own.opens("reports:data_letters", 1).status_code == 403


def test_all_letters_come_in_one_archive(world: World) -> None:
    answer = Visitor(world.secretary).opens("reports:data_letters", 1)
    archive = zipfile.ZipFile(io.BytesIO(answer.content))

    assert [name[-4:] for name in sorted(archive.namelist())] == ["docx", ".pdf"] * 3
    assert archive.testzip() is None
    assert Visitor(world.stranger).opens("reports:data_letters", 1).status_code == 404


def test_a_long_table_is_filled_in_place_by_place(world: World) -> None:
    item = CallItemRecord.objects.get(element__code="KS15")
    item.breakdowns = [f"age={age}-{age + 4}" for age in range(0, 35, 5)]
    item.save()
    pk, own = returned().pk, Visitor(world.colleague)
    url = reverse("statistics:entry", args=[pk, "KS15"])
    page = own.client.get(url, {"wilayah": "64.01.05"}).context["page"]
    form = page.form
    typed = {name: form[name].value() or "" for name in form.fields}

    assert {cell.place_code for cell in page.entry.cells} == {"64.01.05"}
    typed |= {"figure_64.01.05_age=0-4_P": "7", "next": "1"}
    answer = own.client.post(f"{url}?wilayah=64.01.05", typed)
    assert answer["Location"].endswith("?wilayah=64.01.06")
    made = SubmissionCellRecord.objects.get(submission=pk, breakdown="age=0-4")
    assert (made.sex, made.value) == ("P", Decimal(7))


def test_each_subdistrict_is_asked_at_once(world: World) -> None:
    run = Visitor(world.secretary)
    run.sends(
        "statistics:plan_call", title="Musrenbang", year=2025, part="year", due_on="2099-01-01"
    )
    made = DataCallRecord.objects.get(title="Musrenbang")
    code = CallItemRecord.objects.get(element__code="EK09").element.code
    run.sends(
        "statistics:ask_elements", made.pk, **{f"{code}-is_asked": "on", f"{code}-agency_id": "0"}
    )
    run.sends("statistics:open_call", made.pk)

    asked = SubmissionRecord.objects.filter(call=made)
    assert asked.count() == 10
    first = asked.order_by("agency__code")[0]
    shown = words(run.opens("statistics:entry", first.pk, code))
    assert "Batu Sopang" in shown
    assert "Kuaro" not in shown
    again = run.opens("statistics:ask_elements", made.pk).context["page"].forms
    chosen = next(form for form in again if form.choice.element.code == code)
    assert chosen.initial["agency_id"] == 0
