"""The models that ship with sayso: what they are for, where their weights lie, what they can do (catalogue.toml)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

Profile = Literal["accurate", "fast"]
PROFILES: tuple[Profile, ...] = ("accurate", "fast")
HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Model:
    """An entry of the catalogue. `files`: sha256 by name; `scores`: what `trained` and the card explain."""

    name: str
    task: str
    profile: Profile
    folder: str
    licence: str
    trained: str
    card: str
    scores: Mapping[str, float]
    files: Mapping[str, str]


@cache
def models() -> tuple[Model, ...]:
    """All entries."""
    data = tomllib.loads((HERE / "catalogue.toml").read_text(encoding="utf-8"))
    return tuple(Model(**entry) for entry in data["model"])


def model(task: str, profile: Profile) -> Model:
    """The entry for a task and profile."""
    return next(one for one in models() if (one.task, one.profile) == (task, profile))


def folder(one: Model) -> Path:
    """Where its files lie."""
    return HERE / one.folder
