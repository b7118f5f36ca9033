"""What the register of data elements takes: cards that hold together, changes that keep meaning."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from setara.domain.foundation.verdict import ALLOWED, Verdict, first_refusal, refused
from setara.domain.language.text import Text
from setara.domain.statistics.dimension import dimensions
from setara.domain.statistics.element import Element, Measure

_CODE = re.compile(r"[A-Z0-9][A-Z0-9.]*(-[A-Z0-9.]+)*")
_CATEGORY = re.compile(r"[a-z0-9+][a-z0-9+_-]{0,59}")
# What may change without the figures meaning something else.
_ADMINISTRATIVE = ("frequency", "confidentiality", "is_reconciled", "by_subdistrict", "dimensions")


def may_register(element: Element, others: Mapping[str, Element]) -> Verdict:
    """Whether the card holds together; `others` are the register's elements by code."""
    return first_refusal(
        _has_code(element.code),
        _is_named(element.name, element.unit),
        _knows_its_dimensions(element),
        _has_sound_base(element, others),
        _has_sound_limits(element),
    )


def may_change(before: Element, after: Element, *, has_figures: bool) -> Verdict:
    """Once there are figures, what they measure stays: another measure is another element."""
    if after.code != before.code:
        return refused("Kode elemen tidak dapat diganti.", "An element's code cannot change.")
    meant = (before.measure, before.only_sex)
    if has_figures and (after.measure, after.only_sex) != meant:
        return refused(
            "Elemen {code} sudah memiliki angka; ukuran dan jenis kelaminnya tidak dapat diganti. "
            "Buat elemen baru.",
            "Element {code} has figures already; its measure and sex cannot change. "
            "Make a new element.",
            code=before.code,
        )
    return ALLOWED


def may_be_reconciled(element: Element) -> Verdict:
    """A card is reconciled once; a change of its meaning opens it again."""
    if element.is_reconciled:
        return refused(
            "Kartu {code} sudah dicocokkan.",
            "The card of {code} has been reconciled already.",
            code=element.code,
        )
    return ALLOWED


def may_reconcile(element: Element, basis: str) -> Verdict:
    """Whoever says a card agrees with the producer's names what it was compared with."""
    if basis.strip():
        return may_be_reconciled(element)
    return refused(
        "Sebutkan dicocokkan dengan apa: kartu metadata produsen, SIGA, atau peraturannya.",
        "Say what it was compared with: the producer's card, SIGA or a regulation.",
    )


def changes_meaning(before: Element, after: Element) -> bool:
    """Whether a change touches what was reconciled, so that it must be compared anew."""
    kept = {name: getattr(before, name) for name in _ADMINISTRATIVE}
    return replace(after, **kept) != before


def may_name_category(dimension: str, code: str, name: Text) -> Verdict:
    """A government adds categories to open dimensions only, under codes nobody ships."""
    known = dimensions().get(dimension)
    if known is None or not known.is_open:
        return refused(
            "Rincian ini tidak menerima kategori sendiri.",
            "This breakdown takes no categories of one's own.",
        )
    if not _CATEGORY.fullmatch(code):
        return refused(
            "Kode kategori “{code}” tidak sah: pakai huruf kecil, angka, tanda hubung, atau plus.",
            "The category code “{code}” is not valid: use lower case, digits, hyphen or plus.",
            code=code,
        )
    if known.category(code) is not None:
        return refused("Kategori {code} sudah ada.", "Category {code} exists already.", code=code)
    return _is_named(name)


def _has_code(code: str) -> Verdict:
    if _CODE.fullmatch(code):
        return ALLOWED
    return refused(
        "Kode elemen “{code}” tidak sah: pakai huruf besar, angka, titik, dan tanda hubung.",
        "The element code “{code}” is not valid: use capitals, digits, dots and hyphens.",
        code=code,
    )


def _is_named(*names: Text) -> Verdict:
    if all(name.id.strip() and name.en.strip() for name in names):
        return ALLOWED
    return refused(
        "Nama dan satuan diisi dalam bahasa Indonesia dan Inggris.",
        "Name and unit are given in Indonesian and English.",
    )


def _knows_its_dimensions(element: Element) -> Verdict:
    unknown = [code for code in element.dimensions if code not in dimensions()]
    if not unknown and len(set(element.dimensions)) == len(element.dimensions):
        return ALLOWED
    return refused(
        "Rincian tidak dikenal atau disebut dua kali: {codes}.",
        "A breakdown is unknown or named twice: {codes}.",
        codes=", ".join(unknown or element.dimensions),
    )


def _has_sound_base(element: Element, others: Mapping[str, Element]) -> Verdict:
    line, at = {element.code}, element.population_base
    while at:
        base = others.get(at)
        if base is None or at in line or base.measure is not Measure.COUNT:
            return refused(
                "Basis penduduk {base} tidak dapat dipakai: harus elemen lain berupa jumlah.",
                "The population base {base} cannot be used: it must be another element, a count.",
                base=at,
            )
        line.add(at)
        at = base.population_base
    return ALLOWED


def _has_sound_limits(element: Element) -> Verdict:
    ages, ends = (element.from_age, element.below_age), (element.range.least, element.range.most)
    for low, high in (ages, ends):
        if low is not None and high is not None and low >= high:
            return refused(
                "Batas bawah {low} harus lebih kecil daripada batas atas {high}.",
                "The lower bound {low} must be below the upper bound {high}.",
                low=low,
                high=high,
            )
    return ALLOWED
