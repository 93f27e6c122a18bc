"""Reading: bytes become immutable documents. The only place that may change characters, and only for pages."""

from sayso.read.files import read_bytes, read_paths
from sayso.read.outcome import Given, Loss

__all__ = ["Given", "Loss", "read_bytes", "read_paths"]
