"""How a table is shown to the operator: to look at, never to change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest, HttpResponse

from setara.backoffice.words import TABLES, said
from setara.domain.language.text import same

if TYPE_CHECKING:
    Table = admin.ModelAdmin[models.Model]
else:
    Table = admin.ModelAdmin

UNSHOWN = frozenset({"password"})
"""Columns nobody need look at, not even as a hash."""

HASHES = frozenset({"hash", "previous_hash", "sha256"})
"""Columns that are searched and shown with their row, but would fill the list."""

LONG = (models.TextField, models.JSONField, models.BinaryField)
"""Kinds of columns that are shown with their row only."""


class TableAdmin(Table):
    """Every short column in the list, every column with the row; none can be changed."""

    actions = None
    list_per_page = 50
    # Counting a big table twice only to say "of how many" is not worth the wait.
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False

    def get_ordering(self, request: HttpRequest) -> tuple[str]:
        return ("-pk",)

    def get_exclude(self, request: HttpRequest, obj: models.Model | None = None) -> list[str]:
        return sorted(UNSHOWN)

    def get_list_display(self, request: HttpRequest) -> tuple[str, ...]:
        return tuple(
            column.name
            for column in self.model._meta.concrete_fields
            if column.name not in UNSHOWN | HASHES and not isinstance(column, LONG)
        )

    def get_search_fields(self, request: HttpRequest) -> list[str]:
        return [
            column.name
            for column in self.model._meta.concrete_fields
            if column.name not in UNSHOWN
            and isinstance(column, models.CharField)
            and not column.choices
        ]

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[models.Model]:
        columns = self.model._meta.concrete_fields
        related = [column.name for column in columns if column.is_relation]
        heavy = [column.name for column in columns if isinstance(column, models.BinaryField)]
        rows = super().get_queryset(request).defer(*heavy)
        return rows.select_related(*related) if related else rows

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        title = TABLES.get(self.model.__name__, same(self.model.__name__))
        return super().changelist_view(request, {"title": said(title), **(extra_context or {})})
