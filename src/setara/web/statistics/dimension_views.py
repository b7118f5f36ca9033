"""The view on breakdowns and the categories a government adds to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from setara.domain.language.text import Text
from setara.domain.statistics.dimension import dimensions as shipped
from setara.usecases.statistics.dimension_queries import DimensionsAnswer, dimensions_room
from setara.usecases.statistics.seeding import name_category
from setara.web.foundation.acting import done, status_of
from setara.web.foundation.fields import DeedForm, line
from setara.web.shell.pages import Crumb
from setara.web.shell.request import Request
from setara.web.shell.words import current_language, lazy_text
from setara.web.statistics.element_showing import REGISTER

TITLE = Text("Rincian data", "Breakdowns")
LEAD = Text(
    "Cara memecah angka selain menurut jenis kelamin dan wilayah. Pada rincian terbuka, "
    "pemerintah daerah menambah kategorinya sendiri, misalnya nama pasar.",
    "Ways to break figures down beside sex and place. Open breakdowns take the government's own "
    "categories, such as its markets.",
)
ADDED = Text("Kategori ditambahkan.", "The category was added.")


class CategoryForm(DeedForm):
    """A category of the government's own."""

    dimension = forms.ChoiceField(label=lazy_text(Text("Rincian", "Breakdown")))
    code = line(
        Text("Kode kategori", "Code of the category"),
        longest=60,
        help_text=Text("Huruf kecil, misalnya penyembolum.", "Lower case, such as penyembolum."),
    )
    name_id = line(Text("Nama (Indonesia)", "Name (Indonesian)"), longest=200)
    name_en = line(Text("Nama (Inggris)", "Name (English)"), longest=200)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = current_language()
        cast(forms.ChoiceField, self.fields["dimension"]).choices = [
            (each.code, each.name.say(language)) for each in shipped().values() if each.is_open
        ]


@dataclass(frozen=True, slots=True)
class DimensionsPage:
    """The breakdowns and the form that adds a category."""

    title: Text
    lead: Text
    crumbs: tuple[Crumb, ...]
    answer: DimensionsAnswer
    form: CategoryForm


@require_http_methods(["GET", "HEAD", "POST"])
def dimensions(request: Request) -> HttpResponse:
    """The breakdowns there are; add a category to an open one."""
    form = CategoryForm(request.POST or None)

    def act(*, name_id: str, name_en: str, **facts: str) -> None:
        name = Text(name_id, name_en)
        name_category(by=request.actor, at=timezone.now(), name=name, **facts)

    if done(request, form, act, ADDED):
        return redirect("statistics:dimensions")
    crumbs = (Crumb(REGISTER, reverse("statistics:elements")), Crumb(TITLE))
    page = DimensionsPage(TITLE, LEAD, crumbs, dimensions_room(by=request.actor), form)
    return TemplateResponse(
        request, "statistics/dimensions.html", {"page": page}, status=status_of(form)
    )
