"""Views on the boundaries that maps are drawn on."""

from __future__ import annotations

from functools import partial
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from setara.domain.language.text import Text
from setara.usecases.statistics.boundaries import boundaries_room, load_boundaries
from setara.web.foundation.acting import done, status_of
from setara.web.foundation.fields import DeedForm, line
from setara.web.shell.pages import Crumb
from setara.web.shell.request import Request
from setara.web.shell.words import lazy_text
from setara.web.statistics.element_pages import BoundariesPage
from setara.web.statistics.element_showing import REGISTER

LOADED = Text("Batas wilayah dimuat.", "The boundaries were loaded.")
TITLE = Text("Batas wilayah untuk peta", "Boundaries for maps")
LEAD = Text(
    "Tanpa batas, peta digambar sebagai ubin. Batas yang dimuat selalu ditandai indikatif.",
    "Without boundaries maps are drawn as tiles. Loaded boundaries are always marked indicative.",
)


class BoundariesForm(DeedForm):
    """A GeoJSON file with its source."""

    file = forms.FileField(
        label=lazy_text(Text("Berkas GeoJSON", "GeoJSON file")),
        help_text=lazy_text(
            Text(
                "Poligon kecamatan dengan properti kode atau nama; WGS 84; paling besar 8 MB.",
                "Polygons of sub-districts with a code or name property; WGS 84; at most 8 MB.",
            )
        ),
    )
    source = line(
        Text("Sumber batas", "Source of the boundaries"),
        longest=400,
        help_text=Text(
            "Misalnya: BIG, RBI 1:50.000, 2023.", "For example: BIG, RBI 1:50,000, 2023."
        ),
    )
    skips_unknown = forms.BooleanField(
        label=lazy_text(
            Text("Lewati bidang yang bukan kecamatan kami", "Skip features that are not ours")
        ),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """The file as its bytes."""
        given = super().clean() or self.cleaned_data
        if (file := given.pop("file", None)) is not None:
            given["content"] = file.read()
        return given


@require_http_methods(["GET", "HEAD", "POST"])
def boundaries(request: Request) -> HttpResponse:
    """Which boundaries there are, and the form that loads them."""
    form = BoundariesForm(request.POST or None, request.FILES or None)
    act = partial(load_boundaries, by=request.actor, at=timezone.now())
    if done(request, form, act, LOADED):
        return redirect("statistics:boundaries")
    crumbs = (Crumb(REGISTER, reverse("statistics:elements")), Crumb(TITLE))
    page = BoundariesPage(TITLE, LEAD, crumbs, boundaries_room(by=request.actor), form)
    return TemplateResponse(
        request, "statistics/boundaries.html", {"page": page}, status=status_of(form)
    )
