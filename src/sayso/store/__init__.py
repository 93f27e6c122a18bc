"""The store: one SQLite file that holds texts, originals, analyses and the losses of every run."""

from sayso.store.engine import StoreError
from sayso.store.store import Store

__all__ = ["Store", "StoreError"]
