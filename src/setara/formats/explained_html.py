"""Explanations as one page that stands alone: to read on any screen, to print, to keep."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from html import escape
from importlib.resources import files

from setara.domain.indices.explanation import Explained
from setara.domain.indices.terms import shown
from setara.domain.indices.tree import SHOWN_ABOVE, Branch, cited, rule_words
from setara.domain.language.text import Language, Text, spoken
from setara.formats.mathml import formula_mathml, worked_mathml
from setara.formats.printable import printable


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: what it is called, and its explanation or the reason why there is none."""

    name: Text
    explained: Explained | None
    reason: Text | None = None
    doubts: tuple[Text, ...] = ()


def explained_html(title: Text, entries: Iterable[Entry], language: Language) -> Iterator[str]:
    """The page piece by piece, so that thousands of rows need not be held at once.

    No script and nothing from elsewhere: it opens from a stick. Cost: 2 ms and 20 kB a row.
    """
    name = _said(title, language)
    yield (
        f'<!doctype html>\n<html lang="{language.value}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{name}</title>\n<style>\n{_style()}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{name}</h1>\n<p>{_said(LEAD, language)}</p>\n"
    ).replace("\\\n", "\n")
    for entry in entries:
        yield from _entry(entry, language)
    yield "</main>\n</body>\n</html>\n".replace("\\\n", "\n")


def _entry(entry: Entry, language: Language) -> Iterator[str]:
    yield f"<article>\n<h2>{_said(entry.name, language)}</h2>\n"
    explained = entry.explained
    if explained is None:
        yield f'<p class="reason">{_said(entry.reason or Text("", ""), language)}</p>\n'
    else:
        value = spoken(explained.published, language)
        yield (
            f'<p class="result">{escape(explained.symbol)} = <strong>{value}</strong> '
            f"<small>{_said(explained.method_name, language)}; "
            f"{_said(_rounding(explained), language)}</small></p>\n"
        )
        for doubt in entry.doubts:
            yield f'<p class="reason">{_said(doubt, language)}</p>\n'
        yield '<ul class="tree">\n'
        yield from _branch(explained.tree(), language)
        yield "</ul>\n"
    yield "</article>\n"


def _branch(branch: Branch, language: Language) -> Iterator[str]:
    step, term = branch.step, branch.term
    yield f"<li><b>{_said(term.name, language)}</b> "
    if step is None or branch.is_repeated:
        value = spoken(shown(term.value), language)
        yield f'<span class="leaf">{symbol_html(term.symbol)} = {value} '
        yield f"{_origin(branch, language)}</span></li>\n"
        return
    yield f'<div class="formula"><div>{formula_mathml(step)}</div>'
    yield f"<div>{worked_mathml(step, language)}</div></div>"
    if step.note:
        yield f"<p><em>{_said(step.note, language)}</em></p>"
    yield "\n<ul>\n"
    for each in branch.branches:
        yield from _branch(each, language)
    for rule in step.rules:
        yield f'<li class="rule">{_said(rule_words(rule), language)}</li>\n'
    yield "</ul></li>\n"


def symbol_html(symbol: str) -> str:
    """`UHH_P` with what stands behind the symbol below the line."""
    head, _, rest = symbol.partition("_")
    return f"{escape(head)}<sub>{escape(rest.replace('_', ' '))}</sub>" if rest else escape(head)


def _origin(branch: Branch, language: Language) -> str:
    if branch.is_repeated:
        return f"<small>({_said(SHOWN_ABOVE, language)})</small>"
    term = branch.term
    if term.parameter is not None:
        unit, mark = escape(term.parameter.unit), "" if term.parameter.verified else ' class="mark"'
        return f"{unit} <small{mark}>– {_said(cited(term.parameter), language)}</small>"
    unit = _said(term.unit, language) if term.unit else ""
    if term.source is None:
        return unit
    return f"{unit} <small>– {escape(f'{term.source.publisher}, {term.source.document}')}</small>"


def _rounding(explained: Explained) -> Text:
    decimals = explained.steps[-1].decimals
    return ROUNDED.filled(
        value=shown(explained.unrounded), decimals=decimals.value if decimals else ""
    )


def _said(text: Text, language: Language) -> str:
    return escape(printable(text.say(language)))


@cache
def _style() -> str:
    return (files("setara.formats") / "templates" / "explained.css").read_text("utf-8")


LEAD = Text(
    "Setiap angka dihitung dari angka di bawahnya; batas dan aturan menyebut sumbernya.",
    "Each number is computed from those below it; goalposts and rules name their source.",
)
ROUNDED = Text(
    "{value} dibulatkan ke {decimals} desimal, setengah ke atas",
    "{value} rounded to {decimals} decimals, halves up",
)
