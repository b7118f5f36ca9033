"""What the pages on tagging show, and how their addresses ask for it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict

from setara.domain.budget.allocation import AllocationCategory
from setara.domain.budget.tagging.tag import TagScope
from setara.domain.language.text import Text
from setara.usecases.budget.tag_answers import (
    LineTaggingAnswer,
    TagFilter,
    TaggingAnswer,
    TagOrder,
)
from setara.usecases.budget.tagging_windows import WindowsAnswer
from setara.web.budget.tag_forms import LineForm, numbered
from setara.web.budget.window_forms import ChangeForm, OpenForm

ORDERS = {
    "": TagOrder.FILE,
    "kode": TagOrder.CODE,
    "nama": TagOrder.NAME,
    "pagu": TagOrder.AMOUNT,
    "perangkat": TagOrder.AGENCY,
}
TAGS: dict[str, tuple[Text, dict[str, object]]] = {
    "": (Text("semua", "all"), {}),
    "belum": (Text("belum bertanda", "not tagged"), {"tagged": False}),
    "ya": (Text("bertanda", "tagged"), {"tagged": True}),
    "temuan": (Text("ada yang diragukan", "with doubts"), {"only_doubtful": True}),
    **{each.value: (numbered(each), {"category": each}) for each in AllocationCategory},
}
_LONGEST = 200
_ASKED = ("cari", "perangkat", "tanda", "lihat", "urut")


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a list to choose from."""

    value: str
    label: Text
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """Which lines an address asks for, and the addresses of the pages beside it."""

    only: TagFilter
    said: dict[str, str]

    def query(self, page: int) -> str:
        """The query of another page of the same lines."""
        return urlencode({**self.said, "halaman": page})

    @property
    def tags(self) -> list[Choice]:
        """The kinds of tag to choose from."""
        chosen = self.said.get("tanda", "")
        return [Choice(value, label, value == chosen) for value, (label, _) in TAGS.items()]

    @property
    def orders(self) -> list[Choice]:
        """The orders to choose from."""
        return [Choice(key, each.label, each is self.only.order) for key, each in ORDERS.items()]


def asked_in(query: QueryDict) -> Asked:
    """What an address asks for; what it says wrongly is left out."""
    typed = {name: str(query.get(name, "")).strip()[:_LONGEST] for name in _ASKED}
    said = {name: value for name, value in typed.items() if value}
    agency, page = said.get("perangkat", ""), query.get("halaman", "")
    _, narrowed = TAGS.get(said.get("tanda", ""), TAGS[""])
    only = TagFilter(
        agency_id=int(agency) if agency.isdecimal() else None,
        only_worth_a_look=said.get("lihat") == "1",
        words=said.get("cari", ""),
        order=ORDERS.get(said.get("urut", ""), TagOrder.FILE),
        page=int(page) if page.isdecimal() else 1,
        **narrowed,  # type: ignore[arg-type]
    )
    return Asked(only, said)


@dataclass(frozen=True, slots=True)
class TaggingPage:
    """The lines of a book with their tags, and the form that tags those chosen."""

    title: Text
    answer: TaggingAnswer
    asked: Asked
    chosen: frozenset[int]
    form: forms.Form
    because: str
    refusal: Text | None

    @property
    def earlier(self) -> str:
        """The query of the page before, empty on the first."""
        return self.asked.query(self.answer.page - 1) if self.answer.page > 1 else ""

    @property
    def later(self) -> str:
        """The query of the page after, empty on the last."""
        last = self.answer.page >= self.answer.pages
        return "" if last else self.asked.query(self.answer.page + 1)

    @property
    def here(self) -> str:
        """The query of this page."""
        return self.asked.query(self.answer.page)


@dataclass(frozen=True, slots=True)
class LineTaggingPage:
    """One line with the form that tags it."""

    title: Text
    answer: LineTaggingAnswer
    form: LineForm
    withdraw_form: forms.Form
    decline_form: forms.Form
    refusal: Text | None

    @property
    def chosen_parts(self) -> frozenset[str]:
        """The keys of the lines that are ticked."""
        if "parts" not in self.form.fields:
            return frozenset()
        return frozenset(self.form["parts"].value() or ())

    @property
    def shows_parts(self) -> bool:
        """Whether the lines are what counts, so that their table is open."""
        return bool(self.form["scope"].value() == TagScope.LINES.value)

    @property
    def lost_parts(self) -> int:
        """How many lines of the standing tag the book no longer has."""
        tag = self.answer.line.tag
        keys = {part.key for part in self.answer.parts}
        return len(tag.tag.lines - keys) if tag else 0


@dataclass(frozen=True, slots=True)
class WindowsPage:
    """The windows of tagging that hold for a book, with what may be done about them."""

    title: Text
    answer: WindowsAnswer
    form: OpenForm
    changing: ChangeForm | None
    refusal: Text | None

    @property
    def rows(self) -> list[tuple[object, ChangeForm]]:
        """Each window with its form, the one that was refused as it was typed."""
        return [(each, self._form(each.window_id)) for each in self.answer.windows]

    def _form(self, window_id: int) -> ChangeForm:
        typed = self.changing
        if typed is not None and typed.window_id == window_id:
            return typed
        return ChangeForm(window_id=window_id)
