"""Who is behind, in plain words."""

from __future__ import annotations

from setara.domain.language.text import Text
from setara.domain.statistics.disparity import Behind, Disparity, Undefined
from setara.domain.statistics.element import Polarity


def behind_reading(disparity: Disparity) -> Text:
    """Who is behind and by which polarity, or why nobody is said to be; one sentence."""
    if isinstance(disparity.difference, Undefined):
        return Text(
            "Siapa yang tertinggal belum dapat ditentukan. {reason}",
            "Who is behind cannot be told yet. {reason}",
        ).filled(reason=disparity.difference.reason)
    if disparity.behind is Behind.NOT_JUDGED:
        return Text(
            "Data ini menunjukkan susunan, bukan siapa yang tertinggal.",
            "These data show a composition, not who is behind.",
        )
    if disparity.behind is Behind.NEITHER:
        return Text(
            "Keduanya setara: perbedaannya dalam rentang kesetaraan {lower} sampai {upper}.",
            "They are at parity: the difference lies within the parity band {lower} to {upper}.",
        ).filled(lower=disparity.band.lower, upper=disparity.band.upper)
    sentence = (
        Text(
            "{sex} tertinggal: untuk data ini, makin tinggi makin baik.",
            "{sex} are behind: for these data, higher is better.",
        )
        if disparity.polarity is Polarity.HIGHER_IS_BETTER
        else Text(
            "{sex} tertinggal: untuk data ini, makin rendah makin baik.",
            "{sex} are behind: for these data, lower is better.",
        )
    )
    return sentence.filled(sex=BEHIND_NAMES[disparity.behind])


BEHIND_NAMES = {
    Behind.WOMEN: Text("Perempuan", "Women"),
    Behind.MEN: Text("Laki-laki", "Men"),
}
