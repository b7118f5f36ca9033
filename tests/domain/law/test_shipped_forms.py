"""The shipped forms print the labels of their sources, in their order, and say they are drafts."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from setara.domain.language.text import Language
from setara.domain.law import forms, glossary, regulations

CASES = Path(__file__).parents[2] / "cases/law"
FORMS = tomllib.loads((CASES / "forms.toml").read_text(encoding="utf-8"))["form"]
QUOTES = tomllib.loads((CASES / "quotes.toml").read_text(encoding="utf-8"))["quote"]
TODAY = date(2025, 6, 16)


@pytest.mark.parametrize("case", FORMS, ids=lambda case: case["key"])
def test_a_form_has_its_labels_groups_and_word_for_an_agency(case):
    form = forms.form(case["key"], on=TODAY)
    groups = dict.fromkeys(field.group.id for field in form.fields if field.group)

    assert [field.label.id for field in form.fields] == case["labels"]
    assert list(groups) == case["groups"]
    assert form.agency_label.id == case["agency"]


def test_every_shipped_form_has_its_case():
    assert {form.key for form in forms.all_forms()} == {case["key"] for case in FORMS}


@pytest.mark.parametrize(("key", "count"), [("gap-9-columns", 9), ("gap-4-steps", 4)])
def test_columns_and_steps_are_numbered_in_order(key, count):
    form = forms.form(key, on=TODAY)

    assert [field.number for field in form.fields] == [str(n) for n in range(1, count + 1)]


def test_every_column_of_the_analysis_says_what_belongs_in_it():
    form = forms.form("gap-9-columns", on=TODAY)

    assert all(field.guidance for field in form.fields)


def test_a_form_without_its_official_annex_is_not_called_official():
    assert not any(form.official or form.verified for form in forms.all_forms())


def test_a_form_before_its_first_day_does_not_exist():
    with pytest.raises(forms.NoSuchForm, match="gap-9-columns"):
        forms.form("gap-9-columns", on=date(2012, 12, 31))


def test_a_field_a_form_does_not_have_is_named():
    form = forms.form("kak", on=TODAY)

    with pytest.raises(forms.NoSuchField) as raised:
        form.field("column_10")

    assert "column_10" in raised.value.reason.say(Language.INDONESIAN)


@pytest.mark.parametrize("quote", QUOTES, ids=lambda quote: quote["words"][:40])
def test_the_words_of_the_law_are_kept(quote):
    if "term" in quote:
        told = glossary.term(quote["term"]).definition.id
    elif "form" in quote:
        guidance = forms.form(quote["form"], on=TODAY).field(quote["field"]).guidance
        assert guidance is not None
        told = guidance.id
    else:
        told = regulations.regulation(quote["regulation"]).title.id

    assert quote["words"].casefold() in told.casefold()
