"""Floor 3: pages. Translates HTTP to use-cases and back."""
