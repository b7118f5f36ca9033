"""What the words on the law do: check its files, show and list regulations."""

from __future__ import annotations

from argparse import Namespace
from difflib import get_close_matches

from setara.cli.terminal import Terminal
from setara.cli.word import DONE, REFUSED
from setara.domain.language.text import Text, listed, same
from setara.domain.law.checks import faults
from setara.domain.law.regulations import NoSuchRegulation, Regulation
from setara.usecases.law import reading
from setara.usecases.law.reading import RegulationAnswer

VERIFIED = Text("terverifikasi", "verified")
UNVERIFIED = Text("BELUM TERVERIFIKASI", "UNVERIFIED")


def check(given: Namespace, terminal: Terminal) -> int:
    """Read every law file; each fault in a line of its own."""
    found = faults()
    for fault in found:
        terminal.say(same(fault))
    if found:
        sentence = Text(
            "{count} berkas hukum tidak dapat dipercaya.", "{count} law files cannot be trusted."
        )
        terminal.tell(sentence.filled(count=len(found)))
        return REFUSED
    register = reading.register()
    terminal.say(
        Text(
            "Semua berkas hukum utuh: {total} peraturan ({verified} terverifikasi), "
            "{values} parameter, {forms} formulir, {terms} istilah.",
            "All law files hold: {total} regulations ({verified} verified), {values} parameters, "
            "{forms} forms, {terms} terms.",
        ).filled(
            total=register.total,
            verified=register.verified,
            values=len(reading.parameter_keys()),
            forms=len(reading.forms()),
            terms=len(reading.glossary()),
        )
    )
    return DONE


def show(given: Namespace, terminal: Terminal) -> int:
    """Everything known of one regulation, and how well it is known."""
    try:
        answer = reading.regulation(key=given.key)
    except NoSuchRegulation as unknown:
        terminal.tell(unknown.reason)
        _suggest(given.key, terminal)
        return REFUSED
    for line in _lines(answer):
        terminal.say(line)
    return DONE


def list_regulations(given: Namespace, terminal: Terminal) -> int:
    """The register in a table."""
    heads = (
        Text("Kunci", "Key"),
        Text("Peraturan", "Regulation"),
        Text("Keadaan", "State"),
        Text("Keyakinan", "Confidence"),
    )
    rows = [
        (each.key, each.name, each.state.label, _trust(each))
        for each in reading.register().regulations
    ]
    terminal.table(heads, rows)
    return DONE


def _suggest(key: str, terminal: Terminal) -> None:
    known = [each.key for each in reading.register().regulations]
    close = get_close_matches(key, known, n=3, cutoff=0.4)
    if close:
        maybe = listed([same(each) for each in close], last=Text("atau", "or"))
        terminal.tell(
            Text("Mungkin maksudnya {maybe}?", "Did you mean {maybe}?").filled(maybe=maybe)
        )


def _trust(regulation: Regulation) -> Text:
    return VERIFIED if regulation.verified else UNVERIFIED


def _lines(answer: RegulationAnswer) -> list[Text]:
    known = answer.regulation
    lines = [
        Text("{name} – {title}", "{name} – {title}").filled(name=known.name, title=known.title),
        Text("  keadaan: {state}", "  state: {state}").filled(state=known.state.label),
        Text("  lingkup: {scope}", "  scope: {scope}").filled(scope=known.scope.label),
        Text("  keyakinan: {trust} ({mark})", "  confidence: {trust} ({mark})").filled(
            trust=_trust(known), mark=known.mark.label
        ),
    ]
    lines += [
        Text("  {relation} {other}", "  {relation} {other}").filled(
            relation=relation.label, other=other.name
        )
        for relation, other in answer.relations
    ]
    lines += [
        Text(
            "  parameter {key} = {value} {unit}, berlaku sejak {day}",
            "  parameter {key} = {value} {unit}, valid from {day}",
        ).filled(key=each.key, value=each.value, unit=each.unit, day=each.valid_from)
        for each in answer.parameters
    ]
    lines += [
        Text("  formulir {title} ({version})", "  form {title} ({version})").filled(
            title=each.title, version=each.version
        )
        for each in answer.forms
    ]
    if known.note is not None:
        lines.append(Text("  catatan: {note}", "  note: {note}").filled(note=known.note))
    lines += [
        Text("  sumber: {source}", "  source: {source}").filled(
            source=f"{each.text} {each.url}" if each.url else each.text
        )
        for each in known.sources
    ]
    return lines
