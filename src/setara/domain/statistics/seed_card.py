"""The metadata card of a seed element: what its entry says, and what follows from its facts."""

from __future__ import annotations

from collections.abc import Mapping

from setara.domain.language.text import Language, Text
from setara.domain.statistics.card import Card, Frequency
from setara.domain.statistics.dimension import dimensions
from setara.domain.statistics.element import Element, Measure

SEX = Text("jenis kelamin", "sex")
SUBDISTRICT = Text("kecamatan", "sub-district")
TO_CONFIRM = Text(
    "{producers} (nama setempat untuk dipastikan)", "{producers} (local name to be confirmed)"
)
CUSTODIAN = Text(
    "Pejabat yang ditunjuk produsen, untuk dipastikan",
    "An official the producer names, to be confirmed",
)
DATA_TYPES = {
    Measure.COUNT: Text("numerik, bilangan bulat", "numeric, whole number"),
    Measure.RATE: Text("numerik, persen dengan desimal", "numeric, per cent with decimals"),
    Measure.VALUE: Text("numerik, desimal", "numeric, decimal"),
}
REFERENCE_PERIODS = {
    Frequency.MONTHLY: Text(
        "bulan kalender; setahun dijumlahkan", "calendar month; added up to a year"
    ),
    Frequency.QUARTERLY: Text("triwulan kalender", "calendar quarter"),
    Frequency.HALF_YEARLY: Text("akhir semester", "end of the half-year"),
    Frequency.YEARLY: Text("tahun kalender", "calendar year"),
    Frequency.FIVE_YEARLY: Text(
        "masa jabatan atau masa pemilu", "term of office or year of election"
    ),
    Frequency.PER_EVENT: Text("tiap kejadian", "each event"),
}


def seed_card(
    element: Element,
    said: Mapping[str, Text],
    computed: Mapping[str, Text],
    *,
    affair: Text,
    method: Text,
    producers: tuple[Text, ...],
    interpretation: Text,
) -> Card:
    """The card: `said` holds concept, definition and source, `computed` formula and variables."""
    return Card(
        concept=said["concept"],
        definition=said["definition"],
        classification=classification(element),
        formula=computed.get("formula", Text("", "")),
        variables=computed.get("variables", Text("", "")),
        affair=affair,
        producer=_filled(TO_CONFIRM, producers=_joined(producers, " / ")),
        custodian=CUSTODIAN,
        method=method,
        source=said["source"],
        interpretation=interpretation,
        reference_period=REFERENCE_PERIODS[element.frequency],
        data_type=DATA_TYPES[element.measure],
    )


def classification(element: Element) -> Text:
    """The breakdowns an element is collected by, sex first, in words."""
    parts = [SEX, *(dimensions()[code].name for code in element.dimensions)]
    return _joined((*parts, *((SUBDISTRICT,) if element.by_subdistrict else ())), "; ")


def _joined(texts: tuple[Text, ...], between: str) -> Text:
    return Text(between.join(t.id for t in texts), between.join(t.en for t in texts))


def _filled(text: Text, **values: Text) -> Text:
    """As plain words, because a card keeps words and no places to fill."""
    said = text.filled(**values)
    return Text(said.say(Language.INDONESIAN), said.say(Language.ENGLISH))
