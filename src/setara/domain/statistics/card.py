"""The metadata card of a data element, with the fields Satu Data Indonesia asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum

from setara.domain.language.text import Text


class Frequency(StrEnum):
    """How often figures are due."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"
    FIVE_YEARLY = "five_yearly"
    PER_EVENT = "per_event"

    @property
    def label(self) -> Text:
        """In both languages."""
        return FREQUENCY_LABELS[self]


FREQUENCY_LABELS = {
    Frequency.MONTHLY: Text("bulanan", "monthly"),
    Frequency.QUARTERLY: Text("triwulanan", "quarterly"),
    Frequency.HALF_YEARLY: Text("semesteran", "half-yearly"),
    Frequency.YEARLY: Text("tahunan", "yearly"),
    Frequency.FIVE_YEARLY: Text("lima tahunan", "five-yearly"),
    Frequency.PER_EVENT: Text("setiap kejadian", "per event"),
}


class Collection(StrEnum):
    """How figures come about: only those of a sample carry chance in them."""

    REGISTER = "register"
    SAMPLE = "sample"

    @property
    def label(self) -> Text:
        """In both languages."""
        return COLLECTION_LABELS[self]


COLLECTION_LABELS = {
    Collection.REGISTER: Text("pencatatan lengkap (register)", "complete count (register)"),
    Collection.SAMPLE: Text("survei (sampel)", "survey (sample)"),
}

NOT_SAID = Text("", "")


@dataclass(frozen=True, slots=True)
class Card:
    """What the figures mean; a field nobody has filled yet is empty, and shown as such.

    The fields are those in use at Bontang, Blitar and Kebumen for Satu Data Indonesia
    (Perpres 39/2019); code, name, unit and measure are the element's own.
    """

    concept: Text = NOT_SAID
    definition: Text = NOT_SAID
    classification: Text = NOT_SAID
    formula: Text = NOT_SAID
    variables: Text = NOT_SAID
    affair: Text = NOT_SAID
    producer: Text = NOT_SAID
    custodian: Text = NOT_SAID
    method: Text = NOT_SAID
    source: Text = NOT_SAID
    interpretation: Text = NOT_SAID
    reference_period: Text = NOT_SAID
    data_type: Text = NOT_SAID

    @classmethod
    def from_data(cls, data: Mapping[str, object]) -> Card:
        """From what `as_data` gave; unknown fields are refused. Raises ValueError."""
        known = {field.name for field in fields(cls)}
        texts = {}
        for name, words in data.items():
            if name not in known or not isinstance(words, list | tuple) or len(words) != 2:  # noqa: PLR2004 -- two languages
                message = f"no field of a metadata card: {name}"
                raise ValueError(message)
            texts[name] = Text(str(words[0]), str(words[1]))
        return cls(**texts)

    def as_data(self) -> dict[str, list[str]]:
        """The filled fields as plain lists of the two languages."""
        filled = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: [text.id, text.en] for name, text in filled.items() if text.id or text.en}

    @property
    def lines(self) -> tuple[tuple[Text, Text], ...]:
        """Label and words of every field in the order of the card, empty ones too."""
        return tuple((CARD_LABELS[field.name], getattr(self, field.name)) for field in fields(self))


EMPTY_CARD = Card()

CARD_LABELS = {
    "concept": Text("Konsep", "Concept"),
    "definition": Text("Definisi", "Definition"),
    "classification": Text("Klasifikasi", "Classification"),
    "formula": Text("Rumus", "Formula"),
    "variables": Text("Variabel pembentuk", "Variables"),
    "affair": Text("Urusan pemerintahan", "Government affair"),
    "producer": Text("Produsen data", "Producer"),
    "custodian": Text("Penanggung jawab", "Person in charge"),
    "method": Text("Cara pengambilan", "Method"),
    "source": Text("Sumber", "Source"),
    "interpretation": Text("Interpretasi", "Interpretation"),
    "reference_period": Text("Referensi waktu", "Reference period"),
    "data_type": Text("Tipe data", "Data type"),
}
