"""Each column of the nine is taught by a good and a weak example with its reason."""

from __future__ import annotations

from dataclasses import astuple
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from setara.domain.budget.teaching import FILE, Example, teaching_of, teachings
from setara.domain.foundation.share import Share
from setara.domain.language.text import Text, same
from setara.domain.law.forms import form
from setara.domain.law.source import MalformedLaw


def texts(example: Example) -> list[Text]:
    return [example.text, example.why]


def test_every_column_of_the_form_is_taught_in_its_order():
    codes = [field.code for field in form("gap-9-columns", on=date(2026, 1, 1)).fields]

    assert list(teachings()) == codes
    assert teaching_of("a column of another form") is None


@pytest.mark.parametrize("code", list(teachings()))
def test_both_examples_say_why_in_both_languages(code):
    teaching = teachings()[code]

    said = [teaching.belongs, teaching.ask, *texts(teaching.good), *texts(teaching.weak)]
    assert all(text.id.strip() and text.en.strip() and text.id != text.en for text in said)
    assert teaching.ask.id.endswith("?")
    assert teaching.good.text != teaching.weak.text


def test_real_examples_name_their_document_and_the_others_say_they_are_made_up():
    examples = [each for one in teachings().values() for each in (one.good, one.weak)]

    assert {example.is_made_up for example in examples} == {True, False}
    for example in examples:
        assert example.is_made_up is (not astuple(example)[-1])


# The figures of the examples, as the dossier (§2.4, §3.4) has them.
@pytest.mark.parametrize(
    ("women", "men", "said"),
    [
        (273, 1438, "16.0"),
        (21, 69, "23.3"),
        (136, 119, "53.3"),
        (55, 245, "18.3"),
    ],
)
def test_the_shares_in_the_examples_are_worked_out_right(women, men, said):
    share = Share(Decimal(women), Decimal(women + men), same("keduanya"))

    assert share.percent(1) == Decimal(said)


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ('ask = "Siapa', 'ask = ""\nasked = "Siapa'),
        ('code = "data"', 'code = "activity"'),
        ("[column.weak]\ntext = ", "[column.weak]\nteks = "),
        ("\nverified = false", "\nverifyed = false"),
    ],
)
def test_a_fault_in_the_file_is_named(tmp_path: Path, was, becomes):
    content = FILE.read_text("utf-8")
    assert was in content
    wrong = tmp_path / "teaching.toml"
    wrong.write_text(content.replace(was, becomes, 1), "utf-8")

    with pytest.raises(MalformedLaw) as caught:
        teachings(wrong)

    assert "teaching.toml" in str(caught.value)
