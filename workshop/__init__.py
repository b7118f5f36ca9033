"""Tools for those who build Setara: the launcher's work, the one check, the test run, the benches.

Nothing in `src/setara` imports this folder.
"""
