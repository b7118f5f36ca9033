"""The families of budget files, told by their headings and codes, never by the file's name."""

from __future__ import annotations

from enum import StrEnum

from setara.domain.budget.reading.heading import Heading
from setara.domain.budget.reading.roles import MONTHS, Role
from setara.domain.language.text import Text


class Family(StrEnum):
    """Where a file of this shape comes from."""

    SIPD_ITEMS = "sipd_items"
    SIPD_CASH_PLAN = "sipd_cash_plan"
    SIPD_API_ACTIVITIES = "sipd_api_activities"
    SIPD_API_ITEMS = "sipd_api_items"
    PRINTED_DETAIL = "printed_detail"
    PRINTED_RECAP = "printed_recap"
    CODED_BOOK = "coded_book"
    OLD_BOOK = "old_book"
    OLD_BOOK_CHANGED = "old_book_changed"
    SIMPLE = "simple"
    SETARA = "setara"

    @property
    def label(self) -> Text:
        """What people call it."""
        return _LABELS[self]


_LABELS = {
    Family.SIPD_ITEMS: Text(
        "ekspor SIPD-RI rincian belanja", "SIPD-RI export of expenditure details"
    ),
    Family.SIPD_CASH_PLAN: Text(
        "ekspor SIPD RAK belanja per bulan", "SIPD export of the monthly cash plan (RAK)"
    ),
    Family.SIPD_API_ACTIVITIES: Text(
        "data SIPD per sub kegiatan (nama kolom API)", "SIPD data by sub-activity (API names)"
    ),
    Family.SIPD_API_ITEMS: Text(
        "data SIPD rincian RKA (nama kolom API)", "SIPD data of RKA items (API names)"
    ),
    Family.PRINTED_DETAIL: Text("cetak rincian RKA/DPA", "printed RKA/DPA detail"),
    Family.PRINTED_RECAP: Text("cetak rekap belanja RKA/DPA", "printed RKA/DPA recapitulation"),
    Family.CODED_BOOK: Text(
        "buku anggaran berkode nomenklatur sekarang", "budget book with today's codes"
    ),
    Family.OLD_BOOK: Text(
        "penjabaran APBD model lama (Permendagri 13/2006)",
        "budget book of the old model (Permendagri 13/2006)",
    ),
    Family.OLD_BOOK_CHANGED: Text(
        "penjabaran perubahan APBD model lama (Permendagri 13/2006)",
        "changed budget book of the old model (Permendagri 13/2006)",
    ),
    Family.SIMPLE: Text("tabel sub kegiatan dan pagu", "table of sub-activities and amounts"),
    Family.SETARA: Text("ekspor versi anggaran dari Setara", "budget version exported by Setara"),
}


def flat_family(heading: Heading) -> Family:
    """The family of a table in which each row names its whole way down."""
    words = {each.heading.lower().replace("_", " ") for each in heading.columns}
    if heading.has(MONTHS[0]):
        return Family.SIPD_CASH_PLAN
    if heading.has(Role.KEY) and not heading.has(Role.SUB_CODE):
        return Family.SIPD_API_ITEMS
    if any("giat" in each.split() for each in words):
        return Family.SIPD_API_ACTIVITIES
    if heading.has(Role.ITEM_CODE) or heading.has(Role.SUB_CODE, Role.ACCOUNT_CODE):
        return Family.SIPD_ITEMS
    return Family.SIMPLE


def tree_family(heading: Heading, *, is_old: bool) -> Family:
    """The family of a book with a row for every level."""
    if is_old:
        changed = heading.has(Role.BEFORE) and (heading.has(Role.AFTER) or heading.has(Role.AMOUNT))
        return Family.OLD_BOOK_CHANGED if changed else Family.OLD_BOOK
    if heading.has(Role.VOLUME) or heading.has(Role.PRICE):
        return Family.PRINTED_DETAIL
    has_years = heading.has(Role.LAST_YEAR) or heading.has(Role.NEXT_YEAR)
    is_split = len(heading.code_places) > 1
    return Family.PRINTED_RECAP if has_years or is_split else Family.CODED_BOOK
