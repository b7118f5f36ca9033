"""The rules of substance of a government: listed, and switched off or on with a reason."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime

from setara.domain.budget.pathway import OVER
from setara.domain.budget.rule_book import SENTENCES, SEVERITIES
from setara.domain.budget.rule_switch import may_switch, stays_stopping
from setara.domain.budget.severity import Severity
from setara.domain.budget.substance import findings
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Verdict, first_refusal, require
from setara.domain.language.text import Text
from setara.store.models import GovernmentRecord, PathwayRecord, RuleSwitchRecord
from setara.usecases.budget.columns import as_rule_sees_it
from setara.usecases.foundation.access import government_of, visible
from setara.usecases.foundation.command import command, leave_event


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule with its switch; `pathways` of the year are those it finds something weak in.

    They are None for a rule that needs more than the GAP itself. `stays_stopping` says that its
    errors stop a signature also while it is off.
    """

    rule: str
    sentence: Text
    severities: tuple[Severity, ...]
    is_off: bool
    stays_stopping: bool
    reason: str
    switched_by: str
    switched_at: datetime | None
    pathways: int | None
    may_switch: Verdict


@dataclass(frozen=True, slots=True)
class RulesAnswer:
    """All rules; `year` is the budget year counted, `pathways` how many GAPs it has."""

    year: int
    pathways: int
    rules: tuple[RuleLine, ...]


_NOT_COUNTED = frozenset({"GAP-09", "GAP-20"})
"""What is only judged on the page of a GAP: likeness to others, and money against the budget."""


@command("budget.rule.switched", says=Text("Aturan GAP diubah", "GAP rule switched"))
def switch_rule(*, by: Actor, at: datetime, rule: str, is_off: bool, reason: str) -> None:
    """Switch a rule off, or on again, for the whole government.

    Raises Refused without a reason, where it stands so already, and for a rule whose breach
    leaves an analysis without meaning.
    """
    require(by.may(Permission.SWITCH_RULES))
    # Held, so that two who switch the same rule do not both write its first row.
    GovernmentRecord.objects.select_for_update().get(pk=government_of(by))
    before = RuleSwitchRecord.objects.filter(government_id=government_of(by), rule=rule).first()
    was_off = before is not None and before.is_off
    require(may_switch(rule, is_off=is_off, was_off=was_off, reason=reason))
    record, _ = RuleSwitchRecord.objects.update_or_create(
        government_id=government_of(by),
        rule=rule,
        defaults={
            "is_off": is_off,
            "reason": reason.strip(),
            "switched_by": by.name,
            "switched_at": at,
        },
    )
    leave_event(
        "budget.rule.switched",
        by=by,
        at=at,
        subject=record,
        rule=rule,
        is_off=is_off,
        reason=record.reason,
    )


def rules(*, by: Actor, today: date, year: int | None = None) -> RulesAnswer:
    """Every rule, switched on or off, and in how many GAPs of the budget year it finds something.

    The year is the latest that has a GAP. Likeness (GAP-09) and money (GAP-20), which need more
    than the GAP itself, are not counted. Cost: three queries and 2 ms for each GAP.
    """
    require(by.may(Permission.READ_RECORDS))
    rows = visible(by, PathwayRecord.objects.exclude(state__in=OVER))
    counted = year or rows.order_by("-year").values_list("year", flat=True).first() or today.year
    found = [
        {finding.rule for finding in findings(as_rule_sees_it(row), today=today)}
        for row in rows.filter(year=counted)
    ]
    fired = Counter(rule for each in found for rule in each)
    switches = {row.rule: row for row in visible(by, RuleSwitchRecord.objects.all())}
    return RulesAnswer(
        year=counted,
        pathways=len(found),
        rules=tuple(_line(by, rule, switches.get(rule), fired[rule]) for rule in SENTENCES),
    )


def _line(by: Actor, rule: str, switch: RuleSwitchRecord | None, fired: int) -> RuleLine:
    is_off = switch is not None and switch.is_off
    return RuleLine(
        rule=rule,
        sentence=SENTENCES[rule],
        severities=SEVERITIES[rule],
        is_off=is_off,
        stays_stopping=stays_stopping(rule),
        reason=switch.reason if switch else "",
        switched_by=switch.switched_by if switch else "",
        switched_at=switch.switched_at if switch else None,
        pathways=None if rule in _NOT_COUNTED else fired,
        may_switch=first_refusal(
            by.may(Permission.SWITCH_RULES),
            may_switch(rule, is_off=not is_off, was_off=is_off, reason="–"),
        ),
    )
