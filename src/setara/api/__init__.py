"""Floor 3: the machines' door. Translates JSON to use-cases and back."""
