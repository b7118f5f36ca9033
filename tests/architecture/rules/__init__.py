"""The house rules, each a function from a project's root to the list of its violations."""
