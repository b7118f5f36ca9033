"""Published tables as files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from setara.domain.foundation.actor import Actor
from setara.domain.language.text import Language
from setara.store.models import GovernmentRecord
from setara.usecases.foundation.access import NotFound, government_of
from setara.usecases.statistics.exports import as_csv, as_json_stat, as_package, as_xlsx
from setara.usecases.statistics.releases import PUBLICATION, all_published, published


class ReleaseFormat(StrEnum):
    """As what one element can be had."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON_STAT = "json"


MEDIA_TYPES = {
    ReleaseFormat.CSV: "text/csv; charset=utf-8",
    ReleaseFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ReleaseFormat.JSON_STAT: "application/json",
}


@dataclass(frozen=True, slots=True)
class FileAnswer:
    """A file to be handed out."""

    name: str
    media_type: str
    content: bytes


def release_file(
    *, by: Actor, element_code: str, form: ReleaseFormat, language: Language, today: date
) -> FileAnswer:
    """What went out of an element, as a file. Raises NotFound where nothing did."""
    release = published(by=by, element_code=element_code)
    if form is ReleaseFormat.CSV:
        content = as_csv(release, language)
    elif form is ReleaseFormat.XLSX:
        content = as_xlsx(release, language)
    else:
        content = as_json_stat(release, language, today=today)
    name = f"{release.element.code}-{language.value}.{form.value}"
    return FileAnswer(name, MEDIA_TYPES[form], content)


def package_file(*, by: Actor, language: Language, today: date) -> FileAnswer:
    """Everything that went out, as a data package. Raises NotFound where nothing did."""
    found = all_published(by=by)
    if not found:
        raise NotFound(PUBLICATION)
    government = GovernmentRecord.objects.get(pk=government_of(by)).name
    content = as_package(found, language, government=government, today=today)
    return FileAnswer(f"data-terpilah-{language.value}.zip", "application/zip", content)
