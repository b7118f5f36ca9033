"""The page on which a GAP or GBS in a file is checked; nothing of it is kept."""

from __future__ import annotations

import math
from dataclasses import dataclass

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from setara.domain.budget.datum import Datum
from setara.domain.budget.paper.judging import PlacedFinding
from setara.domain.budget.paper.paper import NotAPathway
from setara.domain.budget.paper.reading import figure_words
from setara.domain.language.text import Text
from setara.formats.tables import TOO_MANY_BYTES, Unreadable
from setara.usecases.budget.paper_checks import MOST_BYTES, CheckedPaper, CheckedPathway
from setara.usecases.budget.received_papers import received_paper
from setara.web.foundation.fields import DeedForm
from setara.web.shell.request import Request
from setara.web.shell.words import lazy_text

TITLE = Text("Periksa berkas GAP atau GBS", "Check a file of a GAP or GBS")
LEAD = Text(
    "Unggah GAP atau GBS yang sudah ditulis di Word atau Excel. Isinya dibaca, dinilai dengan "
    "aturan yang sama seperti GAP di sini, dan tidak disimpan.",
    "Upload a GAP or GBS that was written in Word or Excel. It is read, judged by the same rules "
    "as a GAP kept here, and not stored.",
)


class PaperForm(DeedForm):
    """The file to check."""

    file = forms.FileField(
        label=lazy_text(Text("Berkas", "File")),
        help_text=lazy_text(
            Text(
                "DOCX atau XLSX: matriks sembilan kolom, GAP isian berurutan, atau GBS/PAG; boleh "
                "beberapa dalam satu berkas.",
                "DOCX or XLSX: a matrix of nine columns, a GAP field by field, or a GBS; there may "
                "be several in one file.",
            )
        ),
        widget=forms.FileInput(attrs={"accept": ".docx,.xlsx,.xls,.ods"}),
    )


@dataclass(frozen=True, slots=True)
class ShownPathway:
    """One GAP or GBS of the file: its name, what was read, and what is weak."""

    number: int
    checked: CheckedPathway

    @property
    def title(self) -> Text:
        """Its kind and the name of its sub kegiatan."""
        pathway = self.checked.read.pathway
        return Text("{number}. {kind}: {code} {name}", "{number}. {kind}: {code} {name}").filled(
            number=self.number,
            kind=self.checked.read.kind.label,
            code=pathway.activity_code,
            name=pathway.activity_name,
        )

    @property
    def data(self) -> tuple[tuple[Datum, Text], ...]:
        """The data with their figures in words."""
        return tuple((datum, figure_words(datum)) for datum in self.checked.read.pathway.data)

    @property
    def findings(self) -> tuple[PlacedFinding, ...]:
        """What the rules found."""
        return tuple(each for each in self.checked.findings if each.is_of_weight)

    @property
    def remarks(self) -> tuple[PlacedFinding, ...]:
        """What is only to be known."""
        return tuple(each for each in self.checked.findings if not each.is_of_weight)


@dataclass(frozen=True, slots=True)
class PaperPage:
    """The form, and what was found in the last file."""

    title: Text
    lead: Text
    form: forms.Form
    paper: CheckedPaper | None = None

    @property
    def pathways(self) -> tuple[ShownPathway, ...]:
        """Every GAP and GBS of the file."""
        found = self.paper.pathways if self.paper else ()
        return tuple(ShownPathway(number, each) for number, each in enumerate(found, start=1))


@require_http_methods(["GET", "HEAD", "POST"])
def check(request: Request) -> HttpResponse:
    """Judge a file, or say why it cannot be read."""
    form = PaperForm(request.POST or None, request.FILES or None)
    paper: CheckedPaper | None = None
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            paper = received_paper(
                by=request.actor,
                name=file.name,
                content=_content(file),
                today=timezone.localdate(),
            )
        except (Unreadable, NotAPathway) as refusal:
            form.add_error("file", refusal.reason.say(request.language))
    page = PaperPage(title=TITLE, lead=LEAD, form=form, paper=paper)
    status = 422 if form.is_bound and not form.is_valid() else 200
    return TemplateResponse(request, "budget/paper_check.html", {"page": page}, status=status)


def _content(file: UploadedFile[bytes]) -> bytes:
    """What was uploaded. Raises Unreadable for one too large, of which nothing is read."""
    size = file.size or 0
    if size > MOST_BYTES:
        most = MOST_BYTES // 1024**2
        raise Unreadable(
            TOO_MANY_BYTES, name=file.name or "", size=math.ceil(size / 1024**2), most=most
        )
    content: bytes = file.read()
    return content
