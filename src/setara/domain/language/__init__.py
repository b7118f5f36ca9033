"""Words, numbers and dates as people write them, in Indonesian and English."""
