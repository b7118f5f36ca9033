"""Checks a definition file of an index, and says what it would compute."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from setara.cli.deeds.received import NotRead, content_of
from setara.cli.terminal import Terminal
from setara.cli.word import DONE, REFUSED, UNABLE
from setara.domain.indices.composite import DefinitionFault, FaultyDefinition, composite_from
from setara.domain.indices.definition import Index
from setara.domain.indices.worksheet import NEWEST
from setara.domain.language.text import Text, listed, same

MOST_BYTES = 2_000_000
NOT_UTF8 = Text(
    "Berkas “{name}” bukan teks UTF-8. Simpan ulang dari editor teks sebagai UTF-8.",
    "The file “{name}” is no UTF-8 text. Save it again from a text editor as UTF-8.",
)
SOUND = Text(
    "{file}: definisi {symbol} ({name}) dapat dipakai. {measures} ukuran, {steps} nilai dihitung, "
    "{decimals} desimal.",
    "{file}: the definition of {symbol} ({name}) can be used. {measures} measures, {steps} values "
    "computed, {decimals} decimals.",
)
REQUIRED = Text("Wajib diisi: {measures}.", "Required: {measures}.")
OPTIONAL = Text("Boleh kosong: {measures}.", "May be empty: {measures}.")
FAULTS = Text(
    "{file}: belum dapat dipakai. Kesalahan: {count}.",
    "{file}: cannot be used yet. Faults: {count}.",
)


class NotText(Exception):
    """The file is no UTF-8 text; `reason` says how to mend that."""

    def __init__(self, name: str) -> None:
        self.reason = NOT_UTF8.filled(name=name)
        super().__init__(name)


def definition_in(path: Path) -> Index:
    """The index a file defines. Raises NotRead, NotText, FaultyDefinition; each has a `reason`."""
    try:
        text = content_of(path, MOST_BYTES).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotText(path.name) from error
    return composite_from(text, path.name)


def check(given: Namespace, terminal: Terminal) -> int:
    """Say whether a file defines an index. REFUSED with each fault and line, UNABLE unread."""
    path = Path(given.file)
    try:
        index = definition_in(path)
    except (NotRead, NotText) as refusal:
        if given.json:
            terminal.json({"file": path.name, "usable": False, "reason": refusal.reason})
        terminal.tell(refusal.reason)
        return UNABLE
    except FaultyDefinition as refusal:
        _say_faults(path.name, refusal.faults, terminal, as_json=given.json)
        return REFUSED
    if given.json:
        terminal.json(_facts(path.name, index))
    else:
        _say(path.name, index, terminal)
    return DONE


def _say_faults(
    name: str, faults: tuple[DefinitionFault, ...], terminal: Terminal, *, as_json: bool
) -> None:
    if as_json:
        found = [{"line": fault.line, "reason": fault.reason} for fault in faults]
        terminal.json({"file": name, "usable": False, "faults": found})
        return
    for fault in faults:
        terminal.say(fault.located(name))
    terminal.tell(FAULTS.filled(file=name, count=len(faults)))


def _say(name: str, index: Index, terminal: Terminal) -> None:
    terminal.say(
        SOUND.filled(
            file=name,
            symbol=index.symbol,
            name=index.name,
            measures=len(index.measures),
            steps=len(index.steps),
            decimals=_decimals(index),
        )
    )
    required = [same(each.key) for each in index.measures if not each.optional]
    optional = [same(each.key) for each in index.measures if each.optional]
    if required:
        terminal.say(REQUIRED.filled(measures=listed(required)))
    if optional:
        terminal.say(OPTIONAL.filled(measures=listed(optional)))


def _facts(name: str, index: Index) -> dict[str, object]:
    return {
        "file": name,
        "usable": True,
        "index": index.key,
        "name": index.name,
        "decimals": _decimals(index),
        "measures": [
            {"key": each.key, "name": each.name, "unit": each.unit, "optional": each.optional}
            for each in index.measures
        ],
        "steps": [step.key for step in index.steps],
        "methods": [method.key for method in index.methods],
    }


def _decimals(index: Index) -> int:
    return int(index.rounding(NEWEST).value)
