"""Places by the Kemendagri code, from the country down to the village."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from setara.domain.language.text import Text


class PlaceKind(StrEnum):
    """The levels of government, and of villages, that the code list knows."""

    COUNTRY = "country"
    PROVINCE = "province"
    REGENCY = "kabupaten"
    CITY = "kota"
    SUBDISTRICT = "kecamatan"
    WARD = "kelurahan"
    VILLAGE = "desa"

    @property
    def label(self) -> Text:
        """The Indonesian word is the law's; the English one only explains it."""
        return LABELS[self]


LABELS = {
    PlaceKind.COUNTRY: Text("negara", "country"),
    PlaceKind.PROVINCE: Text("provinsi", "province"),
    PlaceKind.REGENCY: Text("kabupaten", "regency"),
    PlaceKind.CITY: Text("kota", "city"),
    PlaceKind.SUBDISTRICT: Text("kecamatan", "sub-district"),
    PlaceKind.WARD: Text("kelurahan", "urban village"),
    PlaceKind.VILLAGE: Text("desa", "village"),
}

COUNTRY_CODE = "ID"

# Kepmendagri 300.2.2-2430/2025: 64, 64.01, 64.01.04, 64.01.04.1001.
_CODE = re.compile(r"\d{2}(\.\d{2}(\.\d{2}(\.[123]\d{3})?)?)?")


class BadPlaceCode(ValueError):
    """The text is not a Kemendagri place code."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.reason = Text(
            "“{code}” bukan kode wilayah Kemendagri. Contoh yang benar: 64.01 atau 64.01.04.1001.",
            "“{code}” is not a Kemendagri place code. Correct examples: 64.01 or 64.01.04.1001.",
        ).filled(code=code)


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the code list; `parent_code` is None for the country only."""

    code: str
    name: str
    kind: PlaceKind
    parent_code: str | None


def parent_of(code: str) -> str | None:
    """The code one level up: the country for a province, None for the country.

    Raises BadPlaceCode.
    """
    if code == COUNTRY_CODE:
        return None
    if not _CODE.fullmatch(code):
        raise BadPlaceCode(code)
    return code.rpartition(".")[0] or COUNTRY_CODE


def lies_in(code: str, ancestor: str) -> bool:
    """Whether `code` is `ancestor` or lies anywhere below it."""
    return ancestor in {COUNTRY_CODE, code} or code.startswith(f"{ancestor}.")
