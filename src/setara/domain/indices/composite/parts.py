"""Measures, indicators and the index itself, read from the sections of a definition file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from setara.domain.indices.composite import faults as say
from setara.domain.indices.composite.blueprint import (
    Comparison,
    Gamma,
    Goalposts,
    Indicator,
    Origin,
    Plain,
    Polarity,
    Ratio,
    Share,
)
from setara.domain.indices.composite.sections import Section
from setara.domain.indices.definition import Measure
from setara.domain.indices.worksheet import StepName
from setara.domain.language.text import Text
from setara.domain.law.regulations import register

OWN_FILE = "berkas-definisi-indeks"
"""The regulation of a definition that names none: the file itself."""
_BOUNDS = 2
_TINY = Decimal("0.000000000000001")


@dataclass(frozen=True, slots=True)
class Input:
    """A measure with what a definition says of it beyond what every index knows."""

    measure: Measure
    polarity: Polarity


def inputs(section: Section) -> dict[str, Input]:
    """The measures by key."""
    return {key: _input(key, each) for key, each in section.entries()}


def _input(key: str, section: Section) -> Input:
    section.only("name", "name_en", "unit", "unit_en", "symbol", "range", "polarity")
    lowest, highest = _range(section)
    measure = Measure(
        key=key,
        symbol=section.symbol("symbol", key),
        name=section.text("name"),
        unit=section.text("unit"),
        lowest=lowest,
        highest=highest,
    )
    return Input(measure, section.choice("polarity", Polarity, Polarity.HIGHER))


def _range(section: Section) -> tuple[Decimal, Decimal]:
    section.needs("range")
    given = section.table.get("range", [0, 1])
    if isinstance(given, list) and len(given) == _BOUNDS:
        lowest, highest = (section.exact("range", bound) for bound in given)
        if lowest is None or highest is None:
            return Decimal(0), Decimal(1)
        if lowest < highest:
            return lowest, highest
    section.fault("range", say.NOT_A_RANGE)
    return Decimal(0), Decimal(1)


def indicators(section: Section, known: Mapping[str, Input]) -> dict[str, Indicator]:
    """The indicators by key; those whose figures are not said clearly are left out."""
    found = {}
    for key, each in section.entries():
        each.only(*_SETTINGS)
        takes = _takes(each)
        step = StepName(key, each.symbol("symbol", key), each.text("name"))
        if takes is not None:
            benchmark = each.number("benchmark", _TINY)
            found[key] = Indicator(step, takes, benchmark, _scale(each, takes, known))
    return found


_SETTINGS = (
    *("name", "name_en", "symbol", "value", "female", "male", "given", "compare", "gamma"),
    *("divisor_zero", "both_zero", "benchmark", "goalposts", "share_of"),
)
_WAYS = ("value", "female", "gamma")


def _takes(section: Section) -> Plain | Ratio | Gamma | None:
    ways = [way for way in _WAYS if way in section.table]
    if len(ways) != 1:
        section.fault("", ONE_WAY)
        return None
    of_ratios = ("male", "given", "compare", "divisor_zero", "both_zero")
    odd = [key for key in of_ratios if key in section.table and ways != ["female"]]
    for key in odd:
        section.fault(key, ONLY_RATIOS.filled(name=key))
    if ways == ["gamma"]:
        return _gamma(section.below("gamma"))
    if ways == ["female"]:
        return _ratio(section)
    measure = section.name("value")
    return Plain(measure) if measure else None


def _ratio(section: Section) -> Ratio | None:
    section.needs("male")
    female, male = section.name("female"), section.name("male")
    if female is None or male is None:
        return None
    compare = section.choice("compare", Comparison, Comparison.RATIO)
    over, under = (female, male) if compare is Comparison.RATIO else (male, female)
    return Ratio(
        over=over,
        under=under,
        given=section.name("given"),
        divisor_zero=section.number("divisor_zero", 0),
        both_zero=section.number("both_zero", 0),
        comparison=compare,
    )


def _gamma(section: Section) -> Gamma | None:
    section.only("women", "average", "total", "maximum")
    section.needs("women", "average", "total", "maximum")
    women, average, total = (section.name(key) for key in ("women", "average", "total"))
    maximum = section.number("maximum", _TINY)
    if women and average and total and maximum:
        return Gamma(women, average, total, maximum)
    return None


def _scale(
    section: Section, takes: Plain | Ratio | Gamma, known: Mapping[str, Input]
) -> Goalposts | Share | None:
    scales = [key for key in ("goalposts", "share_of") if key in section.table]
    if len(scales) > 1 or (scales and isinstance(takes, Gamma)):
        section.fault(scales[0], ONE_SCALE)
    if "goalposts" in scales:
        found = known.get(takes.measure) if isinstance(takes, Plain) else None
        is_falling = found is not None and found.polarity is Polarity.LOWER
        return _goalposts(section.below("goalposts"), is_falling=is_falling)
    maximum = section.number("share_of", _TINY)
    return None if maximum is None else Share(maximum)


def _goalposts(section: Section, *, is_falling: bool) -> Goalposts | None:
    section.only("minimum", "maximum", "logarithm")
    section.needs("minimum", "maximum")
    minimum, maximum = section.number("minimum"), section.number("maximum")
    is_logarithmic = section.flag("logarithm", otherwise=False)
    if minimum is None or maximum is None:
        return None
    if minimum >= maximum:
        section.fault("minimum", CROSSED.filled(minimum=minimum, maximum=maximum))
        return None
    if is_logarithmic and minimum <= 0:
        section.fault("minimum", NO_LOGARITHM)
        return None
    return Goalposts(minimum, maximum, is_logarithmic, is_falling)


def origin(section: Section, otherwise: Origin | None = None) -> Origin:
    """Where the numbers were read; without a regulation of the register, in the file itself."""
    regulation = section.words("regulation") or (otherwise.regulation if otherwise else OWN_FILE)
    if regulation not in {each.key for each in register()}:
        section.fault("regulation", say.NO_REGULATION.filled(given=regulation))
    if otherwise is None:
        section.needs("locator")
    has_note = {"note", "note_en"} & section.table.keys()
    return Origin(
        regulation=regulation,
        locator=section.words("locator") or (otherwise.locator if otherwise else ""),
        verified=section.flag("verified", otherwise=bool(otherwise and otherwise.verified)),
        note=section.text("note") if has_note else (otherwise.note if otherwise else None),
    )


ONE_WAY = Text(
    "indikator memerlukan tepat satu asal: “value” (angkanya sendiri), “female” dan “male” "
    "(perbandingan), atau “gamma”.",
    "an indicator needs exactly one origin: “value” (the figure itself), “female” and “male” (a "
    "comparison), or “gamma”.",
)
ONLY_RATIOS = Text(
    "“{name}” hanya berlaku bersama “female” dan “male”.",
    "“{name}” only goes with “female” and “male”.",
)
ONE_SCALE = Text(
    "pilih satu skala saja: “goalposts” atau “share_of”; “gamma” tidak memakai keduanya.",
    "choose one scale only: “goalposts” or “share_of”; “gamma” takes neither.",
)
CROSSED = Text(
    "batas bawah {minimum} harus di bawah batas atas {maximum}. Untuk ukuran yang makin rendah "
    'makin baik, tulis polarity = "lower" pada ukurannya.',
    "the lower goalpost {minimum} must lie below the upper {maximum}. For a measure of which less "
    'is better, write polarity = "lower" at the measure.',
)
NO_LOGARITHM = Text(
    "batas bawah harus di atas nol bila memakai logaritma.",
    "the lower goalpost must be above zero where a logarithm is taken.",
)
