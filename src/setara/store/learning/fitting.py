"""The learning itself: tf-idf of pieces of words, logistic regression, and parts held back.

Imported by the process apart only; scikit-learn takes seconds to load.
"""

from __future__ import annotations

from collections.abc import Sequence

from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from setara.domain.budget.screening.decisions import Decided, held_back
from setara.domain.budget.screening.learned import (
    CONTEXT,
    LearnedModel,
    contexts_of,
    pieces_of,
)

# Chosen beforehand, not tuned on anybody's decisions: light enough a brake for a few hundred names.
BRAKE = 10.0
SEED = 20


def fitted(examples: Sequence[Decided]) -> LearnedModel:
    """The weights that part the two kinds of examples best. Both kinds must be there."""
    of_names = TfidfVectorizer(analyzer=_pieces, sublinear_tf=True)
    of_contexts = CountVectorizer(analyzer=_contexts, binary=True)
    columns = hstack(
        [of_names.fit_transform(examples), CONTEXT * of_contexts.fit_transform(examples)]
    )
    judge = LogisticRegression(C=BRAKE, class_weight="balanced", max_iter=1000, random_state=SEED)
    judge.fit(csr_matrix(columns), [each.is_responsive for each in examples])
    weights = judge.coef_[0].tolist()
    names = of_names.get_feature_names_out().tolist()
    contexts = of_contexts.get_feature_names_out().tolist()
    return LearnedModel(
        start=float(judge.intercept_[0]),
        pieces=dict(zip(names, weights[: len(names)], strict=True)),
        rarity=dict(zip(names, of_names.idf_.tolist(), strict=True)),
        contexts=dict(zip(contexts, weights[len(names) :], strict=True)),
    )


def scores_held_back(examples: Sequence[Decided]) -> list[float]:
    """The score of each example by a model that saw neither it nor its name nor its code."""
    scores = [0.0] * len(examples)
    for part in held_back(examples):
        inside = set(part)
        model = fitted([each for place, each in enumerate(examples) if place not in inside])
        for place in part:
            each = examples[place]
            scores[place] = model.score(each.name, each.code, each.agency)
    return scores


def _pieces(example: Decided) -> list[str]:
    return pieces_of(example.name)


def _contexts(example: Decided) -> tuple[str, str]:
    return contexts_of(example.code, example.agency)
