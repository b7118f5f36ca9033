"""Draws the thread above each page that says which station it is."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from setara.domain.foundation.station import Station
from setara.usecases.reports import threads
from setara.web.reports.stops import linked, strip
from setara.web.shell.request import Request


class ThreadMiddleware:
    """Adds `thread` to the context of a page that has a `station`.

    So a page of the budget room shows the whole thread without its room knowing the others.
    Cost: about thirty queries on such a page.
    """

    def __init__(self, get_response: Callable[[Request], HttpResponse]) -> None:
        self._next = get_response

    def __call__(self, request: Request) -> HttpResponse:
        return self._next(request)

    def process_template_response(
        self, request: Request, response: TemplateResponse
    ) -> TemplateResponse:
        """Called by Django before a page is rendered."""
        page = (response.context_data or {}).get("page")
        station = getattr(page, "station", None)
        if isinstance(station, Station) and response.context_data is not None:
            drawn = self._strip(request, station)
            if drawn is not None:
                response.context_data["thread"] = drawn
        return response

    def _strip(self, request: Request, station: Station) -> object | None:
        issue_id = threads.issue_behind(by=request.actor, station=station)
        if issue_id is None:
            return None
        today = timezone.localdate()
        found = threads.thread_of(by=request.actor, issue_id=issue_id, today=today)
        place = threads.disparity_place(by=request.actor, issue_id=issue_id)
        stops = linked(
            found,
            reverse("statistics:disparity", args=place),
            reverse("statistics:table", args=place[:1]),
        )
        return strip(stops, station)
