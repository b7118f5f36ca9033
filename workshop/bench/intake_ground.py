"""The government whose figures W1 takes in."""

from __future__ import annotations

import secrets
from datetime import UTC, date, datetime
from pathlib import Path

from django.core.management import call_command

from setara.domain.foundation.sex import Sex
from setara.domain.language.text import same
from setara.domain.statistics.element import Measure, Polarity, PopulationType
from setara.store.models import AccountRecord, ElementRecord, ObservationRecord, PlaceRecord
from setara.usecases.foundation.actors import OPERATOR, actor
from setara.usecases.foundation.commands import found_government, open_account
from setara.usecases.foundation.operating import start_secretariat
from setara.usecases.statistics.bulk import import_long_table
from setara.usecases.statistics.commands import define_element

AT = datetime(2025, 6, 16, 2, tzinfo=UTC)


def lay(elements: int, places: int) -> list[str]:
    """A government with `elements` counts, the first their population; codes of `places`."""
    call_command("migrate", verbosity=0)
    government = found_government(
        by=OPERATOR, at=AT, place_code="64.01", name="Paser", is_practice=True
    )
    person = start_secretariat(
        by=OPERATOR,
        at=AT,
        government_id=government,
        name="Dian",
        sex=Sex.FEMALE,
        decree_number="1",
        decided_on=date(2025, 1, 2),
    )
    password = secrets.token_urlsafe()
    account = open_account(
        by=OPERATOR, at=AT, person_id=person, email="dian@contoh.id", password=password
    )
    secretary = actor(account_id=account, at=AT)
    for number in range(elements):
        define_element(
            by=secretary,
            at=AT,
            code=f"E{number:02}",
            name=same(f"Elemen {number}"),
            unit=same("orang"),
            measure=Measure.COUNT,
            polarity=Polarity.HIGHER_IS_BETTER,
            population_type=PopulationType.POPULATION,
        )
    ElementRecord.objects.exclude(code="E00").update(population_base="E00")
    villages = PlaceRecord.objects.filter(code__startswith="64.01.").order_by("-code")
    return list(villages.values_list("code", flat=True)[:places])


def take(path: Path) -> int:
    """Take the file in; how many figures are kept then."""
    account = AccountRecord.objects.get()
    import_long_table(
        by=actor(account_id=account.pk, at=AT),
        at=AT,
        publisher="BPS",
        document="Tolok ukur",
        name=path.name,
        content=path.read_bytes(),
    )
    return ObservationRecord.objects.count()
