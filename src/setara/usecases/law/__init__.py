"""The law room's verbs (commands) and questions (queries)."""
