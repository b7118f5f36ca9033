"""The law is open to everyone, in both languages, and says how well it is known."""

import pytest

from setara.domain.foundation.actor import PUBLIC
from setara.domain.language.text import Language
from setara.domain.law.forms import all_forms
from setara.domain.law.glossary import terms
from setara.domain.law.parameters import history, keys
from setara.domain.law.regulations import RegulationState, Scope, register
from tests.web.visitor import Visitor, words

pytestmark = pytest.mark.django_db
LISTS = ["law:register", "law:parameters", "law:forms", "law:glossary"]


@pytest.fixture
def guest():
    return Visitor(PUBLIC)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", LISTS)
def test_anyone_may_read_in_either_language(name, language):
    page = Visitor(PUBLIC, language).opens(name)

    assert page.status_code == 200
    assert page.headers["Content-Language"] == language
    assert f'<html lang="{language}"' in page.content.decode()
    assert "{" not in words(page)


def test_the_register_lists_every_regulation_and_marks_the_unverified(guest):
    seen = words(guest.opens("law:register"))

    unverified = sum(not each.verified for each in register())
    assert all(each.name in seen for each in register())
    assert seen.count("belum diverifikasi") == unverified
    assert f"{len(register()) - unverified} dari {len(register())} terverifikasi" in seen


def test_the_register_is_narrowed_by_state_and_scope_together(guest):
    page = guest.opens("law:register", keadaan="replaced", lingkup="national")

    shown = {each.key for each in page.context_data["page"].register.regulations}
    assert shown == {
        each.key
        for each in register()
        if (each.state, each.scope) == (RegulationState.REPLACED, Scope.NATIONAL)
    }
    assert shown


def test_a_choice_keeps_the_other_one_and_is_marked(guest):
    page = guest.opens("law:register", keadaan="replaced").context_data["page"]

    chosen = [choice.label.en for choice in page.states if choice.is_chosen]
    assert chosen == ["replaced"]
    assert all("keadaan=replaced" in choice.url for choice in page.scopes)
    assert page.states[0].url == "/peraturan/"


def test_choices_nobody_offers_are_ignored(guest):
    page = guest.opens("law:register", keadaan="kuno", lingkup="<script>")

    assert len(page.context_data["page"].register.regulations) == len(register())


def test_a_choice_without_a_regulation_leads_back(guest):
    seen = words(guest.opens("law:register", keadaan="draft", lingkup="technical"))

    assert "Tidak ada peraturan dengan pilihan ini" in seen


@pytest.mark.parametrize("regulation", register(), ids=lambda each: each.key)
def test_each_regulation_has_a_page(guest, regulation):
    seen = words(guest.opens("law:regulation", regulation.key))

    assert regulation.name in seen
    assert regulation.title.id in seen
    assert ("belum diverifikasi" in seen) is not regulation.verified
    for source in regulation.sources:
        assert " ".join(source.text.split()) in seen


def test_a_regulation_names_what_it_bears_on_and_what_cites_it(guest):
    seen = words(guest.opens("law:regulation", "permendagri-15-2008"))

    assert "diubah oleh Permendagri 67/2011" in seen
    assert "report.months_between : 6 bulan" in seen
    assert "Gender Analysis Pathway" in words(guest.opens("law:regulation", "se-4-menteri-2012"))


@pytest.mark.parametrize(
    ("name", "key"), [("law:regulation", "permendagri-0-1900"), ("law:form", "tanpa-nama")]
)
def test_what_the_law_files_do_not_hold_is_not_found(guest, name, key):
    page = guest.opens(name, key)

    assert page.status_code == 404
    assert key in words(page)


def test_every_value_has_its_days_and_its_basis(guest):
    page = guest.opens("law:parameters")
    seen = words(page)

    values = [value for key in keys() for value in history(key)]
    assert seen.count("sejak ") == sum(value.valid_to is None for value in values)
    assert all(f'id="{key}"' in page.content.decode() for key in keys())
    unverified = sum(not value.verified for value in values)
    assert page.content.decode().count("badge-late") == unverified


@pytest.mark.parametrize("form", all_forms(), ids=lambda each: f"{each.key} {each.version}")
def test_each_form_shows_its_fields_and_that_it_is_a_draft(guest, form):
    seen = words(guest.opens("law:form", form.key, versi=form.version))

    assert ("Draf, belum resmi" in seen) is not form.official
    assert all(field.label.id in seen for field in form.fields)
    assert all(field.guidance.id in seen for field in form.fields if field.guidance)


def test_the_glossary_explains_every_term_in_both_languages(guest):
    indonesian = words(guest.opens("law:glossary"))
    english = words(Visitor(PUBLIC, Language.ENGLISH).opens("law:glossary"))

    for term in terms():
        assert term.term.en in indonesian
        assert term.definition.id in indonesian
        assert term.definition.en in english


@pytest.mark.parametrize("language", list(Language))
def test_the_glossary_is_in_the_order_of_the_readers_words(language):
    page = Visitor(PUBLIC, language).opens("law:glossary").context_data["page"]

    shown = [term.term.say(language).lower() for term in page.terms]
    assert shown == sorted(shown)


def test_the_law_is_for_reading(guest):
    assert guest.sends("law:register").status_code == 405
