"""Gender indices: one module an index, one function a legal method."""
