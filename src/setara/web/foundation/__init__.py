"""Pages of the foundation room: agencies, seats, the trail, and signing in."""
