"""Words in a GAP that say nothing, say the same twice, or were copied from another one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from setara.domain.budget.finding import Finding, warning
from setara.domain.budget.pathway import CauseSide, Pathway
from setara.domain.language.text import Text

_COLUMN_OF_SIDE = {CauseSide.INTERNAL: 4, CauseSide.EXTERNAL: 5}
_EMPTY_WORDS = frozenset(
    {"tidak ada", "belum ada", "sudah baik", "tidak tahu", "lihat atas", "sesuai aturan", "n a"}
)
_FEWEST_WORDS = 3
ALIKE = 0.9
_LONG_ENOUGH = 40
"""Short sentences are alike by chance: of fewer letters none is held to be copied."""
_LEAST_SHARED = 0.4
_MOST_COMPARED = 5
_WORD = re.compile(r"[\w%]+")


@dataclass(frozen=True, slots=True)
class OtherPathway:
    """A GAP to compare with: how it is called, and the texts of its columns 3 to 7.

    `is_followed` marks the GAP of an earlier year that this one was carried over from.
    """

    name: str
    texts: tuple[str, ...]
    is_followed: bool = False


def texts_of(pathway: Pathway) -> tuple[str, ...]:
    """What somebody wrote in columns 3 to 7, in the order of the columns."""
    return (
        *(note.text for note in pathway.factors),
        *(cause.text for cause in pathway.causes),
        pathway.reformulated_objective,
        *(action.text for action in pathway.actions),
    )


def empty_findings(pathway: Pathway, today: date) -> Iterator[Finding]:
    """GAP-14: a factor, cause or action is said in words that somebody else understands."""
    written = [
        *((3, note.text) for note in pathway.factors),
        *((_COLUMN_OF_SIDE[cause.side], cause.text) for cause in pathway.causes),
        *((7, action.text) for action in pathway.actions),
    ]
    for column, text in written:
        if text.strip() and _is_empty(text):
            yield warning("GAP-14", column, _SAYS_NOTHING.filled(text=text.strip()), _SAY_MORE)


def twice_findings(pathway: Pathway, today: date) -> Iterator[Finding]:
    """GAP-15: a cause is not the factor once more, and no cause or action stands there twice."""
    factors = {_bare(note.text): note.factor.label for note in pathway.factors if note.text}
    for cause in pathway.causes:
        factor = factors.get(_bare(cause.text))
        if factor is not None:
            message = _SAME_AS_FACTOR.filled(cause=cause.text, factor=factor)
            yield warning("GAP-15", _COLUMN_OF_SIDE[cause.side], message, _ASK_WHY)
    yield from _repeated({cause.key: cause.text for cause in pathway.causes}, 4, _CAUSE_TWICE)
    yield from _repeated({action.key: action.text for action in pathway.actions}, 7, _ACTION_TWICE)


def copied_findings(pathway: Pathway, others: Iterable[OtherPathway]) -> Iterator[Finding]:
    """GAP-09: the analysis is not that of another sub kegiatan or year pasted in.

    The likest other is named, with how many more are as like; the GAP it was carried over from
    is judged by itself. Source of the bound 0.9: own, after published GAPs that repeat a
    neighbour's word for word. Cost: see `_alike`.
    """
    alike = _alike(_words(texts_of(pathway)), others)
    for is_followed, message, fix in (
        (False, _COPIED, _OWN_ANALYSIS),
        (True, _UNCHANGED, _WHAT_CHANGED),
    ):
        found = [each for each in alike if each[1].is_followed is is_followed]
        if found:
            likeness, other = max(found, key=lambda each: each[0])
            more = _AND_MORE.filled(count=len(found) - 1) if len(found) > 1 else ""
            values = {"percent": round(likeness * 100), "other": other.name, "more": more}
            yield warning("GAP-09", 3, message.filled(**values), fix)


def _alike(own: Sequence[str], others: Iterable[OtherPathway]) -> list[tuple[float, OtherPathway]]:
    """The others of whose words more than nine in ten are the same, in the same order.

    Two texts that are so alike have lengths within a fifth and share at least four in ten of
    their runs of three words: each word that differs breaks three runs at most. Only the five that
    share most are compared word by word. Cost: below 1 ms for each other of a thousand words,
    0.1 ms for one of two hundred; then 2 to 50 ms for each of the five.
    """
    if sum(map(len, own)) < _LONG_ENOUGH:
        return []
    runs = _runs(own)
    near: list[tuple[int, list[str], OtherPathway]] = []
    for other in others:
        theirs = _words(other.texts)
        if 2 * min(len(own), len(theirs)) <= ALIKE * (len(own) + len(theirs)):
            continue
        shared = len(runs & _runs(theirs))
        if shared >= _LEAST_SHARED * len(runs) and sum(map(len, theirs)) >= _LONG_ENOUGH:
            near.append((shared, theirs, other))
    nearest = sorted(near, key=lambda each: each[0], reverse=True)[:_MOST_COMPARED]
    compared = [
        (SequenceMatcher(None, own, theirs, autojunk=False).ratio(), other)
        for _, theirs, other in nearest
    ]
    return [each for each in compared if each[0] > ALIKE]


def _runs(words: Sequence[str]) -> set[tuple[str, ...]]:
    return set(zip(words, words[1:], words[2:], strict=False)) or {tuple(words)}


def _repeated(rows: Mapping[int, str], column: int, message: Text) -> Iterator[Finding]:
    seen: set[str] = set()
    for text in rows.values():
        bare = _bare(text)
        if bare and bare in seen:
            yield warning("GAP-15", column, message.filled(text=text), _DROP_ONE)
        seen.add(bare)


def _is_empty(text: str) -> bool:
    bare = _bare(text)
    return bare in _EMPTY_WORDS or len(bare.split()) < _FEWEST_WORDS


def _bare(text: str) -> str:
    return " ".join(re.sub(r"[^\w%]+", " ", text.casefold()).split())


def _words(texts: Iterable[str]) -> list[str]:
    return _WORD.findall(" ".join(texts).casefold())


_SAYS_NOTHING = Text(
    "“{text}” belum menjelaskan apa pun kepada pembaca dari luar.",
    "“{text}” does not tell a reader from outside anything yet.",
)
_SAY_MORE = Text(
    "Tulis satu kalimat: siapa, tertinggal dalam hal apa, dan mengapa atau bagaimana.",
    "Write one sentence: who, behind in what, and why or how.",
)
_SAME_AS_FACTOR = Text(
    "Sebab “{cause}” sama dengan isi faktor {factor}.",
    "The cause “{cause}” repeats the factor {factor}.",
)
_ASK_WHY = Text(
    "Tanyakan mengapa hal itu terjadi; jawabannya adalah sebabnya.",
    "Ask why it is so; the answer is the cause.",
)
_CAUSE_TWICE = Text("Sebab “{text}” ditulis dua kali.", "The cause “{text}” stands twice.")
_ACTION_TWICE = Text("Aksi “{text}” ditulis dua kali.", "The action “{text}” stands twice.")
_DROP_ONE = Text("Hapus salah satunya.", "Drop one of them.")
_COPIED = Text(
    "Isi kolom 3–7 {percent}% sama dengan {other}{more}.",
    "Columns 3 to 7 are {percent}% the same as {other}{more}.",
)
_AND_MORE = Text(" dan {count} GAP lain", " and {count} more GAPs")
_UNCHANGED = Text(
    "Isi kolom 3–7 masih {percent}% sama dengan GAP tahun lalu yang dilanjutkan ({other}){more}.",
    "Columns 3 to 7 are still {percent}% the same as last year's GAP it goes on from "
    "({other}){more}.",
)
_WHAT_CHANGED = Text(
    "Tulis apa yang sudah berubah sejak itu: angka terbaru, sebab yang sudah terjawab, dan aksi "
    "yang berbeda.",
    "Write what has changed since: the newest figures, causes already answered, and other actions.",
)
_OWN_ANALYSIS = Text(
    "Analisis sub kegiatan ini sendiri: data, sebab, dan aksinya jarang persis sama. Jika memang "
    "lanjutan, sebutkan apa yang sudah berubah.",
    "Analyse this sub-activity itself: its data, causes and actions are seldom the same. If it "
    "goes on from the other, say what has changed.",
)
