"""Comparing texts: which are one origin, where they differ. Plain values in, frozen values out."""
