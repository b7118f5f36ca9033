"""The review of a GBS with its GAP: what each driver judges, says, and is late with."""
