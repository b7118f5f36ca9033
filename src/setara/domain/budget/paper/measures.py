"""Columns 8 and 9 of a written GAP, tied to the figures of column 2 they repeat."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from setara.domain.budget.datum import Aspect, Datum
from setara.domain.budget.paper.figures import number
from setara.domain.budget.paper.items import items
from setara.domain.budget.paper.places import Line
from setara.domain.budget.paper.words import overlap
from setara.domain.budget.pathway import Baseline, Indicator, IndicatorLevel
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Language

_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_FIGURE = re.compile(rf"({_NUMBER})\s*(%|persen\b)?")
_COURSE = re.compile(
    rf"(?:dari\s+)?({_NUMBER})\s*(%|persen)?\s*(?:orang\s+)?"
    rf"(?:→|->|=>|–>|menjadi|ke|hingga|sampai|s\.?d\.?|–|-)\s*({_NUMBER})\s*(%|persen)?",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    r"^(?:indikator\s+)?(output|keluaran|outcome|hasil)\b\s*(?:\([^)]*\))?\s*[:=–-]?\s*",
    re.IGNORECASE,
)
_LEVELS = {
    "output": IndicatorLevel.OUTPUT,
    "keluaran": IndicatorLevel.OUTPUT,
    "outcome": IndicatorLevel.OUTCOME,
    "hasil": IndicatorLevel.OUTCOME,
}
_OUTPUT_WORDS = re.compile(r"^(?:jumlah|terlaksana|tersedia|terselenggara)", re.IGNORECASE)
_FEMALE = re.compile(r"\b(?i:perempuan|wanita|ibu)\b|\bP\b")
_MALE = re.compile(r"\b(?i:laki[- ]?laki|lelaki|pria|bapak)\b|\bL\b")
_UNIT = re.compile(r"\b(orang|kelompok|kali|dokumen|kegiatan|unit|desa|kasus|jiwa|kader)\b", re.I)
_NEAR_PERCENT = Decimal("0.6")
_YEAR = re.compile(
    r"\b(?:tahun|thn|ta)\s*(?:19|20)\d{2}\b|\((?:19|20)\d{2}\)|\(n\s*[-–]\s*\d\)|\bn-\d\b", re.I
)


@dataclass(frozen=True, slots=True)
class ReadMeasures:
    """Columns 8 and 9; `strange` are baselines whose figure column 2 does not have."""

    baselines: tuple[Baseline, ...]
    indicators: tuple[Indicator, ...]
    strange: tuple[str, ...]
    unread: tuple[str, ...]
    without_level: tuple[str, ...]


def read_measures(
    data: Sequence[Datum], baseline_lines: Sequence[Line], indicator_lines: Sequence[Line]
) -> ReadMeasures:
    """Baselines and indicators, each tied to the datum whose figure it repeats."""
    baselines: list[Baseline] = []
    strange, unread = [], []
    for item in items(baseline_lines):
        if _FIGURE.search(_YEAR.sub("", item.text)) is None:
            unread.append(item.text)
            continue
        tied = list(_tied(item.text, data))
        if not tied:
            strange.append(item.text)
        for datum, sex, aspect in tied:
            baselines.append(Baseline(len(baselines) + 1, datum.key, sex, aspect))
    levelled = _levelled(indicator_lines)
    indicators = [
        _indicator(number, text, level or _guessed(text), data, baselines)
        for number, (level, text) in enumerate(levelled, start=1)
    ]
    return ReadMeasures(
        baselines=tuple(baselines),
        indicators=tuple(indicators),
        strange=tuple(strange),
        unread=tuple(unread),
        without_level=tuple(text for level, text in levelled if level is None),
    )


def _levelled(lines: Sequence[Line]) -> list[tuple[IndicatorLevel | None, str]]:
    """The indicators with the level named at them or above them; each once."""
    found: dict[str, tuple[IndicatorLevel | None, str]] = {}
    level: IndicatorLevel | None = None
    for item in items(lines):
        named = _LEVEL.match(item.text)
        text = item.text[named.end() :] if named else item.text
        level = _LEVELS[named[1].casefold()] if named else level
        if text.strip():
            found.setdefault(text.casefold(), (level, text))
    return list(found.values())


def _guessed(text: str) -> IndicatorLevel:
    return IndicatorLevel.OUTPUT if _OUTPUT_WORDS.match(text) else IndicatorLevel.OUTCOME


def _indicator(
    key: int,
    text: str,
    level: IndicatorLevel,
    data: Sequence[Datum],
    baselines: list[Baseline],
) -> Indicator:
    bare = _YEAR.sub("", text)
    course = _COURSE.search(bare)
    alone = list(_FIGURE.finditer(bare))
    target: Decimal | None = None
    is_percent = "%" in text or "persen" in text.casefold()
    baseline: Baseline | None = None
    if course is not None:
        is_percent = is_percent or bool(course[2] or course[4])
        start = number(course[1], is_percent=is_percent)
        target = number(course[3], is_percent=is_percent)
        baseline = _baseline_of(start, text, data, baselines)
    elif alone:
        target = number(alone[-1][1], is_percent=is_percent)
    words = text[: course.start()] if course else text
    return Indicator(
        key=key,
        level=level,
        text=words.strip(" :,;.–-") or text,
        unit=_unit(text, is_percent=is_percent, baseline=baseline, data=data),
        target=target,
        baseline_key=baseline.key if baseline else None,
    )


def _unit(text: str, *, is_percent: bool, baseline: Baseline | None, data: Sequence[Datum]) -> str:
    if is_percent:
        return "%"
    datum = next((each for each in data if baseline and each.key == baseline.datum_key), None)
    # The unit stands behind the last figure; a word before it may be what is counted.
    last = max((found.end() for found in _FIGURE.finditer(text)), default=0)
    named = _UNIT.match(text[last:].strip())
    if datum is not None and baseline is not None and named is None:
        return datum.unit_of(baseline.aspect).say(Language.INDONESIAN)
    return named[1].casefold() if named else ""


def _baseline_of(
    start: Decimal, text: str, data: Sequence[Datum], baselines: list[Baseline]
) -> Baseline | None:
    """The baseline of column 8 with that figure, else a new one on the datum that has it."""
    by_key = {datum.key: datum for datum in data}
    fitting = [
        each
        for each in baselines
        if _is_figure(by_key[each.datum_key].figure(each.sex, each.aspect), start, each.aspect)
    ]
    if fitting:
        return max(fitting, key=lambda each: _likeness(text, by_key[each.datum_key]))
    tied = list(_tied(f"{text} ", data, only=start))
    if not tied:
        return None
    datum, sex, aspect = tied[0]
    made = Baseline(len(baselines) + 1, datum.key, sex, aspect)
    baselines.append(made)
    return made


def _tied(
    text: str, data: Sequence[Datum], *, only: Decimal | None = None
) -> Iterator[tuple[Datum, Sex, Aspect]]:
    """For each figure of the text the datum that gives it; the likest label where several do."""
    bare = _YEAR.sub("", text)
    sexes = _named_sexes(text)
    for found in _FIGURE.finditer(bare):
        is_percent = bool(found[2])
        figure = number(found[1], is_percent=is_percent)
        if only is not None and figure != only:
            continue
        fitting = [
            (datum, sex, aspect)
            for datum in data
            for sex in sexes
            for aspect in (Aspect.SHARE, Aspect.VALUE)
            if _is_figure(datum.figure(sex, aspect), figure, aspect)
        ]
        if fitting:
            yield max(fitting, key=lambda each: _likeness(text, each[0]))


def _is_figure(known: Decimal | None, figure: Decimal, aspect: Aspect) -> bool:
    if known is None:
        return False
    return abs(known - figure) <= (_NEAR_PERCENT if aspect is Aspect.SHARE else 0)


def _named_sexes(text: str) -> tuple[Sex, ...]:
    named = [sex for sex, words in ((Sex.FEMALE, _FEMALE), (Sex.MALE, _MALE)) if words.search(text)]
    return tuple(named) or tuple(Sex)


def _likeness(text: str, datum: Datum) -> int:
    return overlap(text, datum.label.say(Language.INDONESIAN))
