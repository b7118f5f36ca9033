"""A four-step GAP in words, for pages and papers alike."""

from __future__ import annotations

from setara.domain.budget.datum import Datum
from setara.domain.budget.datum_words import datum_words
from setara.domain.budget.document_findings import unit_of
from setara.domain.budget.document_pathway import (
    DocumentPathway,
    Evidence,
    IndexFigure,
    PlanLevel,
    PlanRow,
    Start,
)
from setara.domain.language.text import Text, same

COMPUTED = Text(" (dihitung Setara)", " (computed by Setara)")
SAMPLE = Text(" (data contoh)", " (sample data)")
NO_WORDS = Text("", "")


def evidence_words(evidence: Evidence) -> Text:
    """A figure of step 1 with its year and source."""
    if isinstance(evidence, Datum):
        return datum_words(evidence)
    return Text(
        "{label}, {place}: {value} ({year}){mark}. Sumber: {source}{sample}.",
        "{label}, {place}: {value} ({year}){mark}. Source: {source}{sample}.",
    ).filled(
        label=evidence.label,
        place=evidence.place_name,
        value=evidence.value,
        year=str(evidence.year),
        mark=COMPUTED if evidence.is_computed else NO_WORDS,
        source=evidence.source,
        sample=SAMPLE if evidence.is_sample else NO_WORDS,
    )


def start_words(pathway: DocumentPathway, start: Start | None) -> Text:
    """Where an indicator starts, a dash where nowhere."""
    piece, value = pathway.piece(start.evidence_key) if start else None, pathway.figure(start)
    if piece is None or start is None:
        return same("–")
    shown = value if value is not None else "–"
    if isinstance(piece, IndexFigure):
        return Text("{value} ({year})", "{value} ({year})").filled(
            value=shown, year=str(piece.year)
        )
    return Text("{value} {unit}, {sex} ({year})", "{value} {unit}, {sex} ({year})").filled(
        value=shown,
        unit=unit_of(pathway, start) or "",
        sex=start.sex.label if start.sex else "",
        year=str(piece.period.valid_from.year) if piece.period else "–",
    )


def numbers(pathway: DocumentPathway) -> dict[int, str]:
    """What each row of the framework is called: D1, H1, K1 or A1 by its level."""
    found = {}
    for level in PlanLevel:
        for number, row in enumerate(pathway.at(level), start=1):
            found[row.key] = f"{_LETTERS[level]}{number}"
    return found


def row_ties(pathway: DocumentPathway, row: PlanRow) -> Text | None:
    """Which row it serves and which causes it answers; None where it is tied to nothing."""
    called = numbers(pathway)
    parts = []
    if row.serves in called:
        parts.append(Text("untuk {row}", "serves {row}").filled(row=called[row.serves]))
    if row.answers:
        keys = ", ".join(f"[{key}]" for key in row.answers)
        parts.append(Text("menjawab {keys}", "answers {keys}").filled(keys=keys))
    if not parts:
        return None
    if len(parts) == 1:
        return parts[0]
    return Text("{one}; {other}", "{one}; {other}").filled(one=parts[0], other=parts[1])


_LETTERS = {
    PlanLevel.IMPACT: "D",
    PlanLevel.OUTCOME: "H",
    PlanLevel.OUTPUT: "K",
    PlanLevel.ACTIVITY: "A",
}
"""Dampak, hasil, keluaran, aktivitas: the letters stand in both languages."""
