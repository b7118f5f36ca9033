"""A sentence that always exists in Indonesian and in English."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, runtime_checkable

from setara.domain.language.writing import written


class Language(StrEnum):
    """The two languages of Setara, by their ISO 639-1 code; Indonesian comes first."""

    INDONESIAN = "id"
    ENGLISH = "en"


@runtime_checkable
class Sayable(Protocol):
    """Anything that can put itself in words."""

    def say(self, language: Language) -> str:
        """The words in `language`."""
        ...


@dataclass(frozen=True, slots=True)
class Text:
    """A pair of sentences with the values that fill their `{places}`.

    A Text cannot be built with one language missing, so a message that a reader
    would meet untranslated does not type-check. Values are written the way each
    language writes them: `1.234,5` in Indonesian, `1,234.5` in English.
    """

    id: str
    en: str
    values: tuple[tuple[str, object], ...] = ()

    def filled(self, **values: object) -> Text:
        """The same sentences with `values` in their places; earlier values stay."""
        return Text(self.id, self.en, tuple({**dict(self.values), **values}.items()))

    def say(self, language: Language) -> str:
        """The sentence in `language`, its values written as that language writes them.

        Raises KeyError where a `{place}` has no value.
        """
        sentence = self.id if language is Language.INDONESIAN else self.en
        if not self.values:
            return sentence
        return sentence.format_map({name: spoken(value, language) for name, value in self.values})


def spoken(value: object, language: Language) -> str:
    """`value` in words: a Sayable says itself, numbers and dates are written, the rest is `str`."""
    if type(value) is str:
        return value
    # Asking a protocol costs 10 µs; most values are texts.
    if type(value) is Text or isinstance(value, Sayable):
        return value.say(language)
    return written(value, indonesian=language is Language.INDONESIAN)


def same(words: str) -> Text:
    """A proper name or code that is the same in both languages; braces are kept as they are."""
    return Text(words, words)


def listed(items: list[Text], *, last: Text | None = None) -> Text:
    """The items in one sentence part; `last` replaces the conjunction.

    `a, b, dan c`, with the comma that EYD V asks for from three items on; `a, b and c`.
    """
    joint = last or Text("dan", "and")
    comma = "," if items[2:] else ""
    return Text(
        _joined([item.say(Language.INDONESIAN) for item in items], f"{comma} {joint.id}"),
        _joined([item.say(Language.ENGLISH) for item in items], f" {joint.en}"),
    )


def _joined(words: list[str], joint: str) -> str:
    *first, last = words or [""]
    return f"{', '.join(first)}{joint} {last}" if first else last
