"""Which form a paper is written on: chosen by a government from a year on, or its own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache

from setara.domain.budget.activity import ActivityLevel
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Refused, require
from setara.domain.language.text import Text
from setara.domain.law.forms import Form, FormKind, all_forms
from setara.domain.law.own_forms import own_form
from setara.store.models import (
    FormChoiceRecord,
    FormVersionRecord,
    PathwayRecord,
    StatementRecord,
)
from setara.usecases.foundation.access import NotFound, government_of
from setara.usecases.foundation.command import command, leave_event

FORM = Text("Formulir itu", "That form")
# Used until a government chooses another one.
FIRST: Mapping[FormKind, str] = {
    FormKind.PATHWAY: "gap-9-columns",
    FormKind.DOCUMENT_PATHWAY: "gap-4-steps",
    FormKind.STATEMENT: "gbs-madiun",
    FormKind.TERMS: "kak",
}


def form_of(record: PathwayRecord) -> Form:
    """The form a GAP was opened on, whatever was chosen since.

    Cost: no query for a shipped form, one for the government's own.
    """
    return form_named(record.government_id, record.form_key, record.form_version)


def form_of_statement(record: StatementRecord) -> Form:
    """The form a GBS was drawn up on. Cost as `form_of`."""
    return form_named(record.government_id, record.form_key, record.form_version)


def form_named(government_id: int, key: str, version: str) -> Form:
    """A form by key and version, shipped or the government's own. Raises NotFound.

    Cost: no query for a shipped form, one for the government's own.
    """
    for each in all_forms():
        if (each.key, each.version) == (key, version):
            return each
    rows = FormVersionRecord.objects.filter(government=government_id, key=key, version=version)
    content = rows.values_list("content", flat=True).first()
    if content is None:
        raise NotFound(FORM)
    return kept_form(content)


def level_of(form: Form) -> ActivityLevel:
    """The level at which the code of a GAP on that form stands."""
    return ActivityLevel(form.level) if form.level else ActivityLevel.SUB_ACTIVITY


def stands_on(form: Form) -> dict[str, str]:
    """What a GAP keeps of the form it is opened on."""
    return {
        "level": level_of(form).value,
        "form_key": form.key,
        "form_version": form.version,
    }


@lru_cache(maxsize=128)
def kept_form(content: str) -> Form:
    """The form of a file that was judged when it came in."""
    return own_form(content.encode())


def form_for(government_id: int, kind: FormKind, year: int) -> Form:
    """The form of a kind that a government uses in a year.

    Cost: one query, two where it chose a form of its own.
    """
    choices = FormChoiceRecord.objects.filter(
        government=government_id, kind=kind, from_year__lte=year
    )
    choice = choices.order_by("-from_year").first()
    if choice is None:
        return first_form(kind, year)
    return form_named(government_id, choice.form_key, choice.form_version)


def first_form(kind: FormKind, year: int) -> Form:
    """The form of a kind where nothing was chosen: that in force on the year's first day.

    Before there was any it is the first one, since a plan may begin before its form.
    """
    versions = [each for each in all_forms() if each.key == FIRST[kind]]
    begun = [each for each in versions if each.valid_from <= date(year, 1, 1)]
    return (begun or versions[:1])[-1]


@command("budget.form.chosen", says=Text("Formulir dipilih", "Form chosen"))
def choose_form(
    *,
    by: Actor,
    at: datetime,
    kind: FormKind,
    form_key: str,
    form_version: str,
    from_year: int,
    reason: str,
) -> int:
    """Use a form for all that is opened for `from_year` and later; what is open keeps its own.

    A choice for the same year takes the place of the one before. Raises Refused for a form of
    another kind, for one that does not hold in that year, and without a reason; NotFound.
    """
    require(by.may(Permission.CHOOSE_FORMS))
    government = government_of(by)
    form = form_named(government, form_key, form_version)
    _judge(form, kind, from_year, reason)
    facts = {"form_key": form_key, "form_version": form_version, "reason": reason.strip()}
    record, _ = FormChoiceRecord.objects.update_or_create(
        government_id=government,
        kind=kind,
        from_year=from_year,
        defaults=facts | {"chosen_by": by.name, "chosen_at": at},
    )
    told = {"kind": kind.value, "from_year": str(from_year), **facts}
    _leave("budget.form.chosen", by, at, record, told)
    return record.pk


@command("budget.form.added", says=Text("Formulir sendiri ditambahkan", "Own form added"))
def add_form(*, by: Actor, at: datetime, content: bytes) -> int:
    """Take in a form of the government's own (TOML); an earlier version stays as it was.

    Raises FormUnreadable with every fault by line, Refused where the version is there already.
    """
    require(by.may(Permission.CHOOSE_FORMS))
    government, form = government_of(by), own_form(content)
    versions = FormVersionRecord.objects.filter(government=government, key=form.key)
    if any(each.kind != form.kind for each in versions):
        raise Refused(_OTHER_KIND.filled(key=form.key, kind=form.kind.label))
    if versions.filter(version=form.version).exists():
        raise Refused(_VERSION_THERE.filled(key=form.key, version=form.version))
    record = FormVersionRecord.objects.create(
        government_id=government,
        key=form.key,
        version=form.version,
        kind=form.kind,
        content=content.decode("utf-8-sig").replace("\r\n", "\n"),
        added_by=by.name,
        added_at=at,
    )
    _leave(
        "budget.form.added", by, at, record, {"form_key": form.key, "form_version": form.version}
    )
    return record.pk


def _leave(
    event: str,
    by: Actor,
    at: datetime,
    record: FormChoiceRecord | FormVersionRecord,
    told: dict[str, str],
) -> None:
    leave_event(event, by=by, at=at, subject=record, government_id=None, **told)


def _judge(form: Form, kind: FormKind, year: int, reason: str) -> None:
    if form.kind is not kind:
        raise Refused(_WRONG_KIND.filled(form=form.title, kind=kind.label))
    if form.valid_from > date(year, 12, 31):
        raise Refused(_NOT_YET.filled(form=form.title, day=form.valid_from))
    if form.valid_to is not None and form.valid_to <= date(year, 1, 1):
        raise Refused(_NO_LONGER.filled(form=form.title, day=form.valid_to))
    if not reason.strip():
        raise Refused(_NO_REASON)


_WRONG_KIND = Text("“{form}” bukan formulir untuk {kind}.", "“{form}” is no form for the {kind}.")
_NOT_YET = Text(
    "“{form}” baru dipakai sejak {day}. Pilih tahun sesudahnya.",
    "“{form}” is used from {day} only. Choose a later year.",
)
_NO_LONGER = Text(
    "“{form}” tidak dipakai lagi sejak {day}. Pilih versi yang lebih baru.",
    "“{form}” is not used any more since {day}. Choose a newer version.",
)
_NO_REASON = Text(
    "Tulis alasan atau nomor keputusannya, agar orang lain tahu dasarnya.",
    "Write the reason or the number of the decree, so that others know its basis.",
)
_VERSION_THERE = Text(
    "Formulir “{key}” versi “{version}” sudah ada dan tidak diganti, karena dokumen lama "
    "memakainya. Ubah “version” dalam berkas, misalnya menjadi “{version}-2”.",
    "The form “{key}” in version “{version}” is there already and is not replaced, since older "
    "papers are written on it. Change “version” in the file, to “{version}-2” for instance.",
)
_OTHER_KIND = Text(
    "Kunci “{key}” sudah dipakai formulir jenis lain, bukan {kind}. Pakai kunci lain.",
    "The key “{key}” is that of a form of another kind already, not of the {kind}. Use another.",
)
