"""Budgets as they really come: recognised, repaired where that is safe, judged."""
