"""Observations by sex, the disparity between them, and the issue it raises."""
