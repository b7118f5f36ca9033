"""Views on the law; none asks who is reading."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from setara.domain.language.text import Text
from setara.domain.law.forms import NoSuchForm
from setara.domain.law.regulations import NoSuchRegulation, RegulationState, Scope
from setara.usecases.law import reading
from setara.web.law.pages import FormsPage, GlossaryPage, ParametersPage
from setara.web.law.showing import FORMS, by_word, chosen, form_page, register_page, regulation_page
from setara.web.shell.errors import not_found_page
from setara.web.shell.request import Request

View = Callable[..., HttpResponse]


def open_page(view: View) -> View:
    """A page anyone may read; what the law files do not hold is a page not found."""

    @wraps(view)
    def reading_view(request: Request, **asked: str) -> HttpResponse:
        try:
            return view(request, **asked)
        except (NoSuchRegulation, NoSuchForm) as unknown:
            return not_found_page(request, unknown.reason)

    return login_not_required(require_safe(reading_view))


@open_page
def register(request: Request) -> HttpResponse:
    """The regulations, in one state or of one scope where asked."""
    state = chosen(request.GET.get("keadaan"), RegulationState)
    scope = chosen(request.GET.get("lingkup"), Scope)
    page = register_page(reading.register(state=state, scope=scope), state, scope)
    return TemplateResponse(request, "law/register.html", {"page": page})


@open_page
def regulation(request: Request, key: str) -> HttpResponse:
    """One regulation."""
    page = regulation_page(reading.regulation(key=key))
    return TemplateResponse(request, "law/regulation.html", {"page": page})


@open_page
def parameters(request: Request) -> HttpResponse:
    """Every value the law gives, by its days."""
    page = ParametersPage(
        title=Text("Parameter", "Parameters"),
        lead=Text(
            "Angka yang dipakai Setara dalam hitungan dan pemeriksaan. Tahun lalu dinilai dengan "
            "angka tahun lalu, maka tiap nilai mempunyai masa berlaku dan sumber.",
            "The figures Setara computes and checks with. Last year is judged by last year's "
            "figure, so each value has its days and its source.",
        ),
        parameters=reading.parameters(on=timezone.localdate()),
    )
    return TemplateResponse(request, "law/parameters.html", {"page": page})


@open_page
def forms(request: Request) -> HttpResponse:
    """The forms that papers are printed by."""
    page = FormsPage(
        title=FORMS,
        lead=Text(
            "Bentuk GAP, GBS, dan kertas kerja lain, seperti yang dipakai Setara saat mencetak.",
            "The shape of GAP, GBS and other papers, as Setara prints them.",
        ),
        forms=reading.forms(),
    )
    return TemplateResponse(request, "law/forms.html", {"page": page})


@open_page
def form(request: Request, key: str) -> HttpResponse:
    """One form, in the version asked for or in today's."""
    answer = reading.form(key=key, on=timezone.localdate(), version=request.GET.get("versi"))
    return TemplateResponse(request, "law/form.html", {"page": form_page(answer)})


@open_page
def glossary(request: Request) -> HttpResponse:
    """The words of the field."""
    page = GlossaryPage(
        title=Text("Glosarium", "Glossary"),
        lead=Text(
            "Istilah pengarusutamaan gender sebagaimana dipakai di seluruh Setara.",
            "The terms of gender mainstreaming as they are used throughout Setara.",
        ),
        terms=by_word(reading.glossary(), request.language),
    )
    return TemplateResponse(request, "law/glossary.html", {"page": page})
