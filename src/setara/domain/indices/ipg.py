"""The gender development index (IPG) of BPS: the IPM of women over the IPM of men."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Generic, Protocol

from setara.domain.foundation.sex import Sex
from setara.domain.indices.arithmetic import (
    N,
    arithmetic_mean,
    clip,
    constant,
    geometric_mean,
    ln,
    rounded,
)
from setara.domain.indices.components import SexComponents, UnusableInput, require_usable
from setara.domain.indices.ipg_parameters import Goalposts, IpgParameters, ipg_parameters
from setara.domain.language.text import Language, Text

RUPIAH_PER_THOUSAND = Decimal(1000)
SINCE_2014 = "ipg.since_2014"
"""The key a stored result names its method by."""


@dataclass(frozen=True, slots=True)
class IpgInputs(Generic[N]):
    """The components of both sexes for one place and year.

    Since the release of 2023/24 life expectancy comes from the long form of the 2020 census.
    It enters the same formula, but the two series must not stand in one line.
    """

    women: SexComponents[N]
    men: SexComponents[N]


@dataclass(frozen=True, slots=True)
class HumanDevelopment(Generic[N]):
    """The indices of one sex (0 to 1) and their IPM (0 to 100), not rounded."""

    health: N
    expected_schooling: N
    mean_schooling: N
    education: N
    expenditure: N
    ipm: N


@dataclass(frozen=True, slots=True)
class Ipg(Generic[N]):
    """The index with everything it was made of; `published` is what BPS prints."""

    inputs: IpgInputs[N]
    parameters: IpgParameters
    women: HumanDevelopment[N]
    men: HumanDevelopment[N]
    ipm_of_women: N
    ipm_of_men: N
    unrounded: N
    published: N
    method_key: str


def since_2014(inputs: IpgInputs[N], parameters: IpgParameters) -> Ipg[N]:
    """IPG by the method BPS introduced in 2014, for Decimals, floats or columns alike.

    The inputs are taken as they are: `ipg` refuses those that cannot be true. From 2016 BPS
    divides the two IPM as published, before that the unrounded ones (found by recomputing
    6,003 published values).
    """
    women = _human_development(inputs.women, parameters, Sex.FEMALE)
    men = _human_development(inputs.men, parameters, Sex.MALE)
    decimals = int(parameters.published_decimals.value)
    ipm_of_women: N = rounded(women.ipm, decimals)
    ipm_of_men: N = rounded(men.ipm, decimals)
    hundred: N = constant(women.ipm, Decimal(100))
    if parameters.rounds_components_first.value:
        unrounded = hundred * ipm_of_women / ipm_of_men
    else:
        unrounded = hundred * women.ipm / men.ipm
    return Ipg(
        inputs=inputs,
        parameters=parameters,
        women=women,
        men=men,
        ipm_of_women=ipm_of_women,
        ipm_of_men=ipm_of_men,
        unrounded=unrounded,
        published=rounded(unrounded, decimals),
        method_key=SINCE_2014,
    )


def _human_development(
    components: SexComponents[N], parameters: IpgParameters, sex: Sex
) -> HumanDevelopment[N]:
    health = _index(components.life_expectancy, parameters.life_expectancy(sex))
    expected_schooling = _index(components.expected_schooling, parameters.expected_schooling)
    mean_schooling = _index(components.mean_schooling, parameters.mean_schooling)
    education = arithmetic_mean(expected_schooling, mean_schooling)
    expenditure = _expenditure_index(components.expenditure, parameters.expenditure)
    hundred: N = constant(health, Decimal(100))
    return HumanDevelopment(
        health=health,
        expected_schooling=expected_schooling,
        mean_schooling=mean_schooling,
        education=education,
        expenditure=expenditure,
        ipm=hundred * geometric_mean(health, education, expenditure),
    )


def _index(value: N, posts: Goalposts) -> N:
    minimum: N = constant(value, posts.minimum.value)
    maximum: N = constant(value, posts.maximum.value)
    return _between_0_and_1((value - minimum) / (maximum - minimum))


def _expenditure_index(thousand_rupiah: N, posts: Goalposts) -> N:
    rupiah = thousand_rupiah * constant(thousand_rupiah, RUPIAH_PER_THOUSAND)
    minimum: N = constant(thousand_rupiah, posts.minimum.value)
    maximum: N = constant(thousand_rupiah, posts.maximum.value)
    reached: N = ln(rupiah / minimum)
    whole: N = ln(maximum / minimum)
    return _between_0_and_1(reached / whole)


def _between_0_and_1(index: N) -> N:
    clipped: N = clip(index, constant(index, Decimal(0)), constant(index, Decimal(1)))
    return clipped


class Formula(Protocol):
    """A legal method as a function, whatever kind of number it is given."""

    def __call__(self, inputs: IpgInputs[N], parameters: IpgParameters, /) -> Ipg[N]:
        """The index of one place and year."""
        ...


@dataclass(frozen=True, slots=True)
class Method:
    """A legal method, and the first year BPS published figures by it."""

    key: str
    name: Text
    first_year: int
    formula: Formula


METHODS = (
    Method(
        SINCE_2014,
        Text("Metode BPS tahun 2014", "BPS method of 2014"),
        first_year=2010,
        formula=since_2014,
    ),
)


class NoMethod(LookupError):
    """No method that Setara knows was in use for the year; `reason` says since when one is."""

    def __init__(self, year: int) -> None:
        self.reason = Text(
            "IPG tahun {year} memakai metode lama yang belum tersedia; metode sekarang berlaku "
            "untuk data mulai {first}.",
            "The IPG of {year} uses an older method that is not available; the present one "
            "covers data from {first}.",
        ).filled(year=str(year), first=str(METHODS[0].first_year))
        super().__init__(self.reason.say(Language.ENGLISH))


def method_for(year: int) -> Method:
    """The method for figures of `year`. Raises NoMethod before 2010.

    The index published before 2014 followed another method and must not be joined to this one.
    """
    for method in reversed(METHODS):
        if year >= method.first_year:
            return method
    raise NoMethod(year)


def method_named(key: str) -> Method:
    """The method a stored result names. Raises KeyError for a name that never was one."""
    return {method.key: method for method in METHODS}[key]


def ipg(inputs: IpgInputs[Decimal], *, year: int) -> Ipg[Decimal]:
    """The IPG of one place and `year` from figures in the units of BPS, exact to 28 digits.

    Raises UnusableInput where a figure cannot be true or the IPM of men is zero, NoMethod for
    a year before the method, and what the register of parameters raises.
    """
    require_usable(Sex.FEMALE, inputs.women)
    require_usable(Sex.MALE, inputs.men)
    method = method_for(year)
    try:
        return method.formula(inputs, ipg_parameters(date(year, 1, 1)))
    except (ZeroDivisionError, InvalidOperation) as error:
        # Decimal calls a division of zero by zero an invalid operation.
        raise UnusableInput(NO_DIVISOR) from error


NO_DIVISOR = Text(
    "IPM laki-laki bernilai nol, sehingga IPG tidak dapat dihitung. Periksa pengeluaran dan lama "
    "sekolah laki-laki.",
    "The IPM of men is zero, so the IPG cannot be computed. Check the expenditure and the years "
    "of schooling of men.",
)
