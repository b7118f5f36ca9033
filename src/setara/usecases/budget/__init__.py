"""The budget room's verbs (commands) and questions (queries)."""
