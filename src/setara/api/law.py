"""What programs may ask about the law; nobody need sign in for it."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest
from ninja import Router, Schema

from setara.api.words import Failure, Words, words
from setara.domain.law.regulations import Regulation, RegulationState, Scope
from setara.usecases.law import reading

router = Router(tags=["law"])


class Source(Schema):
    """Where a statement was read."""

    text: str
    url: str | None


class RegulationOut(Schema):
    """A regulation; what is not `verified` was not seen in its official text."""

    key: str
    name: str
    title: Words
    year: int
    issuer: str
    scope: Scope
    state: RegulationState
    verified: bool
    place: str | None
    set_on: date | None
    in_force_from: date | None
    amends: list[str]
    amended_by: list[str]
    replaces: list[str]
    replaced_by: list[str]
    note: Words | None
    sources: list[Source]


@router.get("/regulations", response=list[RegulationOut], summary="The register of regulations")
def regulations(
    request: HttpRequest, state: RegulationState | None = None, scope: Scope | None = None
) -> list[RegulationOut]:
    """The register, or the part of it in one state or of one scope."""
    return [_out(each) for each in reading.register(state=state, scope=scope).regulations]


@router.get(
    "/regulations/{key}",
    response={200: RegulationOut, 404: Failure},
    summary="One regulation",
)
def regulation(request: HttpRequest, key: str) -> RegulationOut:
    """The regulation under its key."""
    return _out(reading.regulation(key=key).regulation)


def _out(known: Regulation) -> RegulationOut:
    return RegulationOut(
        key=known.key,
        name=known.name,
        title=words(known.title),
        year=known.year,
        issuer=known.issuer,
        scope=known.scope,
        state=known.state,
        verified=known.verified,
        place=known.place,
        set_on=known.set_on,
        in_force_from=known.in_force_from,
        amends=list(known.amends),
        amended_by=list(known.amended_by),
        replaces=list(known.replaces),
        replaced_by=list(known.replaced_by),
        note=words(known.note) if known.note else None,
        sources=[Source(text=source.text, url=source.url) for source in known.sources],
    )
