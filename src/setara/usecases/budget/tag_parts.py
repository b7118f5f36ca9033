"""The lines within sub kegiatan as tagging sees them, out of the details of their books."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from setara.domain.budget.reading.line import Amount, plain, whole
from setara.domain.budget.tagging.overtagging import Part
from setara.domain.budget.tagging.parts import PartLine, part_keys
from setara.domain.foundation.money import Rupiah
from setara.store.lake.budget_details import Detail
from setara.store.lake.detail_queries import Activity, details_of, money_by_account
from setara.store.models import BudgetLineRecord, BudgetVersionRecord
from setara.usecases.budget.details import detail_files


def parts_of(
    version: BudgetVersionRecord, lines: Iterable[BudgetLineRecord]
) -> dict[int, tuple[PartLine, ...]]:
    """The lines within each budget line that has any, by its id, in the order of the file.

    Cost: one query and one scan of the files; none without lines. The agency must be selected.
    """
    asked = _asked(lines)
    if not asked:
        return {}
    found: dict[int, list[Detail]] = {}
    for detail in details_of(detail_files(version).values(), asked):
        found.setdefault(asked[detail.agency, detail.activity], []).append(detail)
    return {pk: _parts(details) for pk, details in found.items() if _is_told(details)}


def money_of(
    version: BudgetVersionRecord, lines: Iterable[BudgetLineRecord]
) -> dict[int, dict[str, Part]]:
    """The money of each budget line by the first three parts of the account, by its id.

    Lines of a book without accounts are left out. Cost: as `parts_of`.
    """
    asked = _asked(lines)
    if not asked:
        return {}
    found: dict[int, dict[str, Part]] = {}
    for agency, activity, kind, amount in money_by_account(detail_files(version).values(), asked):
        if kind:
            part = Part(kind, Rupiah(whole(amount)))
            found.setdefault(asked[agency, activity], {})[kind] = part
    return found


def amounts(parts: Sequence[PartLine]) -> Mapping[str, Amount]:
    """The money of each part by its key."""
    return {part.key: part.amount for part in parts}


def _asked(lines: Iterable[BudgetLineRecord]) -> dict[Activity, int]:
    return {(line.agency.code, line.code): line.pk for line in lines}


def _is_told(details: Sequence[Detail]) -> bool:
    """Whether there is more than the sub kegiatan itself, the lowest line of some books."""
    return len(details) > 1 or bool(details[0].account)


def _parts(details: Sequence[Detail]) -> tuple[PartLine, ...]:
    keys = part_keys((detail.account, detail.text) for detail in details)
    return tuple(
        PartLine(
            key=key,
            account=detail.account,
            account_name=detail.account_name,
            text=detail.text,
            amount=plain(Decimal(detail.amount or 0)),
        )
        for key, detail in zip(keys, details, strict=True)
    )
