"""A planted rule is found in lines not seen, the same way every time, by a process apart."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import asdict

import pytest

from setara.domain.budget.screening.decisions import Decided, examples_of, held_back, plain_words
from setara.domain.budget.screening.learned import LearnedModel
from setara.domain.budget.screening.quality import measured
from setara.domain.budget.screening.rules import WORTH_A_LOOK, Candidate, screened
from setara.store.learning import NotLearned, apart, learned_apart
from setara.store.learning.apart import Learned
from setara.store.learning.fitting import fitted
from tests.store.learning.planted import planted


@pytest.fixture(scope="module")
def learned() -> Learned:
    return learned_apart(planted())


def test_the_planted_rule_is_found_in_lines_held_back(learned: Learned):
    examples = planted()
    kinds = [each.is_responsive for each in examples]

    ours = measured(learned.held_back, kinds, from_score=0)
    rules = [screened(Candidate(e.code, e.name), {}).points for e in examples]
    plain = measured(rules, kinds, from_score=WORTH_A_LOOK)

    # One answer in twelve is wrong on purpose, so neither can be perfect.
    assert ours.ranking > ours.chance + 0.25
    assert ours.ranking > plain.ranking + 0.2
    assert (ours.precision or 0) > 0.7
    assert (ours.recall or 0) > 0.7


def test_chance_is_what_shuffled_answers_come_to():
    examples = planted()
    kinds = [each.is_responsive for each in examples]
    shuffled = [
        Decided(e.name, e.code, e.agency, kinds[(i * 7919) % len(kinds)])
        for i, e in enumerate(examples)
    ]

    found = measured(
        learned_apart(shuffled).held_back, [e.is_responsive for e in shuffled], from_score=0
    )

    assert abs(float(found.ranking - found.chance)) < 0.15


def test_a_name_of_another_year_does_not_give_itself_away():
    """Each name twice, with codes of two years: a leak would make every guess right."""
    examples = [
        Decided(f"{word}{i}", f"{year}.01.02.2.01.{i:04}", "1", i % 2 == 0)
        for i, word in enumerate(["qxzw", "vbnm", "jklp"] * 30)
        for year in (1, 2)
    ]
    for part in held_back(examples):
        inside = {plain_words(examples[place].name) for place in part}
        outside = set(range(len(examples))) - set(part)
        assert inside.isdisjoint(plain_words(examples[place].name) for place in outside)


def test_the_same_decisions_give_the_same_model(learned: Learned):
    again = learned_apart(planted())

    assert asdict(again) == asdict(learned)


def test_the_weights_add_up_to_what_scikit_learn_says():
    from scipy.sparse import hstack
    from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
    from sklearn.linear_model import LogisticRegression

    from setara.domain.budget.screening.learned import CONTEXT, contexts_of, pieces_of

    examples = planted()
    names = TfidfVectorizer(analyzer=lambda e: pieces_of(e.name), sublinear_tf=True)
    contexts = CountVectorizer(analyzer=lambda e: contexts_of(e.code, e.agency), binary=True)
    table = hstack([names.fit_transform(examples), CONTEXT * contexts.fit_transform(examples)])
    judge = LogisticRegression(C=10.0, class_weight="balanced", max_iter=1000, random_state=20)
    judge.fit(table.tocsr(), [each.is_responsive for each in examples])

    model: LearnedModel = fitted(examples)

    ours = [model.score(each.name, each.code, each.agency) for each in examples]
    assert ours == pytest.approx(judge.decision_function(table.tocsr()).tolist(), abs=1e-6)


def test_a_process_that_breaks_down_says_so():
    with pytest.raises(NotLearned, match="class"):
        learned_apart([each for each in planted() if each.is_responsive])


def test_one_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(apart, "SECONDS", 0.01)

    with pytest.raises(NotLearned):
        learned_apart(planted())


def test_who_asks_for_the_learning_does_not_load_the_package():
    asked = "import sys, setara.store.learning; sys.exit('sklearn' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0


def test_the_planted_lines_are_examples_already():
    assert len(examples_of(planted())) == len(planted())
