"""Floor 1: files in and out; nothing here knows a table of ours."""
