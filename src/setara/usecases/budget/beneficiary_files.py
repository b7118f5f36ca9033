"""The beneficiaries of a book as a table to take along: whole, or safe to publish."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from setara.domain.budget.beneficiaries.guard import CountKey, hidden_counts
from setara.domain.budget.beneficiaries.headcount import Headcount
from setara.domain.budget.beneficiaries.need_reading import RATIO_PLACES
from setara.domain.budget.beneficiaries.progress import up_to
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.sex import Sex
from setara.domain.foundation.verdict import require
from setara.domain.language.text import Language, Text
from setara.domain.statistics.amount import rounded
from setara.domain.statistics.observation import Nothing
from setara.domain.statistics.release import CellState
from setara.domain.statistics.suppression import may_show_derived
from setara.formats.csv_text import csv_of
from setara.formats.xlsx import xlsx
from setara.store.models import BudgetVersionRecord
from setara.usecases.budget.beneficiary_queries import (
    BeneficiaryFilter,
    BeneficiaryRow,
    all_rows,
    in_order,
)
from setara.usecases.budget.queries import VERSION
from setara.usecases.budget.tag_answers import book_of
from setara.usecases.budget.tag_queries import agencies_of
from setara.usecases.foundation.access import one
from setara.usecases.statistics.releases import limits_of

HEADS = (
    Text("Perangkat daerah", "Agency"),
    Text("Kode sub kegiatan", "Sub-activity code"),
    Text("Sub kegiatan", "Sub-activity"),
    Text("Tahap", "Stage"),
    Text("Sampai dengan", "Up to"),
    Text("Satuan", "Unit"),
    Text("Perempuan", "Women"),
    Text("Laki-laki", "Men"),
    Text("Jumlah", "Total"),
    Text("Jenis angka", "Kind of figure"),
    Text("Uang (rupiah)", "Money (rupiah)"),
    Text("Biaya per penerima (rupiah)", "Cost per beneficiary (rupiah)"),
    Text("Perempuan di antara penerima (%)", "Women among beneficiaries (%)"),
    Text("Yang membutuhkan", "Those in need"),
    Text("Perempuan di antara yang membutuhkan (%)", "Women among those in need (%)"),
    Text("Rasio", "Ratio"),
    Text("Penilaian", "Judged"),
    Text("Dokumen sumber", "Source document"),
)
TITLE = Text("Penerima manfaat, {stage} {year}", "Beneficiaries, {stage} {year}")
SAMPLE = Text("DATA CONTOH, bukan data resmi.", "SAMPLE DATA, not official.")
HIDING = Text(
    "{symbol} = {label}. Jumlah di bawah {least} dan yang dapat mengungkapnya disembunyikan.",
    "{symbol} = {label}. Counts below {least}, and those that would give them away, are hidden.",
)
UNITS = Text(
    "Orang, KK, dan kelompok tidak dijumlahkan. Penerima dua sub kegiatan terhitung dua kali.",
    "Persons, households and groups are not added. Who is in two sub-activities is counted twice.",
)


class TableKind(StrEnum):
    """The kinds of file there are."""

    CSV = "csv"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True)
class TableFile:
    """A file to be handed out under its name."""

    name: str
    content: bytes


def beneficiary_table(
    *,
    by: Actor,
    version_id: int,
    today: date,
    only: BeneficiaryFilter,
    kind: TableKind,
    language: Language,
    to_publish: bool,
) -> TableFile:
    """All rows that are asked for as a table; with small counts hidden where it is to publish.

    Raises NotFound. Cost: twelve queries.
    """
    require(by.may(Permission.READ_RECORDS))
    version = one(by, BudgetVersionRecord.objects.all(), version_id, what=VERSION)
    rows = in_order(all_rows(version, dict(agencies_of(version, today)), only.stage), only)
    known = [row for row in rows if row.reach is not None]
    counts = [row.reach.count for row in known if row.reach is not None]
    least = limits_of(by, today).general
    hidden = hidden_counts(counts, least=least) if to_publish else frozenset[CountKey]()
    table = [
        [head.say(language) for head in HEADS],
        *(_row(row, place, hidden, language) for place, row in enumerate(known)),
    ]
    book = book_of(version)
    title = TITLE.filled(stage=book.stage.name, year=str(book.year)).say(language)
    notes = [
        title,
        *_notes(language, is_sample=book.is_sample, least=least if to_publish else None),
    ]
    name = f"penerima-{book.year}-{version.pk}{'-terbit' if to_publish else ''}.{kind.value}"
    if kind is TableKind.CSV:
        return TableFile(name, csv_of([*table, [], *([note] for note in notes)]))
    return TableFile(name, xlsx("Penerima", notes, table))


def _notes(language: Language, *, is_sample: bool, least: int | None) -> list[str]:
    notes = [UNITS.say(language)]
    if is_sample:
        notes.append(SAMPLE.say(language))
    if least is not None:
        hidden = CellState.HIDDEN
        notes.append(
            HIDING.filled(symbol=hidden.symbol, label=hidden.label, least=least).say(language)
        )
    return notes


def _row(
    row: BeneficiaryRow, place: int, hidden: frozenset[CountKey], language: Language
) -> Sequence[object]:
    reach, figure = row.reach, row.figure
    if reach is None or figure is None:
        return []
    cost, share, need, needed, ratio, judged = _derived(row, place, hidden, language)
    return [
        row.agency_name,
        row.code,
        row.name,
        reach.stage.label.say(language),
        up_to(figure.month).say(language),
        reach.unit.label.say(language),
        *_counts(reach.count, place, hidden),
        figure.certainty.label.say(language),
        None if reach.amount is None else reach.amount.amount,
        cost,
        share,
        need,
        needed,
        ratio,
        judged,
        figure.document,
    ]


def _counts(count: Headcount, place: int, hidden: frozenset[CountKey]) -> list[object]:
    mark = CellState.HIDDEN.symbol
    return [
        mark if (place, Sex.FEMALE) in hidden else _figure(count.women),
        mark if (place, Sex.MALE) in hidden else _figure(count.men),
        mark if (place, None) in hidden else _number(count.total),
    ]


def _derived(
    row: BeneficiaryRow, place: int, hidden: frozenset[CountKey], language: Language
) -> tuple[object, ...]:
    """Cost, share, need, share in need, ratio and judgement."""
    each = row.reach.each if row.reach else None
    cost = each.amount if isinstance(each, Rupiah) else None
    need, needed, ratio, judged = _comparison(row, language)
    found = (cost, row.share_of_women, need, needed, ratio, judged)
    if may_show_derived(((place, sex) for sex in (*Sex, None)), hidden):
        return found
    mark = CellState.HIDDEN.symbol
    cost_, share, ratio_, judged_ = (
        None if each is None else mark for each in (cost, row.share_of_women, ratio, judged)
    )
    return cost_, share, need, needed, ratio_, judged_


def _comparison(row: BeneficiaryRow, language: Language) -> list[object]:
    """The need, its share of women, the ratio, and how it is judged."""
    need = row.need
    if need is None:
        return [None, None, None, None]
    name = f"{need.element.name.say(language)}, {need.place_name}, {need.year}"
    if row.beside is None:
        return [name, None, None, None]
    ratio = row.beside.ratio
    return [
        name,
        row.beside.needed.percent(),
        rounded(ratio, RATIO_PLACES) if isinstance(ratio, Decimal) else None,
        row.beside.standing.label.say(language),
    ]


def _figure(value: object) -> object:
    return value.symbol if isinstance(value, Nothing) else _number(value)


def _number(value: object) -> object:
    return int(value) if isinstance(value, Decimal) else None
