"""A ticked line of the budget between the store's one value and the rules' view of it."""

from __future__ import annotations

from typing import Any

from setara.domain.budget.ticked_lines import TickedLine
from setara.domain.foundation.money import Rupiah

Row = dict[str, Any]


def ticked_row(line: TickedLine) -> Row:
    """The line as JSON; money in whole rupiah."""
    return {
        "key": line.key,
        "account": [line.account, line.account_name],
        "text": line.text,
        "row": line.row,
        "source": line.source,
        "amount": line.amount.amount,
        "wanted": None if line.wanted is None else line.wanted.amount,
        "taken": line.taken.amount,
        "found": line.is_found,
    }


def ticked_of(row: Row) -> TickedLine:
    """And back."""
    account, account_name = row["account"]
    return TickedLine(
        key=row["key"],
        account=account,
        account_name=account_name,
        text=row["text"],
        row=row["row"],
        source=row["source"],
        amount=Rupiah(row["amount"]),
        wanted=None if row["wanted"] is None else Rupiah(row["wanted"]),
        taken=Rupiah(row["taken"]),
        is_found=row["found"],
    )
