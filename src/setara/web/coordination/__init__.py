"""Pages on meetings, decisions, follow-ups and the working group."""
