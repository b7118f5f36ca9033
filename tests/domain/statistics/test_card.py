"""A metadata card keeps what was filled in, and shows what was not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.language.text import Text
from setara.domain.statistics.card import CARD_LABELS, Card

WORDS = st.builds(Text, st.text(max_size=20), st.text(max_size=20))


@given(st.dictionaries(st.sampled_from(sorted(CARD_LABELS)), WORDS))
def test_a_card_is_read_back_as_it_was_kept(filled: dict[str, Text]) -> None:
    card = Card(**filled)
    assert Card.from_data(card.as_data()) == card


def test_every_field_has_a_line_even_an_empty_one() -> None:
    lines = dict(Card(concept=Text("orang", "people")).lines)
    assert len(lines) == len(CARD_LABELS)
    assert lines[CARD_LABELS["concept"]] == Text("orang", "people")
    assert lines[CARD_LABELS["formula"]] == Text("", "")


@pytest.mark.parametrize("data", [{"colour": ["a", "b"]}, {"concept": "a"}, {"concept": ["a"]}])
def test_what_is_no_card_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="no field"):
        Card.from_data(data)
