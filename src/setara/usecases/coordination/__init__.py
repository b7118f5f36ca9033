"""The coordination room's verbs (commands) and questions (queries)."""
