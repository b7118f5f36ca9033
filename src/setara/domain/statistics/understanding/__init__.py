"""Understanding tables as offices send them: structure, rows, figures, what is wrong, mapping."""
