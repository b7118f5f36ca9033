"""The review of a GBS."""
