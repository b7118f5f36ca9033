"""The page on which the second of two writers says whose words are kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict

from setara.domain.budget.editions import Place
from setara.domain.budget.merging import Choice, Side
from setara.domain.foundation.station import Station, StationKind
from setara.domain.language.pasting import TooLong, sentence
from setara.domain.language.text import Text
from setara.domain.language.word_difference import Piece, pieces
from setara.usecases.budget.pathway_editions import ClashAnswer, EditionLine, MergingAnswer
from setara.usecases.budget.pathway_queries import PathwayAnswer
from setara.web.shell.words import current_language

TITLE = Text("Dua orang menulis: {name}", "Two people wrote: {name}")
_OURS = ("csrfmiddlewaretoken", "over")


@dataclass(frozen=True, slots=True)
class ClashShown:
    """A clash with the names of its controls, and its words with what each changed."""

    number: int
    code: str
    answer: ClashAnswer
    mine: tuple[Piece, ...]
    theirs: tuple[Piece, ...]
    words: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class MergingPage:
    """What both wrote side by side; `sent` is everything the writer typed, sent along again."""

    title: Text
    answer: PathwayAnswer
    edition: int
    others: tuple[EditionLine, ...]
    clashes: tuple[ClashShown, ...]
    sent: tuple[tuple[str, str], ...]
    station: Station


def merging_page(answer: PathwayAnswer, found: MergingAnswer, sent: QueryDict) -> MergingPage:
    """The page, with all that was typed so that nothing is lost on the way."""
    carried = tuple(
        (name, value)
        for name in sent
        if name not in _OURS and not name.startswith("clash-")
        for value in sent.getlist(name)
    )
    return MergingPage(
        title=TITLE.filled(name=answer.pathway.activity_name),
        answer=answer,
        edition=found.edition,
        others=found.others,
        clashes=tuple(_shown(number, each) for number, each in enumerate(found.clashes)),
        sent=carried,
        station=Station(StationKind.PATHWAY, answer.pathway_id),
    )


def choices_in(sent: QueryDict, edition: int) -> Mapping[Place, Choice]:
    """Whose words are kept, place by place; none where yet another edition came between."""
    if sent.get("over") != str(edition):
        return {}
    found: dict[Place, Choice] = {}
    for name in sent:
        number = name.removeprefix("clash-").removesuffix("-side")
        code, side = sent.get(f"clash-{number}-place", ""), sent.get(name, "")
        if name != f"clash-{number}-side" or side not in list(Side):
            continue
        choice = _choice(Side(side), sent.get(f"clash-{number}-words", ""))
        if choice is not None and len(parts := code.split("|")) == len(Place.__slots__):
            found[Place(*parts)] = choice
    return found


def _choice(side: Side, words: str) -> Choice | None:
    """None where the words are too long to be kept: the page asks again."""
    try:
        return Choice(side, sentence(words))
    except TooLong:
        return None


def _shown(number: int, answer: ClashAnswer) -> ClashShown:
    language = current_language()
    place = answer.clash.place
    before, mine, theirs = (
        each.say(language) for each in (answer.before, answer.mine, answer.theirs)
    )
    start = before if answer.clash.before else ""
    return ClashShown(
        number=number,
        code=f"{place.column}|{place.row}|{place.field}",
        answer=answer,
        mine=pieces(start, mine),
        theirs=pieces(start, theirs),
        words=f"{theirs} {mine}" if answer.clash.is_words else "",
        sides=tuple(Side) if answer.clash.is_words else (Side.MINE, Side.THEIRS),
    )
