"""The statistics room's verbs (commands) and questions (queries)."""
