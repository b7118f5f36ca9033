"""The one Django app that holds every table."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """Named `store`; tables are prefixed with it."""

    name = "setara.store"
    label = "store"
    verbose_name = "Setara"
    default_auto_field = "django.db.models.BigAutoField"
