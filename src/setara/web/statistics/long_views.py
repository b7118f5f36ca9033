"""Views on taking in a long table: many elements, places and years in one file."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Refused, require
from setara.domain.language.text import Text
from setara.domain.statistics.dimension import dimensions
from setara.domain.statistics.long_table import LineFinding
from setara.usecases.statistics.bulk import LongTableRefused, import_long_table
from setara.web.shell.pages import Crumb
from setara.web.shell.request import Request
from setara.web.shell.words import lazy_text

TITLE = Text("Unggah tabel panjang", "Upload a long table")
TAKEN = Text("Tabel diterima.", "The table was taken in.")
MOST_SHOWN = 200


class LongTableForm(forms.Form):
    """A file with one figure a row."""

    publisher = forms.CharField(
        label=lazy_text(Text("Produsen data", "Producer of the data")), max_length=200
    )
    document = forms.CharField(
        label=lazy_text(Text("Judul dokumen sumber", "Title of the source")), max_length=400
    )
    file = forms.FileField(label=lazy_text(Text("Berkas CSV atau XLSX", "CSV or XLSX file")))


@dataclass(frozen=True, slots=True)
class LongTablePage:
    """The form, and what was wrong in the last file; `more` counts findings beyond those shown."""

    title: Text
    form: LongTableForm
    dimensions: str
    findings: tuple[LineFinding, ...]
    more: int
    crumbs: tuple[Crumb, ...]


@require_http_methods(["GET", "HEAD", "POST"])
def long_table(request: Request) -> HttpResponse:
    """The form of a long table; taken whole or not at all."""
    require(request.actor.may(Permission.IMPORT_STATISTICS))
    form = LongTableForm(request.POST or None, request.FILES or None)
    if not form.is_valid():
        return _page(request, form)
    given, file = form.cleaned_data, form.cleaned_data["file"]
    try:
        import_long_table(
            by=request.actor,
            at=timezone.now(),
            publisher=given["publisher"],
            document=given["document"],
            name=file.name,
            content=file.read(),
        )
    except (LongTableRefused, Refused) as no:
        form.add_error(None, no.reason.say(request.language))
        return _page(request, form, no if isinstance(no, LongTableRefused) else None)
    messages.success(request, TAKEN.say(request.language))
    return redirect("statistics:doubts")


def _page(
    request: Request, form: LongTableForm, refused: LongTableRefused | None = None
) -> TemplateResponse:
    findings = refused.findings if refused else ()
    count = sum(refused.kinds.values()) if refused else 0
    page = LongTablePage(
        title=TITLE,
        form=form,
        dimensions=", ".join(dimensions()),
        findings=findings[:MOST_SHOWN],
        more=max(0, count - MOST_SHOWN),
        crumbs=(Crumb(Text("Unggah data", "Upload data"), reverse("statistics:upload")),),
    )
    status = 422 if form.is_bound and form.errors else 200
    return TemplateResponse(request, "statistics/long_table.html", {"page": page}, status=status)
