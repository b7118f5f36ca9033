"""Floor 3: the operator's read-only view of the tables."""
