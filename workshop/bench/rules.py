"""RULES: a GAP of 40 causes and 40 actions opened, checked and saved, beside a form's validation.

The yardstick is a Django formset that validates the same 80 texts for presence and length only.
"""

from __future__ import annotations

import json
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from setara.cli.roof import set_up_django
from setara.domain.budget.pathway import Action, Cause, CauseSide, Pathway
from setara.domain.budget.substance import findings
from workshop.bench.measuring import TIMES, Figure, median_of

MANY = 40
TODAY = date(2025, 6, 16)
CAUSE = "Perempuan kepala keluarga di {number} desa belum punya akses pelatihan, waktu dan modal"
ACTION = "Pelatihan dan pendampingan {number} kelompok pada sore hari disertai penitipan anak"


def figures() -> Iterator[Figure]:
    """CPU of the rules, of opening and saving, and of the form, in milliseconds."""
    with tempfile.TemporaryDirectory(prefix="setara-bench-") as folder:
        os.environ["SETARA_HOME"] = folder
        set_up_django()
        from django import forms

        from setara.store.models import PathwayRecord
        from setara.usecases.budget.columns import as_kept, as_rule_sees_it

        kept = json.dumps(as_kept(_pathway()))
        record = PathwayRecord(
            agency_id=1, year=2026, activity_code="2.08.02.2.01.0001", activity_name="x"
        )
        record.state = "draft"

        def opened() -> Pathway:
            record.columns = json.loads(kept)
            return as_rule_sees_it(record)

        seen = opened()
        yield _figure("rules", lambda: findings(seen, today=TODAY), promise=50.0)
        yield _figure("opening, its JSON read", opened)
        yield _figure("saving, its JSON written", lambda: json.dumps(as_kept(seen)))
        several: Any = forms.formset_factory(_form(forms), extra=0)
        typed = _typed(seen)
        yield _figure("a formset of the same 80 texts", lambda: several(typed).is_valid())


def _form(forms: Any) -> Any:
    field = forms.CharField(max_length=10_000)
    return type("OneText", (forms.Form,), {"text": field})


def _typed(pathway: Pathway) -> dict[str, str]:
    texts = [each.text for each in pathway.causes] + [each.text for each in pathway.actions]
    fields = {f"form-{place}-text": text for place, text in enumerate(texts)}
    return fields | {"form-TOTAL_FORMS": str(len(texts)), "form-INITIAL_FORMS": "0"}


def _pathway() -> Pathway:
    numbers = range(1, MANY + 1)
    sides = tuple(CauseSide)
    empty = Pathway(1, 2026, "2.08.02.2.01.0001", "Pelatihan")
    return replace(
        empty,
        objective="Meningkatnya keterampilan perempuan dan laki-laki pelaku usaha",
        reformulated_objective="Berkurangnya kesenjangan peserta pelatihan perempuan",
        causes=tuple(
            Cause(number, sides[number % len(sides)], CAUSE.format(number=number))
            for number in numbers
        ),
        actions=tuple(
            Action(number, ACTION.format(number=number), (number,)) for number in numbers
        ),
    )


def _figure(name: str, work: Callable[[], object], *, promise: float | None = None) -> Figure:
    work()

    def once() -> float:
        started = time.process_time()
        for _ in range(TIMES):
            work()
        return (time.process_time() - started) / TIMES * 1000

    return Figure(f"40 causes, 40 actions: {name}", median_of(once), "ms", promise)
