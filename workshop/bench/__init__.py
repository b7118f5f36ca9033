"""Benchmarks: what Setara promises, measured side by side in one run; never a timed test."""
