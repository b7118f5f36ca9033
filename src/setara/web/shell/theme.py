"""Light, dark, or as the device is set."""

from __future__ import annotations

from enum import StrEnum

from setara.domain.language.text import Text

THEME_COOKIE = "setara_theme"
GROUND = "latar"
"""What the address of a drawn figure calls the ground it is wanted on."""


class Theme(StrEnum):
    """The value is what `data-theme` on the page and the cookie hold."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"

    @property
    def label(self) -> Text:
        """In both languages."""
        return LABELS[self]


LABELS = {
    Theme.SYSTEM: Text("Ikuti perangkat", "As the device"),
    Theme.LIGHT: Text("Terang", "Light"),
    Theme.DARK: Text("Gelap", "Dark"),
}


def theme_named(value: str | None) -> Theme:
    """The theme a cookie or form names; the device's for anything else."""
    return Theme(value) if value in list(Theme) else Theme.SYSTEM


def on_ground(url: str, theme: Theme) -> str:
    """The address of a drawn figure on a ground of its own, whatever the reader chose."""
    return f"{url}{'&' if '?' in url else '?'}{GROUND}={theme.value}"
