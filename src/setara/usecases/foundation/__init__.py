"""The foundation room's verbs (commands) and questions (queries)."""
