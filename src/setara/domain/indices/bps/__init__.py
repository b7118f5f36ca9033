"""Tables of gender indices and their components as BPS prints and exports them."""
