"""The law as dated, cited data, and the reader that checks it."""
