"""Factuality: what a sentence commits its voice to, word by word; claims and events rest on it."""
