"""Sending guarded tables out, and from how many people on counts are shown."""

from __future__ import annotations

from datetime import datetime

from django.utils.timezone import localtime

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.period import Period
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import ALLOWED, Verdict, refused, require
from setara.domain.language.text import Text
from setara.domain.statistics.suppression import REVEALED
from setara.store.models import DisclosureRuleRecord, ElementRecord, PublicationRecord
from setara.usecases.foundation.access import NotFound, government_of, visible
from setara.usecases.foundation.command import command, leave_event
from setara.usecases.statistics.commands import ELEMENT
from setara.usecases.statistics.releases import guarded_now, kept_form, last_publication

LEAST_LIMIT = 3


@command("statistics.element.published", says=Text("Data diterbitkan", "Figures published"))
def publish_element(*, by: Actor, at: datetime, element_code: str, year: int) -> int:
    """Send out the figures of one element and year with small cells hidden and covered.

    Raises Refused where hidden cells could be worked out from what is out already, where there
    are no figures, or where nothing changed; NotFound for an unknown element.
    """
    require(by.may(Permission.PUBLISH_STATISTICS))
    element = visible(by, ElementRecord.objects.filter(code=element_code)).first()
    if element is None:
        raise NotFound(ELEMENT)
    period = Period.year(year)
    found = guarded_now(by, element, period, at.date())
    last = last_publication(element, period)
    cells = kept_form(found.cells)
    require(_may_publish(len(cells), len(found.protection.recovered)))
    require(_is_new(last, cells))
    record = PublicationRecord.objects.create(
        element=element,
        valid_from=period.valid_from,
        valid_to=period.end,
        cells=cells,
        audit={
            "primary": len(found.protection.primary),
            "secondary": len(found.protection.secondary),
            "recovered": 0,
        },
        published_at=at,
        published_by=by.name,
    )
    leave_event(
        "statistics.element.published",
        by=by,
        at=at,
        subject=record,
        code=element.code,
        year=year,
        hidden=len(found.protection.hidden),
    )
    return record.pk


def _may_publish(cells: int, recovered: int) -> Verdict:
    if recovered:
        return Verdict(allowed=False, reason=REVEALED.filled(count=recovered))
    if cells:
        return ALLOWED
    return refused("Belum ada angka untuk diterbitkan.", "There are no figures to publish yet.")


def _is_new(last: PublicationRecord | None, cells: object) -> Verdict:
    if last is None or last.cells != cells:
        return ALLOWED
    return refused(
        "Angka ini sudah terbit pada {at} dan tidak berubah.",
        "These figures went out on {at} and have not changed.",
        at=localtime(last.published_at),
    )


@command("statistics.year.published", says=Text("Data setahun diterbitkan", "A year published"))
def publish_year(*, by: Actor, at: datetime, year: int) -> int:
    """Send out every element of a year that is new or changed; how many there were.

    Raises Refused where one of them cannot go out: then none does.
    """
    require(by.may(Permission.PUBLISH_STATISTICS))
    period = Period.year(year)
    rows = visible(by, ElementRecord.objects.all()).filter(
        observations__valid_from=period.valid_from, observations__valid_to=period.end
    )
    count = 0
    for element in rows.distinct().order_by("code"):
        found = guarded_now(by, element, period, at.date())
        if _is_new(last_publication(element, period), kept_form(found.cells)):
            publish_element(by=by, at=at, element_code=element.code, year=year)
            count += 1
    require(
        ALLOWED
        if count
        else refused(
            "Tidak ada angka baru atau berubah untuk {year}.",
            "There are no new or changed figures for {year}.",
            year=str(year),
        )
    )
    newest = PublicationRecord.objects.filter(published_at=at, element__in=rows).latest("pk")
    leave_event(
        "statistics.year.published", by=by, at=at, subject=newest, year=year, elements=count
    )
    return count


@command("statistics.limits.set", says=Text("Batas sel kecil ditetapkan", "Small-cell limits set"))
def set_limits(*, by: Actor, at: datetime, general: int, careful: int, reason: str) -> int:
    """Set from how many people on counts are shown, for a reason. Raises Refused.

    The limits count for what goes out from now on; what went out stays as it was.
    """
    require(by.may(Permission.PUBLISH_STATISTICS))
    require(_may_set(general, careful, reason))
    record = DisclosureRuleRecord.objects.create(
        government_id=government_of(by),
        general=general,
        careful=careful,
        reason=reason.strip(),
        set_by=by.name,
        set_at=at,
    )
    leave_event(
        "statistics.limits.set", by=by, at=at, subject=record, general=general, careful=careful
    )
    return record.pk


def _may_set(general: int, careful: int, reason: str) -> Verdict:
    if general < LEAST_LIMIT:
        return refused(
            "Batas terendah adalah {least}: di bawahnya orang mudah dikenali.",
            "The lowest limit is {least}: below it people are easily recognised.",
            least=LEAST_LIMIT,
        )
    if careful < general:
        return refused(
            "Batas untuk data peka tidak boleh lebih longgar daripada batas umum.",
            "The limit for sensitive data may not be looser than the general one.",
        )
    if not reason.strip():
        return refused(
            "Alasan belum diisi. Sebutkan dasar penetapannya.",
            "The reason is missing. Name the ground it is set on.",
        )
    return ALLOWED
