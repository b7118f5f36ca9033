"""GeoJSON as it comes in: JSON of bounded size and depth, whatever it claims to be."""

from __future__ import annotations

import json

from setara.domain.language.text import Language, Text

LARGEST = 8 * 1024 * 1024
TOO_LARGE = Text(
    "Berkas batas wilayah lebih dari {most} MB. Sederhanakan dahulu.",
    "The boundary file is larger than {most} MB. Simplify it first.",
)
NO_JSON = Text("Berkas ini bukan JSON yang utuh: {what}.", "This file is not whole JSON: {what}.")


class NotJson(ValueError):
    """The bytes are no JSON that is taken; `reason` says why."""

    def __init__(self, reason: Text) -> None:
        self.reason = reason
        super().__init__(reason.say(Language.ENGLISH))


def json_of(content: bytes) -> object:
    """The value in the file. Raises NotJson for a file too large, not UTF-8, or nested absurdly."""
    if len(content) > LARGEST:
        raise NotJson(TOO_LARGE.filled(most=LARGEST // 1024 // 1024))
    try:
        return json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise NotJson(NO_JSON.filled(what="UTF-8")) from error
    except RecursionError as error:
        raise NotJson(NO_JSON.filled(what="[[[[…")) from error
    except json.JSONDecodeError as error:
        where = Text("baris {line}, kolom {column}", "line {line}, column {column}")
        at = where.filled(line=error.lineno, column=error.colno)
        raise NotJson(NO_JSON.filled(what=at)) from error
