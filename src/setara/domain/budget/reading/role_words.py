"""What the columns are called in our own sentences."""

from __future__ import annotations

from setara.domain.budget.reading.roles import MONTHS, Role
from setara.domain.language.text import Text

ROLES: dict[Role, Text] = {
    Role.YEAR: Text("tahun", "year"),
    Role.REGION: Text("daerah", "region"),
    Role.AFFAIR_CODE: Text("kode urusan", "code of affair"),
    Role.AFFAIR_NAME: Text("urusan", "affair"),
    Role.FIELD_CODE: Text("kode bidang urusan", "code of field of affairs"),
    Role.FIELD_NAME: Text("bidang urusan", "field of affairs"),
    Role.AGENCY_CODE: Text("kode perangkat daerah", "agency code"),
    Role.AGENCY_NAME: Text("perangkat daerah", "agency"),
    Role.UNIT_CODE: Text("kode unit", "unit code"),
    Role.UNIT_NAME: Text("unit", "unit"),
    Role.PROGRAM_CODE: Text("kode program", "program code"),
    Role.PROGRAM_NAME: Text("program", "program"),
    Role.ACTIVITY_CODE: Text("kode kegiatan", "activity code"),
    Role.ACTIVITY_NAME: Text("kegiatan", "activity"),
    Role.SUB_CODE: Text("kode sub kegiatan", "sub-activity code"),
    Role.SUB_NAME: Text("sub kegiatan", "sub-activity"),
    Role.FUND_CODE: Text("kode sumber dana", "code of source of funds"),
    Role.FUND_NAME: Text("sumber dana", "source of funds"),
    Role.ACCOUNT_CODE: Text("kode rekening", "account code"),
    Role.ACCOUNT_NAME: Text("rekening", "account"),
    Role.ITEM_CODE: Text("kode rincian", "item code"),
    Role.ITEM_NAME: Text("rincian", "item"),
    Role.KEY: Text("kunci sub kegiatan", "key of the sub-activity"),
    Role.CODE: Text("kode", "code"),
    Role.TEXT: Text("uraian", "description"),
    Role.AMOUNT: Text("pagu", "amount"),
    Role.BEFORE: Text("pagu sebelum perubahan", "amount before the change"),
    Role.AFTER: Text("pagu sesudah perubahan", "amount after the change"),
    Role.CHANGE: Text("bertambah/berkurang", "change"),
    Role.PERCENT: Text("persen", "percent"),
    Role.REALISED: Text("realisasi", "realised"),
    Role.CASH_PLAN: Text("jumlah RAK", "total of the cash plan"),
    Role.LAST_YEAR: Text("tahun lalu", "last year"),
    Role.NEXT_YEAR: Text("tahun depan", "next year"),
    Role.BY_KIND: Text("menurut jenis belanja", "by kind of expenditure"),
    Role.VOLUME: Text("volume", "volume"),
    Role.UNIT: Text("satuan", "unit of measure"),
    Role.PRICE: Text("harga satuan", "unit price"),
    Role.TAX: Text("pajak", "tax"),
    Role.NOTE: Text("keterangan", "remarks"),
    Role.LOCATION: Text("lokasi", "location"),
    Role.IGNORED: Text("tidak dipakai", "not used"),
    **{
        month: Text("RAK bulan {number}", "cash plan of month {number}").filled(number=number)
        for number, month in enumerate(MONTHS, start=1)
    },
}
