"""Blocks and vintages of a definition file: members, weights, and the order of computation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from setara.domain.indices.composite.blueprint import Block, Mean, Origin, Vintage
from setara.domain.indices.composite.parts import origin
from setara.domain.indices.composite.sections import Section
from setara.domain.indices.worksheet import StepName
from setara.domain.language.text import Text

_SETTINGS = ("name", "name_en", "symbol", "mean", "members", "at_least", "normalise", "tolerance")
_WIDEST = Decimal("0.05")
"""More than this is no rounding of weights any more."""
_YEARS = (1900, 2200)


@dataclass(frozen=True, slots=True)
class Draft:
    """A block before its weights are chosen; `weights` None: all weigh the same."""

    step: StepName
    mean: Mean
    members: tuple[str, ...]
    weights: tuple[Decimal, ...] | None
    at_least: int
    normalise: bool
    tolerance: Decimal
    section: Section

    def block(self, weights: tuple[Decimal, ...] | None) -> Block:
        """The block with these weights."""
        return Block(
            step=self.step,
            mean=self.mean,
            members=self.members,
            weights=weights,
            at_least=self.at_least,
            sum_is_one=weights is not None and sum(weights) == 1,
        )


def drafts(section: Section, index: StepName) -> dict[str, Draft]:
    """The blocks by key; the one that is called like the index takes its name from it."""
    return {key: _draft(key, each, index) for key, each in section.entries()}


def _draft(key: str, section: Section, index: StepName) -> Draft:
    section.only(*_SETTINGS)
    section.needs("members")
    members, weights = _members(section)
    is_top = key == index.key
    count = max(len(members), 1)
    draft = Draft(
        step=index
        if is_top
        else StepName(key, section.symbol("symbol", key), section.text("name")),
        mean=section.choice("mean", Mean, Mean.ARITHMETIC),
        members=members,
        weights=weights,
        at_least=section.whole("at_least", 1, count, count),
        normalise=section.flag("normalise", otherwise=False),
        tolerance=section.number("tolerance", 0, _WIDEST, Decimal(0)) or Decimal(0),
        section=section,
    )
    _weigh(draft, section, "members", weights)
    return draft


def _members(section: Section) -> tuple[tuple[str, ...], tuple[Decimal, ...] | None]:
    given = section.table.get("members", {})
    if not isinstance(given, dict | list):
        section.fault("members", NOT_MEMBERS)
        return (), None
    if "members" in section.table and not given:
        section.fault("members", EMPTY)
        return (), None
    if isinstance(given, list):
        named = [each for each in given if section.is_name("members", each)]
        for each in sorted({each for each in named if named.count(each) > 1}):
            section.fault("members", MEMBER_TWICE.filled(name=each))
        return tuple(dict.fromkeys(named)), None
    weights = _weights(section.below("members"), tuple(given))
    return tuple(given), weights


def _weights(section: Section, members: tuple[str, ...]) -> tuple[Decimal, ...] | None:
    """The weights in the order of the members; None where one of them is faulty."""
    found = []
    for member in members:
        weight = section.exact(member, section.table[member])
        if weight is not None and weight <= 0:
            section.fault(member, NOT_POSITIVE.filled(name=member, weight=weight))
        elif weight is not None:
            found.append(weight)
    return tuple(found) if len(found) == len(members) else None


def _weigh(draft: Draft, section: Section, key: str, weights: tuple[Decimal, ...] | None) -> None:
    """Notes weights that do not sum to 1, unless they are to be divided by their sum."""
    total = sum(weights or (), Decimal(0))
    if weights and not draft.normalise and abs(total - 1) > draft.tolerance:
        section.fault(key, NOT_ONE.filled(total=total, tolerance=draft.tolerance))


def vintages(
    given: object, root: Section, blocks: Mapping[str, Draft], common: Origin, first_year: int
) -> tuple[Vintage, ...]:
    """The vintages in the order of the file, their blocks not yet in order; one without any."""
    if given is None:
        plain = tuple(draft.block(draft.weights) for draft in blocks.values())
        return (Vintage("definition", AS_DEFINED, first_year, None, common, plain),)
    if not isinstance(given, list) or not all(isinstance(each, dict) for each in given):
        root.fault("vintage", NOT_VINTAGES)
        return ()
    found = []
    for place, table in enumerate(given):
        section = Section(root.notebook, ("vintage", place), table)
        found.append(_vintage(section, blocks, common, first_year))
    for place, vintage in enumerate(found):
        if vintage.key in {earlier.key for earlier in found[:place]}:
            root.notebook.note(("vintage", place), VINTAGE_TWICE.filled(name=vintage.key))
    return tuple(found)


def _vintage(
    section: Section, blocks: Mapping[str, Draft], common: Origin, first_year: int
) -> Vintage:
    section.only(
        *("key", "name", "name_en", "first_year", "last_year", "weights"),
        *("regulation", "locator", "verified", "note", "note_en"),
    )
    section.needs("key")
    first = section.whole("first_year", *_YEARS, first_year)
    last = section.whole("last_year", first, _YEARS[1], 0) or None
    weights = section.below("weights")
    for key in weights.table.keys() - blocks.keys():
        weights.fault(key, NO_BLOCK.filled(name=key))
    return Vintage(
        key=section.name("key") or "?",
        name=section.text("name"),
        first_year=first,
        last_year=last,
        origin=origin(section, common),
        blocks=tuple(_reweighed(draft, key, weights) for key, draft in blocks.items()),
    )


def _reweighed(draft: Draft, key: str, weights: Section) -> Block:
    if key not in weights.table:
        return draft.block(draft.weights)
    below = weights.below(key)
    if set(below.table) != set(draft.members):
        weights.fault(key, OTHER_MEMBERS.filled(block=key, members=", ".join(draft.members)))
        return draft.block(draft.weights)
    found = _weights(below, draft.members)
    _weigh(draft, weights, key, found)
    return draft.block(found)


AS_DEFINED = Text("Menurut berkas definisi", "As the definition file says")
NOT_MEMBERS = Text(
    '“members” harus berupa daftar nama, ["a", "b"], atau nama dengan bobot, {a = 0.5, b = 0.5}.',
    '“members” must be a list of names, ["a", "b"], or names with weights, {a = 0.5, b = 0.5}.',
)
EMPTY = Text(
    "blok ini kosong. Isi “members” dengan ukuran, indikator, atau blok lain.",
    "this block is empty. Give it “members”: measures, indicators or other blocks.",
)
MEMBER_TWICE = Text("“{name}” disebut dua kali.", "“{name}” is named twice.")
NOT_POSITIVE = Text(
    "bobot “{name}” adalah {weight}, padahal harus di atas nol. Hapus anggota yang tidak dihitung.",
    "the weight of “{name}” is {weight}, and must be above zero. Remove a member that does not "
    "count.",
)
NOT_ONE = Text(
    "jumlah bobot {total}, bukan 1 (toleransi {tolerance}). Perbaiki bobotnya, atau tulis "
    "normalise = true bila memang harus dibagi jumlahnya.",
    "the weights sum to {total}, not 1 (tolerance {tolerance}). Mend them, or write "
    "normalise = true if they are to be divided by their sum.",
)
NOT_VINTAGES = Text(
    "“vintage” ditulis sebagai bagian berulang, [[vintage]].",
    "“vintage” is written as a repeated section, [[vintage]].",
)
VINTAGE_TWICE = Text(
    "vintage “{name}” sudah ada. Pilih nama lain.", "there is a vintage “{name}” already."
)
NO_BLOCK = Text("tidak ada blok “{name}”.", "there is no block “{name}”.")
OTHER_MEMBERS = Text(
    "bobot blok “{block}” harus untuk tepat anggotanya: {members}.",
    "the weights of block “{block}” must be for exactly its members: {members}.",
)
