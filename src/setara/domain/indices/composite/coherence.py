"""Whether the parts of a definition fit together: every name known, no ring, nothing left over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches

from setara.domain.indices.composite import faults as say
from setara.domain.indices.composite.blocks import Draft
from setara.domain.indices.composite.blueprint import (
    Comparison,
    Gamma,
    Goalposts,
    Indicator,
    Mean,
    Plain,
    Polarity,
    Ratio,
)
from setara.domain.indices.composite.citing import PREFIXES
from setara.domain.indices.composite.parts import Input
from setara.domain.indices.composite.sections import Notebook, Path
from setara.domain.indices.worksheet import StepName
from setara.domain.language.text import Text

_MOST_COMPARED = 200


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything a definition names, by key; `declared` also names indicators that are faulty."""

    index: StepName
    inputs: Mapping[str, Input]
    indicators: Mapping[str, Indicator]
    blocks: Mapping[str, Draft]
    declared: frozenset[str]

    def below(self, key: str) -> tuple[str, ...]:
        """What the part of that name is made of."""
        if key in self.blocks:
            return self.blocks[key].members
        if key in self.indicators:
            indicator = self.indicators[key]
            return (*indicator.measures, *((indicator.given,) if indicator.given else ()))
        return ()

    def places(self) -> Iterator[tuple[Path, str, str]]:
        """Each part as its path, its key and its symbol."""
        for key, each in self.inputs.items():
            yield ("measures", key), key, each.measure.symbol
        for key, indicator in self.indicators.items():
            yield ("indicators", key), key, indicator.step.symbol
        for key, draft in self.blocks.items():
            yield ("blocks", key), key, draft.step.symbol


def order(parts: Parts, notebook: Notebook) -> tuple[str, ...]:
    """The blocks from the inside out, the index last; what does not fit is noted."""
    _names(parts, notebook)
    _references(parts, notebook)
    _polarities(parts, notebook)
    if parts.index.key not in parts.blocks:
        notebook.note(("index", "key"), NO_TOP.filled(name=parts.index.key))
        return ()
    sorted_blocks, reached = _walk(parts, notebook)
    if not notebook.faults:
        _signs(parts, sorted_blocks, notebook)
        for path, key, _ in parts.places():
            if key not in reached:
                notebook.note(path, UNUSED.filled(name=key, index=parts.index.key))
    return sorted_blocks


def _names(parts: Parts, notebook: Notebook) -> None:
    keys: dict[str, Path] = {}
    symbols: dict[str, str] = {}
    for path, key, symbol in parts.places():
        if keys.setdefault(key, path) != path:
            notebook.note(path, say.TAKEN.filled(name=key, other=f"[{keys[key][0]}.{key}]"))
        elif symbols.setdefault(symbol, key) != key:
            notebook.note(path, say.SYMBOL_TAKEN.filled(name=symbol, other=symbols[symbol]))
    for symbol, key in symbols.items():
        of_fixed = next((each for each in PREFIXES if symbol.startswith(each)), None)
        if of_fixed and symbol.removeprefix(of_fixed) in symbols:
            notebook.note(_place(parts, key), SYMBOL_OF_FIXED.filled(name=symbol))
    if parts.index.key in {*parts.inputs, *parts.indicators}:
        notebook.note(("index", "key"), INDEX_TAKEN.filled(name=parts.index.key))


def _place(parts: Parts, key: str) -> Path:
    return next(path for path, each, _ in parts.places() if each == key)


def _references(parts: Parts, notebook: Notebook) -> None:
    every = {*parts.inputs, *parts.declared, *parts.blocks}
    for key, draft in parts.blocks.items():
        for member in draft.members:
            if member not in every:
                _unknown(notebook, ("blocks", key, "members", member), member, every, NO_PART)
    for key in parts.indicators:
        for measure in parts.below(key):
            if measure not in parts.inputs:
                _unknown(notebook, ("indicators", key), measure, set(parts.inputs), NO_MEASURE)


def _unknown(notebook: Notebook, path: Path, name: str, known: set[str], what: Text) -> None:
    # Comparing every name with every other would take minutes in a file made to do so.
    is_small = len(known) <= _MOST_COMPARED and len(notebook.faults) <= _MOST_COMPARED
    near = get_close_matches(name, sorted(known), n=1) if is_small else []
    hint = MEANT.filled(near=near[0]) if near else NOT_MEANT
    notebook.note(path, what.filled(name=name, hint=hint))


def _polarities(parts: Parts, notebook: Notebook) -> None:
    """Where less is better, that must be heeded wherever the measure is used."""
    lower = {key for key, each in parts.inputs.items() if each.polarity is Polarity.LOWER}
    for key, indicator in parts.indicators.items():
        falling = [measure in lower for measure in indicator.measures]
        turn = None
        match indicator.takes:
            case Ratio(comparison=comparison):
                is_inverse = comparison is Comparison.INVERSE
                turn = TURN_RATIO if falling != [is_inverse, is_inverse] and any(falling) else None
            case Plain() if any(falling) and not isinstance(indicator.scale, Goalposts):
                turn = TURN_VALUE
            case Gamma() if any(falling):
                turn = TURN_VALUE
        if turn:
            notebook.note(("indicators", key), turn)
    for key, draft in parts.blocks.items():
        for member in sorted(lower & set(draft.members)):
            notebook.note(("blocks", key, "members", member), TURN_MEMBER.filled(name=member))


def _walk(parts: Parts, notebook: Notebook) -> tuple[tuple[str, ...], set[str]]:
    """The blocks in order, and every part the index leads to; a ring is noted once."""
    done: dict[str, None] = {}
    way: list[str] = []
    waiting = [(parts.index.key, False)]
    while waiting:
        key, is_left = waiting.pop()
        if is_left:
            way.pop()
            done[key] = None
        elif key in way:
            ring = " → ".join([*way[way.index(key) :], key])
            notebook.note(("blocks", way[-1], "members", key), RING.filled(ring=ring))
        elif key not in done:
            way.append(key)
            waiting.append((key, True))
            waiting += [(below, False) for below in reversed(parts.below(key))]
    return tuple(key for key in done if key in parts.blocks), set(done)


def _signs(parts: Parts, blocks: tuple[str, ...], notebook: Notebook) -> None:
    """Notes what would divide or take a root or logarithm of something below zero."""
    lowest = {key: each.measure.lowest for key, each in parts.inputs.items()}
    for key, indicator in parts.indicators.items():
        least = min(lowest[measure] for measure in parts.below(key))
        needs_positive = isinstance(indicator.takes, Ratio | Gamma)
        if needs_positive and least < 0:
            notebook.note(("indicators", key), BELOW_ZERO_RATIO)
        lowest[key] = Decimal(0) if isinstance(indicator.scale, Goalposts) else least
    for key in blocks:
        draft = parts.blocks[key]
        lowest[key] = min(lowest[member] for member in draft.members)
        if draft.mean is not Mean.ARITHMETIC and lowest[key] < 0:
            notebook.note(("blocks", key, "mean"), BELOW_ZERO_MEAN.filled(mean=draft.mean.value))


NO_TOP = Text(
    "tidak ada blok [blocks.{name}]. Blok yang bernama seperti indeksnya adalah indeks itu "
    "sendiri.",
    "there is no block [blocks.{name}]. The block that is called like the index is the index.",
)
NO_PART = Text(
    "“{name}” bukan ukuran, indikator, atau blok dalam berkas ini. {hint}",
    "“{name}” is no measure, indicator or block of this file. {hint}",
)
NO_MEASURE = Text(
    "“{name}” bukan ukuran dalam berkas ini. {hint}",
    "“{name}” is no measure of this file. {hint}",
)
MEANT = Text("Maksudnya “{near}”?", "Is “{near}” meant?")
NOT_MEANT = Text("Tambahkan, atau hapus namanya.", "Add it, or remove the name.")
SYMBOL_OF_FIXED = Text(
    "simbol “{name}” dipakai untuk bobot atau batas bagian lain. Pilih simbol lain.",
    "the symbol “{name}” is that of a weight or bound of another part. Choose another.",
)
INDEX_TAKEN = Text(
    "nama indeks “{name}” juga nama ukuran atau indikator. Pilih nama lain.",
    "the name of the index, “{name}”, is that of a measure or indicator too. Choose another.",
)
UNUSED = Text(
    "“{name}” tidak dipakai untuk {index}. Masukkan ke “members” sebuah blok, atau hapus.",
    "“{name}” is not used for {index}. Put it into the “members” of a block, or remove it.",
)
RING = Text(
    "blok-blok saling memuat: {ring}. Putuskan lingkarannya.",
    "blocks contain one another: {ring}. Break the ring.",
)
TURN_RATIO = Text(
    'makin rendah makin baik pada ukurannya, jadi tulis compare = "inverse" (laki-laki dibagi '
    "perempuan), dan polarity yang sama pada kedua ukuran.",
    'less is better of its measures, so write compare = "inverse" (men over women), and the same '
    "polarity at both measures.",
)
TURN_VALUE = Text(
    "makin rendah makin baik pada ukurannya, jadi beri “goalposts”; arahnya lalu dibalik.",
    "less is better of its measure, so give it “goalposts”; they then turn it round.",
)
TURN_MEMBER = Text(
    "makin rendah makin baik pada “{name}”, jadi tidak dapat dirata-rata langsung. Buat indikator "
    "dengan “goalposts”.",
    "less is better of “{name}”, so it cannot be averaged as it is. Make an indicator with "
    "“goalposts”.",
)
BELOW_ZERO_RATIO = Text(
    "“range” ukurannya mulai di bawah nol; perbandingan hanya untuk angka yang tidak negatif.",
    "the “range” of its measures starts below zero; a ratio is only for figures that are not "
    "negative.",
)
BELOW_ZERO_MEAN = Text(
    "anggotanya dapat bernilai di bawah nol, sehingga rata-rata {mean} tidak dapat dipakai.",
    "its members can be below zero, so that a {mean} mean cannot be used.",
)
