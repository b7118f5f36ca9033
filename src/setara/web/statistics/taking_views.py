"""Views by which a received table becomes figures: upload, understand, correct, take in."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Refused, require
from setara.domain.language.text import Text
from setara.usecases.statistics import intake, queries, receiving
from setara.web.shell.request import Request
from setara.web.statistics.taking_forms import AboutForm, ReadingForm, UploadForm, choices_in
from setara.web.statistics.taking_pages import ReadPage, UploadPage

UPLOAD = Text("Unggah data terpilah", "Upload data by sex")
READ = Text("Yang dipahami dari “{name}”", "What was understood of “{name}”")
_CARRIED = ("element_code", "year", "publisher", "document")


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: Request) -> HttpResponse:
    """Receive a file, or say why it is no table."""
    require(request.actor.may(Permission.IMPORT_STATISTICS))
    choices = queries.elements(by=request.actor)
    form = UploadForm(request.POST or None, request.FILES or None, elements=choices)
    if form.is_valid():
        try:
            file_id = _receive(request, form)
        except receiving.TableRefused as refusal:
            form.add_error("file", refusal.reason.say(request.language))
        except Refused as refused:
            form.add_error(None, refused.reason.say(request.language))
        else:
            carried = {name: form.cleaned_data[name] or "" for name in _CARRIED}
            return redirect(
                f"{reverse('statistics:read_file', args=[file_id])}?{urlencode(carried)}"
            )
    page = UploadPage(title=UPLOAD, form=form)
    status = 422 if form.errors else 200
    return TemplateResponse(request, "statistics/upload.html", {"page": page}, status=status)


def _receive(request: Request, form: UploadForm) -> int:
    file = form.cleaned_data["file"]
    return receiving.receive_table(
        by=request.actor, at=timezone.now(), name=file.name, content=file.read()
    )


@require_http_methods(["GET", "HEAD", "POST"])
def read(request: Request, file_id: int) -> HttpResponse:
    """Show how a file is read; read it again with what was corrected; take it in."""
    refusal: Text | None = None
    typed = request.POST if request.method == "POST" else request.GET
    if typed.get("act") == "take":
        try:
            _take_in(request, file_id)
        except (receiving.TableRefused, Refused) as refused:
            refusal = refused.reason
        else:
            return redirect("statistics:table", typed["element_code"])
    page = _page(request, file_id, refusal)
    status = 422 if refusal else 200
    return TemplateResponse(request, "statistics/read_file.html", {"page": page}, status=status)


def _take_in(request: Request, file_id: int) -> None:
    intake.take_in(
        by=request.actor,
        at=timezone.now(),
        file_id=file_id,
        element_code=request.POST.get("element_code", ""),
        publisher=request.POST.get("publisher", ""),
        document=request.POST.get("document", ""),
        choices=choices_in(request.POST),
    )


def _page(request: Request, file_id: int, refusal: Text | None) -> ReadPage:
    typed = request.POST if request.method == "POST" else request.GET
    found = receiving.read_received(
        by=request.actor,
        file_id=file_id,
        producer=typed.get("publisher", ""),
        element_code=typed.get("element_code", ""),
        choices=choices_in(typed),
    )
    carried = {name: typed.get(name, "") for name in _CARRIED}
    carried["year"] = str(found.chosen.year or "")
    return ReadPage(
        title=READ.filled(name=found.file_name),
        read=found,
        about=AboutForm(initial=carried, elements=queries.elements(by=request.actor)),
        reading=ReadingForm(found),
        refusal=refusal,
    )
