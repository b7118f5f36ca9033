"""How mail leaves: as files, on the terminal, or through an SMTP server."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

from setara.config.environment import BadSetting, Environment

DEFAULT_PORTS = {"smtp": 587, "smtps": 465}


def mail(environment: Environment, home: Path) -> dict[str, Any]:
    """Django's `EMAIL_…` settings. Raises BadSetting for what is none of the three ways."""
    way = environment.text("SETARA_MAIL")
    if way == "outbox":
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "EMAIL_FILE_PATH": str(home / "outbox"),
        }
    if way == "console":
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    return _smtp(_address(way))


def _address(way: str) -> SplitResult:
    try:
        address = urlsplit(way)
        understood = address.scheme in DEFAULT_PORTS and address.hostname and address.port != 0
    except ValueError:
        understood = None
    if not understood:
        raise BadSetting(
            "SETARA_MAIL harus outbox, console, atau alamat seperti smtp://host:587.",
            "SETARA_MAIL must be outbox, console, or an address like smtp://host:587.",
        )
    return address


def _smtp(address: SplitResult) -> dict[str, Any]:
    over_tls = address.scheme == "smtps"
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": address.hostname,
        "EMAIL_PORT": address.port or DEFAULT_PORTS[address.scheme],
        "EMAIL_HOST_USER": unquote(address.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(address.password or ""),
        "EMAIL_USE_SSL": over_tls,
        "EMAIL_USE_TLS": not over_tls,
        "EMAIL_TIMEOUT": 20,
    }
