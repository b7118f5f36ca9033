"""Documents as data: the outline of a paper, and the thread as a picture."""
