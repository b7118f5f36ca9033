"""Floor 1: what is kept. One Django app, one models module a room."""
