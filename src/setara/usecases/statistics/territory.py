"""The government's own figures, apart from those it keeps of neighbours to compare with."""

from __future__ import annotations

from django.db.models import QuerySet, Subquery

from setara.domain.foundation.actor import Actor
from setara.store.models import GovernmentRecord, ObservationRecord
from setara.usecases.foundation.access import visible


def own_figures(by: Actor) -> QuerySet[ObservationRecord]:
    """Figures of the government's place and of those in it; none of the country or a neighbour."""
    rows = visible(by, ObservationRecord.objects.all(), through="element__government")
    home = visible(by, GovernmentRecord.objects.all(), through="pk").values("place__code")
    # A code has as many digits as its level, so that none begins with that of a neighbour.
    return rows.filter(place__code__startswith=Subquery(home))


def figures_of(government_id: int) -> QuerySet[ObservationRecord]:
    """The same for a government by its id."""
    home = GovernmentRecord.objects.filter(pk=government_id).values("place__code")
    return ObservationRecord.objects.filter(
        element__government_id=government_id, place__code__startswith=Subquery(home)
    )
