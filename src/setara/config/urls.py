"""Which rooms are open, and under which address."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from setara.backoffice.site import operator_site

# Left to right as the rooms stand. Each holds its own short Indonesian words, so none needs a
# prefix.
ROOMS = (
    "setara.web.shell.urls",
    "setara.web.law.urls",
    "setara.web.foundation.urls",
    "setara.web.statistics.urls",
    "setara.web.indices.urls",
    "setara.web.budget.urls",
    "setara.web.coordination.urls",
    "setara.web.reports.urls",
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("akun/", include("setara.web.foundation.account_urls")),
    path("api/v1/", include("setara.api.urls")),
    path("operator/", operator_site.urls),
    *[path("", include(room)) for room in ROOMS],
]

handler400 = "setara.web.shell.errors.bad_request"
handler403 = "setara.web.shell.errors.forbidden"
handler404 = "setara.web.shell.errors.not_found"
handler500 = "setara.web.shell.errors.broken"
# Read by django-allauth, which does the throttling.
handler429 = "setara.web.shell.errors.too_many"
