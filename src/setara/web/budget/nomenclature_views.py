"""Views on the nomenclature: its decrees, its codes, and books held against it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from setara.domain.budget.activity import ActivityLevel
from setara.domain.budget.reading.findings import ReadingFinding
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Text
from setara.usecases.budget import nomenclature as verbs
from setara.usecases.budget.nomenclature_lists import CheckedAnswer, checked_version
from setara.usecases.budget.nomenclature_queries import (
    NomenclatureAnswer,
    NomenclatureFilter,
    nomenclature,
)
from setara.web.budget.nomenclature_forms import NomenclatureForm
from setara.web.shell.request import Request

TITLE = Text("Nomenklatur", "Nomenclature")
LOADING = Text("Muat nomenklatur", "Load a nomenclature")
LEAD = Text(
    "Satu daftar untuk satu keputusan. Seluruh isinya diperiksa sebelum satu baris pun disimpan.",
    "One list for one decree. All of it is checked before a single line is kept.",
)
CHECKED = Text("{stage} {year} terhadap nomenklatur", "{stage} {year} against the nomenclature")
MOST_SHOWN = 200
_YEARS = 4


@dataclass(frozen=True, slots=True)
class NomenclaturePage:
    """Decrees and codes, searched."""

    title: Text
    answer: NomenclatureAnswer
    only: NomenclatureFilter
    load_url: str
    levels: tuple[ActivityLevel, ...] = tuple(ActivityLevel)
    refusal: Text | None = None

    @property
    def earlier(self) -> str:
        """The query of the page before, empty on the first."""
        return self._query(self.answer.page - 1) if self.answer.page > 1 else ""

    @property
    def later(self) -> str:
        """The query of the page after, empty on the last."""
        return self._query(self.answer.page + 1) if self.answer.page < self.answer.pages else ""

    def _query(self, page: int) -> str:
        asked = {
            "cari": self.only.words,
            "tahun": self.only.year or "",
            "tingkat": self.only.level or "",
            "halaman": page,
        }
        return urlencode({key: value for key, value in asked.items() if value != ""})


@dataclass(frozen=True, slots=True)
class ListUploadPage:
    """The form that loads a list, with what was wrong in the last file."""

    title: Text
    lead: Text
    form: NomenclatureForm
    findings: tuple[ReadingFinding, ...] = ()

    @property
    def shown(self) -> tuple[ReadingFinding, ...]:
        """As many findings as a person mends before trying again."""
        return self.findings[:MOST_SHOWN]

    @property
    def not_shown(self) -> int:
        """How many findings the page leaves out."""
        return max(len(self.findings) - MOST_SHOWN, 0)


@dataclass(frozen=True, slots=True)
class CheckedPage:
    """A kept book held against the nomenclature of its year."""

    title: Text
    answer: CheckedAnswer

    @property
    def shown(self) -> tuple[ReadingFinding, ...]:
        """The first of the findings."""
        return self.answer.findings[:MOST_SHOWN]

    @property
    def not_shown(self) -> int:
        """How many findings the page leaves out."""
        return max(len(self.answer.findings) - MOST_SHOWN, 0)


@require_safe
def browse(request: Request) -> HttpResponse:
    """The decrees, and a page of codes with what each decree calls them."""
    return _shown(request)


@require_http_methods(["GET", "HEAD", "POST"])
def load(request: Request) -> HttpResponse:
    """Load a decree's list, or say row by row why not."""
    form = NomenclatureForm(request.POST or None, request.FILES or None)
    findings: tuple[ReadingFinding, ...] = ()
    if form.is_valid():
        try:
            _load(request, form)
        except verbs.ListRefused as refusal:
            form.add_error("file", refusal.reason.say(request.language))
            findings = refusal.findings
        except Refused as refused:
            form.add_error(None, refused.reason.say(request.language))
        else:
            return redirect("budget:nomenclature")
    page = ListUploadPage(title=LOADING, lead=LEAD, form=form, findings=findings)
    status = 422 if form.errors else 200
    return TemplateResponse(
        request, "budget/nomenclature_upload.html", {"page": page}, status=status
    )


@require_POST
def verify(request: Request, nomenclature_id: int) -> HttpResponse:
    """Mark a list as compared with the decree."""
    return _acted(
        request,
        lambda: verbs.verify_nomenclature(
            by=request.actor, at=timezone.now(), nomenclature_id=nomenclature_id
        ),
    )


@require_POST
def withdraw(request: Request, nomenclature_id: int) -> HttpResponse:
    """Take back a list nobody used."""
    return _acted(
        request,
        lambda: verbs.withdraw_nomenclature(
            by=request.actor, at=timezone.now(), nomenclature_id=nomenclature_id
        ),
    )


@require_safe
def checked(request: Request, version_id: int) -> HttpResponse:
    """What the nomenclature of its year says of a kept book."""
    answer = checked_version(by=request.actor, version_id=version_id)
    title = CHECKED.filled(stage=answer.version.stage.name, year=str(answer.version.year))
    page = CheckedPage(title=title, answer=answer)
    return TemplateResponse(request, "budget/nomenclature_checked.html", {"page": page})


def _load(request: Request, form: NomenclatureForm) -> int:
    return verbs.load_nomenclature(
        by=request.actor,
        at=timezone.now(),
        facts=form.facts(),
        name=form.cleaned_data["file"].name,
        content=form.cleaned_data["file"].read(),
        accepts_warnings=form.cleaned_data["accepts_warnings"],
    )


def _acted(request: Request, act: Callable[[], None]) -> HttpResponse:
    try:
        act()
    except Refused as refused:
        return _shown(request, refused.reason)
    return redirect("budget:nomenclature")


def _shown(request: Request, refusal: Text | None = None) -> HttpResponse:
    only = _filter(request.GET)
    page = NomenclaturePage(
        title=TITLE,
        answer=nomenclature(by=request.actor, only=only),
        only=only,
        load_url=reverse("budget:load_nomenclature"),
        refusal=refusal,
    )
    status = 422 if refusal else 200
    return TemplateResponse(request, "budget/nomenclature.html", {"page": page}, status=status)


def _filter(asked: QueryDict) -> NomenclatureFilter:
    year, page = asked.get("tahun", ""), asked.get("halaman", "")
    level = next((each for each in ActivityLevel if each == asked.get("tingkat")), None)
    return NomenclatureFilter(
        words=" ".join(asked.get("cari", "").split())[:200],
        year=int(year) if year.isdecimal() and len(year) <= _YEARS else None,
        level=level,
        page=int(page) if page.isdecimal() else 1,
    )
