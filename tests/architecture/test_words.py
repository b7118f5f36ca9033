"""No template speaks one language only."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.architecture.rules.words import bare_words, word_violations


def test_no_template_has_bare_words(root: Path) -> None:
    assert word_violations(root) == []


@pytest.mark.parametrize(
    "silent",
    [
        '<p class="lead">{% t "Kosong" "Empty" %}</p>',
        "<p>{{ page.title }} · 12,5 % &nbsp;&mdash; </p>",
        "{# a remark #}<!-- another -->\n{% comment %}a third{% endcomment %}",
        '<span class="brand">Setara</span>',
        '<abbr title="English">EN</abbr>',
        "{% if a > b %}{% say page.lead %}{% endif %}",
    ],
)
def test_code_numbers_and_names_are_no_bare_words(silent: str) -> None:
    assert bare_words(silent) == []


def test_a_bare_word_is_found_in_its_line() -> None:
    template = '<p>\n  {% say page.lead %}\n  Simpan\n</p>\n<img alt="A map">'

    assert bare_words(template) == [(3, "Simpan"), (5, "A map")]
