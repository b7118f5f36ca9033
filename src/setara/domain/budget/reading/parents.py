"""Which row of a book is part of which: by codes, and by order where codes leave it open."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from setara.domain.budget.reading.level import Level
from setara.domain.budget.reading.node import Node

_DIRECT, _SPENT = "5.2", "5"
_WIDEST_ACCOUNT = 2


def place_current(nodes: Sequence[Node]) -> None:
    """Rows with today's codes: each below the longest beginning of its code that stands above it.

    Accounts without an activity of their own are of the last activity row above them, as in a
    printed RKA; items below the last account or group.
    """
    seen: dict[tuple[str, str], Node] = {}
    holder: Node | None = None
    groups: list[Node] = []
    _spread(nodes)
    for node in nodes:
        if node.level is Level.TOTAL:
            continue
        if node.level in {Level.ITEM_GROUP, Level.ITEM}:
            _place_item(node, groups, holder)
            continue
        groups = []
        if node.account:
            above = _account_above(seen, node.activity, node.account)
            node.below(above or (seen.get((node.activity, "")) if node.activity else None))
        elif node.activity:
            node.below(_activity_above(seen, node.activity))
        seen[(node.activity, node.account)] = node
        holder = node


def _spread(nodes: Sequence[Node]) -> None:
    """Give accounts the activity they stand under; income and financing are of none."""
    current: Node | None = None
    for node in nodes:
        if node.activity:
            current = node
        elif current is not None and node.account.startswith(_SPENT):
            node.activity = current.activity if node.agency == current.agency else ""


def _place_item(node: Node, groups: list[Node], holder: Node | None) -> None:
    """`[#]` below the account, `[-]` below `[#]`, items below whichever came last."""
    if node.level is Level.ITEM:
        node.below(groups[-1] if groups else holder)
        return
    depth = 0 if node.name.startswith("[#]") else 1
    while groups and (0 if groups[-1].name.startswith("[#]") else 1) >= depth:
        groups.pop()
    node.below(groups[-1] if groups else holder)
    groups.append(node)


def _account_above(seen: dict[tuple[str, str], Node], activity: str, account: str) -> Node | None:
    parts = account.split(".")
    for length in range(len(parts) - 1, 0, -1):
        if found := seen.get((activity, ".".join(parts[:length]))):
            return found
    return None


def _activity_above(seen: dict[tuple[str, str], Node], activity: str) -> Node | None:
    parts = activity.split(".")
    for length in range(len(parts) - 1, 0, -1):
        if found := seen.get((".".join(parts[:length]), "")):
            return found
    return None


def place_old(
    nodes: Sequence[Node],
    organisation_of: Callable[[str], str],
    is_nothing: Callable[[str], bool],
) -> None:
    """Rows with codes of Permendagri 13/2006.

    Belanja langsung (5.2) stands before its programs without their code in its own, or with the
    code of the first kegiatan: an account that comes before its kegiatan speaks of the agency.
    """
    for scope in _scopes(nodes, organisation_of):
        _place_scope(scope, is_nothing)


def _scopes(nodes: Sequence[Node], organisation_of: Callable[[str], str]) -> list[list[Node]]:
    """The rows of each organisation; urusan and bidang rows go with the rows around them."""
    scopes: dict[str, list[Node]] = {}
    current = ""
    for node in nodes:
        current = organisation_of(node.activity) or current
        scopes.setdefault(current, []).append(node)
    return list(scopes.values())


def _place_scope(nodes: Sequence[Node], is_nothing: Callable[[str], bool]) -> None:
    wide: dict[str, Node] = {}
    own: dict[tuple[str, str], Node] = {}
    heads: dict[Level, Node] = {}
    holder: Node | None = None
    for node in nodes:
        if node.level is Level.TOTAL:
            continue
        if node.level in {Level.ITEM, Level.ITEM_GROUP}:
            node.below(holder)
            continue
        holder = node
        if node.account:
            _place_account(node, wide, own, is_nothing)
        else:
            _place_activity(node, wide, own, heads)
        if not node.is_agency_wide:
            own[(node.activity, node.account)] = node


def _place_account(
    node: Node,
    wide: dict[str, Node],
    own: dict[tuple[str, str], Node],
    is_nothing: Callable[[str], bool],
) -> None:
    kegiatan = own.get((node.activity, ""))
    is_short = node.account.count(".") < _WIDEST_ACCOUNT
    node.is_agency_wide = is_nothing(node.activity) or (is_short and kegiatan is None)
    if node.is_agency_wide:
        parts = node.account.split(".")
        above = (wide.get(".".join(parts[:length])) for length in range(len(parts) - 1, 0, -1))
        node.below(next((each for each in above if each), None))
        wide[node.account] = node
        return
    node.below(_account_above(own, node.activity, node.account) or kegiatan)


def _place_activity(
    node: Node,
    wide: dict[str, Node],
    own: dict[tuple[str, str], Node],
    heads: dict[Level, Node],
) -> None:
    direct = wide.get(_DIRECT)
    if node.level in {Level.AFFAIR, Level.FIELD}:
        # Before belanja langsung they only head a section whose rows are agency-wide.
        if direct is not None:
            node.below(heads.get(Level.AFFAIR, direct) if node.level is Level.FIELD else direct)
            heads[node.level] = node
    elif node.level is Level.PROGRAM:
        field = heads.get(Level.FIELD)
        belongs = field is not None and node.activity.startswith(f"{field.activity}.")
        node.below(field if belongs else (None if field else direct))
    elif node.level is Level.ACTIVITY:
        node.below(own.get((node.activity.rpartition(".")[0], "")))
