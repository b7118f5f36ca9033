"""Where an index stands, in words: newest figure, change, neighbours, and what lies above."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from setara.domain.indices.definition import Index
from setara.domain.indices.ikg import IKG, NOISE
from setara.domain.indices.series import Stretch, change, newest, vintage_label
from setara.domain.language.text import Text, listed, same
from setara.domain.statistics.disparity import Undefined


@dataclass(frozen=True, slots=True)
class Beside:
    """Another place with its figure of the same year and basis."""

    name: str
    value: Decimal


def standing(
    index: Index,
    called: Text,
    place: str,
    found: Sequence[Stretch],
    *,
    neighbours: Sequence[Beside] = (),
    above: Sequence[Beside] = (),
) -> tuple[Text, ...]:
    """The sentences on the newest figure of a place; none where there is no figure.

    `called` is what the figures are, where they are of a part of the index.

    `neighbours` and `above` must be of the newest figure's year and basis.
    """
    now = newest(found)
    if now is None:
        return ()
    vintage = vintage_label(now.basis)
    sentence = NEWEST_OF if now.basis.vintage else NEWEST
    said = [
        sentence.filled(
            index=called, place=place, year=str(now.year), value=now.value, vintage=vintage
        )
    ]
    said += _moved(found, now.year, index)
    if neighbours:
        said.append(_rank(index, now.value, neighbours))
    if above:
        names = [SAME_YEAR.filled(name=each.name, value=each.value) for each in above]
        said.append(ABOVE.filled(year=str(now.year), places=listed(names)))
    return tuple(said)


@dataclass(frozen=True, slots=True)
class Side:
    """The index of one sex: what it is called, its years, and the places that lie above."""

    called: Text
    sex: Text
    found: Sequence[Stretch]
    above: Sequence[Beside] = ()


def standing_by_sex(index: Index, place: str, sides: Sequence[Side]) -> tuple[Text, ...]:
    """The sentences on women's and men's newest figures; nothing is said without naming the sex.

    Figures above must be of the newest year and basis. No rank: neither sex stands for a place.
    """
    now = newest([stretch for side in sides for stretch in side.found])
    if now is None:
        return ()
    here = {
        side.called: point
        for side in sides
        for stretch in side.found
        if stretch.basis == now.basis and (point := stretch.at(now.year)) is not None
    }
    known = [side for side in sides if side.called in here]
    both = [SAME_YEAR.filled(name=each.sex, value=here[each.called].value) for each in known]
    sentence = NEWEST_OF if now.basis.vintage else NEWEST
    said = [
        sentence.filled(
            index=same(index.symbol),
            place=place,
            year=str(now.year),
            value=listed(both),
            vintage=vintage_label(now.basis),
        )
    ]
    for each in known:
        moved = change(each.found, now.year - 1, now.year)
        if not isinstance(moved, Undefined):
            named = UNMOVED_OF if moved == 0 else (ROSE_OF if moved > 0 else FELL_OF)
            size, year = abs(moved), str(now.year - 1)
            said.append(named.filled(index=each.called, size=size, year=year))
    for each in known:
        if each.above:
            names = [SAME_YEAR.filled(name=one.name, value=one.value) for one in each.above]
            year = str(now.year)
            said.append(ABOVE_OF.filled(index=each.called, year=year, places=listed(names)))
    return tuple(said)


def _moved(found: Sequence[Stretch], year: int, index: Index) -> list[Text]:
    """The change from the year before; across a break its reason."""
    moved = change(found, year - 1, year)
    if isinstance(moved, Undefined):
        has_before = any(stretch.at(year - 1) for stretch in found)
        return [moved.reason] if has_before else []
    sentence = UNMOVED if moved == 0 else (ROSE if moved > 0 else FELL)
    said = [sentence.filled(size=abs(moved), year=str(year - 1))]
    return [*said, NOISE] if index.key == IKG.key else said


def _rank(index: Index, value: Decimal, neighbours: Sequence[Beside]) -> Text:
    is_low_better = index.higher_is_better is False
    ahead = sum(
        (each.value < value) if is_low_better else (each.value > value) for each in neighbours
    )
    sentence = LOWEST if is_low_better else HIGHEST
    return sentence.filled(rank=ahead + 1, count=len(neighbours) + 1)


def spread(places: Sequence[Beside]) -> Text:
    """The highest and the lowest of at least two places."""
    ordered = sorted(places, key=lambda each: each.value)
    return SPREAD.filled(
        count=len(places),
        low=ordered[0].name,
        least=ordered[0].value,
        high=ordered[-1].name,
        most=ordered[-1].value,
    )


SPREAD = Text(
    "{count} wilayah, dari {low} ({least}) sampai {high} ({most}).",
    "{count} places, from {low} ({least}) to {high} ({most}).",
)
NEWEST = Text("{index} {place} {year}: {value}.", "{index} of {place} {year}: {value}.")
NEWEST_OF = Text(
    "{index} {place} {year}: {value} ({vintage}).",
    "{index} of {place} {year}: {value} ({vintage}).",
)
ROSE = Text("Naik {size} dari {year}.", "Up by {size} from {year}.")
FELL = Text("Turun {size} dari {year}.", "Down by {size} from {year}.")
UNMOVED = Text("Sama dengan {year}.", "The same as in {year}.")
ROSE_OF = Text("{index} naik {size} dari {year}.", "{index}: up by {size} from {year}.")
FELL_OF = Text("{index} turun {size} dari {year}.", "{index}: down by {size} from {year}.")
UNMOVED_OF = Text("{index} sama dengan {year}.", "{index}: the same as in {year}.")
HIGHEST = Text(
    "Urutan kami: ke-{rank} di antara {count} kabupaten/kota seprovinsi yang angkanya tersimpan "
    "(1 = tertinggi); BPS tidak menerbitkan peringkat.",
    "Our own order: {rank} among the {count} regencies and cities of the province whose figure is "
    "kept (1 = highest); BPS publishes no ranks.",
)
LOWEST = Text(
    "Urutan kami: ke-{rank} di antara {count} kabupaten/kota seprovinsi yang angkanya tersimpan "
    "(1 = terendah, ketimpangan paling kecil); BPS tidak menerbitkan peringkat.",
    "Our own order: {rank} among the {count} regencies and cities of the province whose figure is "
    "kept (1 = lowest, the least inequality); BPS publishes no ranks.",
)
SAME_YEAR = Text("{name} {value}", "{name} {value}")
ABOVE_OF = Text("{index} pada {year}: {places}.", "{index} in {year}: {places}.")
ABOVE = Text("Pada {year}: {places}.", "In {year}: {places}.")
