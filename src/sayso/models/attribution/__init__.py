"""The trained model: who says what, the names in a text and the causes told in it, from one pass of one encoder."""

from sayso.models.attribution.causes import Relation
from sayso.models.attribution.engine import Engine, Name, Reading, engine
from sayso.models.attribution.labels import Attribution

__all__ = ["Attribution", "Engine", "Name", "Reading", "Relation", "engine"]
