"""A person at a browser, as the page tests send them around the house."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from setara.domain.foundation.actor import Actor
from setara.domain.language.text import Language
from setara.store.models import AccountRecord


@dataclass
class Visitor:
    """Someone signed in, or a guest, reading one of the two languages."""

    who: Actor
    language: Language = Language.INDONESIAN
    client: Client = field(default_factory=Client)

    def __post_init__(self) -> None:
        if self.who.account_id is None:
            self.client.cookies["setara_language"] = self.language.value
            return
        account = AccountRecord.objects.get(pk=self.who.account_id)
        account.language = self.language
        account.save()
        self.client.force_login(account)

    def opens(self, name: str, /, *place: object, **query: str) -> Any:
        """The page of a URL name: what Django's test client answers."""
        return self.client.get(reverse(name, args=place), query)

    def sends(self, name: str, /, *place: object, **typed: object) -> Any:
        """A form posted to a URL name."""
        return self.client.post(reverse(name, args=place), typed)


def words(response: HttpResponse) -> str:
    """What a reader sees in the main part of a page: no tags, blanks run together."""
    text = response.content.decode()
    main = text[text.find("<main") : text.find("</main>")]
    seen = " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())
    assert not _OBJECT.search(seen), f"an object of the program is shown: {seen}"
    return seen


# `Stage(phase=…`: what Python says of a value that has no words of its own.
_OBJECT = re.compile(r"\b[A-Z]\w*\(\w+=|<[\w.]+ object at 0x|<\w+\.\w+: ")
