"""The law room's pages: regulations, dated values, forms, words. Open to everyone."""
