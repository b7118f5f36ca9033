"""The form goes out, comes back, and is taken whole or refused with the reason."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import openpyxl
import pytest
from openpyxl import Workbook

from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Language
from setara.domain.statistics.observation import Nothing
from setara.store.models import (
    DataCallRecord,
    EventRecord,
    ObservationRecord,
    ReceivedFileRecord,
    SubmissionCellRecord,
    SubmissionRecord,
)
from setara.usecases.foundation.access import NotFound
from setara.usecases.statistics.submissions import hand_in
from setara.usecases.statistics.workbooks import WorkbookRefused, take_workbook, workbook_for
from tests.documents.workbooks import altered
from tests.makers import AT
from tests.people import Cast
from tests.usecases.statistics.rounds import MEN, WOMEN, Round, fill, make_round, verify

TODAY = date(2025, 6, 16)
SHEET, MEN_AT, WOMEN_AT, WHY_WOMEN, TOTAL_AT = "Seluruh wilayah", "D6", "G6", "H6", "J6"
Change = Callable[[Workbook], object]


@pytest.fixture
def round_(cast: Cast) -> Round:
    """An open call with one element of Sari's agency, and one of Budi's."""
    return make_round(cast)


def form_for(cast: Cast, round_: Round) -> bytes:
    return workbook_for(by=cast.sari, submission_id=round_.sari, today=TODAY).content


def edited(content: bytes, change: Change) -> bytes:
    """The file as another programme saves it after a change."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    change(book)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def typing(**cells: object) -> Change:
    def type_them(book: Workbook) -> None:
        for where, typed in cells.items():
            book[SHEET][where] = typed

    return type_them


def take(cast: Cast, round_: Round, content: bytes, name: str = "isian.xlsx") -> int | None:
    return take_workbook(by=cast.sari, at=AT, submission_id=round_.sari, name=name, content=content)


def kept(round_: Round) -> dict[str, object]:
    rows = SubmissionCellRecord.objects.filter(submission=round_.sari)
    return {row.sex: row.nothing or row.value for row in rows}


def nothing_was_kept(round_: Round) -> bool:
    return not kept(round_) and not ReceivedFileRecord.objects.exists()


def test_figures_come_in_with_file_cell_sender_and_time(cast: Cast, round_: Round) -> None:
    filled = edited(
        form_for(cast, round_), typing(**{MEN_AT: 3, WHY_WOMEN: "tidak ada yang dapat dihitung"})
    )

    assert take(cast, round_, filled) == 2
    assert kept(round_) == {"L": 3, "P": Nothing.NONE_EXISTS}
    cells = SubmissionCellRecord.objects.filter(submission=round_.sari).order_by("sex")
    assert [row.cell for row in cells] == [f"{SHEET}!D6", f"{SHEET}!H6"]
    file = SubmissionRecord.objects.get(pk=round_.sari).file
    assert file is not None
    assert (bytes(file.content), file.name) == (filled, "isian.xlsx")
    assert (file.received_from, file.received_at) == (cast.sari.name, AT)


def test_a_verified_figure_leads_back_to_the_cell_of_the_file(cast: Cast, round_: Round) -> None:
    take(cast, round_, edited(form_for(cast, round_), typing(**{MEN_AT: 3, WOMEN_AT: 96})))
    hand_in(by=cast.sari, at=AT, submission_id=round_.sari)
    verify(cast, round_.sari)

    found = ObservationRecord.objects.get(sex="P")
    assert (found.value, found.cell) == (Decimal(96), f"{SHEET}!G6")
    assert found.source.file is not None
    assert found.source.file.name == "isian.xlsx"


def test_the_form_goes_out_with_what_is_kept(cast: Cast, round_: Round) -> None:
    fill(cast.sari, round_.sari, {MEN: None, WOMEN: Nothing.REFUSED})
    sheet = openpyxl.load_workbook(io.BytesIO(form_for(cast, round_)))[SHEET]

    assert (sheet[MEN_AT].value, sheet[WHY_WOMEN].value) == (None, "ditolak diberikan")


def test_an_untouched_form_changes_nothing(cast: Cast, round_: Round) -> None:
    assert take(cast, round_, form_for(cast, round_)) == 0
    assert kept(round_) == {}


def test_the_same_file_twice_is_answered_and_done_once(cast: Cast, round_: Round) -> None:
    filled = edited(form_for(cast, round_), typing(**{MEN_AT: 3}))
    take(cast, round_, filled)
    version = SubmissionRecord.objects.get(pk=round_.sari).version

    assert take(cast, round_, filled, "salinan.xlsx") is None
    assert ReceivedFileRecord.objects.count() == 1
    assert SubmissionRecord.objects.get(pk=round_.sari).version == version
    assert EventRecord.objects.filter(name="statistics.workbook.taken").count() == 2


def test_a_wrong_cell_keeps_everything_out_and_comes_back_marked(cast: Cast, round_: Round) -> None:
    filled = edited(form_for(cast, round_), typing(**{MEN_AT: "banyak", WOMEN_AT: 96}))

    with pytest.raises(WorkbookRefused) as refusal:
        take(cast, round_, filled)
    assert nothing_was_kept(round_)
    assert [each.place for each in refusal.value.mendings] == [(SHEET, MEN_AT)]
    marked = refusal.value.marked
    assert marked is not None
    book = openpyxl.load_workbook(io.BytesIO(marked.content))
    assert (book[SHEET][MEN_AT].value, book[SHEET][WOMEN_AT].value) == ("banyak", 96)
    mended = edited(marked.content, typing(**{MEN_AT: 3}))
    assert take(cast, round_, mended) == 2
    assert kept(round_) == {"L": 3, "P": 96}


def test_a_total_that_is_not_the_sum_keeps_everything_out(cast: Cast, round_: Round) -> None:
    filled = edited(form_for(cast, round_), typing(**{MEN_AT: 3, WOMEN_AT: 96, TOTAL_AT: 100}))

    with pytest.raises(WorkbookRefused) as refusal:
        take(cast, round_, filled)
    assert nothing_was_kept(round_)
    assert "100" in refusal.value.mendings[0].message.say(Language.INDONESIAN)


def test_a_formula_counts_by_the_value_it_shows(cast: Cast, round_: Round) -> None:
    """A spreadsheet keeps the result beside the formula; what the sender saw is what he sends."""
    typed = edited(form_for(cast, round_), typing(**{MEN_AT: "=5+5"}))
    shown = altered(
        typed, lambda _, part: part.replace(b"<f>5+5</f><v></v>", b"<f>5+5</f><v>10</v>")
    )

    with pytest.raises(WorkbookRefused, match="1 things need mending"):
        take(cast, round_, typed)
    assert take(cast, round_, shown) == 1
    assert kept(round_) == {"L": 10}


def test_cells_left_alone_lose_nothing_that_others_wrote(cast: Cast, round_: Round) -> None:
    stale = edited(form_for(cast, round_), typing(**{WOMEN_AT: 96}))
    fill(cast.sari, round_.sari, {MEN: Nothing.REFUSED})

    assert take(cast, round_, stale) == 1
    assert kept(round_) == {"L": Nothing.REFUSED, "P": 96}


def test_a_cell_others_changed_meanwhile_is_told_and_nothing_is_lost(
    cast: Cast, round_: Round
) -> None:
    stale = edited(form_for(cast, round_), typing(**{MEN_AT: 3, WOMEN_AT: 96}))
    fill(cast.sari, round_.sari, {MEN: Nothing.REFUSED})

    with pytest.raises(WorkbookRefused) as refusal:
        take(cast, round_, stale)
    assert kept(round_) == {"L": Nothing.REFUSED}
    said = refusal.value.mendings[0].message.say(Language.INDONESIAN)
    assert "ditolak diberikan" in said
    assert refusal.value.marked is not None
    assert take(cast, round_, refusal.value.marked.content) == 2
    assert kept(round_) == {"L": 3, "P": 96}


def insert_a_row(book: Workbook) -> None:
    book[SHEET].insert_rows(6)


def delete_the_sheet(book: Workbook) -> None:
    del book[SHEET]


def rename_the_sheet(book: Workbook) -> None:
    book[SHEET].title = "Data"


def overwrite_a_key(book: Workbook) -> None:
    book["_setara"]["C9"] = "KS15|64.01||P"


def remove_the_seal(book: Workbook) -> None:
    del book["_setara"]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (insert_a_row, "layout of the sheet"),
        (delete_the_sheet, "is missing"),
        (rename_the_sheet, "is missing"),
        (overwrite_a_key, "identifies this form was changed"),
        (remove_the_seal, "identifies this form was removed"),
    ],
)
def test_a_changed_form_is_refused(cast: Cast, round_: Round, change: Change, words: str) -> None:
    with pytest.raises(WorkbookRefused, match=words):
        take(cast, round_, edited(form_for(cast, round_), change))
    assert nothing_was_kept(round_)


def test_a_form_of_another_producer_is_refused(cast: Cast, round_: Round) -> None:
    theirs = workbook_for(by=cast.budi, submission_id=round_.budi, today=TODAY).content

    with pytest.raises(WorkbookRefused, match="belongs to Dinas Pendidikan"):
        take(cast, round_, theirs)


def test_a_form_of_another_round_is_refused(cast: Cast, round_: Round) -> None:
    content = form_for(cast, round_)
    call = DataCallRecord.objects.get(pk=round_.call_id)
    call.pk, call.title = None, "Semester I"
    call.save()
    SubmissionRecord.objects.filter(pk=round_.sari).update(call=call)

    with pytest.raises(WorkbookRefused, match="for another call: “Data terpilah 2024”"):
        take(cast, round_, content)


def test_a_form_of_an_older_version_of_the_round_is_refused(cast: Cast, round_: Round) -> None:
    content = form_for(cast, round_)
    call = SubmissionRecord.objects.select_related("call").get(pk=round_.sari).call
    call.version = 2
    call.save()

    with pytest.raises(WorkbookRefused, match="version 1, now 2"):
        take(cast, round_, content)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.csv", b"Kecamatan;L;P\r\nKuaro;1;2\r\n", "no .xlsx workbook|no form"),
        ("a.xlsx", b"", "is empty"),
        ("a.pdf", b"%PDF-1.7", "PDF"),
        ("a.xlsx", b"PK\x03\x04 not a workbook", "damaged"),
        ("a.xlsx", b"PK\x03\x04" + bytes(21 * 1024**2), "at most 20 MB"),
    ],
)
def test_what_is_no_form_is_refused_with_the_reason(
    cast: Cast, round_: Round, name: str, content: bytes, words: str
) -> None:
    with pytest.raises(WorkbookRefused, match=words) as refusal:
        take(cast, round_, content, name)
    assert refusal.value.marked is None
    assert nothing_was_kept(round_)


def test_a_form_with_macros_is_refused(cast: Cast, round_: Round) -> None:
    written = io.BytesIO(form_for(cast, round_))
    with zipfile.ZipFile(written, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"x")

    with pytest.raises(WorkbookRefused, match="macros"):
        take(cast, round_, written.getvalue())


def test_a_form_with_a_password_is_refused(cast: Cast, round_: Round) -> None:
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")

    with pytest.raises(WorkbookRefused, match="locked with a password"):
        take(cast, round_, locked)


def test_links_to_other_files_are_neither_followed_nor_handed_on(cast: Cast, round_: Round) -> None:
    linked = edited(form_for(cast, round_), typing(**{MEN_AT: "='[http://x.id/a.xlsx]S'!A1"}))

    with pytest.raises(WorkbookRefused) as refusal:
        take(cast, round_, linked)
    assert refusal.value.marked is not None
    with zipfile.ZipFile(io.BytesIO(refusal.value.marked.content)) as archive:
        assert not [name for name in archive.namelist() if "external" in name]
        assert not any(b"x.id" in archive.read(name) for name in archive.namelist())


def test_the_form_is_theirs_alone_and_only_while_it_may_be_filled(
    cast: Cast, round_: Round
) -> None:
    content = edited(form_for(cast, round_), typing(**{MEN_AT: 3, WOMEN_AT: 96}))
    for who in (cast.budi, cast.maya, cast.wati, cast.tamu):
        with pytest.raises(NotFound):
            workbook_for(by=who, submission_id=round_.sari, today=TODAY)
        with pytest.raises(NotFound):
            take_workbook(by=who, at=AT, submission_id=round_.sari, name="a", content=content)
    take(cast, round_, content)
    hand_in(by=cast.sari, at=AT + timedelta(hours=1), submission_id=round_.sari)

    with pytest.raises(Refused, match="submitted"):
        workbook_for(by=cast.sari, submission_id=round_.sari, today=TODAY)
    with pytest.raises(Refused, match="submitted"):
        take(cast, round_, content)
