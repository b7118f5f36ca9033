"""The pathway (GAP), the statement (GBS) and the allocation (ARG)."""
