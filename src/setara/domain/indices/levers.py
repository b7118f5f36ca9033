"""What the IPG would be if women stood level with men in one component, all else unchanged."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from setara.domain.indices.arithmetic import rounded
from setara.domain.indices.components import Component
from setara.domain.indices.explanation import shown
from setara.domain.indices.ipg import Ipg, IpgInputs, method_named
from setara.domain.language.text import Text

PARITY = Decimal(100)


@dataclass(frozen=True, slots=True)
class Lever:
    """One component made level; `closes` is the part of the distance to 100 that goes away.

    `level` is the women's figure that gives both sexes the same component index; for life
    expectancy it is not the men's figure, because women's goalposts lie five years higher.
    `closes` is negative where levelling leads away from 100, as where women are ahead.
    """

    component: Component
    women: Decimal
    men: Decimal
    level: Decimal
    ipg: Decimal
    change: Decimal
    closes: Decimal


def levers(ipg: Ipg[Decimal]) -> tuple[Lever, ...]:
    """One lever a component, the one that closes most first; exact recomputation, no estimate.

    The parts do not add up to one: the components are multiplied, and each is moved alone.
    """
    found = [_lever(ipg, component) for component in Component]
    return tuple(sorted(found, key=lambda lever: -lever.closes))


def _lever(ipg: Ipg[Decimal], component: Component) -> Lever:
    level = _level(ipg, component)
    women = replace(ipg.inputs.women, **{component.value: level})
    formula = method_named(ipg.method_key).formula
    then = formula(IpgInputs(women, ipg.inputs.men), ipg.parameters)
    distance = abs(PARITY - ipg.unrounded)
    left = abs(PARITY - then.unrounded)
    return Lever(
        component=component,
        women=ipg.inputs.women.of(component),
        men=ipg.inputs.men.of(component),
        level=shown(level),
        ipg=then.published,
        change=then.published - ipg.published,
        closes=(distance - left) / distance if distance else Decimal(0),
    )


def _level(ipg: Ipg[Decimal], component: Component) -> Decimal:
    if component is not Component.LIFE_EXPECTANCY:
        return ipg.inputs.men.of(component)
    posts = ipg.parameters.life_expectancy_of_women
    span = posts.maximum.value - posts.minimum.value
    return posts.minimum.value + ipg.men.health * span


def levers_reading(ipg: Ipg[Decimal]) -> tuple[Text, ...]:
    """Which component decides, in words; nothing where no component leads closer to 100."""
    first, *others = levers(ipg)
    if first.closes <= 0:
        return ()
    sentences = [
        IF_LEVEL.filled(
            component=first.component.label,
            then=first.ipg,
            now=ipg.published,
            percent=int(rounded(first.closes * 100, 0)),
        )
    ]
    if all(abs(other.closes) <= HARDLY for other in others):
        sentences.append(DECIDES)
    return tuple(sentences)


HARDLY = Decimal("0.1")
"""A component that closes or opens at most a tenth of the distance hardly changes the IPG."""

IF_LEVEL = Text(
    "{component}: bila perempuan setara dengan laki-laki dan komponen lain tetap, IPG menjadi "
    "{then} (sekarang {now}) dan {percent} persen jarak ke 100 tertutup.",
    "{component}: if women stood level with men and the other components stayed, the IPG would "
    "be {then} (now {now}), and {percent} per cent of the distance to 100 would close.",
)
DECIDES = Text(
    "Komponen ini saja yang menentukan; yang lain hampir tidak mengubah IPG.",
    "This component alone decides; the others hardly change the IPG.",
)
