"""The reports room's verbs (commands) and questions (queries)."""
