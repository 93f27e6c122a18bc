"""Data to weights and word lists. Nothing of the package imports this."""
