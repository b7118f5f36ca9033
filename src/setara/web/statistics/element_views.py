"""Views on the register of data elements."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import require
from setara.domain.language.text import Text
from setara.usecases.statistics import elements as verbs
from setara.usecases.statistics import register_queries as queries
from setara.usecases.statistics.register_files import RegisterFormat, register_file
from setara.usecases.statistics.seeding import adopt_seed_elements
from setara.web.foundation.acting import done, status_of
from setara.web.shell.request import Request
from setara.web.statistics.element_forms import ElementForm, ReconcileForm, WantedForm, written_in
from setara.web.statistics.element_showing import card_page, form_page, register_page, wanted_of

ADOPTED = Text(
    "{count} elemen ditambahkan dari daftar baku.", "{count} elements were added from the seed."
)
SAVED = Text("Kartu disimpan.", "The card was saved.")
RECONCILED = Text("Kartu ditandai sudah dicocokkan.", "The card is marked as reconciled.")


@require_safe
def register(request: Request) -> HttpResponse:
    """The register, narrowed as asked."""
    form = WantedForm(request.GET)
    answer = queries.register(
        by=request.actor, today=timezone.localdate(), wanted=wanted_of(request.GET)
    )
    form.offer(answer)
    page = register_page(answer, form, is_narrowed=any(request.GET.values()))
    return TemplateResponse(request, "statistics/register.html", {"page": page})


@require_safe
def register_as(request: Request, form: str) -> HttpResponse:
    """The register as a file."""
    if form not in list(RegisterFormat):
        raise Http404
    file = register_file(by=request.actor, form=RegisterFormat(form), today=timezone.localdate())
    response = HttpResponse(file.content, content_type=file.media_type)
    response["Content-Disposition"] = f'attachment; filename="{file.name}"'
    return response


@require_POST
def adopt(request: Request) -> HttpResponse:
    """Add what is missing from the seed."""
    count = adopt_seed_elements(by=request.actor, at=timezone.now())
    messages.success(request, ADOPTED.filled(count=count).say(request.language))
    return redirect("statistics:elements")


@require_safe
def card(request: Request, element_code: str) -> HttpResponse:
    """One metadata card."""
    return _card(request, element_code, ReconcileForm())


@require_POST
def reconcile(request: Request, element_code: str) -> HttpResponse:
    """Mark a card as compared with the producer's."""
    form = ReconcileForm(request.POST)
    act = partial(verbs.reconcile_element, by=request.actor, at=timezone.now(), code=element_code)
    if done(request, form, act, RECONCILED):
        return redirect("statistics:card", element_code)
    return _card(request, element_code, form)


def _card(request: Request, element_code: str, form: ReconcileForm) -> HttpResponse:
    answer = queries.card(by=request.actor, code=element_code, today=timezone.localdate())
    page = {"page": card_page(answer, form)}
    return TemplateResponse(request, "statistics/card.html", page, status=status_of(form))


@require_http_methods(["GET", "HEAD", "POST"])
def define(request: Request) -> HttpResponse:
    """Register an element of the government's own."""
    require(request.actor.may(Permission.IMPORT_STATISTICS))
    choices = queries.card_choices(by=request.actor, today=timezone.localdate())
    form = ElementForm(request.POST or None, choices=choices)

    def act(**_: object) -> None:
        element = form.element()
        facts = {name: getattr(element, name) for name in element.__dataclass_fields__}
        producer_id = form.cleaned_data["producer_id"]
        verbs.define_element(by=request.actor, at=timezone.now(), producer_id=producer_id, **facts)

    if done(request, form, act, SAVED):
        return redirect("statistics:card", form.element().code)
    page = {"page": form_page(form, None)}
    return TemplateResponse(request, "statistics/element_form.html", page, status=status_of(form))


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Request, element_code: str) -> HttpResponse:
    """Change a card."""
    today = timezone.localdate()
    answer = queries.card(by=request.actor, code=element_code, today=today)
    require(answer.may_edit)
    known = written_in(answer.element, answer.producer_id, answer.seen)
    choices = queries.card_choices(by=request.actor, today=today)
    form = ElementForm(request.POST or None, initial=known, choices=choices)

    def act(**_: object) -> None:
        verbs.edit_element(
            by=request.actor,
            at=timezone.now(),
            element=form.element(),
            producer_id=form.cleaned_data["producer_id"],
            seen=form.cleaned_data["seen"],
        )

    if done(request, form, act, SAVED):
        return redirect("statistics:card", element_code)
    page = {"page": form_page(form, answer)}
    return TemplateResponse(request, "statistics/element_form.html", page, status=status_of(form))
