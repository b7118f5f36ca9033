"""Pages on budget books, pathways (GAP) and statements (GBS)."""
