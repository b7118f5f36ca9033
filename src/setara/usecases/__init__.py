"""Floor 2: verbs a person may do and questions a person may ask."""
