"""Two wrote one pathway: nobody's words are lost, and what does not clash is put together."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from setara.domain.budget.datum import Aspect
from setara.domain.budget.editions import TABLES, Place, changes, place_words, value_words
from setara.domain.budget.merging import Choice, Side, merged
from setara.domain.budget.pathway import (
    Action,
    Baseline,
    Cause,
    CauseSide,
    Factor,
    FactorNote,
    Indicator,
    IndicatorLevel,
    Pathway,
    without_loose_ends,
)
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Language
from setara.domain.language.word_difference import PieceKind, pieces
from tests.domain.budget.examples import datum, exemplar

FEW = settings(max_examples=40, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
WORDS = st.sampled_from(["", "akses", "jadwal sore", "PPL", "lahan suami", "kuota"])
KEYS = st.integers(1, 6)
DATA = tuple(datum(key, f"Data {key}", female=key, male=10) for key in (1, 2))


def _keyed(rows: Any) -> Any:
    return st.lists(rows, max_size=4, unique_by=lambda row: row.key).map(tuple)


def _start(datum_key: int, aspect: Aspect) -> Baseline:
    """A figure has one number in every edition."""
    return Baseline(datum_key * 2 + (aspect is Aspect.SHARE), datum_key, Sex.FEMALE, aspect)


PATHWAYS = st.builds(
    Pathway,
    agency_id=st.just(7),
    year=st.just(2026),
    activity_code=st.just("3.27.02.2.01.0001"),
    activity_name=st.just("Latihan"),
    objective=WORDS,
    reformulated_objective=WORDS,
    reason_kept=WORDS,
    data=st.just(DATA),
    factors=st.lists(
        st.builds(FactorNote, st.sampled_from(Factor), WORDS.filter(bool), st.none() | KEYS),
        max_size=3,
        unique_by=lambda note: note.factor,
    ).map(tuple),
    causes=_keyed(st.builds(Cause, KEYS, st.sampled_from(CauseSide), WORDS)),
    actions=_keyed(
        st.builds(
            Action,
            KEYS,
            WORDS,
            st.lists(KEYS, unique=True).map(lambda keys: tuple(sorted(keys))),
            st.none() | st.builds(Rupiah, st.integers(0, 3)),
        )
    ),
    baselines=st.lists(
        st.tuples(st.integers(1, 2), st.sampled_from(Aspect)), max_size=3, unique=True
    ).map(lambda starts: tuple(_start(*each) for each in starts)),
    indicators=_keyed(
        st.builds(
            Indicator,
            KEYS,
            st.sampled_from(IndicatorLevel),
            WORDS,
            WORDS,
            st.none() | st.integers(0, 3).map(Decimal),
            st.none() | KEYS,
        )
    ),
).map(without_loose_ends)


def words_in(pathway: Pathway) -> set[str]:
    """Every text somebody wrote in it."""
    rows: tuple[Any, ...] = (
        *pathway.factors,
        *pathway.causes,
        *pathway.actions,
        *pathway.indicators,
    )
    units = [each.unit for each in pathway.indicators]
    sentences = [pathway.objective, pathway.reformulated_objective, pathway.reason_kept]
    return {*sentences, *units, *(row.text for row in rows)} - {""}


def _words_of(value: Any) -> set[str]:
    if isinstance(value, str):
        return {value}
    words = {getattr(value, name, "") for name in ("text", "unit")}
    return {word for word in words if isinstance(word, str)}


@settings(FEW)
@given(PATHWAYS, PATHWAYS)
def test_with_an_unchanged_side_it_is_the_other_one(base: Pathway, other: Pathway):
    assert merged(base, base, other).pathway == other
    assert merged(base, other, base).pathway == other
    assert merged(base, base, other).clashes == merged(base, other, base).clashes == ()


@settings(FEW, max_examples=150)
@given(PATHWAYS, PATHWAYS, PATHWAYS)
def test_nobodys_words_are_lost(base: Pathway, mine: Pathway, theirs: Pathway):
    result = merged(base, mine, theirs)

    shown = words_in(result.pathway)
    for clash in result.clashes:
        for value in (clash.before, clash.mine, clash.theirs):
            shown |= _words_of(value)
    assert words_in(mine) - words_in(base) <= shown
    assert words_in(theirs) - words_in(base) <= shown
    assert merged(base, mine, theirs) == result
    assert without_loose_ends(result.pathway) == result.pathway


@settings(FEW)
@given(PATHWAYS, PATHWAYS, PATHWAYS, st.sampled_from([Side.MINE, Side.THEIRS]))
def test_once_each_clash_is_chosen_none_is_left(base, mine, theirs, side: Side):
    clashes = merged(base, mine, theirs).clashes

    result = merged(base, mine, theirs, {clash.place: Choice(side) for clash in clashes})

    assert result.clashes == ()


@settings(FEW)
@given(PATHWAYS, PATHWAYS)
def test_what_both_wrote_alike_is_taken_once(base: Pathway, same: Pathway):
    assert merged(base, same, same).pathway == same


@settings(FEW)
@given(PATHWAYS, PATHWAYS)
def test_changes_are_found_exactly_where_editions_differ(before: Pathway, after: Pathway):
    found = changes(before, after)

    assert bool(found) == (_sorted(before) != _sorted(after))
    for change in found:
        for language in Language:
            assert place_words(change.place, before, after).say(language)
            for value in (change.before, change.after):
                assert value_words(value, change.place.field, before, after).say(language)


def _sorted(pathway: Pathway) -> Pathway:
    """The order of rows is no change, nor is the number of a baseline."""
    ordered = {name: tuple(sorted(getattr(pathway, name), key=repr)) for name in TABLES}
    return replace(pathway, **ordered)


def test_new_rows_of_both_stand_beside_each_other_with_their_ticks():
    base = exemplar()
    key = max(cause.key for cause in base.causes) + 1
    mine = replace(
        base,
        causes=(*base.causes, Cause(key, CauseSide.INTERNAL, "Milik saya")),
        actions=(*base.actions, Action(90, "Aksi saya", (key,))),
    )
    theirs = replace(base, causes=(*base.causes, Cause(key, CauseSide.INTERNAL, "Milik mereka")))

    result = merged(base, mine, theirs)

    assert result.clashes == ()
    added = {cause.text: cause.key for cause in result.pathway.causes[len(base.causes) :]}
    assert set(added) == {"Milik mereka", "Milik saya"}
    assert added["Milik mereka"] == key
    assert result.pathway.actions[-1].answers == (added["Milik saya"],)


def test_the_same_field_is_shown_side_by_side_and_can_be_combined():
    base = exemplar()
    mine, theirs = replace(base, objective="Satu"), replace(base, objective="Dua")

    (clash,) = merged(base, mine, theirs).clashes

    assert (clash.place, clash.before, clash.mine, clash.theirs) == (
        Place("objective"),
        base.objective,
        "Satu",
        "Dua",
    )
    assert clash.is_words
    chosen = merged(base, mine, theirs, {clash.place: Choice(Side.TOGETHER, "Satu dan dua")})
    assert chosen.pathway.objective == "Satu dan dua"


def test_a_row_one_took_out_and_the_other_wrote_on_is_asked_about():
    base = exemplar()
    first, *rest = base.causes
    mine = replace(base, causes=(replace(first, text="Ditulis ulang"), *rest))
    theirs = without_loose_ends(replace(base, causes=tuple(rest)))

    (clash,) = merged(base, mine, theirs).clashes

    assert clash.place == Place("causes", str(first.key))
    assert clash.mine.text == "Ditulis ulang"
    assert clash.theirs is None
    assert not clash.is_words


@pytest.mark.parametrize(
    ("before", "after"), [("", "baru"), ("lama", ""), ("jadwal pagi hari", "jadwal sore hari")]
)
def test_a_difference_holds_both_texts(before: str, after: str):
    found = pieces(before, after)

    assert "".join(p.words for p in found if p.kind is not PieceKind.NEW) == before
    assert "".join(p.words for p in found if p.kind is not PieceKind.GONE) == after


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_difference_holds_both_texts(before: str, after: str):
    test_a_difference_holds_both_texts(before, after)
