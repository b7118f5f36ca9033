"""The operator's room: Django's admin over every table of ours, to look at only."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import get_adapter
from django.apps import apps
from django.conf import settings
from django.contrib.admin import AdminSite
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from setara.backoffice.tables import TableAdmin
from setara.backoffice.words import HOUSE, LOOKING, TABLES, said


class OperatorSite(AdminSite):
    """Signing in, signing out and passwords are those of the house, so that the trail sees them."""

    enable_nav_sidebar = False

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        house = said(HOUSE)
        return super().each_context(request) | {
            "site_header": house,
            "site_title": house,
            "site_url": "/",
        }

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        return super().index(request, {"title": said(LOOKING), **(extra_context or {})})

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """The tables by the operator's words for them."""
        listed = super().get_app_list(request, app_label)
        for app in listed:
            app["name"] = said(LOOKING)
            for table in app["models"]:
                table["name"] = said(TABLES[table["object_name"]])
            app["models"].sort(key=lambda table: str(table["name"]))
        return listed

    @method_decorator(login_not_required)
    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """Guests sign in at the house's own door; whoever is signed in and no operator is lost."""
        if request.user.is_authenticated:
            raise Http404
        return redirect_to_login(request.GET.get("next", request.path))

    @method_decorator(require_POST)
    def logout(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """Sign out the way the house does."""
        get_adapter(request).logout(request)
        return redirect(settings.LOGOUT_REDIRECT_URL)

    def password_change(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> Any:
        return redirect("account_change_password")


operator_site = OperatorSite(name="operator")
for _table in apps.get_app_config("store").get_models():
    operator_site.register(_table, TableAdmin)
