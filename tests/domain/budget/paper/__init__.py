"""A written GAP or GBS, read and judged."""
