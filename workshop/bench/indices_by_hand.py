"""IPG, HDI and GII as an analyst would write them out in NumPy, steps and checks left away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

Given = Mapping[str, Any]


def ipg(given: Given, years: Any) -> Any:
    """The law of every year in one go: before 2016 the ratio is taken of unrounded components."""
    women, men = (_ipm(given, sex, low) for sex, low in (("female", 22.5), ("male", 17.5)))
    exact = 100 * women / men
    rounded = 100 * _two_places(women) / _two_places(men)
    return np.where(years >= FIRST_ROUNDED, rounded, exact)


FIRST_ROUNDED = 2016


def _ipm(given: Given, sex: str, low: float) -> Any:
    life = np.clip((given[f"life_expectancy_{sex}"] - low) / 65, 0, 1)
    expected = np.clip(given[f"expected_schooling_{sex}"] / 18, 0, 1)
    mean = np.clip(given[f"mean_schooling_{sex}"] / 15, 0, 1)
    rupiah = given[f"expenditure_{sex}"] * 1000
    money = np.clip(np.log(rupiah / 1007436) / np.log(26572352 / 1007436), 0, 1)
    return 100 * np.cbrt(life * ((expected + mean) / 2) * money)


def _two_places(value: Any) -> Any:
    return np.floor(value * 100 + 0.5 + 1e-9) / 100


def hdi(given: Given, years: Any) -> Any:
    life = np.clip((given["life_expectancy"] - 20) / 65, 0, 1)
    expected = np.clip(given["expected_schooling"] / 18, 0, 1)
    mean = np.clip(given["mean_schooling"] / 15, 0, 1)
    income = np.clip(np.log(given["gni_per_capita"] / 100) / np.log(750), 0, 1)
    return np.cbrt(life * ((expected + mean) / 2) * income)


def gii(given: Given, years: Any) -> Any:
    deaths = np.clip(given["maternal_mortality_ratio"], 10, 1000)
    health = np.sqrt(10 / deaths * 1 / given["adolescent_birth_rate"])
    power_f, power_m = (_power(given, sex) for sex in ("female", "male"))
    work_f, work_m = given["lfpr_female"] / 100, given["lfpr_male"] / 100
    women, men = np.cbrt(health * power_f * work_f), np.cbrt(power_m * work_m)
    harmonic = 2 * women * men / (women + men)
    level = (health + 1) / 2 * (power_f + power_m) / 2 * (work_f + work_m) / 2
    return 1 - harmonic / np.cbrt(level)


def _power(given: Given, sex: str) -> Any:
    seats = np.clip(given[f"seats_{sex}"], 0.01, 99.99)
    return np.sqrt(seats / 100 * given[f"secondary_{sex}"] / 100)


BY_HAND: dict[str, Callable[[Given, Any], Any]] = {"ipg": ipg, "hdi": hdi, "gii": gii}
