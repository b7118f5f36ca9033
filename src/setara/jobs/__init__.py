"""Floor 3: timers. Work that nobody waits for."""
