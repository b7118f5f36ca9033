"""The calculation as a tree: the index, its steps, and the numbers those began with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from setara.domain.indices.terms import Step, Term, shown
from setara.domain.language.text import Language, Text, spoken
from setara.domain.law.parameters import Parameter
from setara.domain.law.regulations import NoSuchRegulation, regulation


@dataclass(frozen=True, slots=True)
class Branch:
    """A number with what it was computed from.

    `term` is the number as the formula above uses it, perhaps rounded; `step` how it was
    computed, None for a figure or a value of the law. A step that was shown before
    `is_repeated`: its branches stand at its first place.
    """

    term: Term
    step: Step | None = None
    branches: tuple[Branch, ...] = ()
    is_repeated: bool = False

    def walked(self) -> Iterator[Branch]:
        """This branch and all below it, from the trunk outwards."""
        yield self
        for branch in self.branches:
            yield from branch.walked()


def grown(steps: Sequence[Step]) -> Branch:
    """The tree whose trunk is the last step; every term of a formula is a branch of its step."""
    trunk = steps[-1]
    by_key = {step.key: step for step in steps}
    term = Term(trunk.symbol, trunk.name, trunk.value, key=trunk.key)
    return _branch(term, by_key, set())


def _branch(term: Term, steps: Mapping[str, Step], shown_before: set[str]) -> Branch:
    step = None if term.parameter or term.unit else steps.get(term.key)
    if step is None:
        return Branch(term)
    if step.key in shown_before:
        return Branch(term, step, is_repeated=True)
    shown_before.add(step.key)
    below = tuple(_branch(each, steps, shown_before) for each in step.terms)
    return Branch(term, step, below)


def tree_lines(trunk: Branch, language: Language) -> Iterator[str]:
    """The tree as text, a line a number, drawn with `├─` and `└─`."""
    yield _words(trunk, language)
    yield from _below(trunk, language, "")


def _below(branch: Branch, language: Language, indent: str) -> Iterator[str]:
    said = [rule_words(rule).say(language) for rule in branch.step.rules] if branch.step else []
    last = len(branch.branches) + len(said) - 1
    for place, each in enumerate(branch.branches):
        is_last = place == last
        yield f"{indent}{'└─' if is_last else '├─'} {_words(each, language)}"
        yield from _below(each, language, indent + ("   " if is_last else "│  "))
    if branch.is_repeated:
        return
    for place, words in enumerate(said, start=len(branch.branches)):
        yield f"{indent}{'└─' if place == last else '├─'} {words}"


def _words(branch: Branch, language: Language) -> str:
    if branch.step is not None and not branch.is_repeated:
        return branch.step.line(language)
    term = branch.term
    words = f"{term.name.say(language)}: {term.symbol} = {spoken(shown(term.value), language)}"
    if branch.is_repeated:
        return f"{words} ({SHOWN_ABOVE.say(language)})"
    if term.parameter is not None:
        return f"{words} {term.parameter.unit} – {cited(term.parameter).say(language)}"
    source = term.source
    told = f" – {source.publisher}, {source.document} {source.locator}".rstrip() if source else ""
    return f"{words} {term.unit.say(language) if term.unit else ''}".rstrip() + told


def cited(parameter: Parameter) -> Text:
    """The regulation and the place in it, marked where its text was not seen."""
    words = Text("{regulation}, {locator}{mark}", "{regulation}, {locator}{mark}")
    return words.filled(
        regulation=source_name(parameter),
        locator=parameter.locator,
        mark=Text("", "") if parameter.verified else UNVERIFIED,
    )


def source_name(parameter: Parameter) -> str:
    """The name of the regulation; what comes with a definition names its source itself."""
    try:
        return regulation(parameter.regulation).name
    except NoSuchRegulation:
        return parameter.regulation


def rule_words(parameter: Parameter) -> Text:
    """A rule that works without standing in the formula, as decimals do: its value and source."""
    if parameter.unit == "desimal":
        return ROUNDED.filled(decimals=parameter.value, cited=cited(parameter))
    if parameter.key == "ipg.rounds_components_first":
        said = FROM_PRINTED if parameter.value else FROM_UNROUNDED
        return said.filled(cited=cited(parameter))
    return RULE.filled(
        key=parameter.key, value=parameter.value, unit=parameter.unit, cited=cited(parameter)
    )


SHOWN_ABOVE = Text("langkahnya tertulis di atas", "worked out above")
RULE = Text("aturan {key} = {value} ({unit}) – {cited}", "rule {key} = {value} ({unit}) – {cited}")


def amount_words(parameter: Parameter) -> Text:
    """A value of the law with its unit; one that switches a step on or off is yes or no."""
    if parameter.unit == YES_NO:
        return YES if parameter.value else NO
    return AMOUNT.filled(value=parameter.value, unit=parameter.unit)


YES_NO = "0 tidak, 1 ya"
YES, NO, AMOUNT = Text("ya", "yes"), Text("tidak", "no"), Text("{value} {unit}", "{value} {unit}")
ROUNDED = Text(
    "dibulatkan {decimals} desimal – {cited}", "rounded to {decimals} decimals – {cited}"
)
FROM_PRINTED = Text(
    "kedua IPM dibulatkan sebelum dibagi – {cited}",
    "both IPM are rounded before they are divided – {cited}",
)
FROM_UNROUNDED = Text(
    "kedua IPM tidak dibulatkan sebelum dibagi – {cited}",
    "the IPM are not rounded before they are divided – {cited}",
)
UNVERIFIED = Text(" (belum diverifikasi)", " (unverified)")
