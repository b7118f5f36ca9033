"""Human development as UNDP and BPS compute it: one formula, each with its own words and law."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from setara.domain.foundation.sex import Sex
from setara.domain.indices.arithmetic import N, arithmetic_mean, geometric_mean
from setara.domain.indices.by_sex import of_sex, suffix
from setara.domain.indices.definition import CHECK_SOURCE, Measure
from setara.domain.indices.goalposts import linear, logarithmic
from setara.domain.indices.worksheet import StepName, Worksheet
from setara.domain.language.text import Text

YEARS = Text("tahun", "years")
LIFE, EXPECTED, MEAN = "life_expectancy", "expected_schooling", "mean_schooling"
EDUCATION = "education"
LABELS = {
    LIFE: Text("Umur harapan hidup", "Life expectancy"),
    EXPECTED: Text("Harapan lama sekolah", "Expected years of schooling"),
    MEAN: Text("Rata-rata lama sekolah", "Mean years of schooling"),
}
INDICES = {
    LIFE: Text("Indeks umur harapan hidup", "Index of life expectancy"),
    EXPECTED: Text("Indeks harapan lama sekolah", "Index of expected schooling"),
    MEAN: Text("Indeks rata-rata lama sekolah", "Index of mean schooling"),
    EDUCATION: Text("Indeks pendidikan", "Education index"),
}


@dataclass(frozen=True, slots=True)
class Money:
    """The component that is money: its measure, its index, and what makes a unit of its law."""

    key: str
    label: Text
    index: Text
    unit: Text
    remedy: Text
    law: str
    times: int = 1


@dataclass(frozen=True, slots=True)
class HumanDevelopment:
    """Human development of one publisher.

    `symbols` are its abbreviations by component, education's among them; `sign` stands behind a
    symbol of one sex. `ranges` are wider than anything published, so that only slips are
    refused. `law` holds the goalposts of schooling, `life` those of life expectancy by sex, and
    `decimals` how it is printed. The index runs from 0 to `scale`.
    """

    key: str
    symbol: str
    name: Text
    money: Money
    symbols: Mapping[str, str]
    sign: Callable[[Sex | None], str]
    ranges: Mapping[str, tuple[Decimal, Decimal]]
    law: str
    life: Mapping[Sex | None, str]
    decimals: str
    scale: int = 1
    _names: Mapping[tuple[str, Sex | None], StepName] = field(init=False)

    def __post_init__(self) -> None:
        # Asked for in every calculation, so they are made once.
        words = {**INDICES, self.money.key: self.money.index}
        names = {
            (component, sex): StepName(
                f"{component}_index{suffix(sex)}",
                f"I_{self.symbols[component]}{self.sign(sex)}",
                of_sex(words[component], sex),
            )
            for component in (LIFE, EXPECTED, MEAN, EDUCATION, self.money.key)
            for sex in (None, *Sex)
        }
        for sex in (None, *Sex):
            whole = of_sex(self.name, sex)
            names[self.key, sex] = StepName(
                self.key + suffix(sex), self.symbol + self.sign(sex), whole
            )
        object.__setattr__(self, "_names", names)

    @property
    def components(self) -> tuple[str, ...]:
        """The four measures; with `_female` or `_male` behind it a measure of one sex."""
        return LIFE, EXPECTED, MEAN, self.money.key

    def label(self, component: str) -> Text:
        """What a component is called."""
        return self.money.label if component == self.money.key else LABELS[component]

    def measures(self, sex: Sex | None) -> tuple[Measure, ...]:
        """The four components of one sex, or of everybody: three in years, one in money."""
        return tuple(self._measure(component, sex) for component in self.components)

    def step_of(self, sex: Sex | None) -> StepName:
        """The name of the index of one sex, or of everybody."""
        return self._names[self.key, sex]

    def steps(self, sex: Sex | None) -> tuple[StepName, ...]:
        """The named values on the way to the index, in the order of work, it itself last."""
        keys = (LIFE, EXPECTED, MEAN, EDUCATION, self.money.key, self.key)
        return tuple(self._names[key, sex] for key in keys)

    def compute(self, sheet: Worksheet[N], sex: Sex | None) -> N:
        """The index, not rounded: the geometric mean of health, education and money."""
        end = suffix(sex)
        life = linear(sheet, sheet.figure(LIFE + end), self.life[sex])
        health = sheet.step(self._names[LIFE, sex], life)
        expected, mean = (
            sheet.step(
                self._names[component, sex],
                linear(sheet, sheet.figure(component + end), f"{self.law}.{component}"),
            )
            for component in (EXPECTED, MEAN)
        )
        education = sheet.step(self._names[EDUCATION, sex], arithmetic_mean(expected, mean))
        money = sheet.figure(self.money.key + end)
        counted = money if self.money.times == 1 else money * self.money.times
        income = sheet.step(
            self._names[self.money.key, sex], logarithmic(sheet, counted, self.money.law)
        )
        whole = geometric_mean(health, education, income)
        return sheet.step(
            self.step_of(sex),
            whole if self.scale == 1 else self.scale * whole,
            decimals=sheet.rule(self.decimals),
        )

    def _measure(self, component: str, sex: Sex | None) -> Measure:
        is_money = component == self.money.key
        lowest, highest = self.ranges[component]
        return Measure(
            key=component + suffix(sex),
            symbol=self.symbols[component] + self.sign(sex),
            name=of_sex(self.label(component), sex),
            unit=self.money.unit if is_money else YEARS,
            lowest=lowest,
            highest=highest,
            remedy=self.money.remedy if is_money else CHECK_SOURCE,
        )
