"""The indices room's verbs (commands) and questions (queries)."""
