"""Views on what goes out: guarded tables, their limits, and the files."""

from __future__ import annotations

from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from setara.domain.language.text import Text
from setara.usecases.statistics import publishing as verbs
from setara.usecases.statistics.release_files import ReleaseFormat, package_file, release_file
from setara.usecases.statistics.releases import releases
from setara.web.foundation.acting import done, status_of
from setara.web.shell.request import Request
from setara.web.statistics.figure_forms import LimitsForm, PublishForm
from setara.web.statistics.figure_pages import ReleasesPage
from setara.web.statistics.periods import year_asked
from setara.web.statistics.showing import address

PUBLISHED = Text("Diterbitkan.", "Published.")
SET = Text("Batas ditetapkan.", "The limits were set.")


@require_safe
def published(request: Request) -> HttpResponse:
    """What of a year is out, and what could go out."""
    return _page(request, year_asked(request.GET))


@require_POST
def publish(request: Request, year: int, element_code: str) -> HttpResponse:
    """Send one element out."""
    form = PublishForm(request.POST)
    act = partial(
        verbs.publish_element,
        by=request.actor,
        at=timezone.now(),
        element_code=element_code,
        year=year,
    )
    return _back(year) if done(request, form, act, PUBLISHED) else _page(request, year, form)


@require_POST
def publish_all(request: Request, year: int) -> HttpResponse:
    """Send out every element of the year that is new or changed."""
    form = PublishForm(request.POST)
    act = partial(verbs.publish_year, by=request.actor, at=timezone.now(), year=year)
    return _back(year) if done(request, form, act, PUBLISHED) else _page(request, year, form)


@require_POST
def set_limits(request: Request, year: int) -> HttpResponse:
    """Set from how many people on counts are shown."""
    form = LimitsForm(request.POST)
    act = partial(verbs.set_limits, by=request.actor, at=timezone.now())
    return _back(year) if done(request, form, act, SET) else _page(request, year, limits=form)


@require_safe
def download(request: Request, element_code: str, form: str) -> HttpResponse:
    """What went out of one element, as a file."""
    if form not in list(ReleaseFormat):
        raise Http404
    file = release_file(
        by=request.actor,
        element_code=element_code,
        form=ReleaseFormat(form),
        language=request.language,
        today=timezone.localdate(),
    )
    return _file(file.content, file.media_type, file.name)


@require_safe
def package(request: Request) -> HttpResponse:
    """Everything that went out, as a data package."""
    file = package_file(by=request.actor, language=request.language, today=timezone.localdate())
    return _file(file.content, file.media_type, file.name)


def _file(content: bytes, media_type: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _back(year: int) -> HttpResponse:
    return redirect(f"{reverse('statistics:published')}?tahun={year}")


def _page(
    request: Request,
    year: int | None,
    form: PublishForm | None = None,
    *,
    limits: LimitsForm | None = None,
) -> TemplateResponse:
    answer = releases(by=request.actor, year=year, today=timezone.localdate())
    in_force = {"general": answer.limits.general, "careful": answer.limits.careful}
    limits_form = limits or LimitsForm(initial=in_force)
    page = ReleasesPage(
        title=Text("Terbitan data terpilah", "Published data by sex"),
        answer=answer,
        limits_form=limits_form,
        publish_form=form or PublishForm(),
        book_pdf_url=address("reports:data_book", answer.year, "pdf"),
        book_docx_url=address("reports:data_book", answer.year, "docx"),
    )
    shown = [each for each in (form, limits) if each is not None]
    return TemplateResponse(
        request, "statistics/published.html", {"page": page}, status=status_of(*shown)
    )
