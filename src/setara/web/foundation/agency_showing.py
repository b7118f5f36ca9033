"""Puts agencies on their pages: the list, and one agency with its history."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.language.text import Text, same
from setara.usecases.foundation.queries import AgencyAnswer, AgencyRoomAnswer
from setara.web.foundation.agency_forms import (
    MergeAgencyForm,
    RenameAgencyForm,
    SplitAgencyForm,
)
from setara.web.foundation.pages import AgenciesPage, AgencyPage, Step
from setara.web.shell.pages import Crumb

AGENCIES = Text("Perangkat daerah", "Agencies")
LEAD = Text(
    "{count} perangkat daerah. Pergantian nama, penggabungan, dan pemecahan dicatat, sehingga data "
    "lama tetap menyebut nama pada masanya.",
    "{count} agencies. New names, mergers and splits are recorded, so that old data keeps the "
    "name of its time.",
)


def agencies_page(answers: tuple[AgencyAnswer, ...], by: Actor) -> AgenciesPage:
    """Present agencies first, closed ones after."""
    present = tuple(each for each in answers if each.exists)
    return AgenciesPage(
        title=AGENCIES,
        lead=LEAD.filled(count=len(present)),
        present=present,
        past=tuple(each for each in answers if not each.exists),
        may_change=by.may(Permission.MANAGE_AGENCIES),
    )


def agency_page(
    room: AgencyRoomAnswer,
    *,
    rename: RenameAgencyForm | None = None,
    merge: MergeAgencyForm | None = None,
    split: SplitAgencyForm | None = None,
) -> AgencyPage:
    """One agency; a form that was sent and refused stands in for the empty one."""
    agency = room.agency
    return AgencyPage(
        title=same(agency.name),
        crumbs=(Crumb(AGENCIES, reverse("foundation:agencies")), Crumb(same(agency.short_name))),
        agency=agency,
        history=tuple(step for _, step in sorted(_steps(agency), key=lambda each: each[0])),
        rename_form=rename or RenameAgencyForm(),
        merge_form=merge or MergeAgencyForm(others=room.others),
        split_form=split or SplitAgencyForm(others=room.others),
    )


def _steps(agency: AgencyAnswer) -> Iterator[tuple[date, Step]]:
    first, *later = agency.names
    named = Text("Tercatat dengan nama {name}", "Recorded under the name {name}")
    yield _step(first.validity.valid_from, named.filled(name=first.name))
    renamed = Text("Berganti nama menjadi {name}", "Renamed to {name}")
    for name in later:
        yield _step(name.validity.valid_from, renamed.filled(name=name.name))
    for arrow in agency.took_over_from:
        words = Text("Mengambil alih tugas dari", "Took over the work of")
        yield _step(arrow.on, words, arrow.other_id, arrow.other_name)
    for arrow in agency.passed_on_to:
        yield _step(arrow.on, _sentence(arrow.kind.label), arrow.other_id, arrow.other_name)


def _step(on: date, words: Text, agency_id: int | None = None, name: str = "") -> tuple[date, Step]:
    return on, Step(Text("{day}", "{day}").filled(day=on), words, agency_id, name)


def _sentence(label: Text) -> Text:
    return Text(label.id.capitalize(), label.en.capitalize())
