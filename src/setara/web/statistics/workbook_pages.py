"""The page on which a filled form is handed over, and what it says of one that was refused."""

from __future__ import annotations

import base64
from dataclasses import dataclass

from django import forms
from django.urls import reverse

from setara.domain.language.text import Text, same
from setara.domain.statistics.form_guide import Mending
from setara.usecases.statistics.submission_queries import SubmissionAnswer
from setara.usecases.statistics.workbooks import WorkbookFile, WorkbookRefused
from setara.web.shell.pages import Crumb
from setara.web.shell.words import lazy_text

TITLE = Text("Formulir Excel: {call}", "Excel form: {call}")
HERE = Text("Formulir Excel", "Excel form")
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# The file holds them all; a page of thousands of rows would help nobody.
MOST_LISTED = 200


class WorkbookForm(forms.Form):
    """The filled form."""

    file = forms.FileField(
        label=lazy_text(Text("Formulir terisi (.xlsx)", "The filled form (.xlsx)")),
        help_text=lazy_text(
            Text(
                "Formulir yang diunduh dari halaman ini; paling besar 20 MB.",
                "The form downloaded from this page; at most 20 MB.",
            )
        ),
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
    )


@dataclass(frozen=True, slots=True)
class WorkbookPage:
    """The upload, with what needs mending in the last file and that file marked."""

    title: Text
    crumbs: tuple[Crumb, ...]
    answer: SubmissionAnswer
    form: WorkbookForm
    mendings: tuple[Mending, ...]
    left_out: int
    marked: WorkbookFile | None
    marked_url: str


def workbook_page(
    answer: SubmissionAnswer, form: WorkbookForm, refusal: WorkbookRefused | None
) -> WorkbookPage:
    """The page; the marked form travels in it, because nothing of a refused file is kept."""
    marked = refusal.marked if refusal else None
    mendings = refusal.mendings if refusal else ()
    up = reverse("statistics:submission", args=[answer.line.submission_id])
    return WorkbookPage(
        title=TITLE.filled(call=answer.title),
        crumbs=(Crumb(same(answer.line.short_name), up), Crumb(HERE)),
        answer=answer,
        form=form,
        mendings=mendings[:MOST_LISTED],
        left_out=max(0, len(mendings) - MOST_LISTED),
        marked=marked,
        marked_url=_url(marked.content) if marked else "",
    )


def _url(content: bytes) -> str:
    return f"data:{MEDIA_TYPE};base64,{base64.b64encode(content).decode()}"
