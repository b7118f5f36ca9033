"""Floor 3: the terminal. Translates words to use-cases and back."""
