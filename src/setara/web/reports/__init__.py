"""Pages that bring the rooms together: today, the thread, papers and figures."""
