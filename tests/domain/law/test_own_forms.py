"""A government's own form is taken whole, or every fault in it is told by line and field."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.language.text import Language
from setara.domain.law.forms import FormKind, FormLevel, all_forms, form_text
from setara.domain.law.own_forms import (
    FormUnreadable,
    known_codes,
    needed_codes,
    own_form,
)

CODES = known_codes(FormKind.PATHWAY)
HEAD = """key = "gap-paser"
version = "2026"
kind = "gap"
level = "sub_kegiatan"
title = "GAP Kabupaten Paser"
sources = ["Perbup Paser (contoh untuk uji)"]
"""


def field(number: int, code: str) -> str:
    return f'\n[[field]]\ncode = "{code}"\nnumber = "{number}"\nlabel = "Kolom {code}"\n'


def file_of(codes: tuple[str, ...] = CODES, head: str = HEAD) -> str:
    return head + "".join(field(number, code) for number, code in enumerate(codes, start=1))


def faults(text: str) -> list[str]:
    with pytest.raises(FormUnreadable) as raised:
        own_form(text.encode())
    return [each.words.say(Language.INDONESIAN) for each in raised.value.faults]


def test_a_form_of_its_own_order_and_labels_is_taken():
    form = own_form(file_of(CODES[::-1]).encode())

    assert [each.code for each in form.fields] == list(CODES[::-1])
    assert form.field("data").label.say(Language.ENGLISH) == "Kolom data"
    assert (form.kind, form.level) == (FormKind.PATHWAY, FormLevel.SUB_ACTIVITY)
    assert not form.verified


def test_the_nine_columns_are_what_a_pathway_needs():
    assert set(needed_codes(FormKind.PATHWAY)) == set(CODES)
    assert len(CODES) == 9


def test_english_words_are_kept_where_they_are_given():
    form = own_form(file_of(head=HEAD + 'title_en = "GAP of Paser {x}"\n').encode())

    assert form.title.say(Language.ENGLISH) == "GAP of Paser {x}"


def test_every_fault_is_told_at_once_with_its_line():
    text = file_of(("activity", "datta", *CODES[2:])).replace('"gap-paser"', '"GAP Paser"')

    told = faults(text.replace('level = "sub_kegiatan"', 'level = "desa"'))

    assert [each.partition(":")[0] for each in told] == [
        "Seluruh berkas",
        "Baris 1",
        "Baris 4",
        "Baris 14",
    ]
    assert "data" in told[0]
    assert "huruf kecil" in told[1]
    assert "sub_kegiatan" in told[2]
    assert "“datta”" in told[3]


@pytest.mark.parametrize(
    ("before", "after", "line", "word"),
    [
        ('key = "gap-paser"', 'key = "gap-madiun"', "Baris 1", "bawaan Setara"),
        ('version = "2026"', "", "Seluruh berkas", "“version”"),
        ('version = "2026"', "version = 2026", "Baris 2", "tanda petik"),
        ('kind = "gap"', 'kind = "other"', "Baris 3", "gap_document"),
        ('level = "sub_kegiatan"', 'level = "document"', "Baris 4", "tidak cocok"),
        ("sources = [", 'colour = "blue"\nsources = [', "Baris 6", "“colour”"),
        ('["Perbup Paser (contoh untuk uji)"]', "[]", "Baris 6", "sumber"),
        ('number = "1"', 'number = "7"', "Baris 10", "bernomor “1”"),
        ('label = "Kolom activity"', "", "Baris 8", "“label”"),
        ('label = "Kolom activity"', f'label = "{"x" * 201}"', "Baris 11", "200 huruf"),
        ('label = "Kolom data"', 'label = "x"\nholds = ["target"]', "Baris 17", "“activity”"),
        ('code = "data"', 'code = "activity"', "Baris 14", "sudah ada"),
        ('version = "2026"', 'version = "2026', "Baris 2", "TOML"),
        ('title = "GAP', 'from = "2026"\ntitle = "GAP', "Baris 5", "2026-01-01"),
        ('title = "GAP', 'official = "ya"\ntitle = "GAP', "Baris 5", "true atau false"),
    ],
)
def test_each_fault_names_its_line(before, after, line, word):
    text = file_of()
    assert before in text

    told = [each for each in faults(text.replace(before, after, 1)) if each.startswith(line)]

    assert any(word in each for each in told)


def test_a_file_that_is_not_text_is_refused():
    with pytest.raises(FormUnreadable) as raised:
        own_form(b'key = "a"\nversion = "\xff"')
    (fault,) = raised.value.faults

    assert (fault.line, "UTF-8" in fault.words.say(Language.ENGLISH)) == (2, True)


def test_a_file_without_end_is_refused():
    with pytest.raises(FormUnreadable, match="200 kB"):
        own_form(b"#" * 200_001)


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_whatever_comes_in_is_a_form_or_is_refused_with_words(content):
    # Such short a file is never a whole form.
    with pytest.raises(FormUnreadable) as raised:
        own_form(content)

    said = [each.words.say(language) for each in raised.value.faults for language in Language]
    assert said
    assert all(said)


@pytest.mark.parametrize("form", all_forms(), ids=lambda form: f"{form.key} {form.version}")
def test_a_shipped_form_of_a_kind_can_be_started_from(form):
    text = form_text(form.key, form.version)
    assert text is not None
    if form.kind is FormKind.OTHER:
        return

    own = own_form(text.replace(f'key = "{form.key}"', 'key = "milik-sendiri"').encode())

    assert own.fields == form.fields
    assert (own.title, own.kind, own.level) == (form.title, form.kind, form.level)
