"""What BPS fixed for the IPG, by date, with the legal source of each value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from setara.domain.foundation.sex import Sex
from setara.domain.law.parameters import Parameter, parameter


@dataclass(frozen=True, slots=True)
class Goalposts:
    """The value that counts as 0 and the one that counts as 1."""

    minimum: Parameter
    maximum: Parameter


def goalposts(key: str, on: date) -> Goalposts:
    """The two parameters `key.minimum` and `key.maximum` in force on `on`."""
    return Goalposts(parameter(f"{key}.minimum", on=on), parameter(f"{key}.maximum", on=on))


@dataclass(frozen=True, slots=True)
class IpgParameters:
    """What BPS fixed for the index; expenditure in rupiah/person/year, the rest in years."""

    life_expectancy_of_women: Goalposts
    life_expectancy_of_men: Goalposts
    expected_schooling: Goalposts
    mean_schooling: Goalposts
    expenditure: Goalposts
    published_decimals: Parameter
    rounds_components_first: Parameter

    def life_expectancy(self, sex: Sex) -> Goalposts:
        """The goalposts of one sex: women are expected to live five years longer."""
        is_female = sex is Sex.FEMALE
        return self.life_expectancy_of_women if is_female else self.life_expectancy_of_men


def ipg_parameters(on: date) -> IpgParameters:
    """The parameters in force on `on`, a day of the year the figures are from."""
    return IpgParameters(
        life_expectancy_of_women=goalposts("ipg.life_expectancy.female", on),
        life_expectancy_of_men=goalposts("ipg.life_expectancy.male", on),
        expected_schooling=goalposts("ipg.expected_schooling", on),
        mean_schooling=goalposts("ipg.mean_schooling", on),
        expenditure=goalposts("ipg.expenditure", on),
        published_decimals=parameter("ipg.published_decimals", on=on),
        rounds_components_first=parameter("ipg.rounds_components_first", on=on),
    )
