"""Figures of women and men found in prose: `L 1.438 (84,0 %) P 273`, `130.170 orang laki-laki`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from setara.domain.foundation.sex import Sex

_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_TOKEN = re.compile(
    rf"(?P<male>\b(?i:laki[- ]?laki|lelaki|pria)\b|\b(?:L|LK|Lk)(?![\w/])|\bL(?=\d))"
    rf"|(?P<female>\b(?i:perempuan|wanita)\b|\b(?:P|PR|Pr)(?![\w/])|\bP(?=\d))"
    rf"|(?P<number>{_NUMBER})(?P<percent>\s*(?:%|persen\b))?"
)
# What looks like a figure and is none: codes, years, ages, `n-1`, clock times.
_NO_FIGURE = re.compile(
    r"\b\d\.\d{2}(?:\.\d{1,4})+\b"
    r"|\b(?:tahun|thn|th|ta|t\.a\.|periode|semester|triwulan|januari|februari|maret|april|mei|juni"
    r"|juli|agustus|september|oktober|november|desember)\s*\.?\s*\d{1,4}(?:\s*[-/–]\s*\d{2,4})?"
    r"|\((?:19|20)\d{2}(?:\s*[-/–]\s*\d{2,4})?\)|(?<![\d.,])20[0-4]\d(?=\s*[:)])"
    r"|\bn\s*[-–]\s*\d\b|\busia\s+\d+(?:\s*[-–]\s*\d+)?(?:\s*tahun)?|\b\d{1,2}\.\d{2}\s*wi(?:b|ta|t)\b"
    r"|\bkelas\s+\d+",
    re.IGNORECASE,
)
_BOTH_PERCENTS = re.compile(
    r"\(\s*(\d{1,3}(?:[.,]\d+)?)\s*%?\s*[/:;]\s*(\d{1,3}(?:[.,]\d+)?)\s*%?\s*\)"
)
_TOTAL = re.compile(
    rf"\b(?:dari|total(?:nya)?|jumlah(?:nya)?|berjumlah|seluruhnya|keseluruhan)\s+"
    rf"(?:sebanyak\s+|sebesar\s+|total\s+|jumlah\s+|=\s*|:\s*)?({_NUMBER})(?!\d)(?!\s*(?:%|persen))"
    rf"\s*(?!\s*(?:kecamatan|desa|kelurahan|kelompok|kegiatan|sekolah|unit|kali|hari|bulan|tahun))",
    re.IGNORECASE,
)
# `1.438 orang, terdiri dari …`, `1.438 orang: …`: a total in front of both sexes.
_HEADS = r"\s*(?:orang|jiwa|siswa|peserta|anggota|responden)"
_TOTAL_IN_FRONT = re.compile(
    rf"({_NUMBER}){_HEADS}\s*(?::|,?\s*(?:yang\s+)?(?:terdiri(?:\s+(?:dari|atas))?|yaitu|meliputi)\b)",
    re.IGNORECASE,
)
# `900 laki-laki`, `900 orang laki-laki`: what may stand between a count and its sex.
_NOTHING_BETWEEN = re.compile(rf"(?:{_HEADS})?\s*", re.IGNORECASE)
# A minus sign, and no range (`20 -30`) and no word (`n-1`).
_NEGATIVE = re.compile(r"(?<![\w)%])(?<!\d )[-−]\d")
_FARTHEST = 45
_LEAST_TOTAL, _MOST_TOTAL = Decimal("0.5"), Decimal(2)
_SENTENCES = re.compile(r"[;•]|(?<=[a-z%)\d])\.\s+(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Mention:
    """One sex with the count and the per cent said of it; one of the two may be missing."""

    sex: Sex
    count: Decimal | None
    percent: Decimal | None


@dataclass(frozen=True, slots=True)
class Pair:
    """Both sexes of one thing, with the words before them and a total stated beside them."""

    label: str
    female: Mention
    male: Mention
    total: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a text: pairs, mentions of one sex alone, and segments nobody read."""

    pairs: tuple[Pair, ...]
    single: tuple[Mention, ...]
    unread: tuple[str, ...]


def segments(text: str) -> list[str]:
    """The text cut at semicolons, bullets and ends of sentences."""
    return [part.strip() for part in _SENTENCES.split(text) if part and part.strip()]


def figures(lines: Iterable[str]) -> Found:
    """The figures of women and men in the lines, pair by pair.

    A pair may stand on two lines, one for each sex. The label of a pair is what stands before it
    on its line, or on a line above that has no figure.
    """
    pairs: list[Pair] = []
    single: list[Mention] = []
    unread: list[str] = []
    heading, waiting = "", None
    for segment in (part for line in lines for part in segments(line)):
        masked = _NO_FIGURE.sub(lambda found: " " * len(found[0]), segment)
        if _NEGATIVE.search(masked):
            unread.append(segment)
            continue
        runs = list(_mentions(masked))
        if not runs:
            if _has_number(masked):
                unread.append(segment)
            elif not segment.casefold().startswith("sumber"):
                heading = segment
            continue
        label = _label(segment[: runs[0][0]])
        if waiting is not None and (label or runs[0][1].sex is waiting.sex):
            single.append(waiting)
            waiting = None
        found, waiting = _paired(segment, label or heading, runs, waiting)
        heading = label or heading
        pairs += _with_total(found, masked)
        single += _left(runs, found, waiting)
    if waiting is not None:
        single.append(waiting)
    return Found(tuple(pairs), tuple(single), tuple(unread))


def number(text: str, *, is_percent: bool) -> Decimal:
    """A figure as Indonesians write it; three digits behind a comma of a count are thousands."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", text) and not is_percent:
        return Decimal(text.replace(".", "").replace(",", "."))
    if not is_percent and re.fullmatch(r"\d{1,3}(?:,\d{3})+", text):
        return Decimal(text.replace(",", ""))
    return Decimal(text.replace(",", "."))


def _mentions(masked: str) -> Iterator[tuple[int, Mention]]:
    """Each sex with its figures; figures stand behind the word, or before it all along."""
    tokens = list(_TOKEN.finditer(masked))
    sexes = [token for token in tokens if token["number"] is None]
    if not sexes:
        return
    numbers = [token for token in tokens if token["number"] is not None]
    counts = [_directly_before(masked, numbers, sex) for sex in sexes]
    if all(counts):
        yield from _counted_in_front([each for each in counts if each], sexes, numbers)
        return
    follows = not numbers or _behind(sexes, numbers)
    for place, sex in enumerate(sexes):
        if follows:
            start = sex.end()
            end = sexes[place + 1].start() if place + 1 < len(sexes) else len(masked)
        else:
            start, end = (sexes[place - 1].end() if place else 0), sex.start()
        own = [token for token in numbers if start <= token.start() < end]
        own = [token for token in own if _near(token, sex)]
        count = _first(own, is_percent=False, last=not follows)
        percent = _first(own, is_percent=True, last=not follows)
        if count is not None or percent is not None:
            first = min([sex.start(), *(token.start() for token in own)])
            yield first, Mention(_sex(sex), count, percent)


def _directly_before(
    masked: str, numbers: Sequence[re.Match[str]], sex: re.Match[str]
) -> re.Match[str] | None:
    return next(
        (
            token
            for token in numbers
            if token.end() <= sex.start()
            and not token["percent"]
            and _NOTHING_BETWEEN.fullmatch(masked, token.end(), sex.start())
        ),
        None,
    )


def _counted_in_front(
    counts: Sequence[re.Match[str]],
    sexes: Sequence[re.Match[str]],
    numbers: Sequence[re.Match[str]],
) -> Iterator[tuple[int, Mention]]:
    """`900 laki-laki (60%) dan 600 perempuan (40%)`: counts before their sex, per cents after."""
    ends = [*(count.start() for count in counts[1:]), None]
    for count, sex, end in zip(counts, sexes, ends, strict=True):
        behind = [
            token
            for token in numbers
            if sex.end() <= token.start() and (end is None or token.start() < end)
            if _near(token, sex)
        ]
        percent = _first(behind, is_percent=True, last=False)
        yield count.start(), Mention(_sex(sex), number(count["number"], is_percent=False), percent)


def _behind(sexes: Sequence[re.Match[str]], numbers: Sequence[re.Match[str]]) -> bool:
    """Whether figures stand behind the words: nothing but figures after the last word says no."""
    last_number, last_sex = numbers[-1], sexes[-1]
    if last_number.start() < last_sex.start():
        return False
    before = [each for each in numbers if each.start() < sexes[0].start()]
    return (
        not before
        or not any(_near(each, sexes[0]) for each in before)
        or bool(
            [each for each in numbers if each.start() > last_sex.end() and _near(each, last_sex)]
        )
    )


def _near(one: re.Match[str], other: re.Match[str]) -> bool:
    distance = max(one.start() - other.end(), other.start() - one.end())
    return distance <= _FARTHEST


def _first(tokens: Sequence[re.Match[str]], *, is_percent: bool, last: bool) -> Decimal | None:
    of_kind = [token for token in tokens if bool(token["percent"]) is is_percent]
    if not of_kind:
        return None
    return number(of_kind[-1 if last else 0]["number"], is_percent=is_percent)


def _sex(token: re.Match[str]) -> Sex:
    return Sex.MALE if token["male"] is not None else Sex.FEMALE


def _paired(
    segment: str, label: str, runs: Sequence[tuple[int, Mention]], waiting: Mention | None
) -> tuple[list[Pair], Mention | None]:
    pairs: list[Pair] = []
    queue, starts = waiting, 0
    for place, (start, mention) in enumerate(runs):
        if queue is None or queue.sex is mention.sex:
            queue, starts = mention, start
        else:
            own = _label(_between(segment, runs, place - 1, starts)) if pairs else label
            pairs.append(_pair(own or label, queue, mention))
            queue = None
    return [_with_both_percents(pair, segment) for pair in pairs], queue


def _between(segment: str, runs: Sequence[tuple[int, Mention]], place: int, starts: int) -> str:
    """The words between the pair before and this one."""
    before = runs[place - 1][0] if place else 0
    words = segment[before:starts]
    ends = [found.end() for found in _TOKEN.finditer(words)]
    return words[max(ends, default=0) :]


def _pair(label: str, one: Mention, other: Mention) -> Pair:
    by_sex = {one.sex: one, other.sex: other}
    return Pair(label, by_sex[Sex.FEMALE], by_sex[Sex.MALE])


def _left(
    runs: Sequence[tuple[int, Mention]], pairs: Sequence[Pair], waiting: Mention | None
) -> list[Mention]:
    used = [mention for pair in pairs for mention in (pair.female, pair.male)]
    return [mention for _, mention in runs if mention not in used and mention is not waiting]


def _with_both_percents(pair: Pair, segment: str) -> Pair:
    """`L 119 P 136 (46,6/53,3)`: the per cents of both stand behind both, in the same order."""
    found = _BOTH_PERCENTS.search(segment)
    if found is None or (pair.female.percent is not None and pair.male.percent is not None):
        return pair
    first, second = (number(each, is_percent=True) for each in found.groups())
    male_first = segment.find("P") > segment.find("L") if "L" in segment else True
    male, female = (first, second) if male_first else (second, first)
    return replace(
        pair,
        male=replace(pair.male, percent=male),
        female=replace(pair.female, percent=female),
    )


def _with_total(pairs: Sequence[Pair], masked: str) -> list[Pair]:
    """A total is believed to be that of a pair only where it could be it, and there is one pair."""
    if len(pairs) != 1:
        return list(pairs)
    (pair,) = pairs
    if pair.female.count is None or pair.male.count is None:
        return list(pairs)
    together = pair.female.count + pair.male.count
    stated = (
        number(found[1], is_percent=False)
        for pattern in (_TOTAL, _TOTAL_IN_FRONT)
        for found in pattern.finditer(masked)
    )
    for total in stated:
        is_own = total in (pair.female.count, pair.male.count)
        if not is_own and together and _LEAST_TOTAL <= total / together <= _MOST_TOTAL:
            return [replace(pair, total=total)]
    return list(pairs)


def _has_number(masked: str) -> bool:
    return any(token["number"] is not None for token in _TOKEN.finditer(masked))


def _label(words: str) -> str:
    bare = _TOTAL_IN_FRONT.sub("", words).strip(" :,-–=(/→>").rstrip()
    bare = re.sub(
        r"\b(?:sebanyak|sebesar|yaitu|terdiri (?:dari|atas)|berjumlah|adalah)\s*$", "", bare
    )
    bare = re.sub(rf"\(?\s*(?:dari|total|jumlah)\s*(?:{_NUMBER})?\s*$", "", bare) if bare else bare
    return bare.strip(" :,-–=(/.→>")
