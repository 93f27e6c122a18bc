"""Quality floors, each with its history, so that none is lowered silently."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).parent / "floors.toml"


class LoweredFloorError(ValueError):
    """A floor was lowered without saying why."""


@dataclass(frozen=True)
class Floors:
    """The floors of one measure and the sha256 of the corpus they were taken on."""

    sha256: str
    values: Mapping[str, float]


def load(path: Path = FILE) -> dict[str, Floors]:
    """All floors by the name of their measure. Raises LoweredFloorError (see `current`)."""
    with path.open("rb") as file:
        tables = tomllib.load(file)
    return {
        name: Floors(
            table["sha256"], {score: current(f"{name}.{score}", past) for score, past in table["floors"].items()}
        )
        for name, table in tables.items()
    }


def current(name: str, history: list[dict[str, object]]) -> float:
    """The last value of a history. Raises LoweredFloorError where a value falls and the entry has no `why`."""
    values = [float(str(entry["value"])) for entry in history]
    for before, after, entry in zip(values, values[1:], history[1:], strict=False):
        if after < before and not entry.get("why"):
            raise LoweredFloorError(f"{name} falls from {before} to {after} without a why")
    return values[-1]
