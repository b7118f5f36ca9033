"""A GAP or GBS as an agency wrote it in a table: read into a pathway, then judged by the rules."""
