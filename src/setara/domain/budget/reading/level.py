"""The levels of a budget, from the urusan down to a single priced item."""

from __future__ import annotations

from enum import StrEnum

from setara.domain.language.text import Text


class Level(StrEnum):
    """What a line of a budget is the money of.

    The names of the nomenclature are those of Permendagri 90/2019, those of the accounts of
    Permendagri 77/2020; Permendagri 13/2006 has the same account levels down to rincian objek and
    no sub kegiatan.
    """

    AFFAIR = "urusan"
    FIELD = "bidang_urusan"
    AGENCY = "skpd"
    PROGRAM = "program"
    ACTIVITY = "kegiatan"
    SUB_ACTIVITY = "sub_kegiatan"
    NO_ACTIVITY = "non_kegiatan"
    ACCOUNT = "akun"
    ACCOUNT_GROUP = "kelompok"
    ACCOUNT_KIND = "jenis"
    ACCOUNT_OBJECT = "objek"
    ACCOUNT_DETAIL = "rincian_objek"
    ACCOUNT_SUB_DETAIL = "sub_rincian_objek"
    ITEM_GROUP = "kelompok_rincian"
    ITEM = "rincian"
    TOTAL = "jumlah"

    @property
    def label(self) -> Text:
        """The Indonesian word is the law's; the English one only explains it."""
        return LABELS[self]


LABELS = {
    Level.AFFAIR: Text("urusan", "affair"),
    Level.FIELD: Text("bidang urusan", "field of affairs"),
    Level.AGENCY: Text("perangkat daerah", "agency"),
    Level.PROGRAM: Text("program", "programme"),
    Level.ACTIVITY: Text("kegiatan", "activity"),
    Level.SUB_ACTIVITY: Text("sub kegiatan", "sub-activity"),
    Level.NO_ACTIVITY: Text("non kegiatan", "outside activities"),
    Level.ACCOUNT: Text("akun", "account"),
    Level.ACCOUNT_GROUP: Text("kelompok akun", "account group"),
    Level.ACCOUNT_KIND: Text("jenis akun", "account kind"),
    Level.ACCOUNT_OBJECT: Text("objek", "account object"),
    Level.ACCOUNT_DETAIL: Text("rincian objek", "account detail"),
    Level.ACCOUNT_SUB_DETAIL: Text("sub rincian objek", "account sub-detail"),
    Level.ITEM_GROUP: Text("kelompok rincian", "group of items"),
    Level.ITEM: Text("rincian", "item"),
    Level.TOTAL: Text("jumlah", "total"),
}

ACTIVITY_LEVELS = (
    Level.AFFAIR,
    Level.FIELD,
    Level.PROGRAM,
    Level.ACTIVITY,
    Level.SUB_ACTIVITY,
)
ACCOUNT_LEVELS = (
    Level.ACCOUNT,
    Level.ACCOUNT_GROUP,
    Level.ACCOUNT_KIND,
    Level.ACCOUNT_OBJECT,
    Level.ACCOUNT_DETAIL,
    Level.ACCOUNT_SUB_DETAIL,
)


def account_level(account: str) -> Level:
    """The level of an account by the number of its parts: `5` akun, `5.1.02` jenis."""
    return ACCOUNT_LEVELS[min(account.count("."), len(ACCOUNT_LEVELS) - 1)]
