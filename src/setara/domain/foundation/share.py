"""A part of a named whole: a share never travels without its denominator."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from setara.domain.language.text import Language, Text, spoken


class NoDenominator(Exception):
    """The whole is zero, so the share does not exist; `reason` says of what."""

    def __init__(self, whole: Text) -> None:
        self.reason = Text(
            "Bagian tidak dapat dihitung: {whole} bernilai nol.",
            "The share cannot be computed: {whole} is zero.",
        ).filled(whole=whole)
        super().__init__(self.reason.say(Language.ENGLISH))


@dataclass(frozen=True, slots=True)
class Share:
    """`part` of `whole`, both in the same unit; `of` names the whole.

    Raises NoDenominator where the whole is zero.
    """

    part: Decimal | int
    whole: Decimal | int
    of: Text

    def __post_init__(self) -> None:
        if self.whole == 0:
            raise NoDenominator(self.of)

    @property
    def fraction(self) -> Decimal:
        """The exact quotient, in decimal arithmetic of 28 digits."""
        return Decimal(self.part) / Decimal(self.whole)

    def percent(self, places: int = 2) -> Decimal:
        """Per cent, half rounded up as Indonesian tables do."""
        return (self.fraction * 100).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)

    def say(self, language: Language) -> str:
        """`12,50% dari …`: the figure with its denominator."""
        sentence = Text("{percent}% dari {of}", "{percent}% of {of}")
        return sentence.filled(percent=self.percent(), of=self.of).say(language)


def percent_words(value: Decimal, language: Language) -> str:
    """A per cent figure already rounded, with its sign: `12,50%`."""
    return f"{spoken(value, language)}%"
