"""Forms by which a received table becomes figures: the file first, then how it is read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone

from setara.domain.language.numerals import DecimalStyle
from setara.domain.language.text import Text
from setara.domain.statistics.understanding.columns import ColumnRead, Role
from setara.domain.statistics.understanding.gazetteer import KnownPlace, Match
from setara.domain.statistics.understanding.places import answer_key
from setara.domain.statistics.understanding.values import ALL_COLUMNS
from setara.usecases.statistics.queries import ElementAnswer
from setara.usecases.statistics.receiving import Choices, ReadAnswer
from setara.web.shell.words import current_language, lazy_text

MOST_PLACES_ASKED = 60
ANSWERED = " = "
"""Between the key of an answer and the place in the form that carries it along."""

# Enough for any header; the rows further down are shown, not offered.
_MOST_HEADER_ROWS = 30

STYLES = {
    "": Text("seperti yang dikenali", "as it was recognised"),
    DecimalStyle.COMMA.name: Text("1.234,5 (koma desimal)", "1.234,5 (decimal comma)"),
    DecimalStyle.POINT.name: Text("1,234.5 (titik desimal)", "1,234.5 (decimal point)"),
}
FUTURE = Text("Tahun itu belum dimulai.", "That year has not begun.")
NOT_CHOSEN = Text("— pilih —", "— choose —")


class AboutForm(forms.Form):
    """What a table is about and whose it is: asked once, carried along."""

    element_code = forms.ChoiceField(label=lazy_text(Text("Elemen data", "Data element")))
    year = forms.IntegerField(
        label=lazy_text(Text("Tahun data", "Year of the data")),
        help_text=lazy_text(
            Text(
                "Boleh kosong bila disebut dalam tabelnya.",
                "May be empty where the table names it.",
            )
        ),
        min_value=1940,
        max_value=2100,
        required=False,
    )
    publisher = forms.CharField(
        label=lazy_text(Text("Produsen data", "Producer of the data")),
        help_text=lazy_text(
            Text(
                "Perangkat daerah atau instansi pemilik data; cara membaca berkasnya diingat "
                "untuk berkas berikutnya.",
                "The agency that owns the data; how its file is read is remembered for the next.",
            )
        ),
        max_length=200,
    )
    document = forms.CharField(
        label=lazy_text(Text("Judul dokumen sumber", "Title of the source")), max_length=400
    )

    def clean_year(self) -> int | None:
        """A year that has begun, where one is given."""
        year: int | None = self.cleaned_data["year"]
        if year is not None and year > timezone.localdate().year:
            raise forms.ValidationError(FUTURE.say(current_language()))
        return year

    def __init__(self, *args: Any, elements: Iterable[ElementAnswer], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = current_language()
        self.fields["element_code"] = forms.ChoiceField(
            label=self.fields["element_code"].label,
            choices=[
                (each.element.code, f"{each.element.code} – {each.element.name.say(language)}")
                for each in elements
            ],
        )


class UploadForm(AboutForm):
    """A file that holds a table, as the producer made it."""

    file = forms.FileField(
        label=lazy_text(Text("Berkas tabel", "Table file")),
        help_text=lazy_text(
            Text(
                "XLSX, XLS, ODS, CSV, atau HTML sebagaimana adanya: judul, baris gabungan, dan "
                "subjumlah dikenali.",
                "XLSX, XLS, ODS, CSV or HTML as it is: titles, merged headings and subtotals "
                "are recognised.",
            )
        ),
    )


class ReadingForm(forms.Form):
    """How a file is read: its sheet, heading rows, columns, places; it starts as understood."""

    def __init__(self, read: ReadAnswer) -> None:
        super().__init__(auto_id="read_%s")
        chosen = read.chosen
        headers = [(n, str(n)) for n in range(1, min(read.row_count, _MOST_HEADER_ROWS) + 1)]
        self.fields["sheet"] = _choice(SHEET, [(s, s) for s in read.sheets], read.sheet.name)
        first, last = (chosen.header_rows or (1,))[0], (chosen.header_rows or (1,))[-1]
        self.fields["header_from"] = _choice(HEADER_FROM, headers, first)
        self.fields["header_to"] = _choice(HEADER_TO, headers, last)
        style = chosen.styles.get(ALL_COLUMNS)
        styles = [(name, lazy_text(words)) for name, words in STYLES.items()]
        self.fields["style"] = _choice(STYLE, styles, style.name if style else "")
        for column in read.sheet.structure.columns if read.sheet.structure else ():
            self.fields[f"role_{column.place}"] = _role(column)
        for number, match in asked_places(read):
            self.fields[f"place_{number}"] = _place(match, read.places)
        self.read_as = reading_key(read)


SHEET = Text("Lembar", "Sheet")
HEADER_FROM = Text("Judul kolom dari baris", "Headings from row")
HEADER_TO = Text("sampai baris", "to row")
STYLE = Text("Penulisan angka", "How numbers are written")
COLUMN = Text("Kolom {letter}: {heading}", "Column {letter}: {heading}")
PLACE = Text("“{said}” adalah", "“{said}” is")


def _choice(label: Text, choices: Iterable[Any], initial: object) -> forms.ChoiceField:
    offered = list(choices)
    may_be_empty = any(value == "" for value, _ in offered)
    return forms.ChoiceField(
        label=lazy_text(label), choices=offered, initial=initial, required=not may_be_empty
    )


def _role(column: ColumnRead) -> forms.ChoiceField:
    heading = " / ".join(" ".join(said.split()) for said in column.headings[-2:]) or "–"
    label = COLUMN.filled(letter=column.letter, heading=heading[:80])
    return _choice(label, [(r.value, lazy_text(r.label)) for r in Role], column.role.value)


def _place(match: Match, places: Iterable[KnownPlace]) -> forms.ChoiceField:
    offered = dict.fromkeys((*match.suggestions, *places))
    choices: list[tuple[str, Any]] = [("", lazy_text(NOT_CHOSEN))]
    choices += [(place.code, f"{place.name} ({place.code})") for place in offered]
    return _choice(PLACE.filled(said=match.said[:80]), choices, "")


def asked_places(read: ReadAnswer) -> list[tuple[int, Match]]:
    """The first row of each name that nobody knows, at most sixty."""
    found: dict[str, tuple[int, Match]] = {}
    for number, match in sorted(read.sheet.places.items()):
        if match.place is None:
            found.setdefault(answer_key(match.said, match.above), (number, match))
    return list(found.values())[:MOST_PLACES_ASKED]


def reading_key(read: ReadAnswer) -> str:
    """Which sheet and heading rows the answers of a form are about."""
    rows = read.chosen.header_rows or (1,)
    return f"{rows[0]}-{rows[-1]}|{read.sheet.name}"


def choices_in(typed: QueryDict) -> Choices:
    """The decisions of a posted form; roles are dropped where sheet or headings changed."""
    sheet = typed.get("sheet", "")
    read_rows, _, read_sheet = typed.get("read_as", "").partition("|")
    is_same_sheet = sheet == read_sheet
    is_same = f"{typed.get('header_from')}-{typed.get('header_to')}" == read_rows
    year = typed.get("year", "")
    return Choices(
        sheet=sheet,
        header_rows=_header(typed) if is_same_sheet else None,
        roles=_roles(typed) if is_same_sheet and is_same else {},
        style=_style(typed),
        places=_answers(typed),
        year=int(year) if year.isdecimal() else None,
    )


def _header(typed: QueryDict) -> tuple[int, ...] | None:
    first, last = typed.get("header_from", ""), typed.get("header_to", "")
    if not (first.isdecimal() and last.isdecimal()):
        return None
    rows = tuple(range(int(first), min(int(last), int(first) + _MOST_HEADER_ROWS) + 1))
    return rows or None


def _roles(typed: QueryDict) -> dict[int, Role]:
    known = set(Role)
    return {
        int(name.removeprefix("role_")): Role(role)
        for name, role in typed.items()
        if name.removeprefix("role_").isdecimal() and name.startswith("role_") and role in known
    }


def _style(typed: QueryDict) -> DecimalStyle | None:
    said = typed.get("style", "")
    return DecimalStyle[said] if said in DecimalStyle.__members__ else None


def _answers(typed: QueryDict) -> dict[str, str]:
    """Codes by answer key: those given before, and those just given with the key beside them."""
    before = (answer.rpartition(ANSWERED) for answer in typed.getlist("answered"))
    return {key: code for key, _, code in before if key} | {
        str(typed.get(f"key_{name.removeprefix('place_')}", "")): str(code)
        for name, code in typed.items()
        if name.startswith("place_") and code
    }
