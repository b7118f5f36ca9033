"""The words of the fiscal data package: its columns, its model, and the paper beside it.

After Fiscal Data Package 0.3 (`model`, which OpenSpending reads) and the column types of its
successor 1.0 with the budget taxonomy. Neither knows gender: those columns are our extension.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from setara.domain.budget.phase import BudgetPhase, Stage
from setara.domain.language.text import Language, Text
from setara.formats.data_package import Field


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `kind` is its column type in the budget taxonomy, empty where it has none."""

    name: str
    type: str
    says: Text
    kind: str = ""

    def field(self, language: Language) -> Field:
        """As the package describes it."""
        return Field(self.name, self.type, self.says.say(language))


_LEVEL = "functional-classification:generic:level{}:{}"
_STRING, _INTEGER, _NUMBER, _BOOLEAN = "string", "integer", "number", "boolean"
_AGENCY = "administrative-classification:generic:{}"
BUDGET_FIELDS = (
    Column("line", _INTEGER, Text("nomor baris", "number of the line")),
    Column("year", _INTEGER, Text("tahun anggaran", "fiscal year"), "date:fiscal-year"),
    Column("phase", _STRING, Text("tahap (RKA, DPA, …)", "phase (RKA, DPA, …)"), "phase:id"),
    Column("sequence", _INTEGER, Text("pergeseran atau bulan", "shift, or month")),
    Column("agency_code", _STRING, Text("kode SKPD", "agency code"), _AGENCY.format("code")),
    Column("agency_name", _STRING, Text("nama SKPD", "agency"), _AGENCY.format("label")),
    Column("affair_code", _STRING, Text("kode urusan", "code of affair"), _LEVEL.format(1, "code")),
    Column("affair_name", _STRING, Text("urusan", "affair"), _LEVEL.format(1, "label")),
    Column(
        "field_code", _STRING, Text("kode bidang urusan", "code of field"), _LEVEL.format(2, "code")
    ),
    Column(
        "field_name", _STRING, Text("bidang urusan", "field of affairs"), _LEVEL.format(2, "label")
    ),
    Column(
        "program_code",
        _STRING,
        Text("kode program", "program code"),
        "activity:generic:program:code",
    ),
    Column("program_name", _STRING, Text("program", "program"), "activity:generic:program:label"),
    Column(
        "activity_code",
        _STRING,
        Text("kode kegiatan", "activity code"),
        "activity:generic:subprogram:code",
    ),
    Column(
        "activity_name", _STRING, Text("kegiatan", "activity"), "activity:generic:subprogram:label"
    ),
    Column(
        "sub_activity_code",
        _STRING,
        Text("kode sub kegiatan", "sub-activity code"),
        "activity:generic:project:code",
    ),
    Column(
        "sub_activity_name",
        _STRING,
        Text("sub kegiatan", "sub-activity"),
        "activity:generic:project:label",
    ),
    Column(
        "account_code",
        _STRING,
        Text("kode rekening", "account code"),
        "economic-classification:generic:code",
    ),
    Column(
        "account_name",
        _STRING,
        Text("rekening", "account"),
        "economic-classification:generic:label",
    ),
    Column("description", _STRING, Text("uraian", "description")),
    Column("fund", _STRING, Text("sumber dana", "source of funds"), "fin-source:generic:code"),
    Column("location", _STRING, Text("lokasi", "location"), "geo:target:title"),
    Column(
        "before",
        _NUMBER,
        Text("pagu sebelum perubahan, rupiah", "budget before the change, rupiah"),
        "value",
    ),
    Column("amount", _NUMBER, Text("pagu, rupiah", "budget, rupiah"), "value"),
    Column("realised", _NUMBER, Text("realisasi, rupiah", "realised, rupiah"), "value"),
    Column(
        "direction",
        _STRING,
        Text("arah uang: revenue atau expenditure", "way of the money: revenue or expenditure"),
        "direction",
    ),
)
GENDER_FIELDS = (
    Column("year", _INTEGER, Text("tahun anggaran", "fiscal year")),
    Column("agency_code", _STRING, Text("kode SKPD", "agency code")),
    Column("sub_activity_code", _STRING, Text("kode sub kegiatan", "sub-activity code")),
    Column("sub_activity_name", _STRING, Text("sub kegiatan", "sub-activity")),
    Column(
        "amount", _NUMBER, Text("pagu sub kegiatan, rupiah", "budget of the sub-activity, rupiah")
    ),
    Column(
        "realised",
        _NUMBER,
        Text("realisasi sub kegiatan, rupiah", "realised of the sub-activity, rupiah"),
    ),
    Column("arg_category", _STRING, Text("kategori ARG: 1, 2, atau 3", "ARG category: 1, 2 or 3")),
    Column("grade_percent", _INTEGER, Text("derajat responsif, persen", "grade, percent")),
    Column(
        "scope", _STRING, Text("cakupan: whole, weighted, lines", "scope: whole, weighted, lines")
    ),
    Column("weight_percent", _NUMBER, Text("bobot bagian, persen", "weight of the part, percent")),
    Column("tagged_amount", _NUMBER, Text("pagu yang ditandai, rupiah", "tagged budget, rupiah")),
    Column(
        "weighted_amount",
        _NUMBER,
        Text("pagu × derajat, rupiah", "tagged budget times grade, rupiah"),
    ),
    Column(
        "target_sex", _STRING, Text("jenis kelamin sasaran (kategori 1)", "target sex (category 1)")
    ),
    Column("approved_gbs", _BOOLEAN, Text("GBS disetujui", "GBS approved")),
    Column("pathway_id", _INTEGER, Text("nomor GAP", "number of the GAP")),
    Column(
        "disparity_element",
        _STRING,
        Text("kode data kesenjangan", "code of the disparity's data element"),
    ),
    Column(
        "disparity_place", _STRING, Text("kode wilayah kesenjangan", "place code of the disparity")
    ),
)
BENEFICIARY_FIELDS = (
    Column("year", _INTEGER, Text("tahun anggaran", "fiscal year")),
    Column("agency_code", _STRING, Text("kode SKPD", "agency code")),
    Column("sub_activity_code", _STRING, Text("kode sub kegiatan", "sub-activity code")),
    Column("stage", _STRING, Text("rencana atau capaian", "planned or reached")),
    Column(
        "month",
        _INTEGER,
        Text("sampai bulan (0: rencana setahun)", "up to month (0: plan of the year)"),
    ),
    Column("unit", _STRING, Text("satuan", "unit")),
    Column("women", _INTEGER, Text("perempuan", "women")),
    Column("women_nothing", _STRING, Text("mengapa kosong", "why it is empty")),
    Column("men", _INTEGER, Text("laki-laki", "men")),
    Column("men_nothing", _STRING, Text("mengapa kosong", "why it is empty")),
    Column("certainty", _STRING, Text("cara menghitung", "how it was counted")),
    Column("document", _STRING, Text("sumber", "source")),
)
BUDGET = Text("Baris anggaran terendah", "The lowest lines of the budget")
GENDER = Text(
    "Anggaran responsif gender per sub kegiatan", "Gender-responsive budget by sub-activity"
)
BENEFICIARIES = Text(
    "Penerima manfaat menurut jenis kelamin", "Beneficiaries by sex, as they were recorded"
)
TITLE = Text("Anggaran {stage} {year} {who}", "Budget of {who}, {stage} {year}")
DESCRIPTION = Text(
    "Paket data fiskal dengan perluasan gender; baca README.md. Lisensi belum dinyatakan.",
    "A fiscal data package with a gender extension; read README.md. No licence has been stated.",
)
SAMPLE = Text(
    "DATA CONTOH, jangan dikutip sebagai data resmi.", "SAMPLE DATA, do not quote as official."
)
_PHASES = {
    BudgetPhase.RKPD: "proposed",
    BudgetPhase.KUA_PPAS: "proposed",
    BudgetPhase.RKA: "proposed",
    BudgetPhase.DPA: "approved",
    BudgetPhase.RKA_REVISED: "adjusted",
    BudgetPhase.DPPA: "adjusted",
    BudgetPhase.REALISATION: "executed",
}
_CODED = (
    ("administrative", "agency", "classification", "administrative"),
    ("affair", "affair", "classification", "functional"),
    ("affair-field", "field", "classification", "functional"),
    ("program", "program", "activity", ""),
    ("activity", "activity", "activity", ""),
    ("sub-activity", "sub_activity", "activity", ""),
    ("economic", "account", "classification", "economic"),
)


def model(stage: Stage) -> dict[str, Any]:
    """How columns become measures and dimensions, after Fiscal Data Package 0.3."""
    phases = {"amount": _PHASES[stage.phase], "before": "approved", "realised": "executed"}
    dimensions = {name: _coded(stem, kind, classified) for name, stem, kind, classified in _CODED}
    dimensions["date"] = _simple("year", "datetime")
    dimensions["phase"] = _simple("phase", "fact")
    dimensions["fund"] = _simple("fund", "classification")
    dimensions["location"] = _simple("location", "location")
    dimensions["line"] = _simple("line", "fact")
    dimensions["direction"] = _simple("direction", "fact")
    return {
        "measures": {
            name: {
                "source": name,
                "resource": "budget",
                "currency": "IDR",
                "phase": phase,
            }
            for name, phase in phases.items()
        },
        "dimensions": dimensions,
    }


def _simple(source: str, kind: str) -> dict[str, Any]:
    return {
        "dimensionType": kind,
        "primaryKey": [source],
        "attributes": {source: {"source": source, "resource": "budget"}},
    }


def _coded(stem: str, kind: str, classified: str) -> dict[str, Any]:
    code, name = f"{stem}_code", f"{stem}_name"
    found: dict[str, Any] = {
        "dimensionType": kind,
        "primaryKey": [code],
        "attributes": {
            code: {"source": code, "resource": "budget"},
            name: {"source": name, "resource": "budget", "labelfor": code},
        },
    }
    return found | ({"classificationType": classified} if classified else {})


def direction(account: str) -> str:
    """Whether money comes in or goes out; a line without an account is spending."""
    return "revenue" if account.startswith(("4", "6.1")) else "expenditure"


def column_types(columns: Iterable[Column]) -> dict[str, str]:
    """The column types of the budget taxonomy by column."""
    return {each.name: each.kind for each in columns if each.kind}


def readme(*, is_sample: bool) -> str:
    """What the package is and what each column means, in both languages."""
    parts = []
    for language in (Language.INDONESIAN, Language.ENGLISH):
        parts.append(f"# {_HEAD.say(language)}\n\n{_ABOUT.say(language)}")
        if is_sample:
            parts.append(f"**{SAMPLE.say(language)}**")
        for name, words, columns in (
            ("budget", BUDGET, BUDGET_FIELDS),
            ("gender", GENDER, GENDER_FIELDS),
            ("beneficiaries", BENEFICIARIES, BENEFICIARY_FIELDS),
        ):
            listed = "\n".join(f"- `{each.name}`: {each.says.say(language)}" for each in columns)
            parts.append(f"## data/{name}.csv: {words.say(language)}\n\n{listed}")
    return "\n\n".join(parts) + "\n"


_HEAD = Text("Paket data fiskal dengan perluasan gender", "A fiscal data package with gender")
_ABOUT = Text(
    "`datapackage.json` mengikuti Fiscal Data Package 0.3 (`model`) dan jenis kolom taksonomi "
    "anggaran versi 1.0 (`columnTypes`). Mata uang rupiah (IDR). Setiap berkas disertai ukuran dan "
    "SHA-256-nya. Kolom uang pada `budget.csv` dapat dijumlahkan; kolom kosong berarti tidak ada "
    "pada berkas asal, bukan nol. `before` adalah pagu sebelum perubahan. Apostrof di depan =, +, "
    "-, @ menjaga agar lembar kerja tidak menjalankan teks sebagai rumus.\n\n"
    "`gender.csv` dan `beneficiaries.csv` adalah perluasan Setara, bukan bagian spesifikasi itu. "
    "`approved_gbs` berarti GBS sub kegiatan itu disetujui pada tahun tersebut; `weighted_amount` "
    "adalah pagu yang ditandai dikali derajatnya. Pada cakupan `lines` jumlahnya adalah "
    "rincian yang ditandai; kosong bila rinciannya tidak lagi tersimpan. Jangan menjumlahkan "
    "keduanya. "
    "Jumlah penerima yang kecil, dan yang dapat mengungkapnya, kosong dengan keterangan "
    "`hidden`.\n\n"
    "Jenis kolom diperiksa pada Budget Standard Taxonomy 1.0rc1 (22 April 2018) dari Fiscal Data "
    "Package. Taksonomi itu hanya mengenal dua arah uang: rekening 4 dan 6.1 (penerimaan "
    "pembiayaan) ditulis `revenue`, selebihnya `expenditure`; kode rekening membedakannya. "
    "Paket ini belum dicoba dimuat ke OpenSpending.\n\n"
    "Lisensi: belum dinyatakan oleh pemerintah daerah. Tanyakan sebelum menyebarkan.",
    "`datapackage.json` follows Fiscal Data Package 0.3 (`model`) and the column types of the "
    "budget taxonomy of version 1.0 (`columnTypes`). The currency is rupiah (IDR). Each file comes "
    "with its size and SHA-256. The columns of money in `budget.csv` can be added up; an empty "
    "cell was not in the source, it is no zero. `before` is the budget before the change. An "
    "apostrophe before =, +, -, @ keeps a spreadsheet from running a text as a formula.\n\n"
    "`gender.csv` and `beneficiaries.csv` are Setara's extension, no part of that specification. "
    "`approved_gbs` means that the GBS of the sub-activity was approved in that year; "
    "`weighted_amount` is the tagged budget times its grade. In scope `lines` they are the money "
    "of the tagged lines, empty where the lines are no longer kept. Do not add the two up. "
    "Small counts of beneficiaries, and those that would give them away, are empty and said to be "
    "`hidden`.\n\n"
    "The column types were checked against the Budget Standard Taxonomy 1.0rc1 (22 April 2018) of "
    "the Fiscal Data Package. It knows two ways of money only: accounts 4 and 6.1 (receipts of "
    "financing) are told as `revenue`, all others as `expenditure`; the account code tells them "
    "apart. Loading the package into OpenSpending has not been tried.\n\n"
    "Licence: the government has not stated one. Ask before passing the data on.",
)
