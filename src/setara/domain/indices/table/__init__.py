"""Whole tables of figures: which column is which measure, what each cell says, row by row."""
