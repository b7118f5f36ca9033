"""The definitions that come with Setara, read once when they are first asked for."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from setara.domain.indices.composite.reading import composite_from
from setara.domain.indices.definition import Index

DATA = files("setara.domain.indices") / "data"


@cache
def shipped(name: str) -> Index:
    """The index defined by the shipped file `name`.toml. Raises FileNotFoundError."""
    return composite_from(definition_text(name), f"{name}.toml")


def definition_text(name: str) -> str:
    """The shipped file as it is written, to start one's own from. Raises FileNotFoundError."""
    return (DATA / f"{name}.toml").read_text("utf-8")


def shipped_names() -> tuple[str, ...]:
    """The names of all shipped definitions."""
    names = (file.name for file in DATA.iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))
