"""Pages that explain an index, step by step."""
