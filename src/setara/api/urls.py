"""Addresses of the machines' door."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern, path, re_path

from setara.api.errors import no_such_address
from setara.api.v1 import api

app_name = "api"

urlpatterns = [
    # Before ninja's own front page, which would lead to the documentation that there is none of.
    path("", no_such_address),
    *(pattern for pattern in api.urls[0] if isinstance(pattern, URLPattern)),
    re_path("", no_such_address),
]
for _pattern in urlpatterns:
    # A program is told 401 in JSON, not sent to the page where people sign in.
    login_not_required(_pattern.callback)
