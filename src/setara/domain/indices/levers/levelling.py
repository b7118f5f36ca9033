"""What an index would be if women stood level with men in one component, all else unchanged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from setara.domain.indices.arithmetic import rounded
from setara.domain.indices.computing import Result, by_method, law_day
from setara.domain.indices.ipm import COMPONENTS, DEVELOPMENT
from setara.domain.indices.terms import shown
from setara.domain.language.text import Text
from setara.domain.law.parameters import parameter

PARITY = Decimal(100)


@dataclass(frozen=True, slots=True)
class Lever:
    """One component made level; `closes` is the part of the distance to 100 that goes away.

    `level` is the women's figure that gives both sexes the same component index; for life
    expectancy it is not the men's figure, because women's goalposts lie five years higher.
    `closes` is negative where levelling leads away from 100, as where women are ahead.
    """

    component: str
    label: Text
    women: Decimal
    men: Decimal
    level: Decimal
    ipg: Decimal
    change: Decimal
    closes: Decimal


def levers(ipg: Result) -> tuple[Lever, ...]:
    """One lever a component, the one that closes most first; exact recomputation, no estimate.

    The parts do not add up to one: the components are multiplied, and each is moved alone.
    """
    found = [_lever(ipg, component) for component in COMPONENTS]
    return tuple(sorted(found, key=lambda lever: -lever.closes))


def _lever(ipg: Result, component: str) -> Lever:
    level = _level(ipg, component)
    figures = {**ipg.figures, f"{component}_female": level}
    then = by_method(ipg.index, ipg.method, figures, ipg.year)
    distance = abs(PARITY - ipg.unrounded)
    left = abs(PARITY - then.unrounded)
    return Lever(
        component=component,
        label=DEVELOPMENT.label(component),
        women=ipg.figures[f"{component}_female"],
        men=ipg.figures[f"{component}_male"],
        level=shown(level),
        ipg=then.published,
        change=then.published - ipg.published,
        closes=(distance - left) / distance if distance else Decimal(0),
    )


def _level(ipg: Result, component: str) -> Decimal:
    if component != "life_expectancy":
        return ipg.figures[f"{component}_male"]
    day = law_day(ipg.year)
    minimum, maximum = (
        parameter(f"ipg.life_expectancy.female.{end}", on=day).value
        for end in ("minimum", "maximum")
    )
    return minimum + ipg.steps["life_expectancy_index_male"] * (maximum - minimum)


def levers_reading(ipg: Result) -> tuple[Text, ...]:
    """Which component decides, in words; nothing where no component leads closer to 100."""
    first, *others = levers(ipg)
    if first.closes <= 0:
        return ()
    sentences = [
        IF_LEVEL.filled(
            component=first.label,
            then=first.ipg,
            now=ipg.published,
            percent=int(rounded(first.closes * 100, 0)),
        )
    ]
    if all(abs(other.closes) <= HARDLY for other in others):
        sentences.append(DECIDES)
    return tuple(sentences)


def level_note(found: Sequence[Lever]) -> Text | None:
    """Why level is not always the figure of men; None where it is for every component."""
    for lever in found:
        if lever.level != lever.men:
            sentence = STILL_BEHIND if lever.women < lever.level else AHEAD
            return sentence.filled(
                component=lever.label,
                women=lever.women,
                men=lever.men,
                level=lever.level,
                years=shown(lever.level - lever.men),
            )
    return None


HARDLY = Decimal("0.1")
"""A component that closes or opens at most a tenth of the distance hardly changes the IPG."""

IF_LEVEL = Text(
    "{component}: bila perempuan setara dengan laki-laki dan komponen lain tetap, IPG menjadi "
    "{then} (sekarang {now}) dan {percent} persen jarak ke 100 tertutup.",
    "{component}: if women stood level with men and the other components stayed, the IPG would "
    "be {then} (now {now}), and {percent} per cent of the distance to 100 would close.",
)
DECIDES = Text(
    "Di antara penyetaraan komponen, hanya ini yang menutup jarak; menyetarakan yang lain hampir "
    "tidak mengubah IPG.",
    "Of levelling one component or another, only this closes the distance; levelling the others "
    "hardly changes the IPG.",
)
STILL_BEHIND = Text(
    "{component}: batas bawah dan batas atas perempuan {years} tahun lebih tinggi, karena "
    "perempuan memang hidup lebih lama. Setara dengan laki-laki ({men}) berarti {level} tahun, "
    "bukan {men}; {women} masih di bawahnya.",
    "{component}: the goalposts of women lie {years} years higher, because women live longer by "
    "nature. Level with men ({men}) means {level} years, not {men}; {women} is still below that.",
)
AHEAD = Text(
    "{component}: batas bawah dan batas atas perempuan {years} tahun lebih tinggi, karena "
    "perempuan memang hidup lebih lama. Setara dengan laki-laki ({men}) berarti {level} tahun, "
    "bukan {men}; {women} sudah mencapainya.",
    "{component}: the goalposts of women lie {years} years higher, because women live longer by "
    "nature. Level with men ({men}) means {level} years, not {men}; {women} has reached that.",
)
