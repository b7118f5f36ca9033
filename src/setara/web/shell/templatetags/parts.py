"""The parts pages are put together from; each has its own small template in `shell/parts/`."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from itertools import count
from weakref import WeakKeyDictionary

from django import template
from django.forms import BoundField
from django.http import HttpRequest
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from setara.domain.foundation.sex import Sex
from setara.domain.foundation.verdict import Verdict
from setara.domain.language.text import Text
from setara.web.shell.pages import Crumb
from setara.web.shell.theme import Theme, on_ground

register = template.Library()

Words = Text | str
"""What a part takes for a title: a pair of words, or a proper name."""

NOTICES: dict[str, tuple[Text, Text | None]] = {
    "sample": (
        Text("Data contoh", "Sample data"),
        Text(
            "Dibuat untuk latihan. Jangan dikutip sebagai data resmi.",
            "Made for practice. Do not quote as official data.",
        ),
    ),
    "unverified": (
        Text("Belum diverifikasi", "Unverified"),
        Text(
            "Naskah resminya belum dilihat; isinya menurut sumber lain.",
            "Its official text was not seen; the content follows other sources.",
        ),
    ),
    "unofficial": (
        Text("Rancangan, bukan resmi", "Draft, not official"),
        Text(
            "Bentuk resminya belum tersedia; jangan dipakai sebagai pengganti formulir resmi.",
            "The official form was not at hand; do not use this in its place.",
        ),
    ),
    "info": (Text("Keterangan", "Note"), None),
    "success": (Text("Berhasil", "Done"), None),
    "warning": (Text("Perhatian", "Attention"), None),
    "error": (Text("Perlu diperbaiki", "Needs correction"), None),
}


@register.simple_block_tag(takes_context=True)
def button(
    context: Context,
    content: SafeString,
    *,
    verdict: Verdict | None = None,
    kind: str = "primary",
    name: str = "",
    value: object = "",
    form: str = "",
) -> SafeString:
    """A submit button.

    A refused `verdict` disables it and shows why. Kinds: primary, quiet, danger.
    """
    return _part(
        context,
        "button",
        content=content,
        reason=_reason(verdict),
        kind=kind,
        name=name,
        value=value,
        form=form,
        ident=_identity(context),
    )


@register.simple_block_tag(takes_context=True)
def action(
    context: Context,
    content: SafeString,
    *,
    url: str,
    verdict: Verdict | None = None,
    kind: str = "primary",
    name: str = "",
    value: object = "",
) -> SafeString:
    """A button that posts to `url` by itself, for acts that need no typing."""
    return _part(
        context,
        "action",
        content=content,
        csrf_token=context.get("csrf_token"),
        url=url,
        reason=_reason(verdict),
        kind=kind,
        name=name,
        value=value,
        ident=_identity(context),
    )


@register.simple_block_tag(takes_context=True)
def go(
    context: Context,
    content: SafeString,
    *,
    url: str,
    verdict: Verdict | None = None,
    kind: str = "primary",
) -> SafeString:
    """A link that looks like a button, for going somewhere; refused like `button`."""
    return _part(
        context,
        "go",
        content=content,
        url=url,
        reason=_reason(verdict),
        kind=kind,
        ident=_identity(context),
    )


@register.simple_block_tag
def badge(content: SafeString, *, tone: str = "plain") -> SafeString:
    """A state in a word. Tones, each with a shape of its own: plain, open, good, late, bad."""
    return format_html('<span class="badge badge-{}">{}</span>', tone, content)


@register.simple_block_tag(takes_context=True)
def notice(
    context: Context, content: SafeString, *, kind: str = "info", title: Words | None = None
) -> SafeString:
    """A framed remark; an empty one says the kind's standing sentence. Kinds: see NOTICES."""
    standing_title, standing_words = NOTICES[kind]
    return _part(
        context,
        "notice",
        content=content,
        words=standing_words,
        kind=kind,
        title=title or standing_title,
    )


@register.simple_block_tag(takes_context=True)
def card(
    context: Context,
    content: SafeString,
    *,
    title: Words,
    url: str = "",
    note: Words | None = None,
) -> SafeString:
    """A framed part of a page under its own heading, which is a link where `url` is given."""
    return _part(context, "card", content=content, title=title, url=url, note=note)


@register.simple_block_tag
def facts(content: SafeString) -> SafeString:
    """A list of names and values, filled with `fact`."""
    return format_html('<dl class="facts">{}</dl>', content)


@register.simple_block_tag(takes_context=True)
def fact(context: Context, content: SafeString, label: Words) -> SafeString:
    """One name with its value: `{% fact "Tahun"|en:"Year" %}2025{% endfact %}`."""
    return _part(context, "fact", content=content, label=label)


@register.simple_block_tag(takes_context=True)
def table(
    context: Context,
    content: SafeString,
    *,
    caption: Words,
    note: Words | None = None,
    hide_caption: bool = False,
) -> SafeString:
    """A table with its caption, in a frame that scrolls sideways and can be reached by keyboard."""
    return _part(
        context,
        "table",
        content=content,
        caption=caption,
        note=note,
        hide_caption=hide_caption,
        ident=_identity(context),
    )


@register.simple_block_tag(takes_context=True)
def figure(
    context: Context,
    content: SafeString,
    *,
    caption: Words,
    alt: Words,
    svg: str = "",
    src: str = "",
) -> SafeString:
    """A picture with its caption; what stands inside is the same content as text or table.

    An SVG is embedded as an image of its own, because the page allows no inline styles. A drawn
    one at `src` follows the reader's choice of light or dark, or where none was made the device;
    on paper it is light.
    """
    theme = context["frame"].theme if src and "frame" in context else None
    dark = on_ground(src, Theme.DARK) if theme is Theme.SYSTEM else ""
    paper = on_ground(src, Theme.LIGHT) if theme is Theme.DARK else ""
    if svg:
        src = f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"
    return _part(
        context,
        "figure",
        content=content,
        caption=caption,
        alt=alt,
        src=src,
        dark_src=dark,
        paper_src=paper,
    )


@register.simple_block_tag(takes_context=True)
def explain(
    context: Context, content: SafeString, *, title: Words | None = None, is_open: bool = False
) -> SafeString:
    """How a number came about, behind one click."""
    words = title or Text("Dari mana angka ini?", "Where does this number come from?")
    return _part(context, "explain", content=content, title=words, is_open=is_open)


@register.simple_block_tag(takes_context=True)
def empty_state(context: Context, content: SafeString, *, title: Words) -> SafeString:
    """What stands where a list has nothing: why, and the next step."""
    return _part(context, "empty_state", content=content, title=title)


@register.simple_tag(takes_context=True)
def sex(context: Context, value: Sex | str) -> SafeString:
    """`● perempuan`, `◆ laki-laki`: told by shape and word, never by colour alone."""
    member = Sex(value)
    return _part(context, "sex", is_female=member is Sex.FEMALE, label=member.label)


@register.inclusion_tag("shell/parts/breadcrumb.html")
def breadcrumb(crumbs: tuple[Crumb, ...]) -> dict[str, object]:
    """The path above a page."""
    return {"crumbs": crumbs}


@register.simple_tag
def field(bound: BoundField) -> SafeString:
    """A form field with label, help and error tied to its control."""
    return bound.as_field_group()


@register.inclusion_tag("shell/parts/form_errors.html")
def form_errors(form: object) -> dict[str, object]:
    """All errors of a form in one place, each a link to its field."""
    return {"form": form}


def _part(context: Context, name: str, /, **values: object) -> SafeString:
    if context.template is None:
        message = f"the part {name} can only be used while a template is rendered"
        raise RuntimeError(message)
    part = context.template.engine.get_template(f"shell/parts/{name}.html")
    # Without the blank line a file ends with, which would stand before a comma that follows.
    # The engine has escaped it; stripping alone drops the mark that says so.
    return SafeString(part.render(context.new(values)).strip())  # nosec B308, B703


def _reason(verdict: Verdict | None) -> Text | None:
    if verdict is None or verdict.allowed:
        return None
    return verdict.reason or Text("Tidak diizinkan.", "Not allowed.")


_counters: WeakKeyDictionary[HttpRequest, Iterator[int]] = WeakKeyDictionary()
_without_request = count(1)


def _identity(context: Context) -> str:
    """An id that no other part of the same page has."""
    request = getattr(context, "request", None)
    if request is None:
        return f"part-x{next(_without_request)}"
    return f"part-{next(_counters.setdefault(request, count(1)))}"
