"""A GAP or GBS handed in to be looked over: judged by the government's rules, and not kept."""

from __future__ import annotations

from datetime import date

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import require
from setara.usecases.budget.paper_checks import CheckedPaper, check_paper
from setara.usecases.budget.rule_grounds import switched_off


def received_paper(*, by: Actor, name: str, content: bytes, today: date) -> CheckedPaper:
    """What the rules that are switched on say of a file.

    Raises as `check_paper` does, and Refused. Cost: one query, then that of `check_paper`.
    """
    require(by.may(Permission.READ_RECORDS))
    off = switched_off(by.government_id)
    return check_paper(name=name, content=content, today=today, off=off)
