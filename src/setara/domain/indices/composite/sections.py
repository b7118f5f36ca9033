"""One section of a definition file: each setting read as what it must be, or its fault noted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from setara.domain.indices.composite import faults as say
from setara.domain.indices.composite.faults import DefinitionFault
from setara.domain.indices.composite.lines import Lines
from setara.domain.language.text import Text

NAME = re.compile(r"[a-z][a-z0-9_]{0,59}")
SYMBOL = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,39}")
LONGEST = 500
"""Characters of one text."""
GREATEST = Decimal(10) ** 15
FINEST = -15
"""Numbers are at most this great, and have at most fifteen decimals."""

Choice = TypeVar("Choice", bound=StrEnum)
Path = tuple[str | int, ...]


@dataclass(slots=True)
class Notebook:
    """Where the faults of one file are noted with their lines."""

    lines: Lines
    faults: list[DefinitionFault] = field(default_factory=list)

    def note(self, path: Path, reason: Text) -> None:
        """A fault at the setting, or at the nearest thing around it."""
        self.faults.append(DefinitionFault(self.lines.of(*path), reason))


@dataclass(frozen=True, slots=True)
class Section:
    """A table of the file and the path to it. A faulty setting is noted and read as None."""

    notebook: Notebook
    path: Path
    table: Mapping[str, Any]

    def fault(self, key: str, reason: Text) -> None:
        """Notes a fault at one setting."""
        self.notebook.note((*self.path, key) if key else self.path, reason)

    def only(self, *known: str) -> None:
        """Notes every setting that is not one of `known`."""
        for key in self.table.keys() - set(known):
            listed = ", ".join(known)
            self.fault(key, say.UNKNOWN_SETTING.filled(name=key, known=listed))

    def needs(self, *keys: str) -> None:
        """Notes every setting that is not there."""
        for key in keys:
            if key not in self.table:
                self.fault("", say.NEEDED.filled(name=key))

    def below(self, key: str) -> Section:
        """The table under `key`, empty where there is none."""
        table = self.table.get(key, {})
        if not isinstance(table, dict):
            self.fault(key, say.NOT_TABLE.filled(name=key))
            table = {}
        return Section(self.notebook, (*self.path, key), table)

    def entries(self) -> Iterator[tuple[str, Section]]:
        """The named tables in this one; a bad name is noted, and read on."""
        for key in self.table:
            self.is_name(key, key)
            yield key, self.below(key)

    def is_name(self, key: str, given: object) -> bool:
        """Whether `given`, which stands at `key`, is a name as parts of an index have."""
        if isinstance(given, str) and NAME.fullmatch(given):
            return True
        self.fault(key, say.NOT_A_NAME.filled(given=_short(given)))
        return False

    def name(self, key: str) -> str | None:
        """A name of a part, or None where it is absent."""
        given = self.table.get(key)
        return given if given is not None and self.is_name(key, given) else None

    def symbol(self, key: str, otherwise: str) -> str:
        """A symbol of formulas."""
        given = self.table.get(key, otherwise)
        if isinstance(given, str) and SYMBOL.fullmatch(given):
            return given
        if key in self.table:
            self.fault(key, say.NOT_A_SYMBOL.filled(given=_short(given)))
        return otherwise

    def words(self, key: str) -> str | None:
        """One line of text, or None where it is absent."""
        given = self.table.get(key)
        if given is None:
            return None
        is_text = isinstance(given, str) and len(given.strip()) > 0 and len(given) <= LONGEST
        if is_text and given.isprintable() and not set(given) & set("{}"):
            return str(given).strip()
        self.fault(key, say.NOT_TEXT.filled(name=key))
        return None

    def text(self, key: str, otherwise: Text | None = None) -> Text:
        """The Indonesian words under `key` with the English under `key_en`; neither alone."""
        indonesian, english = self.words(key), self.words(f"{key}_en")
        if indonesian and english:
            return Text(indonesian, english)
        here = [each for each in (key, f"{key}_en") if each in self.table]
        if len(here) == 1:
            self.fault(here[0], say.ONE_LANGUAGE.filled(name=key))
        elif not here and otherwise is None:
            self.fault("", say.NEEDED.filled(name=key))
        return otherwise or Text(key, key)

    def number(
        self,
        key: str,
        lowest: Decimal | int = -GREATEST,
        highest: Decimal | int = GREATEST,
        otherwise: Decimal | None = None,
    ) -> Decimal | None:
        """An exact number within its bounds."""
        if key not in self.table:
            return otherwise
        found = self.exact(key, self.table[key])
        if found is None:
            return otherwise
        if not lowest <= found <= highest:
            bounds = {"given": found, "lowest": lowest, "highest": highest}
            self.fault(key, say.OUT_OF_RANGE.filled(name=key, **bounds))
            return otherwise
        return found

    def exact(self, key: str, given: object) -> Decimal | None:
        """`given`, which stands at `key`, as a number one could write on paper."""
        if isinstance(given, int | Decimal) and not isinstance(given, bool):
            number = Decimal(given)
            if number.is_finite() and abs(number) <= GREATEST and _is_short(number):
                return number
        self.fault(key, say.NOT_A_NUMBER.filled(name=key, given=_short(given)))
        return None

    def whole(self, key: str, lowest: int, highest: int, otherwise: int) -> int:
        """A whole number within its bounds."""
        found = self.exact(key, self.table[key]) if key in self.table else None
        if found is None:
            return otherwise
        if found == found.to_integral_value() and lowest <= found <= highest:
            return int(found)
        bounds = {"given": found, "lowest": lowest, "highest": highest}
        self.fault(key, say.NOT_WHOLE.filled(name=key, **bounds))
        return otherwise

    def flag(self, key: str, *, otherwise: bool) -> bool:
        """True or false."""
        given = self.table.get(key, otherwise)
        if isinstance(given, bool):
            return given
        self.fault(key, say.NOT_A_FLAG.filled(name=key))
        return otherwise

    def choice(self, key: str, kind: type[Choice], otherwise: Choice) -> Choice:
        """One of the values of `kind`."""
        given = self.table.get(key, otherwise.value)
        known = {each.value: each for each in kind}
        if isinstance(given, str) and given in known:
            return known[given]
        listed = ", ".join(known)
        self.fault(key, say.NO_CHOICE.filled(name=key, given=_short(given), known=listed))
        return otherwise


def _is_short(number: Decimal) -> bool:
    exponent = number.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= FINEST


def _short(given: object) -> str:
    words = str(given)
    return words if len(words) <= NAME_SHOWN else f"{words[:NAME_SHOWN]}…"


NAME_SHOWN = 60
