"""The way to an IPG, step by step, with the numbers and the legal source of each."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from setara.domain.foundation.sex import Sex
from setara.domain.indices.components import Component
from setara.domain.indices.explanation import Explained, Step, Term
from setara.domain.indices.ipg import Ipg, method_named
from setara.domain.indices.ipg_parameters import Goalposts
from setara.domain.language.text import Text

IPG_NAME = Text("Indeks Pembangunan Gender", "Gender development index of BPS")

# The abbreviations of BPS: umur harapan hidup, harapan dan rata-rata lama sekolah, pengeluaran.
SYMBOLS = {
    Component.LIFE_EXPECTANCY: "UHH",
    Component.EXPECTED_SCHOOLING: "HLS",
    Component.MEAN_SCHOOLING: "RLS",
    Component.EXPENDITURE: "PPD",
}


def explained(ipg: Ipg[Decimal]) -> Explained:
    """The IPG with all its steps: women's, men's, then the ratio."""
    return Explained(
        symbol="IPG",
        name=IPG_NAME,
        published=ipg.published,
        unrounded=ipg.unrounded,
        method_key=ipg.method_key,
        method_name=method_named(ipg.method_key).name,
        steps=(*_steps_of(ipg, Sex.FEMALE), *_steps_of(ipg, Sex.MALE), _ratio_step(ipg)),
    )


def _steps_of(ipg: Ipg[Decimal], sex: Sex) -> Iterator[Step]:
    found = ipg.women if sex is Sex.FEMALE else ipg.men
    fixed = ipg.parameters
    yield _linear(ipg, sex, Component.LIFE_EXPECTANCY, fixed.life_expectancy(sex), found.health)
    yield _linear(
        ipg,
        sex,
        Component.EXPECTED_SCHOOLING,
        fixed.expected_schooling,
        found.expected_schooling,
    )
    yield _linear(ipg, sex, Component.MEAN_SCHOOLING, fixed.mean_schooling, found.mean_schooling)
    yield _education_step(ipg, sex)
    yield _logarithmic(ipg, sex, fixed.expenditure, found.expenditure)
    yield _ipm_step(ipg, sex)


def _linear(
    ipg: Ipg[Decimal], sex: Sex, component: Component, posts: Goalposts, index: Decimal
) -> Step:
    symbol = f"{SYMBOLS[component]}_{sex}"
    value = _figure(ipg, sex, component)
    return Step(
        symbol=f"I_{symbol}",
        name=_index_name(component, sex),
        template=f"({{{symbol}}} − {{min}}) / ({{max}} − {{min}})",
        terms=(_measured(symbol, component, sex, value), *_posts(posts)),
        value=index,
        note=_clip_note(value, posts),
    )


def _logarithmic(ipg: Ipg[Decimal], sex: Sex, posts: Goalposts, index: Decimal) -> Step:
    symbol = f"{SYMBOLS[Component.EXPENDITURE]}_{sex}"
    value = _figure(ipg, sex, Component.EXPENDITURE)
    return Step(
        symbol=f"I_{symbol}",
        name=_index_name(Component.EXPENDITURE, sex),
        template=f"ln({{{symbol}}} × 1000 / {{min}}) / ln({{max}} / {{min}})",
        terms=(_measured(symbol, Component.EXPENDITURE, sex, value), *_posts(posts)),
        value=index,
        note=_clip_note(value * 1000, posts),
    )


def _education_step(ipg: Ipg[Decimal], sex: Sex) -> Step:
    found = ipg.women if sex is Sex.FEMALE else ipg.men
    return Step(
        symbol=f"I_pendidikan_{sex}",
        name=Text("Indeks pendidikan {sex}", "Education index, {sex}").filled(sex=sex.label),
        template=f"({{I_HLS_{sex}}} + {{I_RLS_{sex}}}) / 2",
        terms=(
            Term(
                f"I_HLS_{sex}",
                _index_name(Component.EXPECTED_SCHOOLING, sex),
                found.expected_schooling,
            ),
            Term(f"I_RLS_{sex}", _index_name(Component.MEAN_SCHOOLING, sex), found.mean_schooling),
        ),
        value=found.education,
    )


def _ipm_step(ipg: Ipg[Decimal], sex: Sex) -> Step:
    is_female = sex is Sex.FEMALE
    found = ipg.women if is_female else ipg.men
    return Step(
        symbol=f"IPM_{sex}",
        name=_ipm_name(sex),
        template=f"100 × ({{I_UHH_{sex}}} × {{I_pendidikan_{sex}}} × {{I_PPD_{sex}}})^(1/3)",
        terms=(
            Term(f"I_UHH_{sex}", _index_name(Component.LIFE_EXPECTANCY, sex), found.health),
            Term(
                f"I_pendidikan_{sex}", Text("Indeks pendidikan", "Education index"), found.education
            ),
            Term(f"I_PPD_{sex}", _index_name(Component.EXPENDITURE, sex), found.expenditure),
        ),
        value=found.ipm,
        published=ipg.ipm_of_women if is_female else ipg.ipm_of_men,
    )


def _ratio_step(ipg: Ipg[Decimal]) -> Step:
    rule = ipg.parameters.rounds_components_first
    rounds_first = bool(rule.value)
    women = ipg.ipm_of_women if rounds_first else ipg.women.ipm
    men = ipg.ipm_of_men if rounds_first else ipg.men.ipm
    return Step(
        symbol="IPG",
        name=IPG_NAME,
        template="100 × {IPM_P} / {IPM_L}",
        terms=(
            Term("IPM_P", _ipm_name(Sex.FEMALE), women),
            Term("IPM_L", _ipm_name(Sex.MALE), men),
        ),
        value=ipg.unrounded,
        published=ipg.published,
        note=ROUNDED_FIRST if rounds_first else NOT_ROUNDED_FIRST,
        rules=(rule, ipg.parameters.published_decimals),
    )


ROUNDED_FIRST = Text(
    "dihitung dari kedua IPM yang sudah dibulatkan seperti yang diterbitkan",
    "computed from the two IPM rounded as published",
)
NOT_ROUNDED_FIRST = Text(
    "dihitung dari kedua IPM yang belum dibulatkan; angka terbitan BPS dapat berbeda sampai 0,03",
    "computed from the two IPM before rounding; BPS's published figure may differ by up to 0.03",
)


def _figure(ipg: Ipg[Decimal], sex: Sex, component: Component) -> Decimal:
    return (ipg.inputs.women if sex is Sex.FEMALE else ipg.inputs.men).of(component)


def _measured(symbol: str, component: Component, sex: Sex, value: Decimal) -> Term:
    name = Text("{component} {sex}", "{component}, {sex}")
    return Term(
        symbol, name.filled(component=component.label, sex=sex.label), value, component.unit
    )


def _posts(posts: Goalposts) -> tuple[Term, Term]:
    low, high = posts.minimum, posts.maximum
    return (
        Term("min", Text("batas bawah", "lower goalpost"), low.value, parameter=low),
        Term("max", Text("batas atas", "upper goalpost"), high.value, parameter=high),
    )


def _clip_note(value: Decimal, posts: Goalposts) -> Text | None:
    if value > posts.maximum.value:
        return Text(
            "di atas batas atas, dihitung sebagai 1", "above the upper goalpost, taken as 1"
        )
    if value < posts.minimum.value:
        return Text(
            "di bawah batas bawah, dihitung sebagai 0", "below the lower goalpost, taken as 0"
        )
    return None


def _index_name(component: Component, sex: Sex) -> Text:
    name = Text("Indeks {component} {sex}", "Index of {component}, {sex}")
    return name.filled(component=INDEX_OF[component], sex=sex.label)


def _ipm_name(sex: Sex) -> Text:
    return Text("IPM {sex}", "Human development index (IPM) of {sex}").filled(sex=sex.label)


INDEX_OF = {
    Component.LIFE_EXPECTANCY: Text("umur harapan hidup", "life expectancy"),
    Component.EXPECTED_SCHOOLING: Text("harapan lama sekolah", "expected years of schooling"),
    Component.MEAN_SCHOOLING: Text("rata-rata lama sekolah", "mean years of schooling"),
    Component.EXPENDITURE: Text("pengeluaran", "expenditure"),
}
