"""Learns which lines deserve a look, with scikit-learn, in a process of its own.

Beside the lake on floor 1: like it, this turns what is kept into columns of numbers by packages
the ground floor does without, and knows neither tables nor people. What is learned comes back as
plain weights (`domain/budget/screening/learned.py`); nothing is pickled, and the process that
serves people never loads the package (some 100 MB and seconds).
"""

from setara.store.learning.apart import METHOD, Learned, NotLearned, learned_apart

__all__ = ["METHOD", "Learned", "NotLearned", "learned_apart"]
