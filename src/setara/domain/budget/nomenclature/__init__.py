"""The planning nomenclature as decrees publish it: read, kept apart by years, and compared."""
