"""The frame every page stands in: layout, words, navigation, errors."""
