"""Migrations: every change of the schema since the first day, applied when a store is opened."""
