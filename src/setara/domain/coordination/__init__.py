"""The working group, its meeting, its decisions and their follow-up."""
