"""The pages by which a table of BPS becomes figures: the file, then what was read of it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms

from setara.domain.indices.bps.measures import Vintage
from setara.domain.indices.bps.reading import IndexFigure
from setara.domain.indices.bps.remarks import Judgement, Remark
from setara.domain.language.text import Text, same
from setara.domain.statistics.observation import Nothing, Value
from setara.usecases.indices.importing_queries import ChangedFigure, IndexFileAnswer
from setara.web.shell.pages import Crumb
from setara.web.shell.words import lazy_text

MOST_FIGURES = 15
MOST_CHANGES = 50
MOST_REMARKS = 100
NOT_CHOSEN = Text("— pilih bila ditanya —", "— choose where asked —")


class SourceForm(forms.Form):
    """Whose table it is and what it is called."""

    publisher = forms.CharField(
        label=lazy_text(Text("Penerbit", "Publisher")), max_length=200, initial="BPS"
    )
    document = forms.CharField(
        label=lazy_text(Text("Judul tabel atau publikasi", "Title of the table or publication")),
        help_text=lazy_text(
            Text(
                "Sebagaimana tertulis di laman BPS, misalnya “Indeks Pembangunan Gender menurut "
                "Kabupaten/Kota, 2010–2021”.",
                "As BPS writes it, such as “Indeks Pembangunan Gender menurut Kabupaten/Kota, "
                "2010–2021”.",
            )
        ),
        max_length=400,
    )


class TableForm(SourceForm):
    """A file with one or more tables, as BPS gave it out."""

    file = forms.FileField(
        label=lazy_text(Text("Berkas tabel BPS", "BPS table file")),
        help_text=lazy_text(
            Text(
                "XLSX, XLS, ODS, CSV, atau HTML sebagaimana diunduh: judul, catatan kaki, dan kode "
                "wilayah dikenali.",
                "XLSX, XLS, ODS, CSV or HTML as downloaded: titles, footnotes and region codes "
                "are recognised.",
            )
        ),
    )


class KeepForm(SourceForm):
    """What is settled before the figures are kept."""

    series = forms.ChoiceField(
        label=lazy_text(Text("Seri UHH, IPM, dan IPG", "Series of life expectancy, IPM and IPG")),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", lazy_text(NOT_CHOSEN))]
        choices += [(each.value, lazy_text(each.label)) for each in Vintage]
        self.fields["series"] = forms.ChoiceField(
            label=self.fields["series"].label, required=False, choices=choices
        )


def series_in(typed: str) -> Vintage | None:
    """The series a form names; None for none."""
    return next((each for each in Vintage if each.value == typed), None)


@dataclass(frozen=True, slots=True)
class UploadTablePage:
    """The form that receives a table of BPS."""

    title: Text
    form: TableForm


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """What a received file says and what keeping it would do."""

    title: Text
    crumbs: tuple[Crumb, ...]
    read: IndexFileAnswer
    form: KeepForm
    refusal: Text | None = None

    @property
    def asks(self) -> bool:
        """Whether something is left to settle: what to keep, or in which series to read."""
        read = self.read
        return not read.is_taken and bool(read.figures or read.tables.asks_vintage)

    @property
    def measures(self) -> tuple[Text, ...]:
        """What there are figures of, by name."""
        return tuple(measure.label for measure in self.read.tables.measures)

    @property
    def years(self) -> Text:
        """The years, as a span where none is missing."""
        years = self.read.tables.years
        if len(years) > 1 and years[-1] - years[0] == len(years) - 1:
            return same(f"{years[0]}–{years[-1]}")
        return same(", ".join(map(str, years)) or "–")

    @property
    def sample(self) -> tuple[tuple[IndexFigure, Text], ...]:
        """The latest figures, so that they can be held beside the table."""
        latest = sorted(self.read.figures, key=lambda figure: -figure.year)
        return tuple((figure, said(figure.value)) for figure in latest[:MOST_FIGURES])

    @property
    def changes(self) -> tuple[tuple[ChangedFigure, Text, Text], ...]:
        """Figures that would replace others, with both as they are read."""
        some = self.read.changed[:MOST_CHANGES]
        return tuple((each, said(each.before), said(each.figure.value)) for each in some)

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What needs a look: questions, doubts, mendings, at most a hundred."""
        found = self.read.tables.said(Judgement.ASKED)
        for judgement in (Judgement.DOUBTED, Judgement.REPAIRED, Judgement.SKIPPED):
            found += self.read.tables.said(judgement)
        return found[:MOST_REMARKS]

    @property
    def more_remarks(self) -> int:
        """How many beyond those shown."""
        every = set(Judgement) - {Judgement.RECOGNISED}
        return max(0, len(self.read.tables.said(*every)) - MOST_REMARKS)

    @property
    def recognised(self) -> tuple[Remark, ...]:
        """How the columns were understood."""
        return self.read.tables.said(Judgement.RECOGNISED)

    @property
    def doubted(self) -> int:
        """How many cells, rows or columns are not kept because they are doubted."""
        return len(self.read.tables.said(Judgement.DOUBTED))


def said(value: Value) -> Text:
    """A figure with its digits, or the kind of nothing in words."""
    if isinstance(value, Nothing):
        return value.label
    figure: Decimal = value
    return Text("{figure}", "{figure}").filled(figure=figure)
