"""Floor 0: what is true. Standard library only; no clock, no network, no chance."""
