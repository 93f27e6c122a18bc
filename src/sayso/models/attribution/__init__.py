"""The attribution model: who says what, and the names in a text, from one pass of one encoder."""

from sayso.models.attribution.engine import Engine, Name, Reading, engine
from sayso.models.attribution.labels import Attribution

__all__ = ["Attribution", "Engine", "Name", "Reading", "engine"]
