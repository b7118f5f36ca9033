"""Template tags that every page uses; loaded as builtins."""
