"""Tables with their description in one archive: a tabular data package, checksums included."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from setara.formats.csv_text import csv_of

# The earliest date a zip entry can carry: the same tables give the same bytes.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its name, its type (string, integer, number, year), and what it means."""

    name: str
    type: str
    title: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Resource:
    """A table: the name of its file without ending, what it is, its columns and rows."""

    name: str
    title: str
    description: str
    fields: tuple[Field, ...]
    rows: Sequence[Sequence[object]]
    primary_key: tuple[str, ...] = ()
    facts: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Package:
    """The whole: `facts` are further properties of its description; `papers` files beside it."""

    name: str
    title: str
    description: str
    created: str
    licence: tuple[str, str]
    resources: tuple[Resource, ...]
    sources: tuple[str, ...] = ()
    facts: Mapping[str, Any] | None = None
    papers: Mapping[str, bytes] | None = None


def data_package(package: Package) -> bytes:
    """The package as a zip: `datapackage.json` (Data Package 1.0), `data/*.csv`, papers.

    The CSV are UTF-8 with commas, and no text in them can become a formula.
    """
    tables = {f"data/{resource.name}.csv": _table(resource) for resource in package.resources}
    described = _described(package, tables)
    files = {
        "datapackage.json": json.dumps(described, ensure_ascii=False, indent=1).encode("utf-8"),
        **tables,
        **(package.papers or {}),
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, _NO_TIME), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _table(resource: Resource) -> bytes:
    head = [field.name for field in resource.fields]
    # Without a mark at the start: the package says that it is UTF-8.
    return csv_of([head, *resource.rows], delimiter=",").removeprefix(b"\xef\xbb\xbf")


def _described(package: Package, tables: Mapping[str, bytes]) -> dict[str, Any]:
    licence, address = package.licence
    return {
        "profile": "tabular-data-package",
        "name": package.name,
        "title": package.title,
        "description": package.description,
        "created": package.created,
        "licenses": [{"name": licence, "path": address}] if address else [{"name": licence}],
        "sources": [{"title": source} for source in package.sources],
        "resources": [
            _resource(resource, content)
            for resource, content in zip(package.resources, tables.values(), strict=True)
        ],
        **(package.facts or {}),
    }


def _resource(resource: Resource, content: bytes) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": resource.name,
        "title": resource.title,
        "description": resource.description,
        "path": f"data/{resource.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": {
            "fields": [
                {
                    "name": field.name,
                    "type": field.type,
                    "title": field.title,
                    "description": field.description,
                }
                for field in resource.fields
            ],
            "missingValues": [""],
            "primaryKey": list(resource.primary_key),
        },
        **(resource.facts or {}),
    }
