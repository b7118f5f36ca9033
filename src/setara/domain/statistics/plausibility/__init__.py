"""Whether figures can be true: each rule with its number, its sentence and its remedy."""
