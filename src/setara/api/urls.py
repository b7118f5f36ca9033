"""Addresses of the machines' door."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern, re_path

from setara.api.errors import no_such_address
from setara.api.v1 import api

app_name = "api"

# Its own front page would lead to the page of documentation that there is none of.
urlpatterns = [
    pattern
    for pattern in api.urls[0]
    if isinstance(pattern, URLPattern) and pattern.name != "api-root"
]
urlpatterns.append(re_path("", no_such_address))
for _pattern in urlpatterns:
    # A program is told 401 in JSON, not sent to the page where people sign in.
    login_not_required(_pattern.callback)
